"""A case is what its journal tells: what each entry changes, and that nothing else does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from domain.case import corrections, handovers, moves, reminders
from domain.case.case import ENDED, Case, Contribution, Entry, Move, Outcome, Proposal, State
from domain.case.decisions import Decision
from domain.case.history import apply, replay
from domain.case.transitions import write
from domain.deadline.promises import Look
from domain.messages import Words
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    HOA,
    LAN,
    MINH,
    NOW,
    TAX,
    TUAN,
    Step,
    answered,
    filed,
    going_on,
    looked,
    play,
    replying,
    said,
    steps,
    term,
)

DAY = timedelta(days=1)


def journal(story: list[Decision]) -> list[Entry]:
    return [entry for decision in story for entry in decision.entries]


def looks(case: Case) -> set[str]:
    return {what for _, what in case.agenda}


def asked(case: Case | None = None, now: datetime = NOW) -> Case:
    return moves.ask(case or filed().case, MINH, now, "Số giấy phép?", (), "by", replying(now)).case


def invited(case: Case | None = None, department: str = FINANCE) -> Case:
    case = case or filed().case
    limit = replace(going_on(case), due=NOW + DAY, agenda=(*case.agenda, (NOW + DAY, f"{Look.PART_LATE}:{department}")))
    return handovers.invite(case, MINH, NOW, department, "Đã nộp đủ chưa?", limit).case


# Replaying


@settings(deadline=None, max_examples=150)
@given(steps())
def test_replaying_the_journal_gives_the_case(tries: list[Step]) -> None:
    story = play(filed(), tries)
    assert replay(journal(story)) == story[-1].case


@settings(deadline=None, max_examples=60)
@given(steps())
def test_replaying_a_part_of_the_journal_gives_the_case_of_then(tries: list[Step]) -> None:
    case: Case | None = None
    for decision in play(filed(), tries):
        for entry in decision.entries:
            case = apply(case, entry)
        assert case == decision.case


@settings(deadline=None, max_examples=60)
@given(steps())
def test_a_journal_that_has_been_json_tells_the_same_case(tries: list[Step]) -> None:
    story = play(filed(), tries)
    kept = [replace(entry, facts=json.loads(json.dumps(entry.facts))) for entry in journal(story)]
    assert replay(kept) == story[-1].case


@settings(deadline=None, max_examples=60)
@given(steps())
def test_what_was_filed_never_changes(tries: list[Step]) -> None:
    first, *later = [decision.case for decision in play(filed(), tries)]
    fixed = ("id", "code", "kind", "tier", "author", "language", "business", "business_name", "tax_code", "filed_at")
    for case in later:
        assert all(getattr(case, name) == getattr(first, name) for name in fixed)


@settings(deadline=None, max_examples=100)
@given(steps())
def test_what_belongs_to_a_state_is_there_in_that_state_alone(tries: list[Step]) -> None:
    for decision in play(filed(), tries):
        case = decision.case
        assert (case.ended_at is not None) == (case.state in ENDED)
        assert (case.asked_at is not None) == (case.reply_by is not None) == (case.state is State.ASKED)
        assert (case.confirm_by is None) or case.state in {State.ANSWERED, State.DECLINED, State.WITHDRAWN}
        assert case.agenda == () or case.state not in ENDED
        confirming = {Look.CONFIRM_SOON, Look.CONFIRM_OVER} & looks(case)
        assert not confirming or case.state in {State.ANSWERED, State.DECLINED}


def test_an_empty_journal_tells_no_case() -> None:
    with pytest.raises(ValueError, match="empty journal"):
        replay([])


# The deadline, the agenda and their reason


def test_a_move_with_a_term_brings_deadline_agenda_reason_and_promise() -> None:
    new = replace(term(DEADLINE + DAY), why={"unit": "working_days"})
    back = apply(answered(), write(answered(), LAN, Move.REOPENED, NOW, text="", **new.facts()))
    assert (back.deadline, back.agenda, back.why, back.promise) == (new.due, new.agenda, new.why, new.promise)


def test_a_move_without_a_term_leaves_them() -> None:
    case = filed().case
    noted = moves.note(case, MINH, NOW, "gọi", ()).case
    assert (noted.deadline, noted.agenda, noted.why, noted.promise) == (
        case.deadline,
        case.agenda,
        case.why,
        case.promise,
    )


def with_accept() -> Case:
    return filed(term=replace(term(), agenda=((NOW + DAY, Look.ACCEPT), *term().agenda))).case


def test_whoever_accepts_takes_the_limit_to_accept_off_the_agenda() -> None:
    case = with_accept()
    assert looks(case) - looks(moves.accept(case, MINH, NOW).case) == {Look.ACCEPT}
    by_officer = moves.tell(case, MINH, NOW, "Đang xem", (), "by").case
    assert looks(case) - looks(by_officer) == {Look.ACCEPT, Look.HALF}
    by_task_group = moves.tell(case, TUAN, NOW, "Đang xem", (), "by").case
    assert looks(case) - looks(by_task_group) == {Look.HALF}


def test_what_the_clock_has_looked_at_is_off_the_agenda_and_the_rest_stays() -> None:
    case = with_accept()
    warned = looked(case, NOW + DAY).case
    assert warned.agenda == case.agenda[1:]
    assert looked(warned, DEADLINE).case.agenda == case.agenda[4:]


# Questions and their pauses


def test_two_questions_make_one_pause_that_begins_with_the_first() -> None:
    second = asked(asked(), NOW + timedelta(hours=2))
    later = term(DEADLINE + DAY)
    replied = moves.add(second, LAN, NOW + timedelta(hours=5), "C", (), later).case
    assert replied.pauses == ((NOW, NOW + timedelta(hours=5)),)
    assert (replied.asked_at, replied.reply_by, replied.deadline) == (None, None, DEADLINE + DAY)
    assert replied.agenda == later.agenda


@pytest.mark.parametrize("end", ["answer", "decline", "transfer", "assign", "withdraw", "resumed"])
def test_whatever_ends_a_question_ends_its_pause(end: str) -> None:
    case, later = asked(), NOW + timedelta(days=10)
    ended = {
        "answer": lambda: moves.answer(case, MINH, later, said()),
        "decline": lambda: moves.decline(case, MINH, later, said("hãy hỏi Thuế tỉnh")),
        "transfer": lambda: handovers.transfer(case, MINH, later, TAX, "không phải của Sở", term()),
        "assign": lambda: handovers.assign(case, TUAN, later, TAX, "", term()),
        "withdraw": lambda: moves.withdraw(case, LAN, later),
        "resumed": lambda: looked(case, later),
    }[end]().case
    assert (ended.asked_at, ended.reply_by, ended.pauses) == (None, None, ((NOW, later),))


def test_an_answer_to_a_case_that_was_asked_about_keeps_the_deadline_the_pause_gave_it() -> None:
    going = term(DEADLINE + 3 * DAY)
    answer = moves.answer(asked(), MINH, NOW + 2 * DAY, replace(said(), going_on=going)).case
    assert answer.deadline == going.due
    assert looks(answer) == {Look.CONFIRM_SOON, Look.CONFIRM_OVER}
    never_asked = moves.answer(filed().case, MINH, NOW + 2 * DAY, replace(said(), going_on=going)).case
    assert never_asked.deadline == DEADLINE


@pytest.mark.parametrize("going", ["reply", "silence"])
def test_a_question_of_the_task_group_leaves_the_case_free_to_be_accepted(going: str) -> None:
    case = moves.ask(filed().case, TUAN, NOW, "Ở xã nào?", (), "by", replying()).case
    later = NOW + 10 * DAY
    on = moves.add(case, LAN, later, "Xã Đồng Đăng", (), term()) if going == "reply" else looked(case, later)
    assert on.case.state is State.FILED
    assert moves.accept(on.case, MINH, later).case.accepted_name == "Minh"


@pytest.mark.parametrize("going", ["reply", "silence"])
def test_a_question_of_the_officer_who_accepted_goes_back_to_that_officer(going: str) -> None:
    case = asked(moves.accept(filed().case, MINH, NOW).case)
    later = NOW + 10 * DAY
    on = moves.add(case, LAN, later, "Xã Đồng Đăng", (), term()) if going == "reply" else looked(case, later)
    assert (on.case.state, on.case.accepted_name) == (State.ACCEPTED, "Minh")


def test_an_officer_who_asks_has_taken_the_case_but_the_task_group_has_not() -> None:
    assert asked().accepted_name == "Minh"
    assert moves.ask(filed().case, TUAN, NOW, "?", (), "by", replying()).case.accepted_name == ""


# Words, and whether they arrive


def test_the_first_word_is_the_first_and_a_note_is_none() -> None:
    noted = moves.note(filed().case, MINH, NOW, "gọi cho họ", ()).case
    assert noted.first_word_at is None
    told = moves.tell(noted, MINH, NOW, "Đang xem", (), "by").case
    assert moves.answer(told, MINH, NOW + DAY, said()).case.first_word_at == NOW


def test_a_business_that_writes_or_is_written_to_is_reached_again() -> None:
    lost = moves.unreached(filed().case, CLOCK, NOW).case
    assert not lost.reached
    assert moves.add(lost, LAN, NOW, "Tôi đây", (), term()).case.reached
    assert asked(lost).reached
    assert not moves.note(lost, MINH, NOW, "gọi điện", ()).case.reached


def test_a_corrected_answer_is_the_answer_but_a_corrected_word_is_not() -> None:
    assert corrections.correct(answered(), MINH, NOW, "Ngày 26", was_answer=True).case.answer == "Ngày 26"
    assert corrections.correct(answered(), MINH, NOW, "Ngày 26", was_answer=False).case.answer == "Sở đã cấp giấy phép"


def test_an_edit_of_the_filing_changes_its_text_and_of_an_addition_does_not() -> None:
    assert moves.amend(filed().case, LAN, NOW, "mới", whole=True).case.text == "mới"
    assert moves.amend(filed().case, LAN, NOW, "mới", whole=False).case.text == filed().case.text


def test_silence_is_not_a_yes() -> None:
    ended = looked(answered(), NOW + 5 * DAY).case
    assert (ended.state, ended.outcome) == (State.CLOSED, Outcome.NOT_CONFIRMED)
    assert ended.reopen_until == NOW + 15 * DAY


# Levels


def test_a_reopened_case_starts_a_clock_of_its_own_one_level_up() -> None:
    longer = handovers.extend(invited(), MINH, NOW, 5, "chờ Bộ trả lời", term()).case
    again = NOW + 30 * DAY
    back = moves.reopen(answered(longer), LAN, NOW + 2 * DAY, "Chưa xong", term(again)).case
    assert (back.level, back.deadline, back.reopened_at) == (1, again, NOW + 2 * DAY)
    assert (back.extension_days, back.pauses, back.parts, back.filed_at) == (0, (), (), NOW)


def test_the_level_ends_at_leadership() -> None:
    case = answered()
    for _ in range(4):
        case = answered(moves.reopen(case, LAN, NOW, "Chưa", term()).case)
    assert (case.level, case.reopenings) == (2, 4)


def test_the_first_escalation_is_remembered_until_the_case_comes_back() -> None:
    late, later = DEADLINE + timedelta(hours=15), DEADLINE + timedelta(days=3, hours=15)
    twice = looked(looked(filed().case, late).case, later).case
    assert (twice.level, twice.escalated_at) == (2, late)
    assert moves.reopen(answered(twice), LAN, later, "Chưa", term()).case.escalated_at is None


# Proposals and parts


def test_a_proposal_waits_until_it_is_decided_or_the_case_moves() -> None:
    proposed = handovers.propose(filed().case, MINH, NOW, "extend", "5", "chờ Bộ trả lời").case
    assert proposed.proposal == Proposal(2, "extend", "5", "chờ Bộ trả lời", "Minh")
    assert moves.note(proposed, MINH, NOW, "gọi", ()).case.proposal == proposed.proposal
    for done in (
        handovers.refuse(proposed, TUAN, NOW, 2),
        handovers.extend(proposed, TUAN, NOW, 5, "chờ Bộ trả lời", term()),
        handovers.assign(proposed, TUAN, NOW, FINANCE, "", term()),
        moves.answer(proposed, MINH, NOW, said()),
        moves.withdraw(proposed, LAN, NOW),
    ):
        assert done.case.proposal is None


def test_a_department_invited_again_has_its_new_question_alone() -> None:
    again = handovers.invite(invited(), MINH, NOW, FINANCE, "Còn tiền thuê đất?", term(DEADLINE)).case
    assert again.parts == (Contribution(FINANCE, "Còn tiền thuê đất?", DEADLINE),)


def test_a_word_of_one_department_leaves_the_part_of_the_other() -> None:
    both = invited(invited(), TAX)
    said_it = handovers.contribute(both, HOA, NOW + DAY, FINANCE, "Đã nộp đủ", ()).case
    assert [(part.department, part.said_at) for part in said_it.parts] == [(FINANCE, NOW + DAY), (TAX, None)]
    assert f"{Look.PART_LATE}:{TAX}" in looks(said_it)
    assert f"{Look.PART_LATE}:{FINANCE}" not in looks(said_it)


def test_the_department_that_gets_the_case_owes_no_part_of_it_any_more() -> None:
    moved = handovers.assign(invited(), TUAN, NOW, FINANCE, "", term()).case
    assert (moved.department, moved.parts) == (FINANCE, ())
    elsewhere = handovers.assign(invited(), TUAN, NOW, TAX, "", term()).case
    assert [part.department for part in elsewhere.parts] == [FINANCE]


@pytest.mark.parametrize("move", ["transfer", "assign"])
def test_a_case_that_moves_has_nobody_who_accepted_it(move: str) -> None:
    accepted = moves.accept(filed().case, MINH, NOW).case
    actor: Any = TUAN if move == "assign" else MINH
    moved = getattr(handovers, move)(accepted, actor, NOW, FINANCE, "thuộc Sở Tài chính", term()).case
    assert (moved.accepted_by, moved.accepted_name, moved.accepted_at, moved.topic) == (0, "", None, "")
    assert moved.transfers == (move == "transfer")
    assert accepted.department == CONSTRUCTION


# Counting anew


def test_a_case_counted_anew_has_the_new_dates_and_the_old_one_in_its_journal() -> None:
    new = term(DEADLINE + DAY)
    decision = reminders.recompute(filed().case, CLOCK, NOW, new, "Thêm ngày nghỉ")
    (entry,) = decision.entries
    assert (entry.move, entry.facts["before"], entry.facts["reason"]) == (
        Move.RECOMPUTED,
        DEADLINE.isoformat(),
        "Thêm ngày nghỉ",
    )
    assert (decision.case.deadline, decision.case.agenda) == (new.due, new.agenda)
    assert isinstance(decision.notices[0].words, Words)
