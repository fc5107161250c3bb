"""Each move: who may, when, and who reads what of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import corrections, moves
from domain.case.case import Case, Outcome, State, Tier
from domain.case.decisions import Decision
from domain.case.history import replay
from domain.messages import Audience, Kind, Words
from domain.messages import to_department as to_whom
from domain.refusals import Missing, NotNow, Refusal
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    HOA,
    LAN,
    MINH,
    NOW,
    Step,
    answered,
    filed,
    keys,
    leaves,
    line,
    looked,
    play,
    replying,
    said,
    sent_to,
    steps,
    term,
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


def test_accepting_tells_whoever_filed_and_the_cards_and_nobody_else() -> None:
    decision = moves.accept(filed().case, MINH, NOW)
    told = [n for n in decision.notices if n.to.audience is not Audience.AUTHOR]
    assert {n.kind for n in told} == {Kind.EDIT}
    assert to_author(decision) == ["to-business-accepted"]


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


def test_a_question_and_an_answer_say_until_when_the_business_should_reply() -> None:
    question = sent_to(moves.ask(filed().case, MINH, NOW, "Số?", (), "by", replying()), Audience.AUTHOR)[0]
    answer = sent_to(moves.answer(filed().case, MINH, NOW, said()), Audience.AUTHOR)[0]
    assert isinstance(question.words, Words)
    assert isinstance(answer.words, Words)
    assert question.words.args["until"] == NOW + timedelta(days=10)
    assert answer.words.args["until"] == NOW + timedelta(days=5)


def test_an_answer_carries_the_four_verdicts_as_buttons() -> None:
    (notice,) = sent_to(moves.answer(filed().case, MINH, NOW, said()), Audience.AUTHOR)
    verdicts = ("solved", "partly", "not-solved", "explained")
    assert [row[0].data for row in notice.choices] == [f"b:{each}:1" for each in verdicts]


def test_neither_words_nor_files_is_nothing_to_send() -> None:
    for move in (
        lambda: moves.ask(filed().case, MINH, NOW, " ", (), "by", replying()),
        lambda: moves.note(filed().case, MINH, NOW, "", ()),
        lambda: moves.answer(filed().case, MINH, NOW, said("\n")),
        lambda: moves.add(filed().case, LAN, NOW, "", (), term()),
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
    assert moves.reopen(decision.case, LAN, NOW, "Không đúng", term()).case.state is State.REOPENED


def test_a_correction_reaches_the_business_as_one() -> None:
    assert to_author(corrections.correct(answered(), MINH, NOW, "Ngày 26", was_answer=True)) == [
        "to-business-corrected"
    ]


# Nothing internal leaves


def test_a_note_is_sent_to_nobody() -> None:
    decision = moves.note(filed().case, MINH, NOW, "internal", (5,))
    assert decision.notices == (), "nor does it change a card, so nothing is called for it"


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
        involved |= {part.department for part in decision.case.parts}
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
    hidden = takewhile(lambda each: each.case.tier is Tier.HIDDEN, play(filed(tier=Tier.HIDDEN, text=SECRET), tries))
    for decision in hidden:
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
    card = sent_to(moves.reopen(case, LAN, NOW, "Chưa", term()), Audience.TASK_GROUP)[0]
    assert NAME in leaves(card.words)
    assert PHONE in leaves(card.words)


# The business adds


def test_an_addition_goes_to_the_department_under_the_card() -> None:
    decision = moves.add(filed().case, LAN, NOW, "Gửi thêm ảnh", (3,), term())
    added = sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)[0]
    assert (keys([added]), added.files, added.under) == (["business-added"], (3,), "card:1")
    assert to_author(decision) == []


def test_an_addition_to_a_raised_case_goes_to_the_task_group_too() -> None:
    raised = looked(filed().case, DEADLINE + timedelta(days=1)).case
    assert to_task_group(moves.add(raised, LAN, NOW, "Gửi thêm", (), term()))[0] == "business-added"
    assert "business-added" not in to_task_group(moves.add(filed().case, LAN, NOW, "Gửi thêm", (), term()))


def test_an_addition_does_not_touch_the_deadline() -> None:
    assert moves.add(filed().case, LAN, NOW, "x", (), term(DEADLINE + timedelta(days=9))).case.deadline == DEADLINE


# The verdict


def test_a_solved_case_is_closed_and_asked_for_stars() -> None:
    decision = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10))
    assert (decision.case.state, to_author(decision)) == (State.CLOSED, ["ask-stars"])
    stars = [choice.data for row in sent_to(decision, Audience.AUTHOR)[0].choices for choice in row]
    assert stars == [f"b:stars:1:{count}" for count in range(1, 6)]
    (changed,) = [each for each in decision.notices if each.to == to_whom(CONSTRUCTION)]
    assert isinstance(changed.news, Words)
    assert (changed.kind, changed.news.key) == (Kind.EDIT, "group-confirmed")


def test_a_matter_solved_in_part_is_told_in_words() -> None:
    decision = moves.confirm(answered(), LAN, NOW, Outcome.PARTLY, NOW + timedelta(days=10))
    assert to_department(decision) == ["group-confirmed", "card-head"]


@pytest.mark.parametrize("outcome", [Outcome.NOT_SOLVED, Outcome.NOT_CONFIRMED])
def test_an_appeal_and_silence_are_no_verdicts_of_the_business(outcome: Outcome) -> None:
    with pytest.raises(ValueError, match="not for a business"):
        moves.confirm(answered(), LAN, NOW, outcome, NOW + timedelta(days=10))


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
    decision = moves.reopen(answered(), LAN, NOW, "Vẫn chưa", term())
    assert decision.case.level == 1
    assert to_author(decision) == ["reopened"]
    (card,) = sent_to(decision, Audience.TASK_GROUP)
    assert (card.kind, line(card, 0).key, line(card, 1).key) == (Kind.SEND, "card-head", "appeal")
    assert to_department(decision)[0] == "group-reopened"
    assert sent_to(decision, Audience.LEADERSHIP) == []


def test_the_second_appeal_reaches_leadership() -> None:
    once = answered(moves.reopen(answered(), LAN, NOW, "Chưa", term()).case)
    assert keys(sent_to(moves.reopen(once, LAN, NOW, "Chưa", term()), Audience.LEADERSHIP)) == ["appeal-again"]


def test_a_closed_case_comes_back_within_ten_days_only() -> None:
    closed = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)).case
    assert moves.reopen(closed, LAN, NOW + timedelta(days=10), "Chưa", term()).case.state is State.REOPENED
    with pytest.raises(NotNow) as refusal:
        moves.reopen(closed, LAN, NOW + timedelta(days=10, seconds=1), "Chưa", term())
    assert refusal.value.words.key == "refused-reopen-window"


# What did not arrive


def test_a_business_that_cannot_be_reached_is_told_to_department_and_task_group() -> None:
    decision = moves.unreached(answered(), CLOCK, NOW)
    assert to_department(decision)[0] == "business-unreached"
    assert to_task_group(decision)[0] == "business-unreached"
    assert to_author(decision) == []
    assert "card-unreached" in str(sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)[-1].words)


@pytest.mark.parametrize("tier", [Tier.HIDDEN, Tier.OPEN])
def test_why_a_business_that_hides_is_not_reached_says_nothing_of_its_messenger(tier: Tier) -> None:
    """Whichever messenger it was, and also while it is named for some days."""
    case = replace(answered(), tier=tier, unmasked_at=NOW if tier is Tier.OPEN else None)
    both = [moves.unreached(case, CLOCK, NOW, is_asleep=is_asleep) for is_asleep in (True, False)]
    told = [sent_to(each, Audience.DEPARTMENT, CONSTRUCTION) for each in both]
    assert told[0] == told[1]
    assert to_department(both[0])[0] == "business-unreached-hidden"
    assert [to_task_group(each)[0] for each in both] == ["business-asleep", "business-unreached"]


def test_a_withdrawal_is_told_to_both_sides() -> None:
    decision = moves.withdraw(filed().case, LAN, NOW)
    assert (to_author(decision), to_department(decision)[0]) == (["withdrawn"], "group-withdrawn")
