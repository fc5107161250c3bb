"""Requests about personal data with their entries: one way in, the lists the task group and the asker read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlmodel import col, select, update

from domain.case.case import Actor, Role
from domain.rights.requests import UNSETTLED, Entry, Request, Standing, Step, Taken, Wish
from storage.cases import is_drawn
from storage.database import Tx
from storage.tables import DataRequestEntry, DataRequestRow

_IS_OPEN = col(DataRequestRow.standing).in_(sorted(UNSETTLED))
_PLACE = ("data_request_entries",)
#: what stands for a case where who asks about it would be joined to it
_CASE = "data request"
_COLUMNS = ("text", "asked_at", "answer_by", "carry_out_by", "answered_at", "ended_at", "is_extended")


def begin(tx: Tx, new: Request) -> int:
    """A new request, before anything happened to it; its number."""
    number = tx.add(DataRequestRow, **{**_row(tx, new), "text": ""})
    tx.run(
        update(DataRequestRow).where(col(DataRequestRow.id) == number).values(text=_sealed(tx, replace(new, id=number)))
    )
    return number


def keep(tx: Tx, taken: Taken) -> None:
    """Write a step that was taken: the row as it leaves it, and its entry."""
    request, entry = taken.request, taken.entry
    tx.put(
        DataRequestEntry,
        request_id=entry.request,
        seq=entry.seq,
        at=entry.at,
        role=entry.actor.role,
        person=entry.actor.person,
        name=tx.ring.seal_text(entry.actor.name, *_PLACE, entry.request, entry.seq),
        step=entry.step,
        reason=entry.reason,
    )
    _write(tx, request)


def load(tx: Tx, number: int) -> Request | None:
    """The request with this number, locked to the end of the transaction, or None."""
    tx.lock(f"data-request:{number}")
    row = tx.first(select(DataRequestRow).where(DataRequestRow.id == number))
    return _known(tx, row) if row else None


def unsettled(tx: Tx) -> list[Request]:
    """Every request that waits to be answered or carried out, the first due first."""
    order = (col(DataRequestRow.carry_out_by), col(DataRequestRow.id))
    return [_known(tx, row) for row in tx.rows(select(DataRequestRow).where(_IS_OPEN).order_by(*order).limit(200))]


def of(tx: Tx, person: int, case: int = 0) -> list[Request]:
    """The newest twenty requests of a person, or of whoever has only the code of a case."""
    whose = (col(DataRequestRow.person) == person, *([col(DataRequestRow.case_id) == case] if not person else []))
    rows = tx.rows(select(DataRequestRow).where(*whose).order_by(col(DataRequestRow.id).desc()).limit(20))
    return [_known(tx, row) for row in rows]


def waits(tx: Tx, case: int, author: int) -> bool:
    """True while a request on a case, or on everything of its author's, is not settled."""
    mine = (col(DataRequestRow.person) == author) & (col(DataRequestRow.case_id) == 0) if author else None
    about = col(DataRequestRow.case_id).in_((case, *tx.ring.numbers(_CASE, case)))
    found = select(DataRequestRow.id).where(_IS_OPEN, about if mine is None else about | mine)
    return tx.first(found.limit(1)) is not None


def journal(tx: Tx, number: int) -> list[Entry]:
    """Everything that happened to a request, oldest first."""
    rows = tx.rows(
        select(DataRequestEntry).where(DataRequestEntry.request_id == number).order_by(col(DataRequestEntry.seq))
    )
    return [_entry(tx, row) for row in rows]


def forget_words(tx: Tx, person: int) -> None:
    """What a person wrote in their requests is kept no longer; that they asked, and what became of it, is."""
    for row in tx.rows(select(DataRequestRow).where(DataRequestRow.person == person)):
        _write(tx, replace(_known(tx, row), text=""))


def pass_on(tx: Tx, account: int, person: int) -> None:
    """What an account has asked is from now on asked by the person it belongs to: its end is told and found there."""
    tx.run(update(DataRequestRow).where(col(DataRequestRow.person) == account).values(person=person))


def seal_anew(tx: Tx, row: Any) -> None:
    """The words of the same request, and which case it is about, by the newest key."""
    _write(tx, _known(tx, row))


def joins(row: Any) -> bool:
    """True for a row that tells in plain whose the case of somebody is who hides."""
    return bool(row.person) and is_drawn(row.case_id)


def seal_entry_anew(tx: Tx, row: Any) -> None:
    """Who took the same step, by the newest key."""
    place = (*_PLACE, row.request_id, row.seq)
    this = (col(DataRequestEntry.request_id) == row.request_id, col(DataRequestEntry.seq) == row.seq)
    name = tx.ring.seal_text(tx.ring.open_text(row.name, *place), *place)
    tx.run(update(DataRequestEntry).where(*this).values(name=name))


def _write(tx: Tx, request: Request) -> None:
    tx.run(update(DataRequestRow).where(col(DataRequestRow.id) == request.id).values(**_row(tx, request)))


def _hides(request: Request) -> bool:
    """True where who asks would be joined to a case that does not name its author."""
    return bool(request.person) and is_drawn(request.case)


def _sealed(tx: Tx, request: Request) -> str:
    """What the asker wrote, and of somebody who hides also which case it is about."""
    said = [request.text, request.case] if _hides(request) else request.text
    return tx.ring.seal_text(said, "data_requests", request.id)


def _row(tx: Tx, request: Request) -> dict[str, Any]:
    case = tx.ring.number(_CASE, request.case) if _hides(request) else request.case
    whose = {"wish": request.wish, "person": request.person, "case_id": case}
    values = {name: getattr(request, name) for name in _COLUMNS}
    values["text"] = _sealed(tx, request)
    return {**whose, **values, "standing": request.standing, "seq": request.seq}


def _known(tx: Tx, row: Any) -> Request:
    values = {name: getattr(row, name) for name in _COLUMNS}
    said = tx.ring.open_text(row.text, "data_requests", row.id)
    values["text"], case = said if isinstance(said, list) else (said, row.case_id)
    return Request(row.id, Wish(row.wish), row.person, case, Standing(row.standing), seq=row.seq, **values)


def _entry(tx: Tx, row: Any) -> Entry:
    actor = Actor(Role(row.role), row.person, tx.ring.open_text(row.name, *_PLACE, row.request_id, row.seq))
    return Entry(row.request_id, row.seq, row.at, actor, Step(row.step), row.reason)
