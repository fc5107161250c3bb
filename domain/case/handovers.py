"""What departments and the task group settle between them: transfers, extensions, proposals, co-operation.

None of it resets the clock.
"""

from __future__ import annotations

from datetime import datetime

from domain.case import confidentiality
from domain.case.cards import QUESTION_ON_CARD, card, invitation, slot
from domain.case.case import Actor, Case, Contribution, Entry, Move, Proposal, Role, is_overdue, part_of
from domain.case.decisions import Decision, card_with_files, decide, says, to_business, under_card, words_needed
from domain.case.history import apply
from domain.case.transitions import write
from domain.deadline.explaining import amount
from domain.deadline.promises import Term
from domain.messages import TASK_GROUP, Kind, Name, Notice, Urgency, Value, Words, to_department
from domain.refusals import Missing, NotNow, Refusal

LONGEST_EXTENSION_DAYS = 20
MOST_PARTS = 5


def _transferable(case: Case, department: str, reason: str) -> None:
    if not says(reason, 2):
        raise Missing("refused-transfer-reason", code=case.code)
    if department == case.department:
        raise Refusal("refused-same-department", code=case.code)


def _not_to_the_accused(case: Case, actor: Actor, department: str) -> None:
    """A complaint about officials does not come to their department unless the task group decides so, by name."""
    if department in case.accused and actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-accused", code=case.code)


def may_transfer(case: Case, actor: Actor, most: int) -> bool:
    """True for a department's first `most` transfers, and for the task group always; others may propose one."""
    return actor.role is Role.TASK_GROUP or case.transfers < most


def transfer(case: Case, actor: Actor, now: datetime, department: str, reason: str, moved: Term) -> Decision:
    """To another department, with a reason; never resets the clock."""
    _transferable(case, department, reason)
    _not_to_the_accused(case, actor, department)
    facts = {"department": department, "reason": reason}
    return _moved(case, write(case, actor, Move.TRANSFERRED, now, **facts, **moved.facts()), reason)


def assign(case: Case, actor: Actor, now: datetime, department: str, reason: str, moved: Term) -> Decision:
    """The task group decides who is responsible; never resets the clock."""
    if actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    facts = {"department": department, "reason": reason} if reason else {"department": department}
    return _moved(case, write(case, actor, Move.ASSIGNED, now, **facts, **moved.facts()), reason)


def _moved(case: Case, entry: Entry, reason: str) -> Decision:
    after = apply(case, entry)
    new = Name("department", after.department)
    reason = confidentiality.for_department(case, reason)
    told = Words("moved-author", {"code": case.code, "department": new, "deadline": after.deadline or entry.at})
    notices = [to_business(case, told), *card_with_files(after)]
    if case.department and case.department != after.department:
        left = Words("moved-away", {"code": case.code, "department": new, "reason": reason or Words("no-reason")})
        notices.append(_gone(case, left))
    why = Words("moved-here", {"code": case.code, "reason": reason or Words("no-reason")})
    notices.append(under_card(after, why))
    return Decision(after, (entry,), (*notices, card(after, TASK_GROUP, kind=Kind.EDIT)))


def _gone(case: Case, words: Words) -> Notice:
    """In place of the card that the department had; where cards cannot be changed, a message."""
    to, place = to_department(case.department), slot(case.id)
    return Notice(to, words, kind=Kind.EDIT, urgency=Urgency.CARD, about=case.id, slot=place, news=words)


def succeed(case: Case, actor: Actor, now: datetime, successor: str) -> Decision:
    """The department was merged into another one, which goes on with the case: same clock, same officer."""
    entry = write(case, actor, Move.SUCCEEDED, now, department=successor, before=case.department)
    after = apply(case, entry)
    names: dict[str, Value] = {
        "before": Name("department", case.department),
        "department": Name("department", successor),
    }
    told = Words("succeeded-author", {"code": case.code, **names, "deadline": case.deadline or now})
    gone = Words("succeeded-away", {"code": case.code, **names})
    old = _gone(case, gone)
    notices = (to_business(case, told), *card_with_files(after), old, card(after, TASK_GROUP, kind=Kind.EDIT))
    return Decision(after, (entry,), notices)


# Extensions


def may_extend(case: Case, actor: Actor) -> bool:
    """True for the first extension, and for the task group always; anybody else may propose a further one."""
    return actor.role is Role.TASK_GROUP or not (case.extension_days or case.reopenings)


def check_extension(case: Case, days: int, reason: str) -> None:
    """Raises Missing without a reason or with a number of days nobody may give."""
    if not 1 <= days <= LONGEST_EXTENSION_DAYS or not says(reason, 2):
        raise Missing("refused-extend", code=case.code, longest=LONGEST_EXTENSION_DAYS)


def extend(case: Case, actor: Actor, now: datetime, days: int, reason: str, longer: Term) -> Decision:
    """More time, with a reason the business reads; above the first the task group must do it.

    Refused when the case would still be late: no business is told of a new deadline that is over.
    """
    check_extension(case, days, reason)
    if not may_extend(case, actor):
        raise NotNow("refused-second-extension", code=case.code)
    entry = write(case, actor, Move.EXTENDED, now, days=days, reason=reason, **longer.facts())
    if is_overdue(apply(case, entry), now):
        raise NotNow("refused-extend-short", code=case.code, deadline=longer.due)
    facts: dict[str, Value] = {"code": case.code, "reason": reason, "deadline": longer.due}
    facts["span"] = amount(case.promise.unit, days)
    return decide(case, entry, to_business(case, Words("to-business-extended", facts)))


# Proposals to the task group


def propose(case: Case, actor: Actor, now: datetime, verb: str, extra: str, reason: str) -> Decision:
    """A further transfer or extension: the task group gets the card with the reason and decides by a tap."""
    if verb == "extend":
        check_extension(case, int(extra), reason)
    else:
        _transferable(case, extra, reason)
        _not_to_the_accused(case, actor, extra)
    entry = write(case, actor, Move.PROPOSED, now, verb=verb, extra=extra, reason=reason)
    after = apply(case, entry)
    told = under_card(case, Words("proposal-with-task-group", {"code": case.code}))
    return decide(case, entry, *card_with_files(after, TASK_GROUP), told)


def _proposed(case: Case, verb: str, extra: str) -> dict[str, Value]:
    what: Value = Name("department", extra)
    if verb == "extend":
        what = amount(case.promise.unit, int(extra))
    return {"code": case.code, "what": what, "department": Name("department", case.department)}


def proposal_of(case: Case, number: int) -> Proposal:
    """The proposal that waits under this number; raises NotNow when it was decided or replaced."""
    if case.proposal is None or case.proposal.number != number:
        raise NotNow("refused-proposal-done", code=case.code)
    return case.proposal


def refuse(case: Case, actor: Actor, now: datetime, number: int) -> Decision:
    """The task group says no to a proposal; the department goes on, its deadline unchanged."""
    if actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    proposal = proposal_of(case, number)
    entry = write(case, actor, Move.REFUSED, now, verb=proposal.verb)
    what = _proposed(case, proposal.verb, proposal.extra)
    words = Words("proposal-refused", {**what, "deadline": case.deadline or now})
    return decide(case, entry, under_card(case, words))


# Co-operation


def invite(  # noqa: PLR0913
    case: Case, actor: Actor, now: datetime, department: str, text: str, limit: Term, together: Term | None = None
) -> Decision:
    """Another department is asked for its word, by a deadline of its own; one lead, one answer.

    `together` is the case's longer term when the task group makes several departments responsible, of which the
    business is told.
    """
    if department == case.department or not case.department:
        raise Refusal("refused-same-department", code=case.code)
    _not_to_the_accused(case, actor, department)
    if len(case.parts) >= MOST_PARTS:
        raise NotNow("refused-parts", code=case.code, most=MOST_PARTS)
    if not says(text, 2):
        raise Missing("refused-invite", code=case.code)
    longer = together.facts() if together else {}
    facts = {**longer, "department": department, "text": text, "due": limit.due, "agenda": limit.agenda}
    entry = write(case, actor, Move.INVITED, now, **facts)
    after = apply(case, entry)
    to, lead = to_department(department), Name("department", case.department)
    notices = [*card_with_files(after, to)]
    if len(text) > QUESTION_ON_CARD:
        part = Contribution(department, text, limit.due)
        whole = invitation(after, part, confidentiality.for_department(case, text))
        notices.append(under_card(case, whole, to=to))
    if together and together.due != case.deadline:
        told: dict[str, Value] = {
            "code": case.code,
            "lead": lead,
            "deadline": together.due,
            "span": amount(after.promise.unit, after.promise.amount),
        }
        notices.append(to_business(case, Words("to-business-together", told)))
    return decide(case, entry, *notices)


def contribute(case: Case, actor: Actor, now: datetime, department: str, text: str, files: tuple[int, ...]) -> Decision:
    """A co-operating department's word, for the lead department; the business hears only the lead's answer."""
    words_needed(text, files)
    if part_of(case, department) is None:
        raise Refusal("refused-not-your-department")
    entry = write(case, actor, Move.CONTRIBUTED, now, department=department, text=text, files=files)
    said: dict[str, Value] = {"code": case.code, "department": Name("department", department)}
    return decide(
        case, entry, under_card(case, Words("contributed", {**said, "text": text or Words("see-files")}), files)
    )
