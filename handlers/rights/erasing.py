"""Erasing: a case's files, who filed it or its words, or a person with everything; written down once, for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from domain.case import moves
from domain.case.apart import Part
from domain.case.case import Actor, Case, Move, Role
from domain.case.dates import Terms
from domain.case.transitions import allowed
from handlers import recording
from handlers.erasing import erase
from storage import accounts, cases, page, people
from storage.database import Tx
from storage.knowledge import search
from storage.people import Individual
from storage.rights import erasures, holdings, requests, traces
from storage.rights.erasures import Erased


class Kind(StrEnum):
    """What of a case is erased. Files tell who made them, so they never stay longer than who filed; words may."""

    FILES = "files"
    IDENTITY = "identity"
    WORDS = "words"


CASE, PERSON, ALL, PUBLIC = "case", "person", "all", "public"
#: by which rule something is erased, as the journal tells it
RETENTION, REQUEST = "retention", "request"
_FIRST: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.FILES: (),
    Kind.IDENTITY: (Kind.FILES,),
    Kind.WORDS: (Kind.IDENTITY,),
}


def erase_case(tx: Tx, number: int, kind: Kind, actor: Actor, rule: str, terms: Terms | None = None) -> bool:
    """Erase this of a case, and what goes before it; False when it is erased already, or there is no such case."""
    case = cases.load(tx, number)
    if case is None or erasures.is_erased(tx, CASE, number, kind):
        return False
    for before in _FIRST[kind]:
        erase_case(tx, number, before, actor, rule, terms)
    _erase_part(tx, number, kind, actor, rule, terms)
    erasures.note(tx, CASE, number, kind)
    return True


def _erase_part(tx: Tx, number: int, kind: Kind, actor: Actor, rule: str, terms: Terms | None = None) -> None:
    case = cases.load(tx, number)
    if case is None:
        return
    if kind is Kind.FILES:
        traces.forget_files(tx, files_of(tx, case))
        return
    traces.forget_words(tx, number)
    erase(tx, case, {Part(kind)}, actor, rule, terms)
    if kind is Kind.WORDS:
        search.forget(tx, number)


def files_of(tx: Tx, case: Case) -> list[int]:
    """Every attachment a case has, whoever sent it."""
    found = dict.fromkeys(case.files)
    for entry, _ in cases.journal(tx, case.id):
        found |= dict.fromkeys(int(each) for each in entry.facts.get("files", ()))
    return list(found)


def erase_cases(tx: Tx, numbers: Iterable[int], actor: Actor, rule: str = REQUEST, terms: Terms | None = None) -> None:
    """Erase cases whole, with what was published of them and what quotes them; those going on are withdrawn first.

    Their words leave the search index at once, too, which is written anew.
    """
    codes = []
    for number in numbers:
        case = cases.load(tx, number)
        if case is None:
            continue
        codes.append(case.code)
        _end(tx, case, terms)
        traces.forget_public(tx, number)
        erasures.note(tx, CASE, number, PUBLIC)
        erase_case(tx, number, Kind.WORDS, actor, rule, terms)
    if codes:
        search.tidy(tx)
        traces.forget_quotes(tx, codes)
        people.forget_what_is_looked_for(tx)


def _end(tx: Tx, case: Case, terms: Terms | None = None) -> None:
    """A case of which nothing is left to work on goes on no longer: its author took it back."""
    if allowed(case, Move.WITHDRAWN):
        by = Actor(Role.BUSINESS, case.author, case.author_name)
        recording.record(tx, moves.withdraw(case, by, recording.instant(tx, case, terms)))


def erase_person(tx: Tx, person: Individual, actor: Actor, rule: str = REQUEST, terms: Terms | None = None) -> None:
    """Erase a person with their firms, their whole chat and every case that is theirs.

    Their browser still opens the empty chat for an hour, to read there that it was done.
    """
    erase_cases(tx, holdings.numbers_of(tx, person.id), actor, rule, terms)
    _forget(tx, person, page.end_links)
    erasures.note(tx, PERSON, person.id, ALL)


def forget_person(tx: Tx, person: Individual) -> None:
    """Erase a person with their firms and their whole chat; cases of theirs keep what they keep."""
    _forget(tx, person)
    erasures.note(tx, PERSON, person.id, ALL)


def _forget(tx: Tx, person: Individual, shut: Callable[[Tx, str], object] = page.end_sessions) -> None:
    for each in accounts.of(tx, person.id):  # on every messenger they have linked
        traces.forget_chat(tx, each.chat, each.id)
        traces.forget_person(tx, each.id, each.user, each.chat)
        shut(tx, each.user)
    accounts.forget_codes(tx, person.id)
    requests.forget_words(tx, person.id)
    people.forget(tx, person)


def again(tx: Tx, line: Erased) -> None:
    """Carry out one line of the ledger in a database that lacks it; nothing is noted but that line itself."""
    erasures.take_over(tx, line)
    case = cases.load(tx, line.target) if line.what == CASE else None
    if line.what == PERSON:
        if person := people.by_id(tx, line.target):
            _forget(tx, person)
    elif case is not None and line.kind == PUBLIC:
        traces.forget_public(tx, case.id)
    elif case is not None:
        if line.kind == Kind.WORDS:  # in the backup it may still have been going on
            _end(tx, case)
        _erase_part(tx, case.id, Kind(line.kind), Actor(Role.CLOCK), RETENTION)
        traces.forget_quotes(tx, [case.code])
    people.forget_what_is_looked_for(tx)
