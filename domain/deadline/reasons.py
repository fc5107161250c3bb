"""The facts behind a deadline: which days were left out, taken in, paused or rolled over on the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.deadline.calendars import (
    Calendar,
    is_working_day,
    local_day,
    working_days_between,
    working_minutes_between,
    year_of,
)
from domain.deadline.deadlines import Deadline, Pause
from domain.deadline.public_holidays import Occasion
from domain.province.catalogue import SpecialDay, Unit


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


def explain(calendar: Calendar, given: Deadline) -> Explanation:
    """The facts that led to a deadline, for one sentence anybody can check on a wall calendar."""
    opened, due = local_day(calendar, given.opened_at), local_day(calendar, given.due_at)
    last = opened + timedelta(int(given.amount + given.extension))
    by_calendar = given.unit is Unit.CALENDAR_DAYS
    counted_from = last - timedelta(1) if by_calendar else opened  # only a last day off moves a count of calendar days
    return Explanation(
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
