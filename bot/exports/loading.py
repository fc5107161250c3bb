"""An export comes into an empty database of either kind: all of it in one transaction, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.exports import manifest
from bot.exports.making import Tell, shapes_of
from bot.exports.manifest import Manifest, Refused
from bot.settings import Settings
from storage import migrations
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.whole import rows
from storage.whole.shapes import FILES, NO_ROWS, Shape

#: the one table that the migrations themselves fill
_REVISION = frozenset({"alembic_version"})


def check(folder: Path, tell: Tell) -> tuple[Manifest, list[Shape]]:
    """The export, each of its files found to be what its manifest says; raises Refused."""
    told = manifest.read(folder)
    if told.is_open_data:
        raise Refused(f"{folder}: open data names nobody and is no copy; `govuong export` without --open-data is")
    if told.revision > migrations.HEAD:
        raise Refused(f"{folder}: made by a newer version ({told.revision}) than this one ({migrations.HEAD})")
    for number, _ in enumerate(manifest.verified(folder, told), 1):
        tell("checked", number, len(told.items))
    return told, shapes_of(folder)


def prepare(settings: Settings, told: Manifest) -> None:
    """The tables as they were when the export was made; raises Refused where there are tables of another shape."""
    there = migrations.current(settings.database_url)
    if there not in {"", told.revision}:
        raise Refused(f"DATABASE_URL: has the shape {there}, the export {told.revision}: name a new database")
    if not there:
        migrations.upgrade(settings.database_url, told.revision)


def load(store: Store, folder: Path, told: Manifest, shapes: list[Shape], tell: Tell) -> None:
    """Put every row in; raises Refused for a database that has any, and then nothing has changed."""
    lines = {item.path: item.rows for item in told.items}

    def work(tx: Tx) -> None:
        _only_empty(tx, shapes)
        for shape in shapes:
            path, done = f"tables/{shape.name}.jsonl", 0
            for many in rows.write(tx, shape, _lines(folder / path)):
                done += many
                tell(shape.name, done, lines.get(path, 0))
            if done != lines.get(path):
                raise Refused(f"{path}: {done} rows, and the manifest says {lines.get(path)}")
        rows.go_on_from(tx, shapes, told.numbers)

    store.call(work)


def check_empty(store: Store, shapes: list[Shape]) -> None:
    """Raises Refused for a database in which anything stands, or whose tables are not those of the export."""
    store.call(lambda tx: _only_empty(tx, shapes))


def _only_empty(tx: Tx, shapes: list[Shape]) -> None:
    """Every table that is there is asked, whichever the export tells of; files may be there from a broken off one."""
    there = rows.tables(tx) - _REVISION
    if used := rows.filled(tx, sorted(there - {FILES})):
        raise Refused(f"DATABASE_URL: the database is in use (there are {used}): name an empty one")
    if others := (there ^ {each.name for each in shapes}) - NO_ROWS:
        raise Refused(f"{manifest.SCHEMA}: its tables are not those of the database ({', '.join(sorted(others))})")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)


def load_files(blobs: Blobs, folder: Path, told: Manifest, tell: Tell) -> int:
    """The attachments' bytes, under their own names; how many."""
    paths = [folder / item.path for item in told.items if item.path.startswith("files/")]
    for number, path in enumerate(paths, 1):
        if not _is_there(blobs, path):  # an import that was broken off has put some of them
            blobs.write(path.name, lambda file, path=path: _copy(path, file))  # type: ignore[misc]
        tell("files", number, len(paths))
    return len(paths)


def _is_there(blobs: Blobs, path: Path) -> bool:
    try:
        return blobs.size(path.name) == path.stat().st_size
    except FileNotFoundError:
        return False


def _copy(path: Path, target: Any) -> None:
    with path.open("rb") as source:
        while piece := source.read(1 << 16):
            target.write(piece)
