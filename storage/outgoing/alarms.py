"""What is wrong just now, whichever process has found it: so that each thing is told once, and its end once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select, update

from storage.database import Tx
from storage.tables import AlarmRow


@dataclass(frozen=True, slots=True)
class Standing:
    """An alarm that stands: its name, what it is about ("" for the whole), since when, and when it was last seen."""

    name: str
    subject: str
    since: datetime
    seen_at: datetime


def raise_(tx: Tx, name: str, subject: str) -> bool:
    """It is wrong now; True for the one who has found it first."""
    if tx.put_once(AlarmRow, name=name, subject=subject, since=tx.now, seen_at=tx.now):
        return True
    tx.run(update(AlarmRow).where(col(AlarmRow.name) == name, col(AlarmRow.subject) == subject).values(seen_at=tx.now))
    return False


def end(tx: Tx, standing: Standing) -> bool:
    """It is over; True for the one who has found that first."""
    this = (col(AlarmRow.name) == standing.name, col(AlarmRow.subject) == standing.subject)
    return tx.run(delete(AlarmRow).where(*this)) > 0


def every(tx: Tx) -> list[Standing]:
    """All that stand, oldest first."""
    rows = tx.rows(select(AlarmRow).order_by(col(AlarmRow.since), col(AlarmRow.name), col(AlarmRow.subject)))
    return [Standing(row.name, row.subject, row.since, row.seen_at) for row in rows]
