"""A sliding window: how much has happened in the last so many seconds, by whichever clock the caller reads."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class Window:
    """At most `most` in `span` seconds: when each happened, and how much is booked, so certain to happen soon."""

    span: float
    most: int
    happened: deque[float] = field(default_factory=deque)
    booked: int = 0

    def room(self, now: float) -> int:
        """How much fits in now."""
        happened = self.happened
        while happened and happened[0] <= now - self.span:
            happened.popleft()
        return self.most - len(happened) - self.booked

    def wait(self, now: float, cost: int = 1) -> float:
        """Seconds until `cost` more fit in; what is booked counts from the moment it will have happened."""
        over = min(cost, self.most) - self.room(now)
        if over <= 0:
            return 0
        since = self.happened[over - 1] if over <= len(self.happened) else now
        return since + self.span - now

    def add(self, now: float, cost: int = 1) -> None:
        """It happened now."""
        self.happened.extend([now] * cost)

    def is_quiet(self, now: float) -> bool:
        """True when nothing in it counts any more, so that it may be forgotten."""
        return not self.booked and (not self.happened or self.happened[-1] <= now - self.span)
