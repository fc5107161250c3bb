"""How the statistics API answers: problems by RFC 9457, an ETag on everything, nothing sent twice."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

PROBLEM = "application/problem+json"
#: whoever asks more often than this asks a cache of its own
FRESH = "private, max-age=60"
TITLES = {
    400: "Bad request",
    401: "A token is needed",
    403: "This token does not open it",
    404: "Not found",
    405: "Only read here",
    422: "This cannot be asked",
    429: "Too often",
    500: "Something of ours broke",
}


def problem(status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """What went wrong, for a program."""
    body = {"type": "about:blank", "title": TITLES.get(status, TITLES[400]), "status": status}
    if detail:
        body["detail"] = detail
    return Response(json.dumps(body), status, headers or {}, PROBLEM)


async def refused(_request: Request, error: Exception) -> Response:
    """401, 404 and their like."""
    if isinstance(error, HTTPException):
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))
    return problem(500)


async def misasked(_request: Request, error: Exception) -> Response:
    """What a parameter must be; never what was given, which may be anything."""
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    return problem(422, "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in faults))


def answer(
    request: Request, body: Any, media: str = "application/json", more: dict[str, str] | None = None
) -> Response:
    """The body with its ETag, or 304 for whoever has it."""
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": FRESH, "vary": "authorization", **(more or {})}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=media)
