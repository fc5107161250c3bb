"""Bytes on disk, named by their SHA-256: what a sender calls a file never becomes a path."""

from __future__ import annotations

import contextlib
import hashlib
import os
import uuid
from datetime import datetime
from pathlib import Path


class Blobs:
    """A folder of files by content; the same bytes are kept once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie; raises ValueError for anything but 64 hex digits."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):  # noqa: PLR2004
            msg = "not a SHA-256"
            raise ValueError(msg)
        return self.folder / sha256[:2] / sha256

    def put(self, content: bytes) -> str:
        """Keep the bytes, on disk before this returns; their hash."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        if path.exists():
            os.utime(path)  # wanted again: the sweep of what nobody knows any more leaves it alone
            return sha256
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.folder)
        half = path.with_suffix(f".{uuid.uuid4().hex}.part")
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        _sync_folder(path.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes; raises FileNotFoundError when they are gone."""
        return self.path(sha256).read_bytes()

    def remove(self, sha256: str) -> None:
        """Keep the bytes no longer; nothing happens when they are gone."""
        self.path(sha256).unlink(missing_ok=True)

    def untouched_since(self, instant: datetime) -> list[str]:
        """The hashes of files not put since an instant; halves left by a crash before then are removed."""
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


def _sync_folder(folder: Path) -> None:
    """Without this a power cut can forget the new name although the bytes are there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
