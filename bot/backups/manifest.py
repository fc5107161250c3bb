"""What a copy says of itself: a folder is a copy once its manifest stands in it, and that is written last.

A folder of copies holds one folder a copy, named after its hour (UTC). What is not finished has a name that begins
with a dot, so nothing half made or half deleted is ever taken for a copy.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

MANIFEST = "manifest.json"
HALF = ".half-"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the copy as it lies there: encrypted, where the copy is."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was copied, counted in the same moment; `faults` are journals that did not verify then.

    `missing` are attachments the database knew and the disk had no more; `recipient` is whom it is encrypted to.
    """

    made_at: datetime
    database: str
    revision: str
    rows: dict[str, int]
    journals: int
    faults: list[str]
    recipient: str
    items: list[Item]
    missing: list[str] = field(default_factory=list)
    seconds: float = 0.0
    format: int = FORMAT

    @property
    def is_verified(self) -> bool:
        """True when every journal verified as it was copied."""
        return not self.faults

    @property
    def size(self) -> int:
        """All its bytes."""
        return sum(item.size for item in self.items)


@dataclass(frozen=True, slots=True)
class Copy:
    """A whole copy: where it lies, and what it says of itself."""

    folder: Path
    manifest: Manifest


def write(manifest: Manifest, folder: Path) -> None:
    """The last file of a copy, on disk before this returns."""
    half = folder / f"{HALF}{MANIFEST}"
    with half.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, ensure_ascii=False, indent=1, default=datetime.isoformat)
        file.flush()
        os.fsync(file.fileno())
    half.replace(folder / MANIFEST)


_READ: TypeAdapter[Manifest] = TypeAdapter(Manifest)


def read(folder: Path) -> Manifest | None:
    """What the copy in this folder says of itself; None where there is none that can be read."""
    with suppress(OSError, ValidationError, UnicodeDecodeError):
        return _READ.validate_json((folder / MANIFEST).read_bytes())
    return None


def copies(folder: Path) -> Iterator[Copy]:
    """Every whole copy in a folder of copies, or the folder itself if it is one; the newest first."""
    if manifest := read(folder):
        yield Copy(folder, manifest)
        return
    for each in sorted(folder.glob("[0-9]*"), reverse=True):
        if manifest := read(each):
            yield Copy(each, manifest)


def newest(folder: Path, **wanted: Any) -> Copy | None:
    """The newest whole copy whose manifest has these values, or None."""
    fits = (each for each in copies(folder) if all(getattr(each.manifest, name) == to for name, to in wanted.items()))
    return next(fits, None)
