"""Filing anonymously: what it means is told first; then the case is kept, and nothing that leads from it to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.buttons import Button, Side
from domain.case import confidentiality, moves
from domain.case.case import Actor, Role
from domain.case.draft import Draft
from domain.case.moves import Filing
from domain.deadline.explaining import amount
from domain.messages import Choice, Lines, Name, Notice, Value, Words
from handlers import recording
from handlers.business import keeping, leaving, unkept
from handlers.hidden_files import may_be_copied
from handlers.private_talk import address, say
from handlers.turn import Private
from storage import files, people, returns
from storage.database import Tx
from storage.outgoing import held, outbox
from storage.people import Individual

NOBODY = Actor(Role.BUSINESS)


def explain(turn: Private, draft: Draft) -> None:
    """What anonymous means, how the text will read, which files cannot come along; then the tap that sends."""
    lines: list[Value] = [Words("anonymous-explained")]
    firm = people.firm(turn.tx, turn.who.business)
    name, tax_code = (firm.name, firm.tax_code) if firm else ("", "")
    others = people.names_of(turn.tx, turn.who.id)
    if masked := confidentiality.preview(draft.text, name, tax_code, turn.who.name, *others):
        lines.append(Words("anonymous-masked", {"text": masked}))
    if left_out := [file for file in draft.files if not may_be_copied(turn.tx, file)]:
        lines.append(Words("anonymous-files", {"count": len(left_out)}))
    lines.append(Words("anonymous-when"))
    send = Choice(Words("button-anonymous-yes"), Button(Side.DRAFT, "anonymous").data)
    now = Choice(Words("button-anonymous-now"), Button(Side.DRAFT, "at-once").data)
    rows = ((send,), (now,), (Choice(Words("button-back"), Button(Side.DRAFT, "back").data),))
    say(turn, Lines(tuple(lines), "\n\n"), rows)


def file(turn: Private, draft: Draft, filing: Filing, now: datetime) -> None:
    """The case without its author; all there was of it in this chat is forgotten, and the code to it is told once."""
    tx = turn.tx
    kept = [each for each in filing.files if may_be_copied(tx, each)]
    anew = files.without_author(tx, filing.files)  # those left out, too: so their bytes are not kept
    nobodys = replace(
        filing,
        business=0,
        business_name="",
        tax_code="",
        network="",
        text=unsigned(tx, turn.who, filing.text),
        others=(),
        files=tuple(anew[each] for each in kept),
    )
    decision = moves.file(nobodys, NOBODY, now)
    recording.record(tx, decision, recording.Hold())
    _forget(turn, draft)
    secret = returns.issue(tx, decision.case.id)
    due = held.some_time(*turn.province.terms.last_hour(tx.now)) if filing.in_batches else None
    rows = keeping.begin(turn, decision.case.id, secret, due)
    facts: dict[str, Value] = {
        "code": nobodys.code,
        "secret": secret,
        "tail": returns.GROUP,
        "department": Name("department", nobodys.department) if nobodys.department else Words("department-undecided"),
        "deadline": nobodys.term.due,
        "span": amount(decision.case.promise.unit, decision.case.promise.amount),
    }
    outbox.post(
        tx, Notice(address(turn.who), Words("receipt-anonymous", facts), choices=rows, slot=unkept.CODE, fleeting=True)
    )


def unsigned(tx: Tx, who: Individual, text: str) -> str:
    """What somebody writes, without whatever we know of them in this chat."""
    return confidentiality.unsigned(text, who.name, *people.names_of(tx, who.id))


def _forget(turn: Private, draft: Draft) -> None:
    """Nothing of the draft stays with the chat: neither its words nor the instant at which it was sent."""
    tx, who = turn.tx, turn.who
    turn.talk.forget("draft", "step", "choices", "album", "passed", "offered", "held")
    who.quietly = True
    unkept.forget_from(tx, who.chat, draft.first)
    leaving.begin(tx, who, turn.talk)
