"""The access log: who saw who is behind a hidden case. Leadership alone reads it, and it names no business."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from domain.case.case import Case, Tier
from domain.messages import Lines, Name, Value, Words
from handlers.access import is_task_group, officer_of
from handlers.group_talk import say
from handlers.province import Province
from handlers.turn import InGroup
from storage.database import Tx
from storage.rights import accesses
from storage.rights.accesses import Seen

_LISTED = 30
_TASK_GROUP = "task-group"


class What(StrEnum):
    """What was seen, and how."""

    CASE = "case"
    NAMED = "named"
    COPY = "copy"
    EXPORT = "export"


def note_opened(turn: InGroup, case: Case) -> None:
    """Somebody opens a case in full; noted where its business hides from most and not from them."""
    is_hidden = case.tier is Tier.HIDDEN and is_task_group(turn)
    if is_hidden or case.named_until:
        _note_officer(turn, case, What.CASE, turn.who.department or turn.who.role)


def note_named(turn: InGroup, case: Case) -> None:
    """A department is told who filed; the name noted is of whoever made that come true."""
    _note_officer(turn, case, What.NAMED, case.department)


def note_copy(tx: Tx, province: Province, case: int) -> None:
    """Somebody was given the copy of what is kept of them; who they are would tell what the case hides."""
    accesses.note(tx, _today(tx, province), Seen("business", 0, "", What.COPY, case))


def note_export(tx: Tx, province: Province, name: str) -> None:
    """Everything was written to a folder, by whoever works at the machine under this name."""
    accesses.note(tx, _today(tx, province), Seen("machine", 0, name, What.EXPORT))


def _note_officer(turn: InGroup, case: Case, what: What, role: str) -> None:
    person, actor = officer_of(turn)
    accesses.note(turn.tx, _today(turn.tx, turn.province), Seen(role, person.id, actor.name, what, case.id))


def _today(tx: Tx, province: Province) -> datetime:
    return tx.now.astimezone(province.catalogue.timezone).replace(hour=0, minute=0, second=0, microsecond=0)


def tell(turn: InGroup) -> None:
    """`/nhatky`: the last ones, in words."""
    found = accesses.last(turn.tx, _LISTED)
    if not found:
        say(turn, Words("accesses-none"))
        return
    lines: list[Value] = [Words("accesses-head", {"count": len(found)})]
    say(turn, Lines((*lines, *(_line(turn.province, each) for each in found))))


def _line(province: Province, line: accesses.Line) -> Words:
    facts: dict[str, Value] = {"at": f"{line.at.astimezone(province.catalogue.timezone):%d/%m/%Y %H:%M}"}
    facts["name"] = line.name or "?"
    facts["who"] = Words("task-group") if line.role == _TASK_GROUP else Name("short", line.role)
    facts["code"] = line.code
    if line.what == What.COPY:
        return Words("access-copy-of-case" if line.code else "access-copy", facts)
    return Words(f"access-{line.what}", facts)
