"""The ids of everything taken in, so that a redelivered update changes nothing."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, delete

from storage.database import Tx
from storage.tables import JobRun, OutboxRow, Seen

KEPT = timedelta(days=60)


def first_time(tx: Tx, network: str, incoming: str) -> bool:
    """True the first time this id is taken in, and from then on False."""
    return tx.put_once(Seen, network=network, id=incoming, at=tx.now)


def prune(tx: Tx) -> None:
    """Forget ids, sent messages and job runs older than 60 days; cases and journals stay."""
    before = tx.now - KEPT
    tx.run(delete(Seen).where(col(Seen.at) < before))
    tx.run(delete(OutboxRow).where(col(OutboxRow.state) == "sent", col(OutboxRow.settled_at) < before))
    tx.run(delete(JobRun).where(col(JobRun.at) < before))
