"""The task group keeps a case beyond its time, for a reason, until it lets it go; both stand in its journal."""

from __future__ import annotations

from datetime import datetime

from domain.case.case import Actor, Case, Move, Role
from domain.case.decisions import Decision, decide, says, to_business
from domain.case.transitions import write
from domain.messages import Words
from domain.refusals import Missing, NotNow, NotYours

LEAST_WORDS = 3


def hold(case: Case, actor: Actor, now: datetime, reason: str, *, was_told: bool = False) -> Decision:
    """Nothing of it is erased from now on; another reason takes the place of the first.

    Its author hears of it who `was_told` when it would be erased.
    """
    _check(actor)
    if not says(reason, LEAST_WORDS):
        raise Missing("refused-hold-reason", code=case.code)
    told = (to_business(case, Words("held-longer", {"code": case.code})),) if was_told and case.author else ()
    return decide(case, write(case, actor, Move.HELD, now, reason=reason), *told)


def let_go(case: Case, actor: Actor, now: datetime) -> Decision:
    """It is kept no longer than others: erased once its time is over, and its author was told."""
    _check(actor)
    if case.held_at is None:
        raise NotNow("refused-not-held", code=case.code)
    return decide(case, write(case, actor, Move.LET_GO, now))


def _check(actor: Actor) -> None:
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-hold-task-group")
