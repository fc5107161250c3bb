"""The pages people open: start, chat, desk, the try-it rooms and the private link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.deadline.calendars import add_working_days, calendar, local_day
from domain.province.catalogue import Catalogue
from handlers import queue
from handlers.admin import bindings
from storage import chats, page
from storage.chats import Bound
from storage.database import Tx
from storage.page import Holder
from web.chat.views import View, say_size, views
from web.chat.writing import Wanted, others, wanted
from web.html import page_of
from web.phrases import language_of, say
from web.ports import Ports
from web.sessions import (
    DESKS,
    Room,
    Seat,
    address_of,
    chat_of,
    demo_holder,
    drop,
    find,
    is_demo,
    keep,
    limits_of,
    new_officer,
    note_use,
    ports_of,
    room_of,
    seat_of,
    secret_of,
)

log = structlog.get_logger()

LONGEST_NAME = 80
LONGEST_PREPARED = 60


@dataclass(frozen=True, slots=True)
class Stream:
    """What a chat page shows: some messages, up to which revision, and whether there are older ones."""

    messages: list[View]
    rev: int
    older: int
    wanted: Wanted | None = None
    others: str = ""


async def start(request: Request) -> Response:
    """What the service is; where it may be tried, three chats side by side."""
    ports = ports_of(request)
    if not is_demo(request):
        return page_of(request, "landing.html")
    desks = [each for each in ports.catalogue.departments if each.takes_cases and not each.successor]
    wanted = ports.catalogue.triage.shown_first
    first = wanted if any(each.key == wanted for each in desks) else desks[0].key
    return page_of(request, "demo.html", desks=desks, first=first, now=ports.clock(), can_push=bool(ports.push_clock))


async def choose(request: Request) -> Response:
    """From the list of departments to the one chosen; without one, to where they can be chosen."""
    chosen = request.query_params.get("room", "")
    return RedirectResponse(f"/try/{quote(chosen, safe='')}" if chosen else "/", 303)


async def room(request: Request) -> Response:
    """A chat with its messages; a desk without a session asks for the code, and in a trial simply opens."""
    place = room_of(request)
    seat = await seat_of(request, place)
    await note_use(request, seat)
    if seat is None and place.key == "desk":
        return page_of(request, "join.html", wrong="")
    if seat is None and place.key != "chat":
        return await _try(request, place)
    return await _chat(request, place, seat)


async def _try(request: Request, place: Room) -> Response:
    title = title_of(ports_of(request).catalogue, demo_holder(place.key), "vi")
    seat = await ports_of(request).store.run(lambda tx: new_officer(tx, place, demo_holder(place.key), title))
    response = await _chat(request, place, seat)
    keep(request, response, seat)
    return response


async def _chat(request: Request, place: Room, seat: Seat | None) -> Response:
    ports, before = ports_of(request), _number(request, "before") or page.NEVER
    language = language_of(request)
    shown = await ports.store.run(lambda tx: _stream(tx, seat, before, language)) if seat else Stream([], 0, 0)
    by_id = {each.id: each for each in shown.messages}
    edited = by_id.get(_number(request, "edit"))
    return page_of(
        request,
        "chat.html",
        room=place,
        seat=seat,
        shown=shown,
        is_newest=before == page.NEVER,
        largest=say_size(ports.largest_file),
        title=title_of(ports.catalogue, seat.holder if seat else None, language),
        answered=by_id.get(_number(request, "reply")),
        edited=edited if edited and edited.is_own else None,
        prepared=request.query_params.get("text", "")[:LONGEST_PREPARED],
    )


def _stream(tx: Tx, seat: Seat, before: int, language: str) -> Stream:
    texts = page.last(tx, seat.chat.id, before)
    older = texts[0].id if texts and page.last(tx, seat.chat.id, texts[0].id) else 0
    newest = max((each.rev for each in texts), default=0)
    writing = wanted(tx, seat, language), others(tx, seat, language)
    return Stream(views(tx, seat, texts), newest, older, *writing)


def _number(request: Request, name: str) -> int:
    found = request.query_params.get(name, "")
    return int(found) if found.isdecimal() and found.isascii() and len(found) < 16 else 0  # noqa: PLR2004


def title_of(catalogue: Catalogue, holder: Holder | None, language: str) -> str:
    """What stands above a chat."""
    if holder is None or holder.role == "business":
        return say(language, "brand")
    if holder.role == "department":
        return catalogue.name(holder.department, language)
    return say(language, holder.role)


async def join(request: Request) -> Response:
    """Open a desk with a name and a one-time code; guessing is slow."""
    async with request.form(max_files=0, max_fields=4) as form:
        name = " ".join(str(form.get("name", "")).split())[:LONGEST_NAME]
        code = str(form.get("code", "")).strip().removeprefix("/gan").strip()  # as it is printed, or the code alone
    if not name or not name.isprintable():
        return page_of(request, "join.html", 422, wrong="name-missing")
    if not limits_of(request).codes.take(address_of(request)):
        log.warning("desk.guessed_too_often")
        return page_of(request, "join.html", 429, wrong="code-too-often")
    ports = ports_of(request)
    try:
        seat = await ports.store.run(lambda tx: _use(tx, ports, code, name))
    except _WrongCode:
        log.warning("desk.wrong_code")
        return page_of(request, "join.html", 422, wrong="code-wrong")
    response = RedirectResponse("/desk", 303)
    keep(request, response, seat)
    return response


class _WrongCode(Exception):  # noqa: N818  raised, so that a code for something else is not used up
    """The code opens no desk."""


def _use(tx: Tx, ports: Ports, code: str, name: str) -> Seat:
    role, department = chats.use_code(tx, code) or ("", "")
    if role not in DESKS:
        raise _WrongCode
    holder = Holder(role, department, user_id="", name=name)
    bindings.tell_opened(tx, role, department, name)
    seat = new_officer(tx, Room("desk", ports.demo), holder, title_of(ports.catalogue, holder, "vi"))
    queue.hand_over(tx, ports.province, Bound(seat.chat, role, department))
    return seat


async def leave(request: Request) -> Response:
    """Sign out of a room: the secret is worth nothing from now on, nor the private links unless they are to be kept."""
    place = room_of(request)
    async with request.form(max_files=0, max_fields=1) as form:
        keeps_links = "keep-links" in form
    secret = secret_of(request, place)
    await ports_of(request).store.run(lambda tx: _sign_out(tx, place, secret, keeps_links=keeps_links))
    log.info("page.left", room=place.key)
    response = RedirectResponse("/", 303)
    drop(request, response, place)
    return response


def _sign_out(tx: Tx, place: Room, secret: str, *, keeps_links: bool) -> None:
    seat = find(tx, place, secret)
    if seat and place.key == "chat" and not keeps_links:
        page.end_links(tx, seat.holder.user_id)
    page.close_session(tx, secret, place.kind)


async def end_links(request: Request) -> Response:
    """The private links to this conversation lead nowhere from now on."""
    seat = await seat_of(request, chat_of(request))
    if seat:
        await ports_of(request).store.run(lambda tx: page.end_links(tx, seat.holder.user_id))
        log.info("link.ended")
    return RedirectResponse("/chat", 303)


async def link(request: Request) -> Response:
    """A private link to the conversation, with a secret of its own: the one in the cookie never stands on a page."""
    place = chat_of(request)
    seat = await seat_of(request, place)
    if seat is None:
        return RedirectResponse("/chat", 303)
    ports = ports_of(request)
    secret = await ports.store.run(lambda tx: page.open_link(tx, seat.holder, place.kind))
    base = ports.public_url.rstrip("/") or str(request.base_url).rstrip("/")
    return page_of(request, "link.html", address=f"{base}/chat/r/{secret}")


async def resume(request: Request) -> Response:
    """Open the conversation behind a private link on this device, with a session of its own.

    Only after a click: a link from somebody else must not slip their conversation under what this person writes next.
    """
    ports, place, secret = ports_of(request), chat_of(request), request.path_params["secret"]
    holder = await ports.store.run(lambda tx: page.linked(tx, secret, place.kind))
    if holder is None:
        log.warning("link.unknown")
        raise HTTPException(404)
    if request.method != "POST":
        mine = await seat_of(request, place)
        return page_of(request, "resume.html", replaces=mine is not None and mine.holder.user_id != holder.user_id)
    opened = await ports.store.run(lambda tx: page.open_session(tx, holder, place.kind))
    log.info("link.opened")
    response = RedirectResponse("/chat", 303)
    keep(request, response, Seat(place, holder, opened))
    response.headers["referrer-policy"] = "no-referrer"
    return response


async def push_clock(request: Request) -> Response:
    """Push the trial's clock forward by an hour, to the same hour of the next working day, or by a week."""
    ports = ports_of(request)
    if not is_demo(request) or ports.push_clock is None:
        raise HTTPException(404)
    async with request.form(max_files=0, max_fields=2) as form:
        step = str(form.get("step", ""))
    steps = {
        "hour": timedelta(hours=1),
        "day": _to_next_working_day(ports.catalogue, ports.clock()),
        "week": timedelta(weeks=1),
    }
    if step not in steps:
        raise HTTPException(400)
    await ports.push_clock(steps[step])
    return RedirectResponse("/", 303)


def _to_next_working_day(catalogue: Catalogue, now: datetime) -> timedelta:
    known = calendar(catalogue)
    today = local_day(known, now)
    return add_working_days(known, today, 1) - today
