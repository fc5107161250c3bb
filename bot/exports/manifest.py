"""What an export says of itself. It is written last: a folder without it is half finished, and nothing reads it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

MANIFEST, SCHEMA, README = "manifest.json", "schema.json", "README.md"
FORMAT = 1
_PIECE = 1 << 20


class Refused(Exception):  # noqa: N818  says what is the case, like a refusal
    """The export cannot be made or read; the message is the one line that says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the export; `rows` of a table, 0 for any other file."""

    path: str
    size: int
    sha256: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was exported: by which shape of the database, and every file with its hash.

    `numbers` are the last that each table has given out; `missing` attachments the database knows and nobody has.
    """

    made_at: str
    revision: str
    database: str
    is_open_data: bool
    items: list[Item]
    numbers: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


_MANIFEST = TypeAdapter(Manifest)


def write(manifest: Manifest, folder: Path) -> None:
    """Say that the export is whole: everything else is on the disk before this is."""
    os.sync()
    half = folder / f".{MANIFEST}"
    half.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
    half.replace(folder / MANIFEST)
    os.sync()


def read(folder: Path) -> Manifest:
    """The manifest of a whole export; raises Refused for a folder that is none."""
    path = folder / MANIFEST
    if not path.exists():
        raise Refused(f"{folder}: no {MANIFEST}: no export, or one that was broken off; make it anew")
    try:
        manifest = _MANIFEST.validate_json(path.read_bytes())
    except ValidationError as error:
        raise Refused(f"{path}: cannot be read ({error.error_count()} faults)") from error
    if manifest.format != FORMAT:
        raise Refused(f"{path}: written by another version of the program (format {manifest.format})")
    return manifest


def verified(folder: Path, manifest: Manifest) -> Iterator[Item]:
    """Every file as it is found to be what the manifest says; raises Refused for the first that is not."""
    for item in manifest.items:
        path = folder / item.path
        if not path.resolve().is_relative_to(folder.resolve()):
            raise Refused(f"{item.path}: lies outside the export")
        try:
            with path.open("rb") as file:
                found = digest(file)
        except OSError as error:
            raise Refused(f"{item.path}: is not there ({error.strerror})") from error
        if found != item.sha256:
            raise Refused(f"{item.path}: is not what was exported; its hash is another")
        yield item


def digest(file: BinaryIO) -> str:
    """The SHA-256 of what is left of a file."""
    whole = hashlib.sha256()
    while piece := file.read(_PIECE):
        whole.update(piece)
    return whole.hexdigest()


class Writing:
    """A file of the export being written, counted and hashed on the way."""

    def __init__(self, folder: Path, path: str) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._file = path, target.open("xb")
        self._hash, self._size, self.rows = hashlib.sha256(), 0, 0

    def write(self, content: bytes) -> None:
        """Some more of it."""
        self._file.write(content)
        self._hash.update(content)
        self._size += len(content)

    def line(self, row: Any) -> None:
        """One more row."""
        self.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        self.rows += 1

    def done(self) -> Item:
        """What the manifest says of it."""
        self._file.close()
        return Item(self._path, self._size, self._hash.hexdigest(), self.rows)


def written(folder: Path, path: str, content: bytes) -> Item:
    """A small file, whole."""
    file = Writing(folder, path)
    file.write(content)
    return file.done()
