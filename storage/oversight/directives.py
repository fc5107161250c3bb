"""Directives with their entries: drafts, those given, and what the clock has to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import and_, or_
from sqlmodel import col, delete, select, update

from domain.case.case import Actor, Role
from domain.oversight.directives import OPEN, Directive, Entry, Standing, Step, Taken, replay
from storage import claims
from storage.cases import is_drawn
from storage.database import Tx
from storage.sealing.ring import SEALED
from storage.tables import DirectiveEntry, DirectiveRow

#: directives the clock looks at in one transaction
BATCH = 200
_ONE = TypeAdapter(Directive)
#: field → its column; the others stand in `rest`
_COLUMNS = {each: each for each in ("id", "code", "department", "standing", "given_at", "ended_at")}
_COLUMNS["case"] = "case_id"
_IS_OPEN = col(DirectiveRow.standing).in_(sorted(OPEN))


def draft(tx: Tx, new: Directive) -> Directive:
    """Keep what somebody wants done, before it counts, under a number of its own."""
    drafted = replace(new, id=tx.add(DirectiveRow, **{**_row(tx, new), "rest": {}}))
    change_draft(tx, drafted)  # what is sealed is sealed for its number
    return drafted


def change_draft(tx: Tx, changed: Directive) -> None:
    """What is known of a draft by now; it must not have been given."""
    tx.put_or_change(DirectiveRow, **_row(tx, changed))


def drop(tx: Tx, number: int) -> None:
    """Forget a draft."""
    this = delete(DirectiveRow).where(col(DirectiveRow.id) == number)
    tx.run(this.where(col(DirectiveRow.standing) == str(Standing.DRAFT)))


def take_code(tx: Tx, year: int) -> str:
    """The next code of a year, such as CD26-003."""
    return f"CD{year % 100:02d}-{claims.take_number(tx, f'directive-{year}'):03d}"


def keep(tx: Tx, taken: Taken) -> None:
    """Write a step that was taken: the row as it leaves it, and its entry."""
    entry = taken.entry
    tx.put(
        DirectiveEntry,
        directive_id=entry.directive,
        seq=entry.seq,
        at=entry.at,
        role=entry.actor.role,
        person=entry.actor.person,
        name=entry.actor.name,
        department=entry.actor.department,
        step=entry.step,
        facts=_sealed_facts(tx, entry, taken.directive.case),
    )
    tx.put_or_change(DirectiveRow, **_row(tx, taken.directive))


def load(tx: Tx, number: int) -> Directive | None:
    """The directive with this number, locked to the end of the transaction, or None."""
    tx.lock(f"directive:{number}")
    row = tx.first(select(DirectiveRow).where(DirectiveRow.id == number))
    return _known(tx, row) if row else None


def by_code(tx: Tx, code: str) -> Directive | None:
    """The directive with this code (upper case, without #), or None."""
    row = tx.first(select(DirectiveRow.id).where(DirectiveRow.code == code))
    return load(tx, row.id) if row else None


def all_open(tx: Tx, department: str = "") -> list[Directive]:
    """Up to 200 directives that are neither done nor cancelled, the first due first; of one department, or of all."""
    wanted = select(DirectiveRow).where(_IS_OPEN)
    if department:
        wanted = wanted.where(DirectiveRow.department == department)
    found = [_known(tx, row) for row in tx.rows(wanted.order_by(col(DirectiveRow.id)).limit(200))]
    return sorted(found, key=lambda each: (each.due or tx.now, each.id))


def of_case(tx: Tx, case: int) -> list[Directive]:
    """The directives given on a case, the oldest first."""
    here = select(DirectiveRow).where(DirectiveRow.case_id == case, DirectiveRow.standing != str(Standing.DRAFT))
    return [_known(tx, row) for row in tx.rows(here.order_by(col(DirectiveRow.id)))]


def due(tx: Tx, now: datetime) -> list[int]:
    """The numbers of up to a batch of directives the clock has to look at, the longest due first."""
    at = col(DirectiveRow.due_at)
    return [row.id for row in tx.rows(select(DirectiveRow.id).where(at <= now).order_by(at).limit(BATCH))]


def alive(tx: Tx, start: datetime, end: datetime) -> list[Directive]:
    """Those that were open at any moment of [start, end), each as it stood at its end, by code."""
    given, ended = col(DirectiveRow.given_at), col(DirectiveRow.ended_at)
    lived = and_(given < end, or_(ended.is_(None), ended >= start))
    rows = tx.rows(select(DirectiveRow).where(lived).order_by(col(DirectiveRow.code)))
    told = _entries(tx, [row.id for row in rows], end)
    return [replay(_known(tx, row), told.get(row.id, [])) for row in rows]


def entries(tx: Tx, number: int) -> list[Entry]:
    """What happened to a directive, the oldest first."""
    rows = tx.rows(
        select(DirectiveEntry).where(DirectiveEntry.directive_id == number).order_by(col(DirectiveEntry.seq))
    )
    return [_entry(tx, row) for row in rows]


def _entries(tx: Tx, numbers: Iterable[int], until: datetime) -> dict[int, list[Entry]]:
    wanted = select(DirectiveEntry).where(
        col(DirectiveEntry.directive_id).in_(list(numbers)), col(DirectiveEntry.at) < until
    )
    found: dict[int, list[Entry]] = {}
    for row in tx.rows(wanted.order_by(col(DirectiveEntry.directive_id), col(DirectiveEntry.seq))):
        found.setdefault(row.directive_id, []).append(_entry(tx, row))
    return found


def seal_anew(tx: Tx, row: Any) -> None:
    """The same directive by the newest key."""
    tx.put_or_change(DirectiveRow, **_row(tx, _known(tx, row)))


def seal_entry_anew(tx: Tx, row: Any) -> None:
    """The same entry, of a directive on a case whose business hides, by the newest key."""
    facts = {SEALED: tx.ring.seal(_entry(tx, row).facts, "directive_entries", row.directive_id, row.seq)}
    this = (col(DirectiveEntry.directive_id) == row.directive_id, col(DirectiveEntry.seq) == row.seq)
    tx.run(update(DirectiveEntry).where(*this).values(facts=facts))


def _sealed_facts(tx: Tx, entry: Entry, case: int) -> dict[str, Any]:
    """What a leader or an officer writes of a case whose business hides may name it."""
    if not is_drawn(case):
        return entry.facts
    return {SEALED: tx.ring.seal(entry.facts, "directive_entries", entry.directive, entry.seq)}


def _row(tx: Tx, directive: Directive) -> dict[str, Any]:
    columns = {column: getattr(directive, name) for name, column in _COLUMNS.items() if name != "id" or directive.id}
    next_look = directive.agenda[0][0] if directive.agenda else None
    rest = _ONE.dump_python(directive, mode="json", exclude=set(_COLUMNS))
    if is_drawn(directive.case):
        rest = {SEALED: tx.ring.seal(rest, "directives", directive.id)}
    return {**columns, "due_at": next_look, "rest": rest}


def _known(tx: Tx, row: Any) -> Directive:
    rest = tx.ring.opened(row.rest[SEALED], "directives", row.id) if SEALED in row.rest else row.rest
    return _ONE.validate_python({**rest, **{name: getattr(row, column) for name, column in _COLUMNS.items()}})


def _entry(tx: Tx, row: Any) -> Entry:
    actor = Actor(Role(row.role), row.person, row.name, row.department)
    facts = row.facts
    if SEALED in facts:
        facts = tx.ring.opened(facts[SEALED], "directive_entries", row.directive_id, row.seq)
    return Entry(row.directive_id, row.seq, row.at, actor, Step(row.step), facts)
