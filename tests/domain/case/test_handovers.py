"""What departments and the task group settle between them: who may, who is told, and that no clock is reset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import handovers, moves
from domain.case.case import Actor, Case, Move, Role, State, Tier
from domain.case.decisions import Decision
from domain.deadline.explaining import amount
from domain.deadline.promises import Look, Term, without
from domain.messages import Audience, Kind, Words
from domain.province.catalogue import PromisedStep as Act
from domain.province.catalogue import Unit
from domain.refusals import Missing, NotNow, Refusal
from tests.cast import (
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
    keys,
    leaves,
    line,
    play,
    sent_to,
    steps,
    term,
)

NAME, PHONE = "Công ty Lan Anh", "0912 345 678"
OTHERS = (CONSTRUCTION, FINANCE, TAX, "cong-an-tinh", "dien-luc", "hai-quan", "so-y-te")


def to_author(decision: Decision) -> list[str]:
    return keys(sent_to(decision, Audience.AUTHOR))


def to_task_group(decision: Decision) -> list[str]:
    return keys(sent_to(decision, Audience.TASK_GROUP))


def to_department(decision: Decision, department: str = CONSTRUCTION) -> list[str]:
    return keys(sent_to(decision, Audience.DEPARTMENT, department))


def transfer(case: Case, actor: Actor = MINH, department: str = FINANCE, reason: str = "thuộc Sở khác") -> Decision:
    return handovers.transfer(case, actor, NOW, department, reason, going_on(case))


def extend(case: Case, actor: Actor = MINH, days: int = 3, reason: str = "chờ Bộ trả lời") -> Decision:
    return handovers.extend(case, actor, NOW, days, reason, term(DEADLINE + timedelta(days=days)))


def limit(case: Case, department: str, due: datetime = NOW + timedelta(days=3)) -> Term:
    return Term(due, ((due, f"{Look.PART_LATE}:{department}"), *case.agenda))


def invite(case: Case, department: str = FINANCE, actor: Actor = MINH, text: str = "Đã nộp tiền đất chưa?") -> Decision:
    return handovers.invite(case, actor, NOW, department, text, limit(case, department))


# Transfers


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
    decision = transfer(filed(files=(3,)).case)
    assert to_department(decision, FINANCE) == ["card-head", "files-of", "moved-here"]
    (gone,) = sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)
    assert (gone.kind, gone.slot, keys([gone])) == (Kind.EDIT, "card:1", ["moved-away"])
    assert to_author(decision) == ["moved-author"]
    assert decision.case.accepted_name == ""


def test_a_transfer_needs_a_reason_and_another_department() -> None:
    with pytest.raises(Missing):
        transfer(filed().case, reason="nhầm")
    with pytest.raises(Refusal):
        transfer(filed().case, department=CONSTRUCTION)


def test_the_first_transfers_are_the_departments_and_every_one_the_task_groups() -> None:
    once = transfer(filed().case).case
    assert once.transfers == 1
    assert handovers.may_transfer(filed().case, MINH, 1)
    assert not handovers.may_transfer(once, HOA, 1)
    assert handovers.may_transfer(once, HOA, 2)
    assert handovers.may_transfer(once, TUAN, 0)


def test_a_reason_names_no_hidden_business_to_a_department() -> None:
    decision = transfer(filed(tier=Tier.HIDDEN).case, reason=f"{NAME}, gọi {PHONE}")
    for notice in decision.notices:
        if notice.to.audience is Audience.DEPARTMENT:
            assert not {NAME, PHONE} & set(leaves(notice.words).split(", gọi "))
            assert NAME not in leaves(notice.words)
            assert PHONE not in leaves(notice.words)


def test_only_the_task_group_assigns_and_that_counts_as_no_transfer() -> None:
    undecided = filed(department="").case
    with pytest.raises(Refusal):
        handovers.assign(undecided, MINH, NOW, FINANCE, "", term())
    assigned = handovers.assign(undecided, TUAN, NOW, FINANCE, "", term()).case
    assert (assigned.department, assigned.transfers, assigned.state) == (FINANCE, 0, State.FILED)


def test_an_answered_case_may_be_assigned_anew_but_not_transferred() -> None:
    again = handovers.assign(answered(), TUAN, NOW, FINANCE, "Sở trả lời nhầm", term()).case
    assert (again.state, again.answered_at, again.confirm_by) == (State.FILED, None, None)
    with pytest.raises(NotNow):
        transfer(answered())


# Extensions


def test_an_extension_is_told_with_its_reason_span_and_new_deadline() -> None:
    decision = extend(filed().case)
    later = DEADLINE + timedelta(days=3)
    assert (decision.case.deadline, decision.case.extension_days) == (later, 3)
    (told,) = sent_to(decision, Audience.AUTHOR)
    assert isinstance(told.words, Words)
    span = amount(Unit.WORKING_DAYS, 3)
    assert told.words.args == {"code": "LS26-00001", "span": span, "reason": "chờ Bộ trả lời", "deadline": later}


@pytest.mark.parametrize(("days", "reason"), [(0, "chờ Bộ"), (21, "chờ Bộ"), (3, "chờ")])
def test_an_extension_needs_one_to_twenty_days_and_a_reason(days: int, reason: str) -> None:
    with pytest.raises(Missing):
        extend(filed().case, days=days, reason=reason)


def test_the_second_extension_is_for_the_task_group_alone() -> None:
    longer = extend(filed().case).case
    assert handovers.may_extend(filed().case, MINH)
    assert not handovers.may_extend(longer, MINH)
    with pytest.raises(NotNow) as refusal:
        extend(longer)
    assert refusal.value.words.key == "refused-second-extension"
    assert extend(longer, TUAN).case.extension_days == 6


def test_an_extension_after_which_the_case_is_still_late_is_refused() -> None:
    """No business reads of a new deadline that is over already."""
    now = DEADLINE + timedelta(days=9)
    with pytest.raises(NotNow, match="refused-extend-short"):
        handovers.extend(filed().case, MINH, now, 3, "chờ Bộ trả lời", term(DEADLINE + timedelta(days=3)))
    longer = handovers.extend(filed().case, MINH, now, 9, "chờ Bộ trả lời", term(now + timedelta(days=1)))
    assert longer.case.extension_days == 9


def test_a_case_that_came_back_is_extended_by_the_task_group_alone() -> None:
    back = moves.reopen(answered(), LAN, NOW, "Chưa xong", term()).case
    assert not handovers.may_extend(back, MINH)
    assert handovers.may_extend(back, TUAN)


# Proposals

PROPOSE: dict[str, Callable[[Case], Decision]] = {
    "extend": lambda case: handovers.propose(case, MINH, NOW, "extend", "5", "chờ Bộ trả lời"),
    "transfer": lambda case: handovers.propose(case, MINH, NOW, "transfer", FINANCE, "thuộc Sở Tài chính"),
}


@pytest.mark.parametrize("verb", sorted(PROPOSE))
def test_a_proposal_reaches_the_task_group_with_the_card_and_two_buttons_and_changes_nothing(verb: str) -> None:
    case = filed().case
    decision = PROPOSE[verb](case)
    (card,) = sent_to(decision, Audience.TASK_GROUP)
    assert [line(card, number).key for number in (0, 1)] == ["card-head", f"proposed-{verb}"]
    assert [choice.data for choice in card.choices[0]] == ["o:decide:1:yes.2", "o:decide:1:no.2"]
    assert to_department(decision)[0] == "proposal-with-task-group"
    assert to_author(decision) == []
    unmoved = ("deadline", "department", "agenda", "extension_days", "transfers", "state")
    assert all(getattr(decision.case, name) == getattr(case, name) for name in unmoved)


def test_a_proposal_needs_what_the_move_itself_would_need() -> None:
    case = filed().case
    with pytest.raises(Missing):
        handovers.propose(case, MINH, NOW, "extend", "21", "chờ Bộ trả lời")
    with pytest.raises(Missing):
        handovers.propose(case, MINH, NOW, "transfer", FINANCE, "nhầm")
    with pytest.raises(Refusal):
        handovers.propose(case, MINH, NOW, "transfer", CONSTRUCTION, "của chính mình")


def test_a_proposal_that_was_replaced_or_decided_is_not_decided_again() -> None:
    first = PROPOSE["extend"](filed().case).case
    second = PROPOSE["transfer"](first).case
    assert handovers.proposal_of(second, 3).verb == "transfer"
    with pytest.raises(NotNow) as refusal:
        handovers.proposal_of(second, 2)
    assert refusal.value.words.key == "refused-proposal-done"
    refused = handovers.refuse(second, TUAN, NOW, 3).case
    with pytest.raises(NotNow):
        handovers.proposal_of(refused, 3)


def test_only_the_task_group_refuses_and_the_department_hears_of_it() -> None:
    proposed = PROPOSE["extend"](filed().case).case
    with pytest.raises(Refusal):
        handovers.refuse(proposed, MINH, NOW, 2)
    decision = handovers.refuse(proposed, TUAN, NOW, 2)
    assert to_department(decision)[0] == "proposal-refused"
    assert (decision.case.deadline, to_author(decision)) == (DEADLINE, [])


# Co-operation


def test_an_invited_department_gets_the_card_the_question_and_its_own_deadline() -> None:
    decision = invite(filed(files=(3,)).case)
    assert to_department(decision, FINANCE) == ["card-head", "files-of"]
    asked = line(sent_to(decision, Audience.DEPARTMENT, FINANCE)[0], 1)
    assert asked.key == "invited"
    assert asked.args["due"] == NOW + timedelta(days=3)
    (part,) = decision.case.parts
    assert (part.department, part.due, part.said_at) == (FINANCE, NOW + timedelta(days=3), None)
    assert (decision.case.department, decision.case.deadline) == (CONSTRUCTION, DEADLINE)
    assert to_author(decision) == []


def test_a_question_to_another_department_names_no_hidden_business() -> None:
    decision = invite(filed(tier=Tier.HIDDEN).case, text=f"{NAME}, gọi {PHONE}: đã nộp chưa?")
    for notice in sent_to(decision, Audience.DEPARTMENT, FINANCE):
        assert not any(each in leaves(notice.words) for each in (NAME, PHONE))


def test_a_department_cannot_be_invited_to_its_own_case_without_a_question_or_as_the_sixth() -> None:
    case = filed().case
    with pytest.raises(Refusal):
        invite(case, CONSTRUCTION)
    with pytest.raises(Refusal):
        invite(filed(department="").case)
    with pytest.raises(Missing):
        invite(case, text="sao?")
    for department in OTHERS[1:6]:
        case = invite(case, department).case
    with pytest.raises(NotNow) as refusal:
        invite(case, OTHERS[6])
    assert refusal.value.words.args["most"] == handovers.MOST_PARTS


def test_the_business_is_told_only_when_several_departments_make_it_longer() -> None:
    case = filed().case
    promise = replace(case.promise, step=Act.RESOLVE_TOGETHER, amount=20)
    longer = replace(term(DEADLINE + timedelta(days=19)), promise=promise)
    decision = handovers.invite(case, TUAN, NOW, FINANCE, "Đã nộp tiền chưa?", limit(case, FINANCE), longer)
    assert (to_author(decision), decision.case.deadline) == (["to-business-together"], longer.due)
    assert decision.case.promise.step is Act.RESOLVE_TOGETHER
    assert case.promise.step is Act.RESOLVE
    same = handovers.invite(case, TUAN, NOW, FINANCE, "Đã nộp tiền chưa?", limit(case, FINANCE), term())
    assert (to_author(same), same.case.deadline) == ([], DEADLINE)


def test_the_word_of_a_part_is_for_the_lead_department_alone() -> None:
    decision = handovers.contribute(invite(filed().case).case, HOA, NOW, FINANCE, "Đã nộp đủ", (4,))
    (word,) = [n for n in decision.notices if keys([n]) == ["contributed"]]
    assert (word.to.department, word.files, word.under) == (CONSTRUCTION, (4,), "card:1")
    assert to_author(decision) == []


def test_a_department_that_was_not_asked_contributes_nothing() -> None:
    with pytest.raises(Refusal):
        handovers.contribute(filed().case, HOA, NOW, FINANCE, "Đã nộp đủ", ())
    with pytest.raises(Missing):
        handovers.contribute(invite(filed().case).case, HOA, NOW, FINANCE, " ", ())


def test_a_part_may_still_be_said_once_the_case_is_answered_but_not_later() -> None:
    case = answered(invite(filed().case).case)
    assert handovers.contribute(case, HOA, NOW, FINANCE, "Đã nộp đủ", ()).case.state is State.ANSWERED
    with pytest.raises(NotNow):
        handovers.contribute(moves.withdraw(case, LAN, NOW).case, HOA, NOW, FINANCE, "Đã nộp đủ", ())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(OTHERS[1:6]), max_size=5), st.sampled_from(OTHERS[1:6]))
def test_nothing_is_looked_at_for_a_part_that_was_said(invited: list[str], says: str) -> None:
    case = filed().case
    for department in invited:
        case = invite(case, department).case
    if says in invited:
        case = handovers.contribute(case, Actor(Role.OFFICER, 5, "An", says), NOW, says, "Đã rõ", ()).case
    waiting = {what.partition(":")[2] for _, what in case.agenda if what.startswith(Look.PART)}
    assert waiting == set(invited) - {says}
    assert without(case.agenda, Look.PART_LATE) == filed().case.agenda
