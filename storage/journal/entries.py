"""A journal's entries: one way to write them (`append`), and the ways to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import bindparam, text
from sqlmodel import col, func, select, update

from domain.case import apart
from domain.case.apart import Parts
from domain.case.case import Actor, Case, Entry, Move, Role
from domain.case.journal import START, Line, link
from storage.database import Tx
from storage.sealing.ring import is_sealed
from storage.statements import Prepared
from storage.tables import JournalRow

_ROLES = {str(role): role for role in Role}
_MOVES = {str(move): move for move in Move}
PARTS = ("identity", "words")
_OF_CASE = JournalRow.case_id == bindparam("case")
_LAST_AT = Prepared(select(JournalRow.at).where(_OF_CASE, JournalRow.seq == bindparam("number")))
_HEAD = Prepared(select(JournalRow.hash, JournalRow.day).where(_OF_CASE, JournalRow.seq == bindparam("number")))
_ALL = Prepared(select(JournalRow).where(_OF_CASE).order_by(col(JournalRow.seq)))
_KEY: tuple[Any, ...] = (JournalRow.case_id, JournalRow.seq)
_WRITTEN: tuple[Any, ...] = (
    *(JournalRow.case_id, JournalRow.seq, JournalRow.at, JournalRow.role, JournalRow.department),
    *(JournalRow.move, JournalRow.facts, JournalRow.identity, JournalRow.words),
)


def append(tx: Tx, entry: Entry, masked: Callable[[str], str] | None, *, sealed: bool = False) -> None:
    """Write the entry at the end of its journal; `masked` as in `apart.parted`.

    With `sealed` only the key opens who is meant and what was said; the chain is the same.
    """
    parts = apart.parted(entry, masked)
    identity, words = apart.kept(parts.identity), apart.kept(parts.words)
    sworn = (apart.commitment(identity), apart.commitment(words))
    actor = entry.actor
    line = Line(entry.case, entry.seq, entry.at, actor.role, actor.department, entry.move, parts.facts, *sworn)
    head = tx.first(_HEAD, case=entry.case, number=entry.seq - 1)
    tx.put(
        JournalRow,
        case_id=entry.case,
        seq=entry.seq,
        at=entry.at,
        role=actor.role,
        department=actor.department,
        move=entry.move,
        facts=parts.facts,
        identity=_sealed(tx, entry, "identity", identity) if sealed else identity,
        words=_sealed(tx, entry, "words", words) if sealed else words,
        identity_commitment=sworn[0],
        words_commitment=sworn[1],
        hash=link(head.hash if head else START, line),
        day=max(tx.now.toordinal(), head.day if head else 0),
    )


def _sealed(tx: Tx, entry: Entry, part: str, text: str) -> str:
    return tx.ring.seal_text(text, "journal", entry.case, entry.seq, part)


def seal_anew(tx: Tx, row: Any) -> None:
    """The same entry, of a case whose business hides, by the newest key; what is erased stays as it is."""
    place = ("journal", row.case_id, row.seq)
    anew = {}
    for part in PARTS:
        text = tx.ring.open_text(getattr(row, part), *place, part)
        anew[part] = text if apart.is_erased(text) else tx.ring.seal_text(text, *place, part)
    this = (col(JournalRow.case_id) == row.case_id, col(JournalRow.seq) == row.seq)
    tx.run(update(JournalRow).where(*this).values(anew))


def rows(tx: Tx, case: int) -> list[Any]:
    """A journal as it was written, oldest first; raises LostKey or NotAsSealed for one that stays shut."""
    return [_as_written(tx, row) for row in tx.rows(_ALL, case=case)]


def _as_written(tx: Tx, row: Any) -> Any:
    """The row itself, or one like it whose parts are opened."""
    if not is_sealed(row.identity) and not is_sealed(row.words):
        return row
    opened = dict(zip(PARTS, _opened(tx, row.case_id, row.seq, row), strict=True))
    return SimpleNamespace(**{**row._asdict(), **opened})


def _opened(tx: Tx, case: int, seq: int, row: Any) -> tuple[str, str]:
    """Who is meant and what was said, as it was written."""
    place = ("journal", case, seq)
    return tx.ring.open_text(row.identity, *place, PARTS[0]), tx.ring.open_text(row.words, *place, PARTS[1])


def rows_of(tx: Tx, numbers: Sequence[int]) -> dict[int, list[Any]]:
    """The journals of these cases as they were written; those that have none are not among them."""
    found: dict[int, list[Any]] = {}
    for row in tx.rows(select(*JournalRow.__table__.c).where(col(JournalRow.case_id).in_(numbers)).order_by(*_KEY)):  # type: ignore[attr-defined]
        found.setdefault(row.case_id, []).append(_as_written(tx, row))
    return found


def entry_of(row: Any) -> Entry:
    """The whole entry a row holds; what is erased of it reads ERASED, and nobody's number is 0."""
    return _entry(row.case_id, row.seq, row.at, row.role, row.department, row.move, row.facts, row.identity, row.words)


def line_of(row: Any) -> Line:
    """What the chain covers of a row."""
    sworn = (row.identity_commitment, row.words_commitment)
    return Line(row.case_id, row.seq, row.at, row.role, row.department, row.move, row.facts, *sworn)


def _entry(  # noqa: PLR0913  the columns of a row
    case: int,
    seq: int,
    at: datetime,
    role: str,
    department: str,
    move: str,
    facts: dict[str, Any],
    identity: str,
    words: str,
) -> Entry:
    actor = Actor(_ROLES[role], department=department)
    actor, told = apart.joined(actor, Parts(facts, apart.read(identity), apart.read(words)))
    return Entry(case, seq, at, actor, _MOVES[move], told)


def journal(tx: Tx, case: int) -> list[tuple[Entry, str]]:
    """Every entry of the case with its hash, oldest first."""
    return [(entry_of(row), row.hash) for row in rows(tx, case)]


def journals(tx: Tx, numbers: Iterable[int], until: datetime) -> dict[int, list[Entry]]:
    """The entries before an instant of each of these cases that has any, oldest first."""
    wanted = select(*_WRITTEN).where(col(JournalRow.case_id).in_(list(numbers)), col(JournalRow.at) < until)
    found: dict[int, list[Entry]] = {}
    # column by column, not by name: what reports count is made of millions of these
    for row in tx.rows(wanted.order_by(*_WRITTEN[:2])):
        found.setdefault(row[0], []).append(_entry(*(*row[:-2], *_opened(tx, row[0], row[1], row))))
    return found


def last_at(tx: Tx, case: Case) -> datetime:
    """When the case was last moved."""
    row = tx.first(_LAST_AT, case=case.id, number=case.seq)
    return row.at if row else case.filed_at


def passed_on(tx: Tx, start: datetime, end: datetime) -> dict[str, int]:
    """How often each department ("" the task group) passed a case on in [start, end)."""
    at, department = col(JournalRow.at), col(JournalRow.department)
    moved = text("move = 'transferred'")  # in the words of the index that has only these
    counts = select(department, func.count()).where(moved, at >= start, at < end).group_by(department)
    return {row[0]: int(row[1]) for row in tx.rows(counts)}
