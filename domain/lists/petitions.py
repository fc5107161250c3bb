"""A petition as a list tells it, and what makes it the same petition when the list comes again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from domain.case.case import Matter
from domain.lists.cells import plain
from domain.lists.standings import Standing


@dataclass(frozen=True, slots=True)
class Petition:
    """One petition of a list. `sheet` and `row` (from 1) are where it stands, `number` what the list calls it.

    `department` and `together` are keys of today, `said_department` and `said_topic` the list's own words; `deadline`
    is what the list says of it, which need not be a day.
    """

    sheet: str
    row: int
    number: str
    business: str
    tax_code: str
    text: str
    kind: Matter
    department: str
    together: tuple[str, ...]
    said_department: str
    topic: str
    said_topic: str
    received: date
    standing: Standing
    answered: date | None
    answer: str
    deadline: str

    @property
    def key(self) -> str:
        """The same for the same petition in whichever row, file or list it stands: who asks what, and since when."""
        # not by its number: numbers begin anew in every group and every year
        told = (plain(self.business), plain(self.text), self.received.isoformat())
        return hashlib.sha256("\0".join(told).encode()).hexdigest()

    @property
    def state(self) -> str:
        """What a later list may say otherwise of the same petition."""
        parts = (self.department, *self.together, self.standing, str(self.answered or ""), self.answer)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def shared_with(self, other: Petition) -> Petition:
        """One petition that stands in two rows, for two departments: the first one leads."""
        keys = dict.fromkeys((*self.together, other.department, *other.together))
        return replace(self, together=tuple(key for key in keys if key != self.department))
