"""Bytes on disk under names drawn at random: what a sender calls a file never becomes a path, and nothing joins two.

Equal bytes lie under unequal names: the same photo, sent once with a name and once with none, stays two photos.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

_LETTERS = 64
_A_DAY = 86_400


class Blobs:
    """A folder of files; what is put twice is kept twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the bytes of this name lie; raises ValueError for anything but 64 hex digits."""
        if len(name) != _LETTERS or not set(name) <= set("0123456789abcdef"):
            msg = "not the name of a blob"
            raise ValueError(msg)
        return self.folder / name[:2] / name

    def put(self, content: bytes) -> str:
        """Keep the bytes, on disk before this returns; their name."""
        name = secrets.token_hex(_LETTERS // 2)
        path = self.path(name)
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.folder)
        half = path.with_suffix(".part")
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.utime(half, times=(tomorrow := _tomorrow(), tomorrow))
        half.replace(path)
        _sync_folder(path.parent)
        return name

    def get(self, name: str) -> bytes:
        """The bytes; raises FileNotFoundError when they are gone."""
        return self.path(name).read_bytes()

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


def _tomorrow() -> float:
    """The end of this day: the minute at which a file was put would join it to whoever was here then."""
    return (time.time() // _A_DAY + 1) * _A_DAY


def _sync_folder(folder: Path) -> None:
    """Without this a power cut can forget the new name although the bytes are there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
