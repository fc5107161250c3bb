"""The journal of what was changed in the catalogue on the board: who, when, the entry's text before and after.

The files are what counts. The journal says how they came about, and brings a change to the folders of other machines.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from storage.database import Tx
from storage.tables import CatalogueChange

#: an answer kept for the next time: it stands in the database, not in a file
CANNED = "canned"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry (`table` and `key`) as it was and as it is, "" where there was or is none."""

    id: int
    at: datetime
    by: str
    table: str
    key: str
    before: str
    after: str

    @property
    def mark(self) -> str:
        """Tells it from a change that has the same number in another database."""
        told = (self.at.isoformat(), self.table, self.key, self.before, self.after)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def note(tx: Tx, by: str, table: str, key: str, before: str, after: str) -> int:
    """Write a change down; its number."""
    return tx.add(CatalogueChange, at=tx.now, by=by, entry=table, key=key, before=before, after=after)


def after(tx: Tx, number: int) -> list[Change]:
    """The changes of files that come after this one, in their order."""
    wanted = select(CatalogueChange).where(col(CatalogueChange.id) > number, col(CatalogueChange.entry) != CANNED)
    return [_change(row) for row in tx.rows(wanted.order_by(col(CatalogueChange.id)))]


def newest(tx: Tx) -> Change | None:
    """The newest change of a file, or None."""
    wanted = select(CatalogueChange).where(col(CatalogueChange.entry) != CANNED)
    row = tx.first(wanted.order_by(col(CatalogueChange.id).desc()).limit(1))
    return _change(row) if row else None


def get(tx: Tx, number: int) -> Change | None:
    """One of them, or None."""
    row = tx.first(select(CatalogueChange).where(col(CatalogueChange.id) == number))
    return _change(row) if row else None


def last_of(tx: Tx, table: str, key: str) -> Change | None:
    """The last change of an entry, or None."""
    its = select(CatalogueChange).where(col(CatalogueChange.entry) == table, col(CatalogueChange.key) == key)
    row = tx.first(its.order_by(col(CatalogueChange.id).desc()).limit(1))
    return _change(row) if row else None


def page(tx: Tx, before: int, most: int) -> list[Change]:
    """So many changes, the newest first; with a number, those before it."""
    wanted = select(CatalogueChange).order_by(col(CatalogueChange.id).desc()).limit(most)
    return [_change(row) for row in tx.rows(wanted.where(col(CatalogueChange.id) < before) if before else wanted)]


def _change(row: Any) -> Change:
    return Change(row.id, row.at, row.by, row.entry, row.key, row.before, row.after)
