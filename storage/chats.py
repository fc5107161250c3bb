"""Group chats bound to a role, the codes that bind them, and the forum topics of their cases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, literal, select, update

from domain.messages import Audience, Chat, Network, To
from storage import people
from storage.database import Tx
from storage.statements import Statement, put, put_or_change, table
from storage.tables import BindCode, Binding, OutboxRow, Slot, Topic

_BINDINGS = table(Binding)
_CODES = table(BindCode)
_SLOTS = table(Slot)
_TOPICS = table(Topic)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a group chat speaks for: "department" or "head" (then which), "task-group" or "leadership"."""

    chat: Chat
    role: str
    department: str = ""
    title: str = ""
    topics: bool = False
    trouble: str = ""


_AT = (_BINDINGS.c.network == bindparam("on_network"), _BINDINGS.c.chat_id == bindparam("chat"))
_BOUND = Statement(select(_BINDINGS).where(*_AT))
_BY_ROLE = Statement(
    select(_BINDINGS).where(
        _BINDINGS.c.role == bindparam("as_role"), _BINDINGS.c.department == bindparam("of_department")
    )
)
_ALL = Statement(select(_BINDINGS).order_by(_BINDINGS.c.role, _BINDINGS.c.department))
_BIND = put_or_change(Binding, "network", "chat_id", "role", "department", "title", "topics", "trouble", "bound_at")
_TROUBLE = Statement(update(_BINDINGS).where(*_AT).values(trouble=bindparam("what")))
_TOPICS_ON = Statement(update(_BINDINGS).where(*_AT).values(topics=bindparam("wanted")))
_UNBIND = Statement(delete(_BINDINGS).where(*_AT))
_ADD_CODE = put(BindCode, "hash", "role", "department", "expires_at")
_CODE = Statement(
    select(_CODES.c.role).where(
        _CODES.c.hash == bindparam("digest"), _CODES.c.used_at.is_(None), _CODES.c.expires_at > bindparam("instant")
    )
)
_USE_CODE = Statement(
    update(_CODES)
    .where(_CODES.c.hash == bindparam("digest"), _CODES.c.used_at.is_(None), _CODES.c.expires_at > bindparam("instant"))
    .values(used_at=bindparam("instant2"))
    .returning(_CODES.c.role, _CODES.c.department)
)
_TOPIC = Statement(
    select(_TOPICS).where(
        _TOPICS.c.network == bindparam("on_network"),
        _TOPICS.c.chat_id == bindparam("chat"),
        _TOPICS.c.case_id == bindparam("case"),
    )
)
_TOPIC_CASE = Statement(
    select(_TOPICS).where(
        _TOPICS.c.network == bindparam("on_network"),
        _TOPICS.c.chat_id == bindparam("chat"),
        _TOPICS.c.thread == bindparam("in_thread"),
    )
)
_OPEN_TOPIC = put_or_change(Topic, "network", "chat_id", "case_id", "thread")
_FORGET_TOPIC = Statement(
    delete(_TOPICS).where(
        _TOPICS.c.network == bindparam("on_network"),
        _TOPICS.c.chat_id == bindparam("chat"),
        _TOPICS.c.case_id == bindparam("case"),
    )
)
_MIGRATE = tuple(
    Statement(
        update(each)
        .where(each.c.network == bindparam("on_network"), each.c.chat_id == bindparam("old"))
        .values(chat_id=bindparam("new"))
    )
    for each in (_BINDINGS, _TOPICS, table(OutboxRow))
)
_EMPTY_SLOTS = Statement(
    update(_SLOTS)
    .where(_SLOTS.c.network == bindparam("on_network"), _SLOTS.c.chat_id == bindparam("old"))
    .values(chat_id=bindparam("new"), message_id=literal(""), thread=literal(""))
)


def bound(tx: Tx, chat: Chat) -> Bound | None:
    """What this group chat is bound to, or None."""
    row = tx.first(_BOUND, on_network=chat.network, chat=chat.id)
    return _bound(row) if row else None


def every_binding(tx: Tx) -> list[Bound]:
    """All bound chats."""
    return [_bound(row) for row in tx.rows(_ALL)]


def bind(tx: Tx, chat: Chat, role: str, department: str, title: str) -> None:
    """Let this chat speak for a role from now on, whatever it spoke for before."""
    tx.run(
        _BIND,
        network=chat.network,
        chat_id=chat.id,
        role=role,
        department=department,
        title=title,
        topics=False,
        trouble="",
        bound_at=tx.now,
    )


def unbind(tx: Tx, chat: Chat) -> int:
    """Forget what the chat speaks for; the number of bindings ended."""
    return tx.run(_UNBIND, on_network=chat.network, chat=chat.id)


def use_topics(tx: Tx, chat: Chat, *, wanted: bool) -> None:
    """One forum topic a case in this group from now on, or all in one stream."""
    tx.run(_TOPICS_ON, on_network=chat.network, chat=chat.id, wanted=wanted)


def note_trouble(tx: Tx, chat: Chat, what: str) -> bool:
    """Remember what keeps the bot from writing to this group ("" for nothing); True when it was bound."""
    return tx.run(_TROUBLE, on_network=chat.network, chat=chat.id, what=what) > 0


def issue_code(tx: Tx, code: str, role: str, department: str, expires_at: datetime) -> None:
    """Keep the hash of a one-time code."""
    tx.run(_ADD_CODE, hash=_digest(code), role=role, department=department, expires_at=expires_at)


def role_of_code(tx: Tx, code: str) -> str:
    """For which role a fresh, unused code was made, without using it; "" for a wrong one."""
    row = tx.first(_CODE, digest=_digest(code), instant=tx.now)
    return str(row.role) if row else ""


def use_code(tx: Tx, code: str) -> tuple[str, str] | None:
    """Role and department of a code that is right, fresh and unused, and use it up; None otherwise."""
    row = tx.first(_USE_CODE, digest=_digest(code), instant=tx.now, instant2=tx.now)
    return (row.role, row.department) if row else None


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()


def resolve(tx: Tx, to: To) -> list[tuple[Chat, str]]:
    """The chats behind an address, each with its reader's language; none for a person who is not known."""
    match to.audience:
        case Audience.CHAT:
            found = [(to.chat, to.language)] if to.chat else []
        case Audience.AUTHOR:
            found = _private([people.by_id(tx, to.person)])
        case Audience.ADMINISTRATOR:
            found = _private(people.administrators(tx))
        case Audience.LEADERSHIP:
            found = _groups(tx, "leadership") or [(Chat(Network.PAGE, "desk:leadership"), "vi")]
        case Audience.DEPARTMENT:
            found = _groups(tx, "department", to.department) or _task_group(tx)
        case Audience.HEAD:
            found = _groups(tx, "head", to.department)
        case Audience.TASK_GROUP:
            found = _task_group(tx)
    return found


def has_chat(tx: Tx, to: To) -> bool:
    """True when a chat is bound to the department (or its head) itself."""
    return bool(_groups(tx, "head" if to.audience is Audience.HEAD else "department", to.department))


def _private(persons: Iterable[people.Individual | None]) -> list[tuple[Chat, str]]:
    return [(person.chat, person.language or "vi") for person in persons if person]


def _task_group(tx: Tx) -> list[tuple[Chat, str]]:
    return _groups(tx, "task-group") or [(Chat(Network.PAGE, "desk:task-group"), "vi")]


def _groups(tx: Tx, role: str, department: str = "") -> list[tuple[Chat, str]]:
    rows = tx.rows(_BY_ROLE, as_role=role, of_department=department)
    return [(Chat(Network(row.network), row.chat_id), "vi") for row in rows]


def topic(tx: Tx, chat: Chat, case: int) -> str:
    """The thread of the case's forum topic in this group, or ""."""
    row = tx.first(_TOPIC, on_network=chat.network, chat=chat.id, case=case)
    return row.thread if row else ""


def case_of_topic(tx: Tx, chat: Chat) -> int:
    """The case whose topic this thread is, or 0."""
    row = tx.first(_TOPIC_CASE, on_network=chat.network, chat=chat.id, in_thread=chat.thread) if chat.thread else None
    return int(row.case_id) if row else 0


def open_topic(tx: Tx, chat: Chat, case: int, thread: str) -> None:
    """Remember the topic opened for a case."""
    tx.run(_OPEN_TOPIC, network=chat.network, chat_id=chat.id, case_id=case, thread=thread)


def forget_topics_of(tx: Tx, chat: Chat, case: int) -> None:
    """The case's topic is gone; its next message opens another."""
    tx.run(_FORGET_TOPIC, on_network=chat.network, chat=chat.id, case=case)


def migrate(tx: Tx, chat: Chat, new: str) -> None:
    """A group became a supergroup: everything bound to or waiting for the old id goes to the new one.

    Message ids do not carry over, so the slots are emptied: the next change of a case sends its card anew.
    """
    if bound(tx, chat) and bound(tx, Chat(chat.network, new)):  # told twice, the second time must change nothing
        tx.run(_UNBIND, on_network=chat.network, chat=new)
    for statement in _MIGRATE:
        tx.run(statement, on_network=chat.network, old=chat.id, new=new)
    tx.run(_EMPTY_SLOTS, on_network=chat.network, old=chat.id, new=new)


def _bound(row: Any) -> Bound:
    return Bound(
        Chat(Network(row.network), row.chat_id), row.role, row.department, row.title, bool(row.topics), row.trouble
    )
