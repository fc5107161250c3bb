"""What people call themselves: no event tells it, so the account's API is asked, and the answer kept for a while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from bot.channels.base import SendError
from bot.channels.zalo_oa.api import Api

log = structlog.get_logger()

#: seconds for which a name is believed, and for which nobody asks again where there was none
KEPT, MISSED = 12 * 3600.0, 600.0
#: an event has to be answered within two seconds, and waits no longer than this for a name
PATIENCE = 1.0
MOST = 5000


class Names:
    """Names by the id of whoever has them, in this process alone."""

    def __init__(self, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        self._api, self._clock = api, clock
        self._known: dict[str, tuple[str, float]] = {}

    async def of(self, user: str) -> str:
        """The name; "" when it cannot be had just now."""
        name, until = self._known.get(user, ("", 0.0))
        if self._clock() < until:
            return name
        name = ""
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self._api.get("/v3.0/oa/user/detail", {"user_id": user})
            name = str(found.get("display_name") or "")
        except (SendError, TimeoutError) as error:
            log.info("zalo_oa.no_name", why=type(error).__name__)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[user] = (name, self._clock() + (KEPT if name else MISSED))
        return name
