"""A file of a message, for those who may read the message."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse

from domain.file_types import HEAD, sniff
from storage import files, page
from storage.database import Tx
from web.chat.uploads import SHOWN, safe_name
from web.sessions import Seat, find, ports_of, room_of, secret_of


@dataclass(frozen=True, slots=True)
class Served:
    """The bytes behind a file of a message."""

    sha256: str
    name: str


async def show(request: Request) -> FileResponse:
    """The file with this number in this message of the holder's own chat; 404 for anybody else."""
    ports, room, secret = ports_of(request), room_of(request), secret_of(request, room_of(request))
    number, index = (_number(request.path_params[name]) for name in ("message", "index"))

    def look(tx: Tx) -> Served | None:
        seat = find(tx, room, secret)
        return _file(tx, seat, number, index) if seat else None

    served = await ports.store.run(look)
    path = ports.blobs.path(served.sha256) if served else None
    if served is None or path is None or not path.is_file():
        raise HTTPException(404)
    return response(path, served.name)


async def show_linked(request: Request) -> FileResponse:
    """The file behind a signed link; 404 for any other, and once the link has ended."""
    ports, given = ports_of(request), request.path_params
    number = ports.links.file(given["number"], given["until"], given["signature"]) if ports.links else 0
    stored = await ports.store.run(lambda tx: files.get(tx, number)) if number else None
    if stored is None or stored.state != "stored" or not ports.blobs.path(stored.sha256).is_file():
        raise HTTPException(404)
    return response(ports.blobs.path(stored.sha256), files.shown_name(stored))


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


def response(path: Path, name: str) -> FileResponse:
    """Pictures are shown, everything else is downloaded; what it is, its first bytes say, not its sender."""
    with path.open("rb") as file:
        _, mime = sniff(file.read(HEAD))
    place = "inline" if mime in SHOWN else "attachment"
    headers = {
        "content-disposition": f"{place}; filename*=UTF-8''{quote(safe_name(name) or 'file', safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, max-age=3600",
    }
    return FileResponse(path, media_type=mime, headers=headers)
