"""Core statements compiled once a dialect and run on the bare driver: the hot path of every transaction.

SQLAlchemy's own execution costs about 0.1 ms a statement; the text it compiles costs a tenth of that to run again.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, Executable, Table, bindparam, insert, or_
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from storage.types import Json, UtcDateTime

Processor = Callable[[Any], Any]


class Statement:
    """One SQL statement; `text`, parameters and row type are worked out at its first run on a dialect.

    `on_postgresql` makes the same statement where SQLAlchemy has a construct of its own for each database; only where
    PostgreSQL is used, because its dialect takes time and memory to load.
    """

    __slots__ = ("_build", "_compiled", "_on_postgresql")

    def __init__(self, build: Executable, on_postgresql: Callable[[], Executable] | None = None) -> None:
        self._build = build
        self._on_postgresql = on_postgresql
        self._compiled: dict[str, Compiled] = {}

    def on(self, dialect: Dialect) -> Compiled:
        """The statement as this dialect runs it."""
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            foreign = self._on_postgresql if dialect.name == "postgresql" else None
            compiled = self._compiled[dialect.name] = Compiled(foreign() if foreign else self._build, dialect)
        return compiled


class Compiled:
    """SQL text, how to turn named values into driver parameters, and rows into named tuples."""

    __slots__ = ("_base", "_binds", "_order", "_results", "_row", "text")

    def __init__(self, build: Executable, dialect: Dialect) -> None:
        compiled = build.compile(dialect=dialect)  # type: ignore[attr-defined]
        self.text: str = str(compiled)
        self._order: Sequence[str] | None = compiled.positiontup if compiled.positional else None
        self._binds = {name: _way_in(bind.type, dialect) for name, bind in compiled.binds.items()}
        self._base = {name: self._bound(name, value) for name, value in compiled.params.items() if value is not None}
        columns = list(compiled._result_columns or ())  # noqa: SLF001  the only place that lists the result types
        self._results = [_way_out(column.type, dialect) for column in columns]
        self._row = _row_type(tuple(column.name for column in columns))

    def _bound(self, name: str, value: Any) -> Any:
        process = self._binds.get(name)
        return value if process is None else process(value)

    def parameters(self, values: Mapping[str, Any]) -> Any:
        """The driver's parameters: a tuple or a mapping; raises KeyError when a value is missing."""
        given = dict(self._base)
        for name, value in values.items():
            process = self._binds[name]
            given[name] = value if process is None else process(value)
        if self._order is None:
            return given
        return tuple([given[name] for name in self._order])

    def row(self, raw: Sequence[Any]) -> Any:
        """A driver row as a named tuple of Python values."""
        return self._row._make(
            [value if process is None else process(value) for value, process in zip(raw, self._results, strict=True)]
        )


def _way_in(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    """How a value of this type becomes the driver's; our own types without SQLAlchemy's wrapping."""
    if isinstance(kind, UtcDateTime | Json):
        return partial(kind.process_bind_param, dialect=dialect)
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _way_out(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    """How the driver's value becomes ours."""
    if isinstance(kind, UtcDateTime | Json):
        return partial(kind.process_result_value, dialect=dialect)
    return kind.dialect_impl(dialect).result_processor(dialect, None)


@lru_cache
def _row_type(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", [re.sub(r"\W", "_", name) for name in names])  # noqa: PYI024  fields known at run time


def table(model: type[SQLModel]) -> Table:
    """The Core table behind a SQLModel class."""
    return model.__table__  # type: ignore[attr-defined,no-any-return]


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """The column has one of these constants; SQLAlchemy's `in_` would be expanded anew at every run."""
    return or_(*(column == value for value in values))


def put(model: type[SQLModel], *columns: str, returning: str = "") -> Statement:
    """An insert of exactly these columns, the values given by name; `returning` gives one column back."""
    statement = insert(table(model)).values({name: bindparam(name) for name in columns})
    return Statement(statement.returning(table(model).c[returning]) if returning else statement)


def put_once(model: type[SQLModel], *columns: str) -> Statement:
    """An insert that does nothing (row count 0) when the primary key is taken."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}

    def on_postgresql() -> Executable:
        made: Executable = _postgresql_insert(table(model)).values(values).on_conflict_do_nothing()
        return made

    return Statement(sqlite.insert(table(model)).values(values).on_conflict_do_nothing(), on_postgresql)


def put_or_change(model: type[SQLModel], *columns: str) -> Statement:
    """An insert that overwrites these columns of the row with the same primary key."""
    target = table(model)
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    keys: list[Column[Any]] = list(target.primary_key.columns)
    changed = [name for name in columns if name not in {key.name for key in keys}]

    def changing(statement: Any) -> Any:
        changes = {name: statement.excluded[name] for name in changed}
        return statement.on_conflict_do_update(index_elements=keys, set_=changes)

    on_sqlite = changing(sqlite.insert(target).values(values))
    return Statement(on_sqlite, lambda: changing(_postgresql_insert(target).values(values)))


def _postgresql_insert(target: Table) -> Any:
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  six megabytes that SQLite does not need

    return postgresql.insert(target)
