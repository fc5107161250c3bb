"""The life of a case: one table says what may happen, and the journal alone says what did."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from domain import moves
from domain.cases import (
    ENDED,
    TRANSITIONS,
    WORKABLE,
    Case,
    Entry,
    Move,
    Outcome,
    State,
    allowed,
    apply,
    is_open,
    is_overdue,
    plain,
    replay,
    write,
)
from domain.messages import Words
from domain.decisions import Decision
from domain.refusals import NotNow
from tests.cast import CLOCK, DEADLINE, LAN, MINH, NOW, TUAN, Step, answered, filed, play, said, steps

FORBIDDEN = [
    (move, state) for move, (states, _) in TRANSITIONS.items() for state in State if state not in states
]  # fmt: skip


def journal(story: list[Decision]) -> list[Entry]:
    return [entry for decision in story for entry in decision.entries]


# The table


def test_every_move_has_a_transition() -> None:
    assert set(TRANSITIONS) == set(Move)


def test_every_state_can_be_reached_from_filing() -> None:
    reached = {State.FILED}
    for _ in State:
        reached |= {to for starts, to in TRANSITIONS.values() if to and starts & reached}
    assert reached == set(State)


def test_every_state_is_workable_answered_or_ended() -> None:
    assert set(State) - {State.ANSWERED, State.DECLINED} == WORKABLE | ENDED
    assert not WORKABLE & ENDED


def test_a_withdrawn_case_never_moves_again() -> None:
    moved = {move for move, (starts, to) in TRANSITIONS.items() if State.WITHDRAWN in starts and to is not None}
    assert moved == set()


@pytest.mark.parametrize(("move", "state"), FORBIDDEN)
def test_a_transition_outside_the_table_is_refused(move: Move, state: State) -> None:
    case = replace(filed().case, state=state)
    with pytest.raises(NotNow) as refusal:
        write(case, MINH, move, NOW)
    assert refusal.value.words == Words("refused-state", {"code": case.code, "state": Words(f"state-{state}")})


def test_an_entry_continues_the_numbering_and_keeps_its_facts_as_json_can() -> None:
    entry = write(filed().case, MINH, Move.ASKED, NOW, text="?", files=(3,), until=DEADLINE)
    assert (entry.seq, entry.facts) == (2, {"text": "?", "files": [3], "until": DEADLINE.isoformat()})


def test_an_instant_in_another_zone_is_kept_in_utc() -> None:
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    assert plain((NOW.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")),)) == [NOW.isoformat()]


# Replaying


@settings(deadline=None, max_examples=150)
@given(steps())
def test_replaying_the_journal_gives_the_case(tries: list[Step]) -> None:
    story = play(filed(), tries)
    assert replay(journal(story)) == story[-1].case


@settings(deadline=None, max_examples=60)
@given(steps())
def test_replaying_a_part_of_the_journal_gives_the_case_of_then(tries: list[Step]) -> None:
    story = play(filed(), tries)
    case: Case | None = None
    for decision, entry in zip(story, journal(story), strict=True):
        case = apply(case, entry)
        assert case == decision.case


@settings(deadline=None, max_examples=60)
@given(steps())
def test_what_was_filed_never_changes(tries: list[Step]) -> None:
    first, *later = [decision.case for decision in play(filed(), tries)]
    fixed = ("id", "code", "kind", "tier", "author", "language", "business", "business_name", "tax_code", "filed_at")
    for case in later:
        assert all(getattr(case, name) == getattr(first, name) for name in fixed)


@settings(deadline=None, max_examples=60)
@given(steps())
def test_an_ended_case_has_an_end_and_an_open_one_none(tries: list[Step]) -> None:
    for decision in play(filed(), tries):
        case = decision.case
        assert (case.ended_at is not None) == (case.state in ENDED)
        assert (case.asked_at is not None) == (case.state is State.ASKED)
        assert (case.confirm_by is None) or case.state in {State.ANSWERED, State.DECLINED, State.WITHDRAWN}


def test_an_empty_journal_tells_no_case() -> None:
    with pytest.raises(ValueError, match="empty journal"):
        replay([])


# Single rules


def test_a_case_is_overdue_only_after_its_deadline() -> None:
    case = filed().case
    assert not is_overdue(case, DEADLINE)
    assert is_overdue(case, DEADLINE + timedelta(seconds=1))


def test_a_case_that_waits_for_the_business_is_not_overdue() -> None:
    asked = moves.ask(filed().case, MINH, NOW, "Số giấy phép?", (), "by", replying()).case
    assert is_open(asked)
    assert not is_overdue(asked, DEADLINE + timedelta(days=9))


def test_an_answered_case_is_neither_open_nor_overdue() -> None:
    assert not is_open(answered())
    assert not is_overdue(answered(), DEADLINE + timedelta(days=9))


def test_two_questions_make_one_pause_that_begins_with_the_first() -> None:
    first = moves.ask(filed().case, MINH, NOW, "A?", (), "by", replying()).case
    second = moves.ask(first, MINH, NOW + timedelta(hours=2), "B?", (), "by", replying()).case
    replied = moves.add(second, LAN, NOW + timedelta(hours=5), "C", (), DEADLINE + timedelta(days=1)).case
    assert replied.pauses == ((NOW, NOW + timedelta(hours=5)),)
    assert (replied.asked_at, replied.deadline) == (None, DEADLINE + timedelta(days=1))


@pytest.mark.parametrize("end", ["answer", "decline", "transfer", "assign", "withdraw"])
def test_whatever_ends_a_question_ends_its_pause(end: str) -> None:
    asked = moves.ask(filed().case, MINH, NOW, "A?", (), "by", replying()).case
    later = NOW + timedelta(hours=5)
    ended = {
        "answer": lambda: moves.answer(asked, MINH, later, said()),
        "decline": lambda: moves.decline(asked, MINH, later, said("hãy hỏi Thuế tỉnh")),
        "transfer": lambda: handovers.transfer(asked, MINH, later, "thue-tinh", "không phải của Sở"),
        "assign": lambda: handovers.assign(asked, TUAN, later, "thue-tinh", ""),
        "withdraw": lambda: moves.withdraw(asked, LAN, later),
    }[end]().case
    assert (ended.asked_at, ended.pauses) == (None, ((NOW, later),))


def test_a_reply_to_the_task_group_leaves_the_case_free_to_be_accepted() -> None:
    asked = moves.ask(filed().case, TUAN, NOW, "Ở xã nào?", (), "by", replying()).case
    replied = moves.add(asked, LAN, NOW, "Xã Đồng Đăng", (), DEADLINE).case
    assert replied.state is State.FILED
    assert moves.accept(replied, MINH, NOW).case.accepted_name == "Minh"


def test_a_reply_to_the_officer_who_accepted_goes_back_to_that_officer() -> None:
    accepted = moves.accept(filed().case, MINH, NOW).case
    asked = moves.ask(accepted, MINH, NOW, "Ở xã nào?", (), "by", replying()).case
    replied = moves.add(asked, LAN, NOW, "Xã Đồng Đăng", (), DEADLINE).case
    assert (replied.state, replied.accepted_name) == (State.ACCEPTED, "Minh")


def test_an_officer_who_asks_has_taken_the_case_but_the_task_group_has_not() -> None:
    assert moves.ask(filed().case, MINH, NOW, "?", (), "by", replying()).case.accepted_name == "Minh"
    assert moves.ask(filed().case, TUAN, NOW, "?", (), "by", replying()).case.accepted_name == ""


def test_the_first_word_is_the_first_and_a_note_is_none() -> None:
    noted = moves.note(filed().case, MINH, NOW, "gọi cho họ", ()).case
    assert noted.first_word_at is None
    told = moves.tell(noted, MINH, NOW, "Đang xem", (), "by").case
    assert moves.answer(told, MINH, NOW + timedelta(days=1), said()).case.first_word_at == NOW


def test_a_business_that_writes_or_is_written_to_is_reached_again() -> None:
    lost = moves.unreached(filed().case, CLOCK, NOW).case
    assert not lost.reached
    assert moves.add(lost, LAN, NOW, "Tôi đây", (), DEADLINE).case.reached
    assert moves.ask(lost, MINH, NOW, "?", (), "by", replying()).case.reached
    assert not moves.note(lost, MINH, NOW, "gọi điện", ()).case.reached


def test_a_reopened_case_starts_a_clock_of_its_own_one_level_up() -> None:
    longer = handovers.extend(filed().case, MINH, NOW, 5, "chờ Bộ trả lời", DEADLINE).case
    again = NOW + timedelta(days=30)
    back = moves.reopen(answered(longer), LAN, NOW + timedelta(days=2), "Chưa xong", again).case
    assert (back.level, back.deadline, back.reopened_at) == (1, again, NOW + timedelta(days=2))
    assert (back.extension_days, back.pauses, back.filed_at) == (0, (), NOW)


def test_the_level_ends_at_leadership() -> None:
    case = answered()
    for _ in range(4):
        case = answered(moves.reopen(case, LAN, NOW, "Chưa", DEADLINE).case)
    assert (case.level, case.reopenings) == (2, 4)


def test_a_corrected_answer_is_the_answer_but_a_corrected_word_is_not() -> None:
    assert moves.correct(answered(), MINH, NOW, "Ngày 26", was_answer=True).case.answer == "Ngày 26"
    assert moves.correct(answered(), MINH, NOW, "Ngày 26", was_answer=False).case.answer == "Sở đã cấp giấy phép"


def test_an_edit_of_the_filing_changes_its_text_and_of_an_addition_does_not() -> None:
    assert moves.amend(filed().case, LAN, NOW, "mới", whole=True).case.text == "mới"
    assert moves.amend(filed().case, LAN, NOW, "mới", whole=False).case.text == filed().case.text


def test_silence_is_not_a_yes() -> None:
    assert moves.confirm(answered(), CLOCK, NOW, Outcome.NOT_CONFIRMED, NOW + timedelta(days=10)).case.outcome is Outcome.NOT_CONFIRMED


def test_the_table_alone_says_what_is_allowed() -> None:
    assert allowed(filed().case, Move.ACCEPTED)
    assert not allowed(answered(), Move.ACCEPTED)
