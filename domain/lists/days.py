"""Days as people write them into lists: always the day first, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from domain.language import fold
from domain.lists.cells import Value, text_of

#: between these serial numbers lie the days a list may speak of (1954 to 2119); below them stand years and amounts
_LEAST_SERIAL, _MOST_SERIAL = 20_000, 80_000
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_CENTURY, _OLDEST_SHORT = 2000, 70
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(r"\b\d{1,2}\s*(?:h|g|gio|:)\s*\d{0,2}(?:\s*(?:p|phut|:)\s*\d{0,2})?(?:\s*[ap]m)?\b")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)")
_IN_WORDS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*nam\s*(\d{4})")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ENGLISH = re.compile(r"(\d{1,2})[\s-]*([a-z]{3})[a-z]*[\s,-]*(\d{4})")
_WEEK = re.compile(r"(?:tuan|week|w)\s*(?:thu\s*)?(\d{1,2})\s*(?:[-/,]|nam|\s)\s*(?:nam\s*)?(\d{4})")
#: what may stand around a day without making it another one
_AROUND = re.compile(r"[\s,.;:()]*(?:(?:ngay|luc|vao|hoi|sang|chieu|date)[\s,.;:()]*)*")


class NoDayError(ValueError):
    """What stands there names no one day; the message says why."""


def read(value: Value, *, epoch_1904: bool = False) -> date | None:
    """The day a cell names, None for an empty one; raises NoDayError for anything that is not one day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = text_of(value)
    if not said:
        return None
    if isinstance(value, int | float) or _SERIAL.fullmatch(said):
        return _of_serial(float(said.replace(",", ".")), epoch_1904=epoch_1904)
    return _of_words(said)


def _of_serial(number: float, *, epoch_1904: bool) -> date:
    """The day of a serial number, which table programs count from an epoch."""
    if not _LEAST_SERIAL <= number <= _MOST_SERIAL:
        raise NoDayError("a number that is no day")
    return (_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=int(number))


def _of_words(said: str) -> date:
    folded = " ".join(fold(said).split())
    for pattern, make in _FORMS:
        match = pattern.search(folded)
        if match is None:
            continue
        around = _CLOCK.sub(" ", f"{folded[: match.start()]} {folded[match.end() :]}")
        if not _AROUND.fullmatch(around):
            break
        return _made(make, match)
    raise NoDayError(_why(folded))


def _made(make: Callable[[re.Match[str]], date], match: re.Match[str]) -> date:
    try:
        return make(match)
    except (ValueError, KeyError) as error:
        raise NoDayError("there is no such day (the day comes first, then the month)") from error


def _day_first(match: re.Match[str]) -> date:
    day, _, month, year = match.groups()
    return date(_whole(int(year)), int(month), int(day))


def _whole(year: int) -> int:
    """A year of two figures as it is meant."""
    if year >= 100:  # noqa: PLR2004  it has more than two
        return year
    return year + _CENTURY - (100 if year >= _OLDEST_SHORT else 0)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...] = (
    (_YEAR_FIRST, lambda found: date(int(found[1]), int(found[3]), int(found[4]))),
    (_DAY_FIRST, _day_first),
    (_IN_WORDS, lambda found: date(int(found[3]), int(found[2]), int(found[1]))),
    (_CHINESE, lambda found: date(int(found[1]), int(found[2]), int(found[3]))),
    (_ENGLISH, lambda found: date(int(found[3]), _month(found[2]), int(found[1]))),
    (_WEEK, lambda found: date.fromisocalendar(int(found[2]), int(found[1]), 1)),
)


def _month(name: str) -> int:
    if name not in _MONTHS:
        raise KeyError(name)
    return _MONTHS.index(name) + 1


def _why(folded: str) -> str:
    """Why a text names no day, as precisely as can be said."""
    if re.fullmatch(r"(?:thang\s*)?\d{1,2}\s*[/.\-]\s*\d{4}|thang\s*\d{1,2}\s*nam\s*\d{4}", folded):
        return "names a month and no day"
    if re.fullmatch(r"(?:ngay\s*)?\d{1,2}\s*[/.\-]\s*\d{1,2}", folded):
        return "names no year"
    if re.match(r"truoc|trong|den|sau|quy", folded):
        return "names a time and no one day"
    return "is no day"
