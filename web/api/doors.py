"""Who may read what: a token in the Authorization header, its scopes, and how often."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated

import structlog
from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from storage import consumers
from storage.consumers import Consumer, Scope
from web.limits import Limit
from web.sessions import address_of, ports_of

log = structlog.get_logger()

A_MINUTE = 60
_bearer = HTTPBearer(
    auto_error=False, description="`govuong api-token --new NAME`. Mã truy cập chỉ đọc, mỗi đơn vị một mã."
)


class Doors:
    """How often a consumer may ask in a minute, and how often an address may try tokens that open nothing."""

    def __init__(self, times: int = 120, guesses: int = 20) -> None:
        self.asked = Limit(times, A_MINUTE)
        self.guessed = Limit(guesses, A_MINUTE)


def opened_by(scope: Scope) -> Callable[..., Awaitable[Consumer]]:
    """A dependency: the consumer, whose token opens this scope; else 401, 403 or 429."""

    async def enter(
        request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
    ) -> Consumer:
        consumer = await _holder(request, given.credentials if given else "")
        if scope not in consumer.scopes:
            raise HTTPException(403, f"scope {scope} is not in this token")
        return consumer

    return enter


async def _holder(request: Request, token: str) -> Consumer:
    doors: Doors = request.app.state.doors
    store = ports_of(request).store
    found = await asyncio.to_thread(store.read, lambda tx: consumers.holding(tx, token)) if token else None
    if found is None:
        if not doors.guessed.take(address_of(request)):
            raise HTTPException(429, "too many wrong tokens", {"retry-after": str(A_MINUTE)})
        if token:
            log.warning("api.wrong_token")
        raise HTTPException(401, "Authorization: Bearer TOKEN", {"www-authenticate": "Bearer"})
    if not doors.asked.take(str(found.id)):
        raise HTTPException(429, "too many requests of this token", {"retry-after": str(A_MINUTE)})
    if consumers.is_used_anew(found, ports_of(request).clock()):
        await store.run(lambda tx: consumers.note_use(tx, found))
    return found
