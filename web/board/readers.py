"""Who reads the board: in by a link used once or from a desk, for a short time, and never more than a role may see."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.province.catalogue import TASK_GROUP
from storage import board
from storage.board import Reader
from web.board.voice import Voice
from web.html import page_of
from web.phrases import language_of
from web.ports import Ports
from web.sessions import DEMO_NAMES, Room, is_demo, ports_of, seat_of

log = structlog.get_logger()

HOME = "/board"


@dataclass(frozen=True)
class Seeing:
    """One request of somebody signed in; what may be seen comes from the session alone."""

    request: Request
    reader: Reader

    @property
    def ports(self) -> Ports:
        """What the program gave to the web."""
        return ports_of(self.request)

    @cached_property
    def voice(self) -> Voice:
        """Words in the reader's language."""
        known = self.ports.catalogue
        return Voice(language_of(self.request), self.ports.say, known.timezone, known.version)

    @property
    def is_task_group(self) -> bool:
        """True for the task group, which sees everything but on the board no hidden author either."""
        return self.reader.role == TASK_GROUP

    @property
    def sees_all(self) -> bool:
        """True for the task group and leadership; a department sees its own cases."""
        return self.reader.role != "department"

    @property
    def department(self) -> str:
        """The one department whose figures are shown; "" for those of all."""
        return "" if self.sees_all else self.reader.department

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """The keys whose cases may be seen, old names of the department too; none for all."""
        if self.sees_all:
            return ()
        known = self.ports.catalogue
        old = [each.key for each in known.departments if _is_now(self, each.key)]
        return tuple(dict.fromkeys((self.reader.department, *old)))


def _is_now(seeing: Seeing, key: str) -> bool:
    now = seeing.ports.catalogue.successor(key)
    return now is not None and now.key == seeing.reader.department


Page = Callable[[Seeing], Awaitable[Response]]


def for_readers(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """A page for whoever is signed in; all others read how to get in."""

    async def shown(request: Request) -> Response:
        secret = request.cookies.get(_cookie(ports_of(request)), "")
        found = await ports_of(request).store.run(lambda tx: board.reader(tx, secret)) if secret else None
        if found is None:
            return page_of(request, "board/door.html", 401)
        return await page(Seeing(request, found))

    return shown


async def link(request: Request) -> Response:
    """What a link leads to: one button. Only that uses it up, so that a messenger's preview of the link does not."""
    ports, secret = ports_of(request), request.path_params["secret"]
    if request.method != "POST":
        is_good = await ports.store.run(lambda tx: board.is_offered(tx, secret))
        return _quiet(page_of(request, "board/link.html", 200 if is_good else 404, is_good=is_good))
    opened = await ports.store.run(lambda tx: board.enter(tx, secret, ports.board_life))
    if opened is None:
        log.warning("board.link_unknown")
        return _quiet(page_of(request, "board/link.html", 404, is_good=False))
    return _quiet(_let_in(ports, opened))


async def from_desk(request: Request) -> Response:
    """From a desk of the page to its board, without a link."""
    ports = ports_of(request)
    async with request.form(max_files=0, max_fields=1) as form:
        key = str(form.get("room", "desk"))
    if key != "desk" and not (is_demo(request) and (key in DEMO_NAMES or ports.catalogue.department(key))):
        raise HTTPException(404)
    seat = await seat_of(request, Room(key, ports.demo))
    if seat is None:
        raise HTTPException(403)
    opened = await ports.store.run(lambda tx: board.open_from(tx, seat.chat, seat.holder.name, ports.board_life))
    if opened is None:
        raise HTTPException(403)
    return _let_in(ports, opened)


def _let_in(ports: Ports, secret: str) -> Response:
    log.info("board.entered")
    response = RedirectResponse(HOME, 303)
    response.set_cookie(
        _cookie(ports),
        secret,
        max_age=int(ports.board_life.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=ports.is_secure,
    )
    return response


async def leave(request: Request) -> Response:
    """Sign out: the session is worth nothing from now on."""
    ports = ports_of(request)
    secret = request.cookies.get(_cookie(ports), "")
    await ports.store.run(lambda tx: board.leave(tx, secret))
    response = RedirectResponse(HOME, 303)
    response.delete_cookie(_cookie(ports), httponly=True, samesite="lax", secure=ports.is_secure)
    return response


def _quiet(response: Response) -> Response:
    """The address holds a secret: no page that is opened from here hears of it."""
    response.headers["referrer-policy"] = "same-origin" if response.status_code == 200 else "no-referrer"  # noqa: PLR2004
    return response


def _cookie(ports: Ports) -> str:
    return f"{'__Host-' if ports.is_secure else ''}govuong-board"
