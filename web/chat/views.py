"""A message as its reader sees it, and that as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.messages import FileKind
from domain.province.catalogue import TASK_GROUP
from storage import files, page
from storage.database import Tx
from storage.page import PageText
from web.html import quoted_line, rendered, words
from web.ports import Ports
from web.sessions import Seat

KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of a message; `path` is "" while it cannot be had."""

    kind: str
    name: str
    size: str
    path: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The message that a message answers."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A message as one reader sees it: `is_own` is written by this reader, `is_typed` by any person.

    `is_talk` is what officers say among themselves, which goes nowhere; `mark` what became of what does.
    """

    id: int
    rev: int
    is_own: bool
    is_typed: bool
    is_edited: bool
    author: str
    text: str
    at: datetime
    buttons: list[list[list[str]]]
    files: list[FileView]
    quote: Quote | None
    mark: str = ""
    sheet: dict[str, Any] | None = None
    is_talk: bool = False


def views(tx: Tx, seat: Seat, texts: Iterable[PageText]) -> list[View]:
    """The messages with everything they refer to."""
    known = {text.id: text for text in texts}
    return [_view(tx, seat, text, known) for text in known.values()]


def _view(tx: Tx, seat: Seat, text: PageText, known: dict[int, PageText]) -> View:
    return View(
        id=text.id,
        rev=text.rev,
        is_own=text.mine and text.body.get("by") == seat.holder.user_id,
        is_typed=text.mine,
        is_edited=bool(text.body.get("edited")),
        author=text.author,
        text=text.text,
        at=text.at,
        buttons=text.body.get("buttons") or [],
        files=files_of(tx, seat, text),
        quote=_quote(tx, seat, text, known),
        mark=text.body.get("mark") or "",
        sheet=text.body.get("sheet"),
        is_talk=_is_talk(seat, text),
    )


def _is_talk(seat: Seat, text: PageText) -> bool:
    is_said = text.mine and seat.holder.role in {"department", TASK_GROUP}
    return is_said and not text.body.get("reply_to") and not text.body.get("mark") and not text.text.startswith("/")


def _quote(tx: Tx, seat: Seat, text: PageText, known: dict[int, PageText]) -> Quote | None:
    number = int(text.body.get("reply_to") or 0)
    quoted = (known.get(number) or page.get(tx, seat.holder.chat_id, number)) if number else None
    return Quote(number, quoted_line(quoted.text)) if quoted else None


def files_of(tx: Tx, seat: Seat, text: PageText) -> list[FileView]:
    """A message's own uploads, then what the bot attached; `web/chat/files.py` counts in the same order."""
    found = [
        FileView(each["kind"], each["name"], say_size(each["size"]), f"/files/{seat.room.key}/{text.id}/{index}")
        for index, each in enumerate(text.body.get("uploads") or [])
    ]
    for index, number in enumerate(text.body.get("files") or [], len(found)):
        stored = files.get(tx, int(number))
        path = f"/files/{seat.room.key}/{text.id}/{index}" if stored and stored.state == "stored" else ""
        kind, name, size = (
            (stored.kind, files.shown_name(stored), stored.size) if stored else (FileKind.DOCUMENT, "", 0)
        )
        found.append(FileView(kind, name, say_size(size), path))
    return found


def say_size(size: int) -> str:
    """A size for people: "12 KB", "3.4 MB"; "" when it is not known."""
    if size < KILOBYTE**2:
        return f"{-(-size // KILOBYTE)} KB" if size else ""
    return f"{size / KILOBYTE**2:.1f} MB"


def message_html(view: View, seat: Seat, language: str, ports: Ports) -> str:
    """One message alone, as it is pushed to an open page."""
    return rendered("message.html", words(language, ports), message=view, room=seat.room)
