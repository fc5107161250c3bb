"""A case on paper: what a business prints or keeps of it, on the page and as a PDF.

Of a case whose author hides it says nothing by which a reader could tell who filed, whoever finds the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.case import confidentiality
from domain.case.case import Case, State, Tier, is_open
from domain.messages import FileKind, Lines, Network, Notice, Translated, Urgency, Value, Words
from domain.province.catalogue import Catalogue
from handlers.business import phones
from handlers.business.filed.told import department_words, outcome_words, state_words, timeline
from handlers.private_talk import address
from handlers.turn import Private
from storage import files
from storage.database import Tx
from storage.outgoing import outbox

#: a file of ours whose reference begins so is a printout: `print|CASE|LANGUAGE`
PRINT = "print|"


@dataclass(frozen=True, slots=True)
class Printout:
    """What stands on the paper: facts by their names, parts under their headings, and its foot."""

    title: Words
    facts: tuple[tuple[Words, Value], ...]
    parts: tuple[tuple[Words, Value], ...]
    foot: tuple[Value, ...]


def of(tx: Tx, catalogue: Catalogue, case: Case) -> Printout:
    """The case as its author may print it."""
    called = phones.lines(catalogue, case.department)
    made = Words("print-made", {"at": tx.now, "province": Translated(catalogue.province)})
    facts, parts = tuple(_facts(case)), tuple(_parts(tx, case))
    return Printout(Words("print-title", {"code": case.code}), facts, parts, (*called, made))


def _facts(case: Case) -> Iterator[tuple[Words, Value]]:
    yield Words("print-business"), _who(case)
    yield Words("print-kind"), Words(f"kind-{case.kind}")
    yield Words("print-filed"), case.filed_at
    yield Words("print-state"), state_words(case)
    yield Words("print-department"), department_words(case)
    if case.state is State.ASKED and case.reply_by:
        yield Words("print-reply-by"), case.reply_by
    elif case.deadline and is_open(case):
        yield Words("print-deadline"), case.deadline
    if case.outcome:
        yield Words("print-outcome"), outcome_words(case.outcome)


def _who(case: Case) -> Value:
    """The business, where it was filed openly; one that is named to a department for a time hides all the same."""
    if confidentiality.hides(case) and case.tier is not Tier.ANONYMOUS:
        return Words("print-hidden")
    return confidentiality.who_filed(case, may_know=False)


def _parts(tx: Tx, case: Case) -> Iterator[tuple[Words, Value]]:
    yield Words("print-text"), _text(case, case.text)
    if case.files:
        yield Words("print-files"), Words("print-files-count", {"count": len(case.files)})
    if case.answer:
        yield Words("print-answer"), _text(case, case.answer)
    yield Words("print-timeline"), Lines(tuple(timeline(tx, case)))


def _text(case: Case, text: str) -> str:
    return confidentiality.for_public(case, text) if confidentiality.hides(case) else text


# ---------------------------------------------------------------- in the chat


def send(turn: Private, case: Case) -> None:
    """The printout as a PDF, in the person's language; on the page with the address where it can be printed at once."""
    language = turn.who.language or "vi"
    facts: dict[str, Value] = {"code": case.code}
    words = Words("print-here", facts)
    if turn.incoming.chat.network is Network.PAGE:
        words = Words("print-here-page", {**facts, "address": f"{turn.province.address}/chat/cases/{case.code}"})
    file = files.draw_for(turn.tx, turn.who.id, f"{PRINT}{case.id}|{language}", FileKind.DOCUMENT, _name(case))
    is_guest = not turn.who.id
    notice = Notice(address(turn.who), words, urgency=Urgency.PROMPT, files=(file,), fleeting=is_guest)
    outbox.post(turn.tx, notice)


def _name(case: Case) -> str:
    return f"bien-nhan-{case.code}.pdf"
