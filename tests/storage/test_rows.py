"""Rows go in by name and come out by name, alike on both databases."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, literal
from sqlmodel import col, func, select, update

from domain.case import moves
from domain.case.case import Contribution, Proposal
from storage import cases
from storage.database import Store, Tx
from storage.tables import Business, CaseRow, Counter, MessageRow, Seen, Slot
from tests.cast import DEADLINE, FINANCE, LAN, MINH, NOW, filed, said

SELECTS: list[tuple[Any, dict[str, Any], int]] = [
    (select(CaseRow).order_by(col(CaseRow.id)), {}, 4),
    (
        select(CaseRow.code, CaseRow.deadline).where(CaseRow.state == bindparam("now_in")),
        {"now_in": "answered"},
        1,
    ),
    (
        select(CaseRow).where(col(CaseRow.filed_at) <= bindparam("instant")).order_by(col(CaseRow.id).desc()).limit(2),
        {"instant": NOW + timedelta(days=1)},
        2,
    ),
    (select(CaseRow.state, func.count().label("number")).group_by(col(CaseRow.state)), {}, 3),
    (select(func.max(CaseRow.deadline).label("last")), {}, 1),
    (select(CaseRow.id).where(col(CaseRow.state).in_(("answered", "filed"))).order_by(col(CaseRow.id)), {}, 3),
]


@pytest.fixture
def four_cases(store: Store) -> Store:
    def write(tx: Tx) -> None:
        for number in range(1, 5):
            decision = filed(number, files=(number, 7))
            cases.keep(tx, decision.case, decision.entries)
        for decision in (moves.answer(filed(2).case, MINH, NOW, said()), moves.withdraw(filed(3).case, LAN, NOW)):
            cases.keep(tx, decision.case, decision.entries)

    store.call(write)
    return store


@pytest.mark.parametrize(("build", "given", "many"), SELECTS, ids=range(len(SELECTS)))
def test_columns_are_found_by_their_names(four_cases: Store, build: Any, given: dict[str, Any], many: int) -> None:
    rows = four_cases.call(lambda tx: tx.rows(build, **given))
    assert len(rows) == many
    for row in rows:
        assert list(row._fields) == list(build.selected_columns.keys())
        assert tuple(getattr(row, name) for name in row._fields) == tuple(row)


def test_the_number_of_changed_rows_is_told(four_cases: Store) -> None:
    change = update(CaseRow).where(col(CaseRow.state) == "filed").values(department=bindparam("new_department"))
    assert four_cases.call(lambda tx: tx.run(change, new_department="so-y-te")) == 2
    moved = select(func.count().label("n")).where(CaseRow.department == "so-y-te")
    assert four_cases.call(lambda tx: tx.first(moved)).n == 2


def test_no_row_is_none_and_no_rows_are_an_empty_list(store: Store) -> None:
    assert store.call(lambda tx: tx.first(select(CaseRow))) is None
    assert store.call(lambda tx: tx.rows(select(CaseRow))) == []


def test_a_missing_value_or_an_unknown_column_is_an_error_not_a_null(store: Store) -> None:
    find = select(CaseRow).where(CaseRow.id == bindparam("case"))
    with pytest.raises(Exception, match="case"):
        store.call(lambda tx: tx.rows(find))
    with pytest.raises(Exception, match="other"):
        store.call(lambda tx: tx.put(Counter, name="a", value=1, other=2))


def test_a_constant_of_the_statement_needs_no_value(store: Store) -> None:
    fixed = select(Counter.value, literal("x").label("mark")).where(Counter.name == "a")
    row = store.call(lambda tx: (tx.put(Counter, name="a", value=3), tx.first(fixed))[1])  # type: ignore[func-returns-value]
    assert (row.value, row.mark) == (3, "x")


def test_put_once_keeps_the_first(store: Store) -> None:
    later = NOW + timedelta(days=1)
    assert store.call(lambda tx: [tx.put_once(Seen, network="page", id="1", at=at) for at in (NOW, later)]) == [
        True,
        False,
    ]
    assert store.call(lambda tx: tx.first(select(Seen))).at == NOW


def test_put_or_change_keeps_the_last_and_leaves_other_keys_alone(store: Store) -> None:
    def write(tx: Tx) -> list[tuple[str, str]]:
        for place, message in (("card:1", "5"), ("card:2", "6"), ("card:1", "7")):
            tx.put_or_change(Slot, network="page", chat_id="p:1", slot=place, message_id=message)
        return [(row.slot, row.message_id) for row in tx.rows(select(Slot).order_by(col(Slot.slot)))]

    assert store.call(write) == [("card:1", "7"), ("card:2", "6")]


def test_change_leaves_other_columns_and_other_keys_alone(store: Store) -> None:
    here = {"network": "page", "chat_id": "p:1"}

    def write(tx: Tx) -> list[tuple[str, int, str]]:
        for number in ("5", "6"):
            tx.put(MessageRow, **here, message_id=number, case_id=1, slot=f"card:{number}", note={}, at=tx.now)
        tx.change(MessageRow, **here, message_id="6", case_id=2)
        rows = tx.rows(select(MessageRow).order_by(col(MessageRow.message_id)))
        return [(row.message_id, row.case_id, row.slot) for row in rows]

    assert store.call(write) == [("5", 1, "card:5"), ("6", 2, "card:6")]


def test_add_gives_back_the_id(store: Store) -> None:
    first, second = store.call(
        lambda tx: [tx.add(Business, name=name, tax_code="", created_at=tx.now) for name in ("Lan Anh", "Minh")]
    )
    assert second == first + 1


def test_every_field_of_a_case_is_written_and_read(four_cases: Store) -> None:
    loaded = four_cases.call(lambda tx: cases.load(tx, 4))
    assert loaded is not None
    assert astuple(loaded) == astuple(filed(4, files=(4, 7)).case)


@pytest.mark.parametrize("said_at", [None, NOW])
def test_what_a_case_consists_of_comes_back_as_it_was(store: Store, said_at: datetime | None) -> None:
    part = Contribution(FINANCE, "Đất đã nộp tiền chưa?", DEADLINE, said_at)
    proposal = Proposal(3, "extend", "5", "chờ kết quả đo đạc", "Minh")
    case = replace(filed().case, parts=(part,), proposal=proposal, pauses=((NOW, DEADLINE),), why={"unit": "hours"})
    store.call(lambda tx: cases.keep(tx, case, ()))
    assert store.call(lambda tx: cases.look(tx, case.id)) == case
