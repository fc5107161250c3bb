"""Which chat a browser may read and write: a cookie for each room, a secret in each cookie."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from ipaddress import ip_address, ip_network

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.messages import Chat, Network
from domain.province.catalogue import TASK_GROUP
from storage import chats, page
from storage.database import Tx
from storage.page import Holder
from web.limits import Limit, Volume
from web.ports import Ports
from web.trial import is_from_here

LEADERSHIP = "leadership"
DESKS = {"department", TASK_GROUP, LEADERSHIP}
IPV6 = 6
A_DAY = 86_400
A_PERSONS = 250_000_000
KEPT = {"chat": 400 * A_DAY}
KEPT_AT_A_DESK = 30 * A_DAY
DEMO_NAMES = {TASK_GROUP: "Tuấn", LEADERSHIP: "Hà"}


@dataclass(slots=True)
class Limits:
    """What may be done only so often, and how much sent: guessing codes, starting conversations, posting, bytes."""

    codes: Limit
    strangers: Limit
    posts: Limit
    sent: Volume
    sent_from: Volume


def usual_limits() -> Limits:
    """Ten codes in 15 minutes and 200 new conversations an hour for an address, 120 posts a minute for a person.

    And 250 MB an hour from a person, so ten of the largest files, and twice that from an address, where many may sit.
    """
    an_hour = 3600
    posts = Limit(120, 60)
    return Limits(
        Limit(10, 900), Limit(200, an_hour), posts, Volume(A_PERSONS, an_hour), Volume(2 * A_PERSONS, an_hour)
    )


@dataclass(frozen=True, slots=True)
class Room:
    """One chat page of a browser; `key` is chat or desk or, on trial, a department, task-group or leadership."""

    key: str
    is_tried: bool = False

    @property
    def path(self) -> str:
        """The address of the page."""
        return f"/{self.key}" if self.key in {"chat", "desk"} else f"/try/{self.key}"

    @property
    def kind(self) -> str:
        """Which secrets open it: one made while trying opens that room alone, and nothing once it is no trial."""
        return f"trial:{self.key}" if self.is_tried else ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody with a valid secret in a room."""

    room: Room
    holder: Holder
    secret: str

    @property
    def chat(self) -> Chat:
        """The only chat this seat can reach, whatever the browser sends."""
        return Chat(Network.PAGE, self.holder.chat_id)


def ports_of(request: Request) -> Ports:
    """What the program gave to the web."""
    ports: Ports = request.app.state.ports
    return ports


def limits_of(request: Request) -> Limits:
    """The counters of this app."""
    limits: Limits = request.app.state.limits
    return limits


def is_demo(request: Request) -> bool:
    """True when the product may be tried without codes: only at this very machine."""
    return ports_of(request).demo and is_from_here(request.scope)


def chat_of(request: Request) -> Room:
    """Where businesses write."""
    return Room("chat", ports_of(request).demo)


def room_of(request: Request) -> Room:
    """The room the address names; 404 when there is none."""
    key = request.path_params.get("room", "desk")
    if key in {"chat", "desk"} or (is_demo(request) and _may_be_tried(ports_of(request), key)):
        return Room(key, ports_of(request).demo)
    raise HTTPException(404)


def _may_be_tried(ports: Ports, key: str) -> bool:
    department = ports.catalogue.department(key)
    return key in DEMO_NAMES or (department is not None and not department.successor)


def secret_of(request: Request, room: Room) -> str:
    """What the browser holds for a room, or ""."""
    return request.cookies.get(_cookie(ports_of(request), room), "")


def find(tx: Tx, room: Room, secret: str) -> Seat | None:
    """Whoever holds this secret for this room, or None; at a desk only as long as it is bound as it was then."""
    holder = page.holder(tx, secret, room.kind)
    if holder is None:
        return None
    seat = Seat(room, holder, secret)
    if room.key == "chat":
        return seat if holder.role == "business" else None
    bound = chats.bound(tx, seat.chat) if holder.role in DESKS else None
    is_bound = bound is not None and (bound.role, bound.department) == (holder.role, holder.department)
    return seat if is_bound else None


async def seat_of(request: Request, room: Room) -> Seat | None:
    """Whoever sits at this browser in a room, or None."""
    secret = secret_of(request, room)
    return await ports_of(request).store.run(lambda tx: find(tx, room, secret)) if secret else None


async def note_use(request: Request, seat: Seat | None) -> None:
    """An officer did something here: the desk stays open. A page that only stands open does nothing."""
    if seat and seat.holder.role != "business":
        await ports_of(request).store.run(lambda tx: page.note_use(tx, seat.secret, seat.room.kind))


def new_business(tx: Tx, room: Room) -> Seat:
    """Somebody who has never been here, with a conversation of their own."""
    holder = Holder("business", "", secrets.token_hex(8), "")
    return Seat(room, holder, page.open_session(tx, holder, room.kind))


def new_officer(tx: Tx, room: Room, holder: Holder, title: str) -> Seat:
    """Somebody at a desk with a name; the desk's chat speaks for the role from now on."""
    holder = replace(holder, user_id=secrets.token_hex(8))
    chats.bind(tx, Chat(Network.PAGE, holder.chat_id), holder.role, holder.department, title, by=holder.name)
    return Seat(room, holder, page.open_session(tx, holder, room.kind))


def demo_holder(key: str) -> Holder:
    """Who sits at the desk of a room that is only tried."""
    role = key if key in DEMO_NAMES else "department"
    return Holder(role, "" if key in DEMO_NAMES else key, "", DEMO_NAMES.get(key, "Minh"))


def keep(request: Request, response: Response, seat: Seat, *, with_tab: bool = False) -> None:
    """Give the browser its secret; `with_tab`: to be forgotten when the browser is closed."""
    ports = ports_of(request)
    response.set_cookie(
        _cookie(ports, seat.room),
        seat.secret,
        max_age=None if with_tab else KEPT.get(seat.room.key, KEPT_AT_A_DESK),
        httponly=True,
        samesite="lax",
        secure=ports.is_secure,
    )


def drop(request: Request, response: Response, room: Room) -> None:
    """Take the secret away from the browser."""
    ports = ports_of(request)
    response.delete_cookie(_cookie(ports, room), httponly=True, samesite="lax", secure=ports.is_secure)


def address_of(request: Request) -> str:
    """Where a request came from, for counting only: of IPv6 the /64, of which everybody has 2^64 addresses."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host[:64]
    return str(ip_network((address, 64), strict=False)) if address.version == IPV6 else host


def _cookie(ports: Ports, room: Room) -> str:
    return f"{'__Host-' if ports.is_secure else ''}govuong-{room.key}"
