"""What is promised for a case, when it is due, and what the clock will look at until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from domain.province.catalogue import PromisedStep, Unit


class Look(StrEnum):
    """Why the clock looks at a case; PART and PART_LATE are followed by ":" and a co-operating department's key."""

    ACCEPT = "accept"
    HALF = "half"
    MOST = "most"
    DUE = "due"
    LATE = "late"
    LATER = "later"
    PART = "part"
    PART_LATE = "part-late"
    REPLY_SOON = "reply-soon"
    REPLY_OVER = "reply-over"
    CONFIRM_SOON = "confirm-soon"
    CONFIRM_OVER = "confirm-over"


#: the warnings on the way to a deadline and after it; each makes those before it superfluous
LADDER = (Look.HALF, Look.MOST, Look.DUE, Look.LATE, Look.LATER)

#: the warnings that come after a deadline, each of which raises the case
OVERDUE = (Look.LATE, Look.LATER)

#: when the clock looks at a case next and why, in order of time (UTC)
Agenda: TypeAlias = tuple[tuple[datetime, str], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """So much time for a step, with the source of the rule.

    `hours_of` is the department whose calendar counts, `topic` what the case was about when this was promised: later
    transfers change neither.
    """

    step: PromisedStep
    amount: float
    unit: Unit
    source: str = ""
    hours_of: str = ""
    topic: str = ""

    def plain(self) -> list[Any]:
        """The JSON form."""
        return [self.step.value, self.amount, self.unit.value, self.source, self.hours_of, self.topic]

    @classmethod
    def read(cls, plain: list[Any]) -> Promise:
        """The reverse of `plain`."""
        step, amount, unit, source, hours_of, topic = plain
        return cls(PromisedStep(step), amount, Unit(unit), source, hours_of, topic)


@dataclass(frozen=True, slots=True)
class Term:
    """A date worked out from a calendar: when something is due, what the clock looks at until then, and why.

    `why` holds the facts of domain/deadline/explaining.py, so that a journal explains itself without a calendar.
    """

    due: datetime
    agenda: Agenda = ()
    why: Mapping[str, Any] = field(default_factory=dict)
    promise: Promise | None = None

    def facts(self) -> dict[str, Any]:
        """What a journal entry says that moves a deadline."""
        facts: dict[str, Any] = {"deadline": self.due, "agenda": self.agenda, "why": dict(self.why)}
        if self.promise:
            facts["promise"] = self.promise.plain()
        return facts


def read_agenda(plain: list[list[str]]) -> Agenda:
    """The agenda of a journal entry's JSON form."""
    return tuple((datetime.fromisoformat(at), what) for at, what in plain)


def merged(*agendas: Agenda) -> Agenda:
    """Several agendas as one, in order of time."""
    return tuple(sorted({item for agenda in agendas for item in agenda}))


def without(agenda: Agenda, *looks: str) -> Agenda:
    """The agenda but for these looks; "part" stands for that of every department."""
    return tuple((at, what) for at, what in agenda if what.partition(":")[0] not in looks and what not in looks)


def only(agenda: Agenda, *looks: str) -> Agenda:
    """What the agenda says of these looks."""
    left = without(agenda, *looks)
    return tuple(item for item in agenda if item not in left)


def after(agenda: Agenda, instant: datetime) -> Agenda:
    """What is left of the agenda once everything up to an instant has been looked at."""
    return tuple((at, what) for at, what in agenda if at > instant)
