"""What a report says of a period: its figures, the same broken down, and the cases behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.case.case import Case, Matter, Outcome, State, is_open, is_overdue, is_paused
from domain.deadline.calendars import Calendar, local_day, working_days_between
from domain.oversight.tally import Told
from domain.statistics.counting import Dimension, Groups
from domain.statistics.courses import Bounds
from domain.statistics.figures import Figures
from domain.statistics.periods import Period, around
from domain.statistics.shares import INSTANT


class Delay(StrEnum):
    """Why a case is late, as far as its journal tells."""

    NOT_ACCEPTED = "not-accepted"
    ASKED_TOO_LATE = "asked-too-late"
    REOPENED = "reopened"
    TRANSFERRED = "transferred"
    EXTENDED = "extended"
    WORKED_ON = "worked-on"


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a report's list: nothing here names a business or a person.

    `handed_at` is since when its department has it, where that was asked for, or since when it is declined; `since` the
    earlier report of the same kind (2026-W40) in which it already was open, "" for none.
    """

    code: str
    kind: Matter
    department: str
    topic: str
    state: State
    filed_at: datetime
    deadline: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None
    transfers: int
    reopenings: int
    extension_days: int
    days_late: int
    delay: Delay | None
    handed_at: datetime | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A case that is a dispute ("yes") or may become one ("suspected"), and by which signs."""

    code: str
    department: str
    topic: str
    filed_at: datetime
    risks: tuple[str, ...]
    dispute: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says; `year_ago` is None where there were no cases then.

    `bounds` end earlier than the period where it is not over. `trend` are the periods up to this one, the oldest first;
    `cases` those that were to be handled, by code, `overdue` those late at the end, the longest late first;
    `hours` what was received in each hour of the week; `directives` those open at any moment of the period, `disputes`
    the cases in hand at its end that are one or may become one.
    """

    period: Period
    bounds: Bounds
    figures: Figures
    before: Figures
    year_ago: Figures | None
    groups: Mapping[Dimension, Groups]
    groups_before: Mapping[Dimension, Groups]
    trend: Sequence[tuple[Period, Figures]]
    cases: Sequence[Listed]
    overdue: Sequence[Listed]
    beyond: Sequence[Listed]
    issues: Sequence[tuple[str, str, str, int]]
    hours: Sequence[int] = ()
    directives: Sequence[Told] = ()
    disputes: Sequence[Disputed] = ()


def longest_late(cases: Sequence[Listed]) -> tuple[Listed, ...]:
    """The longest late first."""
    return tuple(sorted(cases, key=lambda each: (-each.days_late, each.code)))


def listed(
    case: Case, department: str, of: tuple[Period, datetime], calendar: Calendar, handed_at: datetime | None = None
) -> Listed:
    """A case as a period's report up to an instant lists it, under the name its department has today."""
    period, end = of
    late = 0
    if case.deadline is not None and is_overdue(case, end):
        late = max(1, working_days_between(calendar, case.deadline, end - INSTANT))
    return Listed(
        case.code,
        case.kind,
        department,
        case.topic,
        case.state,
        case.filed_at,
        case.deadline,
        case.answered_at,
        case.ended_at,
        case.outcome,
        case.transfers,
        case.reopenings,
        case.extension_days,
        late,
        delay(case) if late else None,
        case.answered_at if case.state is State.DECLINED else handed_at,
        _open_since(case, period, calendar),
    )


def _open_since(case: Case, period: Period, calendar: Calendar) -> str:
    """The first of the earlier reports that carried the case forward as it is open now."""
    came = case.reopened_at or case.filed_at
    first = around(period.span, local_day(calendar, came))
    return first.key if is_open(case) and first.first < period.first else ""


def delay(case: Case) -> Delay:
    """Why a late case is late: the first of the reasons that its journal shows."""
    if case.state is State.ASKED and not is_paused(case):
        return Delay.ASKED_TOO_LATE
    if case.reopenings:
        return Delay.REOPENED
    if not case.accepted_by and not case.accepted_at:
        return Delay.TRANSFERRED if case.transfers else Delay.NOT_ACCEPTED
    if case.transfers:
        return Delay.TRANSFERRED
    return Delay.EXTENDED if case.extension_days else Delay.WORKED_ON
