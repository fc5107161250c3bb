"""The ids of everything taken in, so that a redelivered update changes nothing."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import bindparam, delete

from storage.database import Tx
from storage.statements import Statement, put_once, table
from storage.tables import JobRun, OutboxRow, Seen

_SEEN = put_once(Seen, "network", "id", "at")
_OUTBOX = table(OutboxRow)
_PRUNE = (
    Statement(delete(table(Seen)).where(table(Seen).c.at < bindparam("before"))),
    Statement(delete(_OUTBOX).where(_OUTBOX.c.state == "sent", _OUTBOX.c.settled_at < bindparam("before"))),
    Statement(delete(table(JobRun)).where(table(JobRun).c.at < bindparam("before"))),
)
KEPT = timedelta(days=60)


def first_time(tx: Tx, network: str, incoming: str) -> bool:
    """True the first time this id is taken in, and from then on False."""
    return tx.run(_SEEN, network=network, id=incoming, at=tx.now) > 0


def prune(tx: Tx) -> None:
    """Forget ids, sent messages and job runs older than 60 days; cases and journals stay."""
    for statement in _PRUNE:
        tx.run(statement, before=tx.now - KEPT)
