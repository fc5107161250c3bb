"""A case, its states, and the one table of what may happen in which state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from domain.messages import Words
from domain.refusals import NotNow


class Matter(StrEnum):
    """What a business brings: the four kinds the province counts apart."""

    OBSTACLE = "obstacle"
    PROPOSAL = "proposal"
    FEEDBACK = "feedback"
    COMPLAINT = "complaint"


class Tier(StrEnum):
    """Who may know who filed: everybody handling the case, or the task group only."""

    OPEN = "open"
    HIDDEN = "hidden"


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


class Outcome(StrEnum):
    """What the business says became of its matter; silence is not a yes."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not-solved"
    NOT_CONFIRMED = "not-confirmed"


class Role(StrEnum):
    """In which capacity somebody acts."""

    BUSINESS = "business"
    OFFICER = "officer"
    TASK_GROUP = "task-group"
    ADMINISTRATOR = "administrator"
    CLOCK = "clock"


class Move(StrEnum):
    """Everything that can be written into the journal of a case."""

    FILED = "filed"
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    ASKED = "asked"
    REPLIED = "replied"
    TOLD = "told"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    RATED = "rated"
    REOPENED = "reopened"
    TRANSFERRED = "transferred"
    EXTENDED = "extended"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ADDED = "added"
    AMENDED = "amended"
    NOTED = "noted"
    ESCALATED = "escalated"
    REMINDED = "reminded"
    UNREACHED = "unreached"


WORKABLE = frozenset({State.FILED, State.ACCEPTED, State.ASKED, State.REOPENED})
ENDED = frozenset({State.CLOSED, State.WITHDRAWN})
ANYTIME = frozenset(State)

#: move → (states it may start from, state it leads to; None keeps the state)
TRANSITIONS: dict[Move, tuple[frozenset[State], State | None]] = {
    Move.FILED: (frozenset(), State.FILED),
    Move.ASSIGNED: (WORKABLE | {State.ANSWERED}, State.FILED),
    Move.ACCEPTED: (frozenset({State.FILED, State.REOPENED}), State.ACCEPTED),
    Move.ASKED: (WORKABLE, State.ASKED),
    Move.REPLIED: (frozenset({State.ASKED}), State.ACCEPTED),
    Move.TOLD: (WORKABLE | {State.ANSWERED, State.DECLINED}, None),
    Move.ANSWERED: (WORKABLE | {State.ANSWERED}, State.ANSWERED),
    Move.CORRECTED: (ANYTIME, None),
    Move.CONFIRMED: (frozenset({State.ANSWERED, State.DECLINED}), State.CLOSED),
    Move.RATED: (frozenset({State.CLOSED}), None),
    Move.REOPENED: (frozenset({State.ANSWERED, State.DECLINED, State.CLOSED}), State.REOPENED),
    Move.TRANSFERRED: (WORKABLE, State.FILED),
    Move.EXTENDED: (WORKABLE, None),
    Move.DECLINED: (WORKABLE, State.DECLINED),
    Move.WITHDRAWN: (WORKABLE | {State.ANSWERED, State.DECLINED}, State.WITHDRAWN),
    Move.ADDED: (ANYTIME, None),
    Move.AMENDED: (ANYTIME, None),
    Move.NOTED: (ANYTIME, None),
    Move.ESCALATED: (WORKABLE, None),
    Move.REMINDED: (ANYTIME, None),
    Move.UNREACHED: (ANYTIME, None),
}


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
class Case:
    """One matter of one business. `level` 0 is the department, 1 the task group, 2 leadership."""

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
    working_days: int
    seq: int = 0
    level: int = 0
    accepted_by: int = 0
    accepted_name: str = ""
    accepted_at: datetime | None = None
    first_word_at: datetime | None = None
    asked_at: datetime | None = None
    pauses: tuple[tuple[datetime, datetime], ...] = ()
    extension_days: int = 0
    transfers: int = 0
    reopenings: int = 0
    reopened_at: datetime | None = None
    escalated_at: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    answered_name: str = ""
    confirm_by: datetime | None = None
    outcome: Outcome | None = None
    stars: int = 0
    comment: str = ""
    ended_at: datetime | None = None
    reached: bool = True


def is_open(case: Case) -> bool:
    """True while somebody in government still owes the business something."""
    return case.state in WORKABLE


def is_overdue(case: Case, now: datetime) -> bool:
    """True when the case is still open after its deadline; a case that waits for the business is not overdue."""
    return is_open(case) and case.state is not State.ASKED and case.deadline is not None and now > case.deadline


def allowed(case: Case, move: Move) -> bool:
    """True when the transition table lets this move happen now."""
    return case.state in TRANSITIONS[move][0]


def write(case: Case, actor: Actor, move: Move, now: datetime, **facts: Any) -> Entry:
    """The next journal entry of the case; raises NotNow when the transition table forbids the move."""
    if not allowed(case, move):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))
    return Entry(case.id, case.seq + 1, now, actor, move, {k: plain(v) for k, v in facts.items()})


def plain(value: Any) -> Any:
    """The JSON form of a fact: instants as ISO 8601 in UTC, tuples as lists."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def apply(case: Case | None, entry: Entry) -> Case:
    """The case after the entry; with `replay` the only way a case ever changes."""
    if case is None:
        return _born(entry)
    state = TRANSITIONS[entry.move][1] or case.state
    reached = case.reached or entry.actor.role is Role.BUSINESS  # whoever writes to us can be written to
    changed = replace(case, seq=entry.seq, state=state, reached=reached)
    change = _CHANGES.get(entry.move)
    return replace(changed, **change(case, entry)) if change else changed


def replay(entries: list[Entry]) -> Case:
    """The case its journal tells; raises ValueError for an empty journal."""
    case: Case | None = None
    for entry in entries:
        case = apply(case, entry)
    if case is None:
        msg = "an empty journal tells no case"
        raise ValueError(msg)
    return case


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _born(entry: Entry) -> Case:
    facts = entry.facts
    return Case(
        id=entry.case,
        code=facts["code"],
        kind=Matter(facts["kind"]),
        department=facts["department"],
        topic=facts["topic"],
        tier=Tier(facts["tier"]),
        author=entry.actor.person,
        author_name=entry.actor.name,
        language=facts["language"],
        business=facts["business"],
        business_name=facts["business_name"],
        tax_code=facts["tax_code"],
        text=facts["text"],
        files=tuple(facts["files"]),
        state=State.FILED,
        filed_at=entry.at,
        deadline=_instant(facts["deadline"]),
        working_days=facts["working_days"],
        seq=entry.seq,
    )


def _first_word(case: Case, entry: Entry) -> datetime:
    return case.first_word_at or entry.at


def _unpaused(case: Case, entry: Entry) -> dict[str, Any]:
    """A question that is no longer open ends its pause, whatever ended it."""
    if case.asked_at is None:
        return {}
    return {
        "asked_at": None,
        "pauses": (*case.pauses, (case.asked_at, entry.at)),
        "deadline": _instant(entry.facts.get("deadline")) or case.deadline,
    }


def _nobody(case: Case, entry: Entry) -> dict[str, Any]:
    return {"accepted_by": 0, "accepted_name": "", "accepted_at": None, **_unpaused(case, entry)}


def _holder(case: Case, entry: Entry) -> dict[str, Any]:
    if case.accepted_by or entry.actor.role is Role.TASK_GROUP:
        return {}
    return {"accepted_by": entry.actor.person, "accepted_name": entry.actor.name, "accepted_at": entry.at}


def _on_assigned(case: Case, entry: Entry) -> dict[str, Any]:
    return {
        **_nobody(case, entry),
        "department": entry.facts["department"],
        "topic": entry.facts.get("topic", ""),
        "answered_at": None,
        "confirm_by": None,
    }


def _on_transferred(case: Case, entry: Entry) -> dict[str, Any]:
    moved = {"department": entry.facts["department"], "topic": "", "transfers": case.transfers + 1}
    return {**_nobody(case, entry), **moved}


def _on_asked(case: Case, entry: Entry) -> dict[str, Any]:
    since = case.asked_at or entry.at
    return {**_holder(case, entry), "asked_at": since, "first_word_at": _first_word(case, entry), "reached": True}


def _on_replied(case: Case, entry: Entry) -> dict[str, Any]:
    """Back to whoever has accepted; a question of the task group's on a case nobody has accepted accepts nothing."""
    return {**_unpaused(case, entry), **({} if case.accepted_by else {"state": State.FILED})}


def _on_answered(case: Case, entry: Entry) -> dict[str, Any]:
    return {
        **_holder(case, entry),
        **_unpaused(case, entry),
        "answer": entry.facts["text"],
        "answered_at": entry.at,
        "answered_name": entry.actor.name,
        "first_word_at": _first_word(case, entry),
        "confirm_by": _instant(entry.facts["confirm_by"]),
        "reached": True,
    }


def _on_reopened(case: Case, entry: Entry) -> dict[str, Any]:
    """One level up, on a clock of its own: what was extended or paused before counts no more."""
    return {
        "level": min(case.level + 1, 2),
        "reopenings": case.reopenings + 1,
        "reopened_at": entry.at,
        "escalated_at": None,
        "pauses": (),
        "extension_days": 0,
        "outcome": Outcome.NOT_SOLVED,
        "deadline": _instant(entry.facts["deadline"]),
        "answered_at": None,
        "confirm_by": None,
        "ended_at": None,
    }


def _on_confirmed(_: Case, entry: Entry) -> dict[str, Any]:
    return {"outcome": Outcome(entry.facts["outcome"]), "ended_at": entry.at, "confirm_by": None}


def _on_declined(case: Case, entry: Entry) -> dict[str, Any]:
    return {
        **_unpaused(case, entry),
        "answer": entry.facts["text"],
        "answered_at": entry.at,
        "answered_name": entry.actor.name,
        "first_word_at": _first_word(case, entry),
        "confirm_by": _instant(entry.facts["confirm_by"]),
    }


def _on_extended(case: Case, entry: Entry) -> dict[str, Any]:
    days = case.extension_days + entry.facts["days"]
    return {"extension_days": days, "deadline": _instant(entry.facts["deadline"])}


def _on_accepted(_: Case, entry: Entry) -> dict[str, Any]:
    return {"accepted_by": entry.actor.person, "accepted_name": entry.actor.name, "accepted_at": entry.at}


def _on_told(case: Case, entry: Entry) -> dict[str, Any]:
    return {**_holder(case, entry), "first_word_at": _first_word(case, entry), "reached": True}


def _on_corrected(_: Case, entry: Entry) -> dict[str, Any]:
    return {"answer": entry.facts["text"]} if entry.facts.get("was_answer") else {}


def _on_amended(_: Case, entry: Entry) -> dict[str, Any]:
    return {"text": entry.facts["text"]} if entry.facts.get("whole") else {}


_CHANGES: dict[Move, Callable[[Case, Entry], dict[str, Any]]] = {
    Move.ASSIGNED: _on_assigned,
    Move.ACCEPTED: _on_accepted,
    Move.ASKED: _on_asked,
    Move.REPLIED: _on_replied,
    Move.TOLD: _on_told,
    Move.ANSWERED: _on_answered,
    Move.CORRECTED: _on_corrected,
    Move.CONFIRMED: _on_confirmed,
    Move.RATED: lambda _, entry: {"stars": entry.facts["stars"], "comment": entry.facts["comment"]},
    Move.REOPENED: _on_reopened,
    Move.TRANSFERRED: _on_transferred,
    Move.EXTENDED: _on_extended,
    Move.DECLINED: _on_declined,
    Move.WITHDRAWN: lambda case, entry: {"ended_at": entry.at, **_unpaused(case, entry)},
    Move.AMENDED: _on_amended,
    Move.ESCALATED: lambda case, entry: {
        "level": max(case.level, entry.facts["level"]),
        "escalated_at": entry.at,
    },
    Move.UNREACHED: lambda _, __: {"reached": False},
}
