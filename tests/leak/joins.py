"""A machine that joins anonymous cases to people by whatever the database, the disk and the notices give away.

Each way of joining names a person for every case. What is right about them is counted: by chance one of twenty is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import inspect, text
from sqlmodel import SQLModel, select

from storage.database import Tx
from storage.sealing.ring import is_sealed
from tests.glass import GLASS

Row = dict[str, Any]
Guess = dict[int, int]
#: what is equal has no order: least of all the one in which the test knows it
TIES = Random(11)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00")


def dumped(tx: Tx) -> dict[str, list[Row]]:
    """Every row of every table, with the hidden count that SQLite keeps of rows, where it does."""
    found: dict[str, list[Row]] = {}
    for model in (each for each in SQLModel.__subclasses__() if hasattr(each, "__table__")):
        name = str(model.__tablename__)
        columns = [column.name for column in inspect(model).columns]
        found[name] = [_opened(name, dict(zip(columns, row, strict=True))) for row in tx.rows(select(model))]
        if not model.__table__.dialect_options["sqlite"]["with_rowid"]:
            continue
        keys = [key.name for key in inspect(model).primary_key]
        counted = tx.rows(text(f"select rowid as hidden, {', '.join(keys)} from {name}"))  # noqa: S608
        numbers = {tuple(str(value) for value in row[1:]): row[0] for row in counted}
        for row in found[name]:
            row["rowid"] = numbers.get(tuple(str(row[key]) for key in keys), 0)
    return found


def _opened(table: str, row: Row) -> Row:
    """What stands in a row of attachments under its seal (of glass), as columns."""
    if table == "attachments" and is_sealed(row["name"]):
        row["name"], row["person"], ref = GLASS.open_text(row["name"])
        row["ref"] = row["ref"] or ref
    return row


@dataclass
class Machine:
    """What an officer with the database, the disk and a week can do; `random` breaks ties."""

    kept: dict[str, list[Row]]
    disk: Path
    cases: list[int]
    random: Random = field(default_factory=lambda: Random(7))

    @cached_property
    def people(self) -> list[Row]:
        """Everybody who may have filed it."""
        return [row for row in self.kept["people"] if str(row["chat_id"]).startswith("p:")]

    @cached_property
    def of_case(self) -> dict[int, list[tuple[str, Row]]]:
        """The rows that are about each case."""
        return {case: list(self._about(case)) for case in self.cases}

    @cached_property
    def of_person(self) -> dict[int, list[tuple[str, Row]]]:
        """The rows that name each person."""
        return {person["id"]: list(self._naming(person)) for person in self.people}

    def _about(self, case: int) -> Iterator[tuple[str, Row]]:
        (own,) = [row for row in self.kept["cases"] if row["id"] == case]
        for name, rows in self.kept.items():
            for row in rows:
                is_it = row.get("case_id") == case or (name in {"cases", "searched"} and row["id"] == case)
                is_file = name == "attachments" and row["id"] in own["rest"]["files"]
                if is_it or is_file or own["code"] in _said(row):
                    yield name, row

    def _naming(self, person: Row) -> Iterator[tuple[str, Row]]:
        for name, rows in self.kept.items():
            for row in rows:
                by_number = person["id"] in {row.get(each) for each in ("person", "person_id", "author")}
                if by_number or str(person["user_id"]) in _said(row):
                    yield name, row

    def ways(self) -> Iterator[tuple[str, Guess]]:
        """Every way of joining, with whom it names for each case."""
        yield "equal instants", self._best(lambda a, b: -len(_instants(a) & _instants(b)))
        yield "nearest instant", self._best(lambda a, b: _gap(_instants(a), _instants(b)))
        yield "nearest file time", self._best(lambda a, b: _gap(self._written(a), _instants(b)))
        yield "equal names on disk", self._best(lambda a, b: -len(_blobs(a) & _blobs(b)))
        yield "equal bytes", self._best(lambda a, b: -len(self._bytes(a) & self._bytes(b)))
        yield "nearest size", self._best(lambda a, b: _gap(_sizes(a), _sizes(b)))
        yield "nearest size on disk", self._best(lambda a, b: _gap(self._lengths(a), self._lengths(b)))
        for table in self.kept:
            yield f"neighbours in {table}", self._neighbours(table)
        yield from self._orders()

    def _best(self, distance: Callable[[list[tuple[str, Row]], list[tuple[str, Row]]], float]) -> Guess:
        guess = {}
        for case, rows in self.of_case.items():
            found = {person: distance(rows, theirs) for person, theirs in self.of_person.items()}
            least = min(found.values())
            guess[case] = self.random.choice([person for person, gap in found.items() if gap == least])
        return guess

    def _neighbours(self, table: str) -> Guess:
        """Who is named in the rows that stand nearest to those about the case."""
        numbered = {person: _numbers(table, rows) for person, rows in self.of_person.items()}
        guess = {}
        for case, rows in self.of_case.items():
            own = _numbers(table, rows)
            gaps = {person: _gap(own, theirs) for person, theirs in numbered.items() if own and theirs}
            if gaps:
                least = min(gaps.values())
                guess[case] = self.random.choice([person for person, gap in gaps.items() if gap == least])
        return guess

    def _orders(self) -> Iterator[tuple[str, Guess]]:
        """Cases and people in the order of each count there is, the first with the first."""
        ordered_people = list(_orderings(self.of_person))
        for name, cases in _orderings(self.of_case):
            for other, people in ordered_people:
                if len(cases) == len(people):
                    yield f"order of {name} and {other}", dict(zip(cases, people, strict=True))

    def _paths(self, rows: list[tuple[str, Row]]) -> Iterator[Path]:
        for name in _blobs(rows):
            path = self.disk / name[:2] / name
            if path.is_file():
                yield path

    def _written(self, rows: list[tuple[str, Row]]) -> set[float]:
        return {path.stat().st_mtime for path in self._paths(rows)}

    def _bytes(self, rows: list[tuple[str, Row]]) -> set[bytes]:
        return {path.read_bytes() for path in self._paths(rows)}

    def _lengths(self, rows: list[tuple[str, Row]]) -> set[float]:
        return {float(path.stat().st_size) for path in self._paths(rows)}


def right(guess: Guess, truth: Guess) -> int:
    """How many of them it names."""
    return sum(guess.get(case) == person for case, person in truth.items())


def _said(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)


def _instants(rows: list[tuple[str, Row]]) -> set[float]:
    found = {value.timestamp() for _, row in rows for value in row.values() if isinstance(value, datetime)}
    return found | {
        datetime.fromisoformat(each).timestamp() for _, row in rows for each in _INSTANT.findall(_said(row))
    }


def _blobs(rows: list[tuple[str, Row]]) -> set[str]:
    return {str(row["sha256"]) for name, row in rows if name == "attachments" and row["sha256"]}


def _sizes(rows: list[tuple[str, Row]]) -> set[float]:
    return {float(row["size"]) for name, row in rows if name == "attachments"}


def _numbers(table: str, rows: list[tuple[str, Row]]) -> set[float]:
    found = [row.get("rowid", row.get("id")) for name, row in rows if name == table]
    return {float(each) for each in found if isinstance(each, int)}


def _gap(some: set[float], others: set[float]) -> float:
    return min((abs(one - other) for one in some for other in others), default=float("inf"))


def _orderings(rows: dict[int, list[tuple[str, Row]]]) -> Iterator[tuple[str, list[int]]]:
    """The keys by the least and by the greatest number of each column that is one, where every key has such a row."""
    columns = Counter((name, column) for each in rows.values() for name, column in _columns(each))
    for (table, column), many in columns.items():
        if many == len(rows):
            for pick in (min, max):
                order = {key: pick(_values(each, table, column)) for key, each in rows.items()}
                if len(set(order.values())) > 1:
                    yield f"{table}.{column}", sorted(order, key=lambda key: (order[key], TIES.random()))


def _columns(rows: Iterable[tuple[str, Row]]) -> set[tuple[str, str]]:
    return {(name, column) for name, row in rows for column, value in row.items() if _number(value) is not None}


def _values(rows: list[tuple[str, Row]], table: str, column: str) -> list[float]:
    found = [_number(row[column]) for name, row in rows if name == table]
    return [each for each in found if each is not None]


def _number(value: Any) -> float | None:
    if isinstance(value, datetime):
        return value.timestamp()
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else None
