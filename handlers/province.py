"""What every handler may use besides its transaction: the catalogue, its dates, the router, a few settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property

from domain.case.dates import Terms
from domain.deadline.calendars import Calendar
from domain.messages import Network
from domain.province.catalogue import Catalogue
from domain.province.mentions import Mentions
from domain.reach import Window
from domain.routing.router import Router
from domain.routing.terms import Names, Rarity


class Made:
    """What is made of one reading of the catalogue, when it is first needed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def terms(self) -> Terms:
        return Terms(self._catalogue)

    @cached_property
    def names(self) -> Names:
        return Names(self._catalogue)

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self._catalogue)


@dataclass(eq=False)
class Province:
    """The province as configured; while the program runs its catalogue changes when its files do (`take`)."""

    catalogue: Catalogue
    router: Callable[[], Router]
    largest_file: int = 20_000_000
    #: the weekly summary's weekday (0: Monday) and time of day in the province's zone
    report_at: tuple[int, time] = (0, time(7, 30))
    #: where the page is, as its readers reach it
    address: str = "http://127.0.0.1:8080"
    #: how long backups are kept, so when what was erased is gone from them, too
    backup_days: int = 30
    bot_names: set[str] = field(default_factory=set)
    #: the messengers on which nobody can be written to for ever
    windows: Mapping[Network, Window] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._made = Made(self.catalogue)

    def take(self, catalogue: Catalogue) -> None:
        """From now on this is the catalogue; a transaction under way may have read the one before."""
        self.catalogue, self._made = catalogue, Made(catalogue)

    @property
    def terms(self) -> Terms:
        """Every date of the province's cases."""
        return self._made.terms

    @property
    def rarity(self) -> Rarity:
        """How much each word says, learnt from the labelled examples."""
        return self.router().rarity

    @property
    def names(self) -> Names:
        """The names of every department, old ones too."""
        return self._made.names

    @property
    def mentions(self) -> Mentions:
        """Which departments a text names."""
        return self._made.mentions

    @property
    def calendar(self) -> Calendar:
        """The province's own calendar."""
        return self.terms.calendar()
