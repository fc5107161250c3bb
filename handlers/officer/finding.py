"""What officers find: cases by words, answered cases like the one before them, published answers of others.

A department finds its own cases, and of others' answers only those published; the task group finds all. Cases are
listed as that chat may read them; more come by a tap, whoever in the group makes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from domain.case import confidentiality
from domain.case.case import Case
from domain.messages import Choice, Incoming, Lines, Name, Notice, Urgency, Value, Words, to_chat
from domain.refusals import Missing, Refusal
from domain.routing import terms
from handlers.access import officer_of
from handlers.excerpts import SHORT, known, label, shortened
from handlers.province import Province
from handlers.task_group import reporting
from storage import cases, outbox, people, published, search
from storage.chats import Bound
from storage.database import Tx
from storage.people import Individual

COMMANDS = {"tim", "search"}
#: taps that are not about a case of this chat: the next page, a published answer
TAPS = {"next", "known"}
PAGE = 5
MOST = 50
NAMED = 3
_LONGEST = 500


def shelves(province: Province, bound: Bound) -> tuple[str, ...]:
    """Where this chat may look: a department's own cases, under its old names too, and what is published."""
    if bound.role == "task-group":
        return ()
    if bound.role != "department":
        raise Refusal("refused-not-your-department")
    keys = [each.key for each in province.catalogue.departments if _is_now(province, each.key, bound.department)]
    return (*(terms.shelf(key) for key in dict.fromkeys([bound.department, *keys])), terms.PUBLISHED)


def _is_now(province: Province, key: str, department: str) -> bool:
    now = province.catalogue.successor(key)
    return now is not None and now.key == department


def alike(tx: Tx, province: Province, case: Case, bound: Bound) -> list[int]:
    """Answered cases and published answers about the same matter as this case, the most alike first."""
    query = terms.query(case.text, province.rarity, province.names)
    found = search.find(tx, query, shelves(province, bound), mark=terms.ANSWERED, most=MOST, worth=0)
    return [each for each in found if each != case.id and _is_like(tx, province, case, each)]


def _is_like(tx: Tx, province: Province, case: Case, found: int) -> bool:
    if found > 0:
        other = cases.look(tx, found)
        return other is not None and terms.are_alike(case.text, other.text, province.rarity)
    answer = published.by_id(tx, -found)
    known = answer is not None and answer.case != case.id
    return known and terms.are_alike(case.text, answer.question if answer else "", province.rarity)


def details(tx: Tx, province: Province, incoming: Incoming, case: Case, bound: Bound) -> Notice:
    """Everything on a case, and in one line which answered cases are like it."""
    notice = reporting.details(tx, incoming.chat, case, inside=bound.role == "task-group")
    found = [cases.look(tx, each) for each in alike(tx, province, case, bound) if each > 0][:NAMED]
    codes = ", ".join(f"#{each.code}" for each in found if each)
    if not codes:
        return notice
    lines = Lines((notice.words, Words("alike-line", {"codes": codes})))
    return replace(notice, words=lines, choices=((Choice(Words("button-alike"), f"o:alike:{case.id}"),),))


# ---------------------------------------------------------------- asking


def commanded(tx: Tx, province: Province, incoming: Incoming, bound: Bound, words: str) -> Notice:
    """`/tim giấy phép xây dựng`: the first page of what holds these words."""
    if not words:
        raise Missing("refused-search")
    return _look(tx, province, incoming, bound, {"words": words[:_LONGEST]})


def about(tx: Tx, province: Province, incoming: Incoming, bound: Bound, case: Case) -> Notice:
    """`/tuongtu`: answered cases like this one."""
    return _look(tx, province, incoming, bound, {"case": case.id})


def _look(tx: Tx, province: Province, incoming: Incoming, bound: Bound, wanted: dict[str, Any]) -> Notice:
    person, _ = officer_of(tx, incoming, bound)
    person.conversation["looking"] = {**wanted, "chat": incoming.chat.id}
    people.save(tx, person)
    return _page(tx, province, incoming, bound, person, 0)


def tapped(tx: Tx, province: Province, incoming: Incoming, bound: Bound, data: tuple[str, int, str]) -> None:
    """The next page of what somebody in this chat has asked for, or a published answer in full."""
    verb, number, extra = data
    if verb == "known":
        answer = published.by_id(tx, number)
        if answer is None:
            raise Refusal("refused-button")
        outbox.post(tx, Notice(to_chat(incoming.chat), known(answer), urgency=Urgency.PROMPT))
        return
    person = people.by_id(tx, number)
    at, _, digest = extra.partition(".")
    looking = person.conversation.get("looking", {}) if person else {}
    if person is None or looking.get("chat") != incoming.chat.id or digest != _digest(looking) or not at.isdecimal():
        raise Refusal("refused-button")
    outbox.post(tx, _page(tx, province, incoming, bound, person, min(int(at), MOST)))


def read(case: Case, incoming: Incoming, bound: Bound) -> Notice:
    """What was asked and answered in a case, as this chat may read it."""
    facts: dict[str, Value] = {"code": case.code, "text": _seen(case, case.text, bound) or Words("no-text")}
    facts["answer"] = _seen(case, case.answer, bound) or Words("see-files")
    return Notice(to_chat(incoming.chat), Words("alike-read", facts), urgency=Urgency.PROMPT, about=case.id)


# ---------------------------------------------------------------- showing


def _digest(looking: dict[str, Any]) -> str:
    """Ties a button to the question it belongs to: a later question of the same person is another one."""
    return hashlib.sha256(f"{looking.get('words', '')}\n{looking.get('case', 0)}".encode()).hexdigest()[:8]


def _page(tx: Tx, province: Province, incoming: Incoming, bound: Bound, person: Individual, start: int) -> Notice:
    looking = person.conversation["looking"]
    case = cases.look(tx, looking["case"]) if "case" in looking else None
    if case is not None:
        found = alike(tx, province, case, bound)
        head = Words("alike-head", {"code": case.code, "count": len(found)})
    else:
        query = terms.query(looking.get("words", ""), province.rarity, province.names)
        found = search.find(tx, query, shelves(province, bound), most=MOST)
        head = Words("search-head", {"text": looking.get("words", "")[:SHORT], "count": len(found)})
    lines: list[Value] = [head]
    rows: list[tuple[Choice, ...]] = []
    for each in found[start : start + PAGE]:
        line, choice = _line(tx, each, bound, read_it=case is not None)
        lines.append(line)
        rows.append((choice,))
    if start + PAGE < len(found):
        rows.append((Choice(Words("button-more"), f"o:next:{person.id}:{start + PAGE}.{_digest(looking)}"),))
    return Notice(to_chat(incoming.chat), Lines(tuple(lines)), choices=tuple(rows), urgency=Urgency.PROMPT)


def _line(tx: Tx, found: int, bound: Bound, *, read_it: bool) -> tuple[Value, Choice]:
    """One entry of a list, and the button that opens it."""
    if found < 0:
        answer = published.by_id(tx, -found)
        if answer is None:
            raise Refusal("refused-button")
        return Words("search-known", {"question": answer.question}), Choice(label(answer), f"o:known:{answer.id}")
    case = cases.look(tx, found)
    if case is None:
        raise Refusal("refused-button")
    facts: dict[str, Value] = {"code": case.code, "state": Words(f"state-{case.state}")}
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    facts["text"] = shortened(_seen(case, case.text, bound))
    return Words("search-line", facts), Choice(f"#{case.code}", f"o:{'read' if read_it else 'card'}:{case.id}")


def _seen(case: Case, text: str, bound: Bound) -> str:
    return text if bound.role == "task-group" else confidentiality.for_department(case, text)
