"""How a case is told to whoever filed it: where it stands, who has it, what happened."""

from __future__ import annotations

from collections.abc import Iterator

from domain.case.case import Case, Move, Outcome, State
from domain.messages import Name, Value, Words
from storage import cases
from storage.database import Tx

_TOLD = frozenset(
    {
        Move.FILED,
        Move.ASSIGNED,
        Move.SUCCEEDED,
        Move.ACCEPTED,
        Move.ASKED,
        Move.REPLIED,
        Move.TOLD,
        Move.ANSWERED,
        Move.EXPLAINED,
        Move.CORRECTED,
        Move.CONFIRMED,
        Move.REOPENED,
        Move.TRANSFERRED,
        Move.EXTENDED,
        Move.RESUMED,
        Move.RECOMPUTED,
        Move.DECLINED,
        Move.WITHDRAWN,
        Move.MERGED,
        Move.SEPARATED,
        Move.ADDED,
        Move.AMENDED,
        Move.UNMASK_ASKED,
        Move.UNMASK_REFUSED,
        Move.UNMASKED,
        Move.MASKED,
    }
)
#: told to whoever filed in words of their own
_MINE = (
    Move.FILED,
    Move.ASKED,
    Move.REPLIED,
    Move.TOLD,
    Move.ANSWERED,
    Move.REOPENED,
    Move.WITHDRAWN,
    Move.ADDED,
    Move.AMENDED,
    Move.RESUMED,
    Move.UNMASK_ASKED,
    Move.UNMASK_REFUSED,
    Move.UNMASKED,
    Move.MASKED,
)


def department_words(case: Case) -> Value:
    """The department that has the case, or that the task group is still deciding."""
    return Name("department", case.department) if case.department else Words("department-undecided")


def state_words(case: Case) -> Words:
    """The state as it is told to whoever filed."""
    return Words("state-asked-of-you") if case.state is State.ASKED else Words(f"state-{case.state}")


def outcome_words(outcome: Outcome) -> Words:
    """What became of it, as it is told to whoever filed."""
    return Words("outcome-not-confirmed-by-you" if outcome is Outcome.NOT_CONFIRMED else f"outcome-{outcome}")


def timeline(tx: Tx, case: Case) -> Iterator[Words]:
    """Everything the business may know of what happened, the oldest first."""
    for entry, _ in cases.journal(tx, case.id):
        if entry.move in _TOLD:
            yield Words("timeline", {"at": entry.at, "what": _told(entry.move, entry.facts)})


def _told(move: Move, facts: dict[str, object]) -> Words:
    """One line of the timeline, without anything internal."""
    if move in {Move.ASSIGNED, Move.SUCCEEDED, Move.TRANSFERRED}:
        return Words(f"told-{move}", {"department": Name("department", str(facts["department"]))})
    if move is Move.CONFIRMED:
        return Words("told-confirmed", {"outcome": outcome_words(Outcome(str(facts["outcome"])))})
    return Words(f"mine-{move}") if move in _MINE else Words(f"told-{move}")
