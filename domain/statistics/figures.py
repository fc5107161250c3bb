"""The numbers of a period, each defined once: for the chat, the weekly summary, every report and every file.

All are counted over [start, end) from the cases' journals as they stood at `end`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from domain.deadline.calendars import NOTHING, Calendar
from domain.statistics.courses import Bounds, Course
from domain.statistics.shares import HOUR, Share, Shares, Stake


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
    explained: int = 0
    solved: int = 0
    partly: int = 0
    only_explained: int = 0
    not_solved: int = 0
    not_confirmed: int = 0
    withdrawn: int = 0
    merged: int = 0
    transfers: int = 0
    extensions: int = 0
    reopened: int = 0
    appeals: int = 0
    unmasked: int = 0
    raised_again: int = 0
    still_open: int = 0
    beyond: int = 0
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
    weighed: int = 0
    at_risk: int = 0
    investment: int = 0
    jobs: int = 0
    ratings: int = 0
    mean_stars: float | None = None


def count(courses: Iterable[Course], bounds: Bounds, calendar: Calendar) -> Figures:
    """The figures of a period from the courses of all cases that lived in it; spans are the calendar's working time."""
    shares, tally = Shares(bounds, calendar), Tally()
    for course in courses:
        tally.add(shares.of(course))
    return tally.figures()


class Tally:
    """What is being counted of a group of cases."""

    def __init__(self) -> None:
        self._totals: Counter[str] = Counter()
        self._spans: dict[str, list[timedelta]] = {"acceptance": [], "first_word": [], "resolution": []}
        self._paused = self._spent = NOTHING
        self._stars: list[int] = []
        self._stakes: list[Stake] = []

    def add(self, share: Share) -> None:
        """One more case."""
        self._totals.update(share.counts)
        for name, found in self._spans.items():
            span = getattr(share, name)
            if span is not None:
                found.append(span)
        if share.spent:
            self._paused, self._spent = self._paused + share.paused, self._spent + share.spent
        if share.stars:
            self._stars.append(share.stars)
        if share.stake:
            self._stakes.append(share.stake)

    def figures(self) -> Figures:
        """The figures of all that were added."""
        spread: Any = {}
        for name, spans in self._spans.items():
            spread |= _spread(name, [each / HOUR for each in spans])
        return Figures(
            **self._totals,
            **spread,
            paused_percent=100 * (self._paused / self._spent) if self._spent else None,
            **_at_stake(self._stakes),
            ratings=len(self._stars),
            mean_stars=sum(self._stars) / len(self._stars) if self._stars else None,
        )


def _at_stake(stakes: Iterable[Stake]) -> dict[str, int]:
    """What depends on open cases; of a project that several of them belong to, capital and jobs count once."""
    stakes = list(stakes)
    projects = {each.project: each for each in stakes if each.project}
    apart = [*projects.values(), *(each for each in stakes if not each.project)]
    return {
        "weighed": len(stakes),
        "at_risk": sum(each.at_risk for each in stakes),
        "investment": sum(each.investment for each in apart),
        "jobs": sum(each.jobs for each in apart),
    }


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
