"""Which cases may become a dispute, by stated signs, and what the task group decides of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from domain.buttons import Button, Side
from domain.case.case import Actor, Case, Entry, Matter, Move, Role, is_overdue
from domain.case.decisions import Decision, says
from domain.case.history import HIGHEST_LEVEL, apply
from domain.case.transitions import write
from domain.messages import TASK_GROUP, Choice, Lines, Name, Notice, Value, Words
from domain.oversight.court_words import names_court
from domain.refusals import Missing, NotYours, Refusal

#: reopened so often, and refusals contested so often
MANY_REOPENINGS, MANY_APPEALS = 3, 2
#: from here on much is at stake: millions of đồng, and jobs
MUCH_MONEY, MANY_JOBS = 10_000, 50
LEAST_WORDS = 3


class Risk(StrEnum):
    """Why a case may become a dispute."""

    COMPLAINT = "complaint"
    COURT = "court"
    REOPENED = "reopened"
    APPEALED = "appealed"
    LATE = "late"


#: what the business itself has written
_WRITTEN = {Move.FILED, Move.ADDED, Move.REPLIED, Move.AMENDED, Move.REOPENED, Move.RATED}


def watched(decision: Decision) -> Decision:
    """The decision, and where it brings a new sign of a dispute, that it is marked and the task group told at once."""
    if not decision.entries:
        return decision
    case, now = decision.case, decision.entries[-1].at
    new = tuple(risk for risk in dict.fromkeys(_signs(case, decision.entries, now)) if risk not in case.risks)
    if not new or case.dispute == "yes":
        return decision
    entry = write(case, Actor(Role.CLOCK), Move.SUSPECTED, now, risks=new)
    return Decision(apply(case, entry), (*decision.entries, entry), (*decision.notices, _told(case, new)))


def _signs(case: Case, entries: Iterable[Entry], now: datetime) -> Iterator[str]:
    moves = {entry.move for entry in entries}
    if Move.FILED in moves and case.kind is Matter.COMPLAINT:
        yield Risk.COMPLAINT
    if any(names_court(_words(entry)) for entry in entries if entry.move in _WRITTEN):
        yield Risk.COURT
    if case.reopenings >= MANY_REOPENINGS:
        yield Risk.REOPENED
    if case.contested >= MANY_APPEALS:
        yield Risk.APPEALED
    if moves & {Move.ESCALATED, Move.WEIGHED, Move.LINKED} and _is_long_late(case, now) and is_much(case):
        yield Risk.LATE


def _words(entry: Entry) -> str:
    return str(entry.facts.get("text") or entry.facts.get("comment") or "")


def _is_long_late(case: Case, now: datetime) -> bool:
    """Three working days late: leadership has heard of it."""
    return is_overdue(case, now) and case.escalated_at is not None and case.level == HIGHEST_LEVEL


def is_much(case: Case) -> bool:
    """True where a great deal of money or many jobs depend on it, by what the business has told."""
    return max(case.investment, case.at_risk) >= MUCH_MONEY or case.jobs >= MANY_JOBS


def _told(case: Case, risks: Iterable[str]) -> Notice:
    facts: dict[str, Value] = {"code": case.code, "why": in_words(risks)}
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    ask = Button(Side.OFFICER, "dispute", case=case.id, verdict="yes")
    row = (
        Choice(Words("button-dispute-yes"), ask.data),
        Choice(Words("button-dispute-no"), Button(Side.OFFICER, "dispute", case=case.id, verdict="no").data),
    )
    return Notice(TASK_GROUP, Words("dispute-suspected", facts), choices=(row,), about=case.id)


def in_words(risks: Iterable[str]) -> Lines:
    """The reasons, one after the other."""
    return Lines(tuple(Words(f"risk-{risk}") for risk in risks), "; ")


def judge(case: Case, actor: Actor, now: datetime, verdict: str, reason: str) -> Decision:
    """The task group decides, with a reason that stays in the journal; a later new sign asks again unless it is one."""
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-dispute-task-group")
    if verdict not in {"yes", "no"} or not case.dispute:
        raise Refusal("refused-button")
    if not says(reason, LEAST_WORDS):
        raise Missing("refused-dispute-reason", code=case.code)
    entry = write(case, actor, Move.JUDGED, now, verdict=verdict, reason=reason)
    told = Words("dispute-judged", {"code": case.code, "verdict": verdict, "name": actor.name or "?", "reason": reason})
    return Decision(apply(case, entry), (entry,), (Notice(TASK_GROUP, told, about=case.id),))
