"""Counting open cases anew: what changes is shown first, written once, and nothing else moves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.case import moves
from domain.case.case import Actor, Case, Role
from domain.case.dates import Terms
from domain.deadline.promises import Look
from domain.province.catalogue import PromisedStep, ServiceLevel, Unit
from handlers import recording
from handlers.admin import recomputing
from handlers.province import Province
from storage import cases
from storage.database import Store
from tests.cast import CONSTRUCTION, MINH, NOW, Hands, filed
from tests.dates import at, promising, shown, told

ADMINISTRATOR = Actor(Role.ADMINISTRATOR, 0, "admin")


def under(province: Province, terms: Terms) -> Province:
    """The same province with other promises."""
    return Province(terms.catalogue, province.router)


def load(store: Store) -> Case:
    case = store.call(lambda tx: cases.load(tx, 1))
    assert case is not None
    return case


@pytest.fixture
def open_case(store: Store, province: Province) -> Case:
    told = filed(term=province.terms.filed(NOW, "obstacle", "", CONSTRUCTION))
    store.call(lambda tx: recording.record(tx, told))
    return told.case


def test_without_a_change_there_is_nothing_to_show(store: Store, province: Province, open_case: Case) -> None:
    assert list(recomputing.changes(store, province)) == []
    assert load(store) == open_case


def test_a_first_word_promised_sooner_moves_its_warning_and_no_deadline(
    store: Store, province: Province, open_case: Case
) -> None:
    sooner = under(province, promising(province.catalogue, ServiceLevel(PromisedStep.FIRST_WORD, 0.25, Unit.SHARE)))
    (change,) = recomputing.changes(store, sooner)
    assert change.before == change.after == open_case.deadline
    assert recomputing.apply(store, sooner, change, ADMINISTRATOR, "hồi âm sớm hơn")
    assert told(load(store).agenda, Look.HALF) == {"half": "11/03 07:30"}
    assert list(recomputing.changes(store, sooner)) == []


def test_a_case_that_was_answered_meanwhile_keeps_its_numbers(
    store: Store, hands: Hands, province: Province, open_case: Case
) -> None:
    shorter = under(province, promising(province.catalogue, ServiceLevel(PromisedStep.RESOLVE, 5, Unit.WORKING_DAYS)))
    (change,) = recomputing.changes(store, shorter)
    assert shown(change.after) == "16/03 17:00"
    hands.now = at("10/03")
    said = moves.DepartmentReply("Đã cấp", (), "by", province.terms.answered(open_case, hands.now))
    store.call(lambda tx: recording.record(tx, moves.answer(open_case, MINH, hands.now, said)))
    assert not recomputing.apply(store, shorter, change, ADMINISTRATOR, "quyết định mới")
    assert load(store).deadline == open_case.deadline


def test_a_change_shown_and_not_written_changes_nothing(store: Store, province: Province, open_case: Case) -> None:
    longer = under(province, promising(province.catalogue, ServiceLevel(PromisedStep.RESOLVE, 9, Unit.WORKING_DAYS)))
    (change,) = recomputing.changes(store, longer)
    assert change.after - change.before == timedelta(days=2)  # type: ignore[operator]
    assert load(store) == open_case
