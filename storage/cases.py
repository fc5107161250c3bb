"""Cases and their journals: one way in (`keep`), a few ways out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select

from domain.case.case import (
    ENDED,
    WORKABLE,
    Actor,
    Case,
    Entry,
    Matter,
    Move,
    Outcome,
    Part,
    Proposal,
    Role,
    State,
    Tier,
    plain,
)
from domain.case.journal import START, link
from domain.deadline.promises import Promise, read_agenda
from storage.database import Tx
from storage.statements import Statement, one_of, put, put_or_change, table
from storage.tables import CaseRow, JournalRow

_CASES = table(CaseRow)
_JOURNAL = table(JournalRow)
_FIELDS = tuple(field.name for field in fields(Case))
_OPEN = sorted(str(state) for state in WORKABLE)
_ENDED = sorted(str(state) for state in ENDED)

_SAVE = put_or_change(CaseRow, *_FIELDS, "due_at")
_WRITE = put(JournalRow, "case_id", "seq", "at", "role", "person", "name", "department", "move", "facts", "hash")
_HEAD = Statement(
    select(_JOURNAL.c.hash).where(_JOURNAL.c.case_id == bindparam("case"), _JOURNAL.c.seq == bindparam("number"))
)
_BY_ID = Statement(select(_CASES).where(_CASES.c.id == bindparam("case")))
_BY_CODE = Statement(select(_CASES).where(_CASES.c.code == bindparam("case_code")))
_FOLLOWERS = Statement(select(_CASES).where(_CASES.c.merged_into == bindparam("lead")).order_by(_CASES.c.id))
_ENTRIES = Statement(select(_JOURNAL).where(_JOURNAL.c.case_id == bindparam("case")).order_by(_JOURNAL.c.seq))
_OF_AUTHOR = Statement(
    select(_CASES).where(_CASES.c.author == bindparam("person")).order_by(_CASES.c.id.desc()).limit(20)
)
_LIVE_OF_AUTHOR = Statement(
    select(_CASES)
    .where(_CASES.c.author == bindparam("person"), ~one_of(_CASES.c.state, _ENDED))
    .order_by(_CASES.c.id.desc())
    .limit(9)
)
#: cases the clock looks at in one transaction
BATCH = 200
_DUE = Statement(
    select(_CASES.c.id).where(_CASES.c.due_at <= bindparam("instant")).order_by(_CASES.c.due_at).limit(BATCH)
)
_IS_OVERDUE = (
    one_of(_CASES.c.state, _OPEN),
    _CASES.c.deadline < bindparam("instant"),
    or_(_CASES.c.asked_at.is_(None), _CASES.c.asked_at > _CASES.c.deadline),
    or_(_CASES.c.department == bindparam("of_department"), bindparam("of_department2") == ""),
)
_OVERDUE = Statement(select(_CASES).where(*_IS_OVERDUE).order_by(_CASES.c.deadline).limit(50))
_COUNT_OVERDUE = Statement(select(func.count().label("many")).select_from(_CASES).where(*_IS_OVERDUE))
_OF_PERIOD = Statement(
    select(_CASES).where(
        or_(
            _CASES.c.filed_at >= bindparam("start"),
            _CASES.c.ended_at >= bindparam("start2"),
            _CASES.c.answered_at >= bindparam("start3"),
            _CASES.c.reopened_at >= bindparam("start4"),
            _CASES.c.unmasked_at >= bindparam("start5"),
            one_of(_CASES.c.state, _OPEN),
        )
    )
)
_BEFORE = Statement(select(_CASES.c.id).where(_CASES.c.filed_at < bindparam("instant")).limit(1))
_IDS = Statement(select(_CASES.c.id).where(_CASES.c.id > bindparam("after")).order_by(_CASES.c.id).limit(500))
_LIVE_OF_DEPARTMENT = Statement(
    select(_CASES)
    .where(_CASES.c.department == bindparam("of_department"), ~one_of(_CASES.c.state, _ENDED))
    .order_by(_CASES.c.id)
    .limit(200)
)
_OPEN_AFTER = Statement(
    select(_CASES)
    .where(_CASES.c.id > bindparam("after"), one_of(_CASES.c.state, _OPEN))
    .order_by(_CASES.c.id)
    .limit(500)
)


def keep(tx: Tx, case: Case, entries: Iterable[Entry]) -> None:
    """Write a case as a move left it: the row, and its new journal entries with their hashes."""
    for entry in entries:
        _append(tx, entry)
    values = {name: getattr(case, name) for name in _FIELDS}
    values["pauses"] = [[start.isoformat(), end.isoformat()] for start, end in case.pauses]
    values["files"] = list(case.files)
    values["promise"] = case.promise.plain()
    values["agenda"] = plain(case.agenda)
    values["why"] = dict(case.why)
    values["proposal"] = case.proposal.plain() if case.proposal else []
    values["parts"] = [part.plain() for part in case.parts]
    values["together"] = list(case.together)
    values["accused"] = list(case.accused)
    tx.run(_SAVE, **values, due_at=due_at(case))


def due_at(case: Case) -> datetime | None:
    """When the clock has next to look at the case (UTC); None for never."""
    return case.agenda[0][0] if case.agenda else None


def _append(tx: Tx, entry: Entry) -> None:
    head = tx.first(_HEAD, case=entry.case, number=entry.seq - 1)
    actor = entry.actor
    tx.run(
        _WRITE,
        case_id=entry.case,
        seq=entry.seq,
        at=entry.at,
        role=actor.role,
        person=actor.person,
        name=actor.name,
        department=actor.department,
        move=entry.move,
        facts=entry.facts,
        hash=link(head.hash if head else START, entry),
    )


def load(tx: Tx, case: int) -> Case | None:
    """The case with this id, locked to the end of the transaction, or None."""
    tx.lock(f"case:{case}")
    return _case(tx.first(_BY_ID, case=case))


def look(tx: Tx, case: int) -> Case | None:
    """The case with this id as it is now, to read only, or None."""
    return _case(tx.first(_BY_ID, case=case))


def by_code(tx: Tx, code: str) -> Case | None:
    """The case with this code (upper case, without #), or None."""
    row = tx.first(_BY_CODE, case_code=code)
    return load(tx, row.id) if row else None


def journal(tx: Tx, case: int) -> list[tuple[Entry, str]]:
    """Every entry of the case with its hash, oldest first."""
    return [(_entry(row), row.hash) for row in tx.rows(_ENTRIES, case=case)]


def followers(tx: Tx, lead: int) -> list[Case]:
    """The cases merged into this one."""
    return [_known(row) for row in tx.rows(_FOLLOWERS, lead=lead)]


def of_author(tx: Tx, person: int) -> list[Case]:
    """The person's newest twenty cases; what was filed anonymously is nobody's."""
    return [] if not person else [_known(row) for row in tx.rows(_OF_AUTHOR, person=person)]


def live_of_author(tx: Tx, person: int) -> list[Case]:
    """The person's newest nine cases that have not ended; what was filed anonymously is nobody's."""
    return [] if not person else [_known(row) for row in tx.rows(_LIVE_OF_AUTHOR, person=person)]


def due(tx: Tx, now: datetime) -> list[int]:
    """The ids of up to a batch of cases the clock has to look at, the longest due first."""
    return [row.id for row in tx.rows(_DUE, instant=now)]


def overdue(tx: Tx, now: datetime, department: str = "") -> list[Case]:
    """Up to fifty open cases past their deadline, the oldest first; of one department, or of all ("")."""
    rows = tx.rows(_OVERDUE, instant=now, of_department=department, of_department2=department)
    return [_known(row) for row in rows]


def count_overdue(tx: Tx, now: datetime, department: str = "") -> int:
    """How many open cases are past their deadline; of one department, or of all ("")."""
    row = tx.first(_COUNT_OVERDUE, instant=now, of_department=department, of_department2=department)
    return int(row.many) if row else 0


def of_period(tx: Tx, start: datetime) -> list[Case]:
    """Every case that is open, or was filed, answered, reopened, unmasked or ended since `start`."""
    since = {"start": start, "start2": start, "start3": start, "start4": start, "start5": start}
    return [_known(row) for row in tx.rows(_OF_PERIOD, **since)]


def any_before(tx: Tx, instant: datetime) -> bool:
    """True when a case was filed before this instant."""
    return tx.first(_BEFORE, instant=instant) is not None


def live_of_department(tx: Tx, department: str) -> list[Case]:
    """Up to 200 cases of a department that have not ended."""
    return [_known(row) for row in tx.rows(_LIVE_OF_DEPARTMENT, of_department=department)]


def open_after(tx: Tx, case: int) -> list[Case]:
    """The next 500 open cases with an id above this one."""
    return [_known(row) for row in tx.rows(_OPEN_AFTER, after=case)]


def ids_after(tx: Tx, case: int) -> list[int]:
    """The next 500 case ids above this one."""
    return [row.id for row in tx.rows(_IDS, after=case)]


def _case(row: Any) -> Case | None:
    return None if row is None else _known(row)


def _known(row: Any) -> Case:
    values = {name: getattr(row, name) for name in _FIELDS}
    values["kind"] = Matter(row.kind)
    values["tier"] = Tier(row.tier)
    values["state"] = State(row.state)
    values["outcome"] = Outcome(row.outcome) if row.outcome else None
    values["files"] = tuple(row.files)
    values["pauses"] = tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in row.pauses)
    values["promise"] = Promise.read(row.promise)
    values["agenda"] = read_agenda(row.agenda)
    values["proposal"] = Proposal(*row.proposal) if row.proposal else None
    values["parts"] = tuple(Part.read(part) for part in row.parts)
    values["together"] = tuple(row.together)
    values["accused"] = tuple(row.accused)
    values["reached"] = bool(row.reached)
    return Case(**values)


def _entry(row: Any) -> Entry:
    actor = Actor(Role(row.role), row.person, row.name, row.department)
    return Entry(row.case_id, row.seq, row.at, actor, Move(row.move), row.facts)
