"""Naming a business that hides its identity: `/neuten #CODE reason` in the task group, `/neuten #CODE` by itself."""

from __future__ import annotations

from domain.case import unmasking
from domain.case.case import Actor, Case
from handlers import recording
from handlers.access import actor_of, case_for
from handlers.answering import acknowledge
from handlers.province import Province
from handlers.telling import actor
from handlers.turn import InGroup
from storage.database import Tx
from storage.people import Individual


def name_to_department(turn: InGroup, number: int, reason: str) -> None:
    """The task group names whoever filed to the department that has the case."""
    case = case_for(turn, number)
    _unmask(turn.tx, turn.province, case, actor_of(turn), reason)
    acknowledge(turn)


def of_own(tx: Tx, province: Province, person: Individual, case: Case) -> None:
    """Whoever filed wants to be known to the department after all."""
    _unmask(tx, province, case, actor(person), "")


def _unmask(tx: Tx, province: Province, case: Case, by: Actor, reason: str) -> None:
    recording.record(tx, unmasking.unmask(case, by, tx.now, reason, province.catalogue.triage.conduct))
