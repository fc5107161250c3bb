"""A case: its states, its facts, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from domain.deadline.promises import Agenda, Promise
from domain.province.catalogue import Unit


class Matter(StrEnum):
    """What a business brings: the four kinds the province counts apart."""

    OBSTACLE = "obstacle"
    PROPOSAL = "proposal"
    FEEDBACK = "feedback"
    COMPLAINT = "complaint"


class Tier(StrEnum):
    """Who may know who filed: everybody handling the case, the task group only, or nobody at all."""

    OPEN = "open"
    HIDDEN = "hidden"
    ANONYMOUS = "anonymous"


class State(StrEnum):
    """Where a case stands."""

    FILED = "filed"
    ACCEPTED = "accepted"
    ASKED = "asked"
    ANSWERED = "answered"
    REOPENED = "reopened"
    DECLINED = "declined"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class Outcome(StrEnum):
    """What the business says became of its matter; silence is not a yes, and explained is not solved."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not-solved"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not-confirmed"


class Role(StrEnum):
    """In which capacity somebody acts."""

    BUSINESS = "business"
    OFFICER = "officer"
    TASK_GROUP = "task-group"
    LEADERSHIP = "leadership"
    ADMINISTRATOR = "administrator"
    CLOCK = "clock"


class Move(StrEnum):
    """Everything that can be written into the journal of a case."""

    FILED = "filed"
    ASSIGNED = "assigned"
    SUCCEEDED = "succeeded"
    ACCEPTED = "accepted"
    ASKED = "asked"
    REPLIED = "replied"
    TOLD = "told"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    EXPLAINED = "explained"
    CONFIRMED = "confirmed"
    RATED = "rated"
    REOPENED = "reopened"
    TRANSFERRED = "transferred"
    EXTENDED = "extended"
    PROPOSED = "proposed"
    REFUSED = "refused"
    INVITED = "invited"
    CONTRIBUTED = "contributed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ADDED = "added"
    AMENDED = "amended"
    NOTED = "noted"
    WARNED = "warned"
    ESCALATED = "escalated"
    REMINDED = "reminded"
    RESUMED = "resumed"
    RECOMPUTED = "recomputed"
    UNREACHED = "unreached"
    MERGED = "merged"
    SEPARATED = "separated"
    PUBLISHED = "published"
    RETRACTED = "retracted"
    UNMASK_ASKED = "unmask-asked"
    UNMASK_REFUSED = "unmask-refused"
    UNMASKED = "unmasked"
    MASKED = "masked"
    SUSPECTED = "suspected"
    JUDGED = "judged"
    LINKED = "linked"
    WEIGHED = "weighed"
    URGED = "urged"
    DIRECTED = "directed"
    FOLLOWED = "followed"
    RENAMED = "renamed"
    HELD = "held"
    LET_GO = "let-go"
    ERASED = "erased"


WORKABLE = frozenset({State.FILED, State.ACCEPTED, State.ASKED, State.REOPENED})
ENDED = frozenset({State.CLOSED, State.WITHDRAWN, State.MERGED})
#: stands for a department among those accused
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who moves a case; `name` is as shown to officers, `department` the chat they act from."""

    role: Role
    person: int = 0
    name: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal: who, when, what, and every fact the row needs."""

    case: int
    seq: int
    at: datetime
    actor: Actor
    move: Move
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a co-operating department is asked for, by when, and when it has said it."""

    department: str
    question: str
    due: datetime
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a department proposed to the task group and what has not been decided: a transfer or an extension."""

    number: int
    verb: str
    extra: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A request of the task group's that the business be named, not decided yet; `person` made it."""

    number: int
    reason: str
    person: int
    by: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Where a case comes from that nobody filed here: which list, and which place of it.

    `number`, `department` and `deadline` in the list's own words; `timed` where our clock was asked to look at it.
    """

    list: str = ""
    place: str = ""
    number: str = ""
    department: str = ""
    deadline: str = ""
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One matter of one business. `level` 0 is the department, 1 the task group, 2 leadership.

    `language` is the one its author is spoken to in, `written_in` the ISO 639-1 code of the text's own where that
    is none of ours. `accused` are the departments whose people it complains of (UNKNOWN where nobody can tell),
    none for all else. `is_explained` once the department says that its answer only explains; `again` is an earlier
    case in which its business raised the same. `author` is 0 where nobody knows who filed; what groups read of such
    a case may wait to come with others (`in_batches`). `dispute` is "suspected" for its `risks`, then "yes" or "no"
    as the task group decides; `contested` how often a refusal came back. `project` is an investment project's
    number; `investment` and `at_risk` are in millions of đồng, as far as the business has told. `imported` where it
    comes from a list: it is counted apart. `held_for` is why the task group keeps it beyond its time ("": it does not),
    since `held_at`.
    """

    id: int
    code: str
    kind: Matter
    department: str
    topic: str
    tier: Tier
    author: int
    author_name: str
    language: str
    business: int
    business_name: str
    tax_code: str
    text: str
    files: tuple[int, ...]
    state: State
    filed_at: datetime
    deadline: datetime | None
    promise: Promise
    agenda: Agenda = ()
    why: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0
    level: int = 0
    accepted_by: int = 0
    accepted_name: str = ""
    accepted_at: datetime | None = None
    first_word_at: datetime | None = None
    asked_at: datetime | None = None
    reply_by: datetime | None = None
    pauses: tuple[tuple[datetime, datetime], ...] = ()
    extension_days: int = 0
    transfers: int = 0
    reopenings: int = 0
    reopened_at: datetime | None = None
    escalated_at: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    answered_name: str = ""
    answered_by: int = 0
    confirm_by: datetime | None = None
    outcome: Outcome | None = None
    stars: int = 0
    comment: str = ""
    ended_at: datetime | None = None
    reopen_until: datetime | None = None
    proposal: Proposal | None = None
    together: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    unmasked_at: datetime | None = None
    naming: Naming | None = None
    named_until: datetime | None = None
    in_batches: bool = False
    written_in: str = ""
    introduced: tuple[str, ...] = ()
    parts: tuple[Contribution, ...] = ()
    reached: bool = True
    is_explained: bool = False
    again: int = 0
    merged_into: int = 0
    followers: int = 0
    contested: int = 0
    risks: tuple[str, ...] = ()
    dispute: str = ""
    project: int = 0
    investment: int = 0
    jobs: int = 0
    at_risk: int = 0
    imported: Imported | None = None
    held_for: str = ""
    held_at: datetime | None = None


_FIELDS = tuple(each.name for each in fields(Case))
_set = object.__setattr__


def copied(case: Case) -> Case:
    """Another one like it; `replace` asks the constructor, which takes three times as long."""
    other = object.__new__(Case)
    for name in _FIELDS:
        _set(other, name, getattr(case, name))
    return other


def is_open(case: Case) -> bool:
    """True while somebody in government still owes the business something."""
    return case.state in WORKABLE


def is_overdue(case: Case, now: datetime) -> bool:
    """True when the case is still open after its deadline; one that was asked about before it is not overdue."""
    # the deadline itself is still in time: it is a close, and an answer at 17:00:00 has come by 17:00
    return is_open(case) and case.deadline is not None and (case.asked_at or now) > case.deadline


def is_paused(case: Case) -> bool:
    """True while a question stops the clock: one asked after the deadline does not, and nothing stops calendar days."""
    if case.asked_at is None or case.promise.unit is Unit.CALENDAR_DAYS:
        return False
    return case.deadline is None or case.asked_at <= case.deadline


def part_of(case: Case, department: str) -> Contribution | None:
    """What this department is to contribute to the case, or None."""
    return next((part for part in case.parts if part.department == department), None)


def plain(value: Any) -> Any:
    """The JSON form of a fact: instants as ISO 8601 in UTC, tuples as lists."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value
