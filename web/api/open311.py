"""Open311 GeoReport v2 to read: topics are services, cases are requests without a word of what was written.

The standard knows open and closed alone; our own state stands in `extended_attributes`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from domain.case.case import WORKABLE
from domain.deadline.half_days import half_day
from domain.messages import Name
from domain.province.catalogue import Topic
from handlers.task_group.keeping import SETTLED
from storage.consumers import Scope
from storage.knowledge import written
from storage.knowledge.written import Outline
from web.api.answers import answer
from web.api.asking import PROBLEMS, read
from web.api.doors import opened_by
from web.sessions import ports_of

router = APIRouter(tags=["open311"], dependencies=[Depends(opened_by(Scope.REQUESTS))], responses=PROBLEMS)
#: the standard's own: at most 90 days at once
LONGEST = timedelta(days=90)
FORMS: dict[int | str, dict[str, Any]] = {
    **PROBLEMS,
    200: {"description": "JSON, XML", "content": {"application/json": {}, "application/xml": {}}},
}
Form = Literal["json", "xml"]
Instant = Annotated[datetime | None, Query(description="ISO 8601")]
Code = Annotated[str, Path(max_length=40, pattern=r"^[A-Z]{2,4}[0-9]{2}-[0-9]+$", examples=["LS26-00001"])]


@router.get("/services.{form}", responses=FORMS)
async def services(request: Request, form: Form) -> Response:
    """Các lĩnh vực. The topics cases are about."""
    topics = ports_of(request).catalogue.topics
    return _told(request, form, "services", "service", [_service(request, each) for each in topics])


@router.get("/requests.{form}", responses=FORMS)
async def requests(  # noqa: PLR0913  the standard's parameters
    request: Request,
    form: Form,
    start_date: Instant = None,
    end_date: Instant = None,
    service_code: Annotated[str, Query(max_length=80)] = "",
    status: Literal["open", "closed", "open,closed", ""] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    page_size: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """Các vụ việc gửi trong tối đa 90 ngày, mới nhất trước. Cases filed within 90 days at most, the newest first."""
    ports = ports_of(request)
    # up to the last half day, as everything that tells of single cases
    latest = half_day(ports.province.calendar, ports.clock() - SETTLED)
    end = min(_utc(end_date) or latest, latest)
    start = _utc(start_date) or end - LONGEST
    if end - start > LONGEST:
        raise HTTPException(422, "start_date, end_date: at most 90 days")
    offset = (page - 1) * page_size
    kept = {"open": True, "closed": False}.get(status)
    found = await read(request, lambda tx: written.outlines(tx, (start, end), (service_code, kept), offset, page_size))
    return _told(request, form, "service_requests", "request", [_request(request, each) for each in found])


@router.get("/requests/{code}.{form}", responses=FORMS)
async def one(request: Request, code: Code, form: Form) -> Response:
    """Một vụ việc. One case."""
    found = await read(request, lambda tx: written.outline(tx, code))
    if found is None:
        raise HTTPException(404, "no such request")
    return _told(request, form, "service_requests", "request", [_request(request, found)])


def _utc(instant: datetime | None) -> datetime | None:
    """One without a zone is meant in UTC; 422 for what lies beyond the years there are."""
    if instant is None:
        return None
    try:
        return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        raise HTTPException(422, "start_date, end_date: no such time") from None


def _service(request: Request, topic: Topic) -> dict[str, Any]:
    say = ports_of(request).say
    return {
        "service_code": topic.key,
        "service_name": say(Name("topic", topic.key), "vi"),
        "description": say(Name("topic", topic.key), "en"),
        "metadata": False,
        "type": "batch",
        "keywords": ",".join(topic.keywords),
        "group": topic.department,
    }


def _request(request: Request, it: Outline) -> dict[str, Any]:
    """Of whoever hides, or hid, neither topic nor kind, and days for hours."""
    zone = ports_of(request).catalogue.timezone

    def told(instant: datetime | None) -> str | None:
        local = instant.astimezone(zone) if instant else None
        return local.isoformat() if local and it.is_open else local.date().isoformat() if local else None

    moved = [each for each in (it.filed_at, it.answered_at, it.ended_at) if each]
    return {
        "service_request_id": it.code,
        "status": "open" if it.state in WORKABLE else "closed",
        "service_code": it.topic if it.is_open else None,
        "service_name": ports_of(request).say(Name("topic", it.topic), "vi") if it.is_open and it.topic else None,
        "agency_responsible": it.department,
        "requested_datetime": told(it.filed_at),
        "updated_datetime": told(max(moved)),
        "expected_datetime": told(it.deadline),
        "extended_attributes": {"state": str(it.state), "kind": str(it.kind) if it.is_open else None},
    }


def _told(request: Request, form: Form, root: str, item: str, found: list[dict[str, Any]]) -> Response:
    if form == "json":
        return answer(request, json.dumps(found, ensure_ascii=False).encode())
    tree = ET.Element(root)
    for each in found:
        _written(ET.SubElement(tree, item), each)
    return answer(request, ET.tostring(tree, encoding="utf-8", xml_declaration=True), "application/xml")


def _written(into: ET.Element, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        child = ET.SubElement(into, name)
        if isinstance(value, dict):
            _written(child, value)
        elif value is not None:
            child.text = str(value).lower() if isinstance(value, bool) else str(value)
