"""A file of a message, for those who may read the message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.file_types import HEAD, sniff
from storage import files, page
from storage.blobs import Blobs
from storage.database import Tx
from web.chat.uploads import SHOWN, safe_name
from web.sessions import Seat, find, ports_of, room_of, secret_of


@dataclass(frozen=True, slots=True)
class Served:
    """The bytes behind a file of a message."""

    sha256: str
    name: str


async def show(request: Request) -> Response:
    """The file with this number in this message of the holder's own chat; 404 for anybody else."""
    ports, room, secret = ports_of(request), room_of(request), secret_of(request, room_of(request))
    number, index = (_number(request.path_params[name]) for name in ("message", "index"))

    def look(tx: Tx) -> Served | None:
        seat = find(tx, room, secret)
        return _file(tx, seat, number, index) if seat else None

    served = await ports.store.run(look)
    if served is None:
        raise HTTPException(404)
    return await response(ports.blobs, served.sha256, served.name)


async def show_linked(request: Request) -> Response:
    """The file behind a signed link; 404 for any other, and once the link has ended."""
    ports, given = ports_of(request), request.path_params
    number = ports.links.file(given["number"], given["until"], given["signature"]) if ports.links else 0
    stored = await ports.store.run(lambda tx: files.get(tx, number)) if number else None
    if stored is None or stored.state != "stored":
        raise HTTPException(404)
    return await response(ports.blobs, stored.sha256, files.shown_name(stored))


def _number(text: str) -> int:
    """A number of the address; 404 for what is none, 400 for one that no database holds."""
    if not (text.isascii() and text.isdecimal()):
        raise HTTPException(404)
    if len(text) >= 16:  # noqa: PLR2004  the largest that every part of the road can carry
        raise HTTPException(400)
    return int(text)


def _file(tx: Tx, seat: Seat, number: int, index: int) -> Served | None:
    message = page.get(tx, seat.holder.chat_id, number)
    if message is None:
        return None
    found = [Served(each["sha256"], each["name"]) for each in message.body.get("uploads") or []]
    for attachment in message.body.get("files") or []:
        stored = files.get(tx, int(attachment))
        found.append(
            Served(stored.sha256, files.shown_name(stored)) if stored and stored.state == "stored" else Served("", "")
        )
    return found[index] if index < len(found) and found[index].sha256 else None


async def response(blobs: Blobs, name: str, called: str) -> Response:
    """Pictures are shown, everything else is downloaded; what it is, its first bytes say, not its sender.

    404 for bytes that are gone.
    """
    try:
        size, head = await asyncio.to_thread(_begins, blobs, name)
    except FileNotFoundError:
        raise HTTPException(404) from None
    _, mime = sniff(head)
    place = "inline" if mime in SHOWN else "attachment"
    headers = {
        "content-disposition": f"{place}; filename*=UTF-8''{quote(safe_name(called) or 'file', safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, max-age=3600",
        "content-length": str(size),
    }
    return StreamingResponse(blobs.pieces(name), media_type=mime, headers=headers)


def _begins(blobs: Blobs, name: str) -> tuple[int, bytes]:
    return blobs.length(name), next(blobs.pieces(name), b"")[:HEAD]
