"""Figures of very many cases are counted, and counted again, by a process of its own, so that nobody waits for it."""

from __future__ import annotations

import asyncio
import os
import sys

import structlog

from bot.settings import ROOT, Settings
from handlers.province import Province
from handlers.task_group import keeping
from storage import claims
from storage.database import Store, Tx

log = structlog.get_logger()

LONGEST = 3600.0
#: how much counting gives way to those who are served
NICE = 10


class Counting:
    """Two timed jobs that `timetable` runs beside its own."""

    def __init__(self, settings: Settings, store: Store, province: Province) -> None:
        self._store, self._province = store, province
        # no token and no other secret, as where reports are drawn
        self._env = {
            "DATABASE_URL": settings.database_url,
            "FILES_DIR": str(settings.files_dir.absolute()),
            "CATALOGUE": str(settings.catalogue.absolute()),
            "PATH": os.environ.get("PATH", ""),
        }

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
        process = await asyncio.create_subprocess_exec(
            *("nice", "-n", str(NICE), sys.executable, "-m", "bot", "figures", *wanted),
            cwd=ROOT,
            env=self._env,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,  # a traceback quotes what is counted
        )
        try:
            async with asyncio.timeout(LONGEST):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode:
            log.warning("counting.ended", what=wanted[0], code=process.returncode)
