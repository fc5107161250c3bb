"""Weeks, months, quarters and years as people name them: 2026-W47, 2026-11, 2026-Q4, 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_NAMED = re.compile(r"(?P<year>[12]\d{3})(?:-W(?P<week>\d{2})|-(?P<month>\d{2})|-Q(?P<quarter>[1-4]))?")
_MONTHS = 12
_LAST_WEEK = 28  # December the 28th always lies in its year's last ISO week


class Span(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


#: months in a span; a week has none
_LENGTH = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of the province, from `first` up to the day before `until`."""

    span: Span
    first: date
    until: date

    @property
    def key(self) -> str:
        """The name it is asked for by."""
        year, month = self.first.year, self.first.month
        match self.span:
            case Span.WEEK:
                iso = self.first.isocalendar()
                return f"{iso.year}-W{iso.week:02d}"
            case Span.MONTH:
                return f"{year}-{month:02d}"
            case Span.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
        return str(year)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Its first instant and the first after it: midnights in the zone."""
        # both are local midnights, not one and so many hours: where clocks are set a week has not always 168
        return datetime.combine(self.first, time(), zone), datetime.combine(self.until, time(), zone)

    def before(self) -> Period:
        """The period of the same span just before."""
        return around(self.span, self.first - timedelta(days=1))

    def after(self) -> Period:
        """The period of the same span that follows."""
        return around(self.span, self.until)

    def year_before(self) -> Period:
        """The period of the same number a year earlier; for a week 53 that year may not have, its last week."""
        if self.span is not Span.WEEK:
            return around(self.span, self.first.replace(year=self.first.year - 1))
        iso = self.first.isocalendar()
        last = date(iso.year - 1, _MONTHS, _LAST_WEEK).isocalendar().week
        return around(Span.WEEK, date.fromisocalendar(iso.year - 1, min(iso.week, last), 1))


def around(span: Span, day: date) -> Period:
    """The period of a span in which a day lies."""
    if span is Span.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(span, monday, monday + timedelta(days=7))
    length = _LENGTH[span]
    number = day.year * _MONTHS + (day.month - 1) // length * length
    first, until = (date(each // _MONTHS, each % _MONTHS + 1, 1) for each in (number, number + length))
    return Period(span, first, until)


def read(text: str) -> Period:
    """The period a name stands for; raises ValueError for what names none."""
    found = _NAMED.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(f"{text}: not a period; write 2026-W47, 2026-11, 2026-Q4 or 2026")
    year = int(found["year"])
    if found["week"]:
        return around(Span.WEEK, date.fromisocalendar(year, int(found["week"]), 1))
    if found["month"]:
        return around(Span.MONTH, date(year, int(found["month"]), 1))
    if found["quarter"]:
        return around(Span.QUARTER, date(year, 3 * int(found["quarter"]), 1))
    return around(Span.YEAR, date(year, 1, 1))
