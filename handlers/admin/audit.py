"""Whether every journal hangs together, and every row says what its journal says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from domain.case import apart
from domain.case.case import Case
from domain.case.history import replay
from domain.case.journal import first_break
from storage import cases, claims
from storage.database import Store, Tx
from storage.journal import entries, heads

T = TypeVar("T")


class Asked(Protocol):
    """Whatever runs a piece of work on a database: a store, or one transaction of it."""

    def call(self, work: Callable[[Tx], T]) -> T:
        """Run it, and give back its result."""


class Within:
    """Everything in one running transaction: the journals as of one moment."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def call(self, work: Callable[[Tx], T]) -> T:
        """Run it here."""
        return work(self._tx)


class Beside:
    """Each piece as of one moment, beside whatever is written meanwhile."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def call(self, work: Callable[[Tx], T]) -> T:
        """Run it in a transaction of its own."""
        return self._store.read(work)


def verify(store: Asked, code: str | None = None) -> tuple[int, list[str]]:
    """How many journals were checked, and a line for each fault found."""
    if code:
        number = store.call(lambda tx: cases.number_of(tx, code.upper().lstrip("#")))
        return _checked(store, [number]) if number else (0, [])
    checked, after = 0, 0
    wrong: list[str] = []
    while ids := store.call(lambda tx, after=after: cases.ids_after(tx, after)):  # type: ignore[misc]
        many, faults = _checked(store, ids)
        checked, after = checked + many, ids[-1]
        wrong += faults
    return checked, [*wrong, *store.call(_not_in_order)]


def _checked(store: Asked, ids: Sequence[int]) -> tuple[int, list[str]]:
    found = store.call(lambda tx: (cases.look_at(tx, ids), entries.rows_of(tx, ids)))
    faults = [(case.code, _fault(case, found[1].get(case.id, []))) for case in found[0]]
    return len(faults), [f"{told}: {fault}" for told, fault in faults if fault]


def _not_in_order(tx: Tx) -> list[str]:
    """Journals without a case, and numbers that were given out and lead to none."""
    found = [f"case {number}: there is a journal and no case" for number in heads.without_row(tx)]
    gone = heads.not_there(tx, claims.counted(tx, "cases"))
    return [*found, *(f"case {number}: the number was given out, and there is no case" for number in gone)]


def _fault(case: Case, rows: Sequence[Any]) -> str:
    """What is wrong with a case; "" for nothing."""
    fault = _broken(rows) if rows else "the journal is missing"
    if fault:
        return fault
    try:
        told = replay(map(entries.entry_of, rows))
    except (KeyError, ValueError, TypeError):
        return "the journal cannot be read"
    return "" if told == case else "the row differs from its journal"


def _broken(rows: Sequence[Any]) -> str:
    """Where a journal does not hang together, or says something else than was committed to; "" where it is whole."""
    broken = first_break((entries.line_of(row), row.hash) for row in rows)
    if broken is not None:
        return f"the hash chain breaks at entry {broken}"
    for row in rows:
        if not _fits(row.identity, row.identity_commitment):
            return f"who is meant does not fit entry {row.seq}"
        if not _fits(row.words, row.words_commitment):
            return f"the words do not fit entry {row.seq}"
    return ""


def _fits(text: str, commitment: bytes | None) -> bool:
    """True for a part as it was committed to, and for what is left of one that was erased."""
    if commitment and apart.is_erased(text):
        return apart.is_hollow(apart.read(text))
    return apart.commitment(text) == commitment
