"""What waits for one chat, and which of it leaves next."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from heapq import heapify, heappop, heappush

from domain.messages import Kind, Urgency
from storage.outbox import Item

Wait = Callable[[Item], float]
_FIRST = -1


class Lane:
    """A chat's messages: the more urgent first, else in the order they were posted.

    One that failed is tried again before anything else of its chat. `current` is what is being delivered.
    """

    __slots__ = ("_news", "_rest_until", "_waiting", "current")

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int, Item]] = []
        self._rest_until = 0.0
        self._news = asyncio.Event()
        self.current: Item | None = None

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._waiting)

    def __iter__(self) -> Iterator[Item]:
        """What waits, in no order."""
        return (item for _, _, item in self._waiting)

    def push(self, item: Item) -> None:
        """One more; edits go by age alone, or an old state of a message could overwrite a newer one."""
        urgency = Urgency.CARD if item.notice.kind is Kind.EDIT else item.notice.urgency
        heappush(self._waiting, (int(urgency), item.id, item))
        self._news.set()

    def put_back(self, item: Item, rest_until: float) -> None:
        """It failed: the whole chat rests, and then it goes first."""
        heappush(self._waiting, (_FIRST, item.id, item))
        self._rest_until = rest_until

    def drop(self, ids: set[int]) -> None:
        """Forget these; another process has them now."""
        self._waiting = [entry for entry in self._waiting if entry[1] not in ids]
        heapify(self._waiting)

    def take(self, wait: Wait, now: float) -> Item | float:
        """What leaves now, or the seconds until something may; `wait` is how long a message has to wait for room."""
        if now < self._rest_until:
            return self._rest_until - now
        pause = wait(self._waiting[0][2])
        if pause <= 0:
            return heappop(self._waiting)[2]
        return self._overtaker(wait, pause)

    def _overtaker(self, wait: Wait, pause: float) -> Item | float:
        """New messages wait for room in a group: changes of what stands there already need not wait with them."""
        coming = {item.notice.slot for item in self if item.notice.kind is Kind.SEND}
        for entry in sorted(self._waiting):
            item = entry[2]
            if item.notice.kind is Kind.REACT or (item.notice.kind is Kind.EDIT and item.notice.slot not in coming):
                needed = wait(item)
                if needed <= 0:
                    self._waiting.remove(entry)
                    heapify(self._waiting)
                    return item
                pause = min(pause, needed)
        return pause

    def supersedes(self, item: Item) -> bool:
        """True when a newer change of the same message waits, so that this one need not be made."""
        notice = item.notice
        return notice.kind is Kind.EDIT and any(
            other.notice.kind is Kind.EDIT and other.notice.slot == notice.slot and other.id > item.id for other in self
        )

    async def rest(self, seconds: float) -> None:
        """Until the seconds have passed or something more has come."""
        self._news.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)

    def wake(self) -> None:
        """Look again."""
        self._news.set()


def failed_once_more(item: Item) -> Item:
    """The same message after another failure."""
    return replace(item, attempts=item.attempts + 1)
