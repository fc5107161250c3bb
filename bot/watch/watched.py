"""What the looks may look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.channels.messenger import Messenger
from bot.settings import Settings
from domain.messages import Words
from handlers.province import Province
from storage.database import Store

#: how much later than its hour a job may have ended
LATE = timedelta(minutes=30)
#: of what runs every so often, so many runs may be missing
MISSED = 3


def now() -> datetime:
    """The time of day, which no trial pushes."""
    return datetime.now(UTC)


class Runs:
    """When each timed job of this process last came to a good end."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self._clock = clock
        self._last: dict[str, tuple[BaseTrigger, datetime]] = {}

    def expect(self, name: str, trigger: BaseTrigger) -> None:
        """From now on this job runs by its trigger."""
        self._last.setdefault(name, (trigger, self._clock()))

    def ran(self, name: str) -> None:
        """It came to a good end."""
        trigger, _ = self._last[name]
        self._last[name] = (trigger, self._clock())

    def late(self) -> dict[str, datetime]:
        """The jobs that should have run meanwhile and have not, and when they last did."""
        return {name: last for name, (trigger, last) in self._last.items() if self._clock() > _due(trigger, last)}


def _due(trigger: BaseTrigger, last: datetime) -> datetime:
    if isinstance(trigger, IntervalTrigger):
        span: timedelta = trigger.interval
        return last + MISSED * span + LATE
    found: datetime | None = trigger.get_next_fire_time(None, last)
    return (found or datetime.max.replace(tzinfo=UTC) - LATE) + LATE


@dataclass(frozen=True, slots=True)
class Watched:
    """A running program as the looks see it; `host` names the machine, `catalogue` is what is wrong with its folder."""

    settings: Settings
    store: Store
    province: Province
    messengers: Sequence[Messenger]
    host: str
    runs: Runs = field(default_factory=Runs)
    catalogue: Mapping[str, Words] = field(default_factory=dict)

    def at(self, what: str) -> str:
        """Something of this machine, told from the same of another."""
        return f"{self.host}: {what}"
