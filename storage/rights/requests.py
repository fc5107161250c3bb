"""Requests about personal data with their entries: one way in, the lists the task group and the asker read."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select, update

from domain.case.case import Actor, Role
from domain.rights.requests import UNSETTLED, Entry, Request, Standing, Step, Taken, Wish
from storage.database import Tx
from storage.tables import DataRequestEntry, DataRequestRow

_IS_OPEN = col(DataRequestRow.standing).in_(sorted(UNSETTLED))
_PLACE = ("data_request_entries",)
_COLUMNS = ("text", "asked_at", "answer_by", "carry_out_by", "answered_at", "ended_at", "is_extended")


def begin(tx: Tx, new: Request) -> int:
    """A new request, before anything happened to it; its number."""
    number = tx.add(DataRequestRow, **{**_row(tx, new), "text": ""})
    tx.run(update(DataRequestRow).where(col(DataRequestRow.id) == number).values(text=_sealed(tx, number, new.text)))
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
    tx.run(update(DataRequestRow).where(col(DataRequestRow.id) == request.id).values(**_row(tx, request)))


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
    about = col(DataRequestRow.case_id) == case
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
    tx.run(update(DataRequestRow).where(col(DataRequestRow.person) == person).values(text=""))


def seal_anew(tx: Tx, row: Any) -> None:
    """The words of the same request by the newest key."""
    text = _sealed(tx, row.id, tx.ring.open_text(row.text, "data_requests", row.id))
    tx.run(update(DataRequestRow).where(col(DataRequestRow.id) == row.id).values(text=text))


def seal_entry_anew(tx: Tx, row: Any) -> None:
    """Who took the same step, by the newest key."""
    place = (*_PLACE, row.request_id, row.seq)
    this = (col(DataRequestEntry.request_id) == row.request_id, col(DataRequestEntry.seq) == row.seq)
    name = tx.ring.seal_text(tx.ring.open_text(row.name, *place), *place)
    tx.run(update(DataRequestEntry).where(*this).values(name=name))


def _sealed(tx: Tx, number: int, text: str) -> str:
    return tx.ring.seal_text(text, "data_requests", number)


def _row(tx: Tx, request: Request) -> dict[str, Any]:
    whose = {"wish": request.wish, "person": request.person, "case_id": request.case}
    values = {name: getattr(request, name) for name in _COLUMNS}
    values["text"] = _sealed(tx, request.id, request.text)
    return {**whose, **values, "standing": request.standing, "seq": request.seq}


def _known(tx: Tx, row: Any) -> Request:
    values = {name: getattr(row, name) for name in _COLUMNS}
    values["text"] = tx.ring.open_text(row.text, "data_requests", row.id)
    return Request(row.id, Wish(row.wish), row.person, row.case_id, Standing(row.standing), seq=row.seq, **values)


def _entry(tx: Tx, row: Any) -> Entry:
    actor = Actor(Role(row.role), row.person, tx.ring.open_text(row.name, *_PLACE, row.request_id, row.seq))
    return Entry(row.request_id, row.seq, row.at, actor, Step(row.step), row.reason)
