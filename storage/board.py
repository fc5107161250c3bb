"""Who may look at the board: a link that is used once, and the short session it opens; both end with the binding."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlmodel import col, delete, select

from domain.messages import Chat
from storage.database import Tx
from storage.tables import Binding, BoardSession

LINK_LIFE = timedelta(minutes=10)
#: as whom a bound chat's people read the board
READS_AS = {
    "department": "department",
    "head": "department",
    "task-group": "task-group",
    "leadership": "leadership",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the board: role "department" (then which), "task-group" or "leadership"."""

    role: str
    department: str
    name: str


def offer(tx: Tx, chat: Chat, name: str) -> str | None:
    """The secret of a link for somebody in this chat, good once within ten minutes; None where no board is read."""
    tx.run(delete(BoardSession).where(col(BoardSession.until) <= tx.now))
    return _begin(tx, chat, name, LINK_LIFE, is_link=True)


def is_offered(tx: Tx, secret: str) -> bool:
    """True for a link that would open the board just now; looking does not use it up."""
    return _found(tx, secret, is_link=True) is not None


def enter(tx: Tx, secret: str, life: timedelta) -> str | None:
    """Use a link up; the secret of the session it opens, or None."""
    # one statement looks and uses: of two who open the same link at once, one gets in
    used = delete(BoardSession).where(_this(secret, is_link=True), col(BoardSession.until) > tx.now)
    row = tx.first(used.returning(BoardSession.network, BoardSession.chat_id, BoardSession.name, BoardSession.at))  # type: ignore[call-overload]
    return _begin(tx, Chat(row.network, row.chat_id), row.name, life, is_link=False, since=row.at) if row else None


def open_from(tx: Tx, chat: Chat, name: str, life: timedelta) -> str | None:
    """A session for whoever sits at the desk that is this chat."""
    return _begin(tx, chat, name, life, is_link=False)


def reader(tx: Tx, secret: str) -> Reader | None:
    """Whose session this is, or None."""
    return _found(tx, secret, is_link=False) if secret else None


def leave(tx: Tx, secret: str) -> None:
    """This session opens nothing any more."""
    tx.run(delete(BoardSession).where(_this(secret, is_link=False)))


def end_all(tx: Tx, chat: Chat) -> int:
    """End every session and link that was given out in this chat; how many."""
    here = (col(BoardSession.network) == chat.network, col(BoardSession.chat_id) == chat.id)
    return tx.run(delete(BoardSession).where(*here))


def _begin(tx: Tx, chat: Chat, name: str, life: timedelta, *, is_link: bool, since: Any = None) -> str | None:
    bound = tx.first(
        select(Binding).where(Binding.network == chat.network, Binding.chat_id == chat.id, *_not_after(since))
    )
    if bound is None or bound.role not in READS_AS:
        return None
    secret = secrets.token_urlsafe(32)
    tx.put(
        BoardSession,
        hash=_digest(secret),
        role=bound.role,
        department=bound.department,
        network=str(chat.network),
        chat_id=chat.id,
        name=name,
        is_link=is_link,
        at=tx.now,
        until=tx.now + life,
    )
    return secret


def _not_after(since: Any) -> list[ColumnElement[bool]]:
    return [] if since is None else [col(Binding.bound_at) <= since]


def _found(tx: Tx, secret: str, *, is_link: bool) -> Reader | None:
    """Only as long as the chat is bound as it was then: bound anew it may be another's."""
    held = col(BoardSession.network) == col(Binding.network), col(BoardSession.chat_id) == col(Binding.chat_id)
    same = (
        col(BoardSession.role) == col(Binding.role),
        col(BoardSession.department) == col(Binding.department),
        col(Binding.bound_at) <= col(BoardSession.at),
    )
    known = select(BoardSession.role, BoardSession.department, BoardSession.name).join(Binding, and_(*held, *same))
    row = tx.first(known.where(_this(secret, is_link=is_link), col(BoardSession.until) > tx.now))
    return Reader(READS_AS[row.role], row.department, row.name) if row else None


def _this(secret: str, *, is_link: bool) -> ColumnElement[bool]:
    return and_(col(BoardSession.hash) == _digest(secret), col(BoardSession.is_link).is_(is_link))


def _digest(secret: str) -> str:
    return hashlib.sha256(f"board{secret}".encode()).hexdigest()
