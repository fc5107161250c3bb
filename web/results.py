"""`/ket-qua`: what everybody may read, published answers and the province's headline figures; nobody is named."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.routing import terms
from domain.routing.terms import Rarity
from domain.statistics.counting import FEW
from domain.statistics.definitions import MANY
from domain.statistics.figures import Figures
from domain.statistics.periods import Span, around
from handlers.task_group import period_figures
from storage.database import Tx
from storage.knowledge import published, search
from storage.knowledge.published import Answer
from web.errors import Refused
from web.html import page_of
from web.limits import Limit
from web.ports import Ports
from web.sessions import address_of, ports_of

#: answers on a page
SHOWN = 20
LONGEST_ASKED = 200
#: figures shown, in their order
HEADLINES = ("received", "answered", "solved")
#: every word says as much as any other: what is looked for is what was typed, not what it is about
_PLAIN = Rarity(())
_LOOKS = Limit(60, 60)


@dataclass(frozen=True, slots=True)
class Headline:
    """The year so far; a number below FEW is not told (None), nor a share of few."""

    year: int
    until: datetime
    counts: dict[str, int | None]
    on_time: int | None


async def show(request: Request) -> Response:
    """The page; 404 where the province has not opened it."""
    ports = ports_of(request)
    if not ports.public_results:
        raise HTTPException(404)
    if not _LOOKS.take(address_of(request)):
        raise Refused(429, "problem-429")
    asked = " ".join(request.query_params.get("q", "").split())[:LONGEST_ASKED]
    headline = await asyncio.to_thread(_headline, ports)
    answers = await asyncio.to_thread(ports.store.read, lambda tx: _answers(tx, asked))
    return page_of(request, "results.html", asked=asked, answers=answers, headline=headline, names=ports.catalogue.name)


def _answers(tx: Tx, asked: str) -> list[Answer]:
    """The newest answers, or those that hold most of what was asked for."""
    if not asked:
        return published.newest(tx, SHOWN)
    found = search.find(tx, terms.query(asked, _PLAIN), [terms.PUBLISHED], most=SHOWN, worth=0.5)
    return published.some(tx, [-each for each in found])


def _headline(ports: Ports) -> Headline:
    """Of the year up to the last whole month: from day to day the difference would be one case."""
    zone = ports.catalogue.timezone
    today = ports.clock().astimezone(zone).date()
    month = around(Span.MONTH, today)
    year = around(Span.YEAR, today if month.first.month > 1 else month.before().first)
    until = month.bounds(zone)[0]
    (found,) = period_figures.counted(ports.store.read, ports.province, [(year, (year.bounds(zone)[0], until))])
    figures = found.figures
    counts = {name: _told(figures, name) for name in HEADLINES}
    share = round(100 * figures.on_time / figures.answered) if figures.answered >= MANY else None
    return Headline(year.first.year, until, counts, share)


def _told(figures: Figures, name: str) -> int | None:
    value = int(getattr(figures, name))
    return None if 0 < value < FEW else value
