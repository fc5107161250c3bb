"""How often something may be done: a sliding window for each key, within this process."""

from __future__ import annotations

import time

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
