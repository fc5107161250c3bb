"""What officers have taught routing: cases that were moved and taken by the department they were moved to."""

from __future__ import annotations

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.case.case import Case, Move, Tier
from storage import cases
from storage.database import Tx
from storage.tables import CaseRow, JournalRow

BATCH = 500


def moved(tx: Tx, after: int = 0) -> list[Case]:
    """The next cases above this number, openly filed, that a department took after they had been moved to it."""
    earlier, taken = aliased(JournalRow), aliased(JournalRow)
    had_been_moved = exists().where(
        col(earlier.case_id) == col(taken.case_id),
        col(earlier.seq) < col(taken.seq),
        col(earlier.move).in_((Move.ASSIGNED, Move.TRANSFERRED)),
    )
    was_taken = exists().where(
        col(taken.case_id) == col(CaseRow.id),
        col(taken.move) == Move.ACCEPTED,
        col(taken.department) == col(CaseRow.department),
        had_been_moved,
    )
    openly = (CaseRow.tier == Tier.OPEN, col(CaseRow.unmasked_at).is_(None), CaseRow.department != "")
    found = select(CaseRow.id).where(col(CaseRow.id) > after, *openly, was_taken)
    rows = tx.rows(found.order_by(col(CaseRow.id)).limit(BATCH))
    return [case for row in rows if (case := cases.look(tx, row.id))]
