"""By when something is to be done: as people type it, as the calendar counts it, and when to remind of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.deadline.calendars import (
    Calendar,
    OutsideCalendar,
    add_working_days,
    close_of,
    is_working_day,
    local_day,
    openings,
)
from domain.deadline.promises import Agenda
from domain.language import fold

#: working days and calendar days nobody is given more of
MOST_DAYS = 365
_A_WEEK = 7
#: how far off a date without a year may be: one just gone by is a slip, and not meant for next year
_AHEAD = timedelta(days=240)


class Watch(StrEnum):
    """Why the clock looks at a directive."""

    HALF = "directive-half"
    EVE = "directive-eve"
    LATE = "directive-late"


@dataclass(frozen=True, slots=True)
class Limit:
    """When it is due (UTC), and when the clock reminds of it."""

    due: datetime
    agenda: Agenda


def limit(calendar: Calendar, now: datetime, day: date) -> Limit:
    """To the close of that day, or of the next working day where it is none; reminders on mornings still to come."""
    last = day if is_working_day(calendar, day) else add_working_days(calendar, day, 1)
    today = local_day(calendar, now)
    half, eve = _between(calendar, today, last), _before(calendar, last)
    days = ((half, Watch.HALF), (eve, Watch.EVE), (add_working_days(calendar, last, 1), Watch.LATE))
    # a short term has its half on the eve, which says more, and its eve today, when it has just been read
    kept = [(each, what) for each, what in days if each > today and (what is not Watch.HALF or each < eve)]
    return Limit(close_of(calendar, last), tuple((openings(calendar, each)[0].start, str(what)) for each, what in kept))


def in_working_days(calendar: Calendar, now: datetime, days: int) -> date:
    """The day that is so many working days from today."""
    return add_working_days(calendar, local_day(calendar, now), days)


def _between(calendar: Calendar, first: date, last: date) -> date:
    days = sum(is_working_day(calendar, first + timedelta(n)) for n in range(1, (last - first).days + 1))
    return add_working_days(calendar, first, (days + 1) // 2)


def _before(calendar: Calendar, day: date) -> date:
    before = day - timedelta(1)
    while not is_working_day(calendar, before):
        before -= timedelta(1)
    return before


# As people type it


def read(calendar: Calendar, now: datetime, text: str) -> date | None:
    """The day a text gives as its limit, today or later; None where it gives none, or several that differ.

    “trước 15/12”, “trong 5 ngày làm việc”, “trước thứ Sáu”, “trong tuần này”, “by 15/12”, “12月15日前”.
    """
    today, plain = local_day(calendar, now), " ".join(fold(text).split())
    found = set()
    for pattern, day in _READERS:
        for match in pattern.finditer(plain):
            try:
                found.add(day(calendar, today, match))
            except (ValueError, OverflowError, OutsideCalendar):
                return None
    return found.pop() if len(found) == 1 else None


_Reader = Callable[[Calendar, date, re.Match[str]], date | None]


def _dated(_: Calendar, today: date, match: re.Match[str]) -> date | None:
    """Day first, as the country writes it; without a year the next such day, if that is not far off."""
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if year:
        found = date(int(year) + (2000 if int(year) < 100 else 0), month, day)  # noqa: PLR2004  two digits
        return found if found >= today else None
    this, next_ = date(today.year, month, day), date(today.year + 1, month, day)
    found = this if this >= today else next_
    return found if found - today <= _AHEAD else None


def _counted(calendar: Calendar, today: date, match: re.Match[str]) -> date | None:
    days = int(match["days"])
    if not 1 <= days <= MOST_DAYS:
        return None
    return add_working_days(calendar, today, days) if match["working"] else today + timedelta(days)


_WEEKDAYS = {
    word: day
    for day, words in enumerate(
        (
            "hai 2 monday 一",
            "ba 3 tuesday 二",
            "tu 4 wednesday 三",
            "nam 5 thursday 四",
            "sau 6 friday 五",
            "bay 7 saturday 六",
        )
    )
    for word in words.split()
}


def _on_weekday(_: Calendar, today: date, match: re.Match[str]) -> date:
    """The next such day; of the week after this one where that is said."""
    wanted = _WEEKDAYS[match["weekday"]]
    if match["next"]:
        return today + timedelta(_A_WEEK - today.weekday() + wanted)
    return today + timedelta((wanted - today.weekday()) % _A_WEEK or _A_WEEK)


def _this_week(_: Calendar, today: date, match: re.Match[str]) -> date:
    return today + timedelta(4 - today.weekday() + (_A_WEEK if match["next"] else 0))


def _end_of_month(_: Calendar, today: date, __: re.Match[str]) -> date:
    return (today.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


_UNTIL = r"(?:truoc|den|han(?: cuoi)?(?: la)?|cham nhat|trong|by|before|until|due|no later than)"
_DATE = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?:\s?[/.-]\s?(?P<year>\d{4}|\d{2}))?(?![\d/])"
_LONG_DATE = r"(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?: nam (?P<year>\d{4}))?"
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (re.compile(rf"\b{_UNTIL}(?: het)?(?: ngay| hom)? {_DATE}"), _dated),
    (re.compile(rf"\b{_UNTIL}(?: het)?(?: ngay)? {_LONG_DATE}"), _dated),
    (re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?:之?前|以前)"), _dated),
    (re.compile(rf"\b{_UNTIL}(?: vong)? (?P<days>\d{{1,3}}) ngay(?P<working> lam viec)?"), _counted),
    (re.compile(r"\b(?:within|in) (?P<days>\d{1,3}) (?P<working>working |business )?days?\b"), _counted),
    (re.compile(r"(?P<days>\d{1,3})个?(?P<working>工作)?[日天]之?内"), _counted),
    (
        re.compile(rf"\b{_UNTIL}(?: het)? thu (?P<weekday>hai|ba|tu|nam|sau|bay|[2-7])\b(?P<next> tuan (?:sau|toi))?"),
        _on_weekday,
    ),
    (
        re.compile(r"\b(?:by|before|until) (?P<next>next )?(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur)day)"),
        _on_weekday,
    ),
    (re.compile(r"(?P<next>下)?(?:周|星期)(?P<weekday>[一二三四五六])之?前"), _on_weekday),
    (re.compile(rf"\b{_UNTIL}(?: het)? tuan (?:nay|(?P<next>sau|toi))"), _this_week),
    (
        re.compile(rf"\b{_UNTIL}(?: het)? (?:hom nay|ngay hom nay)\b|\b(?:by|before) today\b"),
        lambda _, today, __: today,
    ),
    (
        re.compile(rf"\b{_UNTIL}(?: het)? (?:ngay )?mai\b|\b(?:by|before) tomorrow\b|明天之?前"),
        lambda _, today, __: today + timedelta(1),
    ),
    (re.compile(rf"\b{_UNTIL}(?: het)? (?:cuoi thang|thang nay)|月底之?前"), _end_of_month),
)
