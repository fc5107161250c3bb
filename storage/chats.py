"""Group chats bound to a role, the codes that bind them, and the forum topics of their cases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam
from sqlmodel import col, delete, func, select, update

from domain.messages import Audience, Chat, Network, To
from storage import people
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import BindCode, Binding, BoardSession, ForumTopic, OutboxRow, PageSession, Slot


@dataclass(frozen=True, slots=True)
class Bound:
    """What a group chat speaks for: "department" or "head" (then which), "task-group" or "leadership"."""

    chat: Chat
    role: str
    department: str = ""
    title: str = ""
    topics: bool = False
    trouble: str = ""
    used_at: datetime | None = field(default=None, compare=False)


# every message of a group asks this
_AT = Prepared(select(Binding).where(Binding.network == bindparam("network"), Binding.chat_id == bindparam("chat")))


def bound(tx: Tx, chat: Chat) -> Bound | None:
    """What this group chat is bound to, or None."""
    row = tx.first(_AT, network=chat.network, chat=chat.id)
    return _bound(row) if row else None


def every_binding(tx: Tx) -> list[Bound]:
    """All bound chats."""
    return [_bound(row) for row in tx.rows(select(Binding).order_by(col(Binding.role), col(Binding.department)))]


def first_bound(tx: Tx) -> dict[str, datetime]:
    """Since when each department that has a chat has had one, as far as today's bindings tell."""
    since = select(Binding.department, func.min(Binding.bound_at)).where(Binding.role == "department")
    return {row[0]: row[1] for row in tx.rows(since.group_by(Binding.department))}


def bind(tx: Tx, chat: Chat, role: str, department: str, title: str, by: str = "") -> None:
    """Let this chat speak for a role from now on, whatever it spoke for before: what waits for that reaches it not."""
    tx.known.clear()
    before = bound(tx, chat)
    if before and (before.role, before.department) != (role, department):
        unbind(tx, chat)
    tx.put_or_change(
        Binding,
        network=chat.network,
        chat_id=chat.id,
        role=role,
        department=department,
        title=title,
        topics=False,
        trouble="",
        bound_at=tx.now,
        bound_by=by,
        used_at=None,
    )


def unbind(tx: Tx, chat: Chat) -> int:
    """Forget what the chat speaks for, who sat at it if it is a desk, and what of cases was still to reach it.

    The number of bindings ended.
    """
    tx.known.clear()
    known = bound(tx, chat) if chat.network is Network.PAGE else None
    if known:  # bound anew, the desk is for whoever is given its code then
        held = (col(PageSession.role) == known.role, col(PageSession.department) == known.department)
        tx.run(delete(PageSession).where(*held))
    tx.run(delete(BoardSession).where(col(BoardSession.network) == chat.network, col(BoardSession.chat_id) == chat.id))
    kept = (col(OutboxRow.network) == chat.network, col(OutboxRow.chat_id) == chat.id, col(OutboxRow.case_id) != 0)
    tx.run(delete(OutboxRow).where(*kept, col(OutboxRow.state) != "sent", col(OutboxRow.claimed_by) == ""))
    return tx.run(delete(Binding).where(_at(chat)))


def use_topics(tx: Tx, chat: Chat, *, wanted: bool) -> None:
    """One forum topic a case in this group from now on, or all in one stream."""
    tx.run(update(Binding).where(_at(chat)).values(topics=wanted))


def note_trouble(tx: Tx, chat: Chat, what: str) -> bool:
    """Remember what keeps the bot from writing to this group ("" for nothing); True when it was bound."""
    return tx.run(update(Binding).where(_at(chat)).values(trouble=what)) > 0


def issue_code(tx: Tx, code: str, role: str, department: str, expires_at: datetime) -> None:
    """Keep the hash of a one-time code."""
    tx.put(BindCode, hash=_digest(code), role=role, department=department, expires_at=expires_at)


def meant_by_code(tx: Tx, code: str) -> tuple[str, str]:
    """For which role and department a fresh, unused code was made, without using it; "" for a wrong one."""
    row = tx.first(select(BindCode.role, BindCode.department).where(_opens(tx, code)))
    return (str(row.role), str(row.department)) if row else ("", "")


def use_code(tx: Tx, code: str) -> tuple[str, str] | None:
    """Role and department of a code that is right, fresh and unused, and use it up; None otherwise."""
    # one statement looks and uses: of two who type the same code at once, one gets the role
    use = update(BindCode).where(_opens(tx, code)).values(used_at=tx.now)
    row = tx.first(use.returning(col(BindCode.role), col(BindCode.department)))
    return (row.role, row.department) if row else None


def _at(chat: Chat) -> ColumnElement[bool]:
    return and_(col(Binding.network) == chat.network, col(Binding.chat_id) == chat.id)


def _opens(tx: Tx, code: str) -> ColumnElement[bool]:
    fresh = and_(col(BindCode.used_at).is_(None), col(BindCode.expires_at) > tx.now)
    return and_(col(BindCode.hash) == _digest(code), fresh)


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


# every message posted to a group asks this
_SPEAKING = Prepared(
    select(Binding).where(Binding.role == bindparam("role"), Binding.department == bindparam("department"))
)


def _private(persons: Iterable[people.Individual | None]) -> list[tuple[Chat, str]]:
    return [(person.chat, person.language or "vi") for person in persons if person]


def _task_group(tx: Tx) -> list[tuple[Chat, str]]:
    return _groups(tx, "task-group") or [(Chat(Network.PAGE, "desk:task-group"), "vi")]


def _groups(tx: Tx, role: str, department: str = "") -> list[tuple[Chat, str]]:
    if (Binding, role, department) not in tx.known:  # a move asks for the same groups again and again
        rows = tx.rows(_SPEAKING, role=role, department=department)
        tx.known[Binding, role, department] = [(Chat(Network(row.network), row.chat_id), "vi") for row in rows]
    return tx.known[Binding, role, department]  # type: ignore[no-any-return]


def topic(tx: Tx, chat: Chat, case: int) -> str:
    """The thread of the case's forum topic in this group, or ""."""
    row = tx.first(select(ForumTopic.thread).where(_topic_of(chat, case)))
    return row.thread if row else ""


def case_of_topic(tx: Tx, chat: Chat) -> int:
    """The case whose topic this thread is, or 0."""
    if not chat.thread:
        return 0
    here = select(ForumTopic.case_id).where(ForumTopic.network == chat.network, ForumTopic.chat_id == chat.id)
    row = tx.first(here.where(ForumTopic.thread == chat.thread))
    return int(row.case_id) if row else 0


def open_topic(tx: Tx, chat: Chat, case: int, thread: str) -> None:
    """Remember the topic opened for a case."""
    tx.put_or_change(ForumTopic, network=chat.network, chat_id=chat.id, case_id=case, thread=thread)


def forget_topics_of(tx: Tx, chat: Chat, case: int) -> None:
    """The case's topic is gone; its next message opens another."""
    tx.run(delete(ForumTopic).where(_topic_of(chat, case)))


def _topic_of(chat: Chat, case: int) -> ColumnElement[bool]:
    return and_(
        col(ForumTopic.network) == chat.network, col(ForumTopic.chat_id) == chat.id, col(ForumTopic.case_id) == case
    )


def migrate(tx: Tx, chat: Chat, new: str) -> None:
    """A group became a supergroup: what is bound to the old id goes to the new one; what waits, by envelopes.migrate.

    Message ids do not carry over, so the slots are emptied: the next change of a case sends its card anew.
    """
    tx.known.clear()
    if bound(tx, chat) and bound(tx, Chat(chat.network, new)):  # told twice, the second time must change nothing
        unbind(tx, Chat(chat.network, new))
    for model in (Binding, ForumTopic):
        old = (col(model.network) == chat.network, col(model.chat_id) == chat.id)
        tx.run(update(model).where(*old).values(chat_id=new))
    slots = update(Slot).where(col(Slot.network) == chat.network, col(Slot.chat_id) == chat.id)
    tx.run(slots.values(chat_id=new, message_id=""))


def _bound(row: Any) -> Bound:
    chat = Chat(Network(row.network), row.chat_id)
    return Bound(chat, row.role, row.department, row.title, row.topics, row.trouble, row.used_at)
