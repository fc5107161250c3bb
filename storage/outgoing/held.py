"""What groups are to read of an anonymous case, held back a while, so that when it comes tells not when it was sent.

It leaves at the quarters of an hour, cases in any order; nothing of it stays here afterwards.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlmodel import col, delete, func, select, update

from domain.messages import Audience, Chat, Network, Notice, To
from storage.database import Tx
from storage.outgoing.notices import decode, encode
from storage.tables import CaseRow, HeldNotice

#: seconds from one moment at which what is held leaves to the next: so it comes in small batches
_MARKS = 900
#: the numbers of what is held of a case that has arrived already begin above it
_LATER = 1000
_NOWHERE = Chat(Network.CLOCK, "")


@dataclass(frozen=True, slots=True)
class Held:
    """A notice about a case that waits."""

    case: int
    notice: Notice


def keep(tx: Tx, case: int, notice: Notice, due: datetime | None) -> None:
    """Hold a notice for a group until then; None: the case has just been filed, and it is said later when."""
    last = tx.first(select(func.max(col(HeldNotice.number)).label("number")).where(HeldNotice.case_id == case))
    begins = _LATER if due else 0
    tx.put(
        HeldNotice,
        case_id=case,
        number=(last.number or begins) + 1,
        audience=notice.to.audience,
        department=notice.to.department,
        due_at=due,
        notice=encode(notice),
    )


def has_come(tx: Tx, case: int) -> bool:
    """False for a case whose first card is held: nobody in government knows of it yet."""
    first = select(HeldNotice.case_id).where(HeldNotice.case_id == case, col(HeldNotice.number) <= _LATER)
    return tx.first(first.limit(1)) is None


def has_arrived() -> ColumnElement[bool]:
    """A condition on cases: their first card is not held, so that no list and no count tells of one before it comes."""
    first = exists().where(col(HeldNotice.case_id) == col(CaseRow.id), col(HeldNotice.number) <= _LATER)
    return ~first


def undecided(tx: Tx) -> set[int]:
    """The cases that wait for their author's word."""
    return {row.case_id for row in tx.rows(select(HeldNotice.case_id).where(col(HeldNotice.due_at).is_(None)))}


def due_from_now(tx: Tx, case: int, due: datetime) -> None:
    """What waits for its author's word leaves then."""
    undecided = update(HeldNotice).where(col(HeldNotice.case_id) == case, col(HeldNotice.due_at).is_(None))
    tx.run(undecided.values(due_at=due))


def take(tx: Tx, case: int = 0) -> list[Held]:
    """What is due (of this case, or of all): it is held no more, and comes in no order of cases."""
    tx.lock("held")
    due = [col(HeldNotice.due_at) <= tx.now, *([col(HeldNotice.case_id) == case] if case else [])]
    rows = tx.rows(select(HeldNotice).where(*due).order_by(col(HeldNotice.case_id), col(HeldNotice.number)))
    tx.run(delete(HeldNotice).where(*due))
    tx.erases |= bool(rows)
    in_turn = list({row.case_id for row in rows})
    secrets.SystemRandom().shuffle(in_turn)
    return [Held(row.case_id, _notice(row)) for each in in_turn for row in rows if row.case_id == each]


def _notice(row: Any) -> Notice:
    return replace(decode(row.notice, _NOWHERE), to=To(Audience(row.audience), department=row.department))


def some_time(since: datetime, until: datetime) -> datetime:
    """Any of the marks from one instant to another at which what is held leaves together."""
    drawn = since + (until - since) * (secrets.randbelow(10**6) / 10**6)
    return datetime.fromtimestamp((drawn.timestamp() // _MARKS + 1) * _MARKS, UTC)
