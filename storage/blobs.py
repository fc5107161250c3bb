"""Bytes on disk under names drawn at random: what a sender calls a file never becomes a path, and nothing joins two.

Equal bytes lie under unequal names: the same photo, sent once with a name and once with none, stays two photos.
Where several machines share a database, they lie there instead (storage/chunked), with the same methods.
What somebody sent lies sealed; what was made anew of it, for everybody to see, lies as it is.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from storage.sealing import content as sealed
from storage.sealing.ring import LOST, Ring

_LETTERS = 64
_PIECE = 64 * 1024


class Blobs:
    """A folder of files; what is put twice is kept twice."""

    def __init__(self, folder: Path, ring: Ring = LOST) -> None:
        self.folder = folder
        self.ring = ring

    def path(self, name: str) -> Path:
        """Where the bytes of this name lie; raises ValueError for anything but 64 hex digits."""
        if len(name) != _LETTERS or not set(name) <= set("0123456789abcdef"):
            msg = "not the name of a blob"
            raise ValueError(msg)
        return self.folder / name[:2] / name

    def put(self, content: bytes) -> str:
        """Keep the bytes as they are, safe before this returns; their name."""
        name = secrets.token_hex(_LETTERS // 2)
        self.write(name, lambda file: file.write(content))
        return name

    def seal(self, content: bytes) -> str:
        """Keep the bytes sealed, safe before this returns; their name."""
        name = secrets.token_hex(_LETTERS // 2)
        self.seal_as(name, content)
        return name

    def seal_as(self, name: str, content: bytes) -> None:
        """The same under this name."""
        self.write(name, lambda file: sealed.write(file, content, self.ring, name))

    def get(self, name: str) -> bytes:
        """The bytes; raises FileNotFoundError when they are gone, LostKey or NotAsSealed where they stay shut."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same, a piece after the other."""
        with self.open(name) as file:
            if sealed.is_sealed(file):
                yield from sealed.pieces(file, self.ring, name)
                return
            while piece := file.read(_PIECE):
                yield piece

    def length(self, name: str) -> int:
        """How many bytes `get` gives; raises FileNotFoundError when they are gone."""
        with self.open(name) as file:
            kept = self.size(name)
            return sealed.length_within(kept) if sealed.is_sealed(file) else kept

    def key_of(self, name: str) -> str:
        """The name of the key they are sealed under, "" when they lie as they are."""
        with self.open(name) as file:
            return sealed.key_of(file) if sealed.is_sealed(file) else ""

    def file(self, name: str) -> Blob:
        """What reads them when it is asked."""
        return Blob(self, name)

    # ------------------------------------------------------------ what another place does in its own way

    def write(self, name: str, write: Callable[[BinaryIO], object]) -> None:
        """Keep under this name what `write` writes, whole or not at all."""
        path = self.path(name)
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self.folder)
        half = path.with_suffix(".part")
        with half.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.utime(half, times=(then := end_of_day().timestamp(), then))
        half.replace(path)
        sync_folder(path.parent)

    def open(self, name: str) -> BinaryIO:
        """What is kept under this name, to be read; raises FileNotFoundError when it is gone."""
        return self.path(name).open("rb")

    def size(self, name: str) -> int:
        """How many bytes are kept; raises FileNotFoundError when they are gone."""
        return self.path(name).stat().st_size

    def remove(self, name: str) -> None:
        """Keep the bytes no longer; nothing happens when they are gone."""
        self.path(name).unlink(missing_ok=True)

    def remove_all(self, names: Iterable[str]) -> None:
        """Keep none of these any longer."""
        for name in names:
            self.remove(name)

    def untouched_since(self, instant: datetime) -> list[str]:
        """The names of files put before the day of an instant; halves left by a crash before then are removed."""
        found = []
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime >= instant.timestamp():
                    continue
                if path.suffix == ".part":
                    path.unlink()
                else:
                    found.append(path.name)
        return found

    def names(self) -> Iterator[str]:
        """Of everything that is kept, one after another."""
        return (path.name for path in self.folder.glob("??/*") if not path.suffix)

    def room(self) -> float:
        """Bytes that may still be put, as far as that can be known."""
        there = next(each for each in (self.folder, *self.folder.absolute().parents) if each.exists())
        return shutil.disk_usage(there).free


@dataclass(frozen=True, slots=True)
class Blob:
    """One of them, to be read when somebody wants its bytes."""

    blobs: Blobs
    name: str

    def read_bytes(self) -> bytes:
        """As `Blobs.get`."""
        return self.blobs.get(self.name)


def end_of_day() -> datetime:
    """When a file is said to have been put: its minute would join it to whoever was here then."""
    return (datetime.now(UTC) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def sync_folder(folder: Path) -> None:
    """Without this a power cut can forget the new name although the bytes are there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
