"""What the program asks of every messenger it can be reached by: its ways in and out, and how it is."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol, TypeAlias

import structlog

from bot.channels.base import Channel, SendError
from bot.channels.plan import Meter
from bot.intake import Intake
from bot.retrying import BackOff, until_done
from bot.settings import Settings
from storage.blobs import Blobs
from storage.database import Store
from web.links import Links

log = structlog.get_logger()

#: a webhook's call in (body, headers with names in lower case), the HTTP status out
Webhook: TypeAlias = Callable[[bytes, Mapping[str, str]], Coroutine[Any, Any, int]]
#: whether it is well, what was found, and the mend
Finding: TypeAlias = tuple[bool, str, str]

#: between two calls that nothing works without
REACHED = BackOff(1.0, 60.0)


@dataclass(frozen=True, slots=True)
class Means:
    """What a messenger may be built of."""

    settings: Settings
    store: Store
    blobs: Blobs
    clock: Callable[[], datetime]
    #: the province's
    zone: tzinfo
    #: None where nobody outside reaches our page
    links: Links | None = None


class Messenger(Protocol):
    """A messenger that is set up; its channel is the way out."""

    channel: Channel
    #: what it counts of a plan that is limited; None where nothing is
    meter: Meter | None
    #: its webhook stands at /webhooks/HOOK; "" when it is asked for what is new
    hook: str

    async def listen(self, intake: Intake, names: set[str]) -> None:
        """Take in what people write until cancelled, or, with a webhook, say where it is.

        `names` gets the bot's own, by which a group's commands may address it.
        """
        ...

    def webhook(self, intake: Intake) -> Webhook:
        """What answers at /webhooks/HOOK: 200 when an update is committed, 503 for "send it again"."""
        ...

    def findings(self, store: Store) -> AsyncIterator[Finding]:
        """What the doctor says of it."""
        ...

    async def trouble(self, store: Store) -> str:
        """Why what people write may not reach us just now; "" as far as is known."""
        ...

    async def close(self) -> None:
        """End its connections."""
        ...


async def until_reached(call: Callable[[], Any], name: str) -> None:
    """A call that has to succeed before anything else makes sense; a wrong token ends it."""

    def may_pass(error: Exception) -> bool:
        log.warning("messenger.not_reached", messenger=name, error=str(error))
        return isinstance(error, SendError) and not error.permanent

    with contextlib.suppress(SendError):
        await until_done(call, REACHED, may_pass)
