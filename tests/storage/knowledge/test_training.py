"""Officers teach routing by moving cases: only what was moved, taken and openly filed."""

from __future__ import annotations

from collections.abc import Callable

from domain.case import handovers, moves
from domain.case.case import Case, Tier
from domain.case.decisions import Decision
from handlers import recording
from storage.database import Store
from storage.knowledge import training
from tests.cast import FINANCE, HOA, MINH, NOW, TUAN, filed, term


def lived(store: Store, number: int, *then: Callable[[Case], Decision], tier: Tier = Tier.OPEN) -> None:
    """A case Lan filed with construction, and what became of it."""
    decision = filed(number, tier=tier)
    store.call(lambda tx: recording.record(tx, decision))
    for move in then:
        decision = move(decision.case)
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]


def to_finance(case: Case) -> Decision:
    return handovers.transfer(case, MINH, NOW, FINANCE, "thuộc Sở Tài chính", term())


def assigned(case: Case) -> Decision:
    return handovers.assign(case, TUAN, NOW, FINANCE, "", term())


def hoa_takes(case: Case) -> Decision:
    return moves.accept(case, HOA, NOW)


def minh_takes(case: Case) -> Decision:
    return moves.accept(case, MINH, NOW)


def test_a_case_taken_where_it_was_moved_to_is_an_example(store: Store) -> None:
    lived(store, 1, to_finance, hoa_takes)
    lived(store, 2, assigned, hoa_takes)
    assert [(case.id, case.department) for case in store.call(training.moved)] == [(1, FINANCE), (2, FINANCE)]
    assert [case.id for case in store.call(lambda tx: training.moved(tx, 1))] == [2]


def test_one_nobody_moved_or_took_and_one_with_a_hidden_author_are_not(store: Store) -> None:
    lived(store, 1, minh_takes)
    lived(store, 2, to_finance)
    lived(store, 3, minh_takes, to_finance)
    lived(store, 4, to_finance, hoa_takes, tier=Tier.HIDDEN)
    lived(store, 5, to_finance, hoa_takes, lambda case: handovers.assign(case, TUAN, NOW, "thue-tinh", "", term()))
    assert store.call(training.moved) == []
