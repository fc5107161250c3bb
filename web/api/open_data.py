"""`/open-data`: a month for everybody, one fact a row, as JSON or CSV."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path
from starlette.requests import Request
from starlette.responses import Response

from domain.statistics import open_data
from domain.statistics.open_data import Fact
from handlers.task_group import period_figures
from handlers.task_group.period_figures import Part
from storage.consumers import Scope
from web.api.answers import answer
from web.api.asking import PROBLEMS, part_of
from web.api.doors import opened_by
from web.api.shapes import OpenData
from web.sessions import ports_of

router = APIRouter(tags=["open data"], dependencies=[Depends(opened_by(Scope.OPEN_DATA))], responses=PROBLEMS)
Month = Annotated[str, Path(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$", description="2026-11", examples=["2026-11"])]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COLUMNS = ("_timestamp", "period", "dimension", "key", "figure", "value", "withheld")
_CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}, "description": "CSV, UTF-8"}}


@router.get("/open-data/{period}.csv", responses={**PROBLEMS, **_CSV}, response_class=Response)
async def as_csv(request: Request, period: Month) -> Response:
    """Dữ liệu mở của một tháng, CSV UTF-8 có BOM. A month as CSV."""
    part, facts = await _facts(request, period)
    text = io.StringIO()
    written = csv.writer(text)
    written.writerow(COLUMNS)
    for each in facts:
        value = "" if each.value is None else each.value
        row = (part[1][0].isoformat(), part[0].key, each.dimension, each.key, each.figure, value, int(each.withheld))
        written.writerow(row)
    more = {"content-disposition": f'attachment; filename="go-vuong-{period}.csv"'}
    return answer(request, b"\xef\xbb\xbf" + text.getvalue().encode(), "text/csv; charset=utf-8", more)


@router.get("/open-data/{period}.json", response_model=OpenData)
async def as_json(request: Request, period: Month) -> Response:
    """Dữ liệu mở của một tháng, JSON. A month as JSON."""
    part, facts = await _facts(request, period)
    told = {"period": part[0].key, "licence": LICENCE, "updated": part[1][1].isoformat()}
    return answer(request, {**told, "facts": [asdict(each) for each in facts]})


async def _facts(request: Request, key: str) -> tuple[Part, Sequence[Fact]]:
    """Of a month that is over: one that is not could be asked twice, and the difference would be one case."""
    ports, part = ports_of(request), await part_of(request, key)
    if part[1][1] != part[0].bounds(ports.catalogue.timezone)[1]:
        raise HTTPException(404, "this month is not over")
    (found,) = await asyncio.to_thread(period_figures.counted, ports.store.read, ports.province, [part])
    return part, list(open_data.facts(found))
