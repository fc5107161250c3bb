"""When a filing counts as received, when an answer is due, how much of the time is used up, and why.

Instants go in and come out aware, in UTC; what days and hours are worked is in calendars.py, whose functions can be
taken from here, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from domain.deadline.calendars import (
    NOTHING,
    Calendar,
    Occasion,
    Opening,
    OutsideCalendar,
    add_working_days,
    add_working_time,
    calendar,
    close_of,
    in_working_time,
    is_working_day,
    local_day,
    next_opening,
    openings,
    working_days_between,
    working_minutes_between,
    working_time,
    year_of,
)
from domain.province.catalogue import SpecialDay, Unit

__all__ = [
    "Calendar",
    "Deadline",
    "Explanation",
    "Occasion",
    "Opening",
    "OutsideCalendar",
    "Pause",
    "PauseFact",
    "Skipped",
    "add_working_days",
    "add_working_time",
    "calendar",
    "calendar_days",
    "close_of",
    "deadline",
    "deadline_in_hours",
    "explain",
    "in_working_time",
    "is_working_day",
    "local_day",
    "merged",
    "moment_of_share",
    "next_opening",
    "openings",
    "received_at",
    "share_elapsed",
    "working_days_between",
    "working_minutes_between",
    "working_time",
]


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """The business owed something from start to end; a pause that still runs ends at the caller's now."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due (UTC) with every fact it was computed from; pauses are those that moved it."""

    due_at: datetime
    received: datetime
    opened_at: datetime
    unit: Unit
    amount: float
    extension: float = 0
    pauses: tuple[Pause, ...] = ()
    calendar_version: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A run of local days off with its occasions, and the catalogue's names for its special days."""

    first: date
    last: date
    occasions: tuple[Occasion, ...]
    names: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PauseFact:
    """One pause in local days, and the working days or minutes it moved the deadline by."""

    first: date
    last: date
    working_days: int
    working_minutes: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts behind a deadline, in local days; the words for them are made elsewhere."""

    received_day: date
    counts_as_received: date
    first_day: date
    due_day: date
    due_at: datetime
    unit: Unit
    amount: float
    skipped: tuple[Skipped, ...]
    worked_instead: tuple[date, ...]
    own_hours: tuple[SpecialDay, ...]
    pauses: tuple[PauseFact, ...]
    extension: float
    rolled_from: date | None
    calendar_version: str


# Deadlines


def received_at(calendar: Calendar, instant: datetime) -> datetime:
    """When a filing counts as received (UTC): at once within working time, else at the next opening."""
    return next_opening(calendar, instant)


def deadline(
    calendar: Calendar,
    received: datetime,
    working_days: int,
    pauses: Iterable[Pause] = (),
    extension_days: int = 0,
) -> Deadline:
    """The close of the working_days-th working day after the day of receipt, moved by pauses and an extension.

    A pause moves it by the working days after its first day up to its last, and so never ends after it; a pause begun
    when the deadline was past moves nothing, so that late stays late.
    """
    opened = received_at(calendar, received)
    due_day = add_working_days(calendar, local_day(calendar, opened), working_days + extension_days)
    counted = []
    for pause in merged(calendar, pauses, opened):
        if pause.start < close_of(calendar, due_day):
            due_day = add_working_days(calendar, due_day, working_days_between(calendar, pause.start, pause.end))
            counted.append(pause)
    due_at = close_of(calendar, due_day)
    facts = (Unit.WORKING_DAYS, working_days, extension_days, tuple(counted), calendar.version)
    return Deadline(due_at, received.astimezone(UTC), opened, *facts)


def deadline_in_hours(
    calendar: Calendar,
    received: datetime,
    working_hours: float,
    pauses: Iterable[Pause] = (),
    extension_hours: float = 0,
) -> Deadline:
    """The instant at which so many working hours have passed since receipt; pauses move it by their working time."""
    opened = received_at(calendar, received)
    due_at = add_working_time(calendar, opened, timedelta(hours=working_hours + extension_hours))
    counted = []
    for pause in merged(calendar, pauses, opened):
        if pause.start < due_at:
            due_at = add_working_time(calendar, due_at, working_time(calendar, pause.start, pause.end))
            counted.append(pause)
    facts = (Unit.WORKING_HOURS, working_hours, extension_hours, tuple(counted), calendar.version)
    return Deadline(due_at, received.astimezone(UTC), opened, *facts)


def calendar_days(calendar: Calendar, received: datetime, days: int, extension_days: int = 0) -> Deadline:
    """The close of the days-th calendar day after the day of receipt; of the next working day when that is a day off.

    So counts the Civil Code 2015 (articles 147 and 148), and with it the laws on complaints and denunciations. Nothing
    pauses it.
    """
    opened = received_at(calendar, received)
    last = local_day(calendar, opened) + timedelta(days + extension_days)
    due_day = last if is_working_day(calendar, last) else add_working_days(calendar, last, 1)
    facts = (Unit.CALENDAR_DAYS, days, extension_days, (), calendar.version)
    return Deadline(close_of(calendar, due_day), received.astimezone(UTC), opened, *facts)


def merged(calendar: Calendar, pauses: Iterable[Pause], opened: datetime) -> tuple[Pause, ...]:
    """Pauses in order without overlaps and without what lies before the case was opened.

    A question or an answer after hours counts, like a filing, at the next opening: else an answer on a Saturday to a
    question of a Friday would find a deadline that went by on that Friday.
    """
    result: list[Pause] = []
    for start, end in sorted((received_at(calendar, each.start), received_at(calendar, each.end)) for each in pauses):
        if result and start <= result[-1].end:
            result[-1] = replace(result[-1], end=max(result[-1].end, end))
        elif max(start, opened) < end:
            result.append(Pause(max(start, opened), end))
    return tuple(result)


# Where a deadline stands


def _net(calendar: Calendar, given: Deadline, until: datetime) -> timedelta:
    """The time that counts from opening to an instant: working time outside pauses; all time for calendar days."""
    if given.unit is Unit.CALENDAR_DAYS:
        return max(until - given.opened_at, NOTHING)
    spans = [(given.opened_at, until), *((each.start, min(each.end, until)) for each in given.pauses)]
    whole, *paused = (working_time(calendar, start, max(start, end)) for start, end in spans)
    return whole - sum(paused, NOTHING)


def share_elapsed(calendar: Calendar, given: Deadline, now: datetime) -> float:
    """How much of the time to a deadline is used up, from 0 to 1; it stands still during pauses."""
    total = _net(calendar, given, given.due_at)
    if now >= given.due_at or not total:
        return 1.0 if now >= given.opened_at else 0.0
    return min(max(_net(calendar, given, now) / total, 0.0), 1.0)


def moment_of_share(calendar: Calendar, given: Deadline, share: float) -> datetime:
    """The earliest instant (UTC) at which a share from 0 to 1 of the time to a deadline is used up."""
    if share >= 1:
        return given.due_at
    span = _net(calendar, given, given.due_at) * max(share, 0.0)
    if given.unit is Unit.CALENDAR_DAYS:
        return given.opened_at + span
    moment = add_working_time(calendar, given.opened_at, span)
    for pause in given.pauses:
        if pause.start < moment:
            moment = add_working_time(calendar, moment, working_time(calendar, pause.start, pause.end))
    return min(moment, given.due_at)


# Why


def explain(calendar: Calendar, given: Deadline) -> Explanation:
    """The facts that led to a deadline, for one sentence anybody can check on a wall calendar."""
    opened, due = local_day(calendar, given.opened_at), local_day(calendar, given.due_at)
    first = add_working_days(calendar, opened, 1)
    last = opened + timedelta(int(given.amount + given.extension))
    by_calendar = given.unit is Unit.CALENDAR_DAYS
    counted_from = last - timedelta(1) if by_calendar else opened  # only a last day off moves a count of calendar days
    return Explanation(
        received_day=local_day(calendar, given.received),
        counts_as_received=opened,
        first_day=opened + timedelta(1) if by_calendar else first,
        due_day=due,
        due_at=given.due_at,
        unit=given.unit,
        amount=given.amount,
        skipped=tuple(_skipped(calendar, counted_from, due)),
        worked_instead=tuple(_worked_instead(calendar, counted_from, due)),
        own_hours=tuple(_own_hours(calendar, opened if given.unit is Unit.WORKING_HOURS else due, due)),
        pauses=tuple(_pause_fact(calendar, each) for each in given.pauses),
        extension=given.extension,
        rolled_from=last if by_calendar and last != due else None,
        calendar_version=given.calendar_version,
    )


def _pause_fact(calendar: Calendar, pause: Pause) -> PauseFact:
    first, last = local_day(calendar, pause.start), local_day(calendar, pause.end)
    days = working_days_between(calendar, pause.start, pause.end)
    return PauseFact(first, last, days, working_minutes_between(calendar, pause.start, pause.end))


def _days_after(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days) for days in range(1, (last - first).days + 1))


def _worked_instead(calendar: Calendar, first: date, last: date) -> Iterator[date]:
    """Days after first up to last that are worked although their weekday usually is not."""
    usual = calendar.hours.weekdays
    return (day for day in _days_after(first, last) if day.weekday() not in usual and is_working_day(calendar, day))


def _own_hours(calendar: Calendar, first: date, last: date) -> Iterator[SpecialDay]:
    """Days from first to last that are worked at hours of their own."""
    for each in calendar.special_days.values():
        if each.is_worked and each.sessions and first <= each.day <= last:
            yield each


def _skipped(calendar: Calendar, first: date, last: date) -> Iterator[Skipped]:
    """Runs of days off after first up to last; plain weekends join a run together but do not make one."""
    run: list[date] = []
    for day in _days_after(first, last):
        if is_working_day(calendar, day):
            yield from _run(calendar, run)
            run = []
        elif day.weekday() in calendar.hours.weekdays:
            run.append(day)
    yield from _run(calendar, run)


def _run(calendar: Calendar, days: list[date]) -> Iterator[Skipped]:
    if not days:
        return
    occasions = dict.fromkeys(year_of(calendar, day.year).holidays[day] for day in days)
    named = [calendar.special_days[day].names for day in days if day in calendar.special_days]
    yield Skipped(days[0], days[-1], tuple(occasions), tuple(named))
