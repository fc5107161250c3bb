"""Updates whose handler raised: kept whole until they are solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, literal, select, update

from storage.database import Tx
from storage.statements import Statement, put, table
from storage.tables import FailedUpdate

_FAILED = table(FailedUpdate)
_KEEP = put(FailedUpdate, "network", "incoming_id", "raw", "traceback", "at", returning="id")
_OPEN = Statement(select(_FAILED).where(_FAILED.c.solved_at.is_(None)).order_by(_FAILED.c.id).limit(200))
_ONE = Statement(select(_FAILED).where(_FAILED.c.id == bindparam("failed")))
_SOLVED = Statement(
    update(_FAILED)
    .where(_FAILED.c.id == bindparam("failed"))
    .values(solved_at=bindparam("instant"), raw=literal(""), traceback=literal(""))
)


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
    row = tx.first(_KEEP, network=network, incoming_id=incoming, raw=raw, traceback=traceback, at=tx.now)
    return int(row.id)


def unsolved(tx: Tx) -> list[Failed]:
    """Up to 200 failed updates not solved yet, oldest first."""
    return [_failed(row) for row in tx.rows(_OPEN)]


def by_number(tx: Tx, number: int) -> Failed | None:
    """The failed update with this number, or None."""
    row = tx.first(_ONE, failed=number)
    return _failed(row) if row else None


def solve(tx: Tx, number: int) -> None:
    """The failed update has been handled after all; what it said is kept no longer."""
    tx.run(_SOLVED, failed=number, instant=tx.now)


def _failed(row: Any) -> Failed:
    return Failed(row.id, row.network, row.incoming_id, row.raw, row.traceback, row.at, row.solved_at)
