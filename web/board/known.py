"""Figures that were counted a moment ago: what is over never changes, what goes on is counted once a minute."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 300
#: what was written before a period's end has long been committed
SETTLED = timedelta(minutes=10)


class Known:
    """Results by what was asked; counted on a thread, one at a time, so that the messengers are served meanwhile."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._turn = asyncio.Lock()

    async def ask(self, question: Hashable, end: datetime, now: datetime, count: Callable[[], T]) -> T:
        """What `count` returns for a question whose figures are as of `end`; an error is not kept."""
        key = (question, end, None if end < now - SETTLED else minute(now))
        if key not in self._found:
            async with self._turn:
                if key not in self._found:
                    self._found[key] = await asyncio.to_thread(count)
                    while len(self._found) > MOST:
                        self._found.popitem(last=False)
        found: T = self._found[key]
        return found


def minute(at: datetime) -> datetime:
    """The beginning of a minute: as of then what goes on is counted."""
    return at.replace(second=0, microsecond=0)
