"""Who acts in a group chat, which cases that chat may work on, and what it may do to them."""

from __future__ import annotations

from dataclasses import replace

from domain.case.case import Actor, Case, Role, part_of
from domain.messages import Incoming
from domain.refusals import NotYours
from handlers.province import Province
from storage import cases, people
from storage.chats import Bound
from storage.database import Tx
from storage.people import Individual

#: what a co-operating department may do
FOR_PARTS = {"contribute", "details", "note", "deadline", "alike", "read"}


def officer_of(tx: Tx, incoming: Incoming, bound: Bound) -> tuple[Individual, Actor]:
    """Who acts: membership of the bound group is what makes somebody an officer of the department."""
    sender = incoming.sender
    person = people.find(tx, incoming.chat.network, sender.id)
    if person is None:
        person = people.meet(tx, replace(incoming.chat, id="", thread=""), sender.id, sender.name, "vi")
    role = Role.TASK_GROUP if bound.role == "task-group" else Role.OFFICER
    return person, Actor(role, person.id, sender.name or person.name, bound.department)


def case_for(tx: Tx, province: Province, bound: Bound, number: int) -> Case:
    """The case, if this chat may work on it; the same refusal for a case of others and for none at all."""
    case = cases.load(tx, number) if number else None
    if case is None or bound.role not in {"department", "task-group"}:
        raise NotYours("refused-not-your-department")
    if bound.role == "department" and not leads(province, case, bound) and part_of(case, bound.department) is None:
        raise NotYours("refused-not-your-department")
    return case


def leads(province: Province, case: Case, bound: Bound) -> bool:
    """True for the task group, the department that has the case, and that one's successor."""
    responsible = province.catalogue.successor(case.department)
    mine = {case.department, responsible.key if responsible else ""}
    return bound.role == "task-group" or bound.department in mine


def may(province: Province, case: Case, bound: Bound, verb: str) -> None:
    """Raises NotYours for a co-operating department that would do what only the lead may."""
    if not leads(province, case, bound) and verb not in FOR_PARTS:
        raise NotYours("refused-lead-only")
