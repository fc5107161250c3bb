"""What every question of the API begins with: which period, up to when, read on a thread beside everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar

from fastapi import HTTPException, Path
from starlette.requests import Request

from domain.deadline.calendars import OutsideCalendar, year_of
from domain.statistics import periods
from domain.statistics.periods import Period
from handlers.task_group import period_figures
from handlers.task_group.period_figures import Part
from storage.database import Tx
from web.api.shapes import Problem
from web.sessions import ports_of

T = TypeVar("T")

PERIOD = r"^[12][0-9]{3}(-W[0-9]{2}|-[0-9]{2}|-Q[1-4])?$"
Key = Annotated[
    str,
    Path(pattern=PERIOD, description="2026-W47, 2026-11, 2026-Q4, 2026. Tuần, tháng, quý, năm.", examples=["2026-11"]),
]
_CONTENT = {"application/problem+json": {"schema": Problem.model_json_schema()}}
#: the problems every question may meet, for the description
PROBLEMS: dict[int | str, dict[str, Any]] = {
    304: {"description": "Không đổi. Not modified."},
    400: {"description": "Yêu cầu sai dạng. A request no program should send.", "content": _CONTENT},
    401: {"description": "Thiếu hoặc sai mã truy cập. No token, or one that opens nothing.", "content": _CONTENT},
    403: {"description": "Mã không mở phần này. The token does not open this.", "content": _CONTENT},
    404: {"description": "Không có. No such thing.", "content": _CONTENT},
    422: {"description": "Tham số sai. A parameter cannot be used.", "content": _CONTENT},
    429: {"description": "Quá nhiều yêu cầu. Too often.", "content": _CONTENT},
}


async def read(request: Request, work: Callable[[Tx], T]) -> T:
    """Look something up without keeping anybody waiting."""
    return await asyncio.to_thread(ports_of(request).store.read, work)


def period_of(request: Request, key: str) -> Period:
    """The period of this name; 404 for one that is not, or has not begun."""
    ports = ports_of(request)
    try:
        found = periods.read(key)
        year_of(ports.province.calendar, found.year_before().first.year)
        begun = found.bounds(ports.catalogue.timezone)[0] < ports.clock()
    except (ValueError, OverflowError, OutsideCalendar):
        raise HTTPException(404, "no such period") from None
    if not begun:
        raise HTTPException(404, "this period has not begun")
    return found


async def part_of(request: Request, key: str) -> Part:
    """The period, and up to when it is told wherever it is told."""
    ports, period = ports_of(request), period_of(request, key)
    now: datetime = ports.clock()

    def look() -> Part:
        until = period_figures.as_of(ports.store.read, ports.province, period, now)
        return period, period_figures.bounds(ports.province, period, until)

    return await asyncio.to_thread(look)
