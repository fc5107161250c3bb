"""The templates filled in: a whole page in its reader's language, or a part of one."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from domain.language import LANGUAGES
from domain.messages import ERASED, shortened
from handlers import queue
from handlers.commands import WORDS
from web.phrases import COOKIE, language_of, say, say_when
from web.ports import Ports
from web.signs import drawn

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
QUOTED = 90
CODE = r"#[A-Z]{2,4}\d{2}-\d{3,}"
LIVELY = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'])"
    rf"|(?<![A-Za-zÀ-ỹ0-9/])(?P<command>/(?:{'|'.join(sorted(WORDS))})\b)(?: (?P<its>{CODE}))?"
    rf"|(?P<code>{CODE})"
)


def quoted_line(text: str) -> str:
    """The beginning of a text on one line."""
    return shortened(" ".join(text.split()), QUOTED)


def alive(text: str, path: str = "", *, is_ours: bool = False) -> Markup:
    """The text with its addresses as links and its case codes in bold; everything else is escaped.

    In a room (`path`) the bot's commands are links that put them into the composer. What is ours has icons for signs.
    """
    plain: Callable[[str], Markup] = with_icons if is_ours else escape
    parts, end = [], 0
    for found in LIVELY.finditer(text):
        parts += [plain(text[end : found.start()]), _lively(found, path)]
        end = found.end()
    return Markup("").join([*parts, plain(text[end:])])


def with_icons(text: str) -> Markup:
    """The text with icons of our own in place of the signs messengers draw."""
    return drawn(text, _static)


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
    environment.filters.update(alive=alive, shortened=quoted_line, icons=with_icons)
    environment.globals.update(static=_static, new_id=new_id, languages=LANGUAGES)
    return environment


@lru_cache
def _static(name: str) -> str:
    """The address of one of our own files; it changes with the content, so a browser may keep it."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]}"


def words(language: str, ports: Ports) -> dict[str, Any]:
    """What every template may use to speak to its reader."""
    phrase: Callable[..., str] = partial(say, language)
    timezone = ports.catalogue.timezone
    return {
        "language": language,
        "t": phrase,
        "when": lambda at: say_when(language, at.astimezone(timezone)),
        "province_time": lambda at: at.astimezone(timezone),
        "erased": ports.say(ERASED, language),
        "until": partial(_until, ports, language),
    }


def _until(ports: Ports, language: str, due: str) -> tuple[str, str]:
    """How urgent a card's deadline (ISO 8601) looks just now, and how many working days there are to it or since."""
    days = queue.days_to(ports.province, "", datetime.fromisoformat(due), ports.clock())
    return queue.tone(days), ports.say(queue.days_words(days), language)


def rendered(name: str, spoken: dict[str, Any], **context: Any) -> str:
    """A template filled in; where words were erased it says so."""
    return _environment().get_template(name).render(spoken, **context).replace(ERASED, spoken["erased"])


def page_of(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A whole page in the visitor's language; a language chosen in the address is remembered."""
    ports = request.app.state.ports
    language = language_of(request)
    spoken = words(language, ports) | {"path": request.url.path, "ports": ports}
    response = HTMLResponse(rendered(name, spoken, **context), status)
    if "lang" in request.query_params:
        response.set_cookie(COOKIE, language, max_age=31_536_000, httponly=True, samesite="lax", secure=ports.is_secure)
    return response
