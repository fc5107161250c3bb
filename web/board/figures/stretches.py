"""For which period a page tells its figures, as the address says; the same ones as in the reports."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from domain.statistics import periods
from domain.statistics.counting import Counted
from domain.statistics.courses import Bounds
from domain.statistics.periods import Period, Span, around
from handlers.task_group import period_figures
from web.board.asking import at
from web.board.known import minute
from web.board.readers import Seeing
from web.board.showing import known_of
from web.board.tables import Choice

#: what is shown where the address names no period
USUAL = Span.QUARTER


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period with what was counted of it up to its end, or up to when it was last counted where it is not over."""

    period: Period
    name: str
    bounds: Bounds
    counted: Counted
    choices: tuple[tuple[Choice, ...], ...]
    is_over: bool

    @property
    def days(self) -> dict[str, str]:
        """Its first and last day, as the list of cases asks for them."""
        return {"from": f"{self.period.first}", "to": f"{self.period.until - timedelta(days=1)}"}


async def stretch_of(seeing: Seeing, path: str) -> Stretch:
    """The period the address names, counted; the current quarter when it names none that has begun."""
    ports, voice, department = seeing.ports, seeing.voice, seeing.department
    zone, now = ports.catalogue.timezone, minute(ports.clock())
    today = now.astimezone(zone).date()
    period = _named(seeing) or around(USUAL, today)
    if period.bounds(zone)[0] >= now:
        period = around(USUAL, today)
    until = await asyncio.to_thread(period_figures.as_of, ports.store.read, ports.province, period, now)
    bounds = period_figures.bounds(ports.province, period, until)
    (counted,) = await known_of(seeing).ask(
        (period.key, department),
        bounds[1],
        now,
        lambda: period_figures.counted(ports.store.read, ports.province, [(period, bounds)], department),
    )
    is_over = period.bounds(zone)[1] <= now
    name = named(seeing, period)
    if not is_over:
        name = f"{name} · {voice.t('board-as-of', at=voice.moment(bounds[1]))}"
    choices = (_kinds(seeing, path, period), _around(seeing, path, period))
    return Stretch(period, name, bounds, counted, choices, is_over)


def named(seeing: Seeing, period: Period) -> str:
    """A period as short as people name it."""
    year, _, number = period.key.partition("-")
    shown = number.lstrip("W0").removeprefix("Q")
    return seeing.voice.t(f"board-name-{period.span}", n=shown, year=year)


def _named(seeing: Seeing) -> Period | None:
    try:
        return periods.read(seeing.request.query_params.get("period", ""))
    except (ValueError, OverflowError):
        return None


def _kinds(seeing: Seeing, path: str, period: Period) -> tuple[Choice, ...]:
    """The current week, month, quarter and year."""
    today = seeing.ports.clock().astimezone(seeing.ports.catalogue.timezone).date()
    found = []
    for span in Span:
        current = around(span, today).key
        found.append(Choice(seeing.voice.t(f"board-this-{span}"), at(path, period=current), period.key == current))
    return tuple(found)


def _around(seeing: Seeing, path: str, period: Period) -> tuple[Choice, ...]:
    """The period before, and the next one where it has begun."""
    zone = seeing.ports.catalogue.timezone
    found = [Choice(f"← {named(seeing, period.before())}", at(path, period=period.before().key))]
    after = period.after()
    if after.bounds(zone)[0] < seeing.ports.clock():
        found.append(Choice(f"{named(seeing, after)} →", at(path, period=after.key)))
    return tuple(found)
