"""The one way to try again: pauses that double, each a little shorter or longer so that nobody comes in step.

A module of our own, not stamina: where a failure is written down (a message's next attempt, an attachment's) only the
number is wanted, and its hooks log what was called with which arguments, which our logs never hold.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_JITTER = 0.2
_MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class BackOff:
    """How long to wait between two attempts: `first` seconds, doubling up to `longest`."""

    first: float
    longest: float

    def pause(self, failures: int, told: float = 0) -> float:
        """Seconds to wait after so many failures (1 for the first); never less than the other side has `told` us."""
        seconds = min(self.longest, self.first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS))
        return told + random.uniform(0.05, 0.5) if told else seconds * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311  jitter, no secret


async def until_done(
    call: Callable[[], Awaitable[T]],
    back_off: BackOff,
    may_pass: Callable[[Exception], bool],
    *,
    tries: int = 0,
) -> T:
    """What `call` returns once it succeeds; raises its error when that may not pass, or after so many `tries`.

    `may_pass` is asked once for each failure. What a messenger says of the wait (`retry_after`) goes before our pause.
    """
    failures = 0
    while True:
        try:
            return await call()
        except Exception as error:
            failures += 1
            if failures == tries or not may_pass(error):
                raise
            told = float(getattr(error, "retry_after", 0))
        await asyncio.sleep(back_off.pause(failures, told))
