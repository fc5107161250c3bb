"""What the clock's look at a case does: in every state, at every step, and who is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import handovers, moves, reminders
from domain.case.case import WORKABLE, Case, Contribution, Entry, Move, Outcome, State
from domain.case.history import replay
from domain.case.reminders import Looked, Reminder
from domain.deadline.promises import LADDER, Look
from domain.messages import LEADERSHIP, TASK_GROUP, Audience, Kind, To, Urgency, Words, to_department, to_head
from domain.province.catalogue import Unit
from domain.refusals import NotNow
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    LAN,
    MINH,
    NOW,
    TAX,
    TUAN,
    Step,
    answered,
    confirming,
    filed,
    keys,
    play,
    replying,
    said,
    sent_to,
    steps,
    term,
)

DAY = timedelta(days=1)
UNTIL = NOW + 30 * DAY
GROUP, HEAD = to_department(CONSTRUCTION), to_head(CONSTRUCTION)
EVERY_LOOK = [*Look, f"{Look.PART}:{TAX}", f"{Look.PART_LATE}:{TAX}"]


def look(case: Case, now: datetime = NOW) -> Looked | None:
    return reminders.look(case, now, term(DEADLINE + 9 * DAY), UNTIL)


def looked(case: Case, now: datetime = NOW) -> Looked:
    found = look(case, now)
    assert found is not None
    return found


def due(what: str, state: State = State.ACCEPTED, **changes: object) -> Case:
    """A case in some state with one thing on its agenda, now."""
    case = replace(filed().case, state=state, agenda=((NOW, what),), first_word_at=NOW)
    if state is State.ASKED:
        case = replace(case, asked_at=NOW - DAY, reply_by=NOW)
    return replace(case, **changes)  # type: ignore[arg-type]


def told(found: Looked) -> list[To]:
    return [each.to for each in found.reminders]


def entries(found: Looked) -> list[tuple[Move, object]]:
    return [(entry.move, entry.facts.get("what")) for entry in found.decision.entries]


# Nothing, or something


def test_before_its_hour_the_clock_has_nothing_to_look_at() -> None:
    case = filed().case
    assert look(case, case.agenda[0][0] - timedelta(microseconds=1)) is None
    assert look(case, case.agenda[0][0]) is not None
    assert look(replace(case, agenda=()), UNTIL) is None


@pytest.mark.parametrize("state", sorted(State))
@pytest.mark.parametrize("what", EVERY_LOOK)
def test_whatever_is_on_the_agenda_in_whatever_state_is_off_it_once_looked_at(what: str, state: State) -> None:
    """Else the clock would find the same case again every minute, for ever."""
    case = due(what, state)
    if state not in WORKABLE and what in {Look.LATE, Look.LATER}:
        return  # an answer, a refusal and an end take these off the agenda: the next test
    found = looked(case)
    assert all(at > NOW for at, _ in found.decision.case.agenda)
    if state not in WORKABLE and what not in {Look.CONFIRM_OVER, Look.CONFIRM_SOON}:
        assert found.reminders == ()


@settings(deadline=None, max_examples=150)
@given(steps())
def test_a_case_that_is_not_open_has_no_warning_on_its_agenda(tries: list[Step]) -> None:
    for decision in play(filed(), tries):
        waiting = {what.partition(":")[0] for _, what in decision.case.agenda}
        if decision.case.state not in WORKABLE:
            assert waiting <= {Look.CONFIRM_SOON, Look.CONFIRM_OVER}


# The ladder

STEPS = {
    Look.HALF: ([GROUP], Move.WARNED),
    Look.MOST: ([GROUP], Move.WARNED),
    Look.DUE: ([GROUP, HEAD], Move.WARNED),
    Look.LATE: ([GROUP, HEAD, TASK_GROUP], Move.ESCALATED),
    Look.LATER: ([GROUP, HEAD, TASK_GROUP, LEADERSHIP], Move.ESCALATED),
    Look.ACCEPT: ([GROUP], Move.WARNED),
}


@pytest.mark.parametrize("state", sorted(WORKABLE))
@pytest.mark.parametrize("what", sorted(STEPS))
def test_each_step_tells_one_more(what: Look, state: State) -> None:
    audiences, move = STEPS[what]
    found = looked(due(what, state))
    assert (told(found), entries(found)) == (audiences, [(move, str(what))])
    assert {(each.case, each.what, each.since, each.urgent) for each in found.reminders} == {(1, what, NOW, False)}


def test_from_the_department_to_the_task_group_to_leadership() -> None:
    case, levels = filed().case, []
    for at, _ in case.agenda:
        case = looked(case, at).decision.case
        levels.append(case.level)
    assert levels == [0, 0, 0, 1, 2]
    assert case.agenda == ()


def test_a_case_that_came_back_goes_from_the_task_group_to_leadership_at_once() -> None:
    back = moves.reopen(answered(), LAN, NOW, "Chưa xong", term()).case
    late = looked(replace(back, agenda=((NOW, Look.LATE),)))
    assert (late.decision.case.level, LEADERSHIP in told(late)) == (2, True)
    later = looked(replace(late.decision.case, agenda=((NOW, Look.LATER),)))
    assert later.decision.case.level == 2
    assert LEADERSHIP in told(later)


def test_a_case_without_a_department_is_the_task_groups_alone() -> None:
    for what in (Look.HALF, Look.DUE, Look.LATE, Look.ACCEPT):
        assert told(looked(due(what, State.FILED, department=""))) == [TASK_GROUP]
    assert told(looked(due(Look.LATER, department=""))) == [TASK_GROUP, LEADERSHIP]


def test_after_a_week_of_nothing_only_the_highest_warning_is_given() -> None:
    case = filed(term=replace(term(), agenda=((NOW, Look.ACCEPT), *term().agenda))).case
    found = looked(case, DEADLINE + 7 * DAY)
    assert entries(found) == [(Move.WARNED, "accept"), (Move.ESCALATED, "later")]
    assert {each.what for each in found.reminders} == {Look.ACCEPT, Look.LATER}
    assert (found.decision.case.level, found.decision.case.agenda) == (2, ())


@given(st.sets(st.sampled_from(LADDER), min_size=1))
def test_of_any_warnings_the_highest_stands_for_all(steps_passed: set[Look]) -> None:
    agenda = tuple((NOW - (5 - LADDER.index(what)) * DAY, what) for what in LADDER if what in steps_passed)
    found = looked(replace(filed().case, agenda=agenda))
    assert {each.what for each in found.reminders} == {max(steps_passed, key=LADDER.index)}
    assert len(found.decision.entries) == 1


def test_a_reminder_tells_since_when_it_is_so() -> None:
    case = filed().case
    assert {each.since for each in looked(case, UNTIL).reminders} == {case.agenda[-1][0]}


def test_what_came_up_in_a_pause_is_so_since_its_end() -> None:
    paused = due(Look.DUE, pauses=((NOW - 2 * DAY, NOW - DAY), (NOW - timedelta(hours=1), NOW + timedelta(hours=2))))
    assert {each.since for each in looked(paused, NOW + DAY).reminders} == {NOW + timedelta(hours=2)}


def test_a_warning_brings_the_cards_up_to_date_and_says_nothing_to_the_business() -> None:
    decision = looked(due(Look.LATER)).decision
    assert {n.kind for n in decision.notices} == {Kind.EDIT}
    assert sent_to(decision, Audience.AUTHOR) == []


# Accepting, and what cannot wait for the morning


def test_a_department_that_got_a_case_by_transfer_is_reminded_at_the_hour_with_the_task_group() -> None:
    found = looked(due(Look.ACCEPT, State.FILED, transfers=1))
    assert told(found) == [GROUP, TASK_GROUP]
    assert {each.urgent for each in found.reminders} == {True}


@pytest.mark.parametrize("what", LADDER)
def test_a_promise_in_hours_cannot_wait_for_the_morning(what: Look) -> None:
    hours = replace(filed().case.promise, unit=Unit.WORKING_HOURS)
    assert {each.urgent for each in looked(due(what, promise=hours)).reminders} == {True}
    assert {each.urgent for each in looked(due(what)).reminders} == {False}


def test_accepting_and_parts_of_a_promise_in_hours_can_wait() -> None:
    hours = replace(filed().case.promise, unit=Unit.WORKING_HOURS)
    for what in (Look.ACCEPT, f"{Look.PART_LATE}:{TAX}"):
        assert {each.urgent for each in looked(due(what, promise=hours)).reminders} == {False}


# Parts


def test_a_part_is_for_the_department_that_owes_it_and_when_late_for_the_lead_too() -> None:
    parts = (Contribution(TAX, "Còn nợ thuế?", NOW),)
    assert told(looked(due(f"{Look.PART}:{TAX}", parts=parts))) == [to_department(TAX)]
    late = looked(due(f"{Look.PART_LATE}:{TAX}", parts=parts))
    assert told(late) == [to_department(TAX), GROUP]
    assert late.decision.case.level == 0


def test_two_parts_due_at_once_are_told_apart() -> None:
    agenda = ((NOW, f"{Look.PART}:{FINANCE}"), (NOW, f"{Look.PART}:{TAX}"))
    found = looked(replace(filed().case, agenda=agenda))
    assert told(found) == [to_department(FINANCE), to_department(TAX)]
    assert [entry.facts["what"] for entry in found.decision.entries] == [what for _, what in agenda]


# Questions


def asked() -> Case:
    return moves.ask(filed().case, MINH, NOW, "Số giấy phép?", (), "by", replying()).case


def test_the_business_is_reminded_of_a_question_once_and_nobody_else() -> None:
    found = looked(asked(), NOW + 5 * DAY)
    (notice,) = sent_to(found.decision, Audience.AUTHOR)
    assert (keys([notice]), notice.urgency, notice.choices) == (["remind-reply"], Urgency.REMINDER, ())
    assert isinstance(notice.words, Words)
    assert notice.words.args["until"] == NOW + 10 * DAY
    assert (found.reminders, entries(found)) == ((), [(Move.REMINDED, "reply-soon")])
    assert look(found.decision.case, NOW + 9 * DAY) is None


def test_without_a_reply_the_clock_goes_on_and_both_sides_are_told() -> None:
    found = looked(asked(), NOW + 10 * DAY)
    case = found.decision.case
    assert entries(found) == [(Move.RESUMED, None)]
    assert (case.state, case.deadline) == (State.ACCEPTED, DEADLINE + 9 * DAY)
    assert case.agenda == term(DEADLINE + 9 * DAY).agenda
    assert keys(sent_to(found.decision, Audience.AUTHOR)) == ["resumed"]
    assert found.reminders == (Reminder(GROUP, 1, Look.REPLY_OVER, NOW + 10 * DAY),)


def test_a_late_case_that_waits_for_the_business_is_still_warned_of() -> None:
    late = replace(asked(), agenda=((NOW, Look.LATE), *asked().agenda))
    found = looked(late)
    assert (found.decision.case.state, found.decision.case.level) == (State.ASKED, 1)
    assert found.decision.case.agenda == asked().agenda


# Answers


@pytest.mark.parametrize("case", [answered(), moves.decline(filed().case, MINH, NOW, said("hãy hỏi Thuế tỉnh")).case])
def test_the_business_is_reminded_of_an_answer_with_its_buttons(case: Case) -> None:
    found = looked(case, NOW + 2 * DAY)
    (notice,) = sent_to(found.decision, Audience.AUTHOR)
    assert (keys([notice]), notice.urgency) == (["remind-confirm"], Urgency.REMINDER)
    offered = [choice.data for row in notice.choices for choice in row]
    verdicts = ["b:solved:1", "b:partly:1", "b:not-solved:1", "b:explained:1"]
    assert offered == (verdicts if case.state is State.ANSWERED else ["b:not-solved:1"])
    assert found.reminders == ()
    assert found.decision.case.agenda == confirming().agenda[1:]


@pytest.mark.parametrize("case", [answered(), moves.decline(filed().case, MINH, NOW, said("hãy hỏi Thuế tỉnh")).case])
def test_silence_closes_without_asking_for_stars(case: Case) -> None:
    found = looked(case, NOW + 5 * DAY)
    ended = found.decision.case
    assert (ended.state, ended.outcome, ended.reopen_until) == (State.CLOSED, Outcome.NOT_CONFIRMED, UNTIL)
    assert keys(sent_to(found.decision, Audience.AUTHOR)) == ["closed-in-silence"]
    assert found.reminders == (Reminder(GROUP, 1, Look.CONFIRM_OVER, NOW + 5 * DAY),)
    assert ended.agenda == ()


def test_a_case_closed_in_silence_may_still_come_back() -> None:
    ended = looked(answered(), NOW + 5 * DAY).decision.case
    assert moves.reopen(ended, LAN, UNTIL, "Chưa xong", term()).case.state is State.REOPENED


# What was looked at is in the journal


def told_by(story: Iterable[tuple[Entry, ...]]) -> list[Entry]:
    return [entry for written in story for entry in written]


@settings(deadline=None, max_examples=150)
@given(steps())
def test_replaying_what_the_clock_wrote_gives_the_case(tries: list[Step]) -> None:
    decisions = play(filed(), tries)
    written = [decision.entries for decision in decisions]
    case = decisions[-1].case
    for at in [each for each, _ in case.agenda]:
        if found := look(case, at):
            written.append(found.decision.entries)
            case = found.decision.case
    assert replay(told_by(written)) == case


@settings(deadline=None, max_examples=100)
@given(steps())
def test_what_the_clock_does_is_never_refused(tries: list[Step]) -> None:
    """A refused look would come again every minute."""
    for decision in play(filed(), tries):
        for at, _ in decision.case.agenda:
            case = looked(decision.case, at).decision.case
            if again := look(case, at):  # a case whose clock goes on may be late already
                case = again.decision.case
            assert all(later > at for later, _ in case.agenda)


@settings(deadline=None, max_examples=100)
@given(steps())
def test_a_level_falls_never_and_no_department_is_told_that_has_nothing_to_do_with_it(
    tries: list[Step],
) -> None:
    level = 0
    for decision in play(filed(), tries):
        case = decision.case
        assert case.level >= level
        level = case.level
        involved = {case.department, "", *(part.department for part in case.parts)}
        for at, _ in case.agenda:
            assert {each.to.department for each in looked(case, at).reminders} <= involved


# Counting anew


def test_a_deadline_that_moved_is_told_to_the_business_and_one_that_did_not_is_not() -> None:
    later = reminders.recompute(filed().case, CLOCK, NOW, term(DEADLINE + DAY), "Thêm ngày nghỉ")
    (notice,) = sent_to(later, Audience.AUTHOR)
    assert isinstance(notice.words, Words)
    assert (notice.words.key, notice.words.args["before"], notice.words.args["deadline"]) == (
        "to-business-recomputed",
        DEADLINE,
        DEADLINE + DAY,
    )
    assert sent_to(reminders.recompute(filed().case, CLOCK, NOW, term(), "Nguồn mới"), Audience.AUTHOR) == []


def test_a_case_that_is_not_open_keeps_its_numbers() -> None:
    with pytest.raises(NotNow):
        reminders.recompute(answered(), CLOCK, NOW, term(), "Thêm ngày nghỉ")


def test_whoever_gets_the_case_is_the_one_reminded() -> None:
    moved = handovers.assign(filed().case, TUAN, NOW, FINANCE, "đúng thẩm quyền", term()).case
    assert told(looked(replace(moved, agenda=((NOW, Look.DUE),)))) == [to_department(FINANCE), to_head(FINANCE)]
