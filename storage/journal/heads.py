"""What a signed digest of the database covers: where every journal stood after a day, and what else must not change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlmodel import col, func, select, tuple_

from storage.database import Tx
from storage.tables import CaseRow, Counter, JournalRow, Person, ReturnCode

#: entries read at once: a million cases need no memory
BATCH = 20_000
_KEY: tuple[Any, ...] = (col(JournalRow.case_id), col(JournalRow.seq))


class Head(NamedTuple):
    """The last entry of a case up to a day: its number, its hash, and the day it was written."""

    case: int
    seq: int
    hash: str
    day: int


def heads(tx: Tx, until: int) -> Iterator[Head]:
    """Where each case stood once this day was over, by number; a case of which nothing was written by then has none."""
    last: Head | None = None
    for head in _written(tx):
        if head.day <= until:
            if last and last.case != head.case:
                yield last
            last = head
    if last:
        yield last


def _written(tx: Tx) -> Iterator[Head]:
    place = (-1, -1)
    columns: tuple[Any, ...] = (JournalRow.case_id, JournalRow.seq, JournalRow.hash, JournalRow.day)
    while True:
        wanted = select(*columns).where(tuple_(*_KEY) > place).order_by(*_KEY).limit(BATCH)
        found = [Head(*row) for row in tx.rows(wanted)]
        yield from found
        if len(found) < BATCH:
            return
        place = found[-1][:2]


def written(tx: Tx, until: int) -> int:
    """How many entries there are up to a day."""
    return int(tx.first(select(func.count()).where(col(JournalRow.day) <= until))[0])


def counters(tx: Tx) -> dict[str, int]:
    """The last number each counter gave out; those of page chats are named after people, and tell of no case."""
    wanted = select(Counter.name, Counter.value).where(~col(Counter.name).startswith("page:"))
    return {row.name: row.value for row in tx.rows(wanted.order_by(col(Counter.name)))}


def codes(tx: Tx) -> list[tuple[int, str, str]]:
    """Every private code: its case, its hash, the day of its last visit."""
    wanted = select(ReturnCode.case_id, ReturnCode.hash, ReturnCode.visited_on)
    return [tuple(row) for row in tx.rows(wanted.order_by(col(ReturnCode.case_id), col(ReturnCode.hash)))]


def authors(tx: Tx) -> list[tuple[int, str, str, str]]:
    """Who has filed by name, and who administers: number, messenger, the number there, role."""
    filed = select(CaseRow.author).where(col(CaseRow.author) > 0)
    wanted = select(Person.id, Person.network, Person.user_id, Person.role)
    wanted = wanted.where((col(Person.id).in_(filed)) | (Person.role != "")).order_by(col(Person.id))
    return [tuple(row) for row in tx.rows(wanted)]


def without_row(tx: Tx) -> list[int]:
    """Cases that have a journal and no row."""
    wanted = select(JournalRow.case_id).where(col(JournalRow.case_id).not_in(select(CaseRow.id))).distinct()
    return [row[0] for row in tx.rows(wanted.order_by(col(JournalRow.case_id)))]


def not_there(tx: Tx, until: int) -> list[int]:
    """The numbers from 1 to this one under which there is no case, though numbers are given out in order."""
    there = {row[0] for row in tx.rows(select(CaseRow.id).where(col(CaseRow.id) <= until))}
    return [number for number in range(1, until + 1) if number not in there]
