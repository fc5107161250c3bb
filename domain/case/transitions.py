"""The one table of what may happen to a case in which state, and the only way to write it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.case.case import WORKABLE, Actor, Case, Entry, Move, State, plain
from domain.messages import Words
from domain.refusals import NotNow

ANYTIME = frozenset(State)

#: move → (states it may start from, state it leads to; None keeps the state)
TRANSITIONS: dict[Move, tuple[frozenset[State], State | None]] = {
    Move.FILED: (frozenset(), State.FILED),
    Move.ASSIGNED: (WORKABLE | {State.ANSWERED}, State.FILED),
    Move.SUCCEEDED: (WORKABLE | {State.ANSWERED, State.DECLINED}, None),
    Move.ACCEPTED: (frozenset({State.FILED, State.REOPENED}), State.ACCEPTED),
    Move.ASKED: (WORKABLE, State.ASKED),
    Move.REPLIED: (frozenset({State.ASKED}), State.ACCEPTED),
    Move.TOLD: (WORKABLE | {State.ANSWERED, State.DECLINED}, None),
    Move.ANSWERED: (WORKABLE | {State.ANSWERED}, State.ANSWERED),
    Move.CORRECTED: (ANYTIME, None),
    Move.EXPLAINED: (frozenset({State.ANSWERED}), None),
    Move.CONFIRMED: (frozenset({State.ANSWERED, State.DECLINED}), State.CLOSED),
    Move.RATED: (frozenset({State.CLOSED}), None),
    Move.REOPENED: (frozenset({State.ANSWERED, State.DECLINED, State.CLOSED}), State.REOPENED),
    Move.TRANSFERRED: (WORKABLE, State.FILED),
    Move.EXTENDED: (WORKABLE, None),
    Move.PROPOSED: (WORKABLE, None),
    Move.REFUSED: (WORKABLE, None),
    Move.INVITED: (WORKABLE, None),
    Move.CONTRIBUTED: (WORKABLE | {State.ANSWERED}, None),
    Move.DECLINED: (WORKABLE, State.DECLINED),
    Move.WITHDRAWN: (WORKABLE | {State.ANSWERED, State.DECLINED}, State.WITHDRAWN),
    Move.ADDED: (ANYTIME, None),
    Move.AMENDED: (ANYTIME, None),
    Move.NOTED: (ANYTIME, None),
    Move.WARNED: (WORKABLE, None),
    Move.ESCALATED: (WORKABLE, None),
    Move.REMINDED: (ANYTIME, None),
    Move.RESUMED: (frozenset({State.ASKED}), State.ACCEPTED),
    Move.RECOMPUTED: (WORKABLE, None),
    Move.UNREACHED: (ANYTIME, None),
    Move.MERGED: (WORKABLE | {State.ANSWERED, State.DECLINED}, None),
    Move.SEPARATED: (ANYTIME, None),
    Move.PUBLISHED: (frozenset({State.ANSWERED, State.DECLINED, State.CLOSED}), None),
    Move.RETRACTED: (ANYTIME, None),
    Move.UNMASK_ASKED: (ANYTIME, None),
    Move.UNMASK_REFUSED: (ANYTIME, None),
    Move.UNMASKED: (ANYTIME, None),
    Move.MASKED: (ANYTIME, None),
    Move.SUSPECTED: (ANYTIME, None),
    Move.JUDGED: (ANYTIME, None),
    Move.LINKED: (ANYTIME, None),
    Move.WEIGHED: (ANYTIME, None),
    Move.URGED: (WORKABLE, None),
    Move.DIRECTED: (ANYTIME, None),
    Move.FOLLOWED: (ANYTIME, None),
    Move.RENAMED: (ANYTIME, None),
    Move.HELD: (ANYTIME, None),
    Move.LET_GO: (ANYTIME, None),
    Move.ERASED: (ANYTIME, None),
}


def allowed(case: Case, move: Move) -> bool:
    """True when the transition table lets this move happen now."""
    return case.state in TRANSITIONS[move][0]


def write(case: Case, actor: Actor, move: Move, now: datetime, **facts: Any) -> Entry:
    """The next journal entry of the case; raises NotNow when the transition table forbids the move."""
    if not allowed(case, move):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))
    return Entry(case.id, case.seq + 1, now, actor, move, {k: plain(v) for k, v in facts.items()})
