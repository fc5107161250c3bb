"""One group for which much comes at once, one function each: how soon it, and everybody else, is served."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.settings import Settings
from bot.wiring import build
from domain.messages import Chat, Incoming, Lines, Network, Notice, Sender, Urgency, to_chat
from storage.database import Tx
from storage.outgoing import leases, outbox
from tests.faults.counts import count
from tests.faults.crowd import FIRST, GROUP, OFFICER, Crowd, until
from tests.faults.programs import Program, prepared
from tests.faults.runs import Run, settled, telegram
from tests.wire import telegram_control
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_faults import Limits

LIMITS = "30/1/20"
TAPS = 5
_GROUP = Chat(Network.TELEGRAM, str(GROUP))


async def burst(url: str, folder: Path, people: int = 40, *, to_the_end: bool = True) -> Run:
    """Telegram's limits, enforced, changes counted too: forty file at once into one group, where each is answered.

    Unless `to_the_end`, what waits when the last card has come is brought without limits.
    """
    run = Run(f"{people} cases at once into one group, each answered, limits {LIMITS}")
    prepared(url)
    async with telegram() as server:
        server.limits = Limits.read(LIMITS)
        server.limits.changes = True
        env = {"DATABASE_URL": url, "TELEGRAM_API_URL": server.url}
        async with Program(folder, "worker", TELEGRAM_LIMITS=LIMITS, **env):
            crowd = Crowd(server, at_once=people)
            summaries = await asyncio.gather(*(crowd.prepares(number) for number in range(people)))
            await asyncio.sleep(4)  # the private chats have their short bursts back
            began = time.time()
            officers = asyncio.create_task(_officers_tap(server, crowd))
            answers = asyncio.gather(*(crowd.answers(number) for number in range(TAPS, people)))
            receipts = await asyncio.gather(*(crowd.confirms(number, on) for number, on in enumerate(summaries)))
            cards = [await crowd.hears(GROUP, f"Việc {number:05d}") for number in range(people)]
            await answers
            run.notes = await officers
            if to_the_end:
                await settled(url, 600)
                run.notes["everything said and shown"] = f"{time.time() - began:.1f} s"
        if not to_the_end:
            server.limits = Limits()
            async with Program(folder, "worker", **env):
                await settled(url)
        run.seconds = max(card.at for card in cards) - began
        run.notes["slowest receipt"] = f"{max(receipt.at for receipt in receipts) - began:.1f} s"
        run.notes["last card"] = f"{run.seconds:.1f} s"
        run.notes["breaches"] = server.breaches
        run.counts = count(url, server.sent, people, moves={"filed": people, "accepted": TAPS, "answered": people})
    return run


async def _officers_tap(server: TelegramServer, crowd: Crowd) -> dict[str, object]:
    """While cards wait for room in the group, some are accepted and answered: how long a tap's answer takes."""
    toasts = []
    for number in range(TAPS):
        card = await crowd.hears(GROUP, f"Việc {number:05d}")
        accept = next(data for data in card.data if data.startswith("o:accept:"))
        tap = {"chat_id": GROUP, "user_id": OFFICER, "message_id": card.message_id, "data": accept}
        began = time.time()
        answered = server.world.callbacks[telegram_control.tapped(server, tap)["callback_query_id"]]
        await until(lambda answered=answered: answered.answers)  # type: ignore[misc]
        toasts.append(time.time() - began)
        await crowd.answers(number)
    return {"slowest toast": f"{max(toasts):.2f} s"}


async def busy_group(url: str, folder: Path, people: int, a_second: float = 10) -> Run:
    """So many begin each second, all in one group: how long after its last change a card is right."""
    run = Run(f"{people} whole matters, {a_second:g} a second, in one group")
    prepared(url)
    async with telegram() as server:
        async with Program(folder, "worker", DATABASE_URL=url, TELEGRAM_API_URL=server.url):
            crowd = Crowd(server, at_once=people)
            run.seconds = await crowd.all(range(people), a_second)
            await settled(url)
        late = [crowd.card_right_at(number) - crowd.done_at[number] for number in range(people)]
        run.notes = {"card right after its last change at the latest": f"{max(late):.2f} s"}
        run.notes |= {"edits": server.counts["editMessageText"], "reactions": server.counts["setMessageReaction"]}
        run.counts = count(url, server.sent, people, updates=crowd.updates)
    return run


async def backlog(url: str, folder: Path, waiting: int = 10_000, updates: int = 2000) -> Run:
    """Ten thousand messages wait for one group: what a claim costs, how quick updates are stored, when it answers."""
    run = Run(f"{waiting} messages waiting for one group")
    prepared(url)
    parts = build(Settings(_env_file=None, database_url=url), "fills")
    try:
        await parts.store.run(lambda tx: _fill(tx, waiting))
        run.notes["a claim"] = f"{await parts.store.run(_claim_seconds) * 1000:.2f} ms"
        began = time.monotonic()
        asked = (parts.intake.take(_asks(number)) for number in range(updates))
        await asyncio.gather(*asked)
        run.notes["updates stored a second"] = round(updates / (time.monotonic() - began))
    finally:
        await asyncio.to_thread(parts.store.close)
    async with telegram() as server:
        crowd = Crowd(server)
        async with Program(folder, "worker", DATABASE_URL=url, TELEGRAM_API_URL=server.url):
            began = time.time()
            lan = FIRST
            telegram_control.message(server, {"chat_id": lan, "user_id": lan, "text": "/start"})
            answer = await crowd.hears(lan, "đồng ý")
            first = await crowd.hears(GROUP, "")
            run.seconds = max(answer.at, first.at) - began
        run.notes["first message after the start"] = f"{first.at - began:.2f} s"
        run.notes["a new person's first answer"] = f"{answer.at - began:.2f} s"
        run.counts.messages = len(server.sent)
    return run


def _fill(tx: Tx, waiting: int) -> None:
    for number in range(1, waiting + 1):
        outbox.post(
            tx,
            Notice(
                to_chat(_GROUP), Lines((f"Thẻ {number}",)), urgency=Urgency.CARD, slot=f"card:{number}", about=number
            ),
        )


def _claim_seconds(tx: Tx) -> float:
    """The median of a few; the first of a process also prepares the statement."""
    took = []
    for _ in range(9):
        began = time.perf_counter()
        leases.claim(tx, [_GROUP])
        took.append(time.perf_counter() - began)
        leases.release_mine(tx)
    return median(took)


def _asks(number: int) -> Incoming:
    """Somebody in the group asks for help."""
    sender = Sender(str(OFFICER), "Minh")
    return Incoming(f"9:{number}", _GROUP, sender, datetime.now(UTC), private=False, text="/trogiup")
