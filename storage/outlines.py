"""Cases in outline, for lists of very many: their dates and counts, without words, people and agenda.

A whole row takes its JSON apart, which for a hundred thousand of them is most of the time a workbook takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col, select

from domain.case.case import Case, Matter, Outcome, State
from domain.deadline.promises import Promise
from domain.province.catalogue import PromisedStep, Unit
from storage.database import Tx
from storage.tables import CaseRow, JournalRow


class _InRest(FunctionElement[Any]):
    """A value of the `rest` of a row, by its path (`promise.unit`), as text."""

    inherit_cache = True
    type = Text()


@compiles(_InRest, "sqlite")
def _in_sqlite(element: _InRest, compiler: SQLCompiler, **given: Any) -> str:
    return f"json_extract(cases.rest, '$.' || {compiler.process(element.clauses, **given)})"


@compiles(_InRest, "postgresql")
def _in_postgresql(element: _InRest, compiler: SQLCompiler, **given: Any) -> str:
    return f"cast(cases.rest as json) #>> string_to_array({compiler.process(element.clauses, **given)}, '.')"


_ID = col(CaseRow.id)
_DATES = ("filed_at", "deadline", "asked_at", "answered_at", "reopened_at", "ended_at")
_PLAIN = ("id", "code", "department", "topic", "accepted_by", "reopenings", *_DATES)
_COUNTED = ("transfers", "extension_days")
_COLUMNS: tuple[Any, ...] = (
    *(getattr(CaseRow, name) for name in _PLAIN),
    *(_InRest(name).cast(Integer) for name in _COUNTED),
    *(CaseRow.kind, CaseRow.state, CaseRow.outcome, _InRest("promise.unit"), _InRest("accepted_at")),
)
_NAMES = (*_PLAIN, *_COUNTED, "kind", "state", "outcome", "promise", "accepted_at")
_PROMISES = {str(unit): Promise(PromisedStep.RESOLVE, 0, unit) for unit in Unit}
_KINDS = {str(kind): kind for kind in Matter}
_STATES = {str(state): state for state in State}
_OUTCOMES: dict[str | None, Outcome | None] = {None: None, **{str(each): each for each in Outcome}}


def unmoved(tx: Tx, numbers: Sequence[int], since: datetime) -> dict[int, Case]:
    """Those of these cases of which nothing was written at or after an instant, in outline."""
    written = select(JournalRow.case_id).where(col(JournalRow.case_id).in_(numbers), col(JournalRow.at) >= since)
    moved = {row[0] for row in tx.rows(written.distinct())}
    wanted = select(*_COLUMNS).where(_ID.in_([number for number in numbers if number not in moved]))
    return {row[0]: _outline(*row) for row in tx.rows(wanted)}


def _outline(*values: Any) -> Case:
    """A row's columns in their order: asked for by name they take as long again."""
    *plain, kind, state, outcome, unit, accepted_at = values
    accepted = datetime.fromisoformat(accepted_at) if accepted_at else None
    case = object.__new__(Case)  # what a list does not show is not there: to ask for it raises AttributeError
    known = (*plain, _KINDS[kind], _STATES[state], _OUTCOMES[outcome], _PROMISES[unit], accepted)
    for name, value in zip(_NAMES, known, strict=True):
        object.__setattr__(case, name, value)
    return case
