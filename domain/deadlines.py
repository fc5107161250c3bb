"""Working time: when a filing counts as received, when an answer is due, and why.

Instants go in and come out aware, in UTC; days are the province's own (its time zone is in the catalogue). Public holidays come from
the pinned holidays library, corrected by the special days of the catalogue. A session is open at its start and closed at its end.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.catalogue import Catalogue, Hours, SpecialDay, Unit

FIRST_YEAR, LAST_YEAR = 2000, 2100
NOTHING = timedelta(0)
MINUTE = timedelta(minutes=1)


class OutsideCalendar(Exception):
    """No working day was found up to the calendar's last year; or a date lies outside its years."""


class Occasion(StrEnum):
    """Why a weekday is off; special: the catalogue says so and names the reason."""

    NEW_YEAR = "new_year"
    TET = "tet"
    HUNG_KINGS = "hung_kings"
    REUNIFICATION = "reunification"
    LABOUR_DAY = "labour_day"
    NATIONAL_DAY = "national_day"
    CULTURE_DAY = "culture_day"
    SWAPPED = "swapped"
    SPECIAL = "special"


#: A part of the library's Vietnamese name → the occasion; the first that fits counts, anything else at Tết is Tết.
NAMED = {
    "Dương lịch": Occasion.NEW_YEAR,
    "Hùng Vương": Occasion.HUNG_KINGS,
    "Chiến thắng": Occasion.REUNIFICATION,
    "Lao động": Occasion.LABOUR_DAY,
    "Quốc khánh": Occasion.NATIONAL_DAY,
    "Văn hóa": Occasion.CULTURE_DAY,
    "thay cho": Occasion.SWAPPED,
}


@dataclass(frozen=True, slots=True)
class Year:
    """The working days of one year in order, and its days off that are not plain weekends."""

    working_days: tuple[date, ...]
    holidays: Mapping[date, Occasion]


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the province, or one of its departments, works; version changes with anything that could move a deadline."""

    timezone: ZoneInfo
    hours: Hours
    special_days: Mapping[date, SpecialDay]
    version: str
    _years: dict[int, Year] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One session of one day as two instants in UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """The business owed something from start to end; a pause that still runs ends at the caller's now."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due (UTC) with every fact it was computed from; pauses are those that moved it."""

    due_at: datetime
    received: datetime
    opened_at: datetime
    unit: Unit
    amount: float
    extension: float = 0
    pauses: tuple[Pause, ...] = ()
    calendar_version: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A run of days off between the first and the last local day, with its occasions and the catalogue's names for it."""

    first: date
    last: date
    occasions: tuple[Occasion, ...]
    names: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PauseFact:
    """One pause in local days, and the working days it moved the deadline by."""

    first: date
    last: date
    working_days: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts behind a deadline, in local days; the words for them are made elsewhere."""

    received_day: date
    counts_as_received: date
    first_day: date
    due_day: date
    due_at: datetime
    unit: Unit
    amount: float
    skipped: tuple[Skipped, ...]
    worked_instead: tuple[date, ...]
    pauses: tuple[PauseFact, ...]
    extension: float
    rolled_from: date | None
    calendar_version: str


# Building


def calendar(catalogue: Catalogue, department: str = "") -> Calendar:
    """The province's calendar, or a department's own where the catalogue gives it other hours."""
    found = catalogue.department(department)
    hours = (found.hours if found else None) or catalogue.hours
    special_days = {each.day: each for each in catalogue.special_days}
    return Calendar(catalogue.timezone, hours, special_days, _version(catalogue, hours))


def _version(catalogue: Catalogue, hours: Hours) -> str:
    from importlib.metadata import version  # noqa: PLC0415

    parts = (catalogue.timezone.key, hours, catalogue.special_days, version("holidays"))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _year(calendar: Calendar, year: int) -> Year:
    """The year's working days, computed once; neighbouring years are loaded too, because a swap can cross the year's end."""
    if year not in calendar._years:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise OutsideCalendar(f"the calendar covers {FIRST_YEAR} to {LAST_YEAR}, not {year}")
        calendar._years[year] = _load(calendar, year)
    return calendar._years[year]


def _load(calendar: Calendar, year: int) -> Year:
    from holidays import country_holidays  # here, because it takes 80 ms that a start need not wait for  # noqa: PLC0415

    national = country_holidays("VN", years=range(year - 1, year + 2), language="vi")
    made_up = national.weekend_workdays
    days_of_year = [date(year, 1, 1) + timedelta(days) for days in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    off = {day: _occasion(str(national[day])) for day in days_of_year if day in national}
    usual = {day for day in days_of_year if day in made_up or (day not in off and day.weekday() in calendar.hours.weekdays)}
    special = {day: each for day, each in calendar.special_days.items() if day.year == year}
    usual |= {day for day, each in special.items() if each.is_worked}
    usual -= {day for day, each in special.items() if not each.is_worked}
    off |= {day: Occasion.SPECIAL for day, each in special.items() if not each.is_worked}
    return Year(tuple(sorted(usual)), {day: occasion for day, occasion in off.items() if day not in usual})


def _occasion(name: str) -> Occasion:
    return next((occasion for part, occasion in NAMED.items() if part in name), Occasion.TET)


# Days


def local_day(calendar: Calendar, instant: datetime) -> date:
    """The province's date at an instant; raises ValueError for a naive one, which could mean any zone."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant} has no time zone: pass an aware instant in UTC")
    return instant.astimezone(calendar.timezone).date()


def is_working_day(calendar: Calendar, day: date) -> bool:
    days = _year(calendar, day.year).working_days
    place = bisect_left(days, day)
    return place < len(days) and days[place] == day


def add_working_days(calendar: Calendar, day: date, count: int) -> date:
    """The count-th working day after a day (0: the day itself); raises OutsideCalendar when the years run out."""
    left = count
    for year in range(day.year, LAST_YEAR + 1):
        if left <= 0:
            return day
        days = _year(calendar, year).working_days
        place = bisect_right(days, day)
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
        days = _year(calendar, year).working_days
        total += bisect_right(days, last) - bisect_right(days, first)
    return total


# Minutes


def openings(calendar: Calendar, day: date) -> tuple[Opening, ...]:
    """The sessions of a local day as instants in UTC; empty on a day off."""
    if not is_working_day(calendar, day):
        return ()
    special = calendar.special_days.get(day)
    sessions = (special.sessions if special else ()) or calendar.hours.sessions
    return tuple(
        Opening(
            datetime.combine(day, each.start, calendar.timezone).astimezone(UTC),
            datetime.combine(day, each.end, calendar.timezone).astimezone(UTC),
        )
        for each in sessions
    )


def close_of(calendar: Calendar, day: date) -> datetime:
    """The instant (UTC) the last session of a day closes; on a day off, when it would have closed."""
    opened = openings(calendar, day)
    usual = datetime.combine(day, calendar.hours.sessions[-1].end, calendar.timezone).astimezone(UTC)
    return opened[-1].end if opened else usual


def _openings_from(calendar: Calendar, instant: datetime) -> Iterator[Opening]:
    """What is left of working time from an instant on, session by session, until the calendar's years run out."""
    first = local_day(calendar, instant)
    for year in range(first.year, LAST_YEAR + 1):
        days = _year(calendar, year).working_days
        for day in days[bisect_left(days, first) :]:
            for each in openings(calendar, day):
                if each.end > instant:
                    yield Opening(max(each.start, instant), each.end)
    raise OutsideCalendar(f"no working time is left between {instant} and the end of {LAST_YEAR}")


def next_opening(calendar: Calendar, instant: datetime) -> datetime:
    """The instant itself (as UTC) within working time, else the start of the next session."""
    return next(_openings_from(calendar, instant)).start.astimezone(UTC)


def in_working_time(calendar: Calendar, instant: datetime) -> bool:
    return any(each.start <= instant < each.end for each in openings(calendar, local_day(calendar, instant)))


def working_time(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """Exact working time from start to end; negative when end is earlier, so that spans add up."""
    if end < start:
        return -working_time(calendar, end, start)
    total, last = NOTHING, local_day(calendar, end)
    for year in range(local_day(calendar, start).year, last.year + 1):
        days = _year(calendar, year).working_days
        for day in days[bisect_left(days, local_day(calendar, start)) : bisect_right(days, last)]:
            for each in openings(calendar, day):
                total += max(min(each.end, end) - max(each.start, start), NOTHING)
    return total


def working_minutes_between(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Whole working minutes from start to end; negative when end is earlier."""
    minutes = abs(working_time(calendar, start, end)) // MINUTE
    return minutes if start <= end else -minutes


def add_working_time(calendar: Calendar, instant: datetime, span: timedelta) -> datetime:
    """The earliest instant (UTC) at which a span of working time has passed since an instant."""
    left = span
    if left <= NOTHING:
        return instant.astimezone(UTC)
    for each in _openings_from(calendar, instant):
        if left <= each.end - each.start:
            return (each.start + left).astimezone(UTC)
        left -= each.end - each.start
    raise OutsideCalendar(f"no {span} of working time after {instant}")


# Deadlines


def received_at(calendar: Calendar, instant: datetime) -> datetime:
    """When a filing counts as received (UTC): at once within working time, else at the next opening."""
    return next_opening(calendar, instant)


def deadline(
    calendar: Calendar,
    received: datetime,
    working_days: int,
    pauses: Iterable[Pause] = (),
    extension_days: int = 0,
) -> Deadline:
    """The close of the working_days-th working day after the day of receipt, moved by pauses and an extension.

    A pause moves it by the working days after its first day up to its last; a pause begun when it was already past moves nothing.
    """
    opened = received_at(calendar, received)
    due_day = add_working_days(calendar, local_day(calendar, opened), working_days + extension_days)
    counted = []
    for pause in merged(pauses, opened):
        if pause.start < close_of(calendar, due_day):
            due_day = add_working_days(calendar, due_day, working_days_between(calendar, pause.start, pause.end))
            counted.append(pause)
    due_at = close_of(calendar, due_day)
    facts = (Unit.WORKING_DAYS, working_days, extension_days, tuple(counted), calendar.version)
    return Deadline(due_at, received.astimezone(UTC), opened, *facts)


def deadline_in_hours(
    calendar: Calendar,
    received: datetime,
    working_hours: float,
    pauses: Iterable[Pause] = (),
    extension_hours: float = 0,
) -> Deadline:
    """The instant at which so many working hours have passed since receipt; pauses move it by their working time."""
    opened = received_at(calendar, received)
    due_at = add_working_time(calendar, opened, timedelta(hours=working_hours + extension_hours))
    counted = []
    for pause in merged(pauses, opened):
        if pause.start < due_at:
            due_at = add_working_time(calendar, due_at, working_time(calendar, pause.start, pause.end))
            counted.append(pause)
    facts = (Unit.WORKING_HOURS, working_hours, extension_hours, tuple(counted), calendar.version)
    return Deadline(due_at, received.astimezone(UTC), opened, *facts)


def calendar_days(calendar: Calendar, received: datetime, days: int, extension_days: int = 0) -> Deadline:
    """The close of the days-th calendar day after the day of receipt, or of the next working day when that is a day off.

    So counts the Civil Code 2015 (articles 147 and 148) and, with it, the laws on complaints and denunciations; nothing pauses it.
    """
    opened = received_at(calendar, received)
    last = local_day(calendar, opened) + timedelta(days + extension_days)
    due_day = last if is_working_day(calendar, last) else add_working_days(calendar, last, 1)
    facts = (Unit.CALENDAR_DAYS, days, extension_days, (), calendar.version)
    return Deadline(close_of(calendar, due_day), received.astimezone(UTC), opened, *facts)


def merged(pauses: Iterable[Pause], opened: datetime) -> tuple[Pause, ...]:
    """Pauses in order without overlaps and without what lies before the case was opened."""
    result: list[Pause] = []
    for each in sorted(pauses):
        start, end = max(each.start, opened), each.end
        if result and start <= result[-1].end:
            result[-1] = replace(result[-1], end=max(result[-1].end, end))
        elif start < end:
            result.append(Pause(start, end))
    return tuple(result)


# Where a deadline stands


def _net(calendar: Calendar, given: Deadline, until: datetime) -> timedelta:
    """The time that counts between opening and an instant: working time outside pauses, or all time for calendar days."""
    if given.unit is Unit.CALENDAR_DAYS:
        return max(until - given.opened_at, NOTHING)
    spans = [(given.opened_at, until), *((each.start, min(each.end, until)) for each in given.pauses)]
    whole, *paused = (working_time(calendar, start, max(start, end)) for start, end in spans)
    return whole - sum(paused, NOTHING)


def share_elapsed(calendar: Calendar, given: Deadline, now: datetime) -> float:
    """How much of the time to a deadline is used up, from 0 to 1; it stands still during pauses."""
    total = _net(calendar, given, given.due_at)
    if now >= given.due_at or not total:
        return 1.0 if now >= given.opened_at else 0.0
    return min(max(_net(calendar, given, now) / total, 0.0), 1.0)


def moment_of_share(calendar: Calendar, given: Deadline, share: float) -> datetime:
    """The earliest instant (UTC) at which a share from 0 to 1 of the time to a deadline is used up."""
    if share >= 1:
        return given.due_at
    span = _net(calendar, given, given.due_at) * max(share, 0.0)
    if given.unit is Unit.CALENDAR_DAYS:
        return given.opened_at + span
    moment = add_working_time(calendar, given.opened_at, span)
    for pause in given.pauses:
        if pause.start < moment:
            moment = add_working_time(calendar, moment, working_time(calendar, pause.start, pause.end))
    return min(moment, given.due_at)


# Why


def explain(calendar: Calendar, given: Deadline) -> Explanation:
    """The facts that led to a deadline, for one sentence anybody can check on a wall calendar."""
    opened, due = local_day(calendar, given.opened_at), local_day(calendar, given.due_at)
    first = add_working_days(calendar, opened, 1)
    last = opened + timedelta(int(given.amount + given.extension))
    by_calendar = given.unit is Unit.CALENDAR_DAYS
    return Explanation(
        received_day=local_day(calendar, given.received),
        counts_as_received=opened,
        first_day=opened + timedelta(1) if by_calendar else first,
        due_day=due,
        due_at=given.due_at,
        unit=given.unit,
        amount=given.amount,
        skipped=tuple(_skipped(calendar, opened, due)),
        worked_instead=tuple(_worked_instead(calendar, opened, due)),
        pauses=tuple(_pause_fact(calendar, each) for each in given.pauses),
        extension=given.extension,
        rolled_from=last if by_calendar and last != due else None,
        calendar_version=given.calendar_version,
    )


def _pause_fact(calendar: Calendar, pause: Pause) -> PauseFact:
    first, last = local_day(calendar, pause.start), local_day(calendar, pause.end)
    return PauseFact(first, last, working_days_between(calendar, pause.start, pause.end))


def _days_after(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days) for days in range(1, (last - first).days + 1))


def _worked_instead(calendar: Calendar, first: date, last: date) -> Iterator[date]:
    """Days after first up to last that are worked although their weekday usually is not."""
    usual = calendar.hours.weekdays
    return (day for day in _days_after(first, last) if day.weekday() not in usual and is_working_day(calendar, day))


def _skipped(calendar: Calendar, first: date, last: date) -> Iterator[Skipped]:
    """Runs of days off after first up to last; plain weekends join a run together but do not make one."""
    run: list[date] = []
    for day in _days_after(first, last):
        if is_working_day(calendar, day):
            yield from _run(calendar, run)
            run = []
        elif day.weekday() in calendar.hours.weekdays:
            run.append(day)
    yield from _run(calendar, run)


def _run(calendar: Calendar, days: list[date]) -> Iterator[Skipped]:
    if not days:
        return
    occasions = dict.fromkeys(_year(calendar, day.year).holidays[day] for day in days)
    named = [calendar.special_days[day].names for day in days if day in calendar.special_days]
    yield Skipped(days[0], days[-1], tuple(occasions), tuple(named))
