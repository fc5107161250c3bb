"""What the weekly test counts, and what it has told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, exists, literal, select, update

from domain.statistics.signals import Aspect
from storage.database import Tx
from storage.statements import Statement, put, put_or_change, table
from storage.tables import CasePlaces, CaseRow, SignalRow

#: cases whose places are looked up in one transaction: a tenth of a second
MOST_AT_ONCE = 100

_CASES = table(CaseRow)
_PLACES = table(CasePlaces)
_SIGNALS = table(SignalRow)
_UNPLACED = Statement(
    select(_CASES.c.id, _CASES.c.text)
    .where(
        _CASES.c.filed_at >= bindparam("since"),
        ~exists(select(literal(1)).select_from(_PLACES).where(_PLACES.c.case_id == _CASES.c.id)),
    )
    .order_by(_CASES.c.id)
    .limit(MOST_AT_ONCE)
)
_PLACE = put_or_change(CasePlaces, "case_id", "places")
_FILED = Statement(
    select(
        _CASES.c.id,
        _CASES.c.code,
        _CASES.c.filed_at,
        _CASES.c.topic,
        _CASES.c.department,
        _CASES.c.author,
        _CASES.c.business,
        _CASES.c.tax_code,
        _PLACES.c.places,
    )
    .outerjoin_from(_CASES, _PLACES, _PLACES.c.case_id == _CASES.c.id)
    .where(_CASES.c.filed_at >= bindparam("since"))
    .order_by(_CASES.c.id)
)
_ADD = put(
    SignalRow,
    "kind",
    "key",
    "start_at",
    "end_at",
    "until_at",
    "cases",
    "businesses",
    "numbers",
    "told_at",
    returning="id",
)
_OF_SERIES = and_(_SIGNALS.c.kind == bindparam("of_kind"), _SIGNALS.c.key == bindparam("of_key"))
_LATEST = Statement(select(_SIGNALS).where(_OF_SERIES).order_by(_SIGNALS.c.id.desc()).limit(1))
_BY_ID = Statement(select(_SIGNALS).where(_SIGNALS.c.id == bindparam("signal")))
_GOES_ON = Statement(update(_SIGNALS).where(_SIGNALS.c.id == bindparam("signal")).values(until_at=bindparam("until")))
_OPENED = Statement(update(_SIGNALS).where(_SIGNALS.c.id == bindparam("signal")).values(issue_id=bindparam("issue")))


@dataclass(frozen=True, slots=True)
class FiledRow:
    """What of a case counts; `business` tells one business from another without saying who it is."""

    id: int
    code: str
    filed_at: datetime
    topic: str
    department: str
    business: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A signal as it was told: the cases of [start_at, end_at); still unusual up to `until_at`; `issue` 0 for none."""

    id: int
    kind: Aspect
    key: str
    start_at: datetime
    end_at: datetime
    until_at: datetime
    cases: tuple[int, ...]
    businesses: int
    expected: float
    chance: float
    told_at: datetime | None = None
    issue: int = 0


def unplaced(tx: Tx, since: datetime) -> list[tuple[int, str]]:
    """Up to a hundred cases filed since then whose places have not been looked up: id and text, oldest first."""
    return [(row.id, row.text) for row in tx.rows(_UNPLACED, since=since)]


def place(tx: Tx, case: int, places: Iterable[str]) -> None:
    """Keep which communes the case's text names."""
    tx.run(_PLACE, case_id=case, places=list(places))


def filed_since(tx: Tx, since: datetime) -> list[FiledRow]:
    """Every case filed since then, oldest first."""
    return [_filed(row) for row in tx.rows(_FILED, since=since)]


def note(tx: Tx, told: Told) -> int:
    """Remember a signal as told now; its number."""
    row = tx.first(
        _ADD,
        kind=told.kind,
        key=told.key,
        start_at=told.start_at,
        end_at=told.end_at,
        until_at=told.until_at,
        cases=list(told.cases),
        businesses=told.businesses,
        numbers={"expected": told.expected, "chance": told.chance},
        told_at=tx.now,
    )
    return int(row.id)


def latest(tx: Tx, kind: Aspect, key: str) -> Told | None:
    """The newest signal of a series, or None."""
    row = tx.first(_LATEST, of_kind=kind, of_key=key)
    return _told(row) if row else None


def by_id(tx: Tx, signal: int) -> Told | None:
    """The signal with this number, locked to the end of the transaction, or None."""
    tx.lock(f"signal:{signal}")
    row = tx.first(_BY_ID, signal=signal)
    return _told(row) if row else None


def goes_on(tx: Tx, signal: int, until: datetime) -> None:
    """The series is still unusual in the days up to this instant."""
    tx.run(_GOES_ON, signal=signal, until=until)


def opened(tx: Tx, signal: int, issue: int) -> None:
    """The signal has become this issue."""
    tx.run(_OPENED, signal=signal, issue=issue)


def _filed(row: Any) -> FiledRow:
    business = row.tax_code or (f"business:{row.business}" if row.business else f"person:{row.author}")
    return FiledRow(row.id, row.code, row.filed_at, row.topic, row.department, business, tuple(row.places or ()))


def _told(row: Any) -> Told:
    return Told(
        row.id,
        Aspect(row.kind),
        row.key,
        row.start_at,
        row.end_at,
        row.until_at,
        tuple(row.cases),
        row.businesses,
        row.numbers["expected"],
        row.numbers["chance"],
        row.told_at,
        row.issue_id,
    )
