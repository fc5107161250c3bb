"""Naming a business that hides its identity: `/neuten #CODE reason` in the task group, `/neuten #CODE` by itself."""

from __future__ import annotations

from domain.case import unmasking
from domain.case.case import Actor, Case
from domain.messages import Incoming
from domain.refusals import NotYours
from handlers import recording
from handlers.access import case_for, officer_of
from handlers.answering import acknowledge
from handlers.province import Province
from handlers.telling import actor
from storage.chats import Bound
from storage.database import Tx
from storage.people import Individual

COMMANDS = {"neuten", "unmask"}


def commanded(tx: Tx, province: Province, incoming: Incoming, bound: Bound, number: int, reason: str) -> None:
    """The task group names whoever filed to the department that has the case."""
    if bound.role != "task-group":
        raise NotYours("refused-unmask-task-group")
    case = case_for(tx, province, bound, number)
    _, officer = officer_of(tx, incoming, bound)
    _unmask(tx, province, case, officer, reason)
    acknowledge(tx, incoming)


def of_own(tx: Tx, province: Province, person: Individual, case: Case) -> None:
    """Whoever filed wants to be known to the department after all."""
    _unmask(tx, province, case, actor(person), "")


def _unmask(tx: Tx, province: Province, case: Case, by: Actor, reason: str) -> None:
    recording.record(tx, unmasking.unmask(case, by, tx.now, reason, province.catalogue.triage.conduct))
