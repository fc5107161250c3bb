"""An export is made: every table as JSON Lines, the attachments, the catalogue, a workbook for people, the manifest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from getpass import getuser
from pathlib import Path

from sqlmodel import select

from bot.exports import describing, manifest
from bot.exports.manifest import Item, Manifest, Refused, Writing
from bot.exports.workbook import workbook
from bot.wiring import Parts
from handlers.rights import accesses
from storage import files, migrations
from storage.blobs import Blobs
from storage.database import Tx
from storage.tables import Attachment
from storage.whole import rows
from storage.whole.shapes import NO_ROWS, Shape, shape_of, shapes

#: says how far it is: what, how many of how many
Tell = Callable[[str, int, int], None]
CATALOGUE = ("*.toml", "*.jsonl")
_PIECE = 1 << 16


class _Made:
    """What one look at the database gave: files, shapes, the numbers given out, the names of attachments."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.shapes: list[Shape] = shapes()
        self.numbers: dict[str, int] = {}
        self.names: list[str] = []
        self.database = ""


def make(parts: Parts, folder: Path, tell: Tell) -> Manifest:
    """Everything, as of one moment, into a folder that is empty; raises Refused for another."""
    empty(folder)
    parts.store.call(lambda tx: accesses.note_export(tx, parts.province, getuser()))
    made = parts.store.read(lambda tx: _tables(tx, parts, folder, tell))
    attached, missing = _attachments(parts.blobs, made.names, folder, tell)
    items = [*made.items, *attached, *catalogue(parts.settings.catalogue, folder)]
    items.append(manifest.written(folder, manifest.SCHEMA, describing.schema(made.shapes)))
    items.append(manifest.written(folder, manifest.README, describing.readme()))
    whole = Manifest(
        parts.clock().isoformat(),
        migrations.HEAD,
        made.database,
        is_open_data=False,
        items=items,
        numbers=made.numbers,
        missing=missing,
    )
    manifest.write(whole, folder)
    return whole


def empty(folder: Path) -> None:
    """Raises Refused for a folder with anything in it: an export is never mixed with another."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused(f"{folder}: not empty; name a folder of its own")


def _tables(tx: Tx, parts: Parts, folder: Path, tell: Tell) -> _Made:
    made = _Made()
    for shape in made.shapes:
        whole, file = rows.count(tx, shape), Writing(folder, f"tables/{shape.name}.jsonl")
        for row in rows.read(tx, shape):
            file.line(row)
            if file.rows % rows.AT_ONCE == 0 or file.rows == whole:
                tell(shape.name, file.rows, whole)
        made.items.append(file.done())
    made.items.append(workbook(tx, parts.catalogue, folder))
    made.numbers, made.names = rows.given_out(tx, made.shapes), sorted(_names(tx))
    made.database = tx.dialect
    return made


def _names(tx: Tx) -> set[str]:
    """The names under which the bytes of attachments lie."""
    known = tx.rows(select(Attachment.sha256, Attachment.ref))
    begun = len(files.BLOB)
    return {name for sha256, ref in known if (name := sha256 or (ref[begun:] if ref.startswith(files.BLOB) else ""))}


def _attachments(blobs: Blobs, names: list[str], folder: Path, tell: Tell) -> tuple[list[Item], list[str]]:
    """Their bytes as they lie, sealed where they are sealed; and the names of those nobody has."""
    items, missing = [], []
    for number, name in enumerate(names, 1):
        try:
            kept = blobs.open(name)
        except FileNotFoundError:
            missing.append(name)
            continue
        file = Writing(folder, f"files/{name[:2]}/{name}")
        with kept:
            while piece := kept.read(_PIECE):
                file.write(piece)
        items.append(file.done())
        tell("files", number, len(names))
    return items, missing


def catalogue(source: Path, folder: Path) -> Iterator[Item]:
    """The province's own files as they are."""
    for path in sorted(each for pattern in CATALOGUE for each in source.rglob(pattern)):
        yield manifest.written(folder, f"catalogue/{path.relative_to(source)}", path.read_bytes())


def shapes_of(folder: Path) -> list[Shape]:
    """The tables of the export, but for what never comes in; raises Refused for what is no description."""
    path = folder / manifest.SCHEMA
    try:
        found = [shape_of(each) for each in json.loads(path.read_text(encoding="utf-8"))["tables"]]
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise Refused(f"{path}: cannot be read ({type(error).__name__})") from error
    return [each for each in found if each.name not in NO_ROWS]
