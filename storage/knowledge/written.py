"""What was written into all journals, in the order of time, from any place on; what of a case others may follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select, tuple_

from domain.case.case import Matter, Move, State, Tier
from storage.cases import OURS
from storage.database import Tx
from storage.tables import CaseRow, JournalRow

#: moves of a case that others may follow; not what is noted, said or looked at
FOLLOWED = (
    *(Move.FILED, Move.ASSIGNED, Move.TRANSFERRED, Move.SUCCEEDED, Move.ACCEPTED, Move.ASKED, Move.REPLIED),
    *(Move.RESUMED, Move.ANSWERED, Move.DECLINED, Move.EXTENDED, Move.REOPENED, Move.CONFIRMED, Move.WITHDRAWN),
    *(Move.MERGED, Move.SEPARATED),
)
#: after this was written: instant, case, number in its journal
Place = tuple[datetime, int, int]
_FACTS = (CaseRow.code, CaseRow.kind, CaseRow.department, CaseRow.topic, CaseRow.tier, CaseRow.unmasked_at)


@dataclass(frozen=True, slots=True)
class Written:
    """A move of a case; nothing here names anybody. `is_open` when its business never hid."""

    place: Place
    move: Move
    code: str
    kind: Matter
    department: str
    topic: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A case as others may know it."""

    code: str
    kind: Matter
    department: str
    topic: str
    is_open: bool
    state: State
    filed_at: datetime
    deadline: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None


def after(tx: Tx, place: Place | None, until: datetime, most: int) -> list[Written]:
    """So many moves after a place (None: from the first) and before an instant, in order."""
    key: tuple[Any, ...] = (col(JournalRow.at), col(JournalRow.case_id), col(JournalRow.seq))
    columns: tuple[Any, ...] = (*key, JournalRow.move, *_FACTS)
    followed = col(JournalRow.move).in_([str(each) for each in FOLLOWED])
    wanted = (
        select(*columns).join(CaseRow, col(CaseRow.id) == col(JournalRow.case_id)).where(key[0] < until, followed, OURS)
    )
    if place is not None:
        wanted = wanted.where(tuple_(*key) > place)
    return [_written(row) for row in tx.rows(wanted.order_by(*key).limit(most))]


def _written(row: Any) -> Written:
    at, case, seq, move, *facts = row
    return Written((at, case, seq), Move(move), *_told(facts))


def _told(facts: Any) -> tuple[str, Matter, str, str, bool]:
    code, kind, department, topic, tier, unmasked_at = facts
    return code, Matter(kind), department, topic, Tier(tier) is Tier.OPEN and unmasked_at is None


def outlines(
    tx: Tx, span: tuple[datetime, datetime], about: tuple[str, bool | None], offset: int, most: int
) -> list[Outline]:
    """The cases filed within a span, the newest first; about a topic, or all (""); in hand, not, or either (None)."""
    topic, is_open = about
    filed = col(CaseRow.filed_at)
    wanted = _outline().where(filed >= span[0], filed < span[1])
    if topic:
        wanted = wanted.where(CaseRow.topic == topic, CaseRow.tier == Tier.OPEN, col(CaseRow.unmasked_at).is_(None))
    if is_open is not None:
        wanted = wanted.where(col(CaseRow.is_open) == is_open)
    rows = tx.rows(wanted.order_by(filed.desc(), col(CaseRow.code)).offset(offset).limit(most))
    return [_outlined(row) for row in rows]


def outline(tx: Tx, code: str) -> Outline | None:
    """The case with this code, or None."""
    row = tx.first(_outline().where(CaseRow.code == code))
    return _outlined(row) if row else None


def _outline() -> Any:
    times = (CaseRow.state, CaseRow.filed_at, CaseRow.deadline, CaseRow.answered_at, CaseRow.ended_at)
    columns: tuple[Any, ...] = (*_FACTS, *times)
    return select(*columns).where(OURS)


def _outlined(row: Any) -> Outline:
    *facts, state, filed_at, deadline, answered_at, ended_at = row
    return Outline(*_told(facts), State(state), filed_at, deadline, answered_at, ended_at)
