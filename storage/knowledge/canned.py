"""Answers and legal bases that officers keep for the next time: a department's own, and the province's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select, update

from domain.language import fold
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
        facts = {"owner": owner, "title": title, "folded": fold(title), "texts": {language: text}}
        number = tx.add(CannedRow, **facts, used=0, by=by, at=tx.now)
        return Canned(number, owner, title, {language: text}, 0)
    texts = {**known.texts, language: text}
    changed = update(CannedRow).where(col(CannedRow.id) == known.id)
    tx.run(changed.values(texts=texts, by=by, at=tx.now))
    return Canned(known.id, owner, known.title, texts, known.used)


def remove(tx: Tx, owner: str, title: str) -> bool:
    """Nobody is offered it any more; False when there is none of this title."""
    known = of_title(tx, owner, title)
    return known is not None and tx.run(_gone(known.id).values(removed_at=tx.now)) > 0


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
