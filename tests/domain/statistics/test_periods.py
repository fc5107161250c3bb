"""Periods as people name them, in the province's days."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.statistics.periods import Span, around, read

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("name", "first", "until"),
    [
        ("2026-W47", date(2026, 11, 16), date(2026, 11, 23)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 4)),
        ("2026-11", date(2026, 11, 1), date(2026, 12, 1)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_name_stands_for_whole_days(name: str, first: date, until: date) -> None:
    period = read(name)
    assert (period.first, period.until, period.key) == (first, until, name)
    assert around(period.span, period.first) == around(period.span, until.fromordinal(until.toordinal() - 1)) == period


@pytest.mark.parametrize("name", ["", "2026-W54", "2026-W00", "2026-13", "2026-Q5", "w47", "26-W47", "2026-11-03"])
def test_what_names_no_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"period|week|month"):
        read(name)


@pytest.mark.parametrize("name", ["2026-W01", "2026-01", "2026-Q1", "2026"])
def test_periods_follow_each_other_without_a_gap(name: str) -> None:
    period = read(name)
    assert period.before().until == period.first
    assert period.before().after() == period == period.after().before()


def test_a_year_ago_has_the_same_number_and_a_last_week_for_a_53rd() -> None:
    assert read("2026-W47").year_before().key == "2025-W47"
    assert read("2026-W53").year_before().key == "2025-W52"
    assert read("2026-Q1").year_before().key == "2025-Q1"


def test_a_week_is_monday_to_monday_in_local_time() -> None:
    sunday_night = datetime(2026, 3, 15, 23, 59, tzinfo=HANOI)
    week = around(Span.WEEK, sunday_night.date())
    assert week.bounds(HANOI) == (datetime(2026, 3, 9, tzinfo=HANOI), datetime(2026, 3, 16, tzinfo=HANOI))
