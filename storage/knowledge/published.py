"""Answers that everybody may read, and how often one of them made a filing needless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select, update

from domain.case.case import Case
from domain.case.publishing import Published
from domain.language import detect
from storage.database import Tx
from storage.knowledge import search
from storage.tables import Deflection, PublishedRow

_IS_PUBLIC = col(PublishedRow.withdrawn_at).is_(None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A published answer."""

    id: int
    case: int
    question: str
    answer: str
    department: str
    topic: str
    language: str


def add(tx: Tx, case: Case, published: Published) -> Answer:
    """Publish, in place of what was published of this case before."""
    withdraw(tx, case.id)
    facts: dict[str, Any] = {"question": published.question, "answer": published.answer}
    facts |= {"department": case.department, "topic": case.topic}
    facts["language"] = detect(f"{published.question}\n{published.answer}")
    number = tx.add(PublishedRow, case_id=case.id, at=tx.now, **facts)
    search.publish(tx, number, published.question)
    return Answer(number, case.id, **facts)


def withdraw(tx: Tx, case: int) -> bool:
    """What was published of this case is public no more; False when nothing was."""
    found = of_case(tx, case)
    if found is None:
        return False
    search.withdraw(tx, found.id)
    public = update(PublishedRow).where(col(PublishedRow.id) == found.id, _IS_PUBLIC)
    return tx.run(public.values(withdrawn_at=tx.now)) > 0


def of_case(tx: Tx, case: int) -> Answer | None:
    """What is published of a case, or None."""
    row = tx.first(select(PublishedRow).where(PublishedRow.case_id == case, _IS_PUBLIC))
    return _answer(row) if row else None


def by_id(tx: Tx, number: int) -> Answer | None:
    """A published answer that has not been withdrawn, or None."""
    row = tx.first(select(PublishedRow).where(PublishedRow.id == number, _IS_PUBLIC))
    return _answer(row) if row else None


def newest(tx: Tx, most: int) -> list[Answer]:
    """So many public answers, the newest first."""
    wanted = select(PublishedRow).where(_IS_PUBLIC).order_by(col(PublishedRow.at).desc(), col(PublishedRow.id).desc())
    return [_answer(row) for row in tx.rows(wanted.limit(most))]


def some(tx: Tx, numbers: Iterable[int]) -> list[Answer]:
    """These answers in this order, without those withdrawn."""
    return [found for number in numbers if (found := by_id(tx, number))]


def deflect(tx: Tx, answer: Answer, person: int) -> int:
    """A business says that a published answer is what it needed; the number to take that back by."""
    return tx.add(Deflection, published_id=answer.id, person=person, at=tx.now, undone=False)


def undo(tx: Tx, deflection: int) -> None:
    """It filed all the same."""
    tx.run(update(Deflection).where(col(Deflection.id) == deflection).values(undone=True))


def deflections(tx: Tx, since: datetime) -> int:
    """How many filings published answers have made needless since then."""
    stayed = col(Deflection.undone).is_(False)
    return int(tx.first(select(func.count()).where(col(Deflection.at) >= since, stayed))[0])


def _answer(row: Any) -> Answer:
    return Answer(row.id, row.case_id, row.question, row.answer, row.department, row.topic, row.language)
