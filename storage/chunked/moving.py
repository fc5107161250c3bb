"""Attachments change their place: copied, read back and compared, and only then removed where they were.

Whenever it is killed, each file lies whole in at least one place, and the next run goes on.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from storage.blobs import Blobs

_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Moved:
    """One file that has changed its place, and how large it is."""

    name: str
    size: int


class NotTheSameError(Exception):
    """What was written is not what was read: nothing has been removed."""


def move(source: Blobs, target: Blobs) -> Iterator[Moved]:
    """Every file of one place to the other, one after another; raises NotTheSameError."""
    for name in source.names():
        digest = _digest(source, name)
        if not _has(target, name) or _digest(target, name) != digest:
            target.remove(name)
            with source.open(name) as file:
                target.write(name, lambda to, file=file: shutil.copyfileobj(file, to, _PIECE))  # type: ignore[misc]
            if _digest(target, name) != digest:
                raise NotTheSameError(name)
        size = source.size(name)
        source.remove(name)
        yield Moved(name, size)


def _has(blobs: Blobs, name: str) -> bool:
    try:
        blobs.size(name)
    except FileNotFoundError:
        return False
    return True


def _digest(blobs: Blobs, name: str) -> bytes:
    whole = hashlib.sha256()
    with blobs.open(name) as file:
        while piece := file.read(_PIECE):
            whole.update(piece)
    return whole.digest()
