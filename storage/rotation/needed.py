"""Which main keys a database needs: their names stand in it, so that a wrong one is noticed before anything is done."""

from __future__ import annotations

from sqlmodel import col, delete, select

from storage.database import Tx
from storage.sealing.ring import Ring
from storage.tables import MainKey


def names(tx: Tx) -> list[str]:
    """The names of the keys under which something may be sealed here."""
    return [row.id for row in tx.rows(select(MainKey).order_by(col(MainKey.at), col(MainKey.id)))]


def note(tx: Tx, ring: Ring) -> None:
    """From now on the newest key of the ring is needed here."""
    tx.put_once(MainKey, id=ring.newest.id.hex(), at=tx.now)


def forget_others(tx: Tx, ring: Ring) -> None:
    """Nothing is sealed any more under another key than the newest one."""
    tx.run(delete(MainKey).where(col(MainKey.id) != ring.newest.id.hex()))
