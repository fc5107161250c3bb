"""The numbers of a week, counted by hand first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.case import handovers, moves
from domain.case.case import Case, Outcome
from domain.statistics.figures import Figures, count, week_of
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, answered, filed, looked, replying, said, term

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 3, 9, tzinfo=HANOI)
NEXT = MONDAY + timedelta(days=7)


def on(day: int, hour: int = 9) -> datetime:
    """That many days after Monday."""
    return MONDAY + timedelta(days=day, hours=hour)


def case(filed_on: int, due_on: int = 9, **changes: Any) -> Case:
    """Filed on one day, due at five on another."""
    return moves.file(
        _filing(due_on, **changes),
        LAN,
        on(filed_on).astimezone(UTC),
    ).case


def _filing(due_on: int, **changes: Any) -> moves.Filing:
    names = [name for name in moves.Filing.__dataclass_fields__ if name not in {"id", "term"}]
    case = filed(**changes).case
    facts = {name: getattr(case, name) for name in names}
    return moves.Filing(id=1, term=term(on(due_on, 17).astimezone(UTC)), **facts)


def _answered(found: Case, day: int, hour: int = 9) -> Case:
    now = on(day, hour).astimezone(UTC)
    return moves.answer(found, MINH, now, said(now=now)).case


def the_week() -> list[Case]:
    """Eleven cases; what each adds stands beside it."""
    closed = moves.confirm(_answered(case(0), 1), LAN, on(2), Outcome.SOLVED, on(20)).case  # received, 24 h, solved
    partly = moves.confirm(_answered(case(1), 3), LAN, on(4), Outcome.PARTLY, on(20)).case  # received, 48 h, partly
    late = _answered(case(-6, due_on=2), 3)  # answered after its deadline: 9 days
    silent = looked(_answered(case(-9), -8), on(1).astimezone(UTC)).case  # not confirmed
    again = moves.reopen(_answered(case(-3), 0), LAN, on(1), "Chưa xong", term(on(8))).case  # not solved, open
    withdrawn = moves.withdraw(case(2), LAN, on(3)).case  # received, withdrawn
    waiting = moves.ask(case(2, due_on=3), MINH, on(3), "Số?", (), "by", replying()).case  # received, open, waits
    overdue = case(-8, due_on=4, department=FINANCE)  # open, overdue
    fresh = case(4)  # received, open
    old = moves.confirm(_answered(case(-30), -29), LAN, on(-28), Outcome.SOLVED, on(20)).case  # nothing
    early = case(7)  # filed on the next Monday: nothing
    return [closed, partly, late, silent, again, withdrawn, waiting, overdue, fresh, old, early]


def test_a_week_counted_by_hand() -> None:
    assert count(the_week(), MONDAY, NEXT) == Figures(
        start=MONDAY,
        end=NEXT,
        received=5,
        answered=3,
        answered_on_time=2,
        solved=1,
        partly=1,
        not_solved=1,
        not_confirmed=1,
        withdrawn=1,
        open=4,
        waiting_for_business=1,
        overdue=1,
        median_hours=48.0,
        departments={CONSTRUCTION: (3, 0), FINANCE: (1, 1)},
    )


def test_no_cases_make_no_figures() -> None:
    assert count([], MONDAY, NEXT) == Figures(MONDAY, NEXT)


def test_a_period_holds_its_start_and_not_its_end() -> None:
    assert count([case(0)], on(0), NEXT).received == 1
    assert count([case(0)], on(-1), on(0)).received == 0


def test_a_case_reopened_and_taken_up_again_was_still_not_solved_that_week() -> None:
    back = moves.reopen(_answered(case(0), 1), LAN, on(2), "Chưa", term(on(9))).case
    taken = moves.accept(back, MINH, on(3)).case
    assert count([taken], MONDAY, NEXT).not_solved == 1
    assert count([taken], NEXT, NEXT + timedelta(days=7)).not_solved == 0


def test_answered_at_the_deadline_is_on_time() -> None:
    in_time = _answered(case(0, due_on=2), 2, 17)
    assert count([in_time], MONDAY, NEXT).answered_on_time == 1


def test_an_answer_within_an_extension_is_neither_on_time_nor_late() -> None:
    longer = handovers.extend(case(0, due_on=2), MINH, on(1), 3, "chờ Bộ trả lời", term(on(5, 17).astimezone(UTC))).case
    figures = count([_answered(longer, 4)], MONDAY, NEXT)
    assert (figures.answered, figures.answered_on_time, figures.answered_extended) == (1, 0, 1)
    late = count([_answered(longer, 6)], MONDAY, NEXT)
    assert (late.answered, late.answered_on_time, late.answered_extended) == (1, 0, 0)


def test_a_case_asked_about_after_its_deadline_is_still_counted_as_overdue() -> None:
    in_time = moves.ask(case(0, due_on=3), MINH, on(2).astimezone(UTC), "Số?", (), "by", replying()).case
    too_late = moves.ask(case(0, due_on=3), MINH, on(4).astimezone(UTC), "Số?", (), "by", replying()).case
    assert count([in_time], MONDAY, NEXT).overdue == 0
    assert count([too_late], MONDAY, NEXT).overdue == 1
    assert count([too_late], MONDAY, NEXT).waiting_for_business == 1


@pytest.mark.parametrize(("hours", "median"), [([5], 5.0), ([1, 9], 5.0), ([1, 2, 9], 2.0)])
def test_the_median_is_the_middle_or_between_the_two_middle_ones(hours: list[int], median: float) -> None:
    cases = [answered(filed().case, filed().case.filed_at + timedelta(hours=each)) for each in hours]
    assert count(cases, MONDAY, NEXT).median_hours == median


def test_a_week_is_monday_to_monday_in_local_time() -> None:
    sunday_night = datetime(2026, 3, 15, 23, 59, tzinfo=HANOI)
    assert week_of(sunday_night) == (MONDAY, NEXT)
    assert week_of(MONDAY) == (MONDAY, NEXT)
    assert week_of(NEXT)[0] == NEXT
