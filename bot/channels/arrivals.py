"""Events of a messenger that calls us: one chat's in order, held and tried again while the database is away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from bot import logs
from bot.retrying import BackOff, until_done

Raw = dict[str, Any]

AGAIN = BackOff(0.2, 10.0)
#: how many events wait at the most for a database that is away
MOST_HELD = 2000
#: how long what is under way gets when the program ends
LAST = 5.0


class Arrivals:
    """Events being taken in: one chat's one after the other, different chats side by side.

    `take` returns after the commit and raises while the database is away; `chat_of` an event keeps its order.
    """

    def __init__(self, name: str, take: Callable[[Raw], Awaitable[None]], chat_of: Callable[[Raw], str]) -> None:
        self._name, self._once, self._chat_of = name, take, chat_of
        self._newest: dict[str, asyncio.Task[None]] = {}
        self._held: set[asyncio.Task[None]] = set()

    def begin(self, raw: Raw) -> asyncio.Task[None] | None:
        """Take an event in, however long that takes; None when so many wait that it has to come again."""
        if len(self._held) >= MOST_HELD:
            return None
        chat = self._chat_of(raw)
        task = asyncio.create_task(self._take(raw, self._newest.get(chat)))
        self._held.add(task)
        task.add_done_callback(self._held.discard)
        if len(self._newest) > MOST_HELD:
            self._newest = {chat: each for chat, each in self._newest.items() if not each.done()}
        self._newest[chat] = task
        return task

    async def answer(self, raw: Raw, patience: float) -> int:
        """The HTTP status of a webhook: 200 when it is committed within so many seconds, else 503, and held."""
        task = self.begin(raw)
        done = await asyncio.wait([task], timeout=patience) if task else (set(), set())
        return 200 if done[0] else 503

    async def _take(self, raw: Raw, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        await until_done(lambda: self._once(raw), AGAIN, self._told)

    def _told(self, error: Exception) -> bool:
        """The database is away: every such failure is logged, and passes."""
        logs.crashed(f"{self._name}.not_committed", error)
        return True

    async def end(self) -> None:
        """Give what is under way a moment; what is not committed then is lost to us."""
        if tasks := set(self._held):
            await asyncio.wait(tasks, timeout=LAST)
        for task in tasks:
            task.cancel()


def parsed(body: bytes) -> Raw | None:
    """An object; None for what is none, or could never be written down: nested for ever, halves of characters."""
    try:
        raw = json.loads(body)
        if b"\\ud" in body.lower():
            json.dumps(raw, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None
