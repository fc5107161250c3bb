"""The code of a digest goes to those who could not be made to forget it: leadership and the task group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.messages import LEADERSHIP, TASK_GROUP, Notice, Urgency, Value, Words
from storage import claims
from storage.database import Tx
from storage.outgoing import outbox


@dataclass(frozen=True, slots=True)
class Told:
    """What a chat reads of a digest."""

    until: datetime
    cases: int
    entries: int
    code: str


def tell(tx: Tx, told: Told) -> bool:
    """Post it to both chats; False when this one was told before."""
    if not claims.claim_job(tx, "digest-told", told.code):
        return False
    facts: dict[str, Value] = {"until": told.until, "cases": told.cases, "entries": told.entries, "seal": told.code}
    for to in (LEADERSHIP, TASK_GROUP):
        outbox.post(tx, Notice(to, Words("digest-told", facts), urgency=Urgency.REMINDER))
    return True
