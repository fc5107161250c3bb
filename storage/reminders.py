"""What officers are to be reminded of, gathered until each audience's next message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.case.case import Part
from domain.case.reminders import Reminder
from domain.messages import Audience, To
from storage.database import Tx
from storage.statements import Statement, put, table
from storage.tables import CaseRow, ReminderRow

_REMINDERS = table(ReminderRow)
_CASES = table(CaseRow)
_PUT = put(ReminderRow, "audience", "department", "case_id", "what", "since", "deadline", "urgent")
_AUDIENCES = Statement(
    select(_REMINDERS.c.audience, _REMINDERS.c.department)
    .distinct()
    .order_by(_REMINDERS.c.audience, _REMINDERS.c.department)
)
_OF = (_REMINDERS.c.audience == bindparam("to_audience"), _REMINDERS.c.department == bindparam("of_department"))
_LINES = Statement(
    select(
        _REMINDERS,
        _CASES.c.code,
        _CASES.c.state,
        _CASES.c.department.label("holder"),
        _CASES.c.deadline.label("due"),
        _CASES.c.first_word_at,
        _CASES.c.parts,
    )
    .join(_CASES, _CASES.c.id == _REMINDERS.c.case_id)
    .where(*_OF)
    .order_by(_REMINDERS.c.since, _REMINDERS.c.id)
)
_FORGET = Statement(delete(_REMINDERS).where(_REMINDERS.c.id == bindparam("number")))


@dataclass(frozen=True, slots=True)
class Line:
    """A gathered reminder with what has become of its case; `deadline` is the case's when the clock looked.

    `has_heard`: the business has had a word; `owing` are the co-operating departments that have not said theirs.
    """

    id: int
    case: int
    code: str
    department: str
    state: str
    what: str
    since: datetime
    deadline: datetime | None
    due: datetime | None
    urgent: bool
    has_heard: bool = False
    owing: tuple[str, ...] = ()


def keep(tx: Tx, reminder: Reminder, deadline: datetime | None) -> None:
    """Gather one line for its audience's next message."""
    tx.run(
        _PUT,
        audience=reminder.to.audience,
        department=reminder.to.department,
        case_id=reminder.case,
        what=reminder.what,
        since=reminder.since,
        deadline=deadline,
        urgent=reminder.urgent,
    )


def audiences(tx: Tx) -> list[To]:
    """Everybody something has been gathered for."""
    return [To(Audience(row.audience), department=row.department) for row in tx.rows(_AUDIENCES)]


def lines(tx: Tx, to: To) -> list[Line]:
    """What has been gathered for an audience, the longest waiting first; locked to the end of the transaction."""
    tx.lock(f"reminders:{to.audience}:{to.department}")
    return [_line(row) for row in tx.rows(_LINES, to_audience=to.audience, of_department=to.department)]


def forget(tx: Tx, told: Iterable[Line]) -> None:
    """These have been told, or are not to be; what another process has gathered meanwhile stays."""
    for line in told:
        tx.run(_FORGET, number=line.id)


def _line(row: Any) -> Line:
    return Line(
        id=row.id,
        case=row.case_id,
        code=row.code,
        department=row.holder,
        state=row.state,
        what=row.what,
        since=row.since,
        deadline=row.deadline,
        due=row.due,
        urgent=bool(row.urgent),
        has_heard=row.first_word_at is not None,
        owing=tuple(part.department for part in map(Part.read, row.parts) if part.said_at is None),
    )
