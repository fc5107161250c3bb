"""Whether every journal hangs together, and every row says what its journal says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from domain.case.history import replay
from domain.case.journal import first_break
from storage import cases
from storage.database import Tx

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
    chain = cases.journal(tx, number)
    if not chain:
        return f"{case.code}: the journal is missing"
    broken = first_break(chain)
    if broken is not None:
        return f"{case.code}: the hash chain breaks at entry {broken}"
    if replay([entry for entry, _ in chain]) != case:
        return f"{case.code}: the row differs from its journal"
    return ""
