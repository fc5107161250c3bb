"""Telegram's limits, planned ahead: overall a second, per private chat a second, per group a minute.

The Bot API's FAQ names 30 messages a second in all, about one a second in a chat (short bursts pass), and 20 a minute
in a group. Whether changes of messages and reactions count is not said: in a group we take it that they do, in a
private chat that they do not. A call is booked before it leaves and gets its time when the answer has come back, never
before: then the server's own count is never ahead of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from bot.messenger_settings import Rates
from domain.messages import Chat
from domain.windows import Window

SECOND = 1.0
MINUTE = 60.0
BURST = 3
#: the server's clock and ours are not the same
MARGIN = 0.05
_MANY_CHATS = 5000


class Limits:
    """How long the next message to a chat has to wait; `book` what leaves, and say when it was `called`.

    A `change` is an edit or a reaction.
    """

    def __init__(self, rates: Rates, clock: Callable[[], float] = monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._overall = Window(SECOND + MARGIN, int(rates.overall))
        self._chats: dict[str, Window] = {}

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
            window.add(now, cost)
        if len(self._chats) > _MANY_CHATS:  # forget quiet chats now and then
            self._chats = {key: each for key, each in self._chats.items() if not each.is_quiet(now)}

    def _windows(self, chat: Chat, *, change: bool) -> list[Window]:
        """Those in which the call counts."""
        in_group = is_group(chat)
        if change and not in_group:
            return [self._overall]
        window = self._chats.get(chat.id)
        if window is None:
            rates = self._rates
            span, most = (MINUTE, rates.group) if in_group else (BURST / rates.chat, BURST)
            window = Window(span + MARGIN, most)
            self._chats[chat.id] = window
        return [self._overall, window]


def is_group(chat: Chat) -> bool:
    """Telegram's group ids are negative."""
    return chat.id.startswith("-")
