"""Updates whose handler raised: kept whole until they are solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select, update

from storage.database import Tx
from storage.tables import FailedUpdate


@dataclass(frozen=True, slots=True)
class Failed:
    """An update whose handler raised."""

    id: int
    network: str
    incoming_id: str
    raw: str
    traceback: str
    at: datetime
    solved_at: datetime | None


def keep(tx: Tx, network: str, incoming: str, raw: str, traceback: str) -> int:
    """Keep an update that could not be handled, whole; its number."""
    return tx.add(FailedUpdate, network=network, incoming_id=incoming, raw=raw, traceback=traceback, at=tx.now)


def unsolved(tx: Tx) -> list[Failed]:
    """Up to 200 failed updates not solved yet, oldest first."""
    open_ones = select(FailedUpdate).where(col(FailedUpdate.solved_at).is_(None))
    return [_failed(row) for row in tx.rows(open_ones.order_by(col(FailedUpdate.id)).limit(200))]


def by_number(tx: Tx, number: int) -> Failed | None:
    """The failed update with this number, or None."""
    row = tx.first(select(FailedUpdate).where(FailedUpdate.id == number))
    return _failed(row) if row else None


def solve(tx: Tx, number: int) -> None:
    """The failed update has been handled after all; what it said is kept no longer."""
    solved = {"solved_at": tx.now, "raw": "", "traceback": ""}
    tx.run(update(FailedUpdate).where(col(FailedUpdate.id) == number).values(solved))


def _failed(row: Any) -> Failed:
    return Failed(row.id, row.network, row.incoming_id, row.raw, row.traceback, row.at, row.solved_at)
