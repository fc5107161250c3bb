"""The province's investment projects, and the cases that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import col, select, update

from domain.case.case import ENDED, Case
from domain.oversight.projects import Project, is_named, plain
from storage import cases, claims
from storage.database import Tx
from storage.tables import CaseRow, ProjectRow

_FIELDS = ("code", "name", "investor", "tax_code", "place", "capital", "jobs", "state")
#: projects offered for a case, and cases listed of one
MOST_OFFERED, MOST_LISTED = 3, 50


def take_over(tx: Tx, wanted: Iterable[Project]) -> tuple[int, int]:
    """Bring the list up to date with these; how many are new, and how many are changed. Twice changes nothing."""
    tx.lock("projects")
    new = changed = 0
    for each in wanted:
        known = _same(tx, each)
        if known is None:
            code = each.code or f"DA-{claims.take_number(tx, 'project'):03d}"
            values = {name: getattr(each, name) for name in _FIELDS}
            tx.add(ProjectRow, **{**values, "code": code}, plain=plain(each.name), at=tx.now)
            new += 1
        else:
            values = {name: getattr(each, name) for name in _FIELDS if name != "code"}
            if any(getattr(known, name) != value for name, value in values.items()):
                this = update(ProjectRow).where(col(ProjectRow.id) == known.id)
                tx.run(this.values(**values, plain=plain(each.name), at=tx.now))
                changed += 1
    return new, changed


def _same(tx: Tx, project: Project) -> Project | None:
    """The one of the list with its code, else with its name and investor."""
    if project.code:
        return by_code(tx, project.code)
    rows = tx.rows(select(ProjectRow).where(ProjectRow.plain == plain(project.name)))
    return next((_project(row) for row in rows if plain(row.investor) == plain(project.investor)), None)


def by_id(tx: Tx, number: int) -> Project | None:
    """The project with this number, or None."""
    row = tx.first(select(ProjectRow).where(ProjectRow.id == number))
    return _project(row) if row else None


def by_code(tx: Tx, code: str) -> Project | None:
    """The project with this code, or None."""
    row = tx.first(select(ProjectRow).where(ProjectRow.code == code))
    return _project(row) if row else None


def every_one(tx: Tx) -> list[Project]:
    """The whole list, by code."""
    return [_project(row) for row in tx.rows(select(ProjectRow).order_by(col(ProjectRow.code)))]


def likely(tx: Tx, tax_code: str, text: str) -> list[Project]:
    """Up to three that a case may belong to: its firm's own, and those the text names."""
    own = select(ProjectRow).where(ProjectRow.tax_code == tax_code).order_by(col(ProjectRow.id)).limit(MOST_OFFERED)
    found = [_project(row) for row in tx.rows(own)] if tax_code else []
    named = [each for each in every_one(tx) if is_named(each, text)]
    return list(dict.fromkeys([*named, *found]))[:MOST_OFFERED]


def obstacles(tx: Tx, project: int = 0) -> list[tuple[Project, list[Case]]]:
    """The projects with cases that have not ended, the longest waiting first, each with its cases, oldest first."""
    linked = col(CaseRow.project) == project if project else col(CaseRow.project) != 0
    live = select(CaseRow).where(linked, CaseRow.project != 0, col(CaseRow.state).not_in(sorted(ENDED)))
    found: dict[int, list[Case]] = {}
    for row in tx.rows(live.order_by(col(CaseRow.filed_at), col(CaseRow.id))):
        found.setdefault(row.project, []).append(cases.known(tx, row))
    told = [(by_id(tx, number), those) for number, those in found.items()]
    return [(known, those) for known, those in told if known is not None]


def _project(row: Any) -> Project:
    return Project(**{name: getattr(row, name) for name in _FIELDS}, id=row.id)
