"""The web page as a messenger: its messages, and who holds which page."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, delete, func, select, update

from domain.messages import Network
from storage import files, messages
from storage.claims import forget_counter, take_number
from storage.database import Tx
from storage.sealing.ring import SEALED
from storage.tables import MessageRow, PageMessage, PageSession, Person

NEVER = 2**62


@dataclass(frozen=True, slots=True)
class PageText:
    """A message as the page shows it.

    `body` holds "buttons" (rows of [label, data]), "files" (attachment ids), "reply_to" and "case" (ids), "edited", and
    "mark" (what became of it, in words).
    """

    id: int
    rev: int
    mine: bool
    author: str
    text: str
    body: dict[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever opened a page with a valid secret: role "business", "department", "task-group" or "leadership"."""

    role: str
    department: str
    user_id: str
    name: str

    @property
    def chat_id(self) -> str:
        """The page chat this holder may read and write."""
        if self.role == "business":
            return f"p:{self.user_id}"
        return f"desk:{self.department or self.role}"


SESSION_LIFE = timedelta(days=400)
DESK_LIFE = timedelta(days=30)
#: a new code has to be asked for after it, so it outlasts a week of holidays
DESK_IDLE = timedelta(days=10)
USE_NOTED_EVERY = timedelta(hours=1)

#: hexadecimal digits of a session's name
_NAME = 12

#: the role of what a private link holds: it opens no page by itself
LINK = "link"

#: how long what leads to an anonymous case stands on the page
FLEETING = timedelta(hours=1)


def counter(chat_id: str) -> str:
    """The name under which the revisions of a chat are counted."""
    return f"page:{chat_id}"


def forget_count(tx: Tx, chat_id: str) -> None:
    """How many revisions a chat has had is known no more, nor that there was one."""
    forget_counter(tx, counter(chat_id))


def append(  # noqa: PLR0913
    tx: Tx,
    chat_id: str,
    text: str,
    body: dict[str, Any],
    *,
    author: str = "",
    mine: bool = False,
    fleeting: bool = False,
) -> int:
    """A new message at the end of a page chat (`mine`: written by a person there, not by the bot); its id.

    A `fleeting` one is swept away after an hour.
    """
    rev = take_number(tx, counter(chat_id))
    gone_at = tx.now + FLEETING if fleeting else None
    facts = {"chat_id": chat_id, "rev": rev, "mine": mine, "author": "", "text": "", "at": tx.now}
    return tx.add(PageMessage, **facts, body=_sealed(tx, chat_id, rev, (author, text, body)), gone_at=gone_at)


def _sealed(tx: Tx, chat_id: str, rev: int, said: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
    """What the column holds of a message: its author, its text and its body under one seal, for this revision alone."""
    return {SEALED: tx.ring.seal(said, "page_messages", chat_id, rev)}


def seal_anew(tx: Tx, row: Any) -> None:
    """The same message by the newest key; no page has to read it again."""
    sealed = _sealed(tx, row.chat_id, row.rev, said(tx, row))
    tx.run(update(PageMessage).where(col(PageMessage.id) == row.id).values(author="", text="", body=sealed))


def said(tx: Tx, row: Any) -> tuple[str, str, dict[str, Any]]:
    """The author, the text and the body of a message."""
    body = row.body or {}
    if SEALED not in body:
        return row.author, row.text, body
    author, text, body = tx.ring.opened(body[SEALED], "page_messages", row.chat_id, row.rev)
    return author, text, body


def fade(tx: Tx, chat_id: str, message: int) -> None:
    """This message is swept away after an hour."""
    tx.run(update(PageMessage).where(_this(chat_id, message)).values(gone_at=tx.now + FLEETING))


def forget(tx: Tx, chat_id: str, first: int) -> None:
    """Remove the messages of a chat from this one on, whoever wrote them, but those of a case, with their files."""
    here = and_(col(MessageRow.network) == Network.PAGE, col(MessageRow.chat_id) == chat_id)
    of_cases = tx.rows(select(MessageRow.message_id).where(here, col(MessageRow.case_id) != 0))
    number = col(PageMessage.id)
    others = number.not_in([int(row.message_id) for row in of_cases])
    _remove(tx, and_(col(PageMessage.chat_id) == chat_id, number >= first, others))


def forget_one(tx: Tx, chat_id: str, message: int) -> None:
    """Remove one message, with its files."""
    _remove(tx, _this(chat_id, message))


def forget_fleeting(tx: Tx, chat_id: str) -> None:
    """Remove now what would be swept away within the hour."""
    _remove(tx, and_(col(PageMessage.chat_id) == chat_id, col(PageMessage.gone_at).is_not(None)))


def forget_all(tx: Tx, chat_id: str) -> None:
    """Remove everything that stands in a chat, with its files."""
    _remove(tx, col(PageMessage.chat_id) == chat_id)


def forget_before(tx: Tx, instant: datetime) -> int:
    """Remove what was written before then, in every chat; how many messages."""
    return _remove(tx, col(PageMessage.at) < instant)


def forget_case(tx: Tx, case: int) -> None:
    """Remove from every chat of the page what belongs to a case; that there was something, stays known."""
    mine = col(MessageRow.case_id).in_(messages.numbers_of(tx, case))
    of_case = select(MessageRow).where(MessageRow.network == Network.PAGE, mine)
    for row in tx.rows(of_case):
        if row.message_id.isdecimal():
            _remove(tx, _this(row.chat_id, int(row.message_id)))


def has_fleeting(tx: Tx, chat_id: str) -> bool:
    """True while something stands in the chat that is still to be swept away."""
    fleeting = select(PageMessage.id).where(PageMessage.chat_id == chat_id, col(PageMessage.gone_at).is_not(None))
    return tx.first(fleeting.limit(1)) is not None


def _remove(tx: Tx, these: ColumnElement[bool]) -> int:
    sent = tx.rows(select(PageMessage).where(these))
    removed = tx.run(delete(PageMessage).where(these))
    files.are_gone(tx, [each["sha256"] for row in sent for each in said(tx, row)[2].get("uploads") or ()])
    tx.erases |= removed > 0
    return removed


def sweep(tx: Tx) -> int:
    """Remove the messages whose hour is over; how many.

    With the last word of a chat whose person is erased, what opens it ends, and nothing is counted from then on.
    """
    over = col(PageMessage.gone_at) <= tx.now
    chats = {row.chat_id for row in tx.rows(select(PageMessage.chat_id).where(over))}
    removed = _remove(tx, over)
    for chat_id in chats:
        left = select(PageMessage.id).where(PageMessage.chat_id == chat_id)
        whose = select(Person.id).where(Person.network == Network.PAGE, Person.chat_id == chat_id)
        if tx.first(left.limit(1)) is None and tx.first(whose.limit(1)) is None:
            end_sessions(tx, chat_id.removeprefix("p:"))
            forget_count(tx, chat_id)
    return removed


def change(tx: Tx, chat_id: str, message: int, text: str, body: dict[str, Any]) -> bool:
    """Replace what a message says; False when there is no such message in this chat."""
    known = get(tx, chat_id, message)
    if known is None:
        return False
    rev = take_number(tx, counter(chat_id))
    sealed = _sealed(tx, chat_id, rev, (known.author, text, body))
    values = {"rev": rev, "author": "", "text": "", "body": sealed}
    return tx.run(update(PageMessage).where(_this(chat_id, message)).values(values)) > 0


def mark(tx: Tx, chat_id: str, message: int, text: str) -> None:
    """Under a person's message stands from now on what became of it; nothing where it is gone."""
    known = get(tx, chat_id, message)
    if known is not None and known.mine:
        change(tx, chat_id, message, known.text, {**known.body, "mark": text})


def get(tx: Tx, chat_id: str, message: int) -> PageText | None:
    """One message of a chat, or None."""
    row = tx.first(select(PageMessage).where(_this(chat_id, message)))
    return _page_text(tx, row) if row else None


def _this(chat_id: str, message: int) -> ColumnElement[bool]:
    """The message, of this chat: what a page asks for by number may be another one's."""
    return and_(col(PageMessage.id) == message, col(PageMessage.chat_id) == chat_id)


def news(tx: Tx, chat_id: str, after: int) -> list[PageText]:
    """Up to 200 messages written or changed after revision `after`, oldest change first."""
    rev = col(PageMessage.rev)
    changed = select(PageMessage).where(PageMessage.chat_id == chat_id, rev > after).order_by(rev).limit(200)
    return [_page_text(tx, row) for row in tx.rows(changed)]


def last(tx: Tx, chat_id: str, before: int = NEVER) -> list[PageText]:
    """The newest 200 messages of a chat, or the 200 older than message `before`; oldest first."""
    number = col(PageMessage.id)
    newest = select(PageMessage).where(PageMessage.chat_id == chat_id, number < before).order_by(number.desc())
    return [_page_text(tx, row) for row in reversed(tx.rows(newest.limit(200)))]


def open_session(tx: Tx, holder: Holder, kind: str = "") -> str:
    """A secret (43 characters) that opens this holder's page from now on; only its hash is kept.

    It is known under the same `kind` only, so that what one kind of page gave out opens no other.
    """
    secret = secrets.token_urlsafe(32)
    tx.put(
        PageSession,
        hash=_digest(secret, kind),
        role=holder.role,
        department=holder.department,
        user_id=holder.user_id,
        name=holder.name,
        at=tx.now,
    )
    return secret


def holder(tx: Tx, secret: str, kind: str = "") -> Holder | None:
    """Whose secret this is, or None; a desk's ends after thirty days, or ten without use."""
    row = tx.first(select(PageSession).where(PageSession.hash == _digest(secret, kind))) if secret else None
    if row is None or tx.now - row.at > (SESSION_LIFE if row.role in {"business", LINK} else DESK_LIFE):
        return None
    if row.role not in {"business", LINK} and tx.now - (row.used_at or row.at) > DESK_IDLE:
        return None
    return Holder(row.role, row.department, row.user_id, row.name)


def note_use(tx: Tx, secret: str, kind: str = "") -> None:
    """Somebody did something with this session just now; written down at most once an hour."""
    used = col(PageSession.used_at)
    stale = or_(used.is_(None), used < tx.now - USE_NOTED_EVERY)
    tx.run(update(PageSession).where(col(PageSession.hash) == _digest(secret, kind), stale).values(used_at=tx.now))


def open_link(tx: Tx, holder: Holder, kind: str = "") -> str:
    """A secret that is no session itself: each device that comes with it is given one of its own."""
    return open_session(tx, replace(holder, role=LINK), kind)


def linked(tx: Tx, secret: str, kind: str = "") -> Holder | None:
    """Whose conversation this link leads to, or None."""
    found = holder(tx, secret, kind)
    return replace(found, role="business") if found and found.role == LINK else None


def end_links(tx: Tx, user_id: str) -> int:
    """No link leads to this business's conversation any more; how many did."""
    return tx.run(delete(PageSession).where(col(PageSession.user_id) == user_id, col(PageSession.role) == LINK))


def end_sessions(tx: Tx, user_id: str) -> None:
    """No browser and no link opens this business's conversation any more."""
    tx.run(delete(PageSession).where(col(PageSession.user_id) == user_id))


def close_session(tx: Tx, secret: str, kind: str = "") -> None:
    """This secret opens nothing any more."""
    tx.run(delete(PageSession).where(col(PageSession.hash) == _digest(secret, kind)))


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that opens a page; `name` tells it from the others and opens nothing, `who` is the officer's name."""

    name: str
    who: str
    at: datetime
    used_at: datetime | None
    is_this: bool


def sessions_of(tx: Tx, holder: Holder, secret: str, kind: str = "") -> list[Opened]:
    """Every session that opens this holder's page, newest first: a business's devices, or whoever sits at the desk."""
    rows = tx.rows(select(PageSession).where(_same_page(tx, holder)).order_by(col(PageSession.at).desc()))
    mine = _digest(secret, kind)
    return [Opened(row.hash[:_NAME], row.name, row.at, row.used_at, row.hash == mine) for row in rows]


def end_others(tx: Tx, holder: Holder, secret: str, kind: str = "", name: str = "") -> int:
    """End the session of this name, or all but the one that asks; how many."""
    mine = _digest(secret, kind)
    which = col(PageSession.hash).startswith(name, autoescape=True) if name else col(PageSession.hash) != mine
    return tx.run(delete(PageSession).where(_same_page(tx, holder), which))


def _same_page(tx: Tx, holder: Holder) -> ColumnElement[bool]:
    if holder.role == "business":
        same = and_(col(PageSession.role) == "business", col(PageSession.user_id) == holder.user_id)
        return and_(same, col(PageSession.at) > tx.now - SESSION_LIFE)
    desk = and_(col(PageSession.role) == holder.role, col(PageSession.department) == holder.department)
    used = func.coalesce(col(PageSession.used_at), col(PageSession.at))
    return and_(desk, col(PageSession.at) > tx.now - DESK_LIFE, used > tx.now - DESK_IDLE)


def _digest(secret: str, kind: str) -> str:
    return hashlib.sha256(f"{kind}{secret}".encode()).hexdigest()


def _page_text(tx: Tx, row: Any) -> PageText:
    author, text, body = said(tx, row)
    return PageText(row.id, row.rev, row.mine, author, text, body, row.at)
