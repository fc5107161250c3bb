"""Which chats may have something waiting, and when to look at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from itertools import count

from bot.channels.base import Pace
from domain.messages import Chat, Network


class Queue:
    """Chats to look at, the one due first in front; one that is being served stays out of it until that has ended.

    What a chat's messages are, and in which order they leave, only the database knows.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Chat]] = []
        self._due: dict[Chat, float] = {}
        self._rests: dict[Chat, float] = {}
        self._served: set[Chat] = set()
        self._number = count()

    def add(self, chat: Chat, at: float) -> None:
        """Look at this chat then, or sooner if that was planned already; never while it rests."""
        at = max(at, self._rests.get(chat, 0))
        if at < self._due.get(chat, float("inf")):
            self._due[chat] = at
            heappush(self._heap, (at, next(self._number), chat))

    def rest(self, chat: Chat, until: float) -> None:
        """Something failed: whatever comes, the chat is not looked at before."""
        self._rests[chat] = until
        self._due.pop(chat, None)
        self.add(chat, until)

    def take(self, now: float) -> Iterator[Chat]:
        """The chats whose time has come, one by one and out of the queue."""
        while self._heap and self._heap[0][0] <= now:
            at, _, chat = heappop(self._heap)
            if self._due.get(chat) != at:
                continue  # planned anew
            if chat in self._served:
                del self._due[chat]  # looked at when that has ended
                continue
            del self._due[chat]
            yield chat

    def has_rested(self, chat: Chat) -> bool:
        """True, once, for a chat that was taken after its rest."""
        return self._rests.pop(chat, None) is not None

    def serve(self, chat: Chat) -> None:
        """A message of the chat is on its way."""
        self._served.add(chat)

    def served(self, chat: Chat) -> None:
        """It is no more."""
        self._served.discard(chat)

    def next_at(self) -> float:
        """When the next chat is due; infinity for never."""
        while self._heap and self._due.get(self._heap[0][2]) != self._heap[0][0]:
            heappop(self._heap)
        return self._heap[0][0] if self._heap else float("inf")


class Queues:
    """A queue for each messenger, and how long the limits of one that has any keep it waiting."""

    def __init__(self, paces: Mapping[Network, Pace]) -> None:
        self._paces = {network: pace for network, pace in paces.items() if pace.are_on}
        self._queues = {network: Queue() for network in Network}

    def of(self, chat: Chat) -> Queue:
        """The queue of the chat's messenger."""
        return self._queues[chat.network]

    def open(self) -> list[Queue]:
        """Those of messengers through which something may leave now."""
        return [queue for network, queue in self._queues.items() if self._pause(network) <= 0]

    def next_at(self, now: float) -> float:
        """When there is a chat to look at and room for its message; infinity for never."""
        return min(max(queue.next_at(), now + self._pause(network)) for network, queue in self._queues.items())

    def is_limited(self, chat: Chat) -> bool:
        """Whether messages to this chat may have to wait."""
        return chat.network in self._paces

    def wait(self, chat: Chat) -> float:
        """Seconds until a new message may leave to this chat; 0 for now."""
        pace = self._paces.get(chat.network)
        return pace.wait(chat) if pace else 0

    def _pause(self, network: Network) -> float:
        """Seconds until anything may leave through this messenger."""
        pace = self._paces.get(network)
        return pace.overall() if pace else 0
