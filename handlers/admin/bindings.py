"""Who speaks for whom: the list of bindings, and how one ends; for the administrator and the task group."""

from __future__ import annotations

import structlog

from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Lines,
    Name,
    Network,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    to_chat,
    to_department,
)
from domain.refusals import Missing, NotYours
from storage import bindings, chats, people
from storage.bindings import Standing
from storage.database import Tx
from storage.outgoing import outbox

log = structlog.get_logger()

#: what the task group may not end: its own chats, and the people who keep the service running
_ADMINISTRATORS = {"task-group", "administrator"}


def name_of(role: str, department: str) -> Value:
    """What is bound, in words."""
    if role == "head":
        return Words("head-of", {"department": Name("department", department)})
    return Name("department", department) if role == "department" else Words(role)


def listed(tx: Tx) -> Lines:
    """Every binding in a line: what for, where, its name, who bound it, when, and when it was last used."""
    known = bindings.every_one(tx)
    lines: list[Value] = [Words("bindings-head", {"count": len(known)}), *map(_line, known)]
    return Lines((*lines, Words("bindings-how")))


def _line(each: Standing) -> Words:
    facts: dict[str, Value] = {
        "who": name_of(each.role, each.department),
        "title": each.title or each.chat.id,
        "network": str(each.chat.network),
        "binding": each.name,
        "by": each.by or Words("bindings-unknown"),
        "at": each.at or Words("bindings-unknown"),
        "used": each.used_at or Words("bindings-never"),
    }
    return Words("bindings-line", facts)


def end(tx: Tx, name: str, by: Value, *, is_administrator: bool) -> Words:
    """End the binding of this name; what became of it. Raises Missing when there is none, NotYours."""
    found = bindings.find(tx, name.strip().lower().removeprefix("#"))
    if found is None:
        raise Missing("refused-which-binding")
    if found.role in _ADMINISTRATORS and not is_administrator:
        raise NotYours("refused-unbind-administrator")
    if found.person:
        _dismiss(tx, found.person)
    else:
        chats.unbind(tx, found.chat)
    log.info("binding.ended", role=found.role, department=found.department, network=found.chat.network)
    return _tell_ended(tx, found, by)


def _dismiss(tx: Tx, person: int) -> None:
    known = people.by_id(tx, person)
    if known:
        known.role = ""
        people.save(tx, known)


def _tell_ended(tx: Tx, found: Standing, by: Value) -> Words:
    """The chat itself reads it (nobody sits at a desk any more), and the task group."""
    facts: dict[str, Value] = {"who": name_of(found.role, found.department), "by": by, "title": found.title}
    done = Words("unbound", facts)
    if found.chat.network is not Network.PAGE:
        outbox.post(tx, Notice(to_chat(found.chat), Words("unbound-here", facts), urgency=Urgency.PROMPT))
    outbox.post(tx, Notice(TASK_GROUP, done, urgency=Urgency.PROMPT))
    return done


def tell_lost(tx: Tx, role: str, department: str, chat_title: str, now: Value) -> None:
    """Whoever a chat spoke for until now hears that it speaks for another, through the chats that are left."""
    to: To = {"department": to_department(department), "leadership": LEADERSHIP}.get(role, TASK_GROUP)
    facts: dict[str, Value] = {"title": chat_title, "who": name_of(role, department), "now": now}
    outbox.post(tx, Notice(to, Words("bound-lost", facts), urgency=Urgency.PROMPT))


def tell_opened(tx: Tx, role: str, department: str, by: str) -> None:
    """The task group hears that somebody opened a desk on the page, as it does of a group."""
    log.info("desk.joined", role=role, department=department)
    facts: dict[str, Value] = {"who": name_of(role, department), "by": by}
    outbox.post(tx, Notice(TASK_GROUP, Words("desk-opened", facts), urgency=Urgency.PROMPT))
