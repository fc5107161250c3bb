"""Looks at what we have ourselves: the database, the disk, the timetable."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from bot.backups import manifest
from bot.watch.watched import Watched, now
from domain.deadline.calendars import is_working_day, local_day
from domain.messages import Name, Words
from handlers.admin import quiet
from storage import files, seen
from storage.database import Tx
from storage.outgoing import outbox

Found = Mapping[str, Words]

#: silence is told from so long on, and when it is so many times as long as was usual
SHORTEST, TIMES = timedelta(hours=1), 1.5
#: the days looked back on, and how many of the same kind (working days, or others) are enough to say what is usual
DAYS, ENOUGH = 28, 5
OLD = timedelta(minutes=5)
OLD_FILE = timedelta(minutes=30)
LEAST_DISK_MB = 1000
OLDEST_COPY = timedelta(hours=36)


def minutes(span: timedelta) -> int:
    """Whole minutes."""
    return int(span.total_seconds() // 60)


async def silent(watched: Watched) -> Found:
    """No update from somewhere for longer than was usual at this hour on such days."""

    def look(tx: Tx) -> Found:
        found: dict[str, Words] = {}
        for network in seen.networks(tx, tx.now - timedelta(days=DAYS)):
            usual, silence = _usual(tx, watched, network), seen.silence(tx, network, tx.now)
            if usual is not None and silence is not None and silence > max(SHORTEST, usual * TIMES):
                said, long = minutes(silence), minutes(usual)
                found[network] = Words("alarm-silent", {"subject": network, "minutes": said, "usual": long})
        return found

    return await watched.store.run(look)


def _usual(tx: Tx, watched: Watched, network: str) -> timedelta | None:
    """The longest silence at this hour but one, for that one may have been a fault; None while there is no telling."""
    known = watched.province.calendar
    today = is_working_day(known, local_day(known, tx.now))
    then = [tx.now - timedelta(days=back) for back in range(1, DAYS + 1)]
    alike = [at for at in then if is_working_day(known, local_day(known, at)) == today]
    found = sorted(each for at in alike if (each := seen.silence(tx, network, at)) is not None)
    return found[-2] if len(found) >= ENOUGH else None


async def backlog(watched: Watched) -> Found:
    """Messages wait to be sent, and have done so for long."""

    def look(tx: Tx) -> Found:
        oldest = outbox.oldest_waiting(tx)
        if oldest is None or tx.now - oldest < OLD:
            return {}
        waiting = outbox.counts(tx).get("waiting", 0)
        return {"": Words("alarm-backlog", {"minutes": minutes(tx.now - oldest), "waiting": waiting})}

    return await watched.store.run(look)


async def downloads(watched: Watched) -> Found:
    """Attachments wait to be fetched, and have done so for long."""

    def look(tx: Tx) -> Found:
        old = [each for each in files.waiting_since(tx) if tx.now - each > OLD_FILE]
        if not old:
            return {}
        return {"": Words("alarm-downloads", {"minutes": minutes(tx.now - min(old)), "waiting": len(old)})}

    return await watched.store.run(look)


async def late_jobs(watched: Watched) -> Found:
    """A timed job of this process has not come to a good end when it should have."""
    late = {watched.at(name): last for name, last in watched.runs.late().items()}
    return {where: Words("alarm-job", {"subject": where, "last": last}) for where, last in late.items()}


async def disk(watched: Watched) -> Found:
    """Little room where something of ours is written."""
    least = max(LEAST_DISK_MB, watched.settings.least_free_mb) * 1_000_000
    found: dict[str, Words] = {}
    for path in _places(watched):
        free = (await asyncio.to_thread(shutil.disk_usage, path)).free
        if free < least:
            where = watched.at(str(path))
            found[where] = Words("alarm-disk", {"subject": where, "free": free // 1_000_000})
    return found


async def catalogue(watched: Watched) -> Found:
    """The folder that describes the province is broken, cannot be written, or says something else than elsewhere."""
    return {watched.at(what): words for what, words in watched.catalogue.items()}


def _places(watched: Watched) -> list[Path]:
    """One folder of each disk we write to."""
    settings = watched.settings
    wanted = [settings.files_dir, settings.files_dir.parent]
    if settings.database_url.startswith("sqlite"):
        wanted.append(Path(settings.database_url.removeprefix("sqlite:///")).parent)
    there = [next(each for each in (path, *path.parents) if each.exists()) for path in map(Path.absolute, wanted)]
    return list({path.stat().st_dev: path for path in there}.values())


async def backup(watched: Watched) -> Found | None:
    """There is no verified copy, or the newest one is old; None where no copies are made, which the doctor says."""
    folder = watched.settings.backup_to
    if folder is None:
        return None
    copies = await asyncio.to_thread(lambda: list(manifest.copies(folder)))
    made = [each.manifest.made_at for each in copies if each.manifest.is_verified]
    if not made:
        return {"": Words("alarm-backup-none")}
    age = now() - max(made)
    return {"": Words("alarm-backup", {"hours": minutes(age) // 60})} if age > OLDEST_COPY else {}


async def unread(watched: Watched) -> Found:
    """A department has done nothing for two working days, while cases wait for its first word."""

    def look(tx: Tx) -> Found:
        found: dict[str, Words] = {}
        for each in quiet.departments(tx, watched.province, _two_working_days(watched, tx.now)):
            who = Name("department", each.department)
            found[who.key] = Words("alarm-unread", {"subject": who, "cases": each.cases, "oldest": each.oldest})
        return found

    return await watched.store.run(look)


def _two_working_days(watched: Watched, now: datetime) -> datetime:
    known, left = watched.province.calendar, 2
    while left:
        now -= timedelta(days=1)
        left -= is_working_day(known, local_day(known, now))
    return now
