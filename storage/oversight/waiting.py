"""Cases that wait for a department's first word, and what nobody has touched for long."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists
from sqlmodel import col, func, select

from domain.case.case import Role, State
from storage.database import Tx
from storage.tables import CaseRow, JournalRow

_FIRST = (State.FILED, State.REOPENED)
#: what these write into a journal is no word of anybody who works on the case
_NOT_WORK = (Role.BUSINESS, Role.CLOCK)


def untouched(tx: Tx, since: datetime) -> list[tuple[str, int, datetime]]:
    """By department, how many cases filed before then nobody has worked on since, and when the oldest was filed."""
    worked_on = exists().where(
        col(JournalRow.case_id) == col(CaseRow.id),
        col(JournalRow.at) >= since,
        col(JournalRow.role).not_in(_NOT_WORK),
    )
    found = (
        select(CaseRow.department, func.count().label("number"), func.min(CaseRow.filed_at).label("oldest"))
        .where(col(CaseRow.state).in_(_FIRST), col(CaseRow.filed_at) < since, ~worked_on)
        .group_by(col(CaseRow.department))
        .order_by(col(CaseRow.department))
    )
    return [(row.department, row.number, row.oldest) for row in tx.rows(found)]
