"""`/dulieu`: what is kept, since when, how long still, and what can be asked about it."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.case.case import Case
from domain.messages import Choice, Lines, Value, Words
from domain.rights.requests import FOR_A_CASE, Wish
from handlers import typed
from handlers.business.filed import own_cases
from handlers.private_talk import Rows, say
from handlers.rights import saying
from handlers.rights.erasing import Kind
from handlers.turn import Private
from storage import cases
from storage.rights import erasures, holdings
from storage.rights import requests as memory

_LISTED = 5


def show(turn: Private, rest: str) -> None:
    """Everything of this person, or of the case that is named; in a visit, of its case."""
    if turn.who.only_case or typed.code(rest):
        show_case(turn, own_cases.case_named(turn, rest))
        return
    kept = holdings.of_person(turn.tx, turn.who)
    lines: list[Value] = [Words("data-head")]
    lines.append(Words("data-person", {"name": turn.who.name or "–", "firms": ", ".join(kept.firms) or "–"}))
    lines.append(Words("data-counts", {"cases": kept.cases, "files": kept.files, "messages": kept.messages}))
    if kept.codes:
        codes = ", ".join(f"#{each}" for each in kept.codes)
        lines.append(Words("data-codes", {"codes": codes, "more": kept.cases - len(kept.codes)}))
    if kept.since:
        lines.append(Words("data-since", {"at": kept.since}))
    lines.append(_agreed(turn))
    if turn.who.restricted_at:
        lines.append(Words("data-restricted", {"at": turn.who.restricted_at}))
    lines += [*_asked(turn, 0), Words("data-unlinked"), Words("data-law", {"days": turn.province.backup_days})]
    say(turn, Lines(tuple(lines)), _choices(tuple(Wish), 0))


def show_case(turn: Private, case: Case) -> None:
    """What is kept of one case, and what was erased of it already."""
    entries = [entry for entry, _ in cases.journal(turn.tx, case.id)]
    attached = {int(each) for entry in entries for each in entry.facts.get("files", ())}
    lines: list[Value] = [Words("data-case-head", {"code": case.code})]
    lines.append(Words("data-case-counts", {"entries": len(entries), "files": len(attached), "at": case.filed_at}))
    if case.held_at:
        lines.append(Words("data-held", {"at": case.held_at}))
    gone = erasures.kinds(turn.tx, "case", case.id)
    lines += [Words(f"data-gone-{kind}", {"at": gone[kind]}) for kind in Kind if kind in gone]
    lines += [*_asked(turn, case.id), Words("data-law", {"days": turn.province.backup_days})]
    say(turn, Lines(tuple(lines)), _choices(FOR_A_CASE, case.id), about=case.id)


def _agreed(turn: Private) -> Words:
    if turn.who.consented_at is None:
        return Words("data-not-agreed")
    return Words("data-agreed", {"at": turn.who.consented_at, "version": turn.who.notice or 1})


def _asked(turn: Private, case: int) -> list[Value]:
    found = memory.of(turn.tx, turn.who.id, case)[:_LISTED]
    return [Words("data-requests"), *(saying.line(each) for each in found)] if found else []


def _choices(wishes: tuple[Wish, ...], case: int) -> Rows:
    side = Side.OWN if case else Side.PERSON
    shown = [Choice(Words(f"button-data-{wish}"), Button(side, "data", case=case, wish=wish).data) for wish in wishes]
    return tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2))
