"""What became of the messages somebody was sent about a case: by the instant at which each was posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from domain.messages import Chat, Kind
from storage.database import Tx
from storage.tables import OutboxRow

STATES = ("waiting", "sent", "given-up")


@dataclass(frozen=True, slots=True)
class Arrival:
    """`state` as in the outbox; `at` is when it was settled, None while it waits."""

    state: str
    at: datetime | None


def of(tx: Tx, chat: Chat, case: int) -> dict[datetime, Arrival]:
    """By the instant of posting; of several messages of one instant the one that is worst off."""
    sent = select(OutboxRow.at, OutboxRow.state, OutboxRow.settled_at).where(
        col(OutboxRow.state).in_(STATES),  # as the index begins
        OutboxRow.network == chat.network,
        OutboxRow.chat_id == chat.id,
        OutboxRow.case_id == case,
        OutboxRow.kind == Kind.SEND,
    )
    found: dict[datetime, Arrival] = {}
    for row in sorted(tx.rows(sent), key=lambda row: row.state != "sent"):
        found[row.at] = Arrival(row.state, row.settled_at)
    return found
