"""What is kept of somebody, by kind: counted for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select

from domain.messages import Network
from storage import cases, files, people
from storage.database import Tx
from storage.people import Individual
from storage.tables import CaseRow, OutboxRow, PageMessage

#: codes told one by one
LISTED = 10


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much is kept of a person, and since when; `codes` are the newest of their cases."""

    cases: int
    codes: tuple[str, ...]
    files: int
    messages: int
    firms: tuple[str, ...]
    since: datetime | None


def of_person(tx: Tx, person: Individual) -> Holdings:
    """Everything under this person's number and chat; what they filed anonymously is nobody's, and not among it."""
    own = cases.is_theirs(tx, person.id)
    newest = select(CaseRow.code).where(own).order_by(col(CaseRow.filed_at).desc()).limit(LISTED)
    first = tx.first(select(func.min(col(CaseRow.filed_at)).label("at")).where(own)).at
    since = min((each for each in (first, person.consented_at) if each), default=None)
    firms = tuple(each.name or each.tax_code for each in people.firms_of(tx, person.id))
    return Holdings(
        cases=_count(tx, own),
        codes=tuple(row.code for row in tx.rows(newest)),
        files=_count(tx, files.is_theirs(tx, person.id)),
        messages=_count(tx, *_sent(person)) + (_count(tx, *_on_page(person)) if _is_page(person) else 0),
        firms=firms,
        since=since,
    )


def numbers_of(tx: Tx, person: int) -> list[int]:
    """The ids of all cases of a person, oldest first."""
    own = select(CaseRow.id).where(cases.is_theirs(tx, person)).order_by(col(CaseRow.filed_at), col(CaseRow.id))
    return [row.id for row in tx.rows(own)] if person else []


def _is_page(person: Individual) -> bool:
    return person.chat.network is Network.PAGE


def _sent(person: Individual) -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.network) == person.chat.network, col(OutboxRow.chat_id) == person.chat.id)


def _on_page(person: Individual) -> tuple[ColumnElement[bool], ...]:
    return (col(PageMessage.chat_id) == person.chat.id, col(PageMessage.mine).is_(True))


def _count(tx: Tx, *which: ColumnElement[bool]) -> int:
    return int(tx.first(select(func.count().label("number")).where(*which)).number)
