"""What stands in the outbox, opened."""

from __future__ import annotations

from sqlmodel import col, select

from domain.messages import Chat, Network, Notice
from storage.database import Tx
from storage.outgoing import envelopes
from storage.tables import OutboxRow


def items(tx: Tx) -> list[tuple[int, Chat, Notice]]:
    """The number, the chat and the notice of every message, the oldest first."""
    found = []
    for row in tx.rows(select(OutboxRow).order_by(col(OutboxRow.id))):
        chat = Chat(Network(row.network), row.chat_id)
        found.append((row.id, chat, envelopes.notice_of(tx, row, chat)))
    return found


def posted(tx: Tx) -> list[Notice]:
    """Every message that was ever posted, the oldest first."""
    return [notice for _, _, notice in items(tx)]


def posted_to(tx: Tx, chat: str) -> list[str]:
    """The messages to the chat with this id, as text to search in."""
    return [str(notice) for _, where, notice in items(tx) if where.id == chat]
