"""Figures of periods that were counted once and are kept, until the rules or the catalogue they follow change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select

from domain.statistics.counting import HOURS_A_WEEK, Counted, Dimension
from domain.statistics.figures import Figures
from storage.database import Tx
from storage.tables import KeptFigures

_NOTHING = asdict(Figures())
_LISTS = ("handled", "late", "beyond")


def keep(tx: Tx, version: str, period: str, until: datetime, counted: dict[str, Counted]) -> None:
    """Keep what was counted of a period up to an instant, by department; what it was up to earlier instants goes."""
    for department, each in counted.items():
        tx.put_or_change(
            KeptFigures,
            period=period,
            until_at=until,
            department=department,
            version=version,
            figures=_written(each.figures),
            groups={str(dimension): _groups(groups) for dimension, groups in each.groups.items()}
            | {"hours": list(each.hours) if any(each.hours) else []},
            cases=";".join(_gaps(getattr(each, name)) for name in _LISTS),
            at=tx.now,
        )
    older = delete(KeptFigures).where(col(KeptFigures.period) == period, col(KeptFigures.until_at) < until)
    tx.run(older)


def find(tx: Tx, version: str, period: str, until: datetime, department: str = "") -> Counted | None:
    """What was counted of a period up to just this instant by this version of the rules, but for its lists of cases.

    None when it is not kept.
    """
    columns = (KeptFigures.figures, KeptFigures.groups)
    row = tx.first(select(*columns).where(*_is(version, period, department), col(KeptFigures.until_at) == until))
    if row is None:
        return None
    groups = {Dimension(name): _read_groups(row.groups[name]) for name in Dimension}
    return Counted(_read(row.figures), groups, tuple(row.groups["hours"]) or (0,) * HOURS_A_WEEK)


def with_lists(tx: Tx, version: str, period: str, until: datetime, found: Counted) -> Counted:
    """What was found of the whole period, with the numbers of its cases: of a year they are a megabyte."""
    row = tx.first(select(KeptFigures.cases).where(*_is(version, period, ""), col(KeptFigures.until_at) == until))
    handled, late, beyond = (_read_gaps(each) for each in row.cases.split(";"))
    return replace(found, handled=handled, late=late, beyond=beyond)


def figures(tx: Tx, version: str, period: str, until: datetime, department: str = "") -> Figures | None:
    """Its figures alone."""
    wanted = select(KeptFigures.figures).where(*_is(version, period, department), col(KeptFigures.until_at) == until)
    row = tx.first(wanted)
    return _read(row.figures) if row else None


def newest(tx: Tx, version: str, period: str) -> datetime | None:
    """The latest instant up to which a period was counted; None for none."""
    until = col(KeptFigures.until_at)
    row = tx.first(select(until).where(*_is(version, period, "")).order_by(until.desc()).limit(1))
    return row[0] if row else None


def all_kept(tx: Tx, version: str) -> set[tuple[str, datetime]]:
    """Every period that is kept, and up to when."""
    wanted = select(KeptFigures.period, KeptFigures.until_at).where(*_is(version, None, ""))
    return {(row.period, row.until_at) for row in tx.rows(wanted)}


def forget(tx: Tx) -> None:
    """Nothing is kept any more: everything is counted anew."""
    tx.run(delete(KeptFigures))


def _is(version: str, period: str | None, department: str) -> list[Any]:
    found: list[Any] = [col(KeptFigures.version) == version, col(KeptFigures.department) == department]
    return found if period is None else [*found, col(KeptFigures.period) == period]


def _written(figures: Figures) -> dict[str, Any]:
    """Without what is zero or cannot be said."""
    return {name: value for name, value in asdict(figures).items() if value != _NOTHING[name]}


def _read(written: dict[str, Any]) -> Figures:
    return Figures(**written)


def _groups(groups: Any) -> dict[str, Any]:
    return {key: _written(each) if each else None for key, each in groups.items()}


def _read_groups(written: dict[str, Any]) -> dict[str, Figures | None]:
    return {key: None if each is None else _read(each) for key, each in written.items()}


def _gaps(numbers: Iterable[int]) -> str:
    """Numbers as the steps between them: most are short."""
    last, steps = 0, []
    for each in numbers:
        steps.append(str(each - last))
        last = each
    return " ".join(steps)


def _read_gaps(written: str) -> tuple[int, ...]:
    last, numbers = 0, []
    for step in written.split():
        last += int(step)
        numbers.append(last)
    return tuple(numbers)
