"""A copy is made: database, attachments, catalogue, and last the manifest; only then it gets the name of a copy."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.backups import encryption, manifest, snapshots
from bot.backups.manifest import HALF, Copy, Item, Manifest
from bot.keys import ring_at
from bot.settings import Settings
from storage import migrations
from storage.blobs import Blobs, sync_folder

STAMP = "%Y-%m-%dT%H%M%SZ"


class Busy(Exception):  # noqa: N818  says what is the case, like a refusal
    """Another copy is being made in this folder just now."""


def make(settings: Settings, to: Path) -> Copy:
    """Copy everything into a new folder in `to`; raises Busy while another process does so."""
    with alone(to):
        for left in to.glob(f"{HALF}*"):
            shutil.rmtree(left)  # of a copy that was killed half way
        began, made_at = time.monotonic(), datetime.now(UTC)
        half = to / f"{HALF}{made_at:{STAMP}}"
        half.mkdir()
        try:
            found = _fill(settings, half, manifest.newest(to, recipient=settings.backup_key), made_at, began)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
        folder = to / f"{made_at:{STAMP}}"
        half.rename(folder)
        sync_folder(to)
    return Copy(folder, found)


def _fill(settings: Settings, half: Path, before: Copy | None, made_at: datetime, began: float) -> Manifest:
    """Every file of the copy, and at the end its manifest; what `before` has already is linked, not copied."""
    url, key = settings.database_url, settings.backup_key
    plain = half / "plain"
    plain.mkdir()
    facts = snapshots.take(url, plain, ring_at(settings))
    name = snapshots.NAMES[snapshots.kind_of(url)]
    items = [_put(plain / name, half, name, key)]
    shutil.rmtree(plain)
    described = sorted([*settings.catalogue.rglob("*.toml"), *settings.catalogue.rglob("*.jsonl")])
    items += [_put(each, half, f"catalogue/{each.relative_to(settings.catalogue)}", key) for each in described]
    attached, missing = _attachments(Blobs(settings.files_dir), facts.blobs, half, before, key)
    os.sync()
    found = Manifest(
        made_at=made_at,
        database=snapshots.kind_of(url),
        revision=migrations.HEAD,
        rows=facts.rows,
        journals=facts.journals,
        faults=facts.faults,
        recipient=key,
        items=[*items, *attached],
        missing=missing,
        seconds=round(time.monotonic() - began, 1),
    )
    manifest.write(found, half)
    sync_folder(half)
    return found


def _attachments(
    blobs: Blobs, names: list[str], half: Path, before: Copy | None, key: str
) -> tuple[list[Item], list[str]]:
    """The attachments' bytes, which never change under their name; and the names of those that are not there."""
    known = {item.path: item for item in before.manifest.items} if before else {}
    items, missing = [], []
    for name in names:
        path = f"files/{name[:2]}/{name}"
        had = known.get(_named(path, key))
        if had and before and _linked(before.folder, half, had):
            items.append(had)
            continue
        try:
            items.append(_put(blobs.path(name), half, path, key))
        except FileNotFoundError:
            missing.append(name)
    return items, missing


def _put(source: Path, half: Path, path: str, key: str) -> Item:
    named = _named(path, key)
    with source.open("rb") as file:
        (half / named).parent.mkdir(parents=True, exist_ok=True)
        with (half / named).open("wb") as target:
            written = encryption.write(file, target, key)
    return Item(named, written.size, written.sha256)


def _named(path: str, key: str) -> str:
    return f"{path}{encryption.ENDING}" if key else path


def _linked(before: Path, half: Path, item: Item) -> bool:
    """The same file once more, without its bytes; False where that is not possible, or it is not what it was."""
    source, target = before / item.path, half / item.path
    with contextlib.suppress(OSError):
        if source.stat().st_size == item.size:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target)
            return True
    return False


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else copies into this folder while the block does; raises Busy."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"{folder}: another copy is being made there just now") from None
        yield
