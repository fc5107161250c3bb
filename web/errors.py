"""When something cannot be done: a friendly page, or one line for the script of the page."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from web.html import page_of
from web.phrases import language_of, say

NAMED = {400, 403, 404, 409, 413, 429, 500, 503}


def wants_json(request: Request) -> bool:
    """True when the page's script asks, which shows one line instead of a page."""
    return "application/json" in request.headers.get("accept", "")


class Refused(HTTPException):
    """Cannot be done, for a reason that has a sentence of its own."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(status)
        self.key = key


def problem(request: Request, status: int, key: str = "") -> Response:
    """What went wrong and what to do, in the person's language; never how it looks inside."""
    key = key or f"problem-{status if status in NAMED else 400}"
    if wants_json(request):
        return JSONResponse({"toast": say(language_of(request), key)}, status)
    return page_of(request, "problem.html", status, key=key)
