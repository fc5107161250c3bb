"""People, the businesses they speak for, and where their private conversation stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, type_coerce
from sqlmodel import col, delete, func, select, update

from domain.messages import Chat, Network
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import Business, Person, Representative


@dataclass(slots=True)
class Individual:
    """Somebody on one network; changed in place by a handler and written back with `save`.

    With id 0 and `only_case`, whoever has come back to that anonymous case by its code: nobody, and never saved.
    `quietly`: the time of the last word is written down as no more than its day. `notice` is the version of the
    privacy notice agreed to; while `restricted_at` stands, their data is kept but not used for anything else.
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
    notice: int = 0
    restricted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Firm:
    """A business as its representative named it."""

    id: int
    name: str
    tax_code: str


# every message runs these
_FIND = Prepared(select(Person).where(Person.network == bindparam("network"), Person.user_id == bindparam("user")))
_BY_ID = Prepared(select(Person).where(Person.id == bindparam("person")))
_FIRM = Prepared(select(Business).where(Business.id == bindparam("business")))
_OWN = (
    select(Business)
    .join(Representative, col(Representative.business_id) == col(Business.id))
    .where(Representative.person_id == bindparam("person"))
)
_NEWEST = Prepared(_OWN.order_by(col(Representative.since).desc(), col(Business.id).desc()).limit(5))
_SPOKEN_FOR = Prepared(_OWN.where(Business.name == bindparam("name"), Business.tax_code == bindparam("tax_code")))
_CHANGED = (
    *("chat_id", "name", "language", "consented_at", "business_id"),
    *("blocked_at", "role", "conversation", "touched_at", "notice_version", "restricted_at"),
)
_SAVE = Prepared(
    update(Person)
    .where(col(Person.id) == bindparam("person"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)


def find(tx: Tx, network: Network, user: str) -> Individual | None:
    """The person with this id on the network, or None."""
    row = tx.first(_FIND, network=network, user=user)
    return _individual(row) if row else None


def find_by_chat(tx: Tx, chat: Chat) -> Individual | None:
    """The person whose private chat this is, or None for a group."""
    if not chat.id:
        return None
    row = tx.first(select(Person).where(Person.network == chat.network, Person.chat_id == chat.id))
    return _individual(row) if row else None


def by_id(tx: Tx, person: int) -> Individual | None:
    """The person with this id of ours, or None."""
    row = tx.first(_BY_ID, person=person)
    return _individual(row) if row else None


def meet(tx: Tx, chat: Chat, user: str, name: str, language: str) -> Individual:
    """A person seen for the first time."""
    number = tx.add(
        Person,
        network=chat.network,
        user_id=user,
        chat_id=chat.id,
        name=name,
        language=language,
        conversation={},
        touched_at=tx.now,
        role="",
    )
    return Individual(number, chat, name, language, None, 0, None, "", {}, user)


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
        new_notice_version=person.notice,
        new_restricted_at=person.restricted_at,
        new_touched_at=_day(tx.now) if person.quietly or not _is_writing(person) else tx.now,
    )


def _is_writing(person: Individual) -> bool:
    """Only a draft, or words before the consent, need to know to the minute when somebody was last here."""
    return bool(person.conversation.keys() & {"draft", "before"})


def _day(instant: datetime) -> datetime:
    """The beginning of the day: the same for everybody, so that the minute joins nobody to a case."""
    return instant.replace(hour=0, minute=0, second=0, microsecond=0)


def administrators(tx: Tx) -> list[Individual]:
    """Everybody bound as administrator."""
    return [_individual(row) for row in tx.rows(select(Person).where(Person.role == "administrator"))]


def quiet(tx: Tx, before: datetime, after: datetime) -> list[Individual]:
    """Up to 500 people with a draft, last heard from after `after` and not since `before`."""
    touched = col(Person.touched_at)
    heard_between = select(Person).where(touched <= before, touched > after)
    drafting = heard_between.where(_remembers("draft") | _remembers("before")).order_by(touched).limit(500)
    return [_individual(row) for row in tx.rows(drafting)]


def quiet_since(tx: Tx, before: datetime) -> list[Individual]:
    """Up to 2000 people not heard of since then of whose conversation something is remembered, the longest first."""
    touched, said = col(Person.touched_at), type_coerce(col(Person.conversation), Text)
    quietest = select(Person).where(touched < before, said != "{}").order_by(touched).limit(2000)
    return [_individual(row) for row in tx.rows(quietest)]


def remember(tx: Tx, person: int, conversation: dict[str, Any]) -> None:
    """Only what is remembered of a conversation; nobody was here meanwhile."""
    tx.run(update(Person).where(col(Person.id) == person).values(conversation=conversation))
    tx.erases = True


def forget_what_is_looked_for(tx: Tx) -> None:
    """Nobody's words that were looked for are remembered any more: they may name whoever is erased."""
    for row in tx.rows(select(Person).where(_remembers("looking"))):
        remember(tx, row.id, {name: value for name, value in row.conversation.items() if name != "looking"})


def with_guest(tx: Tx) -> list[Individual]:
    """Up to 500 people in whose chat an anonymous case is open."""
    visited = select(Person).where(_remembers("guest")).order_by(col(Person.id)).limit(500)
    return [_individual(row) for row in tx.rows(visited)]


def with_keeping(tx: Tx) -> list[Individual]:
    """Up to 500 people who were told a private code and have not typed it back."""
    told = select(Person).where(_remembers("keeping")).order_by(col(Person.id)).limit(500)
    return [_individual(row) for row in tx.rows(told)]


def with_leaving(tx: Tx) -> list[Individual]:
    """Up to 500 people who leave the page without a trace."""
    leaving = select(Person).where(_remembers("leaving")).order_by(col(Person.id)).limit(500)
    return [_individual(row) for row in tx.rows(leaving)]


def forget(tx: Tx, person: Individual) -> None:
    """The person is not known any more, nor what they have said of their firms: of cases they must have none."""
    firms = [row.business_id for row in tx.rows(select(Representative).where(Representative.person_id == person.id))]
    tx.run(delete(Representative).where(col(Representative.person_id) == person.id))
    tx.run(delete(Business).where(col(Business.id).in_(firms)))
    tx.run(delete(Person).where(col(Person.id) == person.id))


def _remembers(what: str) -> ColumnElement[bool]:
    """The stored conversation has this key."""
    return type_coerce(col(Person.conversation), Text).contains(f'"{what}":')


def any_known(tx: Tx) -> bool:
    """True once anybody has written to us."""
    return tx.first(select(Person.id).limit(1)) is not None


def count_on(tx: Tx, network: Network) -> int:
    """How many people have written to us in private on this network."""
    here = select(func.count().label("number")).select_from(Person).where(col(Person.network) == network)
    return int(tx.first(here.where(col(Person.chat_id) != "")).number)


def firm(tx: Tx, business: int) -> Firm | None:
    """The business with this id, or None."""
    row = tx.first(_FIRM, business=business) if business else None
    return Firm(row.id, row.name, row.tax_code) if row else None


def firms_of(tx: Tx, person: int) -> list[Firm]:
    """The businesses this person has spoken for, newest first, at most five."""
    return [Firm(row.id, row.name, row.tax_code) for row in tx.rows(_NEWEST, person=person)]


def speak_for(tx: Tx, person: Individual, name: str, tax_code: str) -> Firm:
    """Remember the business this person speaks for now.

    A tax code known already is the same business, but this person's name for it is kept apart from the first one's:
    typing a competitor's tax code must not show or change anything of the competitor's.
    """
    row = tx.first(_SPOKEN_FOR, person=person.id, name=name, tax_code=tax_code)
    if row is None:
        person.business = tx.add(Business, name=name, tax_code=tax_code, created_at=tx.now)
        tx.put_once(Representative, person_id=person.id, business_id=person.business, since=tx.now)
    else:
        person.business = row.id
    return Firm(person.business, name, tax_code)


def correct_firm(tx: Tx, business: int, name: str, tax_code: str) -> None:
    """The firm of one representative is called so from now on; each has a row of their own."""
    tx.run(update(Business).where(col(Business.id) == business).values(name=name, tax_code=tax_code))
    tx.erases = True


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
        notice=row.notice_version,
        restricted_at=row.restricted_at,
    )
