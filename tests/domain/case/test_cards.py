"""The card of a case: what officers see of it and what they can tap, in each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import moves
from domain.case.cards import TEXT_ON_CARD, buttons, card, refreshed
from domain.case.case import WORKABLE, Contribution, Outcome, Proposal, State, Tier
from domain.case.dates import Terms
from domain.deadline.explaining import sentence
from domain.messages import TASK_GROUP, Audience, Kind, Lines, To, Words, to_department
from domain.province.catalogue import Catalogue, Unit
from tests.cast import (
    CLOCK,
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    LAN,
    MINH,
    NOW,
    TAX,
    answered,
    filed,
    leaves,
    replying,
    term,
)

OWN = to_department(CONSTRUCTION)


def verbs(state: State, to: To = OWN) -> set[str]:
    part = Contribution(FINANCE, "Đã nộp tiền đất chưa?", DEADLINE)
    rows = buttons(replace(filed().case, state=state, parts=(part,)), to)
    return {choice.data.split(":")[1] for row in rows for choice in row}


def lines(words: object) -> list[str]:
    assert isinstance(words, Lines)
    return [line.key for line in words.items if isinstance(line, Words)]


@pytest.mark.parametrize("state", sorted(WORKABLE))
def test_an_open_case_offers_everything_an_officer_may_do(state: State) -> None:
    always = {"ask", "answer", "transfer", "extend", "invite", "decline", "note", "details"}
    assert verbs(state) - {"accept"} == always
    assert ("accept" in verbs(state)) == (state in {State.FILED, State.REOPENED})


@pytest.mark.parametrize("state", [State.CLOSED, State.WITHDRAWN, State.DECLINED])
def test_an_ended_case_offers_its_details_only(state: State) -> None:
    assert verbs(state) == verbs(state, to_department(FINANCE)) == {"details"}
    assert verbs(state, TASK_GROUP) - {"publish"} == {"details"}


def test_the_task_group_assigns_instead_of_accepting() -> None:
    assert verbs(State.FILED, TASK_GROUP) == {"assign", "answer", "ask", "extend", "invite", "note", "details"}


@pytest.mark.parametrize("state", sorted({*WORKABLE, State.ANSWERED}))
def test_a_co_operating_department_says_its_word_and_nothing_else(state: State) -> None:
    assert verbs(state, to_department(FINANCE)) == {"contribute", "details"}


@pytest.mark.parametrize("state", sorted(WORKABLE))
def test_a_proposal_is_decided_on_the_task_groups_card_alone(state: State) -> None:
    case = replace(filed().case, state=state, proposal=Proposal(7, "extend", "5", "chờ Bộ", "Minh"))
    first = buttons(case, TASK_GROUP)[0]
    assert [choice.data for choice in first] == ["o:decide:1:yes.7", "o:decide:1:no.7"]
    assert "decide" not in str(buttons(case, OWN))


@pytest.mark.parametrize("state", list(State))
def test_what_a_button_offers_is_possible_in_that_state(state: State) -> None:
    case = replace(filed().case, state=state)
    for to in (OWN, TASK_GROUP, to_department(FINANCE)):
        for verb in verbs(state, to) - {"accept", "details"}:
            moves.check(case, verb)


def test_no_button_is_longer_than_telegram_takes(lang_son: Catalogue) -> None:
    for department in lang_son.departments:
        assert len(f"o:transfer:{10**9}:{department.key}".encode()) <= 64
    waiting = replace(filed(10**9).case, proposal=Proposal(10**6, "extend", "5", "chờ Bộ", "Minh"))
    assert all(len(choice.data.encode()) <= 64 for row in buttons(waiting, TASK_GROUP) for choice in row)


def test_a_card_shows_code_business_text_and_deadline() -> None:
    case = filed(files=(1, 2)).case
    shown = card(case)
    assert lines(shown.words) == [
        "card-head",
        "card-who",
        "card-department",
        "card-text",
        "card-files",
        "card-deadline",
    ]
    assert {case.code, "Công ty Lan Anh", case.text} <= set(leaves(shown.words).split("\n"))
    assert (shown.slot, shown.about) == ("card:1", 1)


def test_a_hidden_business_is_withheld_on_the_departments_card_and_shown_on_the_task_groups() -> None:
    case = filed(tier=Tier.HIDDEN).case
    assert "identity-withheld" in str(card(case).words)
    assert "Công ty Lan Anh" not in leaves(card(case).words)
    assert "Công ty Lan Anh" in leaves(card(case, TASK_GROUP).words)


def test_a_long_text_is_cut_on_the_card() -> None:
    long = card(filed(text="chữ " * 2000).case)
    assert max(map(len, leaves(long.words).split("\n"))) <= TEXT_ON_CARD + 1
    assert "…" in leaves(long.words)


def test_a_question_shows_as_a_pause_instead_of_the_deadline() -> None:
    asked = moves.ask(filed().case, MINH, NOW, "?", (), "by", replying()).case
    assert {"card-paused", "card-holder"} <= set(lines(card(asked).words))
    assert "card-deadline" not in lines(card(asked).words)


def test_a_question_that_stops_no_clock_leaves_the_deadline_on_the_card() -> None:
    """One asked when the case was late, and one on a promise in calendar days."""
    late = moves.ask(filed().case, MINH, DEADLINE + timedelta(hours=1), "?", (), "by", replying()).case
    days = replace(late, asked_at=NOW, promise=replace(late.promise, unit=Unit.CALENDAR_DAYS))
    for case in (late, days):
        assert {"card-waiting", "card-deadline"} <= set(lines(card(case).words))
        assert "card-paused" not in lines(card(case).words)


def test_a_card_says_why_the_case_is_due_then(lang_son: Catalogue) -> None:
    counted = Terms(lang_son).filed(NOW, "obstacle", "", CONSTRUCTION)
    case = filed(term=counted).case
    why = next(line for line in card(case).words.items if isinstance(line, Words) and line.key == "card-why")  # type: ignore[union-attr]
    assert why.args["why"] == sentence(counted.why)
    assert "card-why" not in lines(card(filed().case).words)


def test_a_case_that_came_back_says_so_beside_its_deadline() -> None:
    back = moves.reopen(answered(), LAN, NOW, "Chưa", term()).case
    assert "card-deadline-again" in lines(card(back).words)
    assert "card-deadline" not in lines(card(back).words)


def test_a_card_shows_who_co_operates_and_what_is_proposed() -> None:
    owing, done = Contribution(FINANCE, "Nộp chưa?", DEADLINE), Contribution(TAX, "Nợ thuế?", DEADLINE, NOW)
    case = replace(filed().case, parts=(owing, done), proposal=Proposal(2, "transfer", TAX, "thuộc Thuế", "Minh"))
    shown = lines(card(case).words)
    assert {"card-part", "card-part-done", "card-proposed-transfer"} <= set(shown)
    longer = replace(case, parts=(), proposal=Proposal(2, "extend", "5", "chờ Bộ", "Minh"))
    assert "card-proposed-extend" in lines(card(longer).words)


def test_a_card_tells_what_became_of_the_case() -> None:
    closed = moves.confirm(answered(), LAN, NOW, Outcome.PARTLY, NOW + timedelta(days=10)).case
    lost = moves.unreached(filed().case, CLOCK, NOW).case
    assert "card-outcome" in lines(card(closed).words)
    assert "card-unreached" in lines(card(lost).words)


def test_a_change_edits_the_departments_card_and_the_task_groups() -> None:
    notices = refreshed(filed().case)
    assert {n.to.audience for n in notices} == {Audience.TASK_GROUP, Audience.DEPARTMENT}
    assert {n.kind for n in notices} == {Kind.EDIT}
    assert len(refreshed(filed(department="").case)) == 1


def test_a_change_edits_the_cards_of_those_who_co_operate_too() -> None:
    case = replace(
        filed().case, parts=(Contribution(FINANCE, "Nộp chưa?", DEADLINE), Contribution(TAX, "Nợ thuế?", DEADLINE))
    )
    assert [n.to.department for n in refreshed(case)] == ["", CONSTRUCTION, FINANCE, TAX]
