"""An independent clock: every minute of 2023–2030 as a byte, 1 for worked, and deadlines found by counting bytes.

It shares no code with domain/: it reads the province's raw TOML and the holidays library for itself.
"""

from __future__ import annotations

import random
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

PROVINCE = Path(__file__).parents[1] / "catalogue" / "lang-son" / "province.toml"
FIRST, LAST = date(2023, 12, 1), date(2030, 12, 31)
ZERO = datetime(2023, 11, 30, tzinfo=UTC)
A_DAY = 24 * 60
Span = tuple[int, int]
Sessions = tuple[tuple[str, str], ...]


@cache
def raw() -> dict[str, Any]:
    return tomllib.loads(PROVINCE.read_text(encoding="utf-8"))


@cache
def national() -> Any:
    return holidays.country_holidays("VN", years=range(FIRST.year - 1, LAST.year + 2))


def minute(instant: datetime) -> int:
    return int((instant - ZERO).total_seconds() // 60)


def instant(number: int) -> datetime:
    return ZERO + timedelta(minutes=number)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way a province or a department may work; special: day → worked or not, and its own sessions."""

    sessions: Sessions = (("07:30:00", "11:30:00"), ("13:30:00", "17:00:00"))
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    special: tuple[tuple[date, bool, Sessions], ...] = ()
    zone: str = "Asia/Ho_Chi_Minh"
    of_department: bool = False

    def toml(self) -> str:
        """The same as a file of the catalogue."""
        hours = f"sessions = {_toml(self.sessions)}\nweekdays = {list(self.weekdays)}\n"
        names = 'names = { vi = "Ngày riêng" }\n'
        lines = [f'[province]\nnames = {{ vi = "Tỉnh" }}\ncode_prefix = "LS"\ntimezone = "{self.zone}"\n']
        lines.append(f'[[department]]\nkey = "so"\nnames = {{ vi = "Sở" }}\n{hours if self.of_department else ""}')
        lines += [] if self.of_department else [f"[working_hours]\n{hours}"]
        for day, is_worked, sessions in self.special:
            own = f"sessions = {_toml(sessions)}\n" if sessions else ""
            lines.append(f"[[special_day]]\nday = {day}\nis_worked = {str(is_worked).lower()}\n{names}{own}")
        return "\n".join(lines)


def _toml(sessions: Sessions) -> str:
    return "[" + ", ".join(f"{{ start = {start}, end = {end} }}" for start, end in sessions) + "]"


def of_the_province(*, swapped: bool) -> tuple[tuple[date, bool, Sessions], ...]:
    """The special days of the catalogue, with the undecided swap or without."""
    return tuple(
        (each["day"], each["is_worked"], ()) for each in raw()["special_day"] if swapped or "only_if" not in each
    )


@dataclass(slots=True)
class Minutes:
    """The bytes of a setting, and where each local day begins and closes (-1: a day off)."""

    setting: Setting
    open: bytearray = field(init=False)
    starts: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.open = bytearray(((LAST - FIRST).days + 5) * A_DAY)
        special = {day: (is_worked, sessions) for day, is_worked, sessions in self.setting.special}
        day = FIRST
        while day <= LAST:
            self.starts.append(self._minute(day, "00:00:00"))
            is_worked, own = special.get(day, (self._usually(day), ()))
            for start, end in (own or self.setting.sessions) if is_worked else ():
                first, last = self._minute(day, start), self._minute(day, end)
                self.open[first:last] = b"\1" * (last - first)
            day += timedelta(1)
        ends = [*self.starts[1:], self.starts[-1] + A_DAY]
        self.closes = [self.open.rfind(1, start, end) for start, end in zip(self.starts, ends, strict=True)]

    def _minute(self, day: date, clock: str) -> int:
        return minute(datetime.combine(day, time.fromisoformat(clock), ZoneInfo(self.setting.zone)))

    def _usually(self, day: date) -> bool:
        return day in national().weekend_workdays or (day.weekday() in self.setting.weekdays and day not in national())

    def opening(self, at: int) -> int:
        return self.open.find(1, at)

    def day(self, at: int) -> int:
        """The number of the local day."""
        return bisect_right(self.starts, at) - 1

    def spans(self, received: int, pauses: list[Span]) -> list[Span]:
        """Pauses from opening to opening, without what lies before the receipt."""
        opened = self.opening(received)
        found = [(max(self.opening(start), opened), self.opening(end)) for start, end in pauses]
        return [(start, end) for start, end in found if start < end]

    def working_days(self, received: int, days: int, pauses: list[Span]) -> int:
        """Walks the days, leaving out those off and those after a question up to its answer."""
        spans = self.spans(received, pauses)
        paused = {day for start, end in spans for day in range(self.day(start) + 1, self.day(end) + 1)}
        day = self.day(self.opening(received))
        while days:
            day += 1
            days -= self.closes[day] >= 0 and day not in paused
        while over := [end for start, end in spans if start <= self.closes[day] < end]:
            day = self.day(max(over))
        return self.closes[day] + 1

    def working_minutes(self, received: int, minutes: int, pauses: list[Span]) -> int:
        """Walks the minutes, with every paused one struck out."""
        at = self.opening(received)
        window = self.open[at : at + 400 * A_DAY] if pauses else self.open
        zero = at if pauses else 0
        for start, end in self.spans(received, pauses):
            window[start - zero : end - zero] = bytes(end - start)
        at -= zero
        while minutes:
            at = window.find(1, at)
            at, minutes = at + minutes, minutes - window.count(1, at, at + minutes)
        return at + zero

    def calendar_days(self, received: int, days: int) -> int:
        """The close of the last day, or of the first worked day after it."""
        day = self.day(self.opening(received)) + days
        while self.closes[day] < 0:
            day += 1
        return self.closes[day] + 1

    def used(self, received: int, now: int, pauses: list[Span]) -> int:
        """Worked minutes from the receipt to now that were not paused."""
        opened = self.opening(received)
        window = self.open[opened : max(now, opened)]
        for start, end in self.spans(received, pauses):
            there = range(*slice(start - opened, end - opened).indices(len(window)))
            window[there.start : there.stop] = bytes(len(there))
        return window.count(1)


# Random settings and cases


def layouts() -> Iterator[Setting]:
    """Layouts of a day and a week, with the province's special days and others, as hours of a department, too."""
    dice = random.Random(2026)
    mornings = (("08:00:00", "12:00:00"),)
    long_day = (("06:45:00", "11:00:00"), ("12:30:00", "15:45:00"), ("19:00:00", "20:30:00"))
    nights = (("00:30:00", "04:00:00"), ("21:15:00", "23:59:00"))
    yield Setting(special=of_the_province(swapped=False))
    yield Setting(special=of_the_province(swapped=True))
    yield Setting(mornings, (0, 1, 2, 3, 4, 5), of_the_province(swapped=False), of_department=True)
    yield Setting(long_day, (1, 2, 3, 4, 6), _more(dice), of_department=True)
    yield Setting(special=_more(dice))
    yield Setting(mornings, (2,), _more(dice))
    yield Setting((("00:00:00", "23:59:00"),), (0, 1, 2, 3, 4, 5, 6), _more(dice), of_department=True)
    yield Setting(special=_more(dice), zone="Europe/Berlin")
    yield Setting(nights, (0, 2, 4, 5, 6), _more(dice), zone="Australia/Lord_Howe", of_department=True)


def _more(dice: random.Random) -> tuple[tuple[date, bool, Sessions], ...]:
    """Days off, Saturdays and Sundays worked, half days, anywhere."""
    days = dice.sample(range((date(2029, 1, 1) - date(2024, 1, 1)).days), 120)
    half: list[Sessions] = [(), (("07:30:00", "11:30:00"),), (("13:45:00", "16:10:00"), ("16:15:00", "18:00:00"))]
    found = [(date(2024, 1, 1) + timedelta(number), dice.random() < 0.5) for number in days]
    return tuple((day, is_worked, dice.choice(half) if is_worked else ()) for day, is_worked in found)


@dataclass(frozen=True, slots=True)
class Try:
    """One random case, in minutes since ZERO; the limit and its extension in days or in minutes."""

    unit: str
    received: int
    limit: int
    more: int
    pauses: tuple[Span, ...]
    now: int


def some_case(dice: random.Random) -> Try:
    """A case from 2024 to 2028; a few days are as likely as many."""
    received = dice.randrange(minute(datetime(2024, 1, 1, tzinfo=UTC)), minute(datetime(2028, 12, 31, tzinfo=UTC)))
    unit = dice.choice(("working_days", "working_days", "working_hours", "calendar_days"))
    top = dice.choice((1, 3, 10, 45))
    limit, more = dice.randint(0, top), dice.choice((0, 0, dice.randint(1, 10)))
    if unit == "working_hours":
        limit, more = dice.randint(0, limit * 300), more * 60
    pauses = []
    for _ in range(dice.choice((0, 0, 1, 1, 2, 3)) if unit != "calendar_days" else 0):
        start = received + dice.randint(-2, 30) * dice.choice((60, A_DAY)) + dice.randint(0, 600)
        pauses.append((start, start + dice.randint(0, 15) * dice.choice((1, 60, A_DAY))))
    return Try(unit, received, limit, more, tuple(pauses), received + dice.randint(-A_DAY, 40 * A_DAY))
