"""The cases of a desk: the list, filtered by what stands in the address, and one case with everything on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.buttons import Button, Side, parse
from domain.case import cards, confidentiality
from domain.case.case import Case
from domain.deadline.explaining import at_length
from domain.messages import TASK_GROUP, Choice, Network, Words, to_department
from domain.refusals import Refusal
from handlers import queue
from handlers.access import case_for, is_task_group
from handlers.officer.canned import filled, owners
from handlers.officer.cards import EXTENSIONS
from handlers.queue import Entered, View
from handlers.rights import accesses
from handlers.task_group import reporting
from handlers.task_group.reporting import Told
from storage import cases, listing, messages, page, people
from storage.database import Tx
from storage.knowledge import canned
from storage.knowledge.canned import Canned
from web.chat.views import FileView, files_of
from web.chat.writing import Wanted, others, turn_of, wanted
from web.desk.acting import SAID, said, tell
from web.html import page_of
from web.phrases import language_of
from web.phrases import say as phrase
from web.ports import Ports
from web.sessions import Seat, note_use, ports_of, room_of, seat_of

PER_PAGE = 30
LONGEST_SOUGHT = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a desk's list, each case with its words as this desk reads them, and how many each view holds."""

    cases: list[tuple[Entered, str]]
    count: int
    counts: dict[View, int]
    inside: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as this desk may read it, with what can be done to it."""

    case: Case
    one: Entered
    text: str
    who: Any
    history: list[Told]
    files: list[FileView]
    rows: list[list[Choice]]
    card: int
    wanted: Wanted | None
    others: str
    inside: bool
    kept: list[Canned]
    chosen: int
    prepared: str


async def list_open(request: Request) -> Response:
    """The open cases, the nearest deadline first; filter, words and page stand in the address."""
    ports, seat = ports_of(request), await _seat(request)
    if seat is None:
        return RedirectResponse(room_of(request).path, 303)
    asked = request.query_params
    view = View(asked["view"]) if asked.get("view") in set(View) else View.ALL
    words = " ".join(asked.get("words", "").split())[:LONGEST_SOUGHT]
    start = int(asked["start"]) if asked.get("start", "").isdecimal() and len(asked["start"]) < 6 else 0  # noqa: PLR2004
    shown = await ports.store.run(lambda tx: _listed(tx, ports, seat, view, words, start))

    def address(**other: object) -> str:
        kept = {"view": view, "words": words, "start": 0, **other}
        return f"?{urlencode({name: value for name, value in kept.items() if value})}"

    return _page(request, seat, "desk/list.html", shown=shown, view=view, words=words, start=start, address=address)


async def show(request: Request) -> Response:
    """One case: its facts, its words, its files, everything that happened, and every action in place."""
    ports, seat = ports_of(request), await _seat(request)
    if seat is None:
        return RedirectResponse(room_of(request).path, 303)
    code, language = request.path_params["code"].upper(), language_of(request)
    asked = request.query_params.get("kept", "")
    chosen = int(asked) if asked.isdecimal() and len(asked) < 10 else 0  # noqa: PLR2004
    found = await ports.store.run(lambda tx: _opened(tx, ports, seat, code, language, chosen))
    if found is None:  # there is none, it is others', or it went to others a moment ago: the same for all three
        response = RedirectResponse(f"{seat.room.path}/cases", 303)
        tell(request, response, phrase(language, "desk-not-here", code=code[:20]))
        return response
    departments = [
        each
        for each in ports.catalogue.departments
        if each.takes_cases and not each.successor and each.key != found.case.department
    ]
    return _page(
        request,
        seat,
        "desk/case.html",
        opened=found,
        departments=departments,
        extensions=EXTENSIONS,
        why=at_length(found.case.why) if found.case.why else None,
        verb_of=lambda choice: (parse(choice.data) or Button(Side.OFFICER, "")).verb,
    )


def _page(request: Request, seat: Seat, name: str, **context: Any) -> Response:
    ports, language = ports_of(request), language_of(request)
    response = page_of(
        request,
        name,
        toast=said(request),
        room=seat.room,
        seat=seat,
        say=lambda value: ports.say(value, language),
        tone=lambda one: queue.tone(one.days),
        days=queue.days_words,
        words_of=Words,
        per_page=PER_PAGE,
        **context,
    )
    response.delete_cookie(SAID)
    return response


async def _seat(request: Request) -> Seat | None:
    """Whoever works on cases at this desk; 404 at one that has none."""
    seat = await seat_of(request, room_of(request))
    await note_use(request, seat)
    if seat is not None and seat.holder.role not in {"department", "task-group"}:
        raise HTTPException(404)
    return seat


def _listed(tx: Tx, ports: Ports, seat: Seat, view: View, words: str, start: int) -> Listed:
    turn = turn_of(tx, ports, seat)
    if turn is None:
        return Listed([], 0, dict.fromkeys(View, 0), inside=False)
    person = people.find(tx, Network.PAGE, seat.holder.user_id)
    number = person.id if person else 0
    sought = queue.filter_of(ports.province, turn.who, number, view, words)
    found = listing.page(tx, sought, offset=start, limit=PER_PAGE)
    inside = is_task_group(turn)
    entered = [
        (each, _text(each.case, inside=inside))
        for each in queue.entered(tx, ports.province, found, turn.who.department)
    ]
    counts = queue.counts(tx, ports.province, turn.who, number)
    return Listed(entered, listing.count(tx, sought), counts, inside)


def _text(case: Case, *, inside: bool) -> str:
    return case.text if inside else confidentiality.for_department(case, case.text)


def _opened(tx: Tx, ports: Ports, seat: Seat, code: str, language: str, chosen: int) -> Opened | None:
    turn, found = turn_of(tx, ports, seat), cases.by_code(tx, code)
    if turn is None or found is None or not listing.is_listed(tx, found.id):
        return None
    try:
        case = case_for(turn, found.id)
    except Refusal:
        return None
    accesses.note_opened(turn, case)
    inside = is_task_group(turn)
    to = TASK_GROUP if inside else to_department(turn.who.department)
    card = messages.in_slot(tx, seat.chat, cards.slot(case.id))
    kept = canned.find(tx, owners(turn))
    one = next((each for each in kept if each.id == chosen), None)
    return Opened(
        case=case,
        one=queue.entered(tx, ports.province, [case])[0],
        text=_text(case, inside=inside),
        who=confidentiality.who_filed(case, may_know=inside),
        history=reporting.history(tx, case, inside=inside),
        files=_files(tx, seat, case),
        rows=[list(row) for row in cards.buttons(case, to)],
        card=int(card or 0),
        wanted=wanted(tx, seat, language),
        others=others(tx, seat, language),
        inside=inside,
        kept=kept,
        chosen=one.id if one else 0,
        prepared=filled(ports.province, one, case, seat.holder.name) if one else "",
    )


def _files(tx: Tx, seat: Seat, case: Case) -> list[FileView]:
    """The files as they came into this desk's chat: whoever may read that may read them, and nothing else of them."""
    texts = [page.get(tx, seat.chat.id, int(each)) for each in messages.of_case(tx, seat.chat, case.id)]
    return [file for text in texts if text for file in files_of(tx, seat, text)]
