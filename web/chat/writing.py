"""What an officer is asked to write, as it stands over the composer of their desk, and who else is writing."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from domain.buttons import Button, Side
from domain.case import cards
from domain.messages import Incoming, Network, Sender
from handlers.access import officer_of
from handlers.turn import InGroup, Turn
from storage import cases, chats, messages, people, writing
from storage.database import Tx
from web.errors import wants_json
from web.phrases import language_of, say
from web.ports import Ports
from web.sessions import Seat, note_use, ports_of, room_of, seat_of

LONGEST_NUMBER = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words asked for: what stands over the composer, and the card they answer (0 where the desk shows none)."""

    title: str
    case: int
    card: int


def wanted(tx: Tx, seat: Seat, language: str) -> Wanted | None:
    """What the officer of this seat is to write next, or None."""
    known = _own(tx, seat)
    case = cases.look(tx, known.case) if known else None
    if known is None or case is None:
        return None
    card = messages.in_slot(tx, seat.chat, cards.slot(case.id))
    return Wanted(say(language, f"writing-{known.verb}", code=case.code), case.id, int(card or 0))


def others(tx: Tx, seat: Seat, language: str) -> str:
    """Who else is writing to a case of this desk, in one line; "" for nobody."""
    if seat.holder.role == "business":
        return ""
    person = people.find(tx, Network.PAGE, seat.holder.user_id)
    lines = []
    for each in writing.now(tx):
        case = cases.look(tx, each.case) if person is None or each.person != person.id else None
        if case is not None and (case.department == seat.holder.department or each.chat.id == seat.chat.id):
            lines.append(say(language, "writing-others", name=each.name, code=case.code))
    return " · ".join(lines)


def as_json(found: Wanted | None) -> dict[str, object] | None:
    """The same for the page's script."""
    return asdict(found) if found else None


async def stop(request: Request) -> Response:
    """The officer will not write after all: as if they tapped back on the card, which need not stand on the page."""
    ports, room = ports_of(request), room_of(request)
    seat = await seat_of(request, room)
    await note_use(request, seat)
    known = await ports.store.run(lambda tx: _own(tx, seat)) if seat else None
    if seat and known:
        unique = f"{seat.chat.id}:{known.person}:{known.since.isoformat()}"
        incoming = Incoming(
            id=hashlib.sha256(unique.encode()).hexdigest(),
            chat=seat.chat,
            sender=Sender(seat.holder.user_id, seat.holder.name, language_of(request)),
            at=ports.clock(),
            private=False,
            choice=Button(Side.OFFICER, "back", case=known.case).data,
            tap_id=unique,
        )
        await ports.receive(incoming)
    if wants_json(request):
        return JSONResponse({"toast": say(language_of(request), "writing-stopped"), "writing": None})
    return RedirectResponse(room.path, 303)


def _own(tx: Tx, seat: Seat) -> writing.Writing | None:
    person = people.find(tx, Network.PAGE, seat.holder.user_id) if seat.holder.role != "business" else None
    return writing.of(tx, person.id) if person else None


async def type_(request: Request) -> Response:
    """Somebody types an answer to a message of a case: colleagues see it, and nothing else comes of it."""
    ports, room = ports_of(request), room_of(request)
    seat = await seat_of(request, room)
    async with request.form(max_files=0, max_fields=2) as form:
        given = str(form.get("reply_to", ""))
    if seat and given.isascii() and given.isdecimal() and len(given) < LONGEST_NUMBER:
        await ports.store.run(lambda tx: _types(tx, ports, seat, int(given)))
        ports.hub.publish(seat.chat.id)
    return Response(status_code=204)


def _types(tx: Tx, ports: Ports, seat: Seat, message: int) -> None:
    turn, known = turn_of(tx, ports, seat), messages.find(tx, seat.chat, str(message))
    if turn is not None and known is not None and known.case:
        person, _ = officer_of(turn)
        writing.types(tx, person.id, seat.holder.name, known.case, seat.chat)


def turn_of(tx: Tx, ports: Ports, seat: Seat) -> InGroup | None:
    """The seat's chat as the rules of access know it; None where it is bound to nothing any more."""
    bound, holder = chats.bound(tx, seat.chat), seat.holder
    sender = Sender(holder.user_id, holder.name)
    incoming = Incoming(id="", chat=seat.chat, sender=sender, at=tx.now, private=False)
    return Turn(tx, ports.province, incoming, bound) if bound else None
