"""Two cases about the same matter become one: the second ends, and its business hears what becomes of the first.

Neither business learns of the other: no code, no file and no name of the one reaches the other.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import confidentiality
from domain.case.case import ENDED, WORKABLE, Actor, Case, Entry, Move, Role, State
from domain.case.decisions import Decision, decide, to_business, under_card
from domain.case.transitions import write
from domain.messages import Name, Notice, Value, Words
from domain.refusals import NotNow, NotYours, Refusal

#: how long the task group may take two cases apart again
APART_WITHIN = timedelta(days=1)


def merge(lead: Case, other: Case, actor: Actor, now: datetime) -> tuple[Decision, Decision]:
    """The second case ends in the first; raises Refusal for one that has ended or that others have been merged into."""
    if lead.id == other.id:
        raise Refusal("refused-merge-same", code=lead.code)
    if lead.state in ENDED:
        raise NotNow("refused-state", code=lead.code, state=Words(f"state-{lead.state}"))
    if other.state not in WORKABLE:
        raise NotNow("refused-state", code=other.code, state=Words(f"state-{other.state}"))
    if other.followers:
        raise NotNow("refused-merge-lead", code=other.code)
    facts = {"into": lead.id, "with": lead.code, "state": other.state, "agenda": other.agenda}
    ends = write(other, actor, Move.MERGED, now, **facts)
    takes_in = write(lead, actor, Move.MERGED, now, **{"from": other.id, "with": other.code})
    heard = to_business(lead, Words("took-in", {"code": lead.code}))
    first = decide(
        lead, takes_in, heard, under_card(lead, Words("group-took-in", {"code": lead.code, "with": other.code}))
    )
    told = to_business(other, Words("merged", {"code": other.code, "department": _department(lead)}))
    second = decide(
        other, ends, told, under_card(other, Words("group-merged", {"code": other.code, "with": lead.code}))
    )
    if lead.answered_at:
        answer = _answer(lead, second.case)
        second = Decision(second.case, second.entries, (*second.notices, answer))
    return first, second


def separate(lead: Case, other: Case, merged: Entry, actor: Actor, now: datetime) -> tuple[Decision, Decision]:
    """The task group takes back a merger (its entry in the second case) within a day; both are as they were."""
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-separate-task-group")
    if now > merged.at + APART_WITHIN:
        raise NotNow("refused-separate-late", code=other.code)
    return _let_go(lead, other, actor, now), alone(other, merged, actor, now)


def _let_go(lead: Case, other: Case, actor: Actor, now: datetime) -> Decision:
    return decide(lead, write(lead, actor, Move.SEPARATED, now, **{"from": other.id, "with": other.code}))


def alone(other: Case, merged: Entry, actor: Actor, now: datetime) -> Decision:
    """The merged case is a matter of its own again, as it was before the merger."""
    facts = {"state": merged.facts["state"], "agenda": merged.facts["agenda"], "with": merged.facts["with"]}
    entry = write(other, actor, Move.SEPARATED, now, **facts)
    told = to_business(other, Words("separated", {"code": other.code}))
    return decide(other, entry, told, under_card(other, Words("group-separated", {"code": other.code})))


def news(lead: Case, entry: Entry, other: Case) -> tuple[Notice, ...]:
    """What the business of a merged case hears of this entry of the first: answers and outcomes, nothing else."""
    facts: dict[str, Value] = {"code": other.code}
    match entry.move:
        case Move.ANSWERED | Move.DECLINED:
            return (_answer(lead, other),)
        case Move.CORRECTED if entry.facts.get("was_answer"):
            return (_answer(lead, other),)
        case Move.EXTENDED | Move.REOPENED if lead.deadline:
            key = "merged-extended" if entry.move is Move.EXTENDED else "merged-reopened"
            return (to_business(other, Words(key, {**facts, "deadline": lead.deadline})),)
        case Move.CONFIRMED:
            return (to_business(other, Words("merged-closed", facts)),)
    return ()


def _answer(lead: Case, other: Case) -> Notice:
    return to_business(other, heard(lead, other))


def heard(lead: Case, other: Case) -> Words:
    """The answer to the first case as the business of the second may read it."""
    is_own = bool(lead.author) and lead.author == other.author
    text = lead.answer if is_own else confidentiality.for_public(lead, lead.answer)
    facts: dict[str, Value] = {"code": other.code, "by": _department(lead), "text": text or Words("merged-files-only")}
    return Words("merged-answer", facts)


def _department(case: Case) -> Value:
    return Name("department", case.department) if case.department else Words("task-group")


def ends_alone(lead: Case) -> bool:
    """True when the first case was taken back: those merged into it go on by themselves."""
    return lead.state is State.WITHDRAWN
