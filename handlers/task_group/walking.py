"""The cases that lived in some periods, one after the other, as their journals tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar, overload

from sqlalchemy import ColumnElement

from domain.case.case import Case
from domain.statistics.counting import department_of
from domain.statistics.courses import Bounds, Course, follow
from domain.statistics.periods import Period
from domain.statistics.reports import Listed, listed
from handlers.province import Province
from storage import cases, outlines
from storage.database import Tx
from storage.knowledge import signals

T = TypeVar("T")

#: cases read in one transaction: a few hundredths of a second
AT_ONCE = 300


class Ask(Protocol):
    """Runs something in a transaction: `Store.call`, or `within` one that is under way."""

    def __call__(self, work: Callable[[Tx], T], /) -> T: ...


def within(tx: Tx) -> Ask:
    """In the transaction that is under way."""

    def ask(work: Callable[[Tx], T], /) -> T:
        return work(tx)

    return ask


def walk(ask: Ask, spans: Sequence[Bounds], among: ColumnElement[bool] = cases.OURS) -> Iterator[list[Course | None]]:
    """Each case that lived in any of the periods: its course over each, None where it did not live in that one.

    Of our own cases, unless others are asked for: what comes from an office's list is counted apart.
    """
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    numbers = ask(lambda tx: cases.alive(tx, first, last, among=among))
    for begin in range(0, len(numbers), AT_ONCE):
        batch = numbers[begin : begin + AT_ONCE]
        for each in ask(lambda tx, batch=batch: _followed(tx, batch, spans)):  # type: ignore[misc]
            yield [
                course if course and _lived(course, start) else None
                for course, (start, _) in zip(each, spans, strict=True)
            ]


def _followed(tx: Tx, numbers: Sequence[int], spans: Sequence[Bounds]) -> list[list[Course | None]]:
    """The courses of these cases, a list a case; raises LookupError for one whose journal is not there."""
    journals = cases.journals(tx, numbers, max(end for _, end in spans))
    if missing := set(numbers) - journals.keys():
        raise LookupError(f"no journal of the cases {sorted(missing)}: `govuong verify-journal` says more")
    places = signals.places_of(tx, numbers)
    return [
        [
            course
            and replace(course, places=places.get(number, ()), network=journals[number][0].facts.get("network", ""))
            for course in follow(journals[number], spans)
        ]
        for number in numbers
    ]


def _lived(course: Course, start: datetime) -> bool:
    """True when it had not ended before the period, or something was written in it."""
    return course.after.ended_at is None or course.after.ended_at >= start or bool(course.entries)


class Lines(Sequence[Listed]):
    """What a period's report lists of some cases, read as it is asked for: a hundred thousand of them need no room."""

    def __init__(self, ask: Ask, province: Province, of: tuple[Period, Bounds], numbers: Sequence[int]) -> None:
        self._ask, self._province, self._of, self._numbers = ask, province, of, numbers
        self._named = department_of(province.catalogue)

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Listed]:
        for begin in range(0, len(self._numbers), AT_ONCE):
            yield from self._read(self._numbers[begin : begin + AT_ONCE])

    @overload
    def __getitem__(self, place: int, /) -> Listed: ...
    @overload
    def __getitem__(self, place: slice, /) -> Sequence[Listed]: ...
    def __getitem__(self, place: int | slice, /) -> Listed | Sequence[Listed]:
        if isinstance(place, slice):
            return Lines(self._ask, self._province, self._of, self._numbers[place])
        return self._read([self._numbers[place]])[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # what is read anew has nothing to be found by

    def _read(self, numbers: Sequence[int]) -> list[Listed]:
        period, bounds = self._of
        # what has not moved since then stands in its row as it stood; only of the others the journal is read
        found = self._ask(lambda tx: outlines.unmoved(tx, numbers, bounds[1]))
        if moved := [number for number in numbers if number not in found]:
            read = self._ask(lambda tx: _followed(tx, moved, [bounds]))
            found |= {course.after.id: course.after for (course,) in read if course}
        return [self._line(found[number], (period, bounds[1])) for number in numbers]

    def _line(self, case: Case, of: tuple[Period, datetime], handed_at: datetime | None = None) -> Listed:
        return listed(case, self._named(case), of, self._province.calendar, handed_at)

    def with_hands(self) -> tuple[Listed, ...]:
        """All of them at once, each with since when its department has it."""
        period, bounds = self._of
        courses = self._ask(lambda tx: _followed(tx, self._numbers, [bounds])) if self._numbers else []
        return tuple(self._line(each.after, (period, bounds[1]), each.handed_at) for (each,) in courses if each)
