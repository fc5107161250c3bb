"""Attachments in the database, in chunks: written in one transaction, read one chunk at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import bindparam
from sqlmodel import col, delete, func, select

from storage.blobs import Blobs, end_of_day
from storage.database import Store, Tx
from storage.statements import Prepared
from storage.tables import FileChunk

#: bytes; large enough that a photo is a few rows, small enough that many readers at once take little memory
CHUNK = 256 * 1024
AT_ONCE = 1000

_ONE = Prepared(
    select(FileChunk.content).where(
        col(FileChunk.name) == bindparam("called"), col(FileChunk.number) == bindparam("place")
    )
)


class ChunkedBlobs(Blobs):
    """What `Blobs` keeps in a folder, in a table; its methods are called from threads, never from the event loop."""

    def __init__(self, store: Store) -> None:
        super().__init__(Path(), store.ring)
        self._store = store

    def write(self, name: str, write: Callable[[BinaryIO], object]) -> None:
        self.path(name)  # the same names, and no others

        def insert(tx: Tx) -> None:
            file = _Writing(tx, name)
            write(cast("BinaryIO", file))
            file.finish()

        self._store.call(insert)

    def open(self, name: str) -> BinaryIO:
        return cast("BinaryIO", io.BufferedReader(_Reading(self._store, name, self.size(name)), CHUNK))

    def size(self, name: str) -> int:
        whole = select(func.sum(func.length(col(FileChunk.content))).label("size")).where(FileChunk.name == name)
        size = self._store.call(lambda tx: tx.first(whole)).size
        if size is None:
            raise FileNotFoundError(name)
        return int(size)

    def remove(self, name: str) -> None:
        self._store.call(lambda tx: _remove(tx, [name]))

    def remove_all(self, names: Iterable[str]) -> None:
        """Called after a commit, perhaps from the event loop: nobody waits, and the daily sweep finds what is left."""
        these = list(names)
        self._store.leave(lambda tx: _remove(tx, these))

    def untouched_since(self, instant: datetime) -> list[str]:
        old = select(FileChunk.name).where(col(FileChunk.number) == 0, col(FileChunk.at) < instant)
        return [row.name for row in self._store.call(lambda tx: tx.rows(old))]

    def names(self) -> Iterator[str]:
        last = ""
        while found := self._store.call(lambda tx, last=last: tx.rows(_after(last))):  # type: ignore[misc]
            yield from (row.name for row in found)
            last = found[-1].name

    def room(self) -> float:
        """The disk is the database server's, which refuses what it has no room for."""
        return float("inf")


def _after(name: str) -> Any:
    first = col(FileChunk.number) == 0
    return select(FileChunk.name).where(first, col(FileChunk.name) > name).order_by(FileChunk.name).limit(AT_ONCE)


def _remove(tx: Tx, names: list[str]) -> None:
    tx.run(delete(FileChunk).where(col(FileChunk.name).in_(names)))


class _Writing(io.RawIOBase):
    """Every chunk but the last is full; an empty file is one row, too."""

    def __init__(self, tx: Tx, name: str) -> None:
        self._tx, self._name, self._number = tx, name, 0
        self._gathered = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._gathered += piece
        while len(self._gathered) > CHUNK:
            self._put(CHUNK)
        return len(piece)

    def finish(self) -> None:
        """Nothing more comes."""
        self._put(CHUNK)

    def _put(self, size: int) -> None:
        content = bytes(self._gathered[:size])
        self._tx.put(FileChunk, name=self._name, number=self._number, content=content, at=end_of_day())
        self._number += 1
        del self._gathered[:size]


class _Reading(io.RawIOBase):
    """One chunk in memory, read again wherever somebody seeks to."""

    def __init__(self, store: Store, name: str, size: int) -> None:
        self._store, self._name, self._size = store, name, size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, room: Any) -> int:
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, CHUNK)
        row = self._store.call(lambda tx: tx.first(_ONE, called=self._name, place=number))
        if row is None:
            raise FileNotFoundError(self._name)
        piece = bytes(row.content)[within : within + len(room)]
        room[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
