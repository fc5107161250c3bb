"""The program in this process, with a clock that is pushed, a database that sometimes fails, and ends of all kinds."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlmodel import select

from bot import timetable
from bot.delivery import sender
from bot.settings import Settings
from bot.wiring import Parts, _bind_demo, build, worker_name
from domain.messages import Chat, Incoming, Network, Sender
from handlers.task_group import keeping
from storage import migrations, page, people
from storage.database import Job, Tx
from storage.engines import SqliteStore
from storage.outgoing import leases, outbox
from storage.tables import OutboxRow
from storage.trouble import in_trouble
from tests.product import Sketches

T = TypeVar("T")


class World:
    """`give` brings what a person does as a messenger would: again until it is committed, and twice at times."""

    def __init__(self, folder: Path, began: datetime, *, trouble: float, twice: float, seed: int) -> None:
        url = f"sqlite:///{folder}/year.db"
        self._settings = Settings(
            _env_file=None, database_url=url, files_dir=folder / "files", log_level="error", demo=True
        )
        migrations.upgrade(url)
        self._trouble, self._twice = trouble, twice
        self._dice = random.Random(seed)
        self._now = began
        self._tasks: list[asyncio.Task[None]] = []
        self.is_troubled = False
        self.counts = {"given": 0, "given again": 0, "transactions that failed": 0, "restarts": 0}
        self.parts: Parts

    # ------------------------------------------------------------ the program

    async def start(self) -> None:
        """As `govuong run` begins, without the timetable: its hours come when the clock is pushed."""
        self.parts = parts = build(self._settings, worker_name())
        parts.clock.ahead = self._now - datetime.now(UTC)
        parts.delivery.downloads.also_from(Network.CLOCK, Sketches())
        sender.LOOK_EVERY = 0.05  # an hour of the year takes less than a second
        await parts.store.run(leases.release_all)
        await parts.store.run(lambda tx: _bind_demo(tx, parts.catalogue))
        await asyncio.to_thread(parts.routing)
        self._break_sometimes(parts)
        self._tasks = [asyncio.create_task(parts.delivery.run())]

    def _break_sometimes(self, parts: Parts) -> None:
        store = parts.store
        assert isinstance(store, SqliteStore)
        # programs end here, machines do not: what is handed to the system is safe, and no commit waits for the disk
        store._driver.execute("pragma synchronous=off")
        submit = store._submit

        def troubled(job: Job) -> None:
            if self.is_troubled and job.loop is not None and self._dice.random() < self._trouble:
                self.counts["transactions that failed"] += 1
                job.work = _locked
            submit(job)

        store._submit = troubled  # type: ignore[method-assign]

    async def stop(self, *, at_once: bool = False) -> None:
        """End it; `at_once` as by a crash: nothing on its way is noted, nothing given back."""
        if at_once:
            self.parts.delivery._stop = _nothing  # type: ignore[method-assign]
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self.parts.store.close)
        self.counts["restarts"] += 1

    async def push(self, to: datetime) -> None:
        """The clock goes on, and every timed job runs as it would at that hour."""
        self._now = to
        self.parts.clock.ahead = to - datetime.now(UTC)
        await timetable.run_all(self.parts.store, self.parts.province)

    async def count(self) -> None:
        """What a process of its own would count: the figures of periods that are over."""
        parts = self.parts
        wanted = await parts.store.run(lambda tx: keeping.missing(tx, parts.province, tx.now))
        for batch in keeping.batches(wanted):
            await asyncio.to_thread(keeping.keep, parts.store.read, parts.province, batch, parts.store.call)

    # ------------------------------------------------------------ people

    async def give(self, incoming: Incoming) -> None:
        """Until it is taken in; now and then it comes once more."""
        self.counts["given"] += 1
        if incoming.text:  # as the page does: what somebody wrote stands there before it is handled
            written = partial(_written, incoming=incoming)
            number = await self.until_committed(lambda: self.parts.store.run(written))
            incoming = replace(incoming, message_id=str(number))
        for _ in range(1 + (self._dice.random() < self._twice)):
            await self.until_committed(lambda: self.parts.intake.take(incoming))

    async def until_committed(self, work: Callable[[], Awaitable[T]]) -> T:
        """Again and again, while the database is in trouble."""
        while True:
            try:
                return await work()
            except Exception as error:
                if not in_trouble(error):
                    raise
                self.counts["given again"] += 1
                await asyncio.sleep(0.001)

    def says(self, chat: Chat, who: str, text: str = "", choice: str = "") -> Incoming:
        """Something somebody does on the page."""
        number = f"{self.counts['given']}:{self._dice.getrandbits(40):x}"
        sender = Sender(who, who.title(), "vi")
        private = chat.id.startswith("p:")
        return Incoming(
            id=number, chat=chat, sender=sender, at=self._now, private=private, text=text, choice=choice,
            tap_id=number if choice else "",
        )  # fmt: skip

    async def quiet(self) -> None:
        """Return when nothing waits to be sent."""
        async with asyncio.timeout(120):
            while await self.until_committed(lambda: self.parts.store.run(_waiting)):  # noqa: ASYNC110  nobody announces it
                await asyncio.sleep(0.005)

    async def quiet_in(self, chat: Chat) -> None:
        """Return when nothing waits to be sent to this chat."""
        waits = select(OutboxRow.id).where(OutboxRow.state == "waiting", OutboxRow.chat_id == chat.id).limit(1)
        async with asyncio.timeout(120):
            while await self.until_committed(lambda: self.parts.store.run(lambda tx: tx.first(waits))):  # noqa: ASYNC110  as above
                await asyncio.sleep(0.002)

    async def buttons(self, chat: Chat) -> list[list[str]]:
        """What the bot's messages offer, the newest first: it may be about another case of theirs."""
        shown = await self.until_committed(lambda: self.parts.store.run(lambda tx: page.last(tx, chat.id)))
        offers = [each.body["buttons"] for each in shown if not each.mine and each.body.get("buttons")]
        return [[data for row in rows for _, data in row] for rows in reversed(offers)]

    async def texts(self, chat: Chat) -> list[str]:
        """What the bot has said here of late."""
        shown = await self.until_committed(lambda: self.parts.store.run(lambda tx: page.last(tx, chat.id)))
        return [each.text for each in shown if not each.mine]


def _written(tx: Tx, incoming: Incoming) -> int:
    return page.append(tx, incoming.chat.id, incoming.text, {}, author=incoming.sender.name, mine=True)


def _waiting(tx: Tx) -> bool:
    return bool(outbox.counts(tx).get("waiting"))


def _locked(_: Tx) -> None:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = 5
    raise error


async def _nothing() -> None:
    """A crash does nothing at the end."""


def administrator(tx: Tx) -> None:
    """Somebody who is told what goes wrong."""
    someone = people.meet(tx, Chat(Network.PAGE, "p:quan"), "quan", "Quân", "vi")
    someone.role = "administrator"
    people.save(tx, someone)
