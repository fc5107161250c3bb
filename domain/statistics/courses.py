"""A case seen from a period: what its journal tells up to the period's end, and nothing that came later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.case.case import Case, Entry, Move, copied, is_open
from domain.case.history import unfold

Bounds = tuple[datetime, datetime]
_HANDED = frozenset({Move.FILED, Move.ASSIGNED, Move.TRANSFERRED})


@dataclass(frozen=True, slots=True)
class Course:
    """One case over [start, end): as it stood at either end, and what was written between.

    `before` is None for a case filed in the period; `accepted_at` is when somebody first accepted it, ever, and
    `handed_at` when it came to the department that has it. `places` and `network` are where it lies and how it came,
    as far as known.
    """

    before: Case | None
    after: Case
    entries: tuple[Entry, ...]
    accepted_at: datetime | None = None
    handed_at: datetime | None = None
    places: tuple[str, ...] = ()
    network: str = ""

    @property
    def was_in_hand(self) -> bool:
        """True when government owed the business something as the period began."""
        return self.before is not None and is_open(self.before)

    @property
    def is_in_hand(self) -> bool:
        """True when it does as the period ends."""
        return is_open(self.after)

    @property
    def was_to_handle(self) -> bool:
        """True when it did at any moment of the period."""
        # whatever is written into a case that nobody has in hand leaves it so, but for these: each brings it back
        return self.was_in_hand or self.is_in_hand or self.before is None or self._came_back

    @property
    def _came_back(self) -> bool:
        return any(is_open(case) for case in unfold(self.entries, self.before))


@dataclass(frozen=True, slots=True)
class _Stage:
    case: Case | None = None
    accepted_at: datetime | None = None


def follow(entries: Sequence[Entry], bounds: Iterable[Bounds]) -> list[Course | None]:
    """The course of one case over each of some periods; None where it had not been filed by the period's end."""
    bounds = list(bounds)
    stages = _stages(entries, sorted({instant for each in bounds for instant in each}))
    found: list[Course | None] = []
    for start, end in bounds:
        before, after = stages[start], stages[end]
        if after.case is None:
            found.append(None)
            continue
        within = tuple(entry for entry in entries if start <= entry.at < end)
        handed = next((each.at for each in reversed(entries) if each.at < end and each.move in _HANDED), None)
        found.append(Course(before.case, after.case, within, after.accepted_at, handed))
    return found


def _stages(entries: Sequence[Entry], instants: Sequence[datetime]) -> dict[datetime, _Stage]:
    """The case as it stood before each instant, in one pass over its journal."""
    stages: dict[datetime, _Stage] = {}
    stage, place, unfolding = _Stage(), 0, unfold(entries)
    for instant in instants:
        case, accepted_at = None, stage.accepted_at
        while place < len(entries) and entries[place].at < instant:
            case, place = next(unfolding), place + 1
            accepted_at = accepted_at or case.accepted_at
        if case is not None:  # what is unfolded changes with the next entry
            stage = _Stage(copied(case), accepted_at)
        stages[instant] = stage
    return stages
