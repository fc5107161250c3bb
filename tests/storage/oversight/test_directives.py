"""Directives are kept with their entries, found by code, case and hour, and told as they stood at any instant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case.case import Actor, Role
from domain.oversight import directives as rules
from domain.oversight.directives import Directive, Standing, Subject
from domain.oversight.terms import Limit, Watch
from storage.database import Store, Tx
from storage.oversight import directives as memory
from tests.cast import CONSTRUCTION, FINANCE, MINH, NOW, TUAN, Hands

DUE = NOW + timedelta(days=7)


def give(tx: Tx, department: str = CONSTRUCTION) -> Directive:
    new = Directive(0, "", TUAN, "Báo cáo", tx.now, Subject.CASE, "LS26-00001", 1, department)
    coded = replace(memory.draft(tx, new), code=memory.take_code(tx, 2026))
    taken = rules.give(coded, TUAN, tx.now, Limit(DUE, ((NOW + timedelta(days=3), Watch.HALF),)))
    memory.keep(tx, taken)
    return taken.directive


def test_what_is_kept_is_read_back(store: Store) -> None:
    kept = store.call(give)
    assert kept.code == "CD26-001"
    assert store.call(lambda tx: memory.load(tx, kept.id)) == kept
    assert store.call(lambda tx: memory.by_code(tx, "CD26-001")) == kept
    assert store.call(lambda tx: memory.by_code(tx, "CD26-009")) is None
    assert store.call(lambda tx: memory.of_case(tx, 1)) == [kept]


def test_a_draft_is_no_directive_yet_and_can_be_dropped(store: Store) -> None:
    new = Directive(0, "", Actor(Role.LEADERSHIP, 5, "Dung"), "Xem lại", NOW, case=1)
    draft = store.call(lambda tx: memory.draft(tx, new))
    store.call(lambda tx: memory.change_draft(tx, replace(draft, department=FINANCE)))
    found = store.call(lambda tx: memory.load(tx, draft.id))
    assert found is not None
    assert (found.department, found.by.role) == (FINANCE, Role.LEADERSHIP)
    assert store.call(memory.all_open) == []
    assert store.call(lambda tx: memory.of_case(tx, 1)) == []
    store.call(lambda tx: memory.drop(tx, draft.id))
    assert store.call(lambda tx: memory.load(tx, draft.id)) is None


def test_what_was_given_is_not_dropped(store: Store) -> None:
    kept = store.call(give)
    store.call(lambda tx: memory.drop(tx, kept.id))
    assert store.call(lambda tx: memory.load(tx, kept.id)) == kept


def test_the_open_ones_are_listed_by_department(store: Store) -> None:
    first, second = store.call(give), store.call(lambda tx: give(tx, FINANCE))
    assert store.call(memory.all_open) == [first, second]
    assert store.call(lambda tx: memory.all_open(tx, FINANCE)) == [second]
    store.call(lambda tx: memory.keep(tx, rules.cancel(first, TUAN, tx.now, "thôi")))
    assert store.call(memory.all_open) == [second]


def test_the_clock_finds_those_whose_hour_has_come(store: Store) -> None:
    kept = store.call(give)
    assert store.call(lambda tx: memory.due(tx, NOW)) == []
    assert store.call(lambda tx: memory.due(tx, NOW + timedelta(days=4))) == [kept.id]


def test_a_period_sees_them_as_they_stood_at_its_end(store: Store, hands: Hands) -> None:
    kept = store.call(give)
    hands.on(days=2)
    store.call(lambda tx: memory.keep(tx, rules.report(kept, MINH, tx.now, "xong")))
    before = store.call(lambda tx: memory.alive(tx, NOW, NOW + timedelta(days=1)))
    assert before == [kept]
    (after,) = store.call(lambda tx: memory.alive(tx, NOW, NOW + timedelta(days=3)))
    assert after.standing is Standing.REPORTED
    assert store.call(lambda tx: memory.alive(tx, NOW - timedelta(days=3), NOW)) == []
    assert [each.step for each in store.call(lambda tx: memory.entries(tx, kept.id))] == ["given", "reported"]
