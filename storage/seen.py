"""What has been taken in already, and what failed on the way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, literal, select, update

from storage.database import Tx
from storage.statements import Statement, put, put_once, table
from storage.tables import FailedUpdate, JobRun, OutboxRow, Seen

_SEEN = put_once(Seen, "network", "id", "at")
_FAILED = table(FailedUpdate)
_OUTBOX = table(OutboxRow)
_KEEP = put(FailedUpdate, "network", "incoming_id", "raw", "traceback", "at", returning="id")
_OPEN = Statement(select(_FAILED).where(_FAILED.c.solved_at.is_(None)).order_by(_FAILED.c.id).limit(200))
_ONE = Statement(select(_FAILED).where(_FAILED.c.id == bindparam("failed")))
_SOLVED = Statement(
    update(_FAILED)
    .where(_FAILED.c.id == bindparam("failed"))
    .values(solved_at=bindparam("instant"), raw=literal(""), traceback=literal(""))
)
_CLAIMED = Statement(
    select(table(JobRun).c.job).where(
        table(JobRun).c.job == bindparam("of_job"), table(JobRun).c.period == bindparam("in_period")
    )
)
_CLAIM = put_once(JobRun, "job", "period", "at")
_PRUNE = (
    Statement(delete(table(Seen)).where(table(Seen).c.at < bindparam("before"))),
    Statement(delete(_OUTBOX).where(_OUTBOX.c.state == "sent", _OUTBOX.c.settled_at < bindparam("before"))),
    Statement(delete(table(JobRun)).where(table(JobRun).c.at < bindparam("before"))),
)
KEPT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Failed:
    """An update whose handler raised."""

    id: int
    network: str
    incoming_id: str
    raw: str
    traceback: str
    at: datetime
    solved_at: datetime | None


def first_time(tx: Tx, network: str, incoming: str) -> bool:
    """True the first time this id is taken in, and from then on False."""
    return tx.run(_SEEN, network=network, id=incoming, at=tx.now) > 0


def claim_job(tx: Tx, job: str, period: str) -> bool:
    """True for exactly one caller per job and period, across processes and restarts."""
    return tx.run(_CLAIM, job=job, period=period, at=tx.now) > 0


def is_claimed(tx: Tx, job: str, period: str) -> bool:
    """True once somebody has claimed this job's period."""
    return tx.first(_CLAIMED, of_job=job, in_period=period) is not None


def keep_failed(tx: Tx, network: str, incoming: str, raw: str, traceback: str) -> int:
    """Keep an update that could not be handled, whole; its number."""
    row = tx.first(_KEEP, network=network, incoming_id=incoming, raw=raw, traceback=traceback, at=tx.now)
    return int(row.id)


def failed(tx: Tx) -> list[Failed]:
    """Up to 200 failed updates not solved yet, oldest first."""
    return [_failed(row) for row in tx.rows(_OPEN)]


def one_failed(tx: Tx, number: int) -> Failed | None:
    """The failed update with this number, or None."""
    row = tx.first(_ONE, failed=number)
    return _failed(row) if row else None


def solve_failed(tx: Tx, number: int) -> None:
    """The failed update has been handled after all; what it said is kept no longer."""
    tx.run(_SOLVED, failed=number, instant=tx.now)


def prune(tx: Tx) -> None:
    """Forget ids, sent messages and job runs older than 60 days; cases and journals stay."""
    for statement in _PRUNE:
        tx.run(statement, before=tx.now - KEPT)


def _failed(row: Any) -> Failed:
    return Failed(row.id, row.network, row.incoming_id, row.raw, row.traceback, row.at, row.solved_at)
