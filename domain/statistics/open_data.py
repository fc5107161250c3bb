"""What of a month everybody may know: one fact a row, and no number from which one of few could be made out.

Months alone: a quarter less its other two months would tell what a month withholds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.statistics.counting import FEW, Counted, Dimension, Groups
from domain.statistics.definitions import DEFINITIONS, Measure
from domain.statistics.figures import Figures

#: counts of cases and events, which add up; the others are told of groups that answered enough. What a business says
#: is at risk is told to the province alone
_COUNTS = tuple(each.key for each in DEFINITIONS if each.measure in {Measure.CASES, Measure.EVENTS})
_OTHERS = tuple(each.key for each in DEFINITIONS if each.measure in {Measure.HOURS, Measure.PERCENT, Measure.STARS})
WHOLE = "all"


@dataclass(frozen=True, slots=True)
class Fact:
    """One number; `value` is None where it is withheld or cannot be said."""

    dimension: str
    key: str
    figure: str
    value: int | float | None
    withheld: bool = False


def facts(counted: Counted) -> Iterator[Fact]:
    """Every fact of a month: the whole first, then each dimension by its keys."""
    yield from _of_dimension(WHOLE, {"": counted.figures})
    for dimension in Dimension:
        yield from _of_dimension(str(dimension), counted.groups[dimension])


def _of_dimension(dimension: str, groups: Groups) -> Iterator[Fact]:
    for figure in _COUNTS:
        cells = {key: getattr(each, figure) if each else None for key, each in groups.items()}
        hidden = withheld(cells)
        for key, value in cells.items():
            yield Fact(dimension, key, figure, None if key in hidden else value, key in hidden)
    for key, each in groups.items():
        few = each is None or each.answered < FEW
        for figure in _OTHERS:
            yield Fact(dimension, key, figure, None if few else getattr(each or Figures(), figure), few)


def withheld(cells: Mapping[str, int | None]) -> frozenset[str]:
    """The keys whose number is not told: 1 to 4, and others until the rest of the total is no small number either.

    What is withheld is the total less what is told, and whoever knows that there is one such cell only knows it.
    """
    found = {key for key, value in cells.items() if value is None or 0 < value < FEW}
    told = sorted((key for key in cells if key not in found and cells[key]), key=lambda key: (cells[key] or 0, key))
    for key in told:
        if not found or (len(found) > 1 and sum(cells[each] or 0 for each in found) >= FEW):
            break
        found.add(key)
    return frozenset(found)
