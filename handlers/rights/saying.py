"""What is said of a request about personal data: to its asker, and on the task group's card."""

from __future__ import annotations

from datetime import datetime

from domain.buttons import Button, Side
from domain.messages import TASK_GROUP, Choice, Lines, Notice, Urgency, Value, Words
from domain.rights import requests as rules
from domain.rights.requests import UNSETTLED, Request, Standing, Step, Taken
from storage import cases, people
from storage.database import Tx
from storage.rights import holdings


def slot(number: int) -> str:
    """The place of a request in the task group's chat."""
    return f"data:{number}"


def _facts(request: Request) -> dict[str, Value]:
    return {
        "number": request.id,
        "wish": Words(f"data-wish-{request.wish}"),
        "answer": request.answer_by,
        "until": request.carry_out_by,
    }


# ---------------------------------------------------------------- to its asker


def asked(request: Request) -> Words:
    """It is noted; who answers, and by when."""
    return Words("data-asked", _facts(request))


def told(taken: Taken) -> Words | None:
    """A step as its asker reads it; what was asked and done is told where that happens."""
    request, entry = taken.request, taken.entry
    if entry.step in {Step.ASKED, Step.DONE}:
        return None
    return Words(f"data-told-{entry.step}", {**_facts(request), "reason": entry.reason})


def done(request: Request, backup_days: int) -> Words:
    """It was carried out; when what was deleted is gone from the backups, too."""
    return Words(f"data-done-{request.wish}", {**_facts(request), "days": backup_days})


def line(request: Request) -> Words:
    """A request in one line."""
    return Words("data-line", {**_facts(request), "standing": _standing(request)})


def _standing(request: Request) -> Words:
    return Words(f"data-is-{request.standing}", {"until": _next(request)})


def _next(request: Request) -> datetime:
    """When the next thing is due, or when it ended."""
    return rules.due(request) if request.standing in UNSETTLED else request.ended_at or request.carry_out_by


# ---------------------------------------------------------------- to the task group


def card(tx: Tx, request: Request) -> Notice:
    """The request as the task group sees it, with what it can do."""
    lines = Lines(tuple(_lines(tx, request)))
    return Notice(TASK_GROUP, lines, choices=_choices(request), urgency=Urgency.CARD, slot=slot(request.id))


def _lines(tx: Tx, request: Request) -> list[Value]:
    lines: list[Value] = [
        Words("data-card-head", {**_facts(request), "standing": _standing(request)}),
        Words("data-card-who", {"who": who(tx, request)}),
    ]
    if request.text:
        lines.append(Words("data-card-text", {"text": request.text}))
    if request.standing in UNSETTLED:
        lines += [Words("data-card-terms", _facts(request)), Words(f"data-card-means-{request.wish}")]
    return lines


def who(tx: Tx, request: Request) -> Value:
    """Whose data it is about: a person with their cases, one case, or nobody any more."""
    if request.case:
        case = cases.look(tx, request.case)
        return Words("data-who-case", {"code": case.code if case else "?"})
    person = people.by_id(tx, request.person)
    if person is None:
        return Words("data-who-gone")
    kept = holdings.of_person(tx, person)
    return Words("data-who", {"name": person.name or "–", "firms": ", ".join(kept.firms) or "–", "cases": kept.cases})


def _choices(request: Request) -> tuple[tuple[Choice, ...], ...]:
    if request.standing not in UNSETTLED:
        return ()
    verbs = ("carry", "refuse") if request.standing is Standing.ACCEPTED else ("accept", "carry", "refuse")
    return (tuple(_choice(verb, request) for verb in verbs),)


def _choice(verb: str, request: Request) -> Choice:
    return Choice(Words(f"button-data-{verb}"), Button(Side.DATA, verb, request=request.id).data)


def listed(request: Request) -> Words:
    """A request in the task group's list; whose it is, its card says, which is erased with them."""
    return Words("data-list-line", {**_facts(request), "due": rules.due(request)})


def asked_again(tx: Tx, request: Request) -> Words:
    """What cannot be undone, before it is done."""
    return Words("data-carry-sure", {**_facts(request), "who": who(tx, request)})
