"""A report with what it takes to say it in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from domain.deadline.calendars import Calendar
from domain.messages import Name, Value, Words
from domain.province.catalogue import Catalogue
from domain.statistics.reports import Report
from domain.statistics.shares import INSTANT


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with what it takes to say it in one language."""

    report: Report
    catalogue: Catalogue
    calendar: Calendar
    say: Callable[[Value], str]

    def day(self, day: date | datetime) -> str:
        """A day of the province, as it stands in a list."""
        return f"{day.astimezone(self.catalogue.timezone) if isinstance(day, datetime) else day:%d/%m/%Y}"

    def department(self, key: str) -> str:
        """A department's short name, or that nobody has it yet."""
        return self.say(Name("short", key) if key else Words("department-undecided"))

    def all(self, *values: Value) -> list[str]:
        """Several sentences, such as a table's header."""
        return [self.say(value) for value in values]

    def topic(self, key: str) -> str:
        """A topic's name."""
        return self.say(Name("topic", key) if key else Words("report-unknown"))


def last_day(it: Telling) -> date:
    """The last day the figures tell of."""
    return (it.report.bounds[1] - INSTANT).astimezone(it.catalogue.timezone).date()
