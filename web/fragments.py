"""From what is stored to HTML: the templates, and a message as its reader sees it."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from domain.language import LANGUAGES
from domain.messages import FileKind, shortened
from handlers.commands import WORDS
from storage import files, page
from storage.database import Tx
from storage.page import PageText
from web.phrases import COOKIE, language_of, say, say_when
from web.sessions import Seat

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
QUOTED = 90
CODE = r"#[A-Z]{2,4}\d{2}-\d{3,}"
LIVELY = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'])"
    rf"|(?<![A-Za-zÀ-ỹ0-9/])(?P<command>/(?:{'|'.join(sorted(WORDS))})\b)(?: (?P<its>{CODE}))?"
    rf"|(?P<code>{CODE})"
)
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
    """A message as one reader sees it: `is_own` is written by this reader, `is_typed` by any person."""

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
        files=_files(tx, seat, text),
        quote=_quote(tx, seat, text, known),
    )


def _quote(tx: Tx, seat: Seat, text: PageText, known: dict[int, PageText]) -> Quote | None:
    number = int(text.body.get("reply_to") or 0)
    quoted = (known.get(number) or page.get(tx, seat.holder.chat_id, number)) if number else None
    return Quote(number, quoted_line(quoted.text)) if quoted else None


def quoted_line(text: str) -> str:
    """The beginning of a text on one line."""
    return shortened(" ".join(text.split()), QUOTED)


def _files(tx: Tx, seat: Seat, text: PageText) -> list[FileView]:
    """Its own uploads first, then the attachments the bot sent; `web/files.py` counts in the same order."""
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


def alive(text: str, path: str = "") -> Markup:
    """The text with its addresses as links and its case codes in bold; everything else is escaped.

    In a room (`path`) the bot's commands are links that put them into the composer.
    """
    parts, end = [], 0
    for found in LIVELY.finditer(text):
        parts += [escape(text[end : found.start()]), _lively(found, path)]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def _lively(found: re.Match[str], path: str) -> Markup:
    if found["url"]:
        return Markup('<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{0}</a>').format(found["url"])
    code = found["code"] or found["its"]
    shown = Markup('<strong class="code">{}</strong>').format(code) if code else Markup("")
    if not found["command"]:
        return shown
    shown = escape(f"{found['command']} " if code else found["command"]) + shown
    return Markup('<a class="do" href="{}?text={}">{}</a>').format(path, quote(found[0]), shown) if path else shown


def new_id() -> str:
    """What a form sends along, so that sending it twice does its work once."""
    return secrets.token_urlsafe(12)


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(alive=alive, shortened=quoted_line)
    environment.globals.update(static=_static, new_id=new_id, languages=LANGUAGES)
    return environment


@lru_cache
def _static(name: str) -> str:
    """The address of one of our own files; it changes with the content, so a browser may keep it."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]}"


def words(language: str, timezone: ZoneInfo) -> dict[str, Any]:
    """What every template may use to speak to its reader."""
    phrase: Callable[..., str] = partial(say, language)
    return {
        "language": language,
        "t": phrase,
        "when": lambda at: say_when(language, at.astimezone(timezone)),
        "province_time": lambda at: at.astimezone(timezone),
    }


def message_html(view: View, seat: Seat, language: str, timezone: ZoneInfo) -> str:
    """One message alone, as it is pushed to an open page."""
    template = _environment().get_template("message.html")
    return template.render(words(language, timezone), message=view, room=seat.room)


def page_of(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A whole page in the visitor's language; a language chosen in the address is remembered."""
    ports = request.app.state.ports
    language = language_of(request)
    spoken = words(language, ports.catalogue.timezone) | {"path": request.url.path, "ports": ports}
    response = HTMLResponse(_environment().get_template(name).render(spoken, **context), status)
    if "lang" in request.query_params:
        response.set_cookie(COOKIE, language, max_age=31_536_000, httponly=True, samesite="lax", secure=ports.is_secure)
    return response
