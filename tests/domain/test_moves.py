"""Each move: who may, when, and who reads what of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import moves
from domain.cases import Case, Move, Outcome, State, Tier
from domain.history import replay
from domain.messages import Audience, Kind, Urgency, Words
from domain.decisions import Decision
from domain.refusals import Missing, NotNow, Refusal
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    HOA,
    LAN,
    MINH,
    NOW,
    TUAN,
    Step,
    answered,
    filed,
    keys,
    leaves,
    play,
    said,
    sent_to,
    steps,
)

NAME, CODE, PHONE, MAIL = "Công ty Lan Anh", "4900001236", "0912 345 678", "lan@lananh.vn"
SECRET = f"{NAME}, MST {CODE}, gọi chị Nguyễn Thị Lan {PHONE} hoặc {MAIL}"


def to_author(decision: Decision) -> list[str]:
    return keys(sent_to(decision, Audience.AUTHOR))


def to_department(decision: Decision, department: str = CONSTRUCTION) -> list[str]:
    return keys(sent_to(decision, Audience.DEPARTMENT, department))


def to_task_group(decision: Decision) -> list[str]:
    return keys(sent_to(decision, Audience.TASK_GROUP))


# Filing


def test_filing_sends_the_receipt_to_the_business_and_the_card_to_its_department() -> None:
    decision = filed()
    assert to_author(decision) == ["receipt"]
    assert to_department(decision) == ["card-head"]
    assert to_task_group(decision) == []


def test_filing_without_a_department_goes_to_the_task_group() -> None:
    decision = filed(department="", topic="")
    assert to_author(decision) == ["receipt-undecided"]
    assert to_task_group(decision) == ["card-head"]
    assert {n.to.audience for n in decision.notices} == {Audience.AUTHOR, Audience.TASK_GROUP}


def test_attachments_follow_their_card() -> None:
    card, files = sent_to(filed(files=(7, 8)), Audience.DEPARTMENT, CONSTRUCTION)
    assert (card.files, files.files, files.under) == ((), (7, 8), card.slot)


def test_a_filing_is_replayed_from_its_one_entry() -> None:
    decision = filed(files=(7,), tier=Tier.HIDDEN)
    assert replay(list(decision.entries)) == decision.case


# Accepting


def test_the_second_officer_is_told_who_was_first() -> None:
    accepted = moves.accept(filed().case, MINH, NOW).case
    with pytest.raises(NotNow) as refusal:
        moves.accept(accepted, HOA, NOW)
    assert refusal.value.words == Words("refused-accepted", {"code": "LS26-00001", "name": "Minh"})


def test_accepting_tells_nobody_but_the_cards() -> None:
    decision = moves.accept(filed().case, MINH, NOW)
    assert {n.kind for n in decision.notices} == {Kind.EDIT}


# Words to the business


@pytest.mark.parametrize(
    ("move", "key"),
    [
        (lambda case: moves.ask(case, MINH, NOW, "Số?", (4,), "by", replying()), "to-business-question"),
        (lambda case: moves.tell(case, MINH, NOW, "Đang xem", (4,), "by"), "to-business-word"),
        (lambda case: moves.answer(case, MINH, NOW, replace(said(), files=(4,))), "to-business-answer"),
        (lambda case: moves.decline(case, MINH, NOW, replace(said(), files=(4,))), "to-business-declined"),
    ],
)
def test_words_and_files_go_to_the_business_alone(move: object, key: str) -> None:
    decision = move(filed().case)  # type: ignore[operator]
    assert to_author(decision) == [key]
    assert sent_to(decision, Audience.AUTHOR)[0].files == (4,)
    assert {n.kind for n in decision.notices if n.to.audience is not Audience.AUTHOR} == {Kind.EDIT}


def test_an_answer_carries_the_three_verdicts_as_buttons() -> None:
    (notice,) = sent_to(moves.answer(filed().case, MINH, NOW, said()), Audience.AUTHOR)
    assert [row[0].data for row in notice.choices] == ["b:solved:1", "b:partly:1", "b:not-solved:1"]


def test_neither_words_nor_files_is_nothing_to_send() -> None:
    for move in (
        lambda: moves.ask(filed().case, MINH, NOW, " ", (), "by", replying()),
        lambda: moves.note(filed().case, MINH, NOW, "", ()),
        lambda: moves.answer(filed().case, MINH, NOW, said("\n")),
        lambda: moves.add(filed().case, LAN, NOW, "", (), DEADLINE),
    ):
        with pytest.raises(Missing):
            move()
    assert moves.note(filed().case, MINH, NOW, "", (9,)).case.seq == 2


def test_an_answer_of_another_officer_does_not_replace_the_first() -> None:
    with pytest.raises(NotNow) as refusal:
        moves.answer(answered(), HOA, NOW, said("khác"))
    assert refusal.value.words.args["name"] == "Minh"
    assert moves.answer(answered(), MINH, NOW, said("rõ hơn")).case.answer == "rõ hơn"


def test_declining_needs_more_than_two_words() -> None:
    with pytest.raises(Missing):
        moves.decline(filed().case, MINH, NOW, said("không phải"))


def test_a_declined_business_may_contest() -> None:
    decision = moves.decline(filed().case, MINH, NOW, said("hãy hỏi Thuế tỉnh"))
    assert [row[0].data for row in sent_to(decision, Audience.AUTHOR)[0].choices] == ["b:not-solved:1"]
    assert moves.reopen(decision.case, LAN, NOW, "Không đúng", DEADLINE).case.state is State.REOPENED


def test_a_correction_reaches_the_business_as_one() -> None:
    assert to_author(moves.correct(answered(), MINH, NOW, "Ngày 26", was_answer=True)) == ["to-business-corrected"]


# Nothing internal leaves


def test_a_note_is_sent_to_nobody() -> None:
    decision = moves.note(filed().case, MINH, NOW, "internal", (5,))
    assert {n.kind for n in decision.notices} == {Kind.EDIT}
    assert not any("internal" in leaves(n.words) for n in decision.notices)


@settings(deadline=None, max_examples=120)
@given(steps(st.just("Bí mật")))
def test_nothing_internal_ever_reaches_the_business(tries: list[Step]) -> None:
    for decision in play(filed(), tries):
        for notice in sent_to(decision, Audience.AUTHOR):
            assert "internal" not in leaves(notice.words)
            assert notice.kind is Kind.SEND


@settings(deadline=None, max_examples=120)
@given(steps())
def test_only_those_who_have_the_case_hear_of_it(tries: list[Step]) -> None:
    before: Case | None = None
    for decision in play(filed(), tries):
        involved = {decision.case.department, before.department if before else ""}
        for notice in decision.notices:
            assert notice.about == decision.case.id
            assert notice.to.audience in {
                Audience.AUTHOR,
                Audience.DEPARTMENT,
                Audience.TASK_GROUP,
                Audience.LEADERSHIP,
            }
            if notice.to.audience is Audience.DEPARTMENT:
                assert notice.to.department in involved
            if notice.to.audience is Audience.AUTHOR:
                assert notice.to.person == LAN.person
        before = decision.case


# A hidden identity


@settings(deadline=None, max_examples=150)
@given(steps(st.just(SECRET)))
def test_no_notice_to_a_department_names_a_hidden_business(tries: list[Step]) -> None:
    by_business = {"add", "amend", "rate", "reopen", "accept", "confirm"}
    tries = [step if step.verb in by_business else replace(step, text="ổn") for step in tries]
    for decision in play(filed(tier=Tier.HIDDEN, text=SECRET), tries):
        for notice in decision.notices:
            if notice.to.audience is Audience.DEPARTMENT:
                told = leaves(notice.words)
                assert not any(each in told for each in (NAME, CODE, PHONE, MAIL, "Nguyễn Thị Lan"))


def test_an_open_business_is_named_on_the_card() -> None:
    (card,) = sent_to(filed(text=SECRET), Audience.DEPARTMENT, CONSTRUCTION)
    assert NAME in leaves(card.words)
    assert PHONE in leaves(card.words)


def test_the_task_group_sees_who_a_hidden_business_is() -> None:
    case = answered(filed(tier=Tier.HIDDEN, text=SECRET).case)
    card = sent_to(moves.reopen(case, LAN, NOW, "Chưa", DEADLINE), Audience.TASK_GROUP)[0]
    assert NAME in leaves(card.words)
    assert PHONE in leaves(card.words)


# The business adds


def test_an_addition_goes_to_the_department_under_the_card() -> None:
    decision = moves.add(filed().case, LAN, NOW, "Gửi thêm ảnh", (3,), DEADLINE)
    added = sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)[0]
    assert (keys([added]), added.files, added.under) == (["business-added"], (3,), "card:1")
    assert to_author(decision) == []


def test_an_addition_to_a_raised_case_goes_to_the_task_group_too() -> None:
    raised = moves.escalate(filed().case, CLOCK, NOW).case
    assert to_task_group(moves.add(raised, LAN, NOW, "Gửi thêm", (), DEADLINE))[0] == "business-added"
    assert "business-added" not in to_task_group(moves.add(filed().case, LAN, NOW, "Gửi thêm", (), DEADLINE))


def test_an_addition_does_not_touch_the_deadline() -> None:
    assert moves.add(filed().case, LAN, NOW, "x", (), DEADLINE + timedelta(days=9)).case.deadline == DEADLINE


# The verdict


def test_a_solved_case_is_closed_and_asked_for_stars() -> None:
    decision = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10))
    assert (decision.case.state, to_author(decision)) == (State.CLOSED, ["ask-stars"])
    stars = [choice.data for row in sent_to(decision, Audience.AUTHOR)[0].choices for choice in row]
    assert stars == [f"b:stars:1:{count}" for count in range(1, 6)]
    assert to_department(decision)[0] == "group-confirmed"


def test_silence_closes_without_asking_for_stars() -> None:
    assert to_author(moves.confirm(answered(), CLOCK, NOW, Outcome.NOT_CONFIRMED, NOW + timedelta(days=10))) == ["closed-in-silence"]


def test_not_solved_is_an_appeal_not_a_verdict() -> None:
    with pytest.raises(ValueError, match="reopen"):
        moves.confirm(answered(), LAN, NOW, Outcome.NOT_SOLVED, NOW + timedelta(days=10))


@pytest.mark.parametrize("stars", [-1, 0, 6])
def test_there_are_one_to_five_stars(stars: int) -> None:
    closed = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)).case
    with pytest.raises(Refusal):
        moves.rate(closed, LAN, NOW, stars, "")
    assert moves.rate(closed, LAN, NOW, 5, "").case.stars == 5


def test_stars_alone_do_not_disturb_the_department_but_a_comment_does() -> None:
    closed = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)).case
    assert to_department(moves.rate(closed, LAN, NOW, 5, "")) == ["card-head"]
    assert to_department(moves.rate(closed, LAN, NOW, 5, "Nhanh")) == ["group-rated", "card-head"]


def test_reopening_brings_the_case_one_level_up_to_the_task_group() -> None:
    decision = moves.reopen(answered(), LAN, NOW, "Vẫn chưa", DEADLINE)
    assert decision.case.level == 1
    assert to_author(decision) == ["reopened"]
    assert to_task_group(decision)[:2] == ["card-head", "appeal"]
    assert to_department(decision)[0] == "group-reopened"
    assert sent_to(decision, Audience.LEADERSHIP) == []


def test_the_second_appeal_reaches_leadership() -> None:
    once = answered(moves.reopen(answered(), LAN, NOW, "Chưa", DEADLINE).case)
    assert keys(sent_to(moves.reopen(once, LAN, NOW, "Chưa", DEADLINE), Audience.LEADERSHIP)) == ["appeal-again"]


def test_a_closed_case_comes_back_within_ten_days_only() -> None:
    closed = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)).case
    assert moves.reopen(closed, LAN, NOW + timedelta(days=10), "Chưa", DEADLINE).case.state is State.REOPENED
    with pytest.raises(NotNow) as refusal:
        moves.reopen(closed, LAN, NOW + timedelta(days=10, seconds=1), "Chưa", DEADLINE)
    assert refusal.value.words.key == "refused-reopen-window"


# Moving and extending


@settings(deadline=None, max_examples=120)
@given(steps())
def test_moving_a_case_never_resets_its_clock(tries: list[Step]) -> None:
    before: Case | None = None
    for decision in play(filed(), tries):
        if before and decision.entries[0].move in {Move.TRANSFERRED, Move.ASSIGNED}:
            assert (decision.case.filed_at, decision.case.deadline) == (before.filed_at, before.deadline)
            assert decision.case.extension_days == before.extension_days
        before = decision.case


def test_a_transfer_tells_the_new_department_the_old_one_and_the_business() -> None:
    decision = handovers.transfer(filed(files=(3,)).case, MINH, NOW, FINANCE, "thuộc Sở Tài chính")
    assert to_department(decision, FINANCE) == ["card-head", "files-of", "moved-here"]
    (gone,) = sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)
    assert (gone.kind, gone.slot, keys([gone])) == (Kind.EDIT, "card:1", ["moved-away"])
    assert to_author(decision) == ["moved-author"]
    assert decision.case.accepted_name == ""


def test_a_transfer_needs_a_reason_and_another_department() -> None:
    with pytest.raises(Missing):
        handovers.transfer(filed().case, MINH, NOW, FINANCE, "nhầm")
    with pytest.raises(Refusal):
        handovers.transfer(filed().case, MINH, NOW, CONSTRUCTION, "của chính mình")


def test_the_second_transfer_is_for_the_task_group_alone() -> None:
    moved = handovers.transfer(filed().case, MINH, NOW, FINANCE, "thuộc Sở Tài chính").case
    with pytest.raises(NotNow) as refusal:
        handovers.transfer(moved, HOA, NOW, CONSTRUCTION, "không phải chúng tôi")
    assert refusal.value.words.key == "refused-second-transfer"
    assert handovers.transfer(moved, TUAN, NOW, CONSTRUCTION, "tổ quyết định").case.transfers == 2


def test_only_the_task_group_assigns_and_that_counts_as_no_transfer() -> None:
    with pytest.raises(Refusal):
        handovers.assign(filed(department="").case, MINH, NOW, FINANCE, "")
    assigned = handovers.assign(filed(department="").case, TUAN, NOW, FINANCE, "").case
    assert (assigned.department, assigned.transfers, assigned.state) == (FINANCE, 0, State.FILED)


def test_an_extension_is_told_with_its_reason_and_new_deadline() -> None:
    later = DEADLINE + timedelta(days=3)
    decision = handovers.extend(filed().case, MINH, NOW, 3, "chờ Bộ trả lời", later)
    assert (decision.case.deadline, decision.case.extension_days) == (later, 3)
    (told,) = sent_to(decision, Audience.AUTHOR)
    assert isinstance(told.words, Words)
    assert told.words.args == {"code": "LS26-00001", "days": 3, "reason": "chờ Bộ trả lời", "deadline": later}


@pytest.mark.parametrize(("days", "reason"), [(0, "chờ Bộ"), (21, "chờ Bộ"), (3, "chờ")])
def test_an_extension_needs_one_to_twenty_days_and_a_reason(days: int, reason: str) -> None:
    with pytest.raises(Missing):
        handovers.extend(filed().case, MINH, NOW, days, reason, DEADLINE)


def test_the_second_extension_is_for_the_task_group_alone() -> None:
    longer = handovers.extend(filed().case, MINH, NOW, 3, "chờ Bộ trả lời", DEADLINE).case
    with pytest.raises(NotNow) as refusal:
        handovers.extend(longer, MINH, NOW, 3, "vẫn chờ Bộ", DEADLINE)
    assert refusal.value.words.key == "refused-second-extension"
    assert handovers.extend(longer, TUAN, NOW, 3, "vẫn chờ Bộ", DEADLINE).case.extension_days == 6


# The clock, and what did not arrive


def test_an_overdue_case_is_told_to_the_department_and_the_task_group_as_reminders() -> None:
    decision = moves.escalate(filed().case, CLOCK, NOW)
    overdue = [n for n in decision.notices if keys([n]) == ["overdue"]]
    assert {n.to.audience for n in overdue} == {Audience.DEPARTMENT, Audience.TASK_GROUP}
    assert {n.urgency for n in overdue} == {Urgency.REMINDER}
    assert to_author(decision) == []


def test_an_undecided_overdue_case_is_told_to_the_task_group_once() -> None:
    decision = moves.escalate(filed(department="").case, CLOCK, NOW)
    assert to_task_group(decision).count("overdue") == 1


def test_a_reopened_case_past_its_new_deadline_is_told_to_leadership() -> None:
    first = moves.escalate(filed().case, CLOCK, NOW)
    again = moves.escalate(first.case, CLOCK, NOW)
    assert [n.to.audience for n in first.notices].count(Audience.LEADERSHIP) == 0
    assert [n.to.audience for n in again.notices].count(Audience.LEADERSHIP) == 1


def test_escalating_never_lowers_the_level() -> None:
    high = moves.escalate(moves.escalate(filed().case, CLOCK, NOW).case, CLOCK, NOW).case
    assert moves.escalate(high, CLOCK, NOW).case.level == 2


def test_a_business_that_cannot_be_reached_is_told_to_department_and_task_group() -> None:
    decision = moves.unreached(answered(), CLOCK, NOW)
    assert to_department(decision)[0] == "business-unreached"
    assert to_task_group(decision)[0] == "business-unreached"
    assert to_author(decision) == []
    assert "card-unreached" in str(sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)[-1].words)


def test_a_reminder_carries_the_verdicts_again_and_leaves_the_cards_alone() -> None:
    decision = moves.remind_confirmation(answered(), CLOCK, NOW)
    (notice,) = decision.notices
    assert (notice.to.audience, notice.urgency, len(notice.choices)) == (Audience.AUTHOR, Urgency.REMINDER, 3)


def test_a_withdrawal_is_told_to_both_sides() -> None:
    decision = moves.withdraw(filed().case, LAN, NOW)
    assert (to_author(decision), to_department(decision)[0]) == (["withdrawn"], "group-withdrawn")
