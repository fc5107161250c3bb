"""The card of a case in a group chat: what officers see and can tap, for each state."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case.case import WORKABLE, Case, Contribution, Matter, Proposal, State, is_paused, part_of
from domain.deadline.explaining import amount, sentence
from domain.foreign import NAMED
from domain.messages import (
    TASK_GROUP,
    Choice,
    Kind,
    Lines,
    Name,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    shortened,
    to_department,
)

TEXT_ON_CARD, QUESTION_ON_CARD = 2500, 700
#: the language officers write in
OURS = "vi"

_WORK = (("accept", "answer"), ("ask", "transfer", "extend"), ("invite", "decline"), ("note", "details"))
_BUTTONS: dict[State, tuple[tuple[str, ...], ...]] = {
    State.FILED: _WORK,
    State.REOPENED: _WORK,
    State.ACCEPTED: (("answer", "ask"), ("transfer", "extend", "invite"), ("decline", "note", "details")),
    State.ASKED: (("answer", "ask"), ("transfer", "extend", "invite"), ("decline", "note", "details")),
    State.ANSWERED: (("answer", "explain"), ("note", "details")),
}
_FOR_TASK_GROUP = (("assign", "answer"), ("ask", "extend", "invite"), ("note", "details"))
#: what the task group may publish the answer of
_PUBLISHABLE = {State.ANSWERED, State.CLOSED}
_FOR_PART = (("contribute", "details"),)
_MAY_CONTRIBUTE = {*WORKABLE, State.ANSWERED}


def slot(case: int) -> str:
    """The place of a case's card in a chat."""
    return f"card:{case}"


@lru_cache(maxsize=1024)  # a case's card is made anew at its every move
def button(verb: str, case: int) -> Choice:
    """A button officers tap; the handler checks again who taps it and in which state."""
    return Choice(Words(f"button-{verb}"), Button(Side.OFFICER, verb, case=case).data)


def buttons(case: Case, to: To) -> tuple[tuple[Choice, ...], ...]:
    """The rows of buttons a card shows in the case's present state to whoever it is for."""
    rows = _BUTTONS.get(case.state, (("details",),))
    if case.is_explained:  # said once, and undone by answering anew
        rows = tuple(tuple(verb for verb in row if verb != "explain") for row in rows)
    decide: tuple[tuple[Choice, ...], ...] = ()
    if to == TASK_GROUP and case.state in WORKABLE:
        rows = _FOR_TASK_GROUP
        if case.proposal:
            yes = Button(Side.OFFICER, "decide", case=case.id, verdict="yes", proposal=case.proposal.number)
            no = Choice(Words("button-refuse-proposal"), replace(yes, verdict="no").data)
            decide = ((Choice(Words("button-approve"), yes.data), no),)
    elif part_of(case, to.department):
        rows = _FOR_PART if case.state in _MAY_CONTRIBUTE else (("details",),)
    if to == TASK_GROUP and case.state in _PUBLISHABLE:
        rows = (*rows, ("publish",))
    return (*decide, *(tuple(button(verb, case.id) for verb in row) for row in rows))


def card(case: Case, to: To | None = None, *, kind: Kind = Kind.SEND, news: tuple[Words, ...] = ()) -> Notice:
    """The case's card for its department (identity masked where the tier says so), or for `to`, `news` in front."""
    return _card(case, to or to_department(case.department), kind, _facts(case), news)


def _card(case: Case, to: To, kind: Kind, facts: list[Value], news: tuple[Words, ...] = ()) -> Notice:
    inside = to == TASK_GROUP
    text = case.text if inside else confidentiality.for_department(case, case.text)
    lines: list[Value] = [
        _head(case),
        *news,
        *asked_of(case, to),
        Words("card-who", {"who": confidentiality.who_filed(case, may_know=inside)}),
        Words("card-department", {"department": _department(case), "topic": _topic(case)}),
        Words("card-text", {"text": shortened(text, TEXT_ON_CARD) or Words("no-text")}),
        *facts,
        *(_held(case) if inside else []),
    ]
    return Notice(
        to=to,
        words=Lines(tuple(lines)),
        choices=buttons(case, to),
        kind=kind,
        urgency=Urgency.RECEIPT if kind is Kind.SEND else Urgency.CARD,
        about=case.id,
        slot=slot(case.id),
    )


def asked_of(case: Case, to: To) -> list[Words]:
    """What this reader in particular is to decide, or to contribute."""
    proposed, part = case.proposal, part_of(case, to.department)
    if proposed and to == TASK_GROUP:
        what = {"what": _what(case, proposed), "department": _department(case), "reason": proposed.reason}
        return [Words(f"proposed-{proposed.verb}", what)]
    if proposed and to.department == case.department:
        what = {"what": _what(case, proposed), "reason": proposed.reason}
        return [Words(f"card-proposed-{proposed.verb}", what)]
    if part and not part.said_at:
        question = shortened(confidentiality.for_department(case, part.question), QUESTION_ON_CARD)
        return [invitation(case, part, question)]
    return []


def invitation(case: Case, part: Contribution, question: str) -> Words:
    """What a co-operating department is asked by the one that leads."""
    asked = Name("department", part.department)
    facts = {"code": case.code, "lead": _department(case), "department": asked, "due": part.due, "text": question}
    return Words("invited", facts)


def _what(case: Case, proposed: Proposal) -> Value:
    """For how long, or to which department."""
    return (
        amount(case.promise.unit, int(proposed.extra)) if proposed.verb == "extend" else Name("short", proposed.extra)
    )


def whole_text(case: Case, to: To) -> tuple[Notice, ...]:
    """What the card had to cut off: the full text as a message under it; nothing when the card shows it all."""
    inside = to == TASK_GROUP
    text = case.text if inside else confidentiality.for_department(case, case.text)
    if len(text) <= TEXT_ON_CARD:
        return ()
    words = Words("text-of", {"code": case.code, "text": text})
    return (Notice(to, words, about=case.id, under=slot(case.id)),)


def refreshed(case: Case, *, is_news: bool = False, tells: Words | None = None) -> tuple[Notice, ...]:
    """Edits that bring the cards already shown up to date, in the department's chats and the task group's.

    `is_news` to the department when nothing else tells it: where cards cannot be changed, it reads a line of its own.
    The line is `tells`, and then it is worth a message there, where the change of the card `tells` whoever has it.
    """
    lead = (case.department,) if case.department else ()
    readers = (TASK_GROUP, *map(to_department, (*lead, *(part.department for part in case.parts))))
    facts = _facts(case)
    edits = [_card(case, to, Kind.EDIT, facts) for to in readers]
    if is_news and lead:
        edits[1] = replace(edits[1], news=Lines((_head(case), *_deadline(case))))
    if tells:
        at = len(lead)  # the department's, or the task group's that has it
        edits[at] = replace(edits[at], news=tells, urgency=Urgency.RECEIPT)
    return tuple(edits)


def _head(case: Case) -> Words:
    return Words("card-head", {"code": case.code, "kind": Words(f"kind-{case.kind}"), "state": _state(case)})


def _department(case: Case) -> Value:
    return Name("department", case.department) if case.department else Words("department-undecided")


def _topic(case: Case) -> Value:
    return Name("topic", case.topic) if case.topic else Words("topic-other")


def _state(case: Case) -> Value:
    return Words(f"state-{case.state}")


def _deadline(case: Case) -> list[Value]:
    waiting: list[Value] = []
    if case.state is State.ASKED and case.reply_by:
        waiting = [Words("card-paused" if is_paused(case) else "card-waiting", {"until": case.reply_by})]
    if is_paused(case) or not case.deadline:
        return waiting
    if case.escalated_at and case.escalated_at > case.deadline:  # how many days, the card cannot tell: it stands still
        key = "card-overdue"
    else:
        key = "card-deadline-again" if case.reopened_at else "card-deadline"
    return [
        *waiting,
        Words(key, {"at": case.deadline}),
        *([Words("card-why", {"why": sentence(case.why)})] if case.why else []),
    ]


def _together(case: Case) -> list[Value]:
    """Whom the lead could ask, as long as it has asked nobody."""
    others = tuple(Name("short", key) for key in case.together if key != case.department)
    if case.parts or not others or case.state not in WORKABLE:
        return []
    return [Words("card-together", {"departments": Lines(others, ", ")})]


def _parts(case: Case) -> list[Value]:
    """Who co-operates, by when, and whether they have said their word."""
    return [
        Words(
            "card-part-done" if part.said_at else "card-part",
            {"department": Name("short", part.department), "at": part.said_at or part.due},
        )
        for part in case.parts
    ]


def _tongue(code: str) -> Value:
    """A language by its name, or by its ISO code where nobody here would know the name."""
    return Words(f"tongue-{code}") if code in NAMED else code


def _facts(case: Case) -> list[Value]:
    lines = _imported(case)
    if case.written_in:
        lines.append(Words("card-written-in", {"tongue": _tongue(case.written_in)}))
    elif case.language != OURS:
        lines.append(Words("card-language", {"tongue": Words(f"language-{case.language}")}))
    if case.files:
        lines.append(Words("card-files", {"count": len(case.files)}))
    if case.state in WORKABLE:
        lines += _deadline(case)
        if case.kind is Matter.COMPLAINT:
            lines.append(Words("card-legal"))
    if case.is_explained and case.state in _PUBLISHABLE:
        lines.append(Words("card-explained"))
    if case.accepted_name:
        lines.append(Words("card-holder", {"name": case.accepted_name}))
    lines += [*_together(case), *_parts(case), *_past(case)]
    if case.outcome and case.state is State.CLOSED:
        lines.append(Words("card-outcome", {"outcome": Words(f"outcome-{case.outcome}"), "stars": case.stars}))
    if not case.reached:
        lines.append(Words("card-unreached"))
    return lines


def _held(case: Case) -> list[Value]:
    """Why the task group keeps it beyond its time."""
    return [Words("card-held", {"at": case.held_at, "reason": case.held_for})] if case.held_at else []


def _imported(case: Case) -> list[Value]:
    """From which list a case comes that nobody filed here."""
    where = case.imported
    if where is None:
        return []
    lines: list[Value] = [Words("card-imported", {"list": where.list, "place": where.place})]
    if where.deadline and case.state in WORKABLE:
        lines.append(Words("card-imported-due", {"said": where.deadline}))
    return lines


def _past(case: Case) -> list[Value]:
    """What has happened to it that whoever opens it should know."""
    counts = {"transfers": case.transfers, "followers": case.followers, "reopened": case.reopenings}
    lines: list[Value] = [Words(f"card-{what}", {"count": count}) for what, count in counts.items() if count]
    if case.extension_days:
        lines.append(Words("card-extended", {"span": amount(case.promise.unit, case.extension_days)}))
    return lines
