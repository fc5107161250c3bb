"""Telegram's limits, planned ahead: overall a second, per private chat a second, per group a minute.

The Bot API's FAQ names 30 messages a second in all, about one a second in a chat (short bursts pass), and 20 a minute
in a group. Whether changes of messages and reactions count is not said: in a group we take it that they do, in a
private chat that they do not. A call is booked before it leaves and gets its time when the answer has come back, never
before: then the server's own count is never ahead of ours.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from bot.settings import Rates
from domain.messages import Chat

SECOND = 1.0
MINUTE = 60.0
BURST = 3
MARGIN = 0.05
_MANY_CHATS = 5000


@dataclass(slots=True)
class _Window:
    """What was sent in the last `span` seconds, of which at most `most` may be, and how much is on its way."""

    span: float
    most: int
    sent: deque[float] = field(default_factory=deque)
    booked: int = 0

    def room(self, now: float) -> int:
        """How much fits in now."""
        sent = self.sent
        while sent and sent[0] <= now - self.span - MARGIN:
            sent.popleft()
        return self.most - len(sent) - self.booked

    def wait(self, now: float, cost: int) -> float:
        """Seconds until `cost` more fit in; what is on its way counts as sent when its answer will have come."""
        over = min(cost, self.most) - self.room(now)
        if over <= 0:
            return 0
        since = self.sent[over - 1] if over <= len(self.sent) else now
        return since + self.span + MARGIN - now


class Limits:
    """How long the next message to a chat has to wait; `book` what leaves, and say when it was `called`.

    A `change` is an edit or a reaction.
    """

    def __init__(self, rates: Rates, clock: Callable[[], float] = monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._overall = _Window(SECOND, int(rates.overall))
        self._chats: dict[str, _Window] = {}

    @property
    def are_on(self) -> bool:
        """False when nobody waits for anything."""
        return self._rates.overall > 0

    def overall(self) -> float:
        """Seconds until anything may leave to anybody; 0 for now."""
        return self._overall.wait(self._clock(), 1) if self._rates.overall else 0

    def wait(self, chat: Chat, cost: int = 1, *, change: bool = False) -> float:
        """Seconds until a call with that many messages may leave; 0 for now."""
        if not self._rates.overall:
            return 0
        now = self._clock()
        return max(window.wait(now, cost) for window in self._windows(chat, change=change))

    def book(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:
        """A call is on its way; every booking is ended by `called`."""
        if self._rates.overall:
            for window in self._windows(chat, change=change):
                window.booked += cost

    def called(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:
        """A booked call has come back, with whatever answer."""
        if not self._rates.overall:
            return
        now = self._clock()
        for window in self._windows(chat, change=change):
            window.booked -= cost
            window.sent.extend([now] * cost)
        if len(self._chats) > _MANY_CHATS:  # forget quiet chats now and then
            self._chats = {
                key: each
                for key, each in self._chats.items()
                if each.booked or (each.sent and each.sent[-1] > now - MINUTE)
            }

    def _windows(self, chat: Chat, *, change: bool) -> list[_Window]:
        """Those in which the call counts."""
        in_group = is_group(chat)
        if change and not in_group:
            return [self._overall]
        window = self._chats.get(chat.id)
        if window is None:
            rates = self._rates
            window = _Window(MINUTE, rates.group) if in_group else _Window(BURST / rates.chat, BURST)
            self._chats[chat.id] = window
        return [self._overall, window]


def is_group(chat: Chat) -> bool:
    """Telegram's group ids are negative."""
    return chat.id.startswith("-")
