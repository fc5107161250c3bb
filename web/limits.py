"""How often, and how many bytes: a sliding window for each key, within this process."""

from __future__ import annotations

import time
from collections import deque

from domain.windows import Window

KEYS = 10_000


class Limit:
    """At most `times` in `seconds` for one key."""

    def __init__(self, times: int, seconds: float) -> None:
        self.times = times
        self.seconds = seconds
        self._windows: dict[str, Window] = {}

    def take(self, key: str) -> bool:
        """Count one more; False when that is too often (then it is not counted)."""
        now = time.monotonic()
        window = self._windows.setdefault(key, Window(self.seconds, self.times))
        if not window.room(now):
            return False
        window.add(now)
        if len(self._windows) > KEYS:  # a flood of new keys must not fill the memory for good
            self._windows = {each: known for each, known in self._windows.items() if not known.is_quiet(now)}
        return True


class Volume:
    """At most `most` bytes in `seconds` for one key."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._taken: dict[str, deque[tuple[float, int]]] = {}

    def take(self, key: str, size: int) -> bool:
        """Count so many more; False when that is too much (then they are not counted)."""
        since = time.monotonic() - self.seconds
        taken = self._taken.setdefault(key, deque())
        while taken and taken[0][0] <= since:
            taken.popleft()
        if sum(each for _, each in taken) + size > self.most:
            return False
        taken.append((since + self.seconds, size))
        if len(self._taken) > KEYS:  # as above
            self._taken = {each: known for each, known in self._taken.items() if known and known[-1][0] > since}
        return True
