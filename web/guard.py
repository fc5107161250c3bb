"""Around every request: who may post from where, how much, and what a browser may do with the answer."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

import structlog
from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import problem
from web.ports import Ports
from web.trial import is_from_here

log = structlog.get_logger()

WEBHOOKS = "/webhooks/"
POSTS = "/post/"
STATIC = "/static/"
KEPT_A_WEEK = "public, max-age=604800"  # their addresses change with their content
FILES_AT_ONCE = 10
SMALL = 64_000
LENGTH = "content-length"
LONGEST_LENGTH = 15
SECONDS_FOR_A_BODY = 30.0
SLOWEST = 4_000  # bytes a second, after that
A_WEBHOOK = 1_000_000
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    # not "no-referrer": with it browsers send "Origin: null" with a form, and the check below would refuse them
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}


class Guard:
    """Refuses posts from other sites and bodies too large; puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, ports: Ports) -> None:
        self._app = app
        self._ports = ports
        self._headers = dict(HEADERS)
        if ports.is_secure:
            self._headers["strict-transport-security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app, headers = self._app, Headers(scope=scope)
        largest = self._largest(scope["path"])
        if LENGTH not in headers:  # no browser posts so; what does not say its size is not given room for films
            largest = min(largest, A_WEBHOOK)
        if self._ports.demo and not is_from_here(scope):
            log.warning("trial.refused_from_elsewhere")
            app = problem(Request(scope), 404)  # even the chat: a real matter must not be told to a trial
        elif status := self._refuses(scope, headers, largest):
            app = problem(Request(scope), status)
        await app(scope, _counted(receive, largest), self._with_headers(scope["path"], send))

    def _refuses(self, scope: Scope, headers: Headers, largest: int) -> int:
        """The status of a request that is not looked at any further, 0 for all others."""
        length = headers.get(LENGTH, "0")
        if not _is_host(headers.get("host", "")) or not length.isdecimal() or not _is_utf8(headers):
            return 400
        if scope["method"] in UNSAFE and not scope["path"].startswith(WEBHOOKS):
            try:
                is_ours = self._is_ours(headers)
            except ValueError:  # an origin no browser would write
                return 400
            if not is_ours:
                log.warning("post.refused_from_another_site")
                return 403
        return 413 if len(length) > LONGEST_LENGTH or int(length) > largest else 0

    def _largest(self, path: str) -> int:
        if path.startswith(POSTS):
            return FILES_AT_ONCE * self._ports.largest_file + A_WEBHOOK
        return A_WEBHOOK if path.startswith(WEBHOOKS) else SMALL

    def _is_ours(self, headers: Headers) -> bool:
        """True when the browser says that the post comes from one of our own pages (it always says something)."""
        origin = headers.get("origin", "null")
        if origin == "null":
            return headers.get("sec-fetch-site") == "same-origin"
        return urlsplit(origin).netloc in {headers.get("host", ""), urlsplit(self._ports.public_url).netloc} - {""}

    def _with_headers(self, path: str, send: Send) -> Send:
        own = {"cache-control": KEPT_A_WEEK} if path.startswith(STATIC) else {}

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (*own.items(), *self._headers.items()):
                    headers.setdefault(name, value)
            await send(message)

        return wrapped


def _is_host(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname is not None or not host
    except ValueError:
        return False


def _is_utf8(headers: Headers) -> bool:
    """False for a form in another encoding: its parser would obey, and some (punycode) take minutes for a megabyte."""
    for given in headers.getlist("content-type"):
        charset = parse_options_header(given)[1].get(b"charset", b"utf-8")
        if charset.decode("latin-1").strip().lower() not in {"utf-8", "utf8"}:
            return False
    return True


def _counted(receive: Receive, largest: int) -> Receive:
    """The body as it comes, refused as soon as it is too large (a length may be missing or a lie) or too slow."""
    seen, is_whole, began = 0, False, time.monotonic()

    async def wrapped() -> Message:
        nonlocal seen, is_whole
        if is_whole:  # what comes now is the news that the browser left, which may take hours
            return await receive()
        patience = SECONDS_FOR_A_BODY + seen / SLOWEST - (time.monotonic() - began)
        try:
            message = await asyncio.wait_for(receive(), patience)
        except TimeoutError:
            raise HTTPException(408) from None
        is_whole = not message.get("more_body", False)
        seen += len(message.get("body", b""))
        if seen > largest:
            raise HTTPException(413)
        return message

    return wrapped
