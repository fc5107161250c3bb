"""A business that hides its identity is named to its department: by two people, for a reason, and never in silence.

One member of the task group asks, another grants or refuses; what was granted ends after thirty days, and as soon as
another department comes in. One alone may name only in an emergency, of which leadership hears at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case.case import Actor, Case, Move, Naming, Role, Tier
from domain.case.decisions import Decision, decide, says, to_business, under_card
from domain.case.transitions import write
from domain.messages import LEADERSHIP, TASK_GROUP, Choice, Name, Notice, Value, Words
from domain.refusals import Missing, NotNow, NotYours, Refusal

LEAST_WORDS = 3
#: how long a department may know the name that was given to it
NAMED_FOR = timedelta(days=30)


def ask(case: Case, actor: Actor, now: datetime, reason: str, formal_way: str) -> Decision:
    """A member of the task group asks that the business be named; the others are asked to decide."""
    _check(case, actor, reason, formal_way)
    entry = write(case, actor, Move.UNMASK_ASKED, now, reason=reason)
    facts: dict[str, Value] = {
        "code": case.code,
        "name": actor.name or "?",
        "reason": reason,
        "department": Name("department", case.department),
        "days": NAMED_FOR.days,
    }
    yes = Button(Side.OFFICER, "name", case=case.id, verdict="yes", proposal=entry.seq)
    no = Button(Side.OFFICER, "name", case=case.id, verdict="no", proposal=entry.seq)
    row = (Choice(Words("button-name-yes"), yes.data), Choice(Words("button-name-no"), no.data))
    return decide(case, entry, Notice(TASK_GROUP, Words("unmask-asked", facts), choices=(row,), about=case.id))


def grant(case: Case, actor: Actor, now: datetime, number: int, formal_way: str) -> Decision:
    """Another member agrees: the department reads who filed and every word, and the business by whom and why."""
    naming = _asked(case, actor, number)
    _may_be(case, formal_way)
    names = f"{naming.by}, {actor.name or '?'}"
    return _name(case, actor, now, names, reason=naming.reason, asked_by=naming.by, until=now + NAMED_FOR)


def refuse(case: Case, actor: Actor, now: datetime, number: int) -> Decision:
    """Another member does not agree: nobody is named, and the journal says that it was asked for."""
    naming = _asked(case, actor, number)
    entry = write(case, actor, Move.UNMASK_REFUSED, now, reason=naming.reason, asked_by=naming.by)
    facts: dict[str, Value] = {"code": case.code, "name": actor.name or "?", "by": naming.by}
    return decide(case, entry, Notice(TASK_GROUP, Words("unmask-refused", facts), about=case.id))


def at_once(case: Case, actor: Actor, now: datetime, reason: str, formal_way: str) -> Decision:
    """In an emergency one member names alone; leadership and the rest of the task group hear of it at once."""
    _check(case, actor, reason, formal_way)
    decision = _name(case, actor, now, actor.name or "?", reason=reason, emergency=True, until=now + NAMED_FOR)
    facts: dict[str, Value] = {"code": case.code, "name": actor.name or "?", "reason": reason}
    facts["department"] = Name("department", case.department)
    flagged = tuple(Notice(to, Words("unmask-emergency", facts), about=case.id) for to in (LEADERSHIP, TASK_GROUP))
    return Decision(decision.case, decision.entries, (*decision.notices, *flagged))


def by_oneself(case: Case, actor: Actor, now: datetime, formal_way: str) -> Decision:
    """The business itself is known to the department from now on; it needs no reason, and nobody's consent.

    `formal_way` is the department complaints about officials go to: to another one their author is never named.
    """
    _may_be(case, formal_way)
    decision = decide(case, write(case, actor, Move.UNMASKED, now))
    after = decision.case
    facts: dict[str, Value] = {"code": after.code, "department": Name("department", after.department)}
    notices = (_to_group(after, Words("reason-own")), to_business(after, Words("unmasked-own", facts)))
    return Decision(after, decision.entries, (*notices, *decision.notices))


def mask_again(case: Case, actor: Actor, now: datetime) -> Decision:
    """The time for which the department was to know the name is over."""
    entry = write(case, actor, Move.MASKED, now)
    to_group = under_card(case, Words("masked-again", {"code": case.code}))
    return decide(case, entry, to_group, to_business(case, Words("masked-again-own", {"code": case.code})))


def _check(case: Case, actor: Actor, reason: str, formal_way: str) -> None:
    _may_be(case, formal_way)
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-unmask-task-group")
    if not says(reason, LEAST_WORDS):
        raise Missing("refused-unmask-reason", code=case.code)


def _asked(case: Case, actor: Actor, number: int) -> Naming:
    """The request that is still open; whoever made it does not decide on it."""
    if actor.role is not Role.TASK_GROUP:
        raise NotYours("refused-unmask-task-group")
    if case.naming is None or number not in {0, case.naming.number}:
        raise NotNow("refused-unmask-decided", code=case.code)
    if case.naming.person == actor.person:
        raise NotYours("refused-unmask-own", code=case.code)
    return case.naming


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
    if case.parts:  # a name is given to one department, and these read the case, too
        raise NotNow("refused-unmask-parts", code=case.code)


def _name(case: Case, actor: Actor, now: datetime, names: str, **facts: object) -> Decision:
    decision = decide(case, write(case, actor, Move.UNMASKED, now, **facts))
    after, reason = decision.case, str(facts["reason"])
    told: dict[str, Value] = {
        "code": after.code,
        "department": Name("department", after.department),
        "name": names,
        "reason": reason,
        "until": after.named_until or now,
    }
    key = "unmasked-emergency" if facts.get("emergency") else "unmasked"
    notices = (_to_group(after, reason), to_business(after, Words(key, told)))
    return Decision(after, decision.entries, (*notices, *decision.notices))


def _to_group(case: Case, reason: Value) -> Notice:
    """The names, the whole text and the files as they were sent."""
    facts: dict[str, Value] = {
        "code": case.code,
        "who": confidentiality.who_filed(case, may_know=True),
        "author": case.author_name or "?",
        "text": case.text or Words("no-text"),
        "reason": reason,
    }
    return under_card(case, Words("group-unmasked", facts), case.files)
