"""Zalo Bot and a process that is killed while people write and messages leave: what is lost and what is doubled.

Zalo gives nothing twice for sure, so what died between being given and being committed is lost, unless the platform
repeats a webhook that failed. What died between being sent and being noted may stand there twice.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from domain.messages import Chat, Network
from storage import migrations, people
from storage.database import Tx
from storage.engines import open_store
from storage.outgoing import outbox
from tests.faults.crowd import TEXT, until
from tests.faults.programs import Program
from tests.product import free_port
from tests.wire.zalo.people import Person
from tests.wire.zalo.server import TOKEN, ZaloServer


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of so many matters written and as many answers: how many were never taken in, and what stands there twice."""

    written: int
    kills: int
    lost: int
    doubled: int
    unanswered: int


async def kills(folder: Path, url: str, mode: str, repeats: tuple[float, ...], written: int, times: int) -> Outcome:
    """So many people write one matter each; the program is killed so often meanwhile."""
    with ZaloServer() as server:
        server.odd = replace(server.odd, repeats_after=repeats)
        crowd = [server.person(f"Người {number}") for number in range(written)]
        _prepare(url, crowd)
        async with Program(folder, "run", **_environment(server, url, mode)) as program:
            await _ready(server, mode)
            writing = asyncio.create_task(_write(crowd))
            for _ in range(times):
                await asyncio.sleep(0.5)
                await program.kill()
                await program.start()
                await _ready(server, mode)
            await writing
            await asyncio.sleep(sum(repeats) + 1)
            await until(lambda: _waiting(url) == 0, 60)
        heard = [Counter(each.text for each in person.said) for person in crowd]
        lost = sum(not _taken_in(url, person) for person in crowd)
        unanswered = sum(not each for each in heard) - lost
        return Outcome(written, times, lost, sum(sum(each.values()) - len(each) for each in heard), unanswered)


def _environment(server: ZaloServer, url: str, mode: str) -> Mapping[str, str]:
    port = free_port()
    return {
        "TELEGRAM_TOKEN": "",
        "ZALO_BOT_TOKEN": TOKEN,
        "ZALO_BOT_API_URL": server.url,
        "ZALO_BOT_MODE": mode,
        "ZALO_BOT_PLAN": "off",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WEB_PORT": str(port),
        "DATABASE_URL": url,
    }


def _prepare(url: str, crowd: list[Person]) -> None:
    """Everybody has agreed before."""
    migrations.upgrade(url)

    def meet(tx: Tx) -> None:
        for each in crowd:
            known = people.meet(tx, Chat(Network.ZALO_BOT, each.id), each.id, each.name, "vi")
            known.consented_at = tx.now
            people.speak_for(tx, known, f"Công ty {each.name}", "")
            people.save(tx, known)

    store = open_store(url, lambda: datetime.now(UTC))
    store.call(meet)
    store.close()


async def _ready(server: ZaloServer, mode: str) -> None:
    await until(lambda: server.webhook if mode == "webhook" else server.is_asked, 60)


async def _write(crowd: list[Person]) -> None:
    for number, each in enumerate(crowd):
        each.says(f"Việc {number:05d}: {TEXT}")
        await asyncio.sleep(0.03)


def _waiting(url: str) -> int:
    store = open_store(url, lambda: datetime.now(UTC))
    try:
        return store.call(outbox.counts).get("waiting", 0)
    finally:
        store.close()


def _taken_in(url: str, person: Person) -> bool:
    store = open_store(url, lambda: datetime.now(UTC))
    try:
        known = store.call(lambda tx: people.find(tx, Network.ZALO_BOT, person.id))
        return known is not None and "draft" in known.conversation
    finally:
        store.close()
