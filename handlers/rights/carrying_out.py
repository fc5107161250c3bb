"""Carrying a request out: what each wish comes to, and what its asker reads then."""

from __future__ import annotations

from dataclasses import replace

from domain.case.case import Actor
from domain.case.dates import Terms
from domain.messages import Kind, Notice, Urgency, Words, to_chat
from domain.people import read_business
from domain.refusals import NotNow
from domain.rights import requests as rules
from domain.rights.requests import Request, Wish
from handlers import memory
from handlers.province import Province
from handlers.rights import erasing, renaming, saying
from handlers.rights import requests as telling
from storage import cases, files, people
from storage.database import Tx
from storage.knowledge import search
from storage.outgoing import outbox
from storage.people import Individual
from storage.rights import holdings, traces
from storage.rights import requests as memory_of_requests


def carry_out(tx: Tx, province: Province, request: Request, actor: Actor) -> Request:
    """Do what was asked and say so: in its asker's chat, if there is one, and on the task group's card.

    Raises a refusal, and does nothing, for a request that is settled: its asker may have taken it back.
    """
    taken = rules.carry_out(request, actor, tx.now)
    person = people.by_id(tx, request.person) if request.person else None
    done = saying.done(request, province.backup_days)
    if request.wish is Wish.DELETE:
        _delete(tx, province.terms, request, person, actor)
    elif person is not None:
        _do(tx, province.terms, request, person)
    else:
        _stop_using(tx, [request.case])
    if person is not None:
        tell_once(tx, person, done)
    return telling.record(tx, taken)


def tell_once(tx: Tx, person: Individual, words: Words) -> None:
    """In a person's chat, and kept nowhere of ours once it is said: they may have asked that nothing be."""
    to = to_chat(person.chat, person.language or "vi")
    if person.chat.id:
        outbox.post(tx, Notice(to, words, urgency=Urgency.PROMPT, fleeting=True))


def check_held(tx: Tx, request: Request) -> None:
    """Raises NotNow for a deletion that would take what the task group keeps for a reason."""
    numbers = [request.case] if request.case else holdings.numbers_of(tx, request.person)
    held = [case.code for case in cases.look_at(tx, numbers) if case.held_at]
    if request.wish is Wish.DELETE and held:
        codes = ", ".join(f"#{each}" for each in held)
        raise NotNow("refused-data-held", number=request.id, codes=codes, first=held[0])


def _delete(tx: Tx, terms: Terms, request: Request, person: Individual | None, actor: Actor) -> None:
    check_held(tx, request)
    asked = memory_of_requests.of(tx, request.person, request.case)
    for each in asked:
        outbox.forget_slot(tx, saying.slot(each.id))
    if request.case:
        erasing.erase_cases(tx, [request.case], actor, terms=terms)
    elif person is not None:
        erasing.erase_person(tx, person, actor, terms=terms)
    for each in memory_of_requests.of(tx, request.person, request.case):
        if each.id != request.id and each.wish is not Wish.COPY:  # what stands in the group names nobody any more
            outbox.post(tx, replace(saying.card(tx, each), kind=Kind.EDIT))


def _do(tx: Tx, terms: Terms, request: Request, person: Individual) -> None:
    match request.wish:
        case Wish.NAME:
            _rename(tx, terms, request, person)
        case Wish.FIRM:
            _correct_firm(tx, terms, request, person)
        case Wish.WITHDRAW:
            _withdraw_consent(tx, person)
        case Wish.RESTRICT | Wish.OBJECT:
            if not request.case:
                person.restricted_at = tx.now
                people.save(tx, person)
            _stop_using(tx, [request.case] if request.case else holdings.numbers_of(tx, person.id))


def _rename(tx: Tx, terms: Terms, request: Request, person: Individual) -> None:
    """The name is what they say from now on, whatever their messenger calls them; their cases say so, too."""
    talk = memory.of(person)
    person.name = talk.called = request.text
    memory.keep(tx, person, talk)
    renaming.rename(tx, terms, holdings.numbers_of(tx, person.id), author_name=request.text)


def _correct_firm(tx: Tx, terms: Terms, request: Request, person: Individual) -> None:
    """The firm they speak for now is called so; cases filed for it say so, too."""
    said, before = read_business(request.text), people.firm(tx, person.business)
    if before is None:
        people.speak_for(tx, person, said.name, said.tax_code)
    else:
        people.correct_firm(tx, before.id, said.name or before.name, said.tax_code or before.tax_code)
    people.save(tx, person)
    firm = people.firm(tx, person.business)
    if firm is not None:
        numbers = [each for each in holdings.numbers_of(tx, person.id) if _is_for(tx, each, firm.id)]
        renaming.rename(tx, terms, numbers, business_name=firm.name, tax_code=firm.tax_code)


def _is_for(tx: Tx, number: int, firm: int) -> bool:
    case = cases.look(tx, number)
    return case is not None and case.business == firm


def _withdraw_consent(tx: Tx, person: Individual) -> None:
    """Nothing more is taken in before they agree anew; what was being written is forgotten."""
    talk = memory.of(person)
    files.forget(tx, talk.all_files())
    outbox.forget(tx, person.chat)
    talk.forget("draft", "aside", "held", "settled", "offered", "step", "case", "choices", "album", "before")
    person.consented_at, person.notice = None, 0
    memory.keep(tx, person, talk)
    tx.erases = True


def _stop_using(tx: Tx, numbers: list[int]) -> None:
    """Nothing of these cases is public or found any more; they themselves go on to their end."""
    for number in numbers:
        traces.forget_public(tx, number)
        search.forget(tx, number)
