"""Whether words reach somebody whose messenger lets them be written to for a while only, and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Window:
    """For how long after somebody's last word they can be written to: `free`, then at a price, till it `ends`.

    `knocks`: after that an approved message can still ask them to come back.
    """

    free: timedelta
    ends: timedelta
    knocks: bool = False


class Cost(StrEnum):
    """What a message costs now: nothing, something, or it is refused."""

    FREE = "free"
    PAID = "paid"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reach:
    """The cost now, till when it is free and till when it arrives at all, at the least; None once that is over."""

    cost: Cost
    free_until: datetime | None = None
    until: datetime | None = None


def reach(window: Window | None, heard_at: datetime | None, now: datetime) -> Reach:
    """How somebody can be reached who was last heard of then (None: never), or who has no window at all."""
    if window is None:
        return Reach(Cost.FREE)
    if heard_at is None or now >= heard_at + window.ends:
        return Reach(Cost.CLOSED)
    until = heard_at + window.ends
    if now < heard_at + window.free:
        return Reach(Cost.FREE, heard_at + window.free, until)
    return Reach(Cost.PAID, until=until)
