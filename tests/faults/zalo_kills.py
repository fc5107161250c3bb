"""Zalo and a process that is killed while people write and messages leave: what is lost and what is doubled.

A Zalo Bot gives nothing twice for sure: what died between being given and being committed is lost, unless the platform
repeats a webhook that failed. An Official Account is documented to repeat one. What died between being sent and being
noted may stand there twice.
"""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from domain.messages import Chat, Network
from storage import migrations, people
from storage.database import Tx
from storage.engines import open_store
from storage.outgoing import outbox
from tests.faults.crowd import TEXT, until
from tests.faults.programs import Program
from tests.product import free_port
from tests.wire.stories.on_zalo_oa import oa_settings
from tests.wire.zalo.server import TOKEN, ZaloServer
from tests.wire.zalo_oa.server import OaServer


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of so many matters written and as many answers: how many were never taken in, and what stands there twice."""

    written: int
    kills: int
    lost: int
    doubled: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class Way:
    """A platform, how its events reach us, and whether it is ready for them."""

    server: ZaloServer | OaServer
    network: Network
    environment: Mapping[str, str]
    is_ready: Callable[[], object]
    #: whether it will not tell anything once more
    has_told_all: Callable[[], object]


def by_bot(mode: str, repeats: tuple[float, ...]) -> Way:
    """A Zalo Bot that is polled, or calls us."""
    server = ZaloServer()
    server.odd = replace(server.odd, repeats_after=repeats)
    server.__enter__()
    given = {"ZALO_BOT_TOKEN": TOKEN, "ZALO_BOT_API_URL": server.url, "ZALO_BOT_MODE": mode, "ZALO_BOT_PLAN": "off"}

    def is_ready() -> object:
        return server.webhook if mode == "webhook" else server.is_asked

    return Way(server, Network.ZALO_BOT, given, is_ready, lambda: server.under_way == 0)


def by_account(_: str, repeats: tuple[float, ...]) -> Way:
    """An Official Account, which calls us."""
    server = OaServer()
    server.odd.repeats_after = repeats
    server.__enter__()
    wanted = {name.upper(): str(value) for name, value in oa_settings(server).items()}
    given = {**wanted, "ZALO_OA_PLAN": "off"}
    return Way(server, Network.ZALO_OA, given, lambda: True, lambda: server.under_way == 0)


def _serves(program: Program) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(program.env["WEB_PORT"]))) == 0


async def kills(folder: Path, url: str, way: Way, written: int, times: int) -> Outcome:
    """So many people write one matter each; the program is killed so often meanwhile."""
    try:
        crowd: list[Any] = [way.server.person(f"Người {number}") for number in range(written)]
        _prepare(url, way.network, crowd)
        port = str(free_port())
        usual = {"TELEGRAM_TOKEN": "", "DATABASE_URL": url, "WEB_PORT": port, "PUBLIC_URL": f"http://127.0.0.1:{port}"}
        async with Program(folder, "run", **{**usual, **way.environment}) as program:
            serves = partial(_serves, program)  # a webhook stays set while nobody is there to be called
            await until(lambda: serves() and way.is_ready(), 60)
            writing = asyncio.create_task(_write(crowd))
            for _ in range(times):
                await asyncio.sleep(0.5)
                await program.kill()
                await program.start()
                await until(lambda: serves() and way.is_ready(), 60)
            await writing
            await until(way.has_told_all, sum(way.server.odd.repeats_after) + 5)
            await until(lambda: _waiting(url) == 0, 60)
    finally:
        way.server.__exit__()
    heard = [Counter(each.text for each in person.said) for person in crowd]
    lost = sum(not _taken_in(url, way.network, person) for person in crowd)
    unanswered = sum(not each for each in heard) - lost
    return Outcome(written, times, lost, sum(sum(each.values()) - len(each) for each in heard), unanswered)


def _prepare(url: str, network: Network, crowd: list[Any]) -> None:
    """Everybody has agreed before."""
    migrations.upgrade(url)

    def meet(tx: Tx) -> None:
        for each in crowd:
            known = people.meet(tx, Chat(network, each.id), each.id, each.name, "vi")
            known.consented_at = tx.now
            people.speak_for(tx, known, f"Công ty {each.name}", "")
            people.save(tx, known)

    store = open_store(url, lambda: datetime.now(UTC))
    store.call(meet)
    store.close()


async def _write(crowd: list[Any]) -> None:
    for number, each in enumerate(crowd):
        each.says(f"Việc {number:05d}: {TEXT}")
        await asyncio.sleep(0.03)


def _waiting(url: str) -> int:
    store = open_store(url, lambda: datetime.now(UTC))
    try:
        return store.call(outbox.counts).get("waiting", 0)
    finally:
        store.close()


def _taken_in(url: str, network: Network, person: Any) -> bool:
    store = open_store(url, lambda: datetime.now(UTC))
    try:
        known = store.call(lambda tx: people.find(tx, network, person.id))
        return known is not None and "draft" in known.conversation
    finally:
        store.close()
