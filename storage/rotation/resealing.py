"""Everything sealed comes under the newest key, a batch a transaction: it may be stopped anywhere and begun again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from storage import files
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.rotation.kinds import KINDS, Kind, is_stale, rows_after


def seal_all_anew(store: Store, blobs: Blobs) -> Iterator[tuple[str, int]]:
    """What has just been sealed anew, in what table ("files": those on disk), and how much of it.

    Nobody else may write meanwhile. What lay plain from before there was a key is sealed with the rest.
    """
    for kind in KINDS:
        for many in _table(store, kind):
            yield str(kind.model.__tablename__), many
    for many in _files(store, blobs):
        yield "files", many


def count_stale(tx: Tx) -> int:
    """How many of the first rows of each table are not under the newest key: the eldest are the ones forgotten."""
    newest = tx.ring.newest
    return sum(is_stale(kind, row, newest) for kind in KINDS for row in rows_after(tx, kind, None))


def _table(store: Store, kind: Kind) -> Iterator[int]:
    last: Any = None
    while True:
        last, many = store.call(partial(_batch, kind=kind, last=last))
        if last is None:
            return
        yield many


def _batch(tx: Tx, kind: Kind, last: Any) -> tuple[Any, int]:
    """The last row looked at, None when there were no more, and how many were sealed anew."""
    tx.erases = True  # what was sealed by the key before is not to be found either
    rows, newest = rows_after(tx, kind, last), tx.ring.newest
    stale = [row for row in rows if is_stale(kind, row, newest)]
    for row in stale:
        kind.again(tx, row)
    return (rows[-1] if rows else None), len(stale)


def _files(store: Store, blobs: Blobs) -> Iterator[int]:
    newest = store.ring.newest.id.hex()
    for name in list(blobs.names()):
        key = blobs.key_of(name)
        if key == newest or (not key and not store.call(partial(files.is_original, name=name))):
            continue
        blobs.seal_as(name, blobs.get(name))
        yield 1
