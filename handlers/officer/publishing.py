"""Publishing an answer and withdrawing it: `/congbo`, `/thuhoi`, and the button on the task group's card."""

from __future__ import annotations

from domain.case import publishing
from domain.case.case import Actor, Case
from domain.case.decisions import Decision
from domain.refusals import NotNow
from storage.database import Tx
from storage.knowledge import published


def publish(tx: Tx, case: Case, actor: Actor, text: str) -> Decision:
    """The question in the first line, the answer in the others or the case's own; in place of what was there before."""
    wanted = publishing.read(case, text)
    decision = publishing.publish(case, actor, tx.now, wanted)
    published.add(tx, case, wanted)
    return decision


def retract(tx: Tx, case: Case, actor: Actor) -> Decision:
    """What was published of the case is offered to nobody any more."""
    decision = publishing.retract(case, actor, tx.now)
    if not published.withdraw(tx, case.id):
        raise NotNow("refused-not-published", code=case.code)
    return decision
