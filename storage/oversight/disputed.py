"""Cases that are a dispute, or may become one."""

from __future__ import annotations

from sqlmodel import col, select

from domain.case.case import ENDED, Case
from storage import cases
from storage.database import Tx
from storage.tables import CaseRow

MOST = 100


def live(tx: Tx) -> list[Case]:
    """Up to a hundred that have not ended, those not decided on first, then the oldest first."""
    marked = select(CaseRow).where(col(CaseRow.dispute).in_(["suspected", "yes"]), CaseRow.dispute != "")
    going_on = marked.where(col(CaseRow.state).not_in(sorted(ENDED)))
    rows = tx.rows(going_on.order_by(col(CaseRow.dispute), col(CaseRow.id)).limit(MOST))
    return [cases.known(tx, row) for row in rows]


def marked(tx: Tx) -> list[int]:
    """The numbers of all cases that were ever marked, whatever was decided of them."""
    return [row.id for row in tx.rows(select(CaseRow.id).where(CaseRow.dispute != "").order_by(col(CaseRow.id)))]
