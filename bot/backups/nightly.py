"""The copy of the night: made by a process of its own, once a night, whoever serves; what failed is tried each hour."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

import structlog

from bot import children
from bot.backups import manifest
from bot.settings import Settings
from storage import claims
from storage.database import Store, Tx

log = structlog.get_logger()
LONGEST = 4 * 3600.0
JOB = "backup"


class Nightly:
    """The job that `timetable` runs, where `BACKUP_TO` names a folder."""

    def __init__(self, settings: Settings, store: Store, zone: tzinfo) -> None:
        self._settings, self._store, self._zone = settings, store, zone
        self._to = Path(settings.backup_to or "").absolute()
        more = {"BACKUP_TO": str(self._to), "BACKUP_KEY": settings.backup_key, "BACKUP_KEEP": settings.backup_keep}
        self._env = children.environment(settings, **more)

    async def run(self) -> None:
        """Make the copy of this night, if there is none and nobody has begun to within the hour."""
        if self._settings.backup_to is None or not await self._store.run(self._claim):
            return
        if code := await children.run(("backup",), self._env, LONGEST):
            log.error("backup.failed", code=code, mend="govuong backup says why")

    def _claim(self, tx: Tx) -> bool:
        newest = next((each for each in manifest.copies(self._to) if each.manifest.is_verified), None)
        now = tx.now.astimezone(self._zone)
        if newest and _night(newest.manifest.made_at.astimezone(self._zone)) == _night(now):
            return False
        return claims.claim_job(tx, JOB, f"{now:%Y-%m-%dT%H}")


def _night(hour: datetime) -> date:
    """The day whose night it belongs to: a night begins at one o'clock."""
    return (hour - timedelta(hours=1)).date()
