"""A business that hides its identity is named to its department: for a reason, in the journal, and never in silence."""

from __future__ import annotations

from datetime import datetime

from domain.case import confidentiality
from domain.case.case import Actor, Case, Move, Role, Tier
from domain.case.decisions import Decision, decide, says, to_business, under_card
from domain.case.transitions import write
from domain.messages import Name, Notice, Value, Words
from domain.refusals import Missing, NotNow, NotYours, Refusal

LEAST_WORDS = 3


def unmask(case: Case, actor: Actor, now: datetime, reason: str, formal_way: str) -> Decision:
    """The department reads from now on who filed and every word; the business is told by whom it was named, and why.

    The business may do so itself and needs no reason. `formal_way` is the department complaints about officials go to:
    to another one their author is never named.
    """
    _may_be(case, formal_way)
    by_itself = actor.role is Role.BUSINESS
    if not by_itself and actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-unmask-task-group")
    if not by_itself and not says(reason, LEAST_WORDS):
        raise Missing("refused-unmask-reason", code=case.code)
    facts = {} if by_itself else {"reason": reason}
    decision = decide(case, write(case, actor, Move.UNMASKED, now, **facts))
    after = decision.case
    notices: tuple[Notice, ...] = _to_group(after, reason, by_itself=by_itself)
    notices = (*notices, to_business(after, _to_author(after, actor, reason)))
    return Decision(after, decision.entries, (*notices, *decision.notices))


def _may_be(case: Case, formal_way: str) -> None:
    if case.tier is Tier.ANONYMOUS:
        raise Refusal("refused-unmask-anonymous", code=case.code)
    if case.tier is Tier.OPEN:
        raise NotNow("refused-unmask-open", code=case.code)
    if not case.department:
        raise NotNow("refused-unmask-nobody", code=case.code)
    others = {case.department, *(part.department for part in case.parts)}
    if case.accused and (others != {formal_way} or formal_way in case.accused):
        raise Refusal("refused-unmask-accused", code=case.code)


def _to_group(case: Case, reason: str, *, by_itself: bool) -> tuple[Notice, ...]:
    """The names, the whole text and the files as they were sent."""
    facts: dict[str, Value] = {
        "code": case.code,
        "who": confidentiality.who_filed(case, may_know=True),
        "author": case.author_name or "?",
        "text": case.text or Words("no-text"),
        "reason": Words("reason-own") if by_itself else reason,
    }
    return (under_card(case, Words("group-unmasked", facts), case.files),)


def _to_author(case: Case, actor: Actor, reason: str) -> Words:
    facts: dict[str, Value] = {"code": case.code, "department": Name("department", case.department)}
    if actor.role is Role.BUSINESS:
        return Words("unmasked-own", facts)
    return Words("unmasked", {**facts, "name": actor.name, "reason": reason})
