"""How routing did and what officers have taught it: cases that were moved, and taken by whom they were moved to."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import exists, func
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


def times_moved(tx: Tx, since: datetime, until: datetime) -> Counter[tuple[str, int]]:
    """How many of the cases filed in a time went to each department first and were moved so often, 2 for more.

    The department is "" where the task group had to name the first one, which is not a move.
    """
    filed, later = aliased(JournalRow), aliased(JournalRow)
    moves = (
        select(func.count(col(later.seq)))
        .where(col(later.case_id) == col(filed.case_id), col(later.move).in_((Move.ASSIGNED, Move.TRANSFERRED)))
        .scalar_subquery()
    )
    each = select(filed.facts, moves.label("moves")).where(
        filed.move == Move.FILED, col(filed.at) >= since, col(filed.at) < until
    )
    found: Counter[tuple[str, int]] = Counter()
    for row in tx.rows(each):
        first = str(row.facts.get("department", ""))
        found[first, min(row.moves if first else max(row.moves - 1, 0), 2)] += 1
    return found
