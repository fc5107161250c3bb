"""`/figures` and `/definitions`: the numbers of chat, board and report, under the same names."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from domain.language import LANGUAGES
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS
from domain.statistics.figures import Figures
from handlers.task_group import period_figures
from handlers.task_group.period_figures import Part
from storage.consumers import Scope
from web.api.answers import answer
from web.api.asking import PROBLEMS, Key, part_of
from web.api.doors import opened_by
from web.api.shapes import Definition, Groups, Period
from web.sessions import ports_of

router = APIRouter(tags=["figures"], dependencies=[Depends(opened_by(Scope.FIGURES))], responses=PROBLEMS)
Department = Annotated[str, Query(max_length=80, description='Mã cơ quan; "" là toàn tỉnh. Key of a department.')]


@router.get("/definitions", response_model=list[Definition])
async def definitions(request: Request) -> Response:
    """Nghĩa của từng chỉ tiêu. What each figure means, in which unit and by which date."""
    say = ports_of(request).say
    told = [
        {
            "key": each.key,
            "measure": str(each.measure),
            "basis": str(each.basis),
            "name": {language: say(each.name, language) for language in LANGUAGES},
            "means": {language: say(each.meaning, language) for language in LANGUAGES},
        }
        for each in DEFINITIONS
    ]
    return answer(request, told)


@router.get("/figures/{period}", response_model=Period)
async def figures(request: Request, period: Key, department: Department = "") -> Response:
    """Số liệu của kỳ, kỳ trước và cùng kỳ năm trước. A period's figures, those before and a year ago."""
    ports, part = ports_of(request), await part_of(request, period)
    if department and ports.catalogue.department(department) is None:
        raise HTTPException(404, "no such department")
    now, before, then = await asyncio.to_thread(_three, request, part, department)
    told = {"department": department, "figures": asdict(now), "before": asdict(before)}
    return answer(request, {**_span(part), **told, "year_ago": asdict(then) if then else None})


@router.get("/figures/{period}/{dimension}", response_model=Groups)
async def groups(request: Request, period: Key, dimension: Dimension) -> Response:
    """Số liệu của kỳ theo một chiều. A period's figures by department, topic, PCI component, place and so on."""
    ports, part = ports_of(request), await part_of(request, period)
    (found,) = await asyncio.to_thread(period_figures.counted, ports.store.read, ports.province, [part])
    told = {key: asdict(each) if each else None for key, each in found.groups[dimension].items()}
    return answer(request, {**_span(part), "dimension": str(dimension), "groups": told})


def _three(request: Request, part: Part, department: str) -> tuple[Figures, Figures, Figures | None]:
    ports, (period, _) = ports_of(request), part
    zone = ports.catalogue.timezone
    parts = [part, *((each, each.bounds(zone)) for each in (period.before(), period.year_before()))]
    now, before, then = period_figures.counted(ports.store.read, ports.province, parts, department)
    return now.figures, before.figures, then.figures if then.figures != Figures() else None


def _span(part: Part) -> dict[str, str]:
    period, (start, until) = part
    return {"period": period.key, "since": start.isoformat(), "until": until.isoformat()}
