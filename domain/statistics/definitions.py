"""What each figure means: its unit and the date it goes by here, its name and its meaning in the locales.

The words are `figure-KEY` and `figure-KEY-means`; a report prints them beside its figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.messages import Value, Words
from domain.statistics.figures import Figures
from domain.statistics.periods import Period, Span

#: cases below which a percentage is not told
MANY = 10


class Measure(StrEnum):
    """In what a figure is told."""

    CASES = "cases"
    EVENTS = "events"
    HOURS = "hours"
    PERCENT = "percent"
    STARS = "stars"
    MONEY = "money"
    JOBS = "jobs"


class Basis(StrEnum):
    """By which date a case or an event belongs to a period."""

    START = "start"
    FILED = "filed"
    WRITTEN = "written"
    ACCEPTED = "accepted"
    FIRST_WORD = "first-word"
    ANSWERED = "answered"
    REOPENED = "reopened"
    ENDED = "ended"
    END = "end"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure: the field of `Figures` it is, in what it is told and by which date."""

    key: str
    measure: Measure
    basis: Basis

    @property
    def name(self) -> Words:
        """What it is called."""
        return Words(f"figure-{self.key}")

    @property
    def meaning(self) -> Words:
        """What exactly is counted."""
        return Words(f"figure-{self.key}-means")


def _of(measure: Measure, basis: Basis, *keys: str) -> tuple[Definition, ...]:
    return tuple(Definition(key, measure, basis) for key in keys)


DEFINITIONS = (
    *_of(Measure.CASES, Basis.START, "carried_over"),
    *_of(Measure.CASES, Basis.FILED, "received"),
    *_of(Measure.CASES, Basis.FILED, "raised_again"),
    *_of(Measure.CASES, Basis.PERIOD, "returned", "to_handle", "handled"),
    *_of(Measure.CASES, Basis.END, "carried_forward", "still_open", "beyond"),
    *_of(Measure.CASES, Basis.ACCEPTED, "accepted"),
    *_of(Measure.CASES, Basis.ANSWERED, "answered", "on_time", "extended", "late", "declined", "explained"),
    *_of(Measure.CASES, Basis.ENDED, "solved", "partly", "only_explained"),
    *_of(Measure.CASES, Basis.REOPENED, "not_solved"),
    *_of(Measure.CASES, Basis.ENDED, "not_confirmed", "withdrawn", "merged"),
    *_of(Measure.EVENTS, Basis.WRITTEN, "transfers", "extensions", "reopened"),
    *_of(Measure.CASES, Basis.END, "appeals"),
    *_of(Measure.CASES, Basis.WRITTEN, "unmasked"),
    *_of(Measure.CASES, Basis.END, "waiting_for_business", "paused_now", "overdue_now", "due_soon"),
    *_of(Measure.CASES, Basis.END, "age_to_3", "age_to_7", "age_to_15", "age_to_30", "age_over_30"),
    *_of(Measure.HOURS, Basis.ACCEPTED, "median_acceptance_hours", "p90_acceptance_hours"),
    *_of(Measure.HOURS, Basis.FIRST_WORD, "median_first_word_hours", "p90_first_word_hours"),
    *_of(Measure.HOURS, Basis.ANSWERED, "median_resolution_hours", "p90_resolution_hours"),
    *_of(Measure.PERCENT, Basis.ANSWERED, "paused_percent"),
    *_of(Measure.CASES, Basis.END, "weighed"),
    *_of(Measure.MONEY, Basis.END, "at_risk", "investment"),
    *_of(Measure.JOBS, Basis.END, "jobs"),
    *_of(Measure.CASES, Basis.ENDED, "ratings"),
    *_of(Measure.STARS, Basis.ENDED, "mean_stars"),
)


def told(definition: Definition, figures: Figures) -> Value:
    """A figure as people read it; – for what cannot be said."""
    value = getattr(figures, definition.key)
    if value is None:
        return Words("figure-unknown")
    return decimal(value) if isinstance(value, float) else number(value)


def number(value: int) -> Words:
    """A whole number as the language writes it."""
    return Words("figure-number", {"count": value})


def decimal(value: float) -> Words:
    """A number with one decimal, halves rounded up."""
    whole, tenth = divmod(int(value * 10 + 0.5), 10)
    return Words("figure-decimal", {"number": whole, "tenth": tenth})


def share(part: int, whole: int) -> Words:
    """So many of so many, with its percentage only from MANY cases on: of few it says nothing."""
    if whole < MANY:
        return Words("figure-share-few", {"part": part, "count": whole})
    return Words("figure-share", {"part": part, "count": whole, "share": int(100 * part / whole + 0.5)})


_ROMAN = ("I", "II", "III", "IV")


def titled(period: Period) -> Words:
    """What a report of the period is about."""
    key = period.key
    facts: dict[str, Value] = {"year": key[:4]}
    match period.span:
        case Span.WEEK:
            return Words("report-subject-week", {**facts, "number": str(int(key[6:]))})
        case Span.MONTH:
            return Words("report-subject-month", {**facts, "number": str(int(key[5:]))})
        case Span.QUARTER:
            return Words("report-subject-quarter", {**facts, "number": _ROMAN[int(key[6:]) - 1]})
    return Words("report-subject-year", facts)
