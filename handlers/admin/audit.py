"""Whether every journal hangs together, and every row says what its journal says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from domain.case import apart
from domain.case.history import replay
from domain.case.journal import first_break
from storage import cases
from storage.database import Tx
from storage.journal import entries

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


def verify(store: Asked, code: str | None = None) -> tuple[int, list[str]]:
    """How many journals were checked, and a line for each fault found."""
    checked, wrong, after = 0, [], 0
    while ids := store.call(lambda tx, after=after: cases.ids_after(tx, after)):  # type: ignore[misc]
        for case in ids:
            fault = store.call(lambda tx, case=case: _fault(tx, case, code))  # type: ignore[misc]
            if fault is not None:
                checked += 1
                wrong += [fault] if fault else []
        after = ids[-1]
    return checked, wrong


def _fault(tx: Tx, number: int, code: str | None) -> str | None:
    """What is wrong with a case ("" for nothing); None when it is not the one asked for."""
    case = cases.load(tx, number)
    if case is None or (code and case.code != code.upper().lstrip("#")):
        return None
    rows = entries.rows(tx, number)
    fault = _broken(rows) if rows else "the journal is missing"
    if not fault and replay(map(entries.entry_of, rows)) != case:
        fault = "the row differs from its journal"
    return f"{case.code}: {fault}" if fault else ""


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
