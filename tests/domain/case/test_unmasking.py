"""Who may name a hidden business, to whom, with which reason; and what an anonymous case never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import confidentiality, handovers, moves, unmasking
from domain.case.case import UNKNOWN, Actor, Case, Move, Role, State, Tier
from domain.case.decisions import Decision
from domain.messages import Audience, Words
from domain.refusals import Refusal
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    HANH,
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
    play,
    replying,
    said,
    sent_to,
    steps,
    term,
)

SECRET = "Công ty Lan Anh, Nguyễn Thị Lan, gọi 0912 345 678"
WHY = "cần đối chiếu hồ sơ gốc"
NOBODY = Actor(Role.BUSINESS)


def hidden(**changes: Any) -> Case:
    return filed(tier=Tier.HIDDEN, text=SECRET, **changes).case


def unmask(case: Case, actor: Actor = TUAN, reason: str = WHY) -> Decision:
    """One asks and another grants; the business needs neither."""
    if actor.role is Role.BUSINESS:
        return unmasking.by_oneself(case, actor, NOW, CONSTRUCTION)
    asked = unmasking.ask(case, actor, NOW, reason, CONSTRUCTION)
    return unmasking.grant(asked.case, HANH, NOW, asked.case.seq, CONSTRUCTION)


def anonymous(case: Decision | None = None) -> Case:
    facts: dict[str, Any] = {"tier": Tier.ANONYMOUS, "business": 0, "business_name": "", "tax_code": ""}
    first = case or filed(text=confidentiality.unsigned(SECRET, LAN.name, "Công ty Lan Anh"), **facts)
    return replace(first.case, author=0, author_name="")


def refused(case: Case, actor: Actor = TUAN, reason: str = WHY) -> str:
    with pytest.raises(Refusal) as refusal:
        unmask(case, actor, reason)
    return refusal.value.words.key


# Naming


def test_the_department_reads_everything_and_the_business_by_whom_and_why() -> None:
    decision = unmask(hidden(files=(7,)))
    assert (decision.case.tier, decision.case.unmasked_at) == (Tier.OPEN, NOW)
    until = NOW + timedelta(days=30)
    facts = {"reason": WHY, "asked_by": "Tuấn", "until": until.isoformat()}
    assert [(entry.move, entry.facts, entry.actor) for entry in decision.entries] == [(Move.UNMASKED, facts, HANH)]
    assert decision.case.named_until == until
    told, *cards = sent_to(decision, Audience.DEPARTMENT, CONSTRUCTION)
    assert (keys([told]), told.files) == (["group-unmasked"], (7,))
    assert all(part in leaves(told.words) for part in (SECRET, "Công ty Lan Anh", WHY))
    assert any("Công ty Lan Anh" in leaves(card.words) for card in cards)
    (heard,) = sent_to(decision, Audience.AUTHOR)
    assert isinstance(heard.words, Words)
    assert (heard.words.key, heard.words.args["reason"], heard.words.args["name"]) == ("unmasked", WHY, "Tuấn, Hạnh")


def test_the_business_needs_no_reason_of_its_own() -> None:
    decision = unmask(hidden(), LAN, "")
    assert [entry.facts for entry in decision.entries] == [{}]
    assert keys(sent_to(decision, Audience.AUTHOR)) == ["unmasked-own"]


@pytest.mark.parametrize(
    ("case", "actor", "reason", "key"),
    [
        (hidden(), TUAN, "", "refused-unmask-reason"),
        (hidden(), TUAN, "cần gấp", "refused-unmask-reason"),
        (hidden(), MINH, WHY, "refused-unmask-task-group"),
        (hidden(department=""), TUAN, WHY, "refused-unmask-nobody"),
        (filed().case, TUAN, WHY, "refused-unmask-open"),
        (anonymous(), TUAN, WHY, "refused-unmask-anonymous"),
        (anonymous(), NOBODY, "", "refused-unmask-anonymous"),
    ],
)
def test_who_is_not_named(case: Case, actor: Actor, reason: str, key: str) -> None:
    assert refused(case, actor, reason) == key


# A complaint about officials


def test_it_is_named_to_the_formal_way_alone() -> None:
    assert unmask(hidden(accused=(FINANCE,))).case.tier is Tier.OPEN
    assert unmask(hidden(accused=(UNKNOWN,))).case.tier is Tier.OPEN
    for case in (
        hidden(accused=(FINANCE,), department=FINANCE),
        hidden(accused=(UNKNOWN,), department=TAX),
        hidden(accused=(CONSTRUCTION,)),
    ):
        assert refused(case) == "refused-unmask-accused"
        assert refused(case, LAN, "") == "refused-unmask-accused"


def test_a_department_sends_it_to_the_accused_in_no_way() -> None:
    case = hidden(accused=(FINANCE,))
    for attempt in (
        lambda: handovers.transfer(case, MINH, NOW, FINANCE, "việc của sở", going_on(case)),
        lambda: handovers.propose(case, MINH, NOW, "transfer", FINANCE, "việc của sở"),
        lambda: handovers.invite(case, MINH, NOW, FINANCE, "xin ý kiến sở", going_on(case)),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.words.key == "refused-accused"
    assert handovers.transfer(case, MINH, NOW, TAX, "việc của thuế", going_on(case)).case.tier is Tier.HIDDEN


def test_once_named_it_is_masked_again_when_another_department_comes_in() -> None:
    named = unmask(hidden(accused=(FINANCE,))).case
    for decision in (
        handovers.assign(named, TUAN, NOW, FINANCE, "tự kiểm tra", going_on(named)),
        handovers.transfer(named, MINH, NOW, TAX, "việc của thuế", going_on(named)),
        handovers.invite(named, MINH, NOW, TAX, "xin ý kiến thuế", going_on(named)),
        handovers.succeed(named, CLOCK, NOW, FINANCE),
    ):
        assert decision.case.tier is Tier.HIDDEN
        for department in (FINANCE, TAX):
            for notice in sent_to(decision, Audience.DEPARTMENT, department):
                assert "Lan Anh" not in leaves(notice.words)


@pytest.mark.parametrize("hand", [handovers.assign, handovers.transfer])
def test_what_two_people_named_is_masked_again_for_the_next_department(hand: Any) -> None:
    named = unmask(hidden()).case
    after = hand(named, TUAN, NOW, FINANCE, "việc của sở", going_on(named)).case
    assert (after.tier, after.named_until) == (Tier.HIDDEN, None)
    again = handovers.invite(named, MINH, NOW, TAX, "xin ý kiến thuế", going_on(named))
    assert again.case.tier is Tier.HIDDEN


def test_the_same_people_under_another_name_know_whom_they_knew() -> None:
    assert handovers.succeed(unmask(hidden()).case, CLOCK, NOW, FINANCE).case.tier is Tier.OPEN


def test_who_named_themselves_stays_named() -> None:
    named = unmask(hidden(), LAN, "").case
    assert named.named_until is None
    assert handovers.assign(named, TUAN, NOW, FINANCE, "việc của sở", going_on(named)).case.tier is Tier.OPEN


# Two people


def test_nobody_decides_on_their_own_request() -> None:
    asked = unmasking.ask(hidden(), TUAN, NOW, WHY, CONSTRUCTION)
    assert asked.case.tier is Tier.HIDDEN
    assert [entry.move for entry in asked.entries] == [Move.UNMASK_ASKED]
    assert not sent_to(asked, Audience.AUTHOR)
    for decide in (
        lambda: unmasking.grant(asked.case, TUAN, NOW, 0, CONSTRUCTION),
        lambda: unmasking.refuse(asked.case, TUAN, NOW, 0),
    ):
        with pytest.raises(Refusal) as refusal:
            decide()
        assert refusal.value.words.key == "refused-unmask-own"


@pytest.mark.parametrize("actor", [MINH, LAN, CLOCK])
def test_only_the_task_group_decides(actor: Actor) -> None:
    asked = unmasking.ask(hidden(), TUAN, NOW, WHY, CONSTRUCTION).case
    with pytest.raises(Refusal) as refusal:
        unmasking.grant(asked, actor, NOW, 0, CONSTRUCTION)
    assert refusal.value.words.key == "refused-unmask-task-group"


def test_a_request_is_decided_once_and_a_refusal_stays_in_the_journal() -> None:
    asked = unmasking.ask(hidden(), TUAN, NOW, WHY, CONSTRUCTION).case
    refusal = unmasking.refuse(asked, HANH, NOW, asked.seq)
    assert [(entry.move, entry.actor) for entry in refusal.entries] == [(Move.UNMASK_REFUSED, HANH)]
    assert refusal.case.tier is Tier.HIDDEN
    for case, number in ((refusal.case, 0), (asked, asked.seq + 1)):
        with pytest.raises(Refusal) as late:
            unmasking.grant(case, HANH, NOW, number, CONSTRUCTION)
        assert late.value.words.key == "refused-unmask-decided"


def test_a_request_ends_when_another_department_comes_in() -> None:
    asked = unmasking.ask(hidden(), TUAN, NOW, WHY, CONSTRUCTION).case
    moved = handovers.assign(asked, TUAN, NOW, FINANCE, "việc của sở", going_on(asked)).case
    with pytest.raises(Refusal):
        unmasking.grant(moved, HANH, NOW, 0, CONSTRUCTION)


def test_in_an_emergency_one_names_alone_and_leadership_hears_at_once() -> None:
    decision = unmasking.at_once(hidden(), TUAN, NOW, WHY, CONSTRUCTION)
    assert decision.case.tier is Tier.OPEN
    assert decision.entries[0].facts["emergency"] is True
    for audience in (Audience.LEADERSHIP, Audience.TASK_GROUP):
        assert "unmask-emergency" in keys(sent_to(decision, audience))
    assert keys(sent_to(decision, Audience.AUTHOR)) == ["unmasked-emergency"]


def test_after_its_time_the_name_is_hidden_again_and_both_sides_hear() -> None:
    named = unmask(hidden()).case
    over = unmasking.mask_again(named, CLOCK, NOW + timedelta(days=30))
    assert (over.case.tier, over.case.named_until) == (Tier.HIDDEN, None)
    assert keys(sent_to(over, Audience.AUTHOR)) == ["masked-again-own"]
    told = sent_to(over, Audience.DEPARTMENT, CONSTRUCTION)
    assert not any("Lan Anh" in leaves(notice.words) for notice in told)


def test_a_name_is_given_to_one_department_only() -> None:
    shared = handovers.invite(hidden(), MINH, NOW, TAX, "xin ý kiến thuế", going_on(hidden())).case
    assert refused(shared) == "refused-unmask-parts"


@settings(deadline=None, max_examples=150)
@given(steps(st.just(SECRET)))
def test_the_accused_never_read_who_complained_of_them(tries: list[Step]) -> None:
    by_business = {"add", "amend", "rate", "reopen", "accept", "confirm"}
    tries = [step if step.verb in by_business else replace(step, text="ổn và rõ") for step in tries]
    for decision in play(filed(tier=Tier.HIDDEN, text=SECRET, accused=(FINANCE,)), tries):
        for notice in sent_to(decision, Audience.DEPARTMENT, FINANCE):
            told = leaves(notice.words)
            assert not any(each in told for each in ("Lan Anh", "4900001236", "0912 345 678", "Nguyễn Thị"))


# Anonymous


def test_a_card_tells_the_task_group_too_that_nobody_is_known() -> None:
    case = anonymous()
    for may_know in (False, True):
        assert confidentiality.who_filed(case, may_know=may_know) == Words("identity-anonymous")
    assert "Lan" not in case.text
    assert "0912" not in case.text


@pytest.mark.parametrize(
    ("actor", "to"), [(MINH, Audience.DEPARTMENT), (HOA, Audience.DEPARTMENT), (TUAN, Audience.TASK_GROUP)]
)
def test_whoever_writes_hears_that_it_is_read_later(actor: Actor, to: Audience) -> None:
    case = anonymous()
    for decision in (
        moves.ask(case, actor, NOW, "Số hồ sơ?", (), "Sở", replying()),
        moves.tell(case, actor, NOW, "Đang xem", (), "Sở"),
        moves.answer(case, actor, NOW, said()),
        moves.decline(case, actor, NOW, said("không phải việc này")),
    ):
        assert [n.to.audience for n in decision.notices if keys([n]) == ["seen-on-return"]] == [to]
    assert "seen-on-return" not in keys(moves.tell(filed().case, actor, NOW, "Đang xem", (), "Sở").notices)


def test_what_would_be_sent_to_the_author_is_for_nobody() -> None:
    case = answered(anonymous())
    assert case.state is State.ANSWERED
    for notice in moves.reopen(case, NOBODY, NOW, "Chưa", term(DEADLINE)).notices:
        if notice.to.audience is Audience.AUTHOR:
            assert notice.to.person == 0
