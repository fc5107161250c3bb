"""Figures of very many cases are counted, and counted again, by a process of its own, so that nobody waits for it."""

from __future__ import annotations

import structlog

from bot import children
from bot.settings import Settings
from handlers.province import Province
from handlers.task_group import keeping
from storage import claims
from storage.database import Store, Tx

log = structlog.get_logger()

LONGEST = 3600.0


class Counting:
    """Two timed jobs that `timetable` runs beside its own."""

    def __init__(self, settings: Settings, store: Store, province: Province) -> None:
        self._store, self._province = store, province
        self._env = children.environment(settings)

    async def keep(self) -> None:
        """Every hour: count what is missing, where it is much."""
        if await self._store.run(lambda tx: keeping.is_much(tx, self._province)):
            await self._run("--keep")

    async def compare(self) -> None:
        """Every night, once: compare what is kept with the journals; differences are told to the administrator."""
        if await self._store.run(self._claim):
            await self._run("--recount", "--nightly")

    def _claim(self, tx: Tx) -> bool:
        night = tx.now.astimezone(self._province.catalogue.timezone).date().isoformat()
        return keeping.has_kept(tx, self._province) and claims.claim_job(tx, "recount", night)

    async def _run(self, *wanted: str) -> None:
        if code := await children.run(("figures", *wanted), self._env, LONGEST):
            log.warning("counting.ended", what=wanted[0], code=code)
