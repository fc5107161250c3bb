"""Answers and legal bases that officers keep for the next time: a department's own, and the province's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select, update

from domain.language import fold
from domain.province.entries import with_values
from storage.catalogue import changes
from storage.database import Tx
from storage.tables import CannedRow

#: whose the province's are: the task group keeps them
PROVINCE = ""


@dataclass(frozen=True, slots=True)
class Canned:
    """One kept text under its title, by language; `owner` is a department or PROVINCE."""

    id: int
    owner: str
    title: str
    texts: Mapping[str, str]
    used: int


def keep(tx: Tx, owner: str, title: str, language: str, text: str, by: str) -> Canned:
    """Keep a text under a title, in place of what stood there in this language; other languages stay."""
    known = of_title(tx, owner, title)
    if known is None:
        return add(tx, owner, title, {language: text}, by)
    return change(tx, known, known.title, {**known.texts, language: text}, by)


def add(tx: Tx, owner: str, title: str, texts: Mapping[str, str], by: str) -> Canned:
    """A new one, under a title that no other of this owner has."""
    facts = {"owner": owner, "title": title, "folded": fold(title), "texts": dict(texts)}
    new = Canned(tx.add(CannedRow, **facts, used=0, by=by, at=tx.now), owner, title, dict(texts), 0)
    _note(tx, by, None, new)
    return new


def change(tx: Tx, known: Canned, title: str, texts: Mapping[str, str], by: str) -> Canned:
    """Another title, which no other of its owner has, and other texts; how often it was used stays."""
    changed = update(CannedRow).where(col(CannedRow.id) == known.id)
    tx.run(changed.values(title=title, folded=fold(title), texts=dict(texts), by=by, at=tx.now))
    new = Canned(known.id, known.owner, title, dict(texts), known.used)
    _note(tx, by, known, new)
    return new


def remove(tx: Tx, owner: str, title: str, by: str) -> bool:
    """Nobody is offered it any more; False when there is none of this title."""
    known = of_title(tx, owner, title)
    if known is None or not tx.run(_gone(known.id).values(removed_at=tx.now)):
        return False
    _note(tx, by, known, None)
    return True


def _note(tx: Tx, by: str, before: Canned | None, after: Canned | None) -> None:
    """What the province offers everybody stands in the journal of the catalogue; a department's own is its own."""
    known = after or before
    if known and known.owner == PROVINCE:
        changes.note(tx, by, changes.CANNED, str(known.id), as_entry(before), as_entry(after))


def as_entry(kept: Canned | None) -> str:
    """It as a text that the journal of the catalogue keeps, "" for none."""
    if kept is None:
        return ""
    return with_values("", changes.CANNED, {"title": kept.title, "texts": dict(kept.texts)})


def of_title(tx: Tx, owner: str, title: str) -> Canned | None:
    """What is kept under a title, with or without diacritics, or None."""
    row = tx.first(_kept().where(col(CannedRow.owner) == owner, col(CannedRow.folded) == fold(title)))
    return _canned(row) if row else None


def by_id(tx: Tx, number: int) -> Canned | None:
    """One that is still kept, or None."""
    row = tx.first(_kept().where(col(CannedRow.id) == number))
    return _canned(row) if row else None


def find(tx: Tx, owners: tuple[str, ...], words: str = "") -> list[Canned]:
    """Those of these owners that hold every word in title or text, whatever its diacritics; the most used first."""
    wanted = fold(words).split()
    theirs = _kept().where(col(CannedRow.owner).in_(owners))
    rows = tx.rows(theirs.order_by(col(CannedRow.used).desc(), col(CannedRow.id)))
    found = [_canned(row) for row in rows]
    return [each for each in found if all(word in _said(each) for word in wanted)]


def count_use(tx: Tx, number: int) -> None:
    """It was chosen for a case once more."""
    tx.run(update(CannedRow).where(col(CannedRow.id) == number).values(used=col(CannedRow.used) + 1))


def _said(canned: Canned) -> str:
    return fold(" ".join([canned.title, *canned.texts.values()]))


def _kept() -> Any:
    return select(CannedRow).where(col(CannedRow.removed_at).is_(None))


def _gone(number: int) -> Any:
    return update(CannedRow).where(col(CannedRow.id) == number)


def _canned(row: Any) -> Canned:
    return Canned(row.id, row.owner, row.title, row.texts or {}, row.used)
