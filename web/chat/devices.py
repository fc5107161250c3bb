"""The sessions that are open: somebody's devices, or whoever sits at a desk; each can be ended here, or all others."""

from __future__ import annotations

import re

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from storage import page
from web.html import page_of
from web.sessions import note_use, ports_of, room_of, seat_of

log = structlog.get_logger()

OTHERS = "others"
_NAME = re.compile(f"[0-9a-f]{{12}}|{OTHERS}")


async def show(request: Request) -> Response:
    """The list; whoever has no session here is led to where one begins."""
    place = room_of(request)
    seat = await seat_of(request, place)
    if seat is None:
        return RedirectResponse(place.path, 303)
    await note_use(request, seat)
    found = await ports_of(request).store.run(lambda tx: page.sessions_of(tx, seat.holder, seat.secret, place.kind))
    return page_of(request, "sessions.html", room=place, sessions=found)


async def end(request: Request) -> Response:
    """End the one named, or all but this one."""
    place = room_of(request)
    seat = await seat_of(request, place)
    async with request.form(max_files=0, max_fields=1) as form:
        name = str(form.get("session", ""))
    if seat is None:
        return RedirectResponse(place.path, 303)
    if not _NAME.fullmatch(name):
        raise HTTPException(400)
    which = "" if name == OTHERS else name
    ended = await ports_of(request).store.run(
        lambda tx: page.end_others(tx, seat.holder, seat.secret, place.kind, which)
    )
    log.info("sessions.ended", room=place.key, count=ended)
    return RedirectResponse(f"/sessions/{place.key}", 303)
