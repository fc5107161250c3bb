"""A directive: who is to do what by when, said by a leader or the task group, and what became of it.

Like a case it is what its entries tell: `apply` is the only way it changes. A draft has no entries yet; it waits for
somebody to say who and by when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.case.case import Actor, Role, plain
from domain.deadline.promises import Agenda, after, read_agenda
from domain.messages import LEADERSHIP, TASK_GROUP, To, Words, to_department
from domain.oversight.terms import Limit
from domain.province import catalogue
from domain.refusals import Missing, NotNow

CODE = re.compile(r"#?\b(CD\d{2}-\d{3,6})\b", re.IGNORECASE)
#: stands for a department where the task group itself is to do it
ITSELF = catalogue.TASK_GROUP


class Subject(StrEnum):
    """What a directive is about."""

    CASE = "case"
    ISSUE = "issue"
    PROJECT = "project"
    OTHER = "other"


class Standing(StrEnum):
    """Where a directive stands."""

    DRAFT = "draft"
    GIVEN = "given"
    REPORTED = "reported"
    DONE = "done"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """Everything that can be written about a directive."""

    GIVEN = "given"
    WORD = "word"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    LOOKED = "looked"


OPEN = frozenset({Standing.GIVEN, Standing.REPORTED})
_OWED = frozenset({Standing.GIVEN})
#: step → (where it may start from, where it leads; None stays)
STEPS: dict[Step, tuple[frozenset[Standing], Standing | None]] = {
    Step.GIVEN: (frozenset({Standing.DRAFT}), Standing.GIVEN),
    Step.WORD: (OPEN, None),
    Step.REPORTED: (_OWED, Standing.REPORTED),
    Step.ACCEPTED: (OPEN, Standing.DONE),
    Step.RETURNED: (frozenset({Standing.REPORTED}), Standing.GIVEN),
    Step.CANCELLED: (OPEN, Standing.CANCELLED),
    Step.LOOKED: (OPEN, None),
}


@dataclass(frozen=True, slots=True)
class Directive:
    """`about` is the code of what it is about ("" for nothing in particular), `case` that case's number or 0.

    `department` is ITSELF for the task group, "" while nobody has been named; `due` is None until it is given.
    """

    id: int
    code: str
    by: Actor
    text: str
    drafted_at: datetime
    subject: Subject = Subject.OTHER
    about: str = ""
    case: int = 0
    department: str = ""
    due: datetime | None = None
    standing: Standing = Standing.DRAFT
    seq: int = 0
    given_at: datetime | None = None
    agenda: Agenda = ()
    answer: str = ""
    files: tuple[int, ...] = ()
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    returns: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what happened to a directive."""

    directive: int
    seq: int
    at: datetime
    actor: Actor
    step: Step
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: the directive afterwards, and the entry that says so."""

    directive: Directive
    entry: Entry


def is_open(directive: Directive) -> bool:
    """True from when it is given until it is accepted or cancelled."""
    return directive.standing in OPEN


def is_late(directive: Directive, now: datetime) -> bool:
    """True when it is owed after its day, or was reported after it."""
    at = directive.answered_at or directive.ended_at or now
    return directive.due is not None and at > directive.due and directive.standing is not Standing.CANCELLED


def judge(directive: Directive) -> To:
    """Who accepts what is reported: the task group, or leadership where the task group itself was to do it."""
    return LEADERSHIP if directive.department == ITSELF else TASK_GROUP


def whose(directive: Directive) -> To:
    """Who is to do it."""
    return TASK_GROUP if directive.department == ITSELF else to_department(directive.department)


# What happens


def give(draft: Directive, actor: Actor, now: datetime, limit: Limit) -> Taken:
    """From now on it counts; raises Missing where it does not say who or what.

    A case handed over to the task group says enough.
    """
    if not draft.department:
        raise Missing("refused-directive-who")
    if not draft.text.strip() and not (draft.department == ITSELF and draft.case):
        raise Missing("refused-directive-what")
    facts = {"department": draft.department, "text": draft.text, "subject": draft.subject, "about": draft.about}
    return _take(draft, actor, Step.GIVEN, now, **facts, due=limit.due, agenda=limit.agenda)


def say(directive: Directive, actor: Actor, now: datetime, text: str, files: tuple[int, ...] = ()) -> Taken:
    """A word between whoever is to do it and whoever sees to it; changes nothing."""
    return _take(directive, actor, Step.WORD, now, text=_needed(text, files), files=files)


def report(directive: Directive, actor: Actor, now: datetime, text: str, files: tuple[int, ...] = ()) -> Taken:
    """It is done, says the department, with its answer; whether it is, the other side says."""
    return _take(directive, actor, Step.REPORTED, now, text=_needed(text, files), files=files)


def accept(directive: Directive, actor: Actor, now: datetime) -> Taken:
    """It is done."""
    return _take(directive, actor, Step.ACCEPTED, now)


def send_back(directive: Directive, actor: Actor, now: datetime, text: str, limit: Limit) -> Taken:
    """It is not done yet: what is missing, and by when."""
    return _take(directive, actor, Step.RETURNED, now, text=_needed(text, ()), due=limit.due, agenda=limit.agenda)


def cancel(directive: Directive, actor: Actor, now: datetime, text: str) -> Taken:
    """Nobody need do it any more, and why."""
    return _take(directive, actor, Step.CANCELLED, now, text=_needed(text, ()))


def look(directive: Directive, now: datetime) -> tuple[Taken, str] | None:
    """What the clock is to remind of, the last of several; None where its hour has not come."""
    passed = [what for at, what in directive.agenda if at <= now]
    if not passed:
        return None
    return _take(directive, Actor(Role.CLOCK), Step.LOOKED, now, what=passed[-1]), passed[-1]


def _needed(text: str, files: tuple[int, ...]) -> str:
    if not text.strip() and not files:
        raise Missing("refused-empty")
    return text


def _take(directive: Directive, actor: Actor, step: Step, now: datetime, **facts: Any) -> Taken:
    if directive.standing not in STEPS[step][0]:
        raise NotNow("refused-directive-state", code=directive.code, state=Words(f"directive-is-{directive.standing}"))
    told = {name: plain(value) for name, value in facts.items()}
    entry = Entry(directive.id, directive.seq + 1, now, actor, step, told)
    return Taken(apply(directive, entry), entry)


# What it comes to


def apply(directive: Directive, entry: Entry) -> Directive:
    """The directive after the entry."""
    standing = STEPS[entry.step][1] or directive.standing
    changed = replace(directive, seq=entry.seq, standing=standing)
    change = _CHANGES.get(entry.step)
    return replace(changed, **change(changed, entry)) if change else changed


def replay(draft: Directive, entries: Iterable[Entry]) -> Directive:
    """The directive its entries tell, from what had been drafted."""
    told = replace(draft, standing=Standing.DRAFT, seq=0, department="", due=None, given_at=None, agenda=(), answer="")
    told = replace(told, files=(), answered_at=None, ended_at=None, returns=0)
    for entry in entries:
        told = apply(told, entry)
    return told


def _termed(entry: Entry) -> dict[str, Any]:
    return {"due": datetime.fromisoformat(entry.facts["due"]), "agenda": read_agenda(entry.facts["agenda"])}


def _given(_: Directive, entry: Entry) -> dict[str, Any]:
    facts = entry.facts
    what = {"department": facts["department"], "text": facts["text"], "given_at": entry.at}
    return {**what, "subject": Subject(facts["subject"]), "about": facts["about"], **_termed(entry)}


def _reported(_: Directive, entry: Entry) -> dict[str, Any]:
    files = tuple(entry.facts["files"])
    return {"answer": entry.facts["text"], "files": files, "answered_at": entry.at, "agenda": ()}


def _returned(directive: Directive, entry: Entry) -> dict[str, Any]:
    return {"returns": directive.returns + 1, "answered_at": None, **_termed(entry)}


_CHANGES: dict[Step, Callable[[Directive, Entry], dict[str, Any]]] = {
    Step.GIVEN: _given,
    Step.REPORTED: _reported,
    Step.ACCEPTED: lambda _, entry: {"ended_at": entry.at, "agenda": ()},
    Step.RETURNED: _returned,
    Step.CANCELLED: lambda _, entry: {"ended_at": entry.at, "agenda": ()},
    Step.LOOKED: lambda directive, entry: {"agenda": after(directive.agenda, entry.at)},
}
