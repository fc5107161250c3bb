"""How far something is, on one line of standard error."""

from __future__ import annotations

import sys
import time

_WIDTH = 30
_EVERY_SECONDS = 0.1


class Bar:
    """`bar("cases", 300, 1000)` again and again; `end` where it is over."""

    def __init__(self) -> None:
        self._shown, self._last = False, 0.0

    def __call__(self, what: str, done: int, whole: int) -> None:
        """Show it, at most ten times a second."""
        now = time.monotonic()
        if done < whole and now - self._last < _EVERY_SECONDS:
            return
        self._last, self._shown = now, True
        filled = _WIDTH * done // max(whole, 1)
        line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{whole} {what}"
        print(f"\r{line:70}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Nothing more comes."""
        if self._shown:
            print(file=sys.stderr)
