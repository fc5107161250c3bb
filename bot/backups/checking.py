"""Whether a copy is what its manifest says: every byte, every row, every journal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.backups import encryption, postgresql, snapshots
from bot.backups.manifest import Copy, Item
from storage import migrations
from storage.sealing.ring import Ring


def bytes_of(copy: Copy) -> list[str]:
    """A line for each file that is missing or not what it was."""
    wrong = []
    for item in copy.manifest.items:
        path = copy.folder / item.path
        if not path.is_file():
            wrong.append(f"{item.path}: missing")
        elif path.stat().st_size != item.size or _hash(path) != item.sha256:
            wrong.append(f"{item.path}: not what was copied")
    return wrong


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(copy: Copy, item: Item, target: Path, key: Path | None) -> None:
    """One file of the copy, decrypted if need be; raises WrongKey."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (copy.folder / item.path).open("rb") as source, target.open("wb") as file:
        encryption.read(source, file, key if copy.manifest.recipient else None)


def attachments(copy: Copy) -> Iterator[tuple[str, Item]]:
    """The name of each attachment's bytes, and the file of the copy that holds them."""
    for item in copy.manifest.items:
        if item.path.startswith("files/"):
            yield Path(item.path.removesuffix(encryption.ENDING)).name, item


def database(copy: Copy) -> Item:
    """The file that holds the database."""
    name = snapshots.NAMES[copy.manifest.database]
    return next(each for each in copy.manifest.items if each.path.removesuffix(encryption.ENDING) == name)


@contextmanager
def unpacked(copy: Copy, url: str, scratch: Path, key: Path | None, name: str) -> Iterator[str]:
    """The address of the copy's database, unpacked: a file in `scratch`, or a database `name` on the server of `url`.

    What was made on a server goes at the end of the block, unless it has been renamed in it.
    """
    path = scratch / snapshots.NAMES[copy.manifest.database]
    unpack(copy, database(copy), path, key)
    if copy.manifest.database == snapshots.SQLITE:
        yield f"sqlite:///{path}"
        return
    try:
        there = postgresql.create(url, name)
        postgresql.load(there, path)
        path.unlink()
        yield there
    finally:
        postgresql.drop(url, name)


def contents(copy: Copy, url: str, ring: Ring) -> list[str]:
    """A line for each thing the unpacked database tells otherwise than the manifest; brings it to the newest shape."""
    told = copy.manifest
    counts = snapshots.counted(url, told.rows)
    wrong = [
        f"{name}: {counts[name]} rows, copied were {rows}" for name, rows in told.rows.items() if counts[name] != rows
    ]
    migrations.upgrade(url)
    found = snapshots.facts(url, ring)
    if found.journals != told.journals:
        wrong.append(f"{found.journals} journals, copied were {told.journals}")
    wrong += found.faults
    here = {name for name, _ in attachments(copy)} | set(told.missing)
    return wrong + [f"attachment {name}: not in the copy" for name in found.blobs if name not in here]
