"""Answers that everybody may read, and how often one of them made a filing needless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from domain.case.case import Case
from domain.case.publishing import Published
from domain.language import detect
from storage import search
from storage.database import Tx
from storage.statements import Statement, put, table
from storage.tables import Deflection, PublishedRow

_PUBLISHED = table(PublishedRow)
_DEFLECTIONS = table(Deflection)

_ADD = put(
    PublishedRow, "case_id", "question", "answer", "department", "topic", "language", "at", returning="id"
)  # fmt: skip
_LIVE = _PUBLISHED.c.withdrawn_at.is_(None)
_BY_ID = Statement(select(_PUBLISHED).where(_PUBLISHED.c.id == bindparam("number"), _LIVE))
_OF_CASE = Statement(select(_PUBLISHED).where(_PUBLISHED.c.case_id == bindparam("case"), _LIVE))
_WITHDRAW = Statement(
    update(_PUBLISHED).where(_PUBLISHED.c.id == bindparam("number"), _LIVE).values(withdrawn_at=bindparam("instant"))
)
_DEFLECT = put(Deflection, "published_id", "person", "at", "undone", returning="id")
_UNDO = Statement(update(_DEFLECTIONS).where(_DEFLECTIONS.c.id == bindparam("number")).values(undone=True))
_COUNT = Statement(
    select(func.count().label("many")).where(_DEFLECTIONS.c.at >= bindparam("since"), ~_DEFLECTIONS.c.undone)
)


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
    row = tx.first(_ADD, case_id=case.id, at=tx.now, **facts)
    search.publish(tx, row.id, published.question)
    return Answer(row.id, case.id, **facts)


def withdraw(tx: Tx, case: int) -> bool:
    """What was published of this case is public no more; False when nothing was."""
    found = of_case(tx, case)
    if found is None:
        return False
    search.withdraw(tx, found.id)
    return tx.run(_WITHDRAW, number=found.id, instant=tx.now) > 0


def of_case(tx: Tx, case: int) -> Answer | None:
    """What is published of a case, or None."""
    row = tx.first(_OF_CASE, case=case)
    return _answer(row) if row else None


def by_id(tx: Tx, number: int) -> Answer | None:
    """A published answer that has not been withdrawn, or None."""
    row = tx.first(_BY_ID, number=number)
    return _answer(row) if row else None


def some(tx: Tx, numbers: Iterable[int]) -> list[Answer]:
    """These answers in this order, without those withdrawn."""
    return [found for number in numbers if (found := by_id(tx, number))]


def deflect(tx: Tx, answer: Answer, person: int) -> int:
    """A business says that a published answer is what it needed; the number to take that back by."""
    return int(tx.first(_DEFLECT, published_id=answer.id, person=person, at=tx.now, undone=False).id)


def undo(tx: Tx, deflection: int) -> None:
    """It filed all the same."""
    tx.run(_UNDO, number=deflection)


def deflections(tx: Tx, since: datetime) -> int:
    """How many filings published answers have made needless since then."""
    return int(tx.first(_COUNT, since=since).many)


def _answer(row: Any) -> Answer:
    return Answer(row.id, row.case_id, row.question, row.answer, row.department, row.topic, row.language)
