"""From a figure of open cases back to the dates its cases have: how old they are, how soon they are due."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.deadline.calendars import Calendar, add_working_days, close_of, local_day, working_days_between
from domain.statistics.shares import AGE_BANDS, AGES, INSTANT, SOON


def soon(calendar: Calendar, at: datetime) -> datetime:
    """Up to when a deadline counts as due soon just before `at`."""
    return close_of(calendar, add_working_days(calendar, local_day(calendar, at - INSTANT), SOON))


def filed_in(calendar: Calendar, key: str, at: datetime) -> tuple[datetime | None, datetime | None]:
    """From when and before when the cases of an age band were filed, as seen just before `at`; None: no such end."""
    place = AGE_BANDS.index(key)
    oldest = _first_of_age(calendar, AGES[place], at) if place < len(AGES) else None
    return oldest, _first_of_age(calendar, AGES[place - 1], at) if place else None


def _first_of_age(calendar: Calendar, days: int, at: datetime) -> datetime:
    """The first instant from which on a case would be at most so many working days old."""
    day = local_day(calendar, at - INSTANT)
    while working_days_between(calendar, _midnight(calendar, day - timedelta(days=1)), at - INSTANT) <= days:
        day -= timedelta(days=1)
    return _midnight(calendar, day)


def _midnight(calendar: Calendar, day: date) -> datetime:
    return datetime.combine(day, time(), calendar.timezone)
