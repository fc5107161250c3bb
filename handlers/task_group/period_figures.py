"""The figures of any period, from the journals: as the cases stood when it ended, whatever has happened since.

What cannot be read raises; it is never a zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

from domain.statistics import reports
from domain.statistics.courses import Bounds, Course, follow
from domain.statistics.figures import Figures, count
from domain.statistics.periods import Period, Span
from domain.statistics.reports import Report
from handlers.province import Province
from storage import cases, people
from storage.database import Tx
from storage.knowledge import issues, signals

T = TypeVar("T")

#: how many periods a report shows side by side
TREND = {Span.WEEK: 8, Span.MONTH: 6, Span.QUARTER: 4, Span.YEAR: 2}
_SHORTEST = 2


class Ask(Protocol):
    """Runs something in a transaction: `Store.call`, or `within` one that is under way."""

    def __call__(self, work: Callable[[Tx], T], /) -> T: ...


def within(tx: Tx) -> Ask:
    """In the transaction that is under way."""

    def ask(work: Callable[[Tx], T], /) -> T:
        return work(tx)

    return ask


def courses(ask: Ask, spans: Sequence[Bounds]) -> list[list[Course]]:
    """For each of some periods the courses of all cases that lived in it."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    found: list[list[Course]] = [[] for _ in spans]
    after = 0
    while ids := ask(lambda tx, after=after: cases.alive_after(tx, first, last, after)):  # type: ignore[misc]
        for each in ask(lambda tx, ids=ids: _followed(tx, ids, spans)):  # type: ignore[misc]
            for place, course in enumerate(each):
                if course is not None and _lived(course, spans[place][0]):
                    found[place].append(course)
        after = ids[-1]
    return found


def _followed(tx: Tx, ids: Sequence[int], spans: Sequence[Bounds]) -> list[list[Course | None]]:
    """The courses of these cases, a list a case; raises LookupError for one whose journal is not there."""
    journals = cases.journals(tx, ids, max(end for _, end in spans))
    if missing := set(ids) - journals.keys():
        raise LookupError(f"no journal of the cases {sorted(missing)}: `govuong verify-journal` says more")
    places = signals.places_of(tx, ids)
    authors = {number: entries[0].actor.person for number, entries in journals.items()}
    networks = people.networks(tx, set(authors.values()) - {0})
    return [
        [
            course and replace(course, places=places.get(number, ()), network=networks.get(authors[number], ""))
            for course in follow(entries, spans)
        ]
        for number, entries in journals.items()
    ]


def _lived(course: Course, start: datetime) -> bool:
    """True when it had not ended before the period, or something was written in it."""
    return course.after.ended_at is None or course.after.ended_at >= start or bool(course.entries)


def over(ask: Ask, province: Province, bounds: Bounds, department: str = "") -> Figures:
    """The figures of a period; of one department under its name of today, or of all ("")."""
    (found,) = courses(ask, [bounds])
    named = reports.keys_of(reports.Dimension.DEPARTMENT, province.catalogue)
    mine = [each for each in found if not department or department in named(each)]
    return count(mine, bounds, province.calendar)


def by_department(ask: Ask, province: Province, bounds: Bounds, *, names_of_today: bool = True) -> dict[str, Figures]:
    """Figures by department key ("" for cases nobody had), as of the period's end.

    A department that has been merged since is counted under its successor's key, or under its own of then.
    """
    named = reports.keys_of(reports.Dimension.DEPARTMENT, province.catalogue)
    found: dict[str, list[Course]] = defaultdict(list)
    for course in courses(ask, [bounds])[0]:
        (key,) = named(course) if names_of_today else (course.after.department,)
        found[key].append(course)
    return {key: count(those, bounds, province.calendar) for key, those in sorted(found.items())}


def report(ask: Ask, province: Province, period: Period, as_of: datetime) -> Report:
    """Everything a report of a period says, as of its end, or as of an earlier instant where it is not over."""
    trend = [period]
    while len(trend) < max(TREND[period.span], _SHORTEST):
        trend.append(trend[-1].before())
    spans = [bounds(province, each, as_of) for each in trend]
    found = courses(ask, spans)
    known, calendar = province.catalogue, province.calendar
    told, groups = reports.counted(found[0], spans[0], calendar, known)
    before, groups_before = reports.counted(found[1], spans[1], calendar, known)
    numbers = [told, before, *(count(those, span, calendar) for those, span in zip(found[2:], spans[2:], strict=True))]
    named = reports.keys_of(reports.Dimension.DEPARTMENT, known)
    handled = [each for each in found[0] if each.was_to_handle]
    lists = [(each, reports.listed(each, next(iter(named(each))), spans[0][1], calendar)) for each in handled]
    return Report(
        period,
        spans[0],
        told,
        before,
        _year_ago(ask, province, period),
        groups,
        groups_before,
        tuple(reversed(list(zip(trend, numbers, strict=True)))),
        tuple(sorted((line for _, line in lists), key=lambda line: line.code)),
        tuple(line for course, line in lists if reports.is_beyond_province(course, spans[0], known)),
        ask(lambda tx: _issues(tx, spans[0][1])),
    )


def bounds(province: Province, period: Period, as_of: datetime) -> Bounds:
    """The period's first instant and the first after it, or `as_of` where that comes earlier."""
    start, end = period.bounds(province.catalogue.timezone)
    return start, max(start, min(end, as_of))


def _year_ago(ask: Ask, province: Province, period: Period) -> Figures | None:
    start, end = period.year_before().bounds(province.catalogue.timezone)
    if not ask(lambda tx: cases.any_before(tx, end)):
        return None
    return over(ask, province, (start, end))


def _issues(tx: Tx, end: datetime) -> tuple[tuple[str, str, str, int], ...]:
    """The systemic issues that are open, the oldest first: code, what they are about, and how many cases they have."""
    found = (each for each in issues.all_open(tx) if each.opened_at < end)
    return tuple((each.code, str(each.kind), each.key, len(issues.members(tx, each.id))) for each in found)
