"""When a filing counts as received, when an answer is due, and when so much of the time until then is used up.

Instants go in and come out aware, in UTC; what days and hours are worked is in calendars.py, why a deadline falls when
it does in reasons.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from domain.deadline.calendars import (
    NOTHING,
    Calendar,
    add_working_days,
    add_working_time,
    close_of,
    is_working_day,
    local_day,
    next_opening,
    working_days_between,
    working_time,
)
from domain.province.catalogue import Unit


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
    # in order of time, for each is judged by the deadline as those before it have moved it
    for pause in merged(calendar, pauses, opened):
        if pause.start < close_of(calendar, due_day):  # a question at the very close is put too late
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
        if result and start <= result[-1].end:  # pauses that overlap or touch are one, and no day counts twice
            result[-1] = replace(result[-1], end=max(result[-1].end, end))
        elif max(start, opened) < end:
            result.append(Pause(max(start, opened), end))
    return tuple(result)


# Where a deadline stands


def _net(calendar: Calendar, given: Deadline) -> timedelta:
    """The time that counts from opening to the end: working time outside pauses; all time for calendar days."""
    if given.unit is Unit.CALENDAR_DAYS:
        return given.due_at - given.opened_at
    # no pause that counts ends after the deadline it moved, so each lies wholly within
    paused = (working_time(calendar, each.start, each.end) for each in given.pauses)
    return working_time(calendar, given.opened_at, given.due_at) - sum(paused, NOTHING)


def moment_of_share(calendar: Calendar, given: Deadline, share: float) -> datetime:
    """The earliest instant (UTC) at which a share from 0 to 1 of the time to a deadline is used up."""
    if share >= 1:
        return given.due_at
    span = _net(calendar, given) * max(share, 0.0)
    if given.unit is Unit.CALENDAR_DAYS:
        return given.opened_at + span
    moment = add_working_time(calendar, given.opened_at, span)
    for pause in given.pauses:
        if pause.start < moment:
            moment = add_working_time(calendar, moment, working_time(calendar, pause.start, pause.end))
    # a share is rounded to the microsecond, which must not lead past the deadline
    return min(moment, given.due_at)
