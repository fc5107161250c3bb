"""The board's words, numbers and days in one reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.messages import Name, Value, Words
from domain.statistics.definitions import decimal, number
from web import phrases

Saying = Callable[[Value, str], str]


@lru_cache(maxsize=8192)
def _numbered(saying: Saying, language: str, value: float | None) -> str:
    """Kept: a page tells hundreds of numbers, and most of them again and again."""
    if value is None:
        return saying(Words("figure-unknown"), language)
    return saying(decimal(value) if isinstance(value, float) else number(value), language)


@lru_cache(maxsize=1024)
def _named(saying: Saying, language: str, key: str, version: str) -> str:  # noqa: ARG001  names are a version's own
    return saying(Name("short", key) if key else Words("department-undecided"), language)


@dataclass(frozen=True, slots=True)
class Voice:
    """`t` says the pages' own sentences, `say` the values everybody else says, too."""

    language: str
    saying: Saying
    timezone: ZoneInfo
    #: of the catalogue
    version: str = ""

    def t(self, key: str, **given: object) -> str:
        """A sentence of the pages."""
        return phrases.say(self.language, key, **given)

    def say(self, value: Value) -> str:
        """A value in words."""
        return self.saying(value, self.language)

    def number(self, value: float | None) -> str:
        """A number as the language writes it; – for what cannot be said."""
        return _numbered(self.saying, self.language, value)

    def day(self, at: date | datetime | None) -> str:
        """A day of the province; "" for none."""
        if at is None:
            return ""
        local = at.astimezone(self.timezone) if isinstance(at, datetime) else at
        return f"{local.year}-{local.month:02d}-{local.day:02d}" if self.language == "zh" else f"{local:%d/%m/%Y}"

    def moment(self, at: datetime) -> str:
        """A moment with its day, in the province's time."""
        return f"{at.astimezone(self.timezone):%H:%M}, {self.day(at)}"

    def department(self, key: str) -> str:
        """A department's short name, or that nobody has it yet."""
        return _named(self.saying, self.language, key, self.version)

    def network(self, key: str) -> str:
        """A messenger's name; one that nobody has named yet goes by its key, and breaks no page."""
        return self.say(Words("messenger-name", {"network": key}))

    def topic(self, key: str) -> str:
        """A topic's name."""
        return self.say(Name("topic", key) if key else Words("report-unknown"))
