"""Working time: on which days and at which hours a province works, counted in days and in exact spans.

Instants go in and come out aware, in UTC; days are the province's own (its time zone is in the catalogue). Public
holidays come from public_holidays.py, corrected by the special days of the catalogue. A session is open at its
start and closed at its end.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from domain.deadline.public_holidays import FIRST_YEAR, LAST_YEAR, LIBRARY, Occasion, national
from domain.province.catalogue import Catalogue, Hours, SpecialDay

NOTHING = timedelta(0)
MINUTE = timedelta(minutes=1)
#: days whose sessions a calendar remembers, some years of them, and instants whose next opening it remembers
MOST_OPENED = 2000
_NAIVE = "{} has no time zone: pass an aware instant in UTC"


class OutsideCalendar(Exception):  # noqa: N818 (refusals here are named for what is the case)
    """No working day was found up to the calendar's last year; or a date lies outside its years."""


@dataclass(frozen=True, slots=True)
class Year:
    """The working days of one year in order, and its days off that are not plain weekends."""

    working_days: tuple[date, ...]
    holidays: Mapping[date, Occasion]


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the province or a department works; version changes with anything that could move a deadline."""

    timezone: ZoneInfo
    hours: Hours
    special_days: Mapping[date, SpecialDay]
    version: str
    years: dict[int, Year] = field(default_factory=dict, compare=False, repr=False)
    opened: dict[date, tuple[Opening, ...]] = field(default_factory=dict, compare=False, repr=False)
    found: dict[datetime, datetime] = field(default_factory=dict, compare=False, repr=False)
    worked: dict[int, tuple[timedelta, ...]] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One session of one day as two instants in UTC."""

    start: datetime
    end: datetime


# Building


def calendar(catalogue: Catalogue, department: str = "") -> Calendar:
    """The province's calendar, or a department's own where the catalogue gives it other hours."""
    found = catalogue.department(department)
    hours = (found.hours if found else None) or catalogue.hours
    special_days = {each.day: each for each in catalogue.special_days}
    return Calendar(catalogue.timezone, hours, special_days, _version(catalogue, hours))


def _version(catalogue: Catalogue, hours: Hours) -> str:
    parts = (catalogue.timezone.key, hours, catalogue.special_days, LIBRARY)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def year_of(calendar: Calendar, year: int) -> Year:
    """The year's working days and holidays, computed once; raises OutsideCalendar for a year it does not cover."""
    if year not in calendar.years:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise OutsideCalendar(f"the calendar covers {FIRST_YEAR} to {LAST_YEAR}, not {year}")
        calendar.years[year] = _load(calendar, year)
    return calendar.years[year]


def _load(calendar: Calendar, year: int) -> Year:
    """A year as the whole country has it, corrected by the catalogue."""
    country, usual = national(year), calendar.hours.weekdays
    days = [date(year, 1, 1) + timedelta(number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    off = dict(country.off)
    worked = {day for day in days if day in country.worked or (day not in off and day.weekday() in usual)}
    # the catalogue comes last: it corrects what the table expects of a year that has not been decreed yet
    for day, special in calendar.special_days.items():
        if special.is_worked and day.year == year:
            worked.add(day)
        elif day.year == year:
            worked.discard(day)
            off[day] = Occasion.SPECIAL
    return Year(tuple(sorted(worked)), {day: occasion for day, occasion in off.items() if day not in worked})


# Days


def utc(instant: datetime) -> datetime:
    """The instant in UTC; raises ValueError for a naive one, which could mean any zone.

    Two instants of one zone are compared and subtracted by their clocks, which is wrong where the clocks change.
    """
    if instant.tzinfo is None:
        raise ValueError(_NAIVE.format(instant))
    return instant.astimezone(UTC)


def local_day(calendar: Calendar, instant: datetime) -> date:
    """The province's date at an instant; raises ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError(_NAIVE.format(instant))
    return instant.astimezone(calendar.timezone).date()


def is_working_day(calendar: Calendar, day: date) -> bool:
    days = year_of(calendar, day.year).working_days
    place = bisect_left(days, day)
    return place < len(days) and days[place] == day


def add_working_days(calendar: Calendar, day: date, count: int) -> date:
    """The count-th working day after a day (0: the day itself); raises OutsideCalendar when the years run out."""
    left = count
    for year in range(day.year, LAST_YEAR + 1):
        if left <= 0:
            return day
        days = year_of(calendar, year).working_days
        place = bisect_right(days, day)  # 0 in every year but the first: all its days come after `day`
        if left <= len(days) - place:
            return days[place + left - 1]
        left -= len(days) - place
    raise OutsideCalendar(f"no {count} working days after {day} up to {LAST_YEAR}")


def working_days_between(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Working days after the local day of start up to and with the local day of end; negative when end is earlier."""
    first, last = local_day(calendar, start), local_day(calendar, end)
    return _count(calendar, first, last) if first <= last else -_count(calendar, last, first)


def _count(calendar: Calendar, first: date, last: date) -> int:
    total = 0
    for year in range(first.year, last.year + 1):
        days = year_of(calendar, year).working_days
        total += bisect_right(days, last) - bisect_right(days, first)
    return total


# Minutes


def openings(calendar: Calendar, day: date) -> tuple[Opening, ...]:
    """The sessions of a local day as instants in UTC; empty on a day off."""
    found = calendar.opened.get(day)
    if found is None:
        if len(calendar.opened) > MOST_OPENED:
            calendar.opened.clear()
        found = tuple(_openings(calendar, day)) if is_working_day(calendar, day) else ()
        calendar.opened[day] = found  # returned from here, not read back: another thread may clear it in between
    return found


def _openings(calendar: Calendar, day: date) -> Iterator[Opening]:
    special = calendar.special_days.get(day)
    # put together in local time and only then taken to UTC: an office opens at the same hour before and after its
    # clocks are set; Việt Nam's never are, but the rule must not know that
    for each in (special.sessions if special else ()) or calendar.hours.sessions:
        start, end = (datetime.combine(day, time, calendar.timezone) for time in (each.start, each.end))
        yield Opening(start.astimezone(UTC), end.astimezone(UTC))


def close_of(calendar: Calendar, day: date) -> datetime:
    """The instant (UTC) the last session of a day closes; on a day off, when it would have closed."""
    opened = openings(calendar, day)
    usual = datetime.combine(day, calendar.hours.sessions[-1].end, calendar.timezone).astimezone(UTC)
    return opened[-1].end if opened else usual


def _openings_from(calendar: Calendar, instant: datetime) -> Iterator[Opening]:
    """What is left of working time from an instant on, session by session, until the calendar's years run out."""
    first = local_day(calendar, instant)
    for year in range(first.year, LAST_YEAR + 1):
        days = year_of(calendar, year).working_days
        for day in days[bisect_left(days, first) :]:
            for each in openings(calendar, day):
                if each.end > instant:  # a session is closed at its end: who comes at 17:00 comes the next morning
                    yield Opening(max(each.start, instant), each.end)
    raise OutsideCalendar(f"no working time is left between {instant} and the end of {LAST_YEAR}")


def next_opening(calendar: Calendar, instant: datetime) -> datetime:
    """The instant itself (as UTC) within working time, else the start of the next session."""
    instant = utc(instant)
    found = calendar.found.get(instant)
    if found is None:  # a case's filing, questions and replies are asked about at its every move
        if len(calendar.found) > MOST_OPENED:
            calendar.found.clear()
        found = calendar.found[instant] = _next_opening(calendar, instant)
    return found


def _next_opening(calendar: Calendar, instant: datetime) -> datetime:
    day = local_day(calendar, instant)
    for each in openings(calendar, day) if day.year <= LAST_YEAR else ():  # nearly always a moment of a working day
        if instant < each.end:
            return max(each.start, instant)
    return next(_openings_from(calendar, instant)).start


def in_working_time(calendar: Calendar, instant: datetime) -> bool:
    return any(each.start <= instant < each.end for each in openings(calendar, local_day(calendar, instant)))


def working_time(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """Exact working time from start to end; negative when end is earlier, so that spans add up."""
    start, end = utc(start), utc(end)
    if end < start:
        return -working_time(calendar, end, start)
    first, last = (each.astimezone(calendar.timezone).date() for each in (start, end))
    if first == last:
        return _worked_within(calendar, first, start, end)
    ends = _worked_within(calendar, first, start, None) + _worked_within(calendar, last, None, end)
    return ends + _worked_between(calendar, first, last)


def _worked_within(calendar: Calendar, day: date, start: datetime | None, end: datetime | None) -> timedelta:
    """What of a day's sessions lies from start to end."""
    total = NOTHING
    for each in openings(calendar, day):
        since = each.start if start is None or start < each.start else start
        until = each.end if end is None or end > each.end else end
        if until > since:
            total += until - since
    return total


def _worked_between(calendar: Calendar, first: date, last: date) -> timedelta:
    """The sessions of all days after the first and before the last."""
    total = NOTHING
    for year in range(first.year, last.year + 1):
        days, sums = year_of(calendar, year).working_days, _sums(calendar, year)
        total += sums[bisect_left(days, last)] - sums[bisect_right(days, first)]
    return total


def _sums(calendar: Calendar, year: int) -> tuple[timedelta, ...]:
    """How much is worked in a year before each of its working days, and in all of it; computed once."""
    found = calendar.worked.get(year)
    if found is None:
        lengths = (_worked_within(calendar, day, None, None) for day in year_of(calendar, year).working_days)
        found = calendar.worked[year] = tuple(accumulate(lengths, initial=NOTHING))
    return found


def working_minutes_between(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Whole working minutes from start to end; negative when end is earlier."""
    worked = working_time(calendar, start, end)
    return worked // MINUTE if worked >= NOTHING else -(-worked // MINUTE)


def add_working_time(calendar: Calendar, instant: datetime, span: timedelta) -> datetime:
    """The earliest instant (UTC) at which a span of working time has passed since an instant."""
    left, instant = span, utc(instant)
    if left <= NOTHING:
        return instant
    for each in _openings_from(calendar, instant):
        # with equality: time that is up with a session is up at its close, not when the next one opens
        if left <= each.end - each.start:
            return each.start + left
        left -= each.end - each.start
    raise OutsideCalendar(f"no {span} of working time after {instant}")
