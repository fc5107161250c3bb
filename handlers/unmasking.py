"""Naming a business that hides its identity: `/neuten #CODE reason` in the task group, `/neuten #CODE` by itself."""

from __future__ import annotations

from domain.case import unmasking
from domain.case.case import Actor, Case
from handlers import recording
from handlers.access import actor_of, case_for
from handlers.answering import acknowledge
from handlers.telling import actor
from handlers.turn import InGroup, Private, Turn


def name_to_department(turn: InGroup, number: int, reason: str) -> None:
    """The task group names whoever filed to the department that has the case."""
    case = case_for(turn, number)
    _unmask(turn, case, actor_of(turn), reason)
    acknowledge(turn)


def name_oneself(turn: Private, case: Case) -> None:
    """Whoever filed wants to be known to the department after all."""
    _unmask(turn, case, actor(turn.who), "")


def _unmask(turn: Turn[object], case: Case, by: Actor, reason: str) -> None:
    conduct = turn.province.catalogue.triage.conduct
    recording.record(turn.tx, unmasking.unmask(case, by, turn.tx.now, reason, conduct))
