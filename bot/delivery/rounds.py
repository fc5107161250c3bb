"""What one transaction of delivery does: it notes what was sent, and claims what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.delivery.calls import Place
from domain.messages import Chat
from storage.database import Tx
from storage.outgoing import leases, outbox
from storage.outgoing.outbox import Item


@dataclass(slots=True)
class Round:
    """Note what was `sent`, give back what was `returned`, look for chats that wait, claim what is next of these."""

    place_of: Callable[[Tx, Item], Place]
    settled: Callable[[Tx, Item], None]
    sent: list[tuple[Item, Sequence[str]]] = field(default_factory=list)
    returned: list[int] = field(default_factory=list)
    looks: bool = False
    wanted: list[Chat] = field(default_factory=list)
    changes_of: list[Chat] = field(default_factory=list)
    rested: list[Chat] = field(default_factory=list)
    found: list[Chat] = field(default_factory=list)
    claimed: list[tuple[Item, Place]] = field(default_factory=list)

    @property
    def asked(self) -> tuple[list[Chat], list[Chat], list[Chat]]:
        """The chats whose next message is claimed."""
        return self.wanted, self.changes_of, self.rested

    def has_asked(self, chat: Chat) -> bool:
        """True when the chat's next message was asked for in the transaction that noted the last one."""
        return any(replace(chat, thread="") in chats for chats in self.asked)

    def __bool__(self) -> bool:
        return bool(self.sent or self.returned or self.looks or any(self.asked))

    def run(self, tx: Tx) -> None:
        """In one transaction; run again, it begins anew."""
        over = {replace(item.chat, thread="") for item, ids in self.sent if not outbox.sent(tx, item, ids)}
        for item, _ in self.sent:
            self.settled(tx, item)
        leases.release(tx, self.returned)
        self.found = leases.waiting_chats(tx) if self.looks else []
        # what another process posts from here on is found by the slow look
        waiting = ([chat for chat in chats if chat not in over] for chats in self.asked)
        self.claimed = [(item, self.place_of(tx, item)) for item in leases.claim(tx, *waiting)]

    def parts(self) -> list[Round]:
        """The same one by one: whatever breaks one of them must not stop the others."""
        return [
            *(Round(self.place_of, self.settled, sent=[each]) for each in self.sent),
            Round(self.place_of, self.settled, returned=self.returned, looks=self.looks),
            *(Round(self.place_of, self.settled, wanted=[chat]) for chat in self.wanted),
            *(Round(self.place_of, self.settled, changes_of=[chat]) for chat in self.changes_of),
            *(Round(self.place_of, self.settled, rested=[chat]) for chat in self.rested),
        ]
