"""What the web needs from the rest of the program; wiring fills it in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.messages import Incoming, Value
from domain.province.catalogue import Catalogue
from handlers.province import Province
from storage.blobs import Blobs
from storage.catalogue.folder import Folder
from storage.database import Store
from web.hub import Hub
from web.links import Links

#: (body, headers) → HTTP status; returns after the commit
Webhook = Callable[[bytes, Mapping[str, str]], Awaitable[int]]


@dataclass(slots=True)
class Ports:
    """`receive` takes one Incoming in and returns after its commit; `demo` lets this machine try every desk.

    `folder` describes the province, and `renew` reads it again at once, here and in every other process.
    `say` makes words of a value in a language; a session of the board lasts `board_life`. With `public_results`
    everybody may read what was published.
    """

    store: Store
    receive: Callable[[Incoming], Awaitable[None]]
    blobs: Blobs
    hub: Hub
    clock: Callable[[], datetime]
    province: Province
    say: Callable[[Value, str], str]
    board_life: timedelta = timedelta(hours=8)
    public_results: bool = False
    public_url: str = ""
    demo: bool = False
    push_clock: Callable[[timedelta], Awaitable[None]] | None = None
    webhooks: Mapping[str, Webhook] = field(default_factory=dict)
    links: Links | None = None
    ready: Callable[[], Awaitable[Mapping[str, str]]] | None = None
    metrics: Callable[[], bytes] | None = None
    is_secure: bool = False
    largest_file: int = 20_000_000
    least_free: int = 0
    folder: Folder | None = None
    renew: Callable[[], Awaitable[None]] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The province's catalogue as its files have it now."""
        return self.province.catalogue
