"""What every handler may use besides its transaction: the catalogue, the calendar, the router, a few settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from domain.cases import Case
from domain.catalogue import Catalogue, Step
from domain.deadlines import Calendar, Pause, deadline
from domain.routing import Router
from storage.transaction import Tx

FALLBACK_DAYS = {Step.RESOLVE: 7, Step.CONFIRM: 5, Step.REOPEN: 10}


@dataclass(frozen=True, slots=True)
class World:
    """The province as configured; never changes while the program runs, but for the bot's names as they are learnt."""

    catalogue: Catalogue
    calendar: Calendar
    router: Callable[[], Router]
    largest_file: int = 20_000_000
    bot_names: set[str] = field(default_factory=set)

    def days(self, step: Step, kind: str = "", topic: str = "", department: str = "") -> int:
        """The working days promised for a step."""
        level = self.catalogue.service_level(step, kind, topic, department)
        return int(level.amount) if level else FALLBACK_DAYS[step]

    def after(self, tx: Tx, working_days: int) -> datetime:
        """The close of the day that many working days after now (UTC)."""
        return deadline(self.calendar, tx.now, working_days).due_at

    def deadline_of(self, case: Case, now: datetime, extra_days: int = 0) -> datetime:
        """The case's deadline from its own history, as if a question open now were closed now (UTC)."""
        spans = (*case.pauses, (case.asked_at, now)) if case.asked_at else case.pauses
        pauses = tuple(Pause(start, end) for start, end in spans)
        more = case.extension_days + extra_days
        days = self.days(Step.CONFIRM) if case.reopened_at else case.working_days
        return deadline(self.calendar, case.reopened_at or case.filed_at, days, pauses, more).due_at
