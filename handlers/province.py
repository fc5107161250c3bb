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


@dataclass(frozen=True)
class Province:
    """The province as configured; never changes while the program runs, but for the bot's names as they are learnt."""

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

    @cached_property
    def terms(self) -> Terms:
        """Every date of the province's cases."""
        return Terms(self.catalogue)

    @property
    def rarity(self) -> Rarity:
        """How much each word says, learnt from the labelled examples."""
        return self.router().rarity

    @cached_property
    def names(self) -> Names:
        """The names of every department, old ones too."""
        return Names(self.catalogue)

    @cached_property
    def mentions(self) -> Mentions:
        """Which departments a text names."""
        return Mentions(self.catalogue)

    @property
    def calendar(self) -> Calendar:
        """The province's own calendar."""
        return self.terms.calendar()
