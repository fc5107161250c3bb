"""What the weekly test counts, and what it has told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlmodel import col, update

from domain.messages import ERASED
from domain.statistics.signals import Aspect
from storage import cases
from storage.cases import OURS
from storage.database import Tx
from storage.tables import CasePlaces, CaseRow, SignalRow

#: cases whose places are looked up in one transaction: a tenth of a second
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class FiledRow:
    """What of a case counts; `business` tells one business from another, hidden or not, without saying who it is."""

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
    case = col(CaseRow.id)
    new = ~exists().where(col(CasePlaces.case_id) == case)
    filed = select(case, col(CaseRow.rest)).where(col(CaseRow.filed_at) >= since, new)
    return [
        (row.id, cases.opened(tx, row.id, row.rest)["text"])
        for row in tx.rows(filed.order_by(case).limit(MOST_AT_ONCE))
    ]


def place(tx: Tx, case: int, places: Iterable[str]) -> None:
    """Keep which communes the case's text names."""
    tx.put_or_change(CasePlaces, case_id=case, places=list(places))


def places_of(tx: Tx, cases: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The communes these cases name, of those whose text has been looked through."""
    wanted = select(CasePlaces).where(col(CasePlaces.case_id).in_(list(cases)))
    return {row.case_id: tuple(row.places or ()) for row in tx.rows(wanted)}


def filed_since(tx: Tx, since: datetime) -> list[FiledRow]:
    """Every case filed since then, oldest first."""
    case = col(CaseRow.id)
    filed = (
        select(
            case,
            col(CaseRow.code),
            col(CaseRow.filed_at),
            col(CaseRow.topic),
            col(CaseRow.department),
            col(CaseRow.author),
            col(CaseRow.business),
            col(CaseRow.tax_code),
            col(CasePlaces.places),
        )
        .outerjoin(CasePlaces, col(CasePlaces.case_id) == case)
        .where(col(CaseRow.filed_at) >= since, OURS)
        .order_by(case)
    )
    return [_filed(tx, row) for row in tx.rows(filed)]


def note(tx: Tx, told: Told) -> int:
    """Remember a signal as told now; its number."""
    return tx.add(
        SignalRow,
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


def since(tx: Tx, instant: datetime) -> list[Told]:
    """The signals told since then, the newest first."""
    told = select(SignalRow).where(col(SignalRow.told_at) >= instant).order_by(col(SignalRow.id).desc())
    return [_told(row) for row in tx.rows(told)]


def latest(tx: Tx, kind: Aspect, key: str) -> Told | None:
    """The newest signal of a series, or None."""
    series = select(SignalRow).where(col(SignalRow.kind) == kind, col(SignalRow.key) == key)
    row = tx.first(series.order_by(col(SignalRow.id).desc()).limit(1))
    return _told(row) if row else None


def by_id(tx: Tx, signal: int) -> Told | None:
    """The signal with this number, locked to the end of the transaction, or None."""
    tx.lock(f"signal:{signal}")
    row = tx.first(select(SignalRow).where(col(SignalRow.id) == signal))
    return _told(row) if row else None


def goes_on(tx: Tx, signal: int, until: datetime) -> None:
    """The series is still unusual in the days up to this instant."""
    tx.run(update(SignalRow).where(col(SignalRow.id) == signal).values(until_at=until))


def opened(tx: Tx, signal: int, issue: int) -> None:
    """The signal has become this issue."""
    tx.run(update(SignalRow).where(col(SignalRow.id) == signal).values(issue_id=issue))


def _filed(tx: Tx, row: Any) -> FiledRow:
    # a hidden case has what stands for these already, and can be compared with no other way
    is_hidden = row.author < 0
    code = row.tax_code if is_hidden or row.tax_code == ERASED else tx.ring.tag("tax code", row.tax_code)
    firm, author = (_compared(tx, what, getattr(row, what)) for what in ("business", "author"))
    business = (code if code != ERASED else "") or (f"business:{firm}" if firm else f"person:{author}")
    return FiledRow(row.id, row.code, row.filed_at, row.topic, row.department, business, tuple(row.places or ()))


def _compared(tx: Tx, what: str, number: int) -> int:
    return tx.ring.number(what, number) if number > 0 else number


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
