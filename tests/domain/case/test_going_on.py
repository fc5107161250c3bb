"""A case that goes on after a question, an extension, a transfer: nothing is looked at twice, nothing is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import handovers, moves
from domain.case.case import Case, State, is_open
from domain.case.dates import Terms
from domain.case.moves import DepartmentReply
from domain.deadline.promises import LADDER, Look, only
from domain.province.catalogue import Catalogue, PromisedStep, ServiceLevel, Unit
from domain.refusals import Refusal
from tests.cast import CONSTRUCTION, FINANCE, HOA, MINH, TAX, TUAN
from tests.dates import asked, at, case_of, looked, promising, replied, shown, told


@pytest.fixture(scope="module")
def terms(lang_son: Catalogue) -> Terms:
    return Terms(lang_son)


def test_a_question_stops_the_clock_and_the_reply_moves_every_warning(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    assert told(case.agenda) == {"reply-soon": "19/03 07:30", "reply-over": "26/03 07:30"}
    assert case.reply_by == at("25/03", "17:00")
    on = replied(terms, case, at("16/03", "10:00"))  # three working days later
    assert shown(on.deadline) == "23/03 17:00"
    assert told(on.agenda) == {
        "most": "20/03 07:30",
        "due": "23/03 07:30",
        "late": "24/03 07:30",
        "later": "26/03 07:30",
    }


def test_a_second_question_leaves_the_limit_of_the_first(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    again = asked(terms, case, at("12/03"))
    assert (again.asked_at, again.reply_by, again.agenda) == (case.asked_at, case.reply_by, case.agenda)


def test_a_case_asked_about_after_its_deadline_keeps_its_warnings(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("18/03", "08:00"))
    late = asked(terms, case, at("18/03", "17:30"))
    assert told(late.agenda, *LADDER) == {"late": "19/03 07:30", "later": "23/03 07:30"}
    once = looked(terms, late, at("19/03", "07:30"))
    assert (once.level, told(once.agenda, *LADDER)) == (1, {"later": "23/03 07:30"})
    on = replied(terms, once, at("20/03"))
    assert (on.deadline, told(on.agenda)) == (case.deadline, {"later": "23/03 07:30"})


def test_a_warning_that_fell_into_a_pause_is_given_when_the_clock_goes_on(terms: Terms) -> None:
    """Asked after hours on the 17th and answered on the morning of the 18th, the day it is due: no day was lost."""
    case = looked(terms, case_of(terms, at("09/03")), at("17/03", "08:00"))
    on = replied(terms, asked(terms, case, at("17/03", "18:00")), at("18/03", "10:00"))
    assert on.deadline == case.deadline
    assert told(on.agenda) == {"due": "18/03 07:30", "late": "19/03 07:30", "later": "23/03 07:30"}


def test_nothing_pauses_calendar_days_so_their_warnings_come_after_the_question(lang_son: Catalogue) -> None:
    days = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 10, Unit.CALENDAR_DAYS))
    case = case_of(days, at("02/03"))
    on = replied(days, asked(days, case, at("03/03")), at("16/03"))
    assert on.deadline == case.deadline == at("12/03", "17:00")
    assert {"due", "late"} <= set(told(on.agenda))
    assert looked(days, on, at("16/03", "09:01")).level == 1


def test_an_extension_moves_the_deadline_and_what_is_to_come(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("18/03", "08:00"))  # due today
    longer = terms.extended(case, at("18/03"), 3)
    assert shown(longer.due) == "23/03 17:00"
    assert told(longer.agenda, *LADDER) == {
        "most": "19/03 07:30",
        "due": "23/03 07:30",
        "late": "24/03 07:30",
        "later": "26/03 07:30",
    }


def test_an_extension_during_a_question_leaves_its_end(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    longer = handovers.extend(case, MINH, at("12/03"), 3, "chờ Bộ trả lời", terms.extended(case, at("12/03"), 3)).case
    assert (longer.state, longer.agenda) == (State.ASKED, case.agenda)
    assert shown(longer.deadline) == "23/03 17:00"
    assert shown(replied(terms, longer, at("16/03")).deadline) == "26/03 17:00"


def test_a_late_case_extended_during_a_question_is_late_no_more(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("18/03", "17:30"))
    assert told(case.agenda, *LADDER) != {}
    assert told(terms.extended(case, at("19/03"), 3).agenda) == told(case.agenda, Look.REPLY_SOON, Look.REPLY_OVER)


def test_a_transfer_leaves_the_deadline_and_what_is_to_come(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("16/03", "08:00"))  # half is over and told
    moved = terms.moved(case, FINANCE, at("16/03"), transferred=True)
    assert moved.due == case.deadline
    assert only(moved.agenda, *LADDER) == only(case.agenda, *LADDER)


def test_a_case_that_comes_back_has_five_days_and_no_time_to_accept(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    again = terms.again(case, at("16/03"))
    assert (shown(again.due), set(told(again.agenda))) == ("23/03 17:00", set(map(str, LADDER)))
    assert again.promise is not None
    assert again.promise.step is PromisedStep.RESOLVE_AGAIN
    back = replace(case, reopened_at=at("16/03"), promise=again.promise, deadline=again.due, agenda=again.agenda)
    assert terms.going_on(back, at("16/03", "09:01")).due == again.due


def test_an_answered_case_that_is_assigned_after_its_deadline_is_still_raised(terms: Terms) -> None:
    """Answered in time, on the 12th; on the 20th, two working days late, the task group gives it to another."""
    case = _answer(terms, case_of(terms, at("09/03")), at("12/03"))
    assert told(case.agenda, *LADDER) == {}
    moved = terms.moved(case, FINANCE, at("20/03"), transferred=False)
    given = handovers.assign(case, TUAN, at("20/03"), FINANCE, "", moved).case
    assert {"late": "19/03 07:30", "later": "23/03 07:30"}.items() <= told(given.agenda).items()
    assert looked(terms, given, at("20/03", "09:01")).level == 1


OTHER = {CONSTRUCTION: FINANCE, FINANCE: CONSTRUCTION}
Act = Callable[[Terms, Case, datetime], Case]


def _reply(terms: Terms, case: Case, now: datetime) -> Case:
    return replied(terms, case, now) if case.asked_at else case


def _answer(terms: Terms, case: Case, now: datetime) -> Case:
    said = DepartmentReply("Đã cấp", (), "by", terms.answered(case, now), terms.going_on(case, now))
    return moves.answer(case, TUAN, now, said).case


def _extend(terms: Terms, case: Case, now: datetime) -> Case:
    return handovers.extend(case, TUAN, now, 2, "chờ Bộ trả lời", terms.extended(case, now, 2)).case


def _transfer(terms: Terms, case: Case, now: datetime) -> Case:
    other = OTHER[case.department]
    moved = terms.moved(case, other, now, transferred=True)
    return handovers.transfer(case, TUAN, now, other, "đúng thẩm quyền", moved).case


def _assign(terms: Terms, case: Case, now: datetime) -> Case:
    other = OTHER[case.department]
    return handovers.assign(case, TUAN, now, other, "", terms.moved(case, other, now, transferred=False)).case


def _invite(terms: Terms, case: Case, now: datetime) -> Case:
    return handovers.invite(case, TUAN, now, TAX, "Còn nợ thuế?", terms.invited(case, TAX, now)).case


#: everything that can be done to an open case, with the dates the catalogue gives it
ACTS: dict[str, Act] = {
    "look": looked,
    "ask": lambda terms, case, now: asked(terms, case, now, TUAN),
    "reply": _reply,
    "answer": _answer,
    "extend": _extend,
    "transfer": _transfer,
    "assign": _assign,
    "accept": lambda _, case, now: moves.accept(case, MINH, now).case,
    "tell": lambda _, case, now: moves.tell(case, MINH, now, "Đang xem", (), "by").case,
    "invite": _invite,
    "contribute": lambda _, case, now: handovers.contribute(case, HOA, now, TAX, "Không nợ", ()).case,
}
DOINGS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(1, 4 * 24 * 60)), max_size=12)


def story(terms: Terms, doings: Iterable[tuple[str, int]]) -> Iterable[tuple[str, datetime, Case, Case]]:
    """What is done to a case filed on 9 March, the clock looking first each time: verb, instant, before, after."""
    now = at("09/03")
    case = case_of(terms, now)
    for verb, minutes in doings:
        now += timedelta(minutes=minutes)
        before = looked(terms, case, now)
        try:
            case = ACTS[verb](terms, before, now)
        except Refusal:
            case = before
        yield verb, now, before, case


@settings(deadline=None, max_examples=150)
@given(DOINGS)
def test_nothing_is_looked_at_twice_whatever_is_done(lang_son: Catalogue, doings: list[tuple[str, int]]) -> None:
    terms = Terms(lang_son)
    for verb, now, before, case in story(terms, doings):
        new = set(case.agenda) - set(before.agenda)
        stood_still = before.asked_at or before.answered_at
        came_up = stood_still if verb in {"reply", "transfer", "assign"} and stood_still else now
        assert all(moment > came_up for moment, _ in new), (verb, shown(now), told(tuple(new)))


@settings(deadline=None, max_examples=150)
@given(DOINGS)
def test_an_open_case_whose_clock_runs_is_always_warned_of_until_the_highest_level(
    lang_son: Catalogue, doings: list[tuple[str, int]]
) -> None:
    terms = Terms(lang_son)
    for verb, now, _, case in story(terms, doings):
        waiting = {what for _, what in case.agenda}
        if case.asked_at:
            assert Look.REPLY_OVER in waiting, (verb, shown(now))
        elif is_open(case) and case.level < 2:
            assert Look.LATER in waiting, (verb, shown(now))
        if case.state is State.FILED and not case.asked_at and verb in {"transfer", "assign"}:
            assert Look.ACCEPT in waiting, (verb, shown(now))


@settings(deadline=None, max_examples=100)
@given(DOINGS)
def test_counting_anew_by_the_same_catalogue_changes_nothing(
    lang_son: Catalogue, doings: list[tuple[str, int]]
) -> None:
    terms = Terms(lang_son)
    for _, now, _, case in story(terms, doings):
        if not is_open(case):
            continue
        anew = terms.recomputed(case, now)
        assert (anew.due, anew.promise) == (case.deadline, case.promise)
        if case.asked_at is None:
            assert (anew.agenda, anew.why) == (case.agenda, case.why)
        else:
            assert anew.agenda == case.agenda
