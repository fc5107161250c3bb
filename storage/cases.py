"""Cases and their journals: one way in (`keep`), a few ways out."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, and_, bindparam, or_, text, true
from sqlmodel import col, func, select

from domain.case import confidentiality
from domain.case.case import ENDED, WORKABLE, Case, Entry, Tier, is_open, is_paused
from domain.messages import ERASED
from storage.database import Tx
from storage.journal import entries as written
from storage.sealing.ring import SEALED
from storage.statements import Prepared
from storage.tables import CaseRow

#: cases the clock looks at in one transaction
BATCH = 200
#: numbers below it are given out in order, to whoever files openly
_DRAWN_FROM = 10**9
T = TypeVar("T")
_CASE = TypeAdapter(Case)
#: the fields of a case that have a column of their own; the others stand in `rest`
_COLUMNS = set(CaseRow.model_fields) - {"rest", "due_at", "is_open", "is_paused", "came_by", "is_imported", "is_held"}
#: what of these tells who filed: sealed with `rest` where the business hides
_WHOSE = ("author", "business", "tax_code")
#: what workbooks ask for without opening a case (storage/outlines.py); it tells of nobody
_OUTLINED = ("transfers", "extension_days", "promise", "accepted_at")
_ID = col(CaseRow.id)
_IS_OPEN = col(CaseRow.state).in_(sorted(WORKABLE))
_HAS_ENDED = col(CaseRow.state).in_(sorted(ENDED))

#: how journals are read stands in storage/journal
journal, journals, last_at, passed_on = written.journal, written.journals, written.last_at, written.passed_on
#: what comes from an office's list is counted apart; in the words of the index that has only these
IS_IMPORTED: ColumnElement[bool] = text("is_imported")  # type: ignore[assignment]
OURS = _ID.not_in(select(CaseRow.id).where(IS_IMPORTED))

# every move of a case runs these
_BY_ID = Prepared(select(CaseRow).where(CaseRow.id == bindparam("case")))
_BY_CODE = Prepared(select(CaseRow.id).where(CaseRow.code == bindparam("code")))
_GOES_ON = and_(*(col(CaseRow.state) != state for state in sorted(ENDED)))
# by the time, not by the number: that of a case whose author hides is drawn at random
_NEWEST = (col(CaseRow.filed_at).desc(), _ID.desc())
_AUTHOR = col(CaseRow.author)
_IS_THEIRS = or_(*(bindparam(name) == _AUTHOR for name in ("person", "hidden", "hidden_before")))
_LIVE = Prepared(select(CaseRow).where(_IS_THEIRS, _GOES_ON).order_by(*_NEWEST).limit(9))
_OWN = Prepared(select(CaseRow).where(_IS_THEIRS).order_by(*_NEWEST).limit(20))
_RAISED = Prepared(
    select(CaseRow.id)
    .where(
        CaseRow.author == bindparam("person"),
        CaseRow.business == bindparam("business"),
        CaseRow.topic == bindparam("topic"),
        CaseRow.tier == Tier.OPEN,  # what was filed openly must not lead to what was not
        col(CaseRow.unmasked_at).is_(None),
    )
    .order_by(*_NEWEST)
    .limit(1)
)


def keep(tx: Tx, case: Case, entries: Iterable[Entry]) -> None:
    """Write a case as a move left it: the row, and its new journal entries with their hashes."""
    columns = _columns(tx, case)
    for entry in entries:
        written.append(tx, entry, _masking(case, entry), sealed=hides(case))
        if entry.seq == 1:
            columns["came_by"] = _came_by(entry)
    before = tx.known.get((CaseRow, case.id))
    if before is None or hides(before) or hides(case):
        tx.put_or_change(CaseRow, **columns)
    else:  # of a row in a dozen indexes only what has changed
        was = {**_plain(before), "id": None, "rest": None}
        tx.change(CaseRow, **{name: value for name, value in columns.items() if name not in was or was[name] != value})
    tx.known[CaseRow, case.id] = case


def seal_anew(tx: Tx, row: Any) -> None:
    """The same case by the newest key."""
    case = known(tx, row)
    tx.put_or_change(CaseRow, **_columns(tx, case))


def _came_by(filing: Entry) -> str:
    """The network by which a case came, as figures count it; of an anonymous one nobody knows ("")."""
    return str(filing.facts.get("network", ""))


def _columns(tx: Tx, case: Case) -> dict[str, Any]:
    columns = _plain(case)
    columns["rest"] = _CASE.dump_python(case, mode="json", exclude=_COLUMNS)
    return columns | (_sealed(tx, case, columns) if hides(case) else {})


def _plain(case: Case) -> dict[str, Any]:
    """What the row says of a case beside `rest`, as long as nobody hides."""
    columns = {name: getattr(case, name) for name in _COLUMNS}
    columns |= {"due_at": due_at(case), "is_open": is_open(case), "is_paused": is_paused(case)}
    return columns | {"is_imported": case.imported is not None, "is_held": case.held_at is not None}


def _masking(case: Case, entry: Entry) -> Callable[[str], str] | None:
    """How words of the case's author are masked; of an anonymous one nothing else is ever known."""
    if case.tier is Tier.ANONYMOUS:
        return None
    return lambda said: confidentiality.without_author(case, said, entry.actor.name)


def hides(case: Case) -> bool:
    """True for a case that was filed by somebody who hides: also while its business is named for some days."""
    return case.tier is Tier.HIDDEN or case.unmasked_at is not None


def _sealed(tx: Tx, case: Case, columns: dict[str, Any]) -> dict[str, Any]:
    """What stands in the columns instead: all that the case says under one seal, and what can only be compared."""
    whose = {name: columns[name] for name in _WHOSE}
    outline = {name: columns["rest"][name] for name in _OUTLINED}
    return {
        "author": tx.ring.number("author", case.author) if case.author else 0,
        "business": tx.ring.number("business", case.business) if case.business else 0,
        "tax_code": tx.ring.tag("tax code", case.tax_code) if case.tax_code != ERASED else ERASED,
        "rest": {**outline, SEALED: tx.ring.seal({**columns["rest"], **whose}, "cases", case.id, "rest")},
    }


def due_at(case: Case) -> datetime | None:
    """When the clock has next to look at the case (UTC); None for never."""
    return case.agenda[0][0] if case.agenda else None


def is_drawn(number: int) -> bool:
    """True for the number of a case whose author hides, or is not known: it was drawn."""
    return number >= _DRAWN_FROM


def draw_number(tx: Tx) -> int:
    """A free number for the case of somebody who hides: drawn at random, it stands beside no other."""
    return _draw(lambda: secrets.randbelow(_DRAWN_FROM) + _DRAWN_FROM, lambda number: look(tx, number))


def draw_code(tx: Tx, begins: str) -> str:
    """A free code for such a case, of seven figures: it tells neither how many there are nor when it was filed."""
    return _draw(lambda: f"{begins}{secrets.randbelow(9_000_000) + 1_000_000}", lambda code: by_code(tx, code))


def _draw(draw: Callable[[], T], known: Callable[[T], object]) -> T:
    while known(drawn := draw()):
        pass
    return drawn


def load(tx: Tx, case: int) -> Case | None:
    """The case with this id, locked to the end of the transaction, or None."""
    if (CaseRow, case) in tx.known:  # locked by this transaction: nobody else can have changed it
        return tx.known[CaseRow, case]  # type: ignore[no-any-return]
    # the lock comes before the look: what another process decided meanwhile must be seen, or it would be overwritten
    tx.lock(f"case:{case}")
    found = tx.known[CaseRow, case] = look(tx, case)
    return found


def look(tx: Tx, case: int) -> Case | None:
    """The case with this id as it is now, to read only, or None."""
    row = tx.first(_BY_ID, case=case)
    return known(tx, row) if row else None


def look_at(tx: Tx, numbers: Sequence[int]) -> list[Case]:
    """Those of these cases that there are, by number, to read only."""
    return [known(tx, row) for row in tx.rows(select(CaseRow).where(_ID.in_(numbers)).order_by(_ID))]


def named(tx: Tx, code: str) -> Case | None:
    """The case with this code as it is now, to read only, or None."""
    row = tx.first(_BY_CODE, code=code)
    return look(tx, row.id) if row else None


def by_code(tx: Tx, code: str) -> Case | None:
    """The case with this code (upper case, without #), or None."""
    number = number_of(tx, code)
    return load(tx, number) if number else None


def number_of(tx: Tx, code: str) -> int:
    """The id of the case with this code (upper case, without #), or 0."""
    row = tx.first(_BY_CODE, code=code)
    return int(row.id) if row else 0


def followers(tx: Tx, case: int) -> list[Case]:
    """The cases merged into this one, oldest first."""
    return [known(tx, row) for row in tx.rows(select(CaseRow).where(CaseRow.merged_into == case).order_by(_ID))]


def is_theirs(tx: Tx, person: int) -> ColumnElement[bool]:
    """A condition on cases: they are this person's, filed openly or not."""
    return col(CaseRow.author).in_((person, *tx.ring.numbers("author", person)))


def of_author(tx: Tx, person: int) -> list[Case]:
    """The person's newest twenty cases; what was filed anonymously is nobody's."""
    return _of(tx, _OWN, person)


def live_of_author(tx: Tx, person: int) -> list[Case]:
    """The person's newest nine cases that have not ended; what was filed anonymously is nobody's."""
    return _of(tx, _LIVE, person)


def _of(tx: Tx, whose: Prepared, person: int) -> list[Case]:
    if not person:
        return []
    hidden, before = tx.ring.numbers("author", person)
    return [known(tx, row) for row in tx.rows(whose, person=person, hidden=hidden, hidden_before=before)]


def raised_before(tx: Tx, person: int, business: int, topic: str) -> int:
    """The newest case this person filed openly for this business about this topic; 0 for none, or one not known."""
    row = tx.first(_RAISED, person=person, business=business, topic=topic) if person and topic else None
    return row.id if row else 0


def due(tx: Tx, now: datetime) -> list[int]:
    """The ids of up to a batch of cases the clock has to look at, the longest due first."""
    due_at = col(CaseRow.due_at)
    return [row.id for row in tx.rows(select(CaseRow.id).where(due_at <= now).order_by(due_at).limit(BATCH))]


def overdue(tx: Tx, now: datetime, department: str = "") -> list[Case]:
    """Up to fifty open cases past their deadline, the oldest first; of one department, or of all ("")."""
    late = select(CaseRow).where(_is_overdue(now, department)).order_by(col(CaseRow.deadline)).limit(50)
    return [known(tx, row) for row in tx.rows(late)]


def count_overdue(tx: Tx, now: datetime, department: str = "") -> int:
    """How many open cases are past their deadline; of one department, or of all ("")."""
    return int(tx.first(select(func.count()).where(_is_overdue(now, department)))[0])


def _is_overdue(now: datetime, department: str) -> ColumnElement[bool]:
    """As `is_overdue` of the domain: a question asked before the deadline stops the clock, a later one does not."""
    deadline, asked_at = col(CaseRow.deadline), col(CaseRow.asked_at)
    of_department = col(CaseRow.department) == department if department else true()
    return and_(_IS_OPEN, deadline < now, or_(asked_at.is_(None), asked_at > deadline), of_department, OURS)


def alive(
    tx: Tx, start: datetime, end: datetime, most: int | None = None, among: ColumnElement[bool] = OURS
) -> list[int]:
    """The ids, in order, of the cases filed before `end` that had not ended for good before `start`; or `most` of them.

    Those of whom a hidden author was named since then are among them; `among` our own, unless others are asked for.
    """
    filed, ended, named = col(CaseRow.filed_at), col(CaseRow.ended_at), col(CaseRow.unmasked_at)
    found: set[int] = set()
    # one by one, each by its own index: asked with "or", a database reads every case there is
    for lived in (ended.is_(None), ended >= start, named >= start):
        found.update(row[0] for row in tx.rows(select(_ID).where(lived, filed < end, among).limit(most)))
    return sorted(found)


def first_filed(tx: Tx) -> datetime | None:
    """When the first case was filed; None before there is one."""
    filed = col(CaseRow.filed_at)
    row = tx.first(select(filed).where(OURS).order_by(filed).limit(1))
    return row[0] if row else None


def named_before(tx: Tx, instant: datetime) -> list[int]:
    """The ids of cases whose business was named before an instant, and is named still."""
    named = select(CaseRow.id).where(CaseRow.tier == Tier.OPEN, col(CaseRow.unmasked_at) <= instant)
    return [row.id for row in tx.rows(named.order_by(_ID))]


def any_before(tx: Tx, instant: datetime) -> bool:
    """True when a case was filed before this instant."""
    return tx.first(select(CaseRow.id).where(col(CaseRow.filed_at) < instant, OURS).limit(1)) is not None


def live_of_department(tx: Tx, department: str) -> list[Case]:
    """Up to 200 cases of a department that have not ended."""
    live = select(CaseRow).where(CaseRow.department == department, ~_HAS_ENDED).order_by(_ID).limit(200)
    return [known(tx, row) for row in tx.rows(live)]


def open_after(tx: Tx, case: int) -> list[Case]:
    """The next 500 open cases with an id above this one, also of those our clock does not look at."""
    return [known(tx, row) for row in tx.rows(select(CaseRow).where(case < _ID, _IS_OPEN).order_by(_ID).limit(500))]


def ids_after(tx: Tx, case: int) -> list[int]:
    """The next 500 case ids above this one."""
    return [row.id for row in tx.rows(select(CaseRow.id).where(case < _ID).order_by(_ID).limit(500))]


def known(tx: Tx, row: Any) -> Case:
    """The case a whole row holds; raises LostKey or NotAsSealed for one that stays shut."""
    columns = {name: getattr(row, name) for name in _COLUMNS}
    return _CASE.validate_python({**columns, **opened(tx, row.id, row.rest)})


def opened(tx: Tx, case: int, rest: dict[str, Any]) -> dict[str, Any]:
    """What the column `rest` of a case says; raises as `known`."""
    return tx.ring.opened(rest[SEALED], "cases", case, "rest") if SEALED in rest else rest
