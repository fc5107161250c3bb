"""Lists of cases and how many they hold: one filter, so that a number and the list behind it are always the same.

For the officers' desk and the board. Whoever shows a list redraws each case for its reader
(domain/case/confidentiality.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, exists, false, or_, text, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col, func, select

from domain.case.case import Case, Matter, Outcome, State, Tier
from domain.routing.terms import terms
from storage.cases import IS_IMPORTED, OURS, known
from storage.database import Tx
from storage.outgoing.held import has_arrived
from storage.tables import CasePlaces, CaseRow

#: [from, until); None where it has no such end
Between = tuple[datetime | None, datetime | None]
ANY_TIME: Between = (None, None)
#: cases fetched at once where a whole list is walked through
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cases: those of which all this is true; what is left as it stands here asks for nothing.

    `due_by`: open, neither late nor paused, and due by then. `officer` 0: nobody has accepted it. `other_topics`
    are those a case must not have. `channels` name networks, "" where nobody knows who filed. `is_appeal`: reopened
    by its business at any time. `part` is a department asked for a word, `place` a commune's key. `words` must all
    stand in the case. Lateness is as of the transaction's instant. `is_imported`: from a list, or not.
    `is_nothing`: no case at all, because what was asked for excludes itself.
    """

    departments: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    is_open: bool = False
    is_overdue: bool = False
    is_paused: bool = False
    is_appeal: bool = False
    due_by: datetime | None = None
    officer: int | None = None
    topics: tuple[str, ...] = ()
    other_topics: tuple[str, ...] = ()
    kinds: tuple[Matter, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    tiers: tuple[Tier, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    part: str = ""
    place: str = ""
    filed: Between = ANY_TIME
    answered: Between = ANY_TIME
    ended: Between = ANY_TIME
    words: str = ""
    is_imported: bool | None = None
    is_nothing: bool = False


class Order(StrEnum):
    """In which order; what has none of the dates comes last."""

    DEADLINE = "deadline"
    OLDEST = "oldest"
    NEWEST = "newest"
    ANSWERED = "answered"
    DEPARTMENT = "department"


class By(StrEnum):
    """What a list can be counted by."""

    DEPARTMENT = "department"
    TOPIC = "topic"
    STATE = "state"
    OFFICER = "accepted_by"


_ID = col(CaseRow.id)
_DEADLINE = col(CaseRow.deadline)
#: in the words of the index that has only these
_IS_OPEN: ColumnElement[bool] = text("is_open")  # type: ignore[assignment]
_PAUSED: ColumnElement[bool] = col(CaseRow.is_paused)  # type: ignore[assignment]
_ORDERS: dict[Order, Sequence[Any]] = {
    Order.DEADLINE: (_DEADLINE.asc().nulls_last(), _ID),
    Order.OLDEST: (col(CaseRow.filed_at), _ID),
    Order.NEWEST: (col(CaseRow.filed_at).desc(), _ID.desc()),
    Order.ANSWERED: (col(CaseRow.answered_at).desc().nulls_last(), _ID.desc()),
    Order.DEPARTMENT: (col(CaseRow.department), _DEADLINE.asc().nulls_last(), _ID),
}


class _Holding(FunctionElement[int]):
    """The numbers of the cases whose words fit a condition, as each database asks its index."""

    inherit_cache = True


@compiles(_Holding, "sqlite")
def _in_sqlite(element: _Holding, compiler: SQLCompiler, **given: Any) -> str:
    asked = compiler.process(element.clauses, **given)
    return f"(select rowid from search_index where search_index match {asked})"  # noqa: S608  a parameter's name


@compiles(_Holding, "postgresql")
def _in_postgresql(element: _Holding, compiler: SQLCompiler, **given: Any) -> str:
    asked = compiler.process(element.clauses, **given)
    # a term has neither quotes nor spaces
    return f"(select id from searched where lexemes @@ cast(replace({asked}, ' ', ' & ') as tsquery))"  # noqa: S608  as above


def count(tx: Tx, wanted: Filter) -> int:
    """How many cases there are."""
    return int(tx.first(select(func.count()).select_from(CaseRow).where(*_where(tx, wanted)))[0])


def count_by(tx: Tx, wanted: Filter, by: By) -> dict[str, int]:
    """How many there are for each value that occurs; an officer is named by number."""
    key = getattr(CaseRow, by)
    counts = select(key, func.count()).select_from(CaseRow).where(*_where(tx, wanted)).group_by(key).order_by(key)
    return {str(row[0]): int(row[1]) for row in tx.rows(counts)}


def page(
    tx: Tx, wanted: Filter, order: Order = Order.DEADLINE, *, offset: int = 0, limit: int | None = None
) -> list[Case]:
    """The cases, or so many of them after the first `offset` ones."""
    # the numbers first: an index holds them and the order, and only the cases that are shown are read whole
    listed = select(_ID).where(*_where(tx, wanted)).order_by(*_ORDERS[order]).offset(offset).limit(limit)
    return list(some(tx, [row.id for row in tx.rows(listed)]))


def numbers(tx: Tx, wanted: Filter, order: Order = Order.DEADLINE) -> list[int]:
    """The numbers of all these cases, to walk through them with `some`."""
    return [row.id for row in tx.rows(select(_ID).where(*_where(tx, wanted)).order_by(*_ORDERS[order]))]


def is_listed(tx: Tx, case: int) -> bool:
    """True for a case that may stand in a list; one that is held back stands in none before it comes."""
    return tx.first(select(_ID).where(case == _ID, has_arrived())) is not None


def some(tx: Tx, cases: Sequence[int]) -> Iterator[Case]:
    """The cases with these numbers as they are now, in this order."""
    for begin in range(0, len(cases), AT_ONCE):
        batch = cases[begin : begin + AT_ONCE]
        found = {row.id: known(tx, row) for row in tx.rows(select(CaseRow).where(_ID.in_(batch)))}
        yield from (found[each] for each in batch if each in found)


# What a filter says, in the database's words


def _where(tx: Tx, wanted: Filter) -> list[ColumnElement[bool]]:
    """The one condition of numbers and lists."""
    any_at_all = false() if wanted.is_nothing else true()
    whose = {True: IS_IMPORTED, False: OURS, None: true()}[wanted.is_imported]
    return [any_at_all, whose, has_arrived(), *_facts(wanted), *_clock(tx, wanted), *_elsewhere(wanted)]


def _facts(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What stands in the case's own columns."""
    any_of: dict[Any, Iterable[str]] = {
        CaseRow.department: wanted.departments,
        CaseRow.state: wanted.states,
        CaseRow.topic: wanted.topics,
        CaseRow.kind: wanted.kinds,
        CaseRow.language: wanted.languages,
        CaseRow.tier: wanted.tiers,
        CaseRow.outcome: wanted.outcomes,
    }
    for column, values in any_of.items():
        if values := [str(each) for each in values]:
            yield col(column).in_(values) if len(values) > 1 else col(column) == values[0]
    if wanted.other_topics:
        yield col(CaseRow.topic).not_in(wanted.other_topics)
    if wanted.officer is not None:
        yield col(CaseRow.accepted_by) == wanted.officer
    if wanted.part:  # a contribution is the one thing that has these two; in what people wrote quotes are escaped
        asked = f'"department":"{wanted.part}","question":'
        yield cast(col(CaseRow.rest), Text).contains(asked, autoescape=True)
    if wanted.is_appeal:
        yield col(CaseRow.reopenings) > 0
    for column, (start, end) in (
        (CaseRow.filed_at, wanted.filed),
        (CaseRow.answered_at, wanted.answered),
        (CaseRow.ended_at, wanted.ended),
    ):
        if start is not None:
            yield col(column) >= start
        if end is not None:
            yield col(column) < end


def _clock(tx: Tx, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What depends on the instant; as `is_overdue` and `is_paused` of the domain."""
    asked = col(CaseRow.asked_at)
    if wanted.is_open or wanted.is_overdue or wanted.is_paused or wanted.due_by:
        yield _IS_OPEN
    if wanted.is_overdue:  # a question asked before the deadline stops the clock, a later one does not
        yield tx.now > _DEADLINE
        yield or_(asked.is_(None), asked > _DEADLINE)
    if wanted.is_paused:
        yield _PAUSED
    if wanted.due_by:
        yield ~_PAUSED
        yield wanted.due_by >= _DEADLINE
        # open and not late: the clock runs up to a question, where it does not stand still for it
        yield or_(tx.now <= _DEADLINE, asked <= _DEADLINE)


def _elsewhere(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What stands in other tables: how it came, where it lies, what it says."""
    if wanted.channels:
        yield col(CaseRow.came_by).in_(wanted.channels)
    if wanted.place:
        named = cast(col(CasePlaces.places), Text).contains(f'"{wanted.place}"', autoescape=True)
        yield exists().where(col(CasePlaces.case_id) == _ID, named)
    if wanted.words.strip():
        words = [each for each in terms(wanted.words) if "_" not in each]
        # what holds no word at all is held by nothing
        yield _ID.op("in", is_comparison=True)(_Holding(" ".join(words))) if words else false()
