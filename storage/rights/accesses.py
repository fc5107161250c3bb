"""Who saw who is behind a hidden case: written once a person, case and day, never changed, no business named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from storage.database import Tx
from storage.tables import Access, CaseRow


@dataclass(frozen=True, slots=True)
class Seen:
    """Who saw what: `person` is 0 for whoever has no number, `case` is 0 where it was no one case."""

    role: str
    person: int
    name: str
    what: str
    case: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One look; `role` is the department's key where a department saw it, `code` is "" where it was no one case."""

    at: datetime
    role: str
    name: str
    what: str
    code: str


def note(tx: Tx, since: datetime, seen: Seen) -> bool:
    """One line; False, and nothing is written, where the same one stands there since this instant."""
    same = (Access.case_id == seen.case, Access.person == seen.person, Access.role == seen.role)
    # whoever has no number is told apart by their name
    alike = (*same, Access.what == seen.what, Access.name == seen.name, col(Access.at) >= since)
    if tx.first(select(Access.id).where(*alike).limit(1)):
        return False
    columns = {"role": seen.role, "person": seen.person, "name": seen.name, "what": seen.what, "case_id": seen.case}
    tx.put(Access, at=tx.now, **columns)
    return True


def last(tx: Tx, most: int) -> list[Line]:
    """The newest lines, the last first."""
    wanted = select(Access, CaseRow.code).join(CaseRow, col(CaseRow.id) == col(Access.case_id), isouter=True)
    rows = tx.rows(wanted.order_by(col(Access.at).desc(), col(Access.id).desc()).limit(most))
    return [Line(row.at, row.role, row.name, row.what, row.code or "") for row in rows]
