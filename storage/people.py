"""People, the businesses they speak for, and where their private conversation stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Text, bindparam, or_, select, type_coerce, update

from domain.messages import Chat, Network
from storage.database import Tx
from storage.statements import Statement, put, put_once, table
from storage.tables import Business, Person, Representative

_PEOPLE = table(Person)
_BUSINESSES = table(Business)
_REPRESENTATIVES = table(Representative)


@dataclass(slots=True)
class Individual:
    """Somebody on one network; changed in place by a handler and written back with `save`.

    With id 0 and `only_case`, whoever has come back to that anonymous case by its code: nobody, and never saved.
    `quietly`: the time of the last word is written down as no more than its hour.
    """

    id: int
    chat: Chat
    name: str
    language: str
    consented_at: datetime | None
    business: int
    blocked_at: datetime | None
    role: str
    conversation: dict[str, Any] = field(default_factory=dict)
    user: str = ""
    only_case: int = 0
    quietly: bool = False


@dataclass(frozen=True, slots=True)
class Firm:
    """A business as its representative named it."""

    id: int
    name: str
    tax_code: str


_FIND = Statement(
    select(_PEOPLE).where(_PEOPLE.c.network == bindparam("on_network"), _PEOPLE.c.user_id == bindparam("user"))
)
_BY_CHAT = Statement(
    select(_PEOPLE).where(_PEOPLE.c.network == bindparam("on_network"), _PEOPLE.c.chat_id == bindparam("chat"))
)
_BY_ID = Statement(select(_PEOPLE).where(_PEOPLE.c.id == bindparam("person")))
_ADD = put(
    Person,
    "network",
    "user_id",
    "chat_id",
    "name",
    "language",
    "conversation",
    "touched_at",
    "role",
    "business_id",
    returning="id",
)
_SAVE = Statement(
    update(_PEOPLE)
    .where(_PEOPLE.c.id == bindparam("person"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                "chat_id",
                "name",
                "language",
                "consented_at",
                "business_id",
                "blocked_at",
                "role",
                "conversation",
                "touched_at",
            )
        }
    )
)
_ADMINISTRATORS = Statement(select(_PEOPLE).where(_PEOPLE.c.role == "administrator"))
_QUIET = Statement(
    select(_PEOPLE)
    .where(
        _PEOPLE.c.touched_at <= bindparam("before"),
        _PEOPLE.c.touched_at > bindparam("after"),
        or_(
            type_coerce(_PEOPLE.c.conversation, Text).contains('"draft":'),
            type_coerce(_PEOPLE.c.conversation, Text).contains('"before":'),
        ),
    )
    .order_by(_PEOPLE.c.touched_at)
    .limit(500)
)
_WITH_GUEST = Statement(
    select(_PEOPLE)
    .where(type_coerce(_PEOPLE.c.conversation, Text).contains('"guest":'))
    .order_by(_PEOPLE.c.id)
    .limit(500)
)
_FIRM = Statement(select(_BUSINESSES).where(_BUSINESSES.c.id == bindparam("business")))
_ADD_FIRM = put(Business, "name", "tax_code", "created_at", returning="id")
_SPEAK = put_once(Representative, "person_id", "business_id", "since")
_FIRMS_OF = Statement(
    select(_BUSINESSES)
    .join(_REPRESENTATIVES, _REPRESENTATIVES.c.business_id == _BUSINESSES.c.id)
    .where(_REPRESENTATIVES.c.person_id == bindparam("person"))
    .order_by(_REPRESENTATIVES.c.since.desc(), _BUSINESSES.c.id.desc())
    .limit(5)
)
_SPOKEN_FOR = Statement(
    select(_BUSINESSES)
    .join(_REPRESENTATIVES, _REPRESENTATIVES.c.business_id == _BUSINESSES.c.id)
    .where(
        _REPRESENTATIVES.c.person_id == bindparam("person"),
        _BUSINESSES.c.name == bindparam("named"),
        _BUSINESSES.c.tax_code == bindparam("code"),
    )
)


def find(tx: Tx, network: Network, user: str) -> Individual | None:
    """The person with this id on the network, or None."""
    row = tx.first(_FIND, on_network=network, user=user)
    return _individual(row) if row else None


def find_by_chat(tx: Tx, chat: Chat) -> Individual | None:
    """The person whose private chat this is, or None for a group."""
    row = tx.first(_BY_CHAT, on_network=chat.network, chat=chat.id) if chat.id else None
    return _individual(row) if row else None


def by_id(tx: Tx, person: int) -> Individual | None:
    """The person with this id of ours, or None."""
    row = tx.first(_BY_ID, person=person)
    return _individual(row) if row else None


def meet(tx: Tx, chat: Chat, user: str, name: str, language: str) -> Individual:
    """A person seen for the first time."""
    row = tx.first(
        _ADD,
        network=chat.network,
        user_id=user,
        chat_id=chat.id,
        name=name,
        language=language,
        conversation={},
        touched_at=tx.now,
        role="",
        business_id=0,
    )
    return Individual(row.id, chat, name, language, None, 0, None, "", {}, user)


def save(tx: Tx, person: Individual) -> None:
    """Write back what the handler changed."""
    tx.run(
        _SAVE,
        person=person.id,
        new_chat_id=person.chat.id,
        new_name=person.name,
        new_language=person.language,
        new_consented_at=person.consented_at,
        new_business_id=person.business,
        new_blocked_at=person.blocked_at,
        new_role=person.role,
        new_conversation=person.conversation,
        new_touched_at=tx.now.replace(minute=0, second=0, microsecond=0) if person.quietly else tx.now,
    )


def administrators(tx: Tx) -> list[Individual]:
    """Everybody bound as administrator."""
    return [_individual(row) for row in tx.rows(_ADMINISTRATORS)]


def quiet(tx: Tx, before: datetime, after: datetime) -> list[Individual]:
    """Up to 500 people with a draft, last heard from after `after` and not since `before`."""
    return [_individual(row) for row in tx.rows(_QUIET, before=before, after=after)]


def with_guest(tx: Tx) -> list[Individual]:
    """Up to 500 people in whose chat an anonymous case is open."""
    return [_individual(row) for row in tx.rows(_WITH_GUEST)]


def firm(tx: Tx, business: int) -> Firm | None:
    """The business with this id, or None."""
    row = tx.first(_FIRM, business=business) if business else None
    return Firm(row.id, row.name, row.tax_code) if row else None


def firms_of(tx: Tx, person: int) -> list[Firm]:
    """The businesses this person has spoken for, newest first, at most five."""
    return [Firm(row.id, row.name, row.tax_code) for row in tx.rows(_FIRMS_OF, person=person)]


def speak_for(tx: Tx, person: Individual, name: str, tax_code: str) -> Firm:
    """Remember the business this person speaks for now.

    A tax code known already is the same business, but this person's name for it is kept apart from the first one's:
    typing a competitor's tax code must not show or change anything of the competitor's.
    """
    row = tx.first(_SPOKEN_FOR, person=person.id, named=name, code=tax_code)
    if row is None:
        row = tx.first(_ADD_FIRM, name=name, tax_code=tax_code, created_at=tx.now)
        tx.run(_SPEAK, person_id=person.id, business_id=row.id, since=tx.now)
    person.business = row.id
    return Firm(row.id, name, tax_code)


def _individual(row: Any) -> Individual:
    return Individual(
        row.id,
        Chat(Network(row.network), row.chat_id),
        row.name,
        row.language,
        row.consented_at,
        row.business_id,
        row.blocked_at,
        row.role,
        row.conversation or {},
        row.user_id,
    )
