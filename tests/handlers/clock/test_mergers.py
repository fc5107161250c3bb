"""A merger is one edit of the catalogue: open cases follow, and figures can be read under old names and new."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import moves
from domain.case.case import Case, Outcome, State
from handlers.admin import audit
from handlers.clock import tick
from handlers.province import Province
from handlers.task_group import period_figures
from storage import cases
from storage.database import Store
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, NOW, Hands, filed, said
from tests.handlers.clock.test_tick import posted, record

DAY = timedelta(days=1)


@pytest.fixture
def merged(province: Province) -> Province:
    """The province after construction was merged into finance."""
    departments = tuple(
        replace(each, successor=FINANCE) if each.key == CONSTRUCTION else each
        for each in province.catalogue.departments
    )
    return replace(province, catalogue=replace(province.catalogue, departments=departments))


def loaded(store: Store, number: int) -> Case:
    case = store.call(lambda tx: cases.load(tx, number))
    assert case is not None
    return case


def story(store: Store) -> None:
    """One case open and accepted, one answered and confirmed, one of finance's own."""
    record(store, filed(1), moves.accept(filed(1).case, MINH, NOW))
    done = moves.answer(filed(2).case, MINH, NOW, said())
    record(store, filed(2), done, moves.confirm(done.case, LAN, NOW, Outcome.SOLVED, NOW + 10 * DAY))
    record(store, filed(3, department=FINANCE))


def test_open_cases_follow_to_the_successor_with_clock_and_officer(
    store: Store, hands: Hands, merged: Province
) -> None:
    story(store)
    before = loaded(store, 1)
    hands.on(days=1)
    follow = lambda: store.call(lambda tx: tick.follow_mergers(tx, merged))  # noqa: E731
    assert (follow(), follow()) == (1, 0)
    after = loaded(store, 1)
    assert (after.department, after.state, after.accepted_name) == (FINANCE, State.ACCEPTED, "Minh")
    assert (after.deadline, after.agenda, after.transfers) == (before.deadline, before.agenda, 0)
    assert loaded(store, 2).department == CONSTRUCTION
    assert posted(store)["succeeded-author"] == 1
    assert audit.verify(store) == (3, [])


def test_nothing_moves_without_a_merger(store: Store, province: Province) -> None:
    story(store)
    assert store.call(lambda tx: tick.follow_mergers(tx, province)) == 0


def test_figures_are_read_under_old_names_and_new(store: Store, hands: Hands, merged: Province) -> None:
    story(store)
    hands.on(days=1)
    store.call(lambda tx: tick.follow_mergers(tx, merged))
    span = (NOW - DAY, NOW + DAY / 2)  # before the merger
    then = period_figures.by_department(store.call, merged, span, names_of_today=False)
    assert {key: (each.received, each.solved, each.carried_forward) for key, each in then.items()} == {
        CONSTRUCTION: (2, 1, 1),
        FINANCE: (1, 0, 1),
    }
    today = period_figures.by_department(store.call, merged, span)
    assert {key: (each.received, each.solved, each.carried_forward) for key, each in today.items()} == {
        FINANCE: (3, 1, 2)
    }


def test_a_period_is_told_as_it_stood_whatever_happened_since(store: Store, merged: Province) -> None:
    answered = moves.answer(filed(1).case, MINH, NOW + DAY, said())
    record(store, filed(1), answered)
    (first,) = period_figures.by_department(store.call, merged, (NOW - DAY, NOW + DAY / 2)).values()
    assert (first.received, first.answered, first.carried_forward) == (1, 0, 1)
    (second,) = period_figures.by_department(store.call, merged, (NOW + DAY / 2, NOW + 2 * DAY)).values()
    assert (second.received, second.answered, second.carried_forward) == (0, 1, 0)
