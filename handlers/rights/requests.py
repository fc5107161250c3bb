"""A step of a request about personal data: kept, and told to its asker and to the task group at once.

Whoever has only the code of a case cannot be written to: they read in a visit how it stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.case.case import Actor
from domain.messages import TASK_GROUP, Kind, Notice, Urgency, Words, to_author
from domain.province.catalogue import PromisedStep
from domain.rights import requests as rules
from domain.rights.requests import Request, Standing, Step, Taken, Wish
from handlers.province import Province
from handlers.rights import saying
from storage.database import Tx
from storage.outgoing import outbox
from storage.rights import requests as memory


def made(province: Province, wish: Wish, now: datetime, *, person: int = 0, case: int = 0, text: str = "") -> Request:
    """A new request with the law's terms, counted from now by the province's own calendar."""
    terms = province.terms
    answer = terms.deadline(terms.promise(PromisedStep.DATA_REQUEST), now).due_at
    until = terms.deadline(terms.promise(rules.CARRIED_OUT[wish]), now).due_at
    return Request(0, wish, person, case, Standing.OPEN, now, answer, max(answer, until), text)


def begin(tx: Tx, new: Request, actor: Actor) -> Request:
    """The request under a number of its own; the task group has its card, but for what is done at once."""
    taken = rules.asked(replace(new, id=memory.begin(tx, new)), actor)
    memory.keep(tx, taken)
    if new.wish is not Wish.COPY:
        outbox.post(tx, saying.card(tx, taken.request))
    return taken.request


def record(tx: Tx, taken: Taken) -> Request:
    """Keep a step, tell its asker, and bring the task group's card up to date."""
    memory.keep(tx, taken)
    request, told = taken.request, saying.told(taken)
    if request.person and told:
        outbox.post(tx, Notice(to_author(request.person), told, urgency=Urgency.PROMPT))
    outbox.post(tx, replace(saying.card(tx, request), kind=Kind.EDIT))
    if taken.entry.step is Step.DROPPED:
        outbox.post(tx, Notice(TASK_GROUP, Words("data-group-dropped", {"number": request.id})))
    return request
