"""How much of the time to a deadline is used up at an instant: the other way round than the product asks it."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.deadline.calendars import Calendar, working_time
from domain.deadline.deadlines import Deadline
from domain.province.catalogue import Unit


def share_elapsed(calendar: Calendar, given: Deadline, now: datetime) -> float:
    """From 0 to 1; it stands still during pauses."""
    total = _net(calendar, given, given.due_at)
    if now >= given.due_at or not total:
        return 1.0 if now >= given.opened_at else 0.0
    return min(max(_net(calendar, given, now) / total, 0.0), 1.0)


def _net(calendar: Calendar, given: Deadline, until: datetime) -> timedelta:
    """The time that counts from opening to an instant: working time outside pauses; all time for calendar days."""
    if given.unit is Unit.CALENDAR_DAYS:
        return max(until - given.opened_at, timedelta(0))
    spans = [(given.opened_at, until), *((each.start, min(each.end, until)) for each in given.pauses)]
    whole, *paused = (working_time(calendar, start, max(start, end)) for start, end in spans)
    return whole - sum(paused, timedelta(0))
