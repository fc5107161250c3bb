"""What must hold of any deadline, in any layout of working hours: order, sums, replay, shares and their explanation."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadline.calendars import (
    Calendar,
    add_working_days,
    add_working_time,
    calendar,
    close_of,
    local_day,
    working_days_between,
    working_time,
)
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours, moment_of_share
from domain.deadline.explaining import Facts, facts_of
from domain.province.catalogue import Unit
from domain.province.files import parse
from tests.minutes import layouts
from tests.shares import share_elapsed

MINUTE = timedelta(minutes=1)
LAYOUTS = tuple(layouts())
NOTHING = timedelta(0)


@cache
def calendar_of(place: int) -> Calendar:
    return calendar(parse({"province.toml": LAYOUTS[place].toml()}), "so")


calendars = st.integers(0, len(LAYOUTS) - 1).map(calendar_of)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 6, 30)).map(lambda found: found.replace(tzinfo=UTC))  # noqa: DTZ001
minutes = st.integers(0, 30 * 24 * 60).map(lambda number: MINUTE * number)
days = st.integers(0, 30)
units = st.sampled_from((Unit.WORKING_DAYS, Unit.WORKING_HOURS, Unit.CALENDAR_DAYS))
waits = st.lists(st.tuples(minutes, minutes), max_size=3)


def made(own: Calendar, unit: Unit, received: datetime, amount: int, pauses: list[Pause], more: int = 0) -> Deadline:
    if unit is Unit.WORKING_DAYS:
        return deadline(own, received, amount, pauses, more)
    if unit is Unit.WORKING_HOURS:
        return deadline_in_hours(own, received, amount, pauses, more)
    return calendar_days(own, received, amount, more)


def after(received: datetime, waits: list[tuple[timedelta, timedelta]]) -> list[Pause]:
    return [Pause(received + wait, received + wait + length) for wait, length in waits]


# Order and sums


@given(calendars, units, instants, minutes, days, waits)
def test_a_later_receipt_never_gives_an_earlier_deadline(
    own: Calendar,
    unit: Unit,
    received: datetime,
    later: timedelta,
    amount: int,
    waits: list[tuple[timedelta, timedelta]],
) -> None:
    pauses = after(received, waits)
    first = made(own, unit, received, amount, pauses)
    assert made(own, unit, received + later, amount, pauses).due_at >= first.due_at


@given(calendars, units, instants, days, days, waits)
def test_more_time_never_gives_an_earlier_deadline_and_an_extension_is_more_time(
    own: Calendar, unit: Unit, received: datetime, amount: int, more: int, waits: list[tuple[timedelta, timedelta]]
) -> None:
    pauses = after(received, waits)
    longer = made(own, unit, received, amount + more, pauses).due_at
    assert longer >= made(own, unit, received, amount, pauses).due_at
    assert longer == made(own, unit, received, amount, pauses, more).due_at


@given(calendars, instants, days, days)
def test_days_and_hours_one_after_the_other_are_their_sum(
    own: Calendar, received: datetime, one: int, other: int
) -> None:
    first = deadline(own, received, one).due_at
    then = close_of(own, add_working_days(own, local_day(own, first), other))
    assert then == deadline(own, received, one + other).due_at
    hours = deadline_in_hours(own, received, one).due_at
    assert add_working_time(own, hours, timedelta(hours=other)) == deadline_in_hours(own, received, one + other).due_at


@given(calendars, instants, st.lists(minutes, max_size=4))
def test_working_time_and_working_days_add_up_in_any_order(
    own: Calendar, start: datetime, steps: list[timedelta]
) -> None:
    stops = [start, *(start + step for step in steps), start]
    assert sum((working_time(own, one, two) for one, two in pairwise(stops)), NOTHING) == NOTHING
    assert sum(working_days_between(own, one, two) for one, two in pairwise(stops)) == 0


@given(calendars, instants, minutes)
def test_adding_working_time_is_undone_by_measuring_it(own: Calendar, start: datetime, span: timedelta) -> None:
    span /= 10
    assert working_time(own, start, add_working_time(own, start, span)) == span


# Pauses


@given(calendars, units, instants, days, waits, st.floats(0, 1))
def test_pauses_in_any_order_and_split_anywhere_give_the_same(
    own: Calendar,
    unit: Unit,
    received: datetime,
    amount: int,
    waits: list[tuple[timedelta, timedelta]],
    share: float,
) -> None:
    pauses = after(received, waits)
    split = [
        half
        for each in reversed(pauses)
        for cut in [each.start + (each.end - each.start) * share]
        for half in (Pause(cut, each.end), Pause(each.start, cut))
    ]
    assert made(own, unit, received, amount, split) == made(own, unit, received, amount, pauses)


@given(calendars, instants, st.integers(1, 20), minutes, minutes)
def test_a_pause_never_ends_after_the_deadline_it_moved_and_without_working_time_moves_nothing(
    own: Calendar, received: datetime, amount: int, wait: timedelta, length: timedelta
) -> None:
    pause = Pause(received + wait, received + wait + length)
    usual = deadline(own, received, amount)
    moved = deadline(own, received, amount, [pause])
    assert all(each.end <= moved.due_at for each in moved.pauses)
    lost = sum(working_days_between(own, each.start, each.end) for each in moved.pauses)
    assert working_days_between(own, usual.due_at, moved.due_at) == lost
    if not working_time(own, pause.start, pause.end):
        assert moved == usual


# Replay and explanation


@given(calendars, units, instants, days, days, waits)
def test_a_deadline_counted_again_from_its_own_facts_is_the_same(
    own: Calendar, unit: Unit, received: datetime, amount: int, more: int, waits: list[tuple[timedelta, timedelta]]
) -> None:
    first = made(own, unit, received, amount, after(received, waits), more)
    again = made(own, first.unit, first.received, int(first.amount), list(first.pauses), int(first.extension))
    assert again == first
    assert made(own, unit, first.opened_at, amount, list(first.pauses), more).due_at == first.due_at


def counted_off(why: Facts) -> int:
    """Working days after the day of receipt up to the day it is due, by the facts alone."""
    first, last = (datetime.fromisoformat(why[name]).date() for name in ("counts_as_received", "due_at"))
    off = [(date.fromisoformat(each["first"]), date.fromisoformat(each["last"])) for each in why["skipped"]]
    between = [first + timedelta(number + 1) for number in range((last - first).days)]
    usual = [day for day in between if day.weekday() in why["weekdays"]]
    return sum(not any(one <= day <= other for one, other in off) for day in usual) + len(why["worked_instead"])


@given(calendars, instants, days, st.integers(0, 9), waits)
def test_the_facts_of_working_days_add_up_to_the_day_it_is_due(
    own: Calendar, received: datetime, amount: int, more: int, waits: list[tuple[timedelta, timedelta]]
) -> None:
    why = facts_of(own, deadline(own, received, amount, after(received, waits), more))
    assert json.loads(json.dumps(why)) == why
    assert counted_off(why) == amount + more + sum(each["working_days"] for each in why["pauses"])


@given(calendars, instants, days, st.integers(0, 9))
def test_the_facts_of_calendar_days_add_up_to_the_day_it_is_due(
    own: Calendar, received: datetime, amount: int, more: int
) -> None:
    why = facts_of(own, calendar_days(own, received, amount, more))
    first, last = (datetime.fromisoformat(why[name]).date() for name in ("counts_as_received", "due_at"))
    end = first + timedelta(amount + more)
    assert date.fromisoformat(why["rolled_from"] or last.isoformat()) == end
    off = [(date.fromisoformat(each["first"]), date.fromisoformat(each["last"])) for each in why["skipped"]]
    for day in (end + timedelta(number) for number in range((last - end).days)):
        assert day.weekday() not in why["weekdays"] or any(one <= day <= other for one, other in off)


@given(calendars, instants, days, waits)
def test_the_facts_of_hours_add_up_to_the_working_time_until_it_is_due(
    own: Calendar, received: datetime, amount: int, waits: list[tuple[timedelta, timedelta]]
) -> None:
    on_the_minute = received.replace(second=0, microsecond=0)
    why = facts_of(own, deadline_in_hours(own, on_the_minute, amount, after(on_the_minute, waits)))
    opened, due = (datetime.fromisoformat(why[name]) for name in ("counts_as_received", "due_at"))
    paused = sum(each["working_minutes"] for each in why["pauses"])
    assert working_time(own, opened, due) == timedelta(hours=amount, minutes=paused)


# Shares


@given(calendars, units, instants, st.integers(1, 20), waits, st.tuples(minutes, minutes))
def test_the_share_used_up_never_falls(
    own: Calendar,
    unit: Unit,
    received: datetime,
    amount: int,
    waits: list[tuple[timedelta, timedelta]],
    looks: tuple[timedelta, timedelta],
) -> None:
    promise = made(own, unit, received, amount, after(received, waits))
    early, late = sorted(received + look for look in looks)
    assert 0 <= share_elapsed(own, promise, early) <= share_elapsed(own, promise, late) <= 1
    assert share_elapsed(own, promise, promise.due_at) == 1


@given(calendars, units, instants, st.integers(1, 20), waits, st.floats(0, 1))
def test_a_share_s_moment_is_the_first_at_which_it_is_used_up(
    own: Calendar,
    unit: Unit,
    received: datetime,
    amount: int,
    waits: list[tuple[timedelta, timedelta]],
    share: float,
) -> None:
    promise = made(own, unit, received, amount, after(received, waits))
    moment = moment_of_share(own, promise, share)
    assert received <= moment <= promise.due_at
    assert share_elapsed(own, promise, moment) == pytest.approx(share, abs=1e-6)
    if share > 0:
        assert share_elapsed(own, promise, moment - timedelta(seconds=1)) < share
