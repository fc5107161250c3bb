"""Something done to a case on its own page: the tap of a button, with the department or the days it goes with."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.buttons import Button, Side
from domain.messages import Incoming, Sender
from storage import cases
from web.hub import Nudge
from web.phrases import language_of
from web.sessions import limits_of, note_use, ports_of, room_of, seat_of

#: how long the page waits for the sentence that answers a tap
PATIENCE = 1.5
SAID = "govuong-said"
LONGEST_SAID = 300
_FORM_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_KEY = re.compile(r"[a-z0-9-]{1,40}")


async def act(request: Request) -> Response:
    """Do what the button says, if the rules let this desk, and open the case again with what came of it."""
    ports, room, code = ports_of(request), room_of(request), request.path_params["code"].upper()
    seat = await seat_of(request, room)
    if seat is None or seat.holder.role == "business":
        raise HTTPException(403)
    if not limits_of(request).posts.take(seat.holder.user_id):
        raise HTTPException(429)
    await note_use(request, seat)
    case = await ports.store.run(lambda tx: cases.by_code(tx, code))
    if case is None:
        raise HTTPException(404)
    async with request.form(max_files=0, max_fields=6) as form:
        given = {name: str(form.get(name, "")) for name in ("id", "verb", "department", "days", "choice")}
    choice = given["choice"] or _choice(case.id, given)
    if not choice or not _FORM_ID.fullmatch(given["id"]):
        raise HTTPException(400)
    unique = f"{seat.holder.user_id}:{given['id']}:{choice}"
    incoming = Incoming(
        id=unique,
        chat=seat.chat,
        sender=Sender(seat.holder.user_id, seat.holder.name, language_of(request)),
        at=ports.clock(),
        private=False,
        choice=choice,
        tap_id=unique,
    )
    nudges = ports.hub.join(seat.chat.id)
    try:
        await ports.receive(incoming)
        answer = await _answer(nudges, unique)
    finally:
        ports.hub.leave(seat.chat.id, nudges)
    response = RedirectResponse(f"{room.path}/cases/{case.code}#act", 303)
    if answer:
        tell(request, response, answer)
    return response


def tell(request: Request, response: Response, text: str) -> None:
    """The next page says this, once; not in the address, where anybody could put words into our mouth."""
    secure = ports_of(request).is_secure
    told = quote(text[:LONGEST_SAID], safe="")
    response.set_cookie(SAID, told, max_age=20, httponly=True, samesite="lax", secure=secure)


def _choice(case: int, given: dict[str, str]) -> str:
    """What a button with a department or days would have sent; "" for what none of ours sends."""
    department, days = given["department"], given["days"]
    if (department and not _KEY.fullmatch(department)) or (days and not re.fullmatch("[0-9]{1,3}", days)):
        return ""
    try:
        return Button(Side.OFFICER, given["verb"], case=case, department=department, days=int(days or 0)).data
    except LookupError:
        return ""


async def _answer(nudges: asyncio.Queue[Nudge], tap: str) -> str:
    """The fleeting answer to this tap; "" when there is none in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                nudge = await nudges.get()
                if nudge.tap_id == tap:
                    return nudge.toast
    except TimeoutError:
        return ""


def said(request: Request) -> str:
    """What the last tap was answered with, told once."""
    return unquote(request.cookies.get(SAID, ""))[:LONGEST_SAID]
