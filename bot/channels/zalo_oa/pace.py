"""The account's limit: so many requests a minute, whatever they are for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from domain.messages import Chat
from domain.windows import Window

MINUTE = 60.0
#: their clock and ours are not the same
MARGIN = 0.5
#: of the plan, for messages; the rest is for what is asked besides
FOR_MESSAGES = 0.9


class PerMinute:
    """How long the next call has to wait. What is asked of Zalo is `noted` when it leaves; 0 a minute is no limit."""

    def __init__(self, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._window = Window(MINUTE + MARGIN, max(1, int(most * FOR_MESSAGES)))
        self._closed_until = 0.0
        self.are_on = most > 0

    def noted(self) -> None:
        """A request has left."""
        if self.are_on:
            self._window.add(self._clock())

    def refused(self, seconds: float) -> None:
        """They say that it was too much: nothing leaves for a while."""
        self._closed_until = self._clock() + seconds

    def overall(self) -> float:
        """Seconds until anything may leave to anybody; 0 for now."""
        closed = max(0.0, self._closed_until - self._clock())
        return max(closed, self._window.wait(self._clock())) if self.are_on else closed

    def wait(self, chat: Chat, cost: int = 1, *, change: bool = False) -> float:  # noqa: ARG002
        """Seconds until a call with that many messages may leave; 0 for now."""
        closed = max(0.0, self._closed_until - self._clock())
        return max(closed, self._window.wait(self._clock(), cost)) if self.are_on else closed

    def book(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:  # noqa: ARG002
        """A call is on its way."""
        self._window.booked += cost

    def called(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:  # noqa: ARG002
        """A booked call has come back; its requests were noted as they left."""
        self._window.booked -= cost
