"""Words changed after they were sent: the same is asked of them as of new ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.case import corrections, handovers, moves
from domain.case.case import Actor, Case, Outcome, Role, State
from domain.case.history import replay
from domain.refusals import NotNow, Refusal
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, NOW, TUAN, answered, filed, replying, said, term

ANSWER = "Sở đã cấp giấy phép"
ANOTHER_MINH = Actor(Role.OFFICER, 22, MINH.name, CONSTRUCTION)


def refused(case: Case, actor: Actor, verb: str, before: str = ANSWER) -> str:
    with pytest.raises(Refusal) as caught:
        corrections.check_correction(case, actor, verb, before)
    return caught.value.words.key


def test_the_answer_that_stands_may_be_changed_by_whoever_gave_it() -> None:
    corrections.check_correction(answered(), MINH, "answer", ANSWER)
    assert refused(answered(), ANOTHER_MINH, "answer") == "refused-answered", "a name is not a person"
    assert refused(answered(), TUAN, "answer") == "refused-answered"


def test_an_old_answer_knows_its_author_by_name_alone() -> None:
    old = replace(answered(), answered_by=0)
    corrections.check_correction(old, ANOTHER_MINH, "answer", ANSWER)
    moves.check_answer(old, ANOTHER_MINH)
    assert refused(old, TUAN, "answer") == "refused-answered"


def test_two_officers_of_one_name_do_not_answer_over_each_other() -> None:
    with pytest.raises(NotNow):
        moves.answer(answered(), ANOTHER_MINH, NOW, said("Chưa cấp"))
    moves.answer(answered(), MINH, NOW, said("Đã cấp hôm nay"))


def test_a_journal_of_before_tells_the_row_of_before() -> None:
    first = filed()
    told = moves.answer(first.case, MINH, NOW, said()).entries[0]
    old = replace(told, facts={name: fact for name, fact in told.facts.items() if name != "by"})
    assert replay([first.entries[0], old]).answered_by == 0
    assert replay([first.entries[0], told]).answered_by == MINH.person


def test_an_answer_that_stands_no_more_is_not_changed() -> None:
    reopened = moves.reopen(answered(), LAN, NOW, "chưa cấp", term()).case
    elsewhere = handovers.assign(answered(), TUAN, NOW, FINANCE, "", term()).case
    twice = moves.answer(answered(), MINH, NOW, said("Mời đến nhận")).case
    closed = moves.confirm(answered(), LAN, NOW, Outcome.SOLVED, NOW).case
    for case in (reopened, elsewhere, twice, closed):
        assert refused(case, MINH, "answer") == "refused-edit-over"
    corrections.check_correction(twice, MINH, "answer", "Mời đến nhận")


def test_a_refusal_is_corrected_as_long_as_it_stands() -> None:
    declined = moves.decline(filed().case, MINH, NOW, said("Thuộc Cục Đường bộ, xin gửi tới đó")).case
    corrections.check_correction(declined, MINH, "decline", declined.answer)
    assert refused(moves.reopen(declined, LAN, NOW, "x", term()).case, MINH, "decline", declined.answer)


@pytest.mark.parametrize("verb", ["ask", "send"])
def test_a_question_or_a_word_is_changed_only_where_a_new_one_could_be_said(verb: str) -> None:
    asked = moves.ask(filed().case, MINH, NOW, "Số nào?", (), "by", replying()).case
    corrections.check_correction(asked, MINH, verb, "Số nào?")
    assert refused(replace(asked, state=State.CLOSED), MINH, verb, "Số nào?") == "refused-state"


@pytest.mark.parametrize("verb", ["extend", "transfer", "assign", "invite", "publish", "retract", "of-next-year"])
def test_what_people_have_acted_on_is_not_changed_behind_them(verb: str) -> None:
    assert refused(filed().case, MINH, verb) == "refused-edit-done"
