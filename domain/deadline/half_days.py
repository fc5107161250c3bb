"""In which half of a day something happened: all that may be known of when somebody who hides did it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from domain.deadline.calendars import Calendar, close_of, is_working_day, local_day

_NOON = time(12)


def half_day(calendar: Calendar, instant: datetime) -> datetime:
    """When the half of the day began (UTC): midnight or noon by the province's clock, or the close of a working day.

    What comes after the close counts from the next working day, so a deadline is the same from here as from `instant`.
    """
    return max(each for each in _beginnings(calendar, instant) if each <= instant)


def next_half_day(calendar: Calendar, instant: datetime) -> datetime:
    """When the next one begins (UTC)."""
    midnight = _at(calendar, datetime.combine(local_day(calendar, instant) + timedelta(1), time()))
    return min([each for each in _beginnings(calendar, instant) if each > instant], default=midnight)


def _beginnings(calendar: Calendar, instant: datetime) -> list[datetime]:
    day = local_day(calendar, instant)
    closes = [close_of(calendar, day)] if is_working_day(calendar, day) else []
    return [_at(calendar, datetime.combine(day, hour)) for hour in (time(), _NOON)] + closes


def _at(calendar: Calendar, local: datetime) -> datetime:
    return local.replace(tzinfo=calendar.timezone).astimezone(UTC)
