"""The numbers of a period, counted one way for the chat command, the weekly summary and every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.case.case import WORKABLE, Case, Outcome, State


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over [start, end); open and overdue as of `end`. `departments` maps a key to (open, overdue).

    An answer within an extended deadline is neither on time nor late: `answered_extended` counts it apart.
    `not_solved` counts the cases that came back in the period, whatever has become of them since.
    """

    start: datetime
    end: datetime
    received: int = 0
    answered: int = 0
    answered_on_time: int = 0
    answered_extended: int = 0
    solved: int = 0
    partly: int = 0
    not_solved: int = 0
    not_confirmed: int = 0
    withdrawn: int = 0
    merged: int = 0
    unmasked: int = 0
    open: int = 0
    waiting_for_business: int = 0
    overdue: int = 0
    median_hours: float | None = None
    departments: dict[str, tuple[int, int]] = field(default_factory=dict)


def week_of(instant: datetime) -> tuple[datetime, datetime]:
    """The Monday-to-Monday week around an aware local instant, in its own time zone."""
    # local midnights: a week has 168 hours only where the clocks are never set, so `end` is counted in days, not hours
    monday = (instant - timedelta(days=instant.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    return monday, monday + timedelta(days=7)


def count(cases: Iterable[Case], start: datetime, end: datetime) -> Figures:
    """The figures of a period from its cases (every case open at the end, or with anything in the period)."""
    totals: Counter[str] = Counter()
    hours: list[float] = []
    departments: dict[str, tuple[int, int]] = {}
    for case in cases:
        _tally(case, start, end, totals)
        if case.answered_at and start <= case.answered_at < end:
            hours.append((case.answered_at - case.filed_at).total_seconds() / 3600)
        if _was_open(case, end):
            late = _is_late(case, end)
            many, overdue = departments.get(case.department, (0, 0))
            departments[case.department] = (many + 1, overdue + late)
    return Figures(start, end, median_hours=_median(hours), departments=departments, **totals)


def _tally(case: Case, start: datetime, end: datetime, totals: Counter[str]) -> None:
    if start <= case.filed_at < end:
        totals["received"] += 1
    if case.answered_at and start <= case.answered_at < end:
        totals["answered"] += 1
        in_time = case.deadline is None or case.answered_at <= case.deadline
        totals["answered_extended" if case.extension_days else "answered_on_time"] += in_time
    if case.ended_at and start <= case.ended_at < end:
        if case.state is State.WITHDRAWN:
            totals["withdrawn"] += 1
        elif case.state is State.MERGED:
            totals["merged"] += 1
        elif case.outcome in _OUTCOME:
            totals[_OUTCOME[case.outcome]] += 1
    if case.unmasked_at and start <= case.unmasked_at < end:
        totals["unmasked"] += 1
    if case.reopened_at and start <= case.reopened_at < end:
        totals["not_solved"] += 1
    if _was_open(case, end):
        totals["open"] += 1
        totals["waiting_for_business"] += case.state is State.ASKED
        totals["overdue"] += _is_late(case, end)


_OUTCOME = {
    Outcome.SOLVED: "solved",
    Outcome.PARTLY: "partly",
    Outcome.NOT_CONFIRMED: "not_confirmed",
}


def _was_open(case: Case, at: datetime) -> bool:
    """True for a case open now that had been filed by then."""
    return case.state in WORKABLE and case.filed_at < at


def _is_late(case: Case, at: datetime) -> bool:
    """One that was asked about stands as it stood when the question was put."""
    return case.deadline is not None and min(case.asked_at or at, at) > case.deadline


def _median(values: list[float]) -> float | None:
    if not values:
        return None
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
