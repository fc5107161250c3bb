"""What people wrote, and who they are, taken out of a case's journal; its chain, its figures and its deadlines stay."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlmodel import col, update

from domain.case import apart
from domain.case.apart import Part
from domain.case.case import Role
from storage.database import Tx
from storage.journal import entries
from storage.tables import JournalRow


def erase(tx: Tx, case: int, parts: Collection[Part]) -> set[Part]:
    """Erase these parts from every entry of the case, and from the database's file; which of them have gone."""
    gone: set[Part] = set()
    for row in entries.rows(tx, case):
        left = {part: _left(row, part) for part in _due(row, parts)}
        if left:
            # the other part is not written again: it may be sealed
            this = (col(JournalRow.case_id) == case, col(JournalRow.seq) == row.seq)
            tx.run(update(JournalRow).where(*this).values({str(part): text for part, text in left.items()}))
        gone |= left.keys()
    tx.erases = tx.erases or bool(gone)
    return gone


def _due(row: Any, parts: Collection[Part]) -> list[Part]:
    """Of entries that tell of the author both, of others the words: which official acted stays known."""
    is_authors = row.role == Role.BUSINESS or not apart.AUTHORS.isdisjoint(apart.read(row.identity))
    due = []
    if is_authors and parts:  # their words as they wrote them stand beside their name
        due.append(Part.IDENTITY)
    if Part.WORDS in parts:
        due.append(Part.WORDS)
    return [part for part in due if (text := getattr(row, part)) and not apart.is_erased(text)]


def _left(row: Any, part: Part) -> str:
    """The outline of a part; what was both beside the name and among the words stays among the words."""
    also = apart.read(row.words) if part is Part.IDENTITY else ()
    return apart.outline(apart.read(getattr(row, part)), also)
