"""Which petitions of lists have been taken over: the same one, in whichever file it comes again, is known."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import col, func, select

from storage.cases import IS_IMPORTED
from storage.database import Tx
from storage.tables import CaseRow, ImportedRow


def known(tx: Tx, keys: Collection[str]) -> dict[str, str]:
    """Those of these petitions that were taken over, each with the state its list told then."""
    found = select(ImportedRow.key, ImportedRow.state).where(col(ImportedRow.key).in_(list(keys)))
    return {row.key: row.state for row in tx.rows(found)}


def note(tx: Tx, key: str, case: int, state: str) -> bool:
    """Remember a petition as taken over; False where it was before."""
    return tx.put_once(ImportedRow, key=key, case_id=case, state=state, at=tx.now)


def counted(tx: Tx) -> tuple[int, int]:
    """How many cases come from lists, and how many of them are open."""
    rows = tx.rows(select(col(CaseRow.is_open), func.count()).where(IS_IMPORTED).group_by(col(CaseRow.is_open)))
    found = {bool(row[0]): int(row[1]) for row in rows}
    return sum(found.values()), found.get(True, 0)
