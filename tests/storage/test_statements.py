"""A statement on the bare driver says the same as SQLAlchemy would have."""

from __future__ import annotations

from dataclasses import astuple
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, create_engine, func, literal, select, update

from domain.case import moves
from handlers import recording
from storage import cases, migrations
from storage.database import Store, Tx
from storage.statements import Compiled, Statement, one_of, put, put_once, put_or_change, table
from storage.tables import Business, CaseRow, Counter, Person, Seen, Slot
from tests.cast import LAN, MINH, NOW, filed, said

CASES = table(CaseRow)
SELECTS: list[tuple[Any, dict[str, Any]]] = [
    (select(CASES).order_by(CASES.c.id), {}),
    (
        select(CASES.c.code, CASES.c.deadline, CASES.c.reached, CASES.c.files).where(
            CASES.c.state == bindparam("now_in")
        ),
        {"now_in": "answered"},
    ),
    (
        select(CASES).where(CASES.c.filed_at <= bindparam("instant")).order_by(CASES.c.id.desc()).limit(2),
        {"instant": NOW + timedelta(days=1)},
    ),
    (select(CASES.c.state, func.count().label("number")).group_by(CASES.c.state).order_by(CASES.c.state), {}),
    (select(func.max(CASES.c.deadline).label("last")), {}),
    (select(CASES.c.id).where(one_of(CASES.c.state, ("answered", "filed"))).order_by(CASES.c.id), {}),
    (select(CASES.c.id).where(CASES.c.outcome.is_(None), CASES.c.reached.is_(True)).order_by(CASES.c.id), {}),
]


@pytest.fixture
def four_cases(store: Store) -> Store:
    def write(tx: Tx) -> None:
        for number in range(1, 5):
            recording.record(tx, filed(number, files=(number, 7)))
        recording.record(tx, moves.answer(filed(2).case, MINH, NOW, said()))
        recording.record(tx, moves.withdraw(filed(3).case, LAN, NOW))

    store.call(write)
    return store


@pytest.mark.parametrize(("build", "given"), SELECTS, ids=range(len(SELECTS)))
def test_rows_equal_those_of_sqlalchemy(four_cases: Store, build: Any, given: dict[str, Any]) -> None:
    ours = four_cases.call(lambda tx: tx.rows(Statement(build), **given))
    engine = create_engine(migrations.driver(four_cases.url))
    with engine.connect() as connection:
        theirs = connection.execute(build, given).all()
    engine.dispose()
    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
    assert [row._fields for row in ours] == [row._fields for row in theirs]


def test_the_number_of_changed_rows_is_told(four_cases: Store) -> None:
    change = Statement(update(CASES).where(CASES.c.state == "filed").values(stars=bindparam("new_stars")))
    assert four_cases.call(lambda tx: tx.run(change, new_stars=4)) == 2
    assert four_cases.call(lambda tx: tx.first(Statement(select(func.sum(CASES.c.stars).label("n"))))).n == 8


def test_no_row_is_none_and_no_rows_are_an_empty_list(store: Store) -> None:
    assert store.call(lambda tx: tx.first(Statement(select(CASES)))) is None
    assert store.call(lambda tx: tx.rows(Statement(select(CASES)))) == []


def test_a_missing_or_unknown_value_is_an_error_not_a_null(store: Store) -> None:
    find = Statement(select(CASES).where(CASES.c.id == bindparam("case")))
    with pytest.raises(Exception, match="case"):
        store.call(lambda tx: tx.rows(find))
    with pytest.raises(KeyError):
        store.call(lambda tx: tx.rows(find, case=1, other=2))


def test_a_constant_of_the_statement_needs_no_value(store: Store) -> None:
    put_it = put(Counter, "name", "value")
    fixed = Statement(select(table(Counter).c.value, literal("x").label("mark")).where(table(Counter).c.name == "a"))
    row = store.call(lambda tx: (tx.run(put_it, name="a", value=3), tx.first(fixed))[1])
    assert (row.value, row.mark) == (3, "x")


def test_put_once_keeps_the_first(store: Store) -> None:
    once = put_once(Seen, "network", "id", "at")
    later = NOW + timedelta(days=1)
    assert store.call(lambda tx: [tx.run(once, network="page", id="1", at=at) for at in (NOW, later)]) == [1, 0]
    assert store.call(lambda tx: tx.first(Statement(select(table(Seen))))).at == NOW


def test_put_or_change_keeps_the_last_and_leaves_other_keys_alone(store: Store) -> None:
    change = put_or_change(Slot, "network", "chat_id", "slot", "message_id", "thread")

    def write(tx: Tx) -> list[tuple[str, str]]:
        for place, message in (("card:1", "5"), ("card:2", "6"), ("card:1", "7")):
            tx.run(change, network="page", chat_id="p:1", slot=place, message_id=message, thread="")
        rows = tx.rows(Statement(select(table(Slot)).order_by(table(Slot).c.slot)))
        return [(row.slot, row.message_id) for row in rows]

    assert store.call(write) == [("card:1", "7"), ("card:2", "6")]


def test_put_gives_back_the_column_asked_for(store: Store) -> None:
    add = put(Business, "name", "tax_code", "created_at", returning="id")
    first, second = store.call(
        lambda tx: [tx.first(add, name=name, tax_code="", created_at=tx.now).id for name in ("Lan Anh", "Minh")]
    )
    assert second == first + 1


def test_a_statement_is_compiled_once_a_dialect(store: Store) -> None:
    find = Statement(select(table(Person)))
    first = find.on(store.dialect)
    assert isinstance(first, Compiled)
    assert find.on(store.dialect) is first


def test_every_field_of_a_case_is_written_and_read(four_cases: Store) -> None:
    loaded = four_cases.call(lambda tx: cases.load(tx, 4))
    assert loaded is not None
    assert astuple(loaded) == astuple(filed(4, files=(4, 7)).case)
