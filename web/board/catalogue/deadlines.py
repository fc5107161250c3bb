"""What a changed calendar does to open cases: nothing by itself; here the task group sees it, and counts them anew."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass

import structlog
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from domain.case.case import Actor, Role
from handlers.admin import recomputing
from handlers.admin.recomputing import Change
from web.board.asking import at
from web.board.catalogue import forms, places
from web.board.readers import Seeing
from web.board.showing import board_page
from web.board.tables import Cell, Column, Look, Part, Table, text

log = structlog.get_logger()

#: cases shown one by one, and words a reason has at least and letters at most
SHOWN = 200
FEWEST_WORDS, LONGEST = 2, 300
#: seconds in which one press of the button writes what it can; what is left takes another
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Found:
    """How many open cases are counted differently, how many of them get another deadline, the first of these."""

    counted: int
    moved: int
    first: tuple[Change, ...]


@places.for_task_group
async def page(seeing: Seeing) -> Response:
    """The open cases whose deadline is another by the calendar as it is now; posted, they are counted anew."""
    if seeing.request.method == "POST":
        return await _count_anew(seeing)
    return await _shown(seeing)


async def _shown(seeing: Seeing, reason: str = "", wrong: str = "", status: int = 200) -> Response:
    voice = seeing.voice
    found = await asyncio.to_thread(_found, seeing)
    done = seeing.request.query_params.get("counted", "")
    told = voice.t("edit-counted", n=done) if done.isdecimal() else places.said(seeing)
    return board_page(
        seeing,
        "board/deadlines.html",
        "catalogue",
        status,
        among=voice.t("edit-among"),
        pages=places.pages(seeing, "deadlines"),
        part=_part(seeing, found),
        found=found,
        reason=reason,
        wrong=wrong,
        said=told,
    )


def _found(seeing: Seeing) -> Found:
    counted, moved, first = 0, 0, []
    for each in recomputing.changes(seeing.ports.store, seeing.ports.province):
        counted += 1
        if each.before != each.after:
            moved += 1
            if moved <= SHOWN:
                first.append(each)
    return Found(counted, moved, tuple(first))


def _part(seeing: Seeing, found: Found) -> Part:
    voice, now = seeing.voice, seeing.ports.clock()
    names = ("case", "department", "before", "after")
    columns = [Column(voice.t(f"edit-deadlines-{name}")) for name in names]
    rows = []
    for each in found.first:
        is_late = each.after < now <= (each.before or each.after)
        after = voice.moment(each.after)
        rows.append(
            [
                Cell(f"#{each.code}", each.code, at(f"/board/cases/{each.code}")),
                text(voice.department(each.department)),
                text(voice.moment(each.before) if each.before else "–"),
                Cell(
                    voice.t("edit-late-now", at=after) if is_late else after,
                    after,
                    look=Look.LATE if is_late else Look.PLAIN,
                ),
            ]
        )
    return Part(Table("deadlines", voice.t("edit-deadlines"), columns, rows), look=Look.CARDS)


async def _count_anew(seeing: Seeing) -> Response:
    if seeing.ports.demo:
        raise HTTPException(403)
    reason = " ".join((await forms.given_in(seeing)).get("reason", "").split())
    if len(reason.split()) < FEWEST_WORDS or len(reason) > LONGEST:
        return await _shown(seeing, reason, seeing.voice.t("edit-wrong-reason"), 422)
    written = await asyncio.to_thread(_apply, seeing, reason)
    log.info("catalogue.counted_anew", cases=written)
    return RedirectResponse(at(places.path_of("deadlines"), counted=str(written)), 303)


def _apply(seeing: Seeing, reason: str) -> int:
    """Case by case, each in a transaction of its own, until all are done or patience is over."""
    store, province, until = seeing.ports.store, seeing.ports.province, time.monotonic() + PATIENCE
    actor = Actor(Role.TASK_GROUP, 0, seeing.reader.name)
    return sum(recomputing.apply(store, province, each, actor, reason) for each in _until(until, seeing))


def _until(end: float, seeing: Seeing) -> Iterator[Change]:
    for each in recomputing.changes(seeing.ports.store, seeing.ports.province):
        yield each
        if time.monotonic() > end:
            return
