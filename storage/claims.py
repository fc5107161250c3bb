"""What is given out once, also to several processes: the period of a timed job, the next number of a counter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, func, select, update

from storage.database import Tx
from storage.statements import Prepared
from storage.tables import Counter, JobRun

# every case and every message of the page takes one
_TAKE = Prepared(
    update(Counter)
    .where(col(Counter.name) == bindparam("counter"))
    .values(value=col(Counter.value) + 1)
    .returning(col(Counter.value))
)


def claim_job(tx: Tx, job: str, period: str) -> bool:
    """True for exactly one caller per job and period, across processes and restarts."""
    return tx.put_once(JobRun, job=job, period=period, at=tx.now)


def is_claimed(tx: Tx, job: str, period: str) -> bool:
    """True once somebody has claimed this job's period."""
    return tx.first(select(JobRun.job).where(JobRun.job == job, JobRun.period == period)) is not None


def claimed_among(tx: Tx, job: str, periods: Collection[str]) -> dict[str, datetime]:
    """Which of these periods of a job were claimed within what is kept, and when."""
    if not periods:
        return {}
    wanted = select(JobRun.period, JobRun.at).where(JobRun.job == job, col(JobRun.period).in_(periods))
    return {row.period: row.at for row in tx.rows(wanted)}


def forget_job(tx: Tx, job: str, period: str) -> bool:
    """This job's period may be claimed again; False when it was not claimed, or longer ago than is kept."""
    return tx.run(delete(JobRun).where(col(JobRun.job) == job, col(JobRun.period) == period)) > 0


def last_claimed(tx: Tx, job: str) -> datetime | None:
    """When a period of this job was claimed last; None for never within what is kept."""
    at = col(JobRun.at)
    row = tx.first(select(at).where(JobRun.job == job).order_by(at.desc()).limit(1))
    return row.at if row else None


def has_counted(tx: Tx, counter: str = "") -> bool:
    """True when this counter has given out a number ("": any counter has)."""
    found = select(Counter).limit(1)
    return tx.first(found.where(col(Counter.name) == counter) if counter else found) is not None


def newest_claimed(tx: Tx, job: str) -> str:
    """The latest period of this job that was claimed, in the order of their names; "" for none."""
    row = tx.first(select(func.max(col(JobRun.period)).label("period")).where(JobRun.job == job))
    return row.period or ""


def forget_counter(tx: Tx, counter: str) -> None:
    """Nothing is counted under this name any more."""
    tx.run(delete(Counter).where(col(Counter.name) == counter))


def counted(tx: Tx, counter: str) -> int:
    """The last number a counter gave out; 0 for none."""
    row = tx.first(select(Counter.value).where(col(Counter.name) == counter))
    return int(row.value) if row else 0


def take_number(tx: Tx, counter: str) -> int:
    """The next number of a counter, from 1; given out once, also to two processes."""
    # without the lock two processes would both find no row yet, and both begin at 1
    tx.lock(f"counter:{counter}")
    row = tx.first(_TAKE, counter=counter)
    if row is None:
        tx.put(Counter, name=counter, value=1)
        return 1
    return int(row.value)
