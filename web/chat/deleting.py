"""Deleting the conversation on the page: asked once, then done, here and on our disk."""

from __future__ import annotations

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from handlers.business import leaving
from storage import cases, people
from storage.database import Tx
from web.html import page_of
from web.sessions import Seat, chat_of, drop, ports_of, seat_of

log = structlog.get_logger()


async def delete(request: Request) -> Response:
    """What deleting means for this conversation (GET), and deleting it (POST)."""
    place, store = chat_of(request), ports_of(request).store
    seat = await seat_of(request, place)
    if seat is None:
        return RedirectResponse("/chat", 303)
    if request.method != "POST":
        own = await store.run(lambda tx: _own_cases(tx, seat))
        return page_of(request, "delete.html", own=own)
    await store.run(lambda tx: _forget(tx, seat))
    log.info("page.deleted")
    response = RedirectResponse("/", 303)
    drop(request, response, place)
    response.headers["clear-site-data"] = '"cache", "storage"'
    return response


def _own_cases(tx: Tx, seat: Seat) -> int:
    person = people.find_by_chat(tx, seat.chat)
    return len(cases.of_author(tx, person.id)) if person else 0


def _forget(tx: Tx, seat: Seat) -> None:
    tx.lock(f"chat:{seat.chat.network}:{seat.chat.id}")
    person = people.find_by_chat(tx, seat.chat)
    if person is None:
        leaving.forget_chat(tx, seat.chat, seat.holder.user_id)
    else:
        leaving.forget(tx, person)
