"""The numbers of a week, counted by hand first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.case import corrections, handovers, moves
from domain.case.case import Outcome
from domain.case.decisions import Decision
from domain.oversight import projects
from domain.oversight.projects import Project
from domain.statistics.figures import Figures, quantile
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, TUAN, filed, looked, replying, said, term
from tests.counted import counted

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 3, 9, tzinfo=HANOI)
NEXT = MONDAY + timedelta(days=7)
WEEK = (MONDAY, NEXT)

Story = list[Decision]


def on(day: int, hour: int = 9) -> datetime:
    """That many days after Monday (UTC)."""
    return (MONDAY + timedelta(days=day, hours=hour)).astimezone(UTC)


def case(filed_on: int, due_on: int = 9, **changes: Any) -> Story:
    """Filed on one day, due at five on another."""
    names = [name for name in moves.Filing.__dataclass_fields__ if name not in {"id", "term", "network", "others"}]
    facts = {name: getattr(filed(**changes).case, name) for name in names}
    return [moves.file(moves.Filing(id=1, term=term(on(due_on, 17)), **facts), LAN, on(filed_on))]


def answer(story: Story, day: int, hour: int = 9) -> Story:
    return [*story, moves.answer(story[-1].case, MINH, on(day, hour), said(now=on(day, hour)))]


def close(story: Story, day: int, outcome: Outcome) -> Story:
    return [*story, moves.confirm(story[-1].case, LAN, on(day), outcome, on(20))]


def back(story: Story, day: int) -> Story:
    return [*story, moves.reopen(story[-1].case, LAN, on(day), "Chưa xong", term(on(day + 7)))]


def asked(story: Story, day: int) -> Story:
    return [*story, moves.ask(story[-1].case, MINH, on(day), "Số?", (), "by", replying(on(day)))]


def the_week() -> list[Story]:
    """Eleven cases; what each adds stands beside it (a working day has seven and a half hours)."""
    closed = close(answer(case(0), 1), 2, Outcome.SOLVED)  # received, answered after 7.5 h, solved
    partly = close(answer(case(1), 3), 4, Outcome.PARTLY)  # received, answered after 15 h, partly
    late = answer(case(-6, due_on=2), 3)  # carried over, answered after its deadline: Tuesday to Thursday, 52.5 h
    silent = answer(case(-9), -8)
    silent = [*silent, looked(silent[-1].case, on(1))]  # not confirmed
    again = back(answer(case(-3), 0), 1)  # carried over, not solved, carried forward as an appeal
    withdrawn = case(2)
    withdrawn = [*withdrawn, moves.withdraw(withdrawn[-1].case, LAN, on(3))]  # received, withdrawn
    waiting = asked(case(2, due_on=3), 3)  # received, carried forward, its clock stands
    overdue = case(-8, due_on=4, department=FINANCE)  # carried over and forward, overdue
    fresh = case(4)  # received, carried forward, due on the Wednesday after
    old = close(answer(case(-30), -29), -28, Outcome.SOLVED)  # nothing
    early = case(7)  # filed on the next Monday: nothing
    return [closed, partly, late, silent, again, withdrawn, waiting, overdue, fresh, old, early]


def test_a_week_counted_by_hand() -> None:
    assert counted(the_week(), WEEK) == Figures(
        carried_over=3,
        received=5,
        returned=0,
        to_handle=8,
        handled=4,
        carried_forward=4,
        still_open=2,
        accepted=5,
        answered=3,
        on_time=2,
        late=1,
        solved=1,
        partly=1,
        not_solved=1,
        not_confirmed=1,
        withdrawn=1,
        reopened=1,
        appeals=1,
        waiting_for_business=1,
        paused_now=1,
        overdue_now=1,
        due_soon=2,
        age_to_3=2,
        age_to_7=1,
        age_to_15=1,
        **_hours(acceptance=(7.5, 15.0, 52.5, 7.5, 7.5), first_word=(7.5, 15.0, 52.5, 7.5, 7.5)),
        median_resolution_hours=15.0,
        p90_resolution_hours=45.0,
        paused_percent=0.0,
    )


def _hours(**spans: tuple[float, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, hours in spans.items():
        found[f"median_{name}_hours"] = quantile(list(hours), 0.5)
        found[f"p90_{name}_hours"] = quantile(list(hours), 0.9)
    return found


def test_an_explanation_is_an_answer_and_no_solution() -> None:
    story = answer(case(0), 1)
    story = [*story, corrections.explain(story[-1].case, MINH, on(1))]
    found = counted([close(story, 2, Outcome.EXPLAINED)], WEEK)
    assert (found.answered, found.explained, found.only_explained, found.solved, found.partly) == (1, 1, 1, 0, 0)
    assert counted([answer(case(0), 1)], WEEK).explained == 0


def test_what_depends_on_open_cases_adds_up_and_a_project_counts_once() -> None:
    road = Project("DA-001", "Đường tỉnh", capital=5_000, jobs=40, id=1)
    open_, other = case(0, due_on=9), case(1, due_on=9)
    open_ = [*open_, projects.link(open_[-1].case, TUAN, on(1), road)]
    other = [*other, projects.link(other[-1].case, TUAN, on(1), road)]
    open_ = [*open_, projects.weigh(open_[-1].case, LAN, on(1), 2)]
    settled = case(0)
    settled = [*settled, projects.weigh(settled[-1].case, LAN, on(1), 3)]
    found = counted([open_, other, answer(settled, 2), case(0, due_on=9)], WEEK)
    assert (found.weighed, found.investment, found.jobs) == (2, 5_000, 40)
    assert found.at_risk == projects.BANDS[1]


def test_no_cases_make_no_figures_and_no_median_of_zero() -> None:
    assert counted([], WEEK) == Figures()
    assert Figures().median_resolution_hours is None


def test_a_period_holds_its_start_and_not_its_end() -> None:
    assert counted([case(0)], (on(0), NEXT)).received == 1
    assert counted([case(0)], (on(-1), on(0))).received == 0


def test_a_case_reopened_and_taken_up_again_was_still_not_solved_that_week() -> None:
    story = back(answer(case(0), 1), 2)
    taken = [*story, moves.accept(story[-1].case, MINH, on(3))]
    assert counted([taken], WEEK).not_solved == 1
    assert counted([taken], (NEXT, NEXT + timedelta(days=7))).not_solved == 0


def test_a_case_that_comes_back_in_a_later_week_has_returned_and_is_not_received_again() -> None:
    story = back(answer(case(0), 1), 8)
    first, second = counted([story], WEEK), counted([story], (NEXT, NEXT + timedelta(days=7)))
    assert (first.received, first.handled, first.carried_forward) == (1, 1, 0)
    assert (second.carried_over, second.received, second.returned, second.carried_forward) == (0, 0, 1, 1)


def test_a_case_that_came_back_and_was_answered_within_a_week_is_handled() -> None:
    story = answer(back(answer(case(0), 1), 8), 9)
    second = counted([story], (NEXT, NEXT + timedelta(days=7)))
    assert (second.returned, second.to_handle, second.handled, second.answered) == (1, 1, 1, 1)


def test_answered_at_the_deadline_is_on_time() -> None:
    assert counted([answer(case(0, due_on=2), 2, 17)], WEEK).on_time == 1


def test_an_answer_within_an_extension_is_neither_on_time_nor_late() -> None:
    first = case(0, due_on=2)
    longer = [*first, handovers.extend(first[-1].case, MINH, on(1), 3, "chờ Bộ trả lời", term(on(5, 17)))]
    figures = counted([answer(longer, 4)], WEEK)
    assert (figures.answered, figures.on_time, figures.extended, figures.late) == (1, 0, 1, 0)
    late = counted([answer(longer, 6)], WEEK)
    assert (late.answered, late.on_time, late.extended, late.late) == (1, 0, 0, 1)
    assert late.extensions == 1


def test_a_case_asked_about_after_its_deadline_is_still_counted_as_overdue() -> None:
    in_time, too_late = counted([asked(case(0, due_on=3), 2)], WEEK), counted([asked(case(0, due_on=3), 4)], WEEK)
    assert (in_time.overdue_now, in_time.paused_now) == (0, 1)
    assert (too_late.overdue_now, too_late.paused_now) == (1, 0)
    assert too_late.waiting_for_business == 1


def test_pauses_are_told_as_their_share_of_the_time_to_an_answer() -> None:
    story = asked(case(0), 1)
    reply = moves.add(story[-1].case, LAN, on(2), "Số 12", (), term(on(10, 17)))
    figures = counted([answer([*story, reply], 4)], WEEK)
    assert figures.paused_percent == 25.0  # a day of four


def test_a_transfer_is_an_event_and_the_case_counts_with_whoever_has_it_at_the_end() -> None:
    first = case(0)
    moved = handovers.transfer(first[-1].case, MINH, on(1), FINANCE, "đúng thẩm quyền", term(on(9)))
    assert moved.case.department == FINANCE != CONSTRUCTION
    assert counted([[*first, moved]], WEEK).transfers == 1
    assert counted([[*first, moved]], (NEXT, NEXT + timedelta(days=7))).transfers == 0


def test_satisfaction_is_told_with_how_many_said_it() -> None:
    closed = close(answer(case(0), 1), 2, Outcome.SOLVED)
    rated = [*closed, moves.rate(closed[-1].case, LAN, on(3), 4, "")]
    figures = counted([rated, closed], WEEK)
    assert (figures.ratings, figures.mean_stars) == (1, 4.0)


@pytest.mark.parametrize(("share", "value"), [(0.5, 2.5), (0.0, 1.0), (1.0, 4.0), (0.9, 3.7)])
def test_a_quantile_lies_between_the_two_nearest_values(share: float, value: float) -> None:
    assert quantile([4.0, 1.0, 3.0, 2.0], share) == pytest.approx(value)
    assert quantile([], share) is None
