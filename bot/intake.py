"""Taking updates in: read at the border, one transaction each, failures kept whole."""

from __future__ import annotations

import json
import traceback
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeAlias

from bot import logs
from bot.province import once_learnt
from bot.retrying import BackOff, until_done
from domain.messages import Incoming, Network
from domain.privacy.codes import without_return_codes
from handlers import retry
from handlers.admin import failures
from handlers.province import Province
from handlers.receive import receive
from storage import failed, seen
from storage.database import Store, Tx
from storage.trouble import in_trouble, of_driver

#: adds to an input what a messenger has to be asked about, before its transaction begins
LookUp: TypeAlias = Callable[[Incoming], Awaitable[Incoming]]
#: a race with another process ends at the next try
RACE, _TRIES = BackOff(0.1, 1.0), 3


class Intake:
    """Every input's way in. `taken` is called after the commit of something with attachments."""

    def __init__(
        self, store: Store, province: Province, attached: Callable[[], None], looked_up: LookUp | None = None
    ) -> None:
        self._store = store
        self._looked_up = looked_up
        self._province = province
        self._attached = attached
        self.counts = {"taken": 0, "repeated": 0, "failed": 0}

    async def take(self, incoming: Incoming, raw: Any = None) -> None:
        """Take one input in and return after its commit; one whose handler raises is kept, and the queue goes on.

        Raises only when the database takes nothing at all; then the input has to come again.
        """
        if self._looked_up:
            incoming = await self._looked_up(incoming)
        try:
            fresh = await until_done(lambda: self._decide(incoming), RACE, of_driver, tries=_TRIES)
        except Exception as error:
            if in_trouble(error):
                raise
            await self.keep(incoming.chat.network, incoming.id, raw, error, incoming)
            return
        self.counts["taken" if fresh else "repeated"] += 1
        if fresh and incoming.uploads:
            self._attached()

    async def _decide(self, incoming: Incoming) -> bool:
        return await once_learnt(self._store, lambda tx: receive(tx, self._province, incoming))

    async def keep(
        self, network: Network, incoming_id: str, raw: Any, error: BaseException, incoming: Incoming | None = None
    ) -> None:
        """Keep an update that could not be handled, and tell whom it concerns; raises when even that cannot be."""
        # a private code in it is worth a case to whoever looks after failed updates, and is not kept even here
        whole = without_return_codes(retry.pack(incoming) if raw is None and incoming else _text(raw))
        trace = without_return_codes(
            "".join(traceback.format_exception(error)).encode("ascii", "backslashreplace").decode().replace("\0", "\\0")
        )

        def write(tx: Tx, *, tell: bool = True) -> None:
            if seen.first_time(tx, network, incoming_id):
                number = failed.keep(tx, network, incoming_id, whole, trace)
                if tell:
                    failures.report_failed_update(tx, number, type(error).__name__, incoming)

        try:
            await self._store.run(write)
        except Exception as trouble:
            if in_trouble(trouble):
                raise
            logs.crashed("intake.nobody_told", trouble)
            await self._store.run(partial(write, tell=False))
        self.counts["failed"] += 1
        logs.crashed("intake.failed", error, network=network)

    async def take_raw(
        self, network: Network, incoming_id: str, raw: dict[str, Any], read: Callable[[dict[str, Any]], Incoming | None]
    ) -> None:
        """Read one update of a messenger's and take it in; one that cannot even be read is kept too."""
        try:
            incoming = read(raw)
        except Exception as error:  # noqa: BLE001  whatever it is made of, it must not stop the queue
            await self.keep(network, incoming_id, raw, error)
            return
        if incoming is not None:
            await self.take(incoming, raw)


def _text(raw: Any) -> str:
    """JSON that every database takes, whatever characters are in it."""
    return json.dumps(raw)
