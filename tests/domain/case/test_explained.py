"""Answered is not solved: an answer that only explains is said to be one, and the business has its own word for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.case import cards, corrections, moves
from domain.case.case import Case, Outcome, State
from domain.case.decisions import outcome_choices
from domain.messages import Audience
from domain.refusals import NotNow
from tests.cast import LAN, MINH, NOW, answered, filed, sent_to


def verbs(case: Case) -> set[str]:
    to = cards.card(case).to
    return {choice.data.split(":")[1] for row in cards.buttons(case, to) for choice in row}


def test_one_tap_says_that_an_answer_only_explains_and_is_offered_until_then() -> None:
    case = answered()
    assert "explain" in verbs(case)
    said = corrections.explain(case, MINH, NOW)
    assert (said.case.is_explained, said.case.state, said.case.answered_at) == (True, State.ANSWERED, NOW)
    assert "explain" not in verbs(said.case)
    assert sent_to(said, Audience.AUTHOR) == []  # its buttons stand where they stood: what became of it is its own word
    with pytest.raises(NotNow, match="refused-explained"):
        corrections.explain(said.case, MINH, NOW)


def test_only_an_answer_can_be_said_to_explain_and_a_new_one_is_asked_anew() -> None:
    with pytest.raises(NotNow):
        corrections.explain(filed().case, MINH, NOW)
    again = answered(corrections.explain(answered(), MINH, NOW).case, NOW + timedelta(hours=1))
    assert not again.is_explained


def test_the_business_ends_its_case_as_explained_and_not_solved_and_may_come_back() -> None:
    case = answered()
    assert [row[0].data for row in outcome_choices(case)][-1] == "b:explained:1"
    ended = moves.confirm(case, LAN, NOW, Outcome.EXPLAINED, NOW + timedelta(days=10)).case
    assert (ended.state, ended.outcome) == (State.CLOSED, Outcome.EXPLAINED)
    moves.check_reopening(ended, LAN, NOW + timedelta(days=1))  # it may come back
