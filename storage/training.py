"""What officers have taught routing: cases that were moved and taken by the department they were moved to."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, exists, select

from domain.case.case import Case, Move, Tier
from storage import cases
from storage.database import Tx
from storage.statements import Statement, one_of, table
from storage.tables import CaseRow, JournalRow

BATCH = 500
_CASES = table(CaseRow)
_MOVED, _TAKEN = table(JournalRow).alias("moved"), table(JournalRow).alias("taken")
_BEFORE = exists().where(
    and_(
        _MOVED.c.case_id == _TAKEN.c.case_id,
        _MOVED.c.seq < _TAKEN.c.seq,
        one_of(_MOVED.c.move, [str(Move.ASSIGNED), str(Move.TRANSFERRED)]),
    )
)
_ACCEPTED = exists().where(
    and_(
        _TAKEN.c.case_id == _CASES.c.id,
        _TAKEN.c.move == str(Move.ACCEPTED),
        _TAKEN.c.department == _CASES.c.department,
        _BEFORE,
    )
)
_NEXT = Statement(
    select(_CASES.c.id)
    .where(
        _CASES.c.id > bindparam("after"),
        _CASES.c.tier == str(Tier.OPEN),
        _CASES.c.unmasked_at.is_(None),
        _CASES.c.department != "",
        _ACCEPTED,
    )
    .order_by(_CASES.c.id)
    .limit(BATCH)
)


def moved(tx: Tx, after: int = 0) -> list[Case]:
    """The next cases above this number, openly filed, that a department took after they had been moved to it."""
    return [case for row in tx.rows(_NEXT, after=after) if (case := cases.look(tx, row.id))]
