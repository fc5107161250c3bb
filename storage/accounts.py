"""The accounts of one person on several messengers, and when each was last heard of where that matters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, or_, select, update

from domain.messages import Chat, Network
from storage.database import Tx
from storage.people import Individual
from storage.statements import Prepared
from storage.tables import LinkCode, Person


@dataclass(frozen=True, slots=True)
class Account:
    """One way to a person, by `user` there; `heard_at` is the day of their last word, None where it is not kept."""

    id: int
    chat: Chat
    user: str
    heard_at: datetime | None


# every word of government to a business asks this
_OF = Prepared(
    select(Person)
    .where(or_(col(Person.id) == bindparam("person"), col(Person.same_as) == bindparam("person")))
    .order_by(col(Person.same_as), col(Person.id))
)


def of(tx: Tx, person: int) -> list[Account]:
    """Every way to the person, the account they began with first."""
    rows = tx.rows(_OF, person=person) if person else []
    return [Account(row.id, Chat(Network(row.network), row.chat_id), row.user_id, row.heard_at) for row in rows]


def heard(tx: Tx, chat: Chat) -> None:
    """Somebody wrote there today; no more than the day is kept."""
    today = tx.now.replace(hour=0, minute=0, second=0, microsecond=0)
    here = update(Person).where(col(Person.network) == chat.network, col(Person.chat_id) == chat.id)
    tx.run(here.where(or_(col(Person.heard_at).is_(None), col(Person.heard_at) < today)).values(heard_at=today))


def issue_code(tx: Tx, code: str, person: int, until: datetime) -> None:
    """Keep a one-time code of this person until then; an earlier one of theirs is void."""
    tx.run(update(LinkCode).where(col(LinkCode.person_id) == person).values(used_at=tx.now))
    tx.put(LinkCode, hash=_digest(code), person_id=person, expires_at=until)


def use_code(tx: Tx, code: str) -> int:
    """Whose code this is, which from now on is used; 0 for one that is wrong, used or too old."""
    row = tx.first(select(LinkCode).where(LinkCode.hash == _digest(code)))
    if row is None or row.expires_at <= tx.now:
        return 0
    unused = update(LinkCode).where(col(LinkCode.hash) == row.hash, col(LinkCode.used_at).is_(None))
    return int(row.person_id) if tx.run(unused.values(used_at=tx.now)) else 0


def has_told_code(tx: Tx, person: int) -> bool:
    """Whether a code of this person is still known: whoever is deleted has none, and their number may be another's."""
    return tx.first(select(LinkCode).where(LinkCode.person_id == person)) is not None


def join(tx: Tx, account: int, person: Individual) -> None:
    """From now on the account is a way to this person, and nothing of its own is remembered."""
    left = {"conversation": {}, "business_id": 0, "name": "", "consented_at": None, "at_network": "", "at_chat": ""}
    tx.run(update(Person).where(col(Person.id) == account).values(same_as=person.id, **left))


def forget_codes(tx: Tx, person: int) -> None:
    """No code of this person is kept any longer."""
    tx.run(delete(LinkCode).where(col(LinkCode.person_id) == person))


def part(tx: Tx, account: int) -> None:
    """The account stands for itself again, as somebody new."""
    tx.run(update(Person).where(col(Person.id) == account).values(same_as=0))


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()
