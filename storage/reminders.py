"""What officers are to be reminded of, gathered until each audience's next message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col, delete

from domain.case.reminders import Reminder
from domain.messages import Audience, To
from storage import cases
from storage.database import Tx
from storage.tables import CaseRow, ReminderRow


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


@dataclass(frozen=True, slots=True)
class Owed:
    """A gathered reminder of a directive."""

    id: int
    directive: int
    what: str
    since: datetime
    urgent: bool = False


def keep_owed(tx: Tx, to: To, directive: int, what: str) -> None:
    """Gather one line about a directive for its audience's next message."""
    whom = {"audience": to.audience, "department": to.department}
    tx.put(ReminderRow, **whom, directive_id=directive, case_id=0, what=what, since=tx.now, deadline=None, urgent=False)


def owed(tx: Tx, to: To) -> list[Owed]:
    """What has been gathered of directives for an audience; call `lines` first, which locks."""
    here = (col(ReminderRow.audience) == to.audience, col(ReminderRow.department) == to.department)
    found = tx.rows(select(ReminderRow).where(*here, col(ReminderRow.directive_id) != 0).order_by(col(ReminderRow.id)))
    return [Owed(row.id, row.directive_id, row.what, row.since) for row in found]


def keep(tx: Tx, reminder: Reminder, deadline: datetime | None) -> None:
    """Gather one line for its audience's next message."""
    tx.put(
        ReminderRow,
        audience=reminder.to.audience,
        department=reminder.to.department,
        case_id=reminder.case,
        what=reminder.what,
        since=reminder.since,
        deadline=deadline,
        urgent=reminder.urgent,
        directive_id=0,
    )


def audiences(tx: Tx) -> list[To]:
    """Everybody something has been gathered for."""
    who = (col(ReminderRow.audience), col(ReminderRow.department))
    return [
        To(Audience(row.audience), department=row.department) for row in tx.rows(select(*who).distinct().order_by(*who))
    ]


def lines(tx: Tx, to: To) -> list[Line]:
    """What has been gathered for an audience, the longest waiting first; locked to the end of the transaction."""
    # two processes in the same morning: the second waits here, and then finds that these have been told and forgotten
    tx.lock(f"reminders:{to.audience}:{to.department}")
    gathered = (
        select(
            ReminderRow,
            col(CaseRow.code),
            col(CaseRow.state),
            col(CaseRow.department).label("holder"),
            col(CaseRow.deadline).label("due"),
            col(CaseRow.rest),
        )
        .join(CaseRow, col(CaseRow.id) == col(ReminderRow.case_id))
        .where(col(ReminderRow.audience) == to.audience, col(ReminderRow.department) == to.department)
        .order_by(col(ReminderRow.since), col(ReminderRow.id))
    )
    return [_line(row, cases.opened(tx, row.case_id, row.rest)) for row in tx.rows(gathered)]


def forget(tx: Tx, told: Iterable[Line | Owed]) -> None:
    """These have been told, or are not to be; what another process has gathered meanwhile stays."""
    tx.run(delete(ReminderRow).where(col(ReminderRow.id).in_([line.id for line in told])))


def _line(row: Any, rest: dict[str, Any]) -> Line:
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
        urgent=row.urgent,
        has_heard=rest["first_word_at"] is not None,
        owing=tuple(part["department"] for part in rest["parts"] if part["said_at"] is None),
    )
