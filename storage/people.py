"""People, the businesses they speak for, and where their private conversation stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, type_coerce
from sqlmodel import col, delete, func, or_, select, update

from domain.messages import Chat, Network
from storage.database import Tx
from storage.sealing.ring import SEALED, is_sealed
from storage.statements import Prepared
from storage.tables import Business, Person, Representative


@dataclass(slots=True)
class Individual:
    """Somebody on one network; changed in place by a handler and written back with `save`.

    `chat` is where they wrote last, `home` the chat of the account they began with. With id 0 and `only_case`, whoever
    has come back to that anonymous case by its code: nobody, and never saved. `quietly`: the time of the last word is
    written down as no more than its day. `notice` is the version of the privacy notice agreed to; while `restricted_at`
    stands, their data is kept but not used for anything else.
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
    home: Chat | None = None


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
_SPOKEN_FOR = Prepared(_OWN)
_NAME_FIRM = Prepared(
    update(Business).where(col(Business.id) == bindparam("business")).values(name=bindparam("sealed"), tax_code="")
)
_CHANGED = (
    *("chat_id", "name", "language", "consented_at", "business_id"),
    *("blocked_at", "role", "conversation", "touched_at", "notice_version", "restricted_at", "at_network", "at_chat"),
)
_SAVE = Prepared(
    update(Person)
    .where(col(Person.id) == bindparam("person"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)


def find(tx: Tx, network: Network, user: str) -> Individual | None:
    """The person with this id on the network, or whose account that is, too; None for nobody."""
    row = tx.first(_FIND, network=network, user=user)
    return _whose(tx, row) if row else None


def find_by_chat(tx: Tx, chat: Chat) -> Individual | None:
    """The person whose private chat this is, or None for a group."""
    if not chat.id:
        return None
    row = tx.first(select(Person).where(Person.network == chat.network, Person.chat_id == chat.id))
    return _whose(tx, row) if row else None


def _whose(tx: Tx, row: Any) -> Individual | None:
    """Whoever an account leads to."""
    return by_id(tx, row.same_as) if row.same_as else _individual(tx, row)


def by_id(tx: Tx, person: int) -> Individual | None:
    """The person with this id of ours, or None."""
    row = tx.first(_BY_ID, person=person)
    return _individual(tx, row) if row else None


def meet(tx: Tx, chat: Chat, user: str, name: str, language: str) -> Individual:
    """A person seen for the first time."""
    number = tx.add(
        Person,
        network=chat.network,
        user_id=user,
        chat_id=chat.id,
        name=_sealed_name(tx, chat.network, user, name),
        language=language,
        conversation={},
        touched_at=tx.now,
        role="",
    )
    return Individual(number, chat, name, language, None, 0, None, "", {}, user, home=chat)


def save(tx: Tx, person: Individual) -> None:
    """Write back what the handler changed."""
    home = person.home or person.chat
    is_home = person.chat.network is home.network
    tx.run(
        _SAVE,
        person=person.id,
        new_chat_id=person.chat.id if is_home else home.id,
        new_at_network="" if is_home else person.chat.network,
        new_at_chat="" if is_home else person.chat.id,
        new_name=_sealed_name(tx, home.network, person.user, person.name),
        new_language=person.language,
        new_consented_at=person.consented_at,
        new_business_id=person.business,
        new_blocked_at=person.blocked_at,
        new_role=person.role,
        new_conversation=_sealed_talk(tx, person),
        new_notice_version=person.notice,
        new_restricted_at=person.restricted_at,
        new_touched_at=tx.day if person.quietly or not _is_writing(person) else tx.now,
    )


def _is_writing(person: Individual) -> bool:
    """Only a draft, or words before the consent, need to know to the minute when somebody was last here."""
    return bool(person.conversation.keys() & {"draft", "before"})


def administrators(tx: Tx) -> list[Individual]:
    """Everybody bound as administrator."""
    return [_individual(tx, row) for row in tx.rows(select(Person).where(Person.role == "administrator"))]


def quiet(tx: Tx, before: datetime, after: datetime) -> list[Individual]:
    """Up to 500 people with a draft, last heard from after `after` and not since `before`."""
    touched = col(Person.touched_at)
    heard_between = select(Person).where(touched <= before, touched > after)
    drafting = heard_between.where(_remembers("draft") | _remembers("before")).order_by(touched).limit(500)
    return [_individual(tx, row) for row in tx.rows(drafting)]


def quiet_since(tx: Tx, before: datetime) -> list[Individual]:
    """Up to 2000 people not heard of since then of whose conversation something is remembered, the longest first."""
    touched, said = col(Person.touched_at), type_coerce(col(Person.conversation), Text)
    quietest = select(Person).where(touched < before, said != "{}").order_by(touched).limit(2000)
    return [_individual(tx, row) for row in tx.rows(quietest)]


def remember(tx: Tx, person: int, conversation: dict[str, Any]) -> None:
    """Only what is remembered of a conversation; nobody was here meanwhile."""
    known = by_id(tx, person)
    if known is not None:
        known.conversation = conversation
        tx.run(update(Person).where(col(Person.id) == person).values(conversation=_sealed_talk(tx, known)))
    tx.erases = True


def forget_what_is_looked_for(tx: Tx) -> None:
    """Nobody's words that were looked for are remembered any more: they may name whoever is erased."""
    for row in tx.rows(select(Person).where(_remembers("looking"))):
        talk = _individual(tx, row).conversation
        remember(tx, row.id, {name: value for name, value in talk.items() if name != "looking"})


def with_guest(tx: Tx) -> list[Individual]:
    """Up to 500 people in whose chat an anonymous case is open."""
    visited = select(Person).where(_remembers("guest")).order_by(col(Person.id)).limit(500)
    return [_individual(tx, row) for row in tx.rows(visited)]


def with_keeping(tx: Tx) -> list[Individual]:
    """Up to 500 people who were told a private code and have not typed it back."""
    told = select(Person).where(_remembers("keeping")).order_by(col(Person.id)).limit(500)
    return [_individual(tx, row) for row in tx.rows(told)]


def with_leaving(tx: Tx) -> list[Individual]:
    """Up to 500 people who leave the page without a trace."""
    leaving = select(Person).where(_remembers("leaving")).order_by(col(Person.id)).limit(500)
    return [_individual(tx, row) for row in tx.rows(leaving)]


def forget(tx: Tx, person: Individual) -> None:
    """The person is not known any more, nor what they have said of their firms: of cases they must have none."""
    firms = [row.business_id for row in tx.rows(select(Representative).where(Representative.person_id == person.id))]
    tx.run(delete(Representative).where(col(Representative.person_id) == person.id))
    tx.run(delete(Business).where(col(Business.id).in_(firms)))
    tx.run(delete(Person).where(or_(col(Person.id) == person.id, col(Person.same_as) == person.id)))


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
    return _opened_firm(tx, row) if row else None


def firms_of(tx: Tx, person: int) -> list[Firm]:
    """The businesses this person has spoken for, newest first, at most five."""
    return [_opened_firm(tx, row) for row in tx.rows(_NEWEST, person=person)]


def names_of(tx: Tx, person: int) -> tuple[str, ...]:
    """The names and tax codes of every business this person has spoken for: what leads to whoever writes."""
    firms = [_opened_firm(tx, row) for row in tx.rows(_SPOKEN_FOR, person=person)]
    return tuple(dict.fromkeys(part for firm in firms for part in (firm.name, firm.tax_code) if part))


def speak_for(tx: Tx, person: Individual, name: str, tax_code: str) -> Firm:
    """Remember the business this person speaks for now.

    A tax code known already is the same business, but this person's name for it is kept apart from the first one's:
    typing a competitor's tax code must not show or change anything of the competitor's.
    """
    for row in tx.rows(_SPOKEN_FOR, person=person.id):
        known = _opened_firm(tx, row)
        if (known.name, known.tax_code) == (name, tax_code):
            person.business = known.id
            return known
    person.business = tx.add(Business, name="", tax_code="", created_at=tx.now)
    keep_firm(tx, Firm(person.business, name, tax_code))
    tx.put_once(Representative, person_id=person.id, business_id=person.business, since=tx.now)
    return Firm(person.business, name, tax_code)


def correct_firm(tx: Tx, business: int, name: str, tax_code: str) -> None:
    """The firm of one representative is called so from now on; each has a row of their own."""
    keep_firm(tx, Firm(business, name, tax_code))
    tx.erases = True


def keep_firm(tx: Tx, firm: Firm) -> None:
    """Write down, sealed, what the business is called."""
    tx.run(_NAME_FIRM, business=firm.id, sealed=tx.ring.seal_text([firm.name, firm.tax_code], "businesses", firm.id))


def seal_anew(tx: Tx, row: Any) -> None:
    """The same person by the newest key."""
    person = _individual(tx, row)
    sealed = {"name": _sealed_name(tx, row.network, row.user_id, person.name), "conversation": _sealed_talk(tx, person)}
    tx.run(update(Person).where(col(Person.id) == row.id).values(sealed))


def seal_firm_anew(tx: Tx, row: Any) -> None:
    """The same business by the newest key."""
    keep_firm(tx, _opened_firm(tx, row))


def _opened_firm(tx: Tx, row: Any) -> Firm:
    kept = tx.ring.open_text(row.name, "businesses", row.id)
    return Firm(row.id, *(kept if is_sealed(row.name) else (kept, row.tax_code)))


def _sealed_name(tx: Tx, network: str, user: str, name: str) -> str:
    return tx.ring.seal_text(name, "people", network, user, "name")


def _sealed_talk(tx: Tx, person: Individual) -> dict[str, Any]:
    """The conversation under one seal; that it has a draft, say, is seen without opening it."""
    if not person.conversation:
        return {}
    sealed = tx.ring.seal(
        person.conversation, "people", (person.home or person.chat).network, person.user, "conversation"
    )
    return {**dict.fromkeys(person.conversation, 0), SEALED: sealed}


def _individual(tx: Tx, row: Any) -> Individual:
    home = Chat(Network(row.network), row.chat_id)
    where, talk = ("people", row.network, row.user_id), row.conversation or {}
    return Individual(
        row.id,
        Chat(Network(row.at_network), row.at_chat) if row.at_network else home,
        tx.ring.open_text(row.name, *where, "name"),
        row.language,
        row.consented_at,
        row.business_id,
        row.blocked_at,
        row.role,
        tx.ring.opened(talk[SEALED], *where, "conversation") if SEALED in talk else talk,
        row.user_id,
        notice=row.notice_version,
        restricted_at=row.restricted_at,
        home=home,
    )
