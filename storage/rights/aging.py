"""What has become old: cases whose time is over, and everything else that is kept for a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, text
from sqlmodel import col, delete, func, or_, select

from domain.case.case import Case
from domain.oversight.directives import OPEN
from domain.rights.requests import UNSETTLED
from storage import cases, files, page
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import (
    Access,
    Attachment,
    BindCode,
    BoardSession,
    CaseRow,
    DataRequestEntry,
    DataRequestRow,
    DirectiveRow,
    Erasure,
    FailedUpdate,
    LinkCode,
    OutboxRow,
    PageSession,
    Person,
    ReturnCode,
)

Sweep = Callable[[Tx, datetime], int]


@dataclass(frozen=True, slots=True)
class Ended:
    """A case that ended at some time, and whose."""

    id: int
    author: int
    ended_at: datetime


def over(tx: Tx, tier: str, kind: str, before: datetime, after: tuple[datetime, int], most: int) -> list[Ended]:
    """Cases of a tier that ended before an instant and of which this kind is not erased; those after a place."""
    place = {"tier": tier, "kind": kind, "before": before, "last_at": after[0], "last": after[1], "most": most}
    return [Ended(*row) for row in tx.rows(_OVER, **place)]


def _gone(kind: Any) -> ColumnElement[bool]:
    """A condition on cases: this kind of data was erased."""
    return exists().where(
        col(Erasure.what) == "case", col(Erasure.target) == col(CaseRow.id), col(Erasure.kind) == kind
    )


_ENDED, _NUMBER = col(CaseRow.ended_at), col(CaseRow.id)
_LATER = or_(bindparam("last_at") < _ENDED, and_(bindparam("last_at") == _ENDED, bindparam("last") < _NUMBER))
_OVER = Prepared(
    select(_NUMBER, col(CaseRow.author), _ENDED)
    .where(CaseRow.tier == bindparam("tier"), bindparam("before") > _ENDED, _LATER, ~_gone(bindparam("kind")))
    .order_by(_ENDED, _NUMBER)
    .limit(bindparam("most"))
)


def count_over(tx: Tx, tier: str, kind: str, before: datetime) -> int:
    """How many there are."""
    gone = _gone(kind)
    wanted = select(func.count()).where(CaseRow.tier == tier, col(CaseRow.ended_at) < before, ~gone)
    return int(tx.first(wanted.select_from(CaseRow))[0])


def has_open_directive(tx: Tx, case: int) -> bool:
    """True while somebody has still to do what was directed on a case."""
    here = (DirectiveRow.case_id == case, col(DirectiveRow.standing).in_(sorted(OPEN)))
    return tx.first(select(DirectiveRow.id).where(*here).limit(1)) is not None


def held(tx: Tx) -> list[Case]:
    """Up to 200 cases the task group keeps beyond their time, those that ended first before the others."""
    # in the words of the index that has only these
    rows = tx.rows(select(CaseRow).where(text("is_held")).order_by(col(CaseRow.ended_at), col(CaseRow.id)).limit(200))
    return [cases.known(tx, row) for row in rows]


# ---------------------------------------------------------------- everything else


def forgettable(tx: Tx, before: datetime, most: int) -> list[int]:
    """People nobody has heard of since then, who have no case, no role and no request under way."""
    number = col(Person.id)
    has_case = exists().where(col(CaseRow.author) == number)
    asks = exists().where(col(DataRequestRow.person) == number, col(DataRequestRow.standing).in_(sorted(UNSETTLED)))
    # a linked account is a way to somebody, who is heard of elsewhere: it goes with them
    quiet = (col(Person.touched_at) < before, Person.role == "", Person.chat_id != "", Person.same_as == 0)
    wanted = select(number).where(*quiet, ~has_case, ~asks).order_by(number)
    # of cases of theirs in which they hide the columns do not tell: asked one by one
    found = (row.id for row in tx.rows(wanted) if not cases.of_author(tx, row.id))
    return list(islice(found, most))


def _outbox(tx: Tx, before: datetime) -> int:
    settled = (col(OutboxRow.state) != "waiting", col(OutboxRow.settled_at) < before)
    return tx.run(delete(OutboxRow).where(*settled))


def _page(tx: Tx, before: datetime) -> int:
    return page.forget_before(tx, before)


def _sessions(tx: Tx, before: datetime) -> int:
    used = func.coalesce(col(PageSession.used_at), col(PageSession.at))
    ended = tx.run(delete(BoardSession).where(col(BoardSession.until) < tx.now))
    return ended + tx.run(delete(PageSession).where(used < before))


def _failed(tx: Tx, before: datetime) -> int:
    return tx.run(delete(FailedUpdate).where(col(FailedUpdate.at) < before))


def _codes(tx: Tx, before: datetime) -> int:
    """One-time codes long past, and private codes of cases of which nothing is left to read."""
    emptied = select(Erasure.target).where(Erasure.what == "case", Erasure.kind == "words", col(Erasure.at) < before)
    ended = tx.run(delete(ReturnCode).where(col(ReturnCode.case_id).in_(emptied)))
    ended += tx.run(delete(LinkCode).where(col(LinkCode.expires_at) < before))
    return ended + tx.run(delete(BindCode).where(col(BindCode.expires_at) < before))


def _copies(tx: Tx, before: datetime) -> int:
    """Copies of somebody's data, and cases on paper: drawn again for whoever asks again."""
    ours = or_(*(col(Attachment.ref).startswith(begins) for begins in ("copy|", "print|")))
    made = select(Attachment.id).where(ours, col(Attachment.at) < before)
    old = [row.id for row in tx.rows(made)]
    files.forget(tx, old)
    return len(old)


def _requests(tx: Tx, before: datetime) -> int:
    old = select(DataRequestRow.id).where(col(DataRequestRow.ended_at) < before)
    tx.run(delete(DataRequestEntry).where(col(DataRequestEntry.request_id).in_(old)))
    return tx.run(delete(DataRequestRow).where(col(DataRequestRow.ended_at) < before))


def _accesses(tx: Tx, before: datetime) -> int:
    return tx.run(delete(Access).where(col(Access.at) < before))


#: what is swept by its age alone, each once a night
SWEEPS: dict[str, Sweep] = {
    "outbox": _outbox,
    "page": _page,
    "sessions": _sessions,
    "failed": _failed,
    "codes": _codes,
    "copies": _copies,
    "requests": _requests,
    "accesses": _accesses,
}
