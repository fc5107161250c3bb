"""The card of a case: what officers see of it and what they can tap, in each state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain import moves
from domain.cards import TEXT_ON_CARD, buttons, card, refreshed
from domain.cases import WORKABLE, Outcome, State, Tier
from domain.catalogue import Catalogue
from domain.messages import TASK_GROUP, Audience, Kind, Lines, Words
from tests.cast import CLOCK, LAN, MINH, NOW, answered, filed, leaves


def verbs(state: State, *, for_task_group: bool = False) -> set[str]:
    rows = buttons(replace(filed().case, state=state), for_task_group=for_task_group)
    return {choice.data.split(":")[1] for row in rows for choice in row}


def lines(words: object) -> list[str]:
    assert isinstance(words, Lines)
    return [line.key for line in words.items if isinstance(line, Words)]


@pytest.mark.parametrize("state", sorted(WORKABLE))
def test_an_open_case_offers_everything_an_officer_may_do(state: State) -> None:
    always = {"ask", "answer", "transfer", "extend", "decline", "note", "details"}
    assert verbs(state) - {"accept"} == always
    assert ("accept" in verbs(state)) == (state in {State.FILED, State.REOPENED})


@pytest.mark.parametrize("state", [State.CLOSED, State.WITHDRAWN, State.DECLINED])
def test_an_ended_case_offers_its_details_only(state: State) -> None:
    assert verbs(state) == verbs(state, for_task_group=True) == {"details"}


def test_the_task_group_assigns_instead_of_accepting() -> None:
    assert verbs(State.FILED, for_task_group=True) == {"assign", "answer", "ask", "note", "details"}


@pytest.mark.parametrize("state", list(State))
def test_what_a_button_offers_is_possible_in_that_state(state: State) -> None:
    case = replace(filed().case, state=state)
    for for_task_group in (False, True):
        for verb in verbs(state, for_task_group=for_task_group) - {"accept", "details"}:
            moves.check(case, verb)


def test_no_button_is_longer_than_telegram_takes(lang_son: Catalogue) -> None:
    for department in lang_son.departments:
        assert len(f"o:transfer:{10**9}:{department.key}".encode()) <= 64


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
