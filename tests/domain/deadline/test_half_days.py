"""Of somebody who hides only the half of the day is known, and their deadline is the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.deadline.calendars import Calendar, calendar
from domain.deadline.deadlines import deadline
from domain.deadline.half_days import half_day, next_half_day
from domain.province.catalogue import Catalogue

INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001


@pytest.fixture(scope="module")
def usual(lang_son: Catalogue) -> Calendar:
    return calendar(lang_son)


def test_it_begins_at_midnight_noon_or_the_close(usual: Calendar) -> None:
    def local(instant: datetime) -> str:
        return instant.astimezone(usual.timezone).strftime("%a %H:%M")

    monday = datetime(2026, 3, 9, tzinfo=usual.timezone)
    hours = {0: "00:00", 8: "00:00", 11: "00:00", 12: "12:00", 16: "12:00", 17: "17:00", 23: "17:00"}
    for hour, begins in hours.items():
        assert local(half_day(usual, monday + timedelta(hours=hour, minutes=1))) == f"Mon {begins}"
    assert local(half_day(usual, monday - timedelta(hours=1))) == "Sun 12:00", "nobody closes on a Sunday"
    assert local(next_half_day(usual, monday + timedelta(hours=23))) == "Tue 00:00"
    assert local(next_half_day(usual, monday + timedelta(hours=13))) == "Mon 17:00"


@settings(deadline=None, max_examples=300)
@given(INSTANTS)
def test_the_deadline_is_the_same_from_there(usual: Calendar, instant: datetime) -> None:
    begun = half_day(usual, instant)
    assert begun <= instant < next_half_day(usual, instant)
    assert half_day(usual, begun) == begun
    assert deadline(usual, begun, 7).due_at == deadline(usual, instant, 7).due_at
