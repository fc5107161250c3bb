"""The ids of everything taken in, so that a redelivered update changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, delete, func, select

from storage.database import Tx
from storage.tables import JobRun, OutboxRow, Seen

KEPT = timedelta(days=60)
#: after that a typed number means the choices of the last question, which the conversation remembers itself
KEPT_OF_HIDDEN = timedelta(days=3)


def first_time(tx: Tx, network: str, incoming: str) -> bool:
    """True the first time this id is taken in, and from then on False."""
    return tx.put_once(Seen, network=network, id=incoming, at=tx.now)


def prune(tx: Tx) -> None:
    """Forget ids, sent messages and job runs older than 60 days; cases and journals stay.

    What was sent about cases of whoever hides, after three days: its minute stands beside its chat and in the journal.
    """
    before = tx.now - KEPT
    hidden = (col(OutboxRow.state) == "sent", col(OutboxRow.case_id) < 0)
    tx.run(delete(OutboxRow).where(*hidden, col(OutboxRow.settled_at) < tx.now - KEPT_OF_HIDDEN))
    tx.run(delete(Seen).where(col(Seen.at) < before))
    tx.run(delete(OutboxRow).where(col(OutboxRow.state) == "sent", col(OutboxRow.settled_at) < before))
    tx.run(delete(JobRun).where(col(JobRun.at) < before))


def networks(tx: Tx, since: datetime) -> list[str]:
    """From where anything has been taken in since then."""
    return [row.network for row in tx.rows(select(Seen.network).where(col(Seen.at) >= since).distinct())]


def silence(tx: Tx, network: str, at: datetime) -> timedelta | None:
    """How long nothing had come from there at an instant; None where nothing is remembered from before it."""
    last = select(func.max(Seen.at).label("at")).where(Seen.network == network, col(Seen.at) <= at)
    row = tx.first(last)
    return at - row.at if row and row.at else None
