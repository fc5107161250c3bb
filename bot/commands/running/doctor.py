"""`govuong doctor`: what is set up, what is not, and the mend for each."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import timetable
from bot.backups import manifest
from bot.channels import registry
from bot.channels.messenger import Finding
from bot.commands.running.files import elsewhere
from bot.delivery import cleaning
from bot.settings import Settings, WrongSetting
from bot.watch.inside import OLDEST_COPY
from bot.wiring import Parts, build
from handlers.rights import retention
from storage import chats, claims, failed, migrations
from storage.database import Store
from storage.outgoing import outbox
from storage.rights import aging
from storage.rotation import needed
from storage.rotation.resealing import count_stale

_LEAST_DISK = 1_000_000_000
#: codes told one by one
_HELD = 10
_IN_REACH = {
    "network": "the network in reach",
    "files": "our files in reach",
    "root": "the rights of root",
}


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(settings: Settings, _args: argparse.Namespace) -> int:
    """The same as `check`, from the command line."""
    return asyncio.run(check(settings))


async def check(settings: Settings) -> int:
    """Print every finding with its mend; 0 when all is well."""
    wrong = 0
    async for is_well, what, mend in _findings(settings):
        wrong += not is_well
        print(f"{'✓' if is_well else '✗'} {what}" + ("" if is_well else f"\n    → {mend}"))
    return 1 if wrong else 0


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield True, f"settings read; catalogue {settings.catalogue.name}", ""
    try:
        revision = migrations.current(settings.database_url)
    except Exception as error:  # noqa: BLE001  whatever the driver says is what the operator needs
        yield (
            False,
            f"database: {type(error).__name__}: {str(error)[:200]}",
            "check DATABASE_URL and that the server runs",
        )
        return
    if revision != migrations.HEAD:
        yield False, f"database at revision {revision or '(empty)'}", "run `govuong migrate`"
        return
    yield True, f"database at revision {revision}", ""
    free = shutil.disk_usage(settings.files_dir if settings.files_dir.exists() else ".").free
    yield free > _LEAST_DISK, f"disk: {free / 1e9:.1f} GB free", "make room: a full disk stops everything"
    yield _modes(settings)
    yield _copies(settings, datetime.now(UTC))
    yield await _walls()
    try:
        parts = build(settings)
    except WrongSetting as lost:
        yield False, *_lost(str(lost))
        return
    try:
        yield _key(settings, parts.store)
        for finding in (*_places(parts), *_stored(parts.store), *_privacy(parts), *_jobs(parts)):
            yield finding
        if not parts.messengers:
            yield True, f"no {' or '.join(registry.settings_that_set_up())}: only the web page is served", ""
        for messenger in parts.messengers:
            async for finding in messenger.findings(parts.store):
                yield finding
    finally:
        for messenger in parts.messengers:
            await messenger.close()
        parts.store.close()


def _lost(said: str) -> tuple[str, str]:
    what, _, mend = said.partition("; ")
    return what, mend


def _key(settings: Settings, store: Store) -> Finding:
    """Whether everything that hides an author is sealed, and by which key."""
    stale, names = store.call(count_stale), store.call(needed.names)
    well = not stale and len(names) == 1
    what = "sealed by it" if well else "not all sealed by it"
    return well, f"main key {store.ring.ids[0]} in {settings.key_path}: {what}", "stop it and run `govuong rotate-key`"


def _modes(settings: Settings) -> Finding:
    """Whether others on this machine may read what is kept, or the secrets."""
    database = settings.database_url.removeprefix("sqlite:///")
    kept = [Path(f"{database}{ending}") for ending in ("", "-wal", "-shm")] if database != settings.database_url else []
    secrets = [Path(".env").absolute(), settings.key_path, *settings.secret_files]
    open_ones = [each for each in (*kept, *secrets, settings.files_dir) if _is_open(each)]
    what = f"others may read {', '.join(map(str, open_ones))}" if open_ones else "nobody else may read them"
    return not open_ones, f"files: {what}", f"chmod -R go= {' '.join(map(str, open_ones))}"


def _copies(settings: Settings, now: datetime) -> Finding:
    """Whether there is a verified copy that is not too old."""
    if settings.backup_to is None:
        return False, "no copy is made at night", "set BACKUP_TO to a folder, best on another disk (docs/van-hanh.md)"
    newest = next((each for each in manifest.copies(settings.backup_to) if each.manifest.is_verified), None)
    mend = "run `govuong backup`; it says what is in the way"
    if newest is None:
        return False, f"no verified copy in {settings.backup_to}", mend
    age = now - newest.manifest.made_at
    what = f"the newest verified copy is {age.total_seconds() / 3600:.0f} h old"
    return age < OLDEST_COPY, what, mend


def _is_open(path: Path) -> bool:
    """True for what is ours and others may read: it says so itself, and every folder above lets them pass."""
    if not path.exists() or path.stat().st_uid != os.getuid() or not path.stat().st_mode & 0o077:
        return False
    return all(folder.stat().st_mode & 0o011 for folder in path.absolute().parents)


async def _walls() -> Finding:
    """What the process that makes strangers' files anew could reach on this machine."""
    missing = await cleaning.missing_walls()
    return (
        not missing,
        "files of strangers are read "
        + (f"with {' and '.join(_IN_REACH.get(each, each) for each in missing)}" if missing else "within walls"),
        "use a Linux with Landlock (5.13) and seccomp, and a user who is not root; till then keep secrets elsewhere",
    )


def _places(parts: Parts) -> list[Finding]:
    """Whether files lie where the programs do not look for them."""
    there = elsewhere(parts.settings, parts.store)
    many = sum(1 for _ in there.names()) if there else 0
    what = f"{many} files lie where they are not looked for (FILES={parts.settings.files})"
    return [(False, what, "stop the programs, run `govuong files --move`")] if many else []


def _stored(store: Store) -> list[Finding]:
    unsolved = store.call(failed.unsolved)
    counts = store.call(outbox.counts)
    bound = store.call(chats.every_binding)
    roles = {each.role for each in bound}
    findings: list[Finding] = [
        (
            not unsolved,
            f"{len(unsolved)} updates could not be handled",
            "`govuong failed list`, then `govuong failed retry`",
        ),
        (True, f"outbox: {counts.get('waiting', 0)} waiting, {counts.get('given-up', 0)} given up", ""),
    ]
    findings += [
        (role in roles, f"{role} bound to a chat", f"`govuong bind-code {role}`, then type /gan CODE in its group")
        for role in ("task-group", "leadership")
    ]
    trouble = [each for each in bound if each.trouble]
    findings += [
        (False, f"group “{each.title}”: {each.trouble}", "add the bot again and make it administrator")
        for each in trouble
    ]
    return findings


def _privacy(parts: Parts) -> list[Finding]:
    """What retention takes within a fortnight if nothing holds it, and whom people call about their data."""
    counts: Counter[str] = Counter()
    for kept, _, _, number in parts.store.call(
        lambda tx: retention.outlook(tx, parts.province, ahead=retention.TOLD_BEFORE)
    ):
        counts[kept] += number
    told = ", ".join(f"{kept} of {number} cases" for kept, number in counts.items())
    findings: list[Finding] = [(True, f"over within {retention.TOLD_BEFORE.days} days, unless held: {told}", "")]
    if held := parts.store.call(aging.held):
        oldest = min(each.held_at for each in held if each.held_at).astimezone(parts.catalogue.timezone)
        codes = ", ".join(f"#{each.code}" for each in held[:_HELD])
        what = f"held by the task group beyond their time: {len(held)} cases, since {oldest:%Y-%m-%d}: {codes}"
        findings.append((True, what, ""))
    catalogue = parts.catalogue
    if catalogue.task_group_phone and not catalogue.privacy.telephone:
        what = f"the privacy notice names the task group's telephone, {catalogue.task_group_phone}"
        findings.append((False, what, "set telephone under [privacy] in province.toml"))
    return findings


def _jobs(parts: Parts) -> list[Finding]:
    """When each timed job runs next, and when one that is claimed ran last, in the province's time."""

    def told(instant: datetime | None) -> str:
        return f"{instant.astimezone(parts.catalogue.timezone):%a %Y-%m-%d %H:%M}" if instant else "never"

    findings: list[Finding] = []
    for job in timetable.jobs(parts.province):
        due = timetable.next_run(job, parts.clock())
        when = f"next {told(due)}" if due else f"every {job.trigger.interval.total_seconds():.0f} s"
        if job.claims:
            when += f", last ran {told(parts.store.call(partial(claims.last_claimed, job=job.claims)))}"
        findings.append((True, f"job {job.name}: {when}", ""))
    return findings
