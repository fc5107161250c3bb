"""Pushes to open pages: server-sent events, one stream for each open room."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial

from starlette.requests import Request
from starlette.responses import StreamingResponse

from storage import page
from storage.database import Tx
from web.chat.views import View, message_html, views
from web.chat.writing import others
from web.hub import Nudge
from web.phrases import language_of
from web.ports import Ports
from web.sessions import Room, Seat, find, ports_of, room_of, seat_of

LOOK_SECONDS = 5.0
RECONNECT_MILLISECONDS = 2000
GONE = "event: gone\ndata:\n\n"  # a browser does not tell its script a status, so the end of a session is an event


async def listen(request: Request) -> StreamingResponse:
    """What is new after the revision the page has seen, and from then on as it comes."""
    seat = await seat_of(request, room_of(request))
    seen = request.headers.get("last-event-id") or request.query_params.get("after", "")
    after = int(seen) if seen.isdecimal() and len(seen) < 16 else 0  # noqa: PLR2004  no revision is longer
    return StreamingResponse(
        stream(ports_of(request), seat, after, language_of(request)) if seat else _gone(),
        media_type="text/event-stream",
        headers={"x-accel-buffering": "no"},  # nginx would hold the events back
    )


async def stream(ports: Ports, seat: Seat, after: int, language: str) -> AsyncIterator[str]:
    """Events until the program stops or the session ends; `id` is the revision to go on from."""
    nudges = ports.hub.join(seat.chat.id)
    writing = "" if seat.holder.role == "business" else None
    try:
        yield f"retry: {RECONNECT_MILLISECONDS}\n\n"
        while not ports.hub.is_closed:
            fresh = await ports.store.run(
                partial(_news, room=seat.room, secret=seat.secret, after=after, language=language)
            )
            if fresh is None:
                yield GONE
                return
            messages, names = fresh
            if names != writing:
                writing = names
                yield _event(json.dumps({"others": names}), "writing")
            for view in messages:
                after = view.rev
                yield _event(message_html(view, seat, language, ports), number=after)
            if not messages:  # else look again: one look brings at most 200
                for toast in await _wait(nudges):
                    yield toast
    finally:
        ports.hub.leave(seat.chat.id, nudges)


async def _gone() -> AsyncIterator[str]:
    yield GONE


def _news(tx: Tx, *, room: Room, secret: str, after: int, language: str) -> tuple[list[View], str] | None:
    """The messages after a revision, and who else is writing; None when the session has ended meanwhile."""
    seat = find(tx, room, secret)
    return (views(tx, seat, page.news(tx, seat.chat.id, after)), others(tx, seat, language)) if seat else None


async def _wait(nudges: asyncio.Queue[Nudge]) -> list[str]:
    """Sleep until something happens, at most a few seconds; the events for it, many nudges being one look."""
    try:
        waiting = [await asyncio.wait_for(nudges.get(), LOOK_SECONDS)]
    except TimeoutError:
        return [": still here\n\n"]
    while not nudges.empty():
        waiting.append(nudges.get_nowait())
    return [_event(json.dumps({"toast": each.toast, "tap": each.tap_id}), "toast") for each in waiting if each.toast]


def _event(content: str, name: str = "message", number: int = 0) -> str:
    """One event on the wire; a toast has no number, so a page that reconnects goes on after the last message."""
    lines = [
        f"event: {name}",
        *([f"id: {number}"] if number else []),
        *(f"data: {line}" for line in content.split("\n")),
    ]
    return "\n".join(lines) + "\n\n"
