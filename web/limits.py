"""How often something may be done: a sliding window for each key, within this process."""

from __future__ import annotations

import time
from collections import deque

KEYS = 10_000


class Limit:
    """At most `times` in `seconds` for one key."""

    def __init__(self, times: int, seconds: float) -> None:
        self.times = times
        self.seconds = seconds
        self._taken: dict[str, deque[float]] = {}

    def take(self, key: str) -> bool:
        """Count one more; False when that is too often (then it is not counted)."""
        now = time.monotonic()
        taken = self._taken.setdefault(key, deque())
        while taken and taken[0] <= now - self.seconds:
            taken.popleft()
        if len(taken) >= self.times:
            return False
        taken.append(now)
        if len(self._taken) > KEYS:
            self._forget(now)
        return True

    def _forget(self, now: float) -> None:
        """Drop the keys whose window has passed, so that a flood of new keys cannot fill the memory for good."""
        self._taken = {key: taken for key, taken in self._taken.items() if taken and taken[-1] > now - self.seconds}
