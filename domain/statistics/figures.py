"""The numbers of a period, each defined once: for the chat, the weekly summary, every report and every file.

All are counted over [start, end) from the cases' journals as they stood at `end`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from domain.case.case import Case, Move, Outcome, State, is_overdue, is_paused
from domain.deadline.calendars import (
    Calendar,
    add_working_days,
    close_of,
    local_day,
    working_days_between,
    working_time,
)
from domain.statistics.courses import Bounds, Course

#: working days within which an open case counts as due soon
SOON = 3
#: upper ends of the age bands of open cases, in working days; the last band has none
AGES = (3, 7, 15, 30)
HOUR = timedelta(hours=1)
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, and hours of working time; what cannot be said (a median of nothing) is None, never 0."""

    carried_over: int = 0
    received: int = 0
    returned: int = 0
    to_handle: int = 0
    handled: int = 0
    carried_forward: int = 0
    accepted: int = 0
    answered: int = 0
    on_time: int = 0
    extended: int = 0
    late: int = 0
    declined: int = 0
    solved: int = 0
    partly: int = 0
    not_solved: int = 0
    not_confirmed: int = 0
    withdrawn: int = 0
    merged: int = 0
    transfers: int = 0
    extensions: int = 0
    reopened: int = 0
    appeals: int = 0
    unmasked: int = 0
    waiting_for_business: int = 0
    paused_now: int = 0
    overdue_now: int = 0
    due_soon: int = 0
    age_to_3: int = 0
    age_to_7: int = 0
    age_to_15: int = 0
    age_to_30: int = 0
    age_over_30: int = 0
    median_acceptance_hours: float | None = None
    p90_acceptance_hours: float | None = None
    median_first_word_hours: float | None = None
    p90_first_word_hours: float | None = None
    median_resolution_hours: float | None = None
    p90_resolution_hours: float | None = None
    paused_percent: float | None = None
    ratings: int = 0
    mean_stars: float | None = None


AGE_BANDS = (*(f"age_to_{days}" for days in AGES), f"age_over_{AGES[-1]}")
_OUTCOME = {Outcome.SOLVED: "solved", Outcome.PARTLY: "partly", Outcome.NOT_CONFIRMED: "not_confirmed"}
_EVENTS = {Move.TRANSFERRED: "transfers", Move.EXTENDED: "extensions", Move.REOPENED: "reopened"}


def count(courses: Iterable[Course], bounds: Bounds, calendar: Calendar) -> Figures:
    """The figures of a period from the courses of all cases that lived in it; spans are the calendar's working time."""
    tally = _Tally(bounds, calendar)
    for course in courses:
        tally.add(course)
    return tally.figures()


class _Tally:
    """What is being counted."""

    def __init__(self, bounds: Bounds, calendar: Calendar) -> None:
        self.start, self.end = bounds
        self._calendar = calendar
        last = local_day(
            calendar, self.end - INSTANT
        )  # a week ends on its Sunday, not on the Monday of its last midnight
        self._soon = close_of(calendar, add_working_days(calendar, last, SOON))
        self.totals: Counter[str] = Counter()
        self.acceptance: list[float] = []
        self.first_word: list[float] = []
        self.resolution: list[float] = []
        self.paused = self.spent = 0.0
        self.stars: list[int] = []

    def add(self, course: Course) -> None:
        case = course.after
        self._balance(course)
        self._answer(case)
        self._end(case)
        self._begin(course)
        self.totals.update(_EVENTS[entry.move] for entry in course.entries if entry.move in _EVENTS)
        self.totals["not_solved"] += self._within(case.reopened_at)
        self.totals["unmasked"] += self._within(case.unmasked_at)
        if course.is_in_hand:
            self._open(case)

    def figures(self) -> Figures:
        spread: Any = {
            **_spread("acceptance", self.acceptance),
            **_spread("first_word", self.first_word),
            **_spread("resolution", self.resolution),
        }
        return Figures(
            **self.totals,
            **spread,
            paused_percent=100 * self.paused / self.spent if self.spent else None,
            ratings=len(self.stars),
            mean_stars=sum(self.stars) / len(self.stars) if self.stars else None,
        )

    def _within(self, instant: datetime | None) -> bool:
        return instant is not None and self.start <= instant < self.end

    def _hours(self, start: datetime, end: datetime) -> float:
        return working_time(self._calendar, start, end) / HOUR

    def _balance(self, course: Course) -> None:
        """Carried over + received + returned = to handle = handled + carried forward, case by case."""
        totals = self.totals
        totals["carried_over"] += course.was_in_hand
        totals["received"] += course.before is None
        if course.was_to_handle:
            totals["to_handle"] += 1
            totals["returned"] += course.before is not None and not course.was_in_hand
            totals["carried_forward" if course.is_in_hand else "handled"] += 1

    def _begin(self, course: Course) -> None:
        filed, accepted, word = course.after.filed_at, course.accepted_at, course.after.first_word_at
        if accepted is not None and self._within(accepted):
            self.totals["accepted"] += 1
            self.acceptance.append(self._hours(filed, accepted))
        if word is not None and self._within(word):
            self.first_word.append(self._hours(filed, word))

    def _answer(self, case: Case) -> None:
        """An answer within an extended deadline is neither on time nor late."""
        at = case.answered_at
        if at is None or not self._within(at):
            return
        in_time = case.deadline is None or at <= case.deadline
        self.totals["answered"] += 1
        self.totals[("extended" if case.extension_days else "on_time") if in_time else "late"] += 1
        self.totals["declined"] += case.state is State.DECLINED
        self.resolution.append(self._hours(case.filed_at, at))
        self.spent += self._hours(case.reopened_at or case.filed_at, at)
        self.paused += sum(self._hours(*pause) for pause in case.pauses)

    def _end(self, case: Case) -> None:
        if not self._within(case.ended_at):
            return
        if case.state is State.WITHDRAWN:
            self.totals["withdrawn"] += 1
        elif case.state is State.MERGED:
            self.totals["merged"] += 1
        elif case.outcome in _OUTCOME:
            self.totals[_OUTCOME[case.outcome]] += 1
        if case.stars:
            self.stars.append(case.stars)

    def _open(self, case: Case) -> None:
        totals, late = self.totals, is_overdue(case, self.end)
        totals["waiting_for_business"] += case.state is State.ASKED
        totals["paused_now"] += is_paused(case)
        totals["overdue_now"] += late
        totals["due_soon"] += not late and not is_paused(case) and _is_by(case.deadline, self._soon)
        totals["appeals"] += case.reopenings > 0
        totals[band(age(self._calendar, case, self.end))] += 1


def _is_by(instant: datetime | None, limit: datetime) -> bool:
    return instant is not None and instant <= limit


def age(calendar: Calendar, case: Case, at: datetime) -> int:
    """Working days a case has been there just before `at`, counted as deadlines are: the day after filing is one."""
    return working_days_between(calendar, case.filed_at, at - INSTANT)


def band(days: int) -> str:
    """The age band of an open case."""
    return next((f"age_to_{most}" for most in AGES if days <= most), AGE_BANDS[-1])


def _spread(name: str, hours: list[float]) -> dict[str, float | None]:
    return {f"median_{name}_hours": quantile(hours, 0.5), f"p90_{name}_hours": quantile(hours, 0.9)}


def quantile(values: list[float], share: float) -> float | None:
    """The value below which a share of them lies, between the two nearest ones where it falls so; None for none."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    below, above = Fraction(ordered[low]), Fraction(ordered[min(low + 1, len(ordered) - 1)])
    # exact, and rounded once: whoever recounts a median in another way comes to the same float
    return float(below + (above - below) * Fraction(place - low))


def grouped(
    courses: Iterable[Course], keys: Callable[[Course], Iterable[str]], bounds: Bounds, calendar: Calendar
) -> dict[str, Figures]:
    """The same figures for every key a course has; a course with two keys counts under both."""
    tallies: dict[str, _Tally] = {}
    for course in courses:
        for key in keys(course):
            if key not in tallies:
                tallies[key] = _Tally(bounds, calendar)
            tallies[key].add(course)
    return {key: tally.figures() for key, tally in tallies.items()}
