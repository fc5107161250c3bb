"""What processes on one database tell each other at once: that something is new. Nothing here is kept.

Who misses it finds the same in the database at the next look, so news may be lost while the database is away; it only
makes everything that waits for such a look faster.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

import structlog
from sqlalchemy import make_url

from storage.engines import connecting, is_postgresql

log = structlog.get_logger()

CHANNEL = "govuong"
#: more than PostgreSQL takes at once is left to the next look
LONGEST = 7900
#: so many wait for a database that is away, then the oldest are forgotten
MOST = 5000
AGAIN = 1.0
#: seconds after which a line on which nothing came is tried: one cut between two machines is silent
STILL = 30.0

_TELL = "select pg_notify(%s, told) from unnest(%s::text[]) as told"


class News:
    """Of a database that serves one process: there is nobody to tell, and nothing to hear.

    `are_heard` is False while what others tell does not come.
    """

    def __init__(self) -> None:
        self._hears: dict[str, Callable[..., None]] = {}
        self.missed: Callable[[], None] = lambda: None
        self.are_heard = True

    def hear(self, about: str, what: Callable[..., None]) -> None:
        """Call this with the values of whatever another process tells about this; from the event loop."""
        self._hears[about] = what

    def tell(self, about: str, *values: str) -> None:
        """Tell the other processes; from any thread, without waiting."""

    async def run(self) -> None:
        """Tell and hear until cancelled; `missed` is called after each time in which something may have been."""


def open_news(url: str) -> News:
    """The news of a database's processes."""
    return PostgresNews(url) if is_postgresql(url) else News()


class PostgresNews(News):
    """NOTIFY on one connection, LISTEN on another; nobody hears what they told themselves."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.are_heard = False
        self._url = make_url(url)
        self._waiting: deque[str] = deque(maxlen=MOST)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wake = asyncio.Event()

    def tell(self, about: str, *values: str) -> None:
        told = json.dumps([about, *values], ensure_ascii=False)
        if self._loop is None or len(told.encode()) > LONGEST:
            return
        self._waiting.append(told)
        with contextlib.suppress(RuntimeError):  # the program ends
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self) -> None:
        self._loop = asyncio.get_running_loop()
        while True:
            try:
                async with (
                    await self._connected() as ours,
                    await self._connected() as theirs,
                    asyncio.TaskGroup() as both,
                ):
                    both.create_task(self._tell(ours))
                    both.create_task(self._listen(theirs, ours.info.backend_pid))
            except* Exception as errors:  # noqa: BLE001  the database is away; what matters stands in it
                log.warning("news.away", error=type(errors.exceptions[0]).__name__)
            self.are_heard = False
            await asyncio.sleep(AGAIN)

    async def _connected(self) -> Any:
        import psycopg  # noqa: PLC0415  SQLite needs none

        return await psycopg.AsyncConnection.connect(autocommit=True, **connecting(self._url))

    async def _tell(self, connection: Any) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            if told := list(dict.fromkeys(_taken(self._waiting))):
                await connection.execute(_TELL, (CHANNEL, told))

    async def _listen(self, connection: Any, own: int) -> None:
        await connection.execute(f"listen {CHANNEL}")
        self.are_heard = True
        self.missed()
        while True:
            async for heard in connection.notifies(timeout=STILL):
                if heard.pid != own:
                    self._heard(heard.payload)
            await connection.execute("select 1")

    def _heard(self, told: str) -> None:
        about, *values = json.loads(told)
        if what := self._hears.get(about):  # a newer program beside us may tell what we do not know
            what(*values)


def _taken(waiting: deque[str]) -> Iterator[str]:
    while waiting:
        yield waiting.popleft()
