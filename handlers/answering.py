"""How the bot answers in a group chat."""

from __future__ import annotations

from domain.messages import Incoming, Kind, Notice, Urgency, Words, to_chat
from storage import outbox
from storage.database import Tx


def acknowledge(tx: Tx, incoming: Incoming) -> None:
    """A quiet sign on the officer's own message that it was done."""
    to = to_chat(incoming.chat)
    outbox.post(
        tx, Notice(to, Words("reaction-done"), kind=Kind.REACT, urgency=Urgency.CARD, reply_to=incoming.message_id)
    )
