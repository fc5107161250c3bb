"""Telegram's limits, planned ahead: overall a second, per private chat a second, per group a minute.

The Bot API's FAQ names 30 messages a second in all, about one a second in a chat (short bursts pass), and 20 a minute
in a group. Times are taken when an answer has come back, never before: then the server's own count is never ahead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from domain.messages import Chat

MINUTE = 60.0
BURST = 3
MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Rates:
    """`overall` and `chat` messages a second, `group` messages a minute; all 0 for no limits."""

    overall: float = 30
    chat: float = 1
    group: int = 20


def read_rates(text: str) -> Rates:
    """`30/1/20` or `off`; raises ValueError for anything else."""
    if text.strip().lower() == "off":
        return Rates(0, 0, 0)
    overall, chat, group = text.split("/")
    rates = Rates(float(overall), float(chat), int(group))
    if min(rates.overall, rates.chat, rates.group) <= 0:
        raise ValueError(text)
    return rates


class Limits:
    """How long the next message to a chat has to wait; `note` what has been sent."""

    def __init__(self, rates: Rates, clock: Callable[[], float] = monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._overall: deque[float] = deque()
        self._chats: dict[str, deque[float]] = {}

    def wait(self, chat: Chat, cost: int = 1, *, edit: bool = False) -> float:
        """Seconds until a call with that many messages may leave; 0 for now."""
        if not self._rates.overall:
            return 0
        now = self._clock()
        waits = [self._until(self._overall, now, 1.0, int(self._rates.overall), 1)]
        if is_group(chat):
            window = self._chats.get(self._key(chat, edit=edit))
            waits.append(self._until(window, now, MINUTE, self._rates.group, min(cost, self._rates.group)))
        elif not edit:
            waits.append(self._until(self._chats.get(chat.id), now, BURST / self._rates.chat, BURST, min(cost, BURST)))
        return max(waits)

    def _until(self, sent: deque[float] | None, now: float, span: float, most: int, cost: int) -> float:
        """Seconds until `cost` more fit into `most` in any `span` seconds."""
        if not sent:
            return 0
        while sent and sent[0] <= now - span - MARGIN:
            sent.popleft()
        over = len(sent) + cost - most
        return 0 if over <= 0 else sent[min(over, len(sent)) - 1] + span + MARGIN - now

    def note(self, chat: Chat, cost: int = 1, *, edit: bool = False) -> None:
        """A call has been made."""
        if not self._rates.overall:
            return
        now = self._clock()
        self._overall.append(now)
        if edit and not is_group(chat):
            return
        window = self._chats.setdefault(self._key(chat, edit=edit), deque())
        window.extend([now] * cost)
        if len(self._chats) > 5000:  # noqa: PLR2004  forget quiet chats now and then
            self._chats = {key: sent for key, sent in self._chats.items() if sent and sent[-1] > now - MINUTE}

    @staticmethod
    def _key(chat: Chat, *, edit: bool) -> str:
        return f"{chat.id}:edit" if edit else chat.id


def is_group(chat: Chat) -> bool:
    """Telegram's group ids are negative."""
    return chat.id.startswith("-")
