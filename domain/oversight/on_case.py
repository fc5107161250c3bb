"""What the journal of a case tells of directives on it, and how its department is urged to answer."""

from __future__ import annotations

from datetime import datetime

from domain.case.case import Actor, Case, Move
from domain.case.decisions import Decision, under_card
from domain.case.history import apply
from domain.case.transitions import write
from domain.messages import TASK_GROUP, Words
from domain.oversight.directives import Step, Taken
from domain.oversight.showing import giver

MOVES = {Step.GIVEN: Move.DIRECTED, Step.ACCEPTED: Move.FOLLOWED}


def told(case: Case, taken: Taken) -> Decision:
    """That a directive was given on the case, or that it is done."""
    directive, entry = taken.directive, taken.entry
    facts = {"directive": directive.code, "to": directive.department, "due": directive.due}
    text = directive.text if entry.step is Step.GIVEN else directive.answer
    noted = write(case, entry.actor, MOVES[entry.step], entry.at, text=text, **facts)
    return Decision(apply(case, noted), (noted,), ())


def urge(case: Case, actor: Actor, now: datetime, days_late: int) -> Decision:
    """Whoever has the case is asked by name of office to answer, in front of the task group."""
    noted = write(case, actor, Move.URGED, now)
    words = Words("group-urged", {"code": case.code, "by": giver(actor), "days": days_late})
    notices = [under_card(case, words)]
    if case.department:
        notices.append(under_card(case, words, to=TASK_GROUP))
    return Decision(apply(case, noted), (noted,), tuple(notices))
