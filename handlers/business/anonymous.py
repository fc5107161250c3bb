"""Filing anonymously: what it means is told first; then the case is kept, and nothing that leads from it to anybody."""

from __future__ import annotations

from dataclasses import replace

from domain.case import confidentiality, moves
from domain.case.case import Actor, Role
from domain.case.draft import Draft
from domain.case.moves import Filing
from domain.deadline.explaining import amount
from domain.file_types import may_be_cleaned
from domain.messages import Choice, Lines, Name, Network, Notice, Value, Words, to_chat
from handlers import recording
from handlers.telling import say
from storage import files, messages, outbox, page, people, returns
from storage.database import Tx
from storage.people import Individual

NOBODY = Actor(Role.BUSINESS)


def explain(tx: Tx, person: Individual, draft: Draft) -> None:
    """What anonymous means, how the text will read, which files cannot come along; then the tap that sends."""
    lines: list[Value] = [Words("anonymous-explained")]
    firm = people.firm(tx, person.business)
    name, tax_code = (firm.name, firm.tax_code) if firm else ("", "")
    if masked := confidentiality.preview(draft.text, name, tax_code, person.name):
        lines.append(Words("anonymous-masked", {"text": masked}))
    if left_out := [file for file in draft.files if not _may_come(tx, file)]:
        lines.append(Words("anonymous-files", {"count": len(left_out)}))
    rows = ((Choice(Words("button-anonymous-yes"), "d:anonymous"),), (Choice(Words("button-back"), "d:back"),))
    say(tx, person, Lines(tuple(lines), "\n\n"), rows)


def _may_come(tx: Tx, file: int) -> bool:
    stored = files.get(tx, file)
    return stored is not None and may_be_cleaned(stored.kind, stored.name)


def file(tx: Tx, person: Individual, draft: Draft, filing: Filing) -> None:
    """The case without its author; all there was of it in this chat is forgotten, and the code to it is told once."""
    kept = tuple(each for each in filing.files if _may_come(tx, each))
    nobodys = replace(
        filing,
        business=0,
        business_name="",
        tax_code="",
        text=unsigned(tx, person, filing.text),
        files=kept,
    )
    case = moves.file(nobodys, NOBODY, tx.now)
    files.without_author(tx, filing.files)  # those left out, too: so their bytes are not kept
    recording.record(tx, case)
    _forget(tx, person, draft)
    facts: dict[str, Value] = {
        "code": nobodys.code,
        "secret": returns.issue(tx, case.case.id),
        "department": Name("department", nobodys.department) if nobodys.department else Words("department-undecided"),
        "deadline": nobodys.term.due,
        "span": amount(case.case.promise.unit, case.case.promise.amount),
    }
    to = to_chat(person.chat, person.language or "vi")
    outbox.post(tx, Notice(to, Words("receipt-anonymous", facts), fleeting=True))


def unsigned(tx: Tx, person: Individual, text: str) -> str:
    """What somebody writes, without whatever we know of them in this chat."""
    firms = people.firms_of(tx, person.id)
    names = [part for firm in firms for part in (firm.name, firm.tax_code) if part]
    return confidentiality.unsigned(text, person.name, *names)


def _forget(tx: Tx, person: Individual, draft: Draft) -> None:
    """Nothing of the draft stays with the chat: neither its words nor the instant at which it was sent."""
    for key in ("draft", "step", "choices", "album", "passed", "offered", "held"):
        person.conversation.pop(key, None)
    person.quietly = True
    outbox.forget(tx, person.chat)
    messages.forget_taps(tx, person.chat)
    if person.chat.network is Network.PAGE and draft.first.isdecimal() and int(draft.first):
        page.forget(tx, person.chat.id, int(draft.first))
