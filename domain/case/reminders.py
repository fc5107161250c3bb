"""What the passing of time does to a case: warnings, escalation, the end of a pause or of the time to confirm.

What officers are told of it comes out as reminders, which are gathered into one message a chat and morning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.cards import refreshed
from domain.case.case import WORKABLE, Actor, Case, Move, Outcome, Role, State
from domain.case.decisions import Decision, contest_choices, outcome_choices, to_business
from domain.case.history import HIGHEST_LEVEL, apply
from domain.case.transitions import write
from domain.deadline.promises import LADDER, OVERDUE, Look, Term
from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Choice,
    Name,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    to_department,
    to_head,
)
from domain.province.catalogue import Unit

CLOCK = Actor(Role.CLOCK)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line for one audience: why the clock has looked at a case, and since when that was so (UTC).

    Only an urgent one may come at another time than in the morning: time promised in hours is over before the next.
    """

    to: To
    case: int
    what: str
    since: datetime
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of the clock's look at a case."""

    decision: Decision
    reminders: tuple[Reminder, ...]


def look(case: Case, now: datetime, going_on: Term, reopen_until: datetime) -> Looked | None:
    """What is on the case's agenda up to now; of several warnings only the last, so nothing is told twice."""
    passed = [(at, what) for at, what in case.agenda if at <= now]
    if not passed:
        return None
    found = {what: at for at, what in passed}
    # the end of a wait comes alone: it brings an agenda of its own, on which whatever else had come up stands again
    if Look.CONFIRM_OVER in found and case.state in {State.ANSWERED, State.DECLINED}:
        return _ended_in_silence(case, now, found[Look.CONFIRM_OVER], reopen_until)
    if Look.REPLY_OVER in found and case.state is State.ASKED:
        return _resumed(case, now, found[Look.REPLY_OVER], going_on)
    return _warned(case, now, found)


def _ended_in_silence(case: Case, now: datetime, since: datetime, reopen_until: datetime) -> Looked:
    facts = {"outcome": Outcome.NOT_CONFIRMED, "reopen_until": reopen_until}
    entry = write(case, CLOCK, Move.CONFIRMED, now, **facts)
    after = apply(case, entry)
    told = to_business(case, Words("closed-in-silence", {"code": case.code, "until": reopen_until}))
    return Looked(
        Decision(after, (entry,), (told, *refreshed(after))),
        (Reminder(to_department(case.department), case.id, Look.CONFIRM_OVER, since),),
    )


def _resumed(case: Case, now: datetime, since: datetime, going_on: Term) -> Looked:
    entry = write(case, CLOCK, Move.RESUMED, now, **going_on.facts())
    after = apply(case, entry)
    told = to_business(case, Words("resumed", {"code": case.code, "deadline": going_on.due}))
    return Looked(
        Decision(after, (entry,), (told, *refreshed(after))),
        (Reminder(to_department(case.department), case.id, Look.REPLY_OVER, since),),
    )


def _warned(case: Case, now: datetime, found: dict[str, datetime]) -> Looked:
    """One entry for each thing there is to say; the highest warning stands for those below it."""
    highest = max((step for step in LADDER if step in found), key=LADDER.index, default=None)
    said = [what for what in found if what not in LADDER or what == highest]
    entries, notices, reminders, after = [], [], [], case
    for what in said:
        if what in OVERDUE:
            entry = write(after, CLOCK, Move.ESCALATED, now, what=what, level=_level(after, what))
            if Look.LATE in found and case.state in WORKABLE:  # once a deadline, however late it is by now
                notices.append(_late(after, _told(apply(after, entry), what)))
        elif what in {Look.CONFIRM_SOON, Look.REPLY_SOON}:
            entry = write(after, CLOCK, Move.REMINDED, now, what=what)
            notices.append(_to_business(case, what, now))
        elif case.state in WORKABLE:
            entry = write(after, CLOCK, Move.WARNED, now, what=what)
        else:  # too late to matter; off the agenda all the same
            entry = write(after, CLOCK, Move.REMINDED, now, what=what)
        after = apply(after, entry)
        entries.append(entry)
        if case.state in WORKABLE:
            urgent = _is_urgent(case, what)
            # by the level it has just been raised to: leadership hears in the same morning, not at the next look
            reminders += [Reminder(to, case.id, what, _since(case, found[what]), urgent) for to in _told(after, what)]
    return Looked(Decision(after, tuple(entries), (*notices, *refreshed(after))), tuple(reminders))


def _since(case: Case, at: datetime) -> datetime:
    """What came up while the clock stood still counts from when it went on."""
    return max(at, case.pauses[-1][1]) if case.pauses else at


def _level(case: Case, what: str) -> int:
    """One working day late: one level up; three: the highest."""
    return HIGHEST_LEVEL if what == Look.LATER else min(case.level + 1, HIGHEST_LEVEL)


def _is_urgent(case: Case, what: str) -> bool:
    by_the_hour = case.promise.unit is Unit.WORKING_HOURS and what in LADDER
    return by_the_hour or (what == Look.ACCEPT and bool(case.transfers))


def _told(case: Case, what: str) -> tuple[To, ...]:
    """Officers' group → the department's head → task group → leadership."""
    own = to_department(case.department)
    kind, _, part = what.partition(":")
    if kind in {Look.PART, Look.PART_LATE}:
        return (to_department(part), own) if kind == Look.PART_LATE else (to_department(part),)
    if what in {Look.CONFIRM_SOON, Look.REPLY_SOON}:
        return ()
    ladder: list[To] = [own]
    if what in {Look.DUE, *OVERDUE} and case.department:
        ladder.append(to_head(case.department))
    if what in OVERDUE or (what == Look.ACCEPT and case.transfers):
        ladder.append(TASK_GROUP)
    if what in OVERDUE and case.level == HIGHEST_LEVEL:
        ladder.append(LEADERSHIP)
    return tuple(dict.fromkeys(ladder))


def _to_business(case: Case, what: str, now: datetime) -> Notice:
    """A reminder that something waits for the business's word."""
    until = (case.confirm_by if what == Look.CONFIRM_SOON else case.reply_by) or now
    words = Words(
        "remind-confirm" if what == Look.CONFIRM_SOON else "remind-reply", {"code": case.code, "until": until}
    )
    choices: tuple[tuple[Choice, ...], ...] = ()
    if what == Look.CONFIRM_SOON:
        choices = outcome_choices(case) if case.state is State.ANSWERED else contest_choices(case)
    return replace(to_business(case, words, choices=choices), urgency=Urgency.REMINDER)


def _late(case: Case, told: tuple[To, ...]) -> Notice:
    """What the business hears when its answer is late: who was told of it, and what comes next."""
    facts: dict[str, Value] = {
        "code": case.code,
        "department": Name("department", case.department) if case.department else Words("task-group"),
        "deadline": case.deadline or case.filed_at,
        "leadership": "yes" if LEADERSHIP in told else "no",
    }
    return replace(to_business(case, Words("to-business-late", facts)), urgency=Urgency.REMINDER)


def recompute(case: Case, actor: Actor, now: datetime, term: Term, reason: str) -> Decision:
    """The calendar or a promise has changed: the open case's deadline anew; the business is told when it moved."""
    facts = {**term.facts(), "before": case.deadline, "reason": reason}
    entry = write(case, actor, Move.RECOMPUTED, now, **facts)
    after = apply(case, entry)
    told: tuple[Notice, ...] = ()
    if term.due != case.deadline:
        words: dict[str, Value] = {"code": case.code, "before": case.deadline or now, "deadline": term.due}
        told = (to_business(case, Words("to-business-recomputed", words)),)
    return Decision(after, (entry,), (*told, *refreshed(after, is_news=bool(told))))
