"""The rows of a table in the order of its key, read so many at once; and rows put into a table that has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, func, literal, select, table, text, tuple_

from storage.database import Tx
from storage.whole.shapes import Shape, meant, told

#: rows in memory at once
AT_ONCE = 500


def read(tx: Tx, shape: Shape) -> Iterator[dict[str, Any]]:
    """Every row as it stands in a line of JSON."""
    table = shape.table()
    key = tuple(_ordered(tx, shape, table.c[name]) for name in shape.key)
    wanted = select(*table.c).order_by(*key).limit(AT_ONCE)
    last: tuple[Any, ...] | None = None
    while True:
        rows = tx.rows(wanted if last is None else wanted.where(tuple_(*key) > last))
        for row in rows:
            yield {name: told(kind, value) for (name, kind), value in zip(shape.columns.items(), row, strict=True)}
        if len(rows) < AT_ONCE:
            return
        last = tuple(getattr(rows[-1], name) for name in shape.key)


def _ordered(tx: Tx, shape: Shape, column: Column[Any]) -> ColumnElement[Any]:
    """Text in the order of its bytes: PostgreSQL's own order follows a language, and no other database has it."""
    if tx.dialect == "postgresql" and shape.columns[column.name] == "text":
        return column.collate("C")
    return column


def write(tx: Tx, shape: Shape, rows: Iterator[Mapping[str, Any]]) -> Iterator[int]:
    """Put all rows in; tells after each batch how many it was."""
    table = shape.table()
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append({name: meant(kind, row[name]) for name, kind in shape.columns.items()})
        if len(batch) == AT_ONCE:
            yield _put(tx, table, batch)
            batch = []
    if batch:
        yield _put(tx, table, batch)


def _put(tx: Tx, table: Any, batch: Sequence[Mapping[str, Any]]) -> int:
    tx.put_rows(table, batch)
    return len(batch)


def count(tx: Tx, shape: Shape) -> int:
    """How many rows there are."""
    return int(tx.first(select(func.count()).select_from(shape.table()))[0])


def tables(tx: Tx) -> set[str]:
    """The names of every table there is; those by which SQLite searches and counts are its own."""
    if tx.dialect == "postgresql":
        found = tx.rows(text("select tablename from pg_tables where schemaname = current_schema()"))
        return {str(row[0]) for row in found}
    found = tx.rows(text("select name from sqlite_master where type = 'table'"))
    return {name for row in found if not (name := str(row[0])).startswith(("sqlite_", "search_index"))}


def filled(tx: Tx, names: Sequence[str]) -> str:
    """The first of these tables that has a row; "" where all are empty."""
    for name in names:
        if tx.first(select(literal(1)).select_from(table(name)).limit(1)) is not None:
            return name
    return ""


# ---------------------------------------------------------------- numbers that were given out


def given_out(tx: Tx, known: Sequence[Shape]) -> dict[str, int]:
    """The last number each table that numbers its rows has given out, also to rows that are gone since."""
    found = {}
    for each in known:
        if not _is_numbered(each):
            continue
        table = each.table()
        highest = tx.first(select(func.max(next(iter(table.primary_key)))))[0] or 0
        found[each.name] = max(highest, _counter(tx, each.name))
    return {name: number for name, number in found.items() if number > 0}


def go_on_from(tx: Tx, known: Sequence[Shape], numbers: Mapping[str, int]) -> None:
    """No number is given twice: what comes next is above whatever was given out before."""
    for each in known:
        number = numbers.get(each.name, 0)
        if not _is_numbered(each) or number < 1:
            continue
        if tx.dialect == "postgresql":
            if sequence := _sequence(tx, each.name):
                tx.rows(text("select setval(:name, :number)"), name=sequence, number=number)
        elif _has_counters(tx) and _is_counted(tx, each.name):
            tx.run(text("delete from sqlite_sequence where name = :name"), name=each.name)
            tx.run(
                text("insert into sqlite_sequence (name, seq) values (:name, :number)"), name=each.name, number=number
            )


def _is_numbered(shape: Shape) -> bool:
    return shape.key == ("id",) and shape.columns["id"] == "integer"


def _counter(tx: Tx, name: str) -> int:
    if tx.dialect == "postgresql":
        sequence = _sequence(tx, name)
        if not sequence:
            return 0
        row = tx.first(text(f"select case when is_called then last_value else 0 end from {sequence}"))  # noqa: S608  its own name
        return int(row[0])
    if not _has_counters(tx):
        return 0
    row = tx.first(text("select seq from sqlite_sequence where name = :name"), name=name)
    return int(row[0]) if row else 0


def _sequence(tx: Tx, name: str) -> str:
    row = tx.first(text("select pg_get_serial_sequence(:name, 'id')"), name=name)
    return str(row[0] or "")


def _has_counters(tx: Tx) -> bool:
    return tx.first(text("select 1 from sqlite_master where name = 'sqlite_sequence'")) is not None


def _is_counted(tx: Tx, name: str) -> bool:
    """True where SQLite itself counts what it has given out."""
    row = tx.first(text("select sql from sqlite_master where name = :name"), name=name)
    return row is not None and "AUTOINCREMENT" in str(row[0]).upper()
