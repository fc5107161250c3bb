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
    whole = _sealed(tx, network, incoming, raw, traceback)
    return tx.add(FailedUpdate, network=network, incoming_id=incoming, at=tx.now, **whole)


def unsolved(tx: Tx) -> list[Failed]:
    """Up to 200 failed updates not solved yet, oldest first."""
    open_ones = select(FailedUpdate).where(col(FailedUpdate.solved_at).is_(None))
    return [_failed(tx, row) for row in tx.rows(open_ones.order_by(col(FailedUpdate.id)).limit(200))]


def of_network(tx: Tx, network: str) -> list[Failed]:
    """Everything of a network that could not be handled, solved or not."""
    return [_failed(tx, row) for row in tx.rows(select(FailedUpdate).where(FailedUpdate.network == network))]


def by_number(tx: Tx, number: int) -> Failed | None:
    """The failed update with this number, or None."""
    row = tx.first(select(FailedUpdate).where(FailedUpdate.id == number))
    return _failed(tx, row) if row else None


def solve(tx: Tx, number: int) -> None:
    """The failed update has been handled after all; what it said is kept no longer."""
    solved = {"solved_at": tx.now, "raw": "", "traceback": ""}
    tx.run(update(FailedUpdate).where(col(FailedUpdate.id) == number).values(solved))


def seal_anew(tx: Tx, row: Any) -> None:
    """The same update by the newest key."""
    kept = _failed(tx, row)
    anew = _sealed(tx, row.network, row.incoming_id, kept.raw, kept.traceback)
    tx.run(update(FailedUpdate).where(col(FailedUpdate.id) == row.id).values(anew))


def _sealed(tx: Tx, network: str, incoming: str, raw: str, traceback: str) -> dict[str, str]:
    place = ("failed_updates", network, incoming)
    said = {"raw": raw, "traceback": traceback}
    return {what: tx.ring.seal_text(text, *place, what) for what, text in said.items()}


def _failed(tx: Tx, row: Any) -> Failed:
    place = ("failed_updates", row.network, row.incoming_id)
    raw, traceback = (tx.ring.open_text(getattr(row, what), *place, what) for what in ("raw", "traceback"))
    return Failed(row.id, row.network, row.incoming_id, raw, traceback, row.at, row.solved_at)
