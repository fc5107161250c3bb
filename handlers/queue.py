"""The cases a desk has open, as a list: the nearest deadline first, who has each, and what its business said unheard.

One filter for the number and the list (storage/listing.py), for the chat (`/viec`) and for the page. A department bound
late finds here what was filed before, and gets its cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.case import confidentiality, decisions
from domain.case.cards import slot
from domain.case.case import Case, Entry, Move, Role, State, is_overdue, is_paused, part_of
from domain.deadline.calendars import working_days_between
from domain.language import fold
from domain.messages import Name, Notice, Value, Words, to_chat
from handlers.excerpts import shortened
from handlers.province import Province
from storage import cases, listing, messages
from storage.chats import Bound
from storage.database import Tx
from storage.listing import Filter
from storage.outgoing import outbox

#: cards given at once to a department bound late; the others are in the list
MOST_CARDS = 20
#: working days that are few
SOON = 2
#: what a business says that an officer should read
_SAID = {Move.REPLIED, Move.ADDED, Move.AMENDED, Move.REOPENED}
_TASK_GROUP = "task-group"


class View(StrEnum):
    """Which of the open cases."""

    ALL = "all"
    FREE = "free"
    MINE = "mine"
    ASKED = "asked"
    LATE = "late"
    PARTS = "parts"


#: as they are typed after `/viec` (no diacritics)
TYPED = {
    View.FREE: {"chua ai nhan", "chua nhan", "free", "unassigned", "无人受理"},
    View.MINE: {"cua toi", "toi", "mine", "我的"},
    View.ASKED: {"cho", "cho doanh nghiep", "hoi", "asked", "待补充"},
    View.PARTS: {"phoi hop", "duoc moi", "gop y", "parts", "invited", "协办"},
    View.LATE: {"tre", "qua han", "late", "overdue", "逾期"},
}


@dataclass(frozen=True, slots=True)
class Entered:
    """A case in the list: `days` are working days to the deadline, below zero since; None while the clock rests.

    `unread` is how many messages of the business nobody in government has done anything after.
    """

    case: Case
    days: int | None
    unread: int


def departments_of(province: Province, bound: Bound) -> tuple[str, ...]:
    """Whose cases a chat has: a department's own and those of what it has taken over; () for the task group's all."""
    if bound.role == _TASK_GROUP:
        return ()
    taken = [
        each.key
        for each in province.catalogue.departments
        if (now := province.catalogue.successor(each.key)) and now.key == bound.department
    ]
    return tuple(dict.fromkeys([bound.department, *taken]))


def filter_of(province: Province, bound: Bound, person: int, view: View, words: str = "") -> Filter:
    """What a view asks for; `person` is whose "mine" is meant."""
    whole = Filter(departments=departments_of(province, bound), is_open=True, words=words)
    match view:
        case View.PARTS:
            asked = Filter(is_open=True, part=bound.department, words=words)
            return asked if bound.department else replace(asked, is_nothing=True)
        case View.FREE:
            return replace(whole, officer=0)
        case View.MINE:
            return replace(whole, officer=person or -1)
        case View.ASKED:
            return replace(whole, states=(State.ASKED,))
        case View.LATE:
            return replace(whole, is_overdue=True)
        case _:
            return whole


def counts(tx: Tx, province: Province, bound: Bound, person: int) -> dict[View, int]:
    """How many cases each view holds."""
    return {view: listing.count(tx, filter_of(province, bound, person, view)) for view in View}


def entered(tx: Tx, province: Province, found: Sequence[Case], department: str = "") -> list[Entered]:
    """What the list says of these cases; to a department that was asked for a word, by when that is due."""
    journals = cases.journals(tx, [case.id for case in found], tx.now)
    return [
        Entered(case, _days_for(tx, province, case, department), unread(journals.get(case.id, []))) for case in found
    ]


def _days_for(tx: Tx, province: Province, case: Case, department: str) -> int | None:
    part = part_of(case, department) if department else None
    if part is None:
        return days_left(tx, province, case)
    return None if part.said_at else days_to(province, department, part.due, tx.now)


def days_left(tx: Tx, province: Province, case: Case) -> int | None:
    """Working days to the deadline, today's not counted; below zero since, at least one; None while the clock rests."""
    if case.deadline is None or is_paused(case):
        return None
    # asked about in time and not paused: the business has the word, and the case is not late whatever the day
    now = tx.now if is_overdue(case, tx.now) else min(tx.now, case.deadline)
    return days_to(province, case.department, case.deadline, now)


def days_to(province: Province, department: str, deadline: datetime, now: datetime) -> int:
    """Working days from today to a deadline; at least one below zero once it has passed."""
    days = working_days_between(province.terms.calendar(department), now, deadline)
    return min(days, -1) if now > deadline else max(days, 0)


def tone(days: int | None) -> str:
    """How urgent that looks: late, soon, resting, or nothing."""
    if days is None:
        return "resting"
    return "late" if days < 0 else "soon" if days <= SOON else ""


def unread(journal: Sequence[Entry]) -> int:
    """How often the business has said something since anybody in government last did something."""
    count = 0
    for entry in journal:
        if entry.actor.role in {Role.OFFICER, Role.TASK_GROUP}:
            count = 0
        elif entry.move in _SAID and entry.actor.role is Role.BUSINESS:
            count += 1
    return count


# ---------------------------------------------------------------- in the chat


def asked_for(text: str) -> tuple[View, str]:
    """What somebody typed after `/viec`: one of the views, or words to look for."""
    said = fold(text).strip()
    view = next((view for view, words in TYPED.items() if said in words), None)
    return (view, "") if view else (View.ALL, text.strip())


def head(view: View, words: str, count: int) -> Words:
    """The first line of the list."""
    return Words("queue-head", {"view": Words(f"queue-{view}"), "count": count, "words": words or "none"})


def line(tx: Tx, province: Province, case: Case, department: str = "", *, inside: bool) -> Value:
    """A case as a line of the chat's list."""
    (one,) = entered(tx, province, [case], department)
    text = case.text if inside else confidentiality.for_department(case, case.text)
    facts: dict[str, Value] = {
        "code": case.code,
        "state": Words(f"state-{case.state}"),
        "days": days_words(one.days),
        "who": case.accepted_name or Words("queue-nobody"),
        "department": Name("short", case.department) if case.department else Words("department-undecided"),
        "text": shortened(text),
        "unread": one.unread,
    }
    is_others = bool(department and part_of(case, department))
    return Words("queue-line-inside" if inside or is_others else "queue-line", facts)


def days_words(days: int | None) -> Words:
    """How long there is, or since when there is no more."""
    if days is None:
        return Words("days-resting")
    if days < 0:
        return Words("days-late", {"days": -days})
    return Words("days-left", {"days": days}) if days else Words("days-today")


# ---------------------------------------------------------------- bound late


def hand_over(tx: Tx, province: Province, bound: Bound) -> None:
    """Open cases that were filed before this chat was bound: how many there are, and the cards of the nearest."""
    if bound.role != "department":
        return
    wanted = filter_of(province, bound, 0, View.ALL)
    nearest = listing.page(tx, wanted, limit=MOST_CARDS)
    found = [each for each in nearest if not messages.in_slot(tx, bound.chat, slot(each.id))]
    if not found:
        return
    to = to_chat(bound.chat)
    outbox.post(tx, Notice(to, Words("queue-waiting", {"count": listing.count(tx, wanted)})))
    for case in found:
        for notice in decisions.card_with_files(case):
            outbox.post(tx, replace(notice, to=to))
