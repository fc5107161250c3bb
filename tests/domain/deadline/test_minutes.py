"""100,000 random cases: the rules against an independent clock that counts minute by minute (tests/minutes.py)."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.deadline.calendars import Calendar, calendar
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours
from domain.province.files import parse
from tests.minutes import Minutes, Setting, Try, instant, layouts, minute, some_case
from tests.shares import share_elapsed

CASES = 100_000
SETTINGS = tuple(layouts())


@cache
def both(setting: Setting) -> tuple[Minutes, Calendar]:
    return Minutes(setting), calendar(parse({"province.toml": setting.toml()}), "so")


def by_rule(own: Calendar, case: Try) -> Deadline:
    received = instant(case.received)
    pauses = [Pause(instant(start), instant(end)) for start, end in case.pauses]
    if case.unit == "working_days":
        return deadline(own, received + timedelta(seconds=59), case.limit, pauses, case.more)
    if case.unit == "working_hours":
        return deadline_in_hours(own, received, case.limit / 60, pauses, case.more / 60)
    return calendar_days(own, received, case.limit, case.more)


def by_count(clock: Minutes, case: Try) -> int:
    total = case.limit + case.more
    if case.unit == "working_days":
        return clock.working_days(case.received, total, list(case.pauses))
    if case.unit == "working_hours":
        return clock.working_minutes(case.received, total, list(case.pauses))
    return clock.calendar_days(case.received, total)


def agree(setting: Setting, case: Try) -> None:
    clock, own = both(setting)
    assert by_rule(own, case).due_at == instant(by_count(clock, case)), (setting.zone, case)


@pytest.mark.parametrize("place", range(len(SETTINGS)))
def test_deadlines_agree_with_a_count_minute_by_minute(place: int) -> None:
    dice = random.Random(place)
    for _ in range(CASES // len(SETTINGS) + 1):
        agree(SETTINGS[place], some_case(dice))


CASES_OF_ITS_OWN = st.builds(
    Try,
    unit=st.sampled_from(("working_days", "working_hours")),
    received=st.integers(minute(datetime(2024, 1, 1, tzinfo=UTC)), minute(datetime(2028, 12, 31, tzinfo=UTC))),
    limit=st.integers(0, 40),
    more=st.integers(0, 10),
    pauses=st.just(()),
    now=st.just(0),
)
WAITS = st.lists(st.tuples(st.integers(-2000, 60_000), st.integers(0, 20_000)), max_size=3)


@settings(max_examples=300)
@given(st.sampled_from(SETTINGS), CASES_OF_ITS_OWN, WAITS)
def test_deadlines_agree_wherever_hypothesis_looks(setting: Setting, case: Try, waits: list[tuple[int, int]]) -> None:
    pauses = tuple((case.received + wait, case.received + wait + length) for wait, length in waits)
    agree(setting, replace(case, pauses=pauses))


@pytest.mark.parametrize("place", range(len(SETTINGS)))
def test_shares_agree_with_a_count_minute_by_minute(place: int) -> None:
    """To a minute and a half: what falls between two minutes the count cannot see."""
    dice = random.Random(place)
    clock, own = both(SETTINGS[place])
    for case in (some_case(dice) for _ in range(300)):
        if case.unit == "calendar_days":
            continue
        made, due = by_rule(own, case), by_count(clock, case)
        counted = [(minute(each.start), minute(each.end)) for each in made.pauses]
        whole = clock.used(case.received, due, counted)
        used = clock.used(case.received, min(case.now, due), counted)
        expected = used / whole if whole else float(case.now >= clock.opening(case.received))
        assert share_elapsed(own, made, instant(case.now)) == pytest.approx(expected, abs=1.5 / max(whole, 1)), case
