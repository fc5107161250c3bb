"""The digest of each day: made by a process of its own, once a day, whoever serves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import structlog

from bot import children
from bot.settings import Settings
from storage import cases, claims
from storage.database import Store, Tx

log = structlog.get_logger()
LONGEST = 3600.0
JOB = "digest"


class Daily:
    """The job that `timetable` runs."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._store = store
        where = {
            "DIGESTS_DIR": str(settings.digests.absolute()),
            "DIGEST_KEY": str(settings.digest_key_file.absolute()),
        }
        self._env = children.environment(settings, **where)

    async def run(self) -> None:
        """Make the digest of yesterday (UTC), if there is anything and nobody has begun to."""
        if not await self._store.run(_claim):
            return
        if code := await children.run(("digest", "--tell"), self._env, LONGEST):
            log.error("digest.failed", code=code, mend="govuong digest --tell says why")


def _claim(tx: Tx) -> bool:
    today = start_of_day(tx.now)
    return cases.any_before(tx, today) and claims.claim_job(tx, JOB, f"{today:%Y-%m-%d}")


def start_of_day(now: datetime) -> datetime:
    """When today (UTC) began."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def yesterday(now: datetime) -> datetime:
    """A moment of the last day (UTC) that is over."""
    return start_of_day(now) - timedelta(days=1)
