"""For machines: is it alive, is it ready, how is it doing, and the doors other messengers knock at."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from web.sessions import ports_of

#: without these this process can do nothing; anything else is told, for a proxy that believed it would drop them all
VITAL = {"database"}
FINE = {"ok", ""}


async def alive(_request: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


async def ready(request: Request) -> Response:
    """What each part says of itself, and the alarms that stand; 503 without what this process cannot do without."""
    check = ports_of(request).ready
    parts = dict(await check()) if check else {}
    return JSONResponse(parts, 200 if all(parts.get(each, "") in FINE for each in VITAL) else 503)


async def metrics(request: Request) -> Response:
    """The figures in Prometheus's text format; 404 when nobody counts."""
    count = ports_of(request).metrics
    if count is None:
        raise HTTPException(404)
    return Response(count(), media_type="text/plain; version=0.0.4; charset=utf-8")


async def webhook(request: Request) -> Response:
    """Hand the body to the messenger's channel; it answers after its commit."""
    take = ports_of(request).webhooks.get(request.path_params["name"])
    if take is None:
        raise HTTPException(404)
    return Response(status_code=await take(await request.body(), request.headers))
