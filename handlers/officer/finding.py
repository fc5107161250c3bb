"""What officers find: cases by words, answered cases like the one before them, published answers of others.

A department finds its own cases, and of others' answers only those published; the task group finds all. Cases are
listed as that chat may read them; more come by a tap, whoever in the group makes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case.case import Case
from domain.messages import Choice, Lines, Name, Value, Words
from domain.refusals import Missing, Refusal
from domain.routing import terms
from handlers import memory, queue
from handlers.access import is_task_group, officer_of
from handlers.excerpts import SHORT, known, label, shortened
from handlers.group_talk import say
from handlers.memory import Looking
from handlers.province import Province
from handlers.rights import accesses
from handlers.task_group import issues, reporting
from handlers.turn import InGroup
from storage import cases, listing, people
from storage.knowledge import published, search
from storage.outgoing import outbox

PAGE = 5
MOST = 50
NAMED = 3
_LONGEST = 500


def shelves(turn: InGroup) -> tuple[str, ...]:
    """Where this chat may look: a department's own cases, under its old names too, and what is published."""
    if is_task_group(turn):
        return ()
    if turn.who.role != "department":
        raise Refusal("refused-not-your-department")
    own = turn.who.department
    keys = [each.key for each in turn.province.catalogue.departments if _is_now(turn.province, each.key, own)]
    return (*(terms.shelf(key) for key in dict.fromkeys([own, *keys])), terms.PUBLISHED)


def _is_now(province: Province, key: str, department: str) -> bool:
    now = province.catalogue.successor(key)
    return now is not None and now.key == department


def alike(turn: InGroup, case: Case) -> list[int]:
    """Answered cases and published answers about the same matter as this case, the most alike first."""
    query = terms.query(case.text, turn.province.rarity, turn.province.names)
    found = search.find(turn.tx, query, shelves(turn), mark=terms.ANSWERED, most=MOST, worth=0)
    return [each for each in found if each != case.id and _is_like(turn, case, each)]


def _is_like(turn: InGroup, case: Case, found: int) -> bool:
    """A found number is a case's, or, below zero, a published answer's; its own published answer is no other one."""
    if found > 0:
        other = cases.look(turn.tx, found)
        return other is not None and terms.are_alike(case.text, other.text, turn.province.rarity)
    answer = published.by_id(turn.tx, -found)
    if answer is None or answer.case == case.id:
        return False
    return terms.are_alike(case.text, answer.question, turn.province.rarity)


def tell_details(turn: InGroup, case: Case) -> None:
    """Everything on a case, and in one line which answered cases are like it."""
    accesses.note_opened(turn, case)
    inside = is_task_group(turn)
    belongs = issues.of_case(turn.tx, case.id) if inside else ()
    notice = reporting.details(turn.tx, turn.incoming.chat, case, belongs, inside=inside)
    found = [cases.look(turn.tx, each) for each in alike(turn, case) if each > 0][:NAMED]
    if codes := ", ".join(f"#{each.code}" for each in found if each):
        lines = Lines((notice.words, Words("alike-line", {"codes": codes})))
        more = Choice(Words("button-alike"), Button(Side.OFFICER, "alike", case=case.id).data)
        notice = replace(notice, words=lines, choices=((more,),))
    outbox.post(turn.tx, notice)


# ---------------------------------------------------------------- asking


def search_words(turn: InGroup, words: str) -> None:
    """`/tim giấy phép xây dựng`: the first page of what holds these words."""
    if not words:
        raise Missing("refused-search")
    _look_for(turn, Looking(turn.incoming.chat.id, words=words[:_LONGEST]))


def search_alike(turn: InGroup, case: Case) -> None:
    """`/tuongtu`: answered cases like this one."""
    _look_for(turn, Looking(turn.incoming.chat.id, case=case.id))


def list_open(turn: InGroup, words: str) -> None:
    """`/viec`, `/viec trễ`, `/viec giấy phép`: the chat's open cases, the nearest deadline first."""
    shelves(turn)  # refused where no cases are worked on
    view, sought = queue.asked_for(words[:_LONGEST])
    _look_for(turn, Looking(turn.incoming.chat.id, words=sought, view=view))


def _look_for(turn: InGroup, looking: Looking) -> None:
    person, _ = officer_of(turn)
    talk = memory.of(person)
    talk.looking = looking
    memory.keep(turn.tx, person, talk)
    _show_page(turn, person.id, looking, 0)


def turn_page(turn: InGroup, tap: Button) -> None:
    """The next page of what somebody in this chat has asked for; a later question has its own buttons."""
    person = people.by_id(turn.tx, tap.person)
    looking = memory.of(person).looking if person else None
    if looking is None or looking.chat != turn.incoming.chat.id or tap.digest != _digest(looking):
        raise Refusal("refused-button")
    _show_page(turn, tap.person, looking, min(tap.start, MOST))


def tell_published(turn: InGroup, number: int) -> None:
    """A published answer in full."""
    answer = published.by_id(turn.tx, number)
    if answer is None:
        raise Refusal("refused-button")
    say(turn, known(answer))


def tell_answer(turn: InGroup, case: Case) -> None:
    """What was asked and answered in a case, as this chat may read it."""
    facts: dict[str, Value] = {"code": case.code, "text": _seen(turn, case, case.text) or Words("no-text")}
    facts["answer"] = _seen(turn, case, case.answer) or Words("see-files")
    say(turn, Words("alike-read", facts), about=case.id)


# ---------------------------------------------------------------- showing


def _digest(looking: Looking) -> str:
    """Ties a button to the question it belongs to: a later question of the same person is another one."""
    asked = f"{looking.words}\n{looking.case}" + (f"\n{looking.view}" if looking.view else "")
    return hashlib.sha256(asked.encode()).hexdigest()[:8]


def _show_page(turn: InGroup, person: int, looking: Looking, start: int) -> None:
    if looking.view:
        head, listed, count = _open_cases(turn, person, looking, start)
    else:
        head, listed, count = _found(turn, looking, start)
    rows = [(choice,) for _, choice in listed]
    if start + PAGE < count:
        more = Button(Side.OFFICER, "next", person=person, start=start + PAGE, digest=_digest(looking))
        rows.append((Choice(Words("button-more"), more.data),))
    say(turn, Lines((head, *(line for line, _ in listed))), tuple(rows))


_Page = tuple[Words | Lines, list[tuple[Value, Choice]], int]


def _found(turn: InGroup, looking: Looking, start: int) -> _Page:
    """The head, one page of what was found, and how much there is."""
    case = cases.look(turn.tx, looking.case) if looking.case else None
    if case is not None:
        found = alike(turn, case)
        head = Words("alike-head", {"code": case.code, "count": len(found)})
    else:
        query = terms.query(looking.words, turn.province.rarity, turn.province.names)
        found = search.find(turn.tx, query, shelves(turn), most=MOST)
        head = Words("search-head", {"text": looking.words[:SHORT], "count": len(found)})
    return head, [_line(turn, each, read_it=case is not None) for each in found[start : start + PAGE]], len(found)


def _open_cases(turn: InGroup, person: int, looking: Looking, start: int) -> _Page:
    """The same of the chat's open cases."""
    view = queue.View(looking.view)
    wanted = queue.filter_of(turn.province, turn.who, person, view, looking.words)
    count, inside = listing.count(turn.tx, wanted), is_task_group(turn)
    listed = [
        (
            queue.line(turn.tx, turn.province, case, turn.who.department, inside=inside),
            Choice(f"#{case.code}", Button(Side.OFFICER, "card", case=case.id).data),
        )
        for case in listing.page(turn.tx, wanted, offset=start, limit=PAGE)
    ]
    head: Words | Lines = queue.head(view, looking.words[:SHORT], count)
    asked = listing.count(turn.tx, queue.filter_of(turn.province, turn.who, person, queue.View.PARTS))
    if view is queue.View.ALL and asked:
        head = Lines((head, Words("queue-parts-too", {"count": asked})))
    return head, listed, count


def _line(turn: InGroup, found: int, *, read_it: bool) -> tuple[Value, Choice]:
    """One entry of a list, and the button that opens it."""
    if found < 0:
        answer = published.by_id(turn.tx, -found)
        if answer is None:
            raise Refusal("refused-button")
        button = Button(Side.OFFICER, "known", published=answer.id)
        return Words("search-known", {"question": answer.question}), Choice(label(answer), button.data)
    case = cases.look(turn.tx, found)
    if case is None:
        raise Refusal("refused-button")
    facts: dict[str, Value] = {"code": case.code, "state": Words(f"state-{case.state}")}
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    facts["text"] = shortened(_seen(turn, case, case.text))
    button = Button(Side.OFFICER, "read" if read_it else "card", case=case.id)
    return Words("search-line", facts), Choice(f"#{case.code}", button.data)


def _seen(turn: InGroup, case: Case, text: str) -> str:
    return text if is_task_group(turn) else confidentiality.for_department(case, text)
