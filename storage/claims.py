"""What is given out once, also to several processes: the period of a timed job, the next number of a counter."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.database import Tx
from storage.statements import Statement, put, put_once, table
from storage.tables import Counter, JobRun

_COUNTERS = table(Counter)
_CLAIMED = Statement(
    select(table(JobRun).c.job).where(
        table(JobRun).c.job == bindparam("of_job"), table(JobRun).c.period == bindparam("in_period")
    )
)
_RUN = table(JobRun)
_LAST = Statement(select(_RUN.c.at).where(_RUN.c.job == bindparam("of_job")).order_by(_RUN.c.at.desc()).limit(1))
_CLAIM = put_once(JobRun, "job", "period", "at")
_TAKE = Statement(
    update(_COUNTERS)
    .where(_COUNTERS.c.name == bindparam("counter"))
    .values(value=_COUNTERS.c.value + 1)
    .returning(_COUNTERS.c.value)
)
_START = put(Counter, "name", "value")


def claim_job(tx: Tx, job: str, period: str) -> bool:
    """True for exactly one caller per job and period, across processes and restarts."""
    return tx.run(_CLAIM, job=job, period=period, at=tx.now) > 0


def is_claimed(tx: Tx, job: str, period: str) -> bool:
    """True once somebody has claimed this job's period."""
    return tx.first(_CLAIMED, of_job=job, in_period=period) is not None


def last_claimed(tx: Tx, job: str) -> datetime | None:
    """When a period of this job was claimed last; None for never within what is kept."""
    row = tx.first(_LAST, of_job=job)
    return row.at if row else None


def take_number(tx: Tx, counter: str) -> int:
    """The next number of a counter, from 1; given out once, also to two processes."""
    tx.lock(f"counter:{counter}")
    row = tx.first(_TAKE, counter=counter)
    if row is None:
        tx.run(_START, name=counter, value=1)
        return 1
    return int(row.value)
