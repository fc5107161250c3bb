"""Who acts in a group chat, which cases that chat may work on, and what it may do to them."""

from __future__ import annotations

from dataclasses import replace

from domain.case.case import Actor, Case, Role, Tier, part_of
from domain.messages import Incoming, Membership
from domain.refusals import NotNow, NotYours
from handlers.turn import InGroup
from storage import cases, people
from storage.outgoing import held
from storage.people import Individual

#: what a co-operating department may do
FOR_PARTS = {"contribute", "details", "note", "deadline", "alike", "read"}
_ROLES = {"task-group": Role.TASK_GROUP, "leadership": Role.LEADERSHIP}


def check_membership(incoming: Incoming) -> None:
    """Raises NotYours for somebody who is not in the group, NotNow while nobody can tell."""
    if incoming.membership is Membership.NO:
        raise NotYours("refused-not-member")
    if incoming.membership is Membership.UNKNOWN:
        raise NotNow("refused-member-unknown")


def officer_of(turn: InGroup) -> tuple[Individual, Actor]:
    """Who acts: membership of the bound group is what makes somebody an officer of the department."""
    sender, chat = turn.incoming.sender, turn.incoming.chat
    person = people.find(turn.tx, chat.network, sender.id)
    if person is None:
        person = people.meet(turn.tx, replace(chat, id="", thread=""), sender.id, sender.name, "vi")
    role = _ROLES.get(turn.who.role, Role.OFFICER)
    return person, Actor(role, person.id, sender.name or person.name, turn.who.department)


def actor_of(turn: InGroup) -> Actor:
    """Who acts, as the journal names them."""
    return officer_of(turn)[1]


def is_task_group(turn: InGroup) -> bool:
    """True in the chat of the task group, which sees and touches everything."""
    return turn.who.role == "task-group"


def case_for(turn: InGroup, number: int) -> Case:
    """The case, if this chat may work on it; the same refusal for a case of others and for none at all."""
    case = cases.load(turn.tx, number) if number else None
    if case is None or turn.who.role not in {"department", "task-group"}:
        raise NotYours("refused-not-your-department")
    if case.tier is Tier.ANONYMOUS and not held.has_come(turn.tx, case.id):  # a guessed code tells nothing
        raise NotYours("refused-not-your-department")
    if not leads(turn, case) and part_of(case, turn.who.department) is None:
        raise NotYours("refused-not-your-department")
    return case


def leads(turn: InGroup, case: Case) -> bool:
    """True for the task group, the department that has the case, and that one's successor."""
    responsible = turn.province.catalogue.successor(case.department)
    mine = {case.department, responsible.key if responsible else ""}
    return is_task_group(turn) or turn.who.department in mine


def check(turn: InGroup, case: Case, verb: str) -> None:
    """Raises NotYours for a co-operating department that would do what only the lead may."""
    if verb not in FOR_PARTS and not leads(turn, case):
        raise NotYours("refused-lead-only")
