"""An answer becomes public knowledge only when somebody of the task group publishes it, under a question of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.case import confidentiality
from domain.case.case import Actor, Case, Move, Role, Tier
from domain.case.decisions import Decision, decide, under_card
from domain.case.transitions import write
from domain.messages import TASK_GROUP, Words
from domain.refusals import Missing, NotYours

LONGEST_QUESTION = 200
LONGEST_ANSWER = 3000


@dataclass(frozen=True, slots=True)
class Published:
    """A question and its answer as everybody may read them."""

    question: str
    answer: str


def read(case: Case, text: str) -> Published:
    """The question in the first line, the answer in the others; without others the case's own, masked.

    Raises Missing without a question, and for a case whose business hides its identity when the answer is not written
    anew: its answer was meant for that business alone.
    """
    question, _, rewritten = (part.strip() for part in text.strip().partition("\n"))
    if not question:
        raise Missing("refused-publish-question", code=case.code)
    if not rewritten and case.tier is not Tier.OPEN:
        raise Missing("refused-publish-hidden", code=case.code)
    answer = rewritten or case.answer
    if not answer:
        raise Missing("refused-publish-answer", code=case.code)
    # what was written for the public may name an office's telephone; never the business
    public = confidentiality.without_names(case, answer) if rewritten else confidentiality.for_public(case, answer)
    return Published(confidentiality.for_public(case, question)[:LONGEST_QUESTION], public[:LONGEST_ANSWER])


def publish(case: Case, actor: Actor, now: datetime, published: Published) -> Decision:
    """Everybody may read this from now on; the task group reads what exactly that is."""
    _check(actor)
    entry = write(case, actor, Move.PUBLISHED, now, question=published.question, text=published.answer)
    words = {"code": case.code, "question": published.question, "answer": published.answer}
    return decide(case, entry, under_card(case, Words("group-published", words), to=TASK_GROUP))


def retract(case: Case, actor: Actor, now: datetime) -> Decision:
    """It is offered to nobody any more."""
    _check(actor)
    entry = write(case, actor, Move.RETRACTED, now)
    return decide(case, entry, under_card(case, Words("group-retracted", {"code": case.code}), to=TASK_GROUP))


def _check(actor: Actor) -> None:
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-publish-task-group")
