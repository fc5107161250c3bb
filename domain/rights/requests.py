"""What somebody asks about their own data: a request with its legal term, and the steps that lead to its end.

Like a case it is the fold of its entries; what it says in the asker's words stands beside them, and can be erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.case.case import Actor, Role
from domain.case.decisions import says
from domain.province.catalogue import PromisedStep
from domain.refusals import Missing, NotNow, NotYours

LEAST_WORDS = 3


class Wish(StrEnum):
    """What is asked for."""

    COPY = "copy"
    NAME = "name"
    FIRM = "firm"
    WITHDRAW = "withdraw"
    RESTRICT = "restrict"
    OBJECT = "object"
    DELETE = "delete"


#: what needs words of the asker's: the right name, the right firm, to what use they object
NEEDS_WORDS = frozenset({Wish.NAME, Wish.FIRM, Wish.OBJECT})
#: what somebody anonymous may ask about their case
FOR_A_CASE = (Wish.COPY, Wish.RESTRICT, Wish.OBJECT, Wish.DELETE)
#: how long carrying out may take; the answer comes first, within the time of PromisedStep.DATA_REQUEST
CARRIED_OUT: Mapping[Wish, PromisedStep] = {
    Wish.COPY: PromisedStep.DATA_SHOW,
    Wish.NAME: PromisedStep.DATA_SHOW,
    Wish.FIRM: PromisedStep.DATA_SHOW,
    Wish.WITHDRAW: PromisedStep.DATA_STOP,
    Wish.RESTRICT: PromisedStep.DATA_STOP,
    Wish.OBJECT: PromisedStep.DATA_STOP,
    Wish.DELETE: PromisedStep.DATA_DELETE,
}


class Step(StrEnum):
    """What can happen to a request."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    EXTENDED = "extended"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


class Standing(StrEnum):
    """Where a request stands: nobody has answered yet, the task group has, or how it ended."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


UNSETTLED = frozenset({Standing.OPEN, Standing.ACCEPTED})
_LEADS_TO: Mapping[Step, Standing] = {
    Step.ASKED: Standing.OPEN,
    Step.ACCEPTED: Standing.ACCEPTED,
    Step.DONE: Standing.DONE,
    Step.REFUSED: Standing.REFUSED,
    Step.DROPPED: Standing.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `person` is 0 for whoever has only the code of `case`, which is 0 for all of a person's data.

    `answer_by` and `carry_out_by` are the law's terms. `text` is what the asker wrote.
    """

    id: int
    wish: Wish
    person: int
    case: int
    standing: Standing
    asked_at: datetime
    answer_by: datetime
    carry_out_by: datetime
    text: str = ""
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    is_extended: bool = False
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what happened to a request; `reason` is the task group's, never the asker's words."""

    request: int
    seq: int
    at: datetime
    actor: Actor
    step: Step
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A request as a step leaves it, and the entry that says so."""

    request: Request
    entry: Entry


def asked(request: Request, actor: Actor) -> Taken:
    """The request as it was just made."""
    return _take(request, actor, Step.ASKED, request.asked_at)


def accept(request: Request, actor: Actor, now: datetime) -> Taken:
    """The task group says that it will be carried out, and by when."""
    _check(request, actor)
    if request.standing is not Standing.OPEN:
        raise NotNow("refused-data-accepted", number=request.id)
    return _take(request, actor, Step.ACCEPTED, now)


def extend(request: Request, actor: Actor, now: datetime, reason: str, until: datetime) -> Taken:
    """More time, once, with a reason its asker reads."""
    _check(request, actor)
    _needs_reason(request, reason)
    if request.is_extended:
        raise NotNow("refused-data-extended", number=request.id)
    return _take(replace(request, carry_out_by=until, is_extended=True), actor, Step.EXTENDED, now, reason)


def carry_out(request: Request, actor: Actor, now: datetime) -> Taken:
    """It is done; what is to be done is the caller's."""
    _check(request, actor)
    return _take(request, actor, Step.DONE, now)


def refuse(request: Request, actor: Actor, now: datetime, reason: str) -> Taken:
    """It is not done, for a reason its asker reads."""
    _check(request, actor)
    _needs_reason(request, reason)
    return _take(request, actor, Step.REFUSED, now, reason)


def drop(request: Request, actor: Actor, now: datetime) -> Taken:
    """Its asker does not want it any more."""
    if request.standing not in UNSETTLED:
        raise NotNow("refused-data-settled", number=request.id)
    return _take(request, actor, Step.DROPPED, now)


def answered_at_once(request: Request, now: datetime) -> Taken:
    """What needs nobody's decision is done as it is asked."""
    return _take(request, Actor(Role.CLOCK), Step.DONE, now)


def due(request: Request) -> datetime:
    """By when the next thing has to happen to it."""
    return request.answer_by if request.standing is Standing.OPEN else request.carry_out_by


def _check(request: Request, actor: Actor) -> None:
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-data-task-group")
    if request.standing not in UNSETTLED:
        raise NotNow("refused-data-settled", number=request.id)


def _needs_reason(request: Request, reason: str) -> None:
    if not says(reason, LEAST_WORDS):
        raise Missing("refused-data-reason", number=request.id)


def _take(request: Request, actor: Actor, step: Step, now: datetime, reason: str = "") -> Taken:
    entry = Entry(request.id, request.seq + 1, now, actor, step, reason)
    return Taken(apply(request, entry), entry)


def apply(request: Request, entry: Entry) -> Request:
    """The request after an entry."""
    standing = _LEADS_TO.get(entry.step, request.standing)
    answered = entry.at if entry.step not in {Step.ASKED, Step.DROPPED} else None
    return replace(
        request,
        seq=entry.seq,
        standing=standing,
        answered_at=request.answered_at or answered,
        ended_at=entry.at if standing not in UNSETTLED else None,
    )
