"""The figures of any period, from the journals: as the cases stood when it ended, whatever has happened since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from domain.case.case import Case
from domain.case.history import replay
from domain.statistics.figures import Figures, count
from handlers.province import Province
from storage import cases
from storage.database import Store, Tx


def by_department(
    store: Store, province: Province, start: datetime, end: datetime, *, names_of_today: bool = True
) -> dict[str, Figures]:
    """Figures over [start, end) by department key ("" for cases nobody had), as of `end`.

    A department that has been merged since is counted under its successor's key, or under its own of then.
    """
    named = _of_today(province) if names_of_today else _of_then
    found: dict[str, list[Case]] = defaultdict(list)
    after = 0
    while ids := store.call(lambda tx, after=after: cases.ids_after(tx, after)):  # type: ignore[misc]
        for case in store.call(lambda tx, ids=ids: _as_of(tx, ids, start, end)):  # type: ignore[misc]
            found[named(case.department)].append(case)
        after = ids[-1]
    return {key: count(those, start, end) for key, those in sorted(found.items())}


def _as_of(tx: Tx, ids: list[int], start: datetime, end: datetime) -> list[Case]:
    """Those of the cases that had been filed by `end` and had not ended before `start`, as they stood at `end`."""
    stood = []
    for number in ids:
        entries = [entry for entry, _ in cases.journal(tx, number) if entry.at < end]
        case = replay(entries) if entries else None
        if case is not None and (case.ended_at is None or case.ended_at >= start):
            stood.append(case)
    return stood


def _of_today(province: Province) -> Callable[[str], str]:
    def named(key: str) -> str:
        found = province.catalogue.successor(key)
        return found.key if found else key

    return named


def _of_then(key: str) -> str:
    return key
