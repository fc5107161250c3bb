"""The figures of any period, from the journals: as the cases stood when it ended, whatever has happened since.

What was counted once is kept (`kept_figures`). What cannot be read raises; it is never a zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement

from domain.statistics.counting import Counted, Counting, Dimension, central_of, keys_of, version_of
from domain.statistics.courses import Bounds
from domain.statistics.figures import Figures, Tally
from domain.statistics.periods import Period, Span
from domain.statistics.reports import Report, longest_late
from domain.statistics.shares import Shares
from handlers.province import Province
from handlers.task_group import period_oversight
from handlers.task_group.walking import Ask, Lines, walk, within
from storage import cases
from storage.database import Tx
from storage.knowledge import issues, kept_figures

__all__ = ["Ask", "as_of", "bounds", "by_department", "count", "counted", "report", "within"]

#: how many periods a report shows side by side
TREND = {Span.WEEK: 8, Span.MONTH: 6, Span.QUARTER: 4, Span.YEAR: 2}
_SHORTEST = 2
#: with so many cases a period that is not over is counted whenever somebody asks: it takes a tenth of a second
FEW_ENOUGH = 500
#: a period, and what of it is counted: up to its end, or to an earlier instant
Part = tuple[Period, Bounds]


def bounds(province: Province, period: Period, as_of: datetime) -> Bounds:
    """The period's first instant and the first after it, or `as_of` where that comes earlier."""
    start, end = period.bounds(province.catalogue.timezone)
    return start, max(start, min(end, as_of))


def as_of(ask: Ask, province: Province, period: Period, now: datetime) -> datetime:
    """Up to when a period is told: to its end; where it is not over, to now, or with many cases to when it was counted.

    Whoever tells figures of a period asks here, so that all of them tell the same.
    """
    start, end = period.bounds(province.catalogue.timezone)
    if end <= now or start >= now:
        return min(end, now)
    if ask(lambda tx: len(cases.alive(tx, start, now, FEW_ENOUGH + 1))) <= FEW_ENOUGH:
        return now
    version = version_of(province.catalogue, province.calendar)
    return ask(lambda tx: kept_figures.newest(tx, version, period.key)) or now


def counted(ask: Ask, province: Province, parts: Sequence[Part], department: str = "") -> list[Counted]:
    """Everything that is counted of these periods, whole ("") or of a department under its name of today.

    Their lists of cases only where they are not kept; see `_listed`.
    """
    version = version_of(province.catalogue, province.calendar)
    found = [
        ask(lambda tx, part=part: kept_figures.find(tx, version, part[0].key, part[1][1], department))  # type: ignore[misc]
        for part in parts
    ]
    missing = [part for part, each in zip(parts, found, strict=True) if each is None]
    anew = iter(count(ask, province, missing))
    return [each or next(anew).get(department) or _nothing(province, parts[0]) for each in found]


def count(ask: Ask, province: Province, parts: Sequence[Part]) -> list[dict[str, Counted]]:
    """These periods counted anew from the journals in one walk: whole ("") and by department."""
    if not parts:
        return []
    named = keys_of(Dimension.DEPARTMENT, province.catalogue)
    counting = [{"": Counting(span, province.calendar, province.catalogue)} for _, span in parts]
    for courses in walk(ask, [span for _, span in parts]):
        for course, (_, span), own in zip(courses, parts, counting, strict=True):
            if course is None:
                continue
            (key,) = named(course)
            if key not in own:
                own[key] = Counting(span, province.calendar, province.catalogue)
            share = own[""].share_of(course)
            for each in {"", key}:
                own[each].add(course, share)
    return [{key: each.result() for key, each in own.items()} for own in counting]


def _nothing(province: Province, part: Part) -> Counted:
    """What is counted of a department that had nothing."""
    return Counting(part[1], province.calendar, province.catalogue).result()


def by_department(
    ask: Ask,
    province: Province,
    span: Bounds,
    *,
    names_of_today: bool = True,
    among: ColumnElement[bool] = cases.OURS,
) -> dict[str, Figures]:
    """Figures by department key ("" for cases nobody had), as of the period's end.

    A department that has been merged since is counted under its successor's key, or under its own of then. `among` our
    own cases, those of lists (`cases.IS_IMPORTED`), or all.
    """
    named = keys_of(Dimension.DEPARTMENT, province.catalogue)
    shares = Shares(span, province.calendar, central_of(province.catalogue))
    found: dict[str, Tally] = defaultdict(Tally)
    for (course,) in walk(ask, [span], among):
        if course:
            (key,) = named(course) if names_of_today else (course.after.department,)
            found[key].add(shares.of(course))
    return {key: tally.figures() for key, tally in sorted(found.items())}


def report(ask: Ask, province: Province, period: Period, as_of: datetime) -> Report:
    """Everything a report of a period says, as of its end, or as of an earlier instant where it is not over."""
    trend = [period]
    while len(trend) < max(TREND[period.span], _SHORTEST):
        trend.append(trend[-1].before())
    parts = [(each, bounds(province, each, as_of)) for each in trend]
    found, before, *others = counted(ask, province, parts)
    numbers = [found.figures, before.figures, *(each.figures for each in others)]
    of = parts[0]
    told = _listed(ask, province, of, found)
    return Report(
        period,
        of[1],
        told.figures,
        before.figures,
        _year_ago(ask, province, period),
        told.groups,
        before.groups,
        tuple(reversed(list(zip(trend, numbers, strict=True)))),
        Lines(ask, province, of, told.handled),
        longest_late(tuple(Lines(ask, province, of, told.late))),
        Lines(ask, province, of, told.beyond).with_hands(),
        ask(lambda tx: _issues(tx, of[1][1])),
        told.hours,
        ask(lambda tx: period_oversight.told(tx, of[1])),
        ask(lambda tx: period_oversight.risky(tx, of[1])),
    )


def _listed(ask: Ask, province: Province, part: Part, found: Counted) -> Counted:
    """What was counted with the numbers of its cases."""
    if found.handled or not found.figures.to_handle:
        return found
    (period, (_, until)), version = part, version_of(province.catalogue, province.calendar)
    return ask(lambda tx: kept_figures.with_lists(tx, version, period.key, until, found))


def _year_ago(ask: Ask, province: Province, period: Period) -> Figures | None:
    then = period.year_before()
    span = then.bounds(province.catalogue.timezone)
    if not ask(lambda tx: cases.any_before(tx, span[1])):
        return None
    (found,) = counted(ask, province, [(then, span)])
    return found.figures


def _issues(tx: Tx, end: datetime) -> tuple[tuple[str, str, str, int], ...]:
    """The systemic issues that are open, the oldest first: code, what they are about, and how many cases they have."""
    found = (each for each in issues.all_open(tx) if each.opened_at < end)
    return tuple((each.code, str(each.kind), each.key, len(issues.members(tx, each.id))) for each in found)
