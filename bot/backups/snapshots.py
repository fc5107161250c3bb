"""The database as of one moment, while it is written to, and what is counted in that moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import make_url, text
from sqlmodel import SQLModel, select

from bot.backups import postgresql
from handlers.admin import audit
from storage import files
from storage.database import Tx
from storage.engines import open_store
from storage.sealing.ring import LOST, Ring
from storage.tables import FileChunk

T = TypeVar("T")
SQLITE, POSTGRESQL = "sqlite", "postgresql"
#: the name of the database's file in a copy
NAMES = {SQLITE: "database.db", POSTGRESQL: "database.dump"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a database holds: rows by table, journals and what is wrong with them.

    `blobs` are the names of the bytes it needs from elsewhere: not those that lie in itself.
    """

    rows: dict[str, int]
    journals: int
    faults: list[str]
    blobs: list[str]


def kind_of(url: str) -> str:
    """`sqlite` or `postgresql`."""
    return make_url(url).get_backend_name()


def sqlite_path(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(make_url(url).database or "").absolute()


def take(url: str, folder: Path, ring: Ring) -> Facts:
    """Copy the database into the folder, under its name of `NAMES`, and look at every journal of what was copied."""
    target = folder / NAMES[kind_of(url)]
    if kind_of(url) == POSTGRESQL:
        return _asked(url, lambda tx: _dumped(tx, url, target), ring)
    copy_sqlite(sqlite_path(url), target)
    found = facts(f"sqlite:///{target}", ring)
    return replace(found, faults=[*check_sqlite(target), *found.faults])


def copy_sqlite(path: Path, target: Path) -> None:
    """All pages in one step: whoever writes meanwhile waits for nothing, and the copy is of one moment."""
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=-1)


def check_sqlite(path: Path) -> list[str]:
    """What SQLite itself finds wrong with the file; it is one file afterwards, with no log beside it."""
    with closing(sqlite3.connect(path)) as copy:
        said = [row[0] for row in copy.execute("pragma quick_check(9)")]
        copy.execute("pragma journal_mode=delete")
    return [f"database: {line}" for line in said if line != "ok"]


def facts(url: str, ring: Ring) -> Facts:
    """What a database of the newest shape holds; raises LostKey where the ring does not open its journals."""
    return _asked(url, _facts, ring)


def counted(url: str, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each of these tables has, in a database of any shape."""
    return _asked(url, lambda tx: _rows(tx, tables), LOST)


def _asked(url: str, question: Callable[[Tx], T], ring: Ring) -> T:
    store = open_store(url, lambda: datetime.now(UTC), "")
    store.ring = ring
    try:
        return store.read(question)
    finally:
        store.close()


def _dumped(tx: Tx, url: str, target: Path) -> Facts:
    """Dumped and counted in the same snapshot, so what was counted is what was dumped."""
    postgresql.dump(url, target, tx.first(text("select pg_export_snapshot() as name")).name)
    return _facts(tx)


def _facts(tx: Tx) -> Facts:
    checked, faults = audit.verify(audit.Within(tx))
    within = {row.name for row in tx.rows(select(FileChunk.name).distinct())}
    blobs = [name for name in files.every_name(tx) if name not in within]
    return Facts(_rows(tx, SQLModel.metadata.tables), checked, faults, blobs)


def _rows(tx: Tx, tables: Iterable[str]) -> dict[str, int]:
    counts = {name: text(f'select count(*) as number from "{name}"') for name in sorted(tables)}  # noqa: S608  ours
    return {name: int(tx.first(statement).number) for name, statement in counts.items()}
