"""Comparing agencies and periods fairly: how sure a share is, what differs by more than chance, what is unusual.

Wilson's interval; control limits of a funnel plot (Spiegelhalter 2005), from the binomial distribution where cases are
few; an XmR chart's limits. They find what to look at, and rank nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import comb, sqrt

from domain.statistics.definitions import MANY

#: two-sided 95 % and 99.8 %: (chance left on either side, standard deviations)
WARNING, LIMIT = (0.025, 1.96), (0.001, 3.09)
#: cases below which the limits are the binomial distribution's own
EXACT_BELOW = 30
#: periods from which on their own limits are told
ENOUGH_PERIODS = 12
_MOVING_RANGE = 2.66


class Standing(StrEnum):
    """Where an agency's share lies among what chance alone makes of the common one."""

    FEW = "few"
    USUAL = "usual"
    LOOK_BELOW = "look-below"
    LOOK_ABOVE = "look-above"
    BELOW = "below"
    ABOVE = "above"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The interval, from 0 to 1, that holds the true share with 95 % certainty; 0 to 1 of none."""
    if not whole:
        return 0.0, 1.0
    z, share = WARNING[1], part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z / (1 + z * z / whole) * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    # of none or all of them the bound is the share itself, but for the last bit
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


@dataclass(frozen=True, slots=True)
class Common:
    """What agencies are compared with: the share of all."""

    share: float

    def limits(self, whole: int, level: tuple[float, float]) -> tuple[float, float]:
        """Between which shares chance keeps so many cases of an agency like all."""
        tail, deviations = level
        if whole < EXACT_BELOW:
            return _quantile(self.share, whole, tail) / whole, _quantile(self.share, whole, 1 - tail) / whole
        half = deviations * sqrt(self.share * (1 - self.share) / whole)
        return max(0.0, self.share - half), min(1.0, self.share + half)

    def standing(self, part: int, whole: int) -> Standing:
        """Whether an agency differs by more than that; of few cases nothing is said."""
        if whole < MANY:
            return Standing.FEW
        for level, below, above in (
            (LIMIT, Standing.BELOW, Standing.ABOVE),
            (WARNING, Standing.LOOK_BELOW, Standing.LOOK_ABOVE),
        ):
            low, high = self.limits(whole, level)
            if part / whole < low:
                return below
            if part / whole > high:
                return above
        return Standing.USUAL


def _quantile(share: float, whole: int, chance: float) -> int:
    """The least number of successes that is not exceeded with this chance."""
    total = 0.0
    for number in range(whole + 1):
        total += comb(whole, number) * share**number * (1 - share) ** (whole - number)
        if total >= chance:
            return number
    return whole


def own_limits(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Mean, lower and upper limit of a series by its mean moving range; None before there are twelve values."""
    if len(values) < ENOUGH_PERIODS:
        return None
    mean = sum(values) / len(values)
    moves = [abs(later - earlier) for earlier, later in pairwise(values)]
    half = _MOVING_RANGE * sum(moves) / len(moves)
    return mean, max(0.0, mean - half), mean + half
