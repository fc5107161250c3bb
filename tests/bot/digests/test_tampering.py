"""Whoever writes into the database behind the program's back is found out: at once, or by an earlier day's digest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, delete, select, update

from bot.digests import comparing
from domain.case.history import replay
from domain.case.journal import START, link
from handlers.admin import audit
from storage import cases
from storage.database import Store, Tx
from storage.journal import entries
from storage.tables import CaseRow, Counter, JournalRow, Person, ReturnCode
from tests.bot.digests.conftest import DRAWN, KEY

Tamper = Callable[[Tx], object]


def here(case: int, number: int) -> Any:
    return (col(JournalRow.case_id) == case, col(JournalRow.seq) == number)


def made_good(tx: Tx, case: int) -> None:
    """What somebody does who knows the program: every hash computed anew, and the row made of the journal."""
    previous = START
    for row in entries.rows(tx, case):
        previous = link(previous, entries.line_of(row))
        tx.run(update(JournalRow).where(*here(case, row.seq)).values(hash=previous))
    cases.keep(tx, replay(map(entries.entry_of, entries.rows(tx, case))), ())


def change_a_fact(tx: Tx, case: int, number: int) -> None:
    row = tx.first(select(JournalRow.facts).where(*here(case, number)))
    tx.run(update(JournalRow).where(*here(case, number)).values(facts={**row.facts, "topic": "dat-dai"}))


def remove(tx: Tx, case: int) -> None:
    tx.run(delete(JournalRow).where(col(JournalRow.case_id) == case))
    tx.run(delete(CaseRow).where(col(CaseRow.id) == case))


def cut_off_the_tail(tx: Tx) -> None:
    tx.run(delete(JournalRow).where(col(JournalRow.case_id) == 2, col(JournalRow.seq) > 1))
    made_good(tx, 2)


def remove_the_newest(tx: Tx) -> None:
    for case in (7, 6):
        remove(tx, case)
    tx.run(update(Counter).where(col(Counter.name) == "cases").values(value=5))


def compute_anew(tx: Tx) -> None:
    change_a_fact(tx, 3, 1)
    made_good(tx, 3)


def swap_two_entries(tx: Tx) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        tx.run(update(JournalRow).where(*here(4, old)).values(seq=new))


def point_a_code_elsewhere(tx: Tx) -> None:
    one, other = (tx.first(select(ReturnCode.hash).where(ReturnCode.case_id == case)).hash for case in DRAWN)
    tx.run(update(ReturnCode).where(col(ReturnCode.hash) == one).values(case_id=DRAWN[1]))
    tx.run(update(ReturnCode).where(col(ReturnCode.hash) == other).values(case_id=DRAWN[0]))


#: what is done; what finds it without a digest ("" for nothing), and what with one
KINDS: dict[str, tuple[Tamper, str, str]] = {
    "an entry is changed": (lambda tx: change_a_fact(tx, 3, 1), "chain breaks at entry 1", ""),
    "a tail is cut off": (cut_off_the_tail, "", "case 2: it had 3 entries, and has 1 of them"),
    "the newest cases are removed": (remove_the_newest, "", "case 6: it was there"),
    "a hidden case is removed": (lambda tx: remove(tx, DRAWN[0]), "", f"case {DRAWN[0]}: it was there"),
    "a case loses its journal": (
        lambda tx: tx.run(delete(JournalRow).where(col(JournalRow.case_id) == 3)),
        "LS26-00003: the journal is missing",
        "case 3: it was there",
    ),
    "a journal loses its case": (
        lambda tx: tx.run(delete(CaseRow).where(col(CaseRow.id) == 3)),
        "case 3: there is a journal and no case",
        "",
    ),
    "a case in between is removed": (lambda tx: remove(tx, 3), "case 3: the number was given out", "case 3: it was"),
    "a chain is computed anew": (compute_anew, "", "case 3: its chain up to entry 3 was computed anew"),
    "a code leads elsewhere": (point_a_code_elsewhere, "", "another private code opens it"),
    "a second code opens a case": (
        lambda tx: tx.put(ReturnCode, hash="0" * 64, case_id=DRAWN[0]),
        "",
        "2 private codes open it",
    ),
    "a person is another one": (
        lambda tx: tx.run(update(Person).where(col(Person.id) == 1).values(user_id="666")),
        "",
        "person 1: somebody else",
    ),
    "two entries change places": (swap_two_entries, "chain breaks at entry 2", "case 4: its chain"),
    "a row is changed": (
        lambda tx: tx.run(update(CaseRow).where(col(CaseRow.id) == 3).values(topic="dat-dai")),
        "LS26-00003: the row differs from its journal",
        "",
    ),
    "words are changed": (
        lambda tx: tx.run(update(JournalRow).where(*here(3, 2)).values(words='["x",{"files":[],"text":"khác"}]')),
        "the words do not fit entry 2",
        "",
    ),
    "an entry is written into the past": (
        lambda tx: tx.run(update(JournalRow).where(*here(1, 5)).values(day=1)),
        "",
        "case 1: entry 5 was written into a day that was over",
    ),
}


def found(store: Store, path: Path) -> tuple[list[str], list[str]]:
    """The faults found without a digest, and those found with it."""
    compared = store.read(lambda tx: list(comparing.faults(tx, path, KEY)))
    return audit.verify(audit.Beside(store))[1], compared


def test_what_goes_on_every_day_is_no_fault(history: Store, digest_file: Path) -> None:
    assert found(history, digest_file) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
def test_tampering_is_found(history: Store, digest_file: Path, kind: str) -> None:
    tamper, alone, against = KINDS[kind]
    history.call(tamper)
    without, with_it = found(history, digest_file)
    assert alone in "\n".join(without)
    assert bool(without) is bool(alone)
    assert against in "\n".join(with_it)
    assert bool(with_it) is bool(against)
