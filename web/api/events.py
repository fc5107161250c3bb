"""`/events`: what was done in all cases, from a cursor on, up to the last half day."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from domain.deadline.half_days import half_day
from handlers.task_group.keeping import SETTLED
from storage.consumers import Scope
from storage.knowledge import written
from storage.knowledge.written import Place, Written
from web.api.answers import answer
from web.api.asking import PROBLEMS, read
from web.api.doors import opened_by
from web.api.shapes import Events
from web.sessions import ports_of

router = APIRouter(tags=["events"], dependencies=[Depends(opened_by(Scope.EVENTS))], responses=PROBLEMS)
Cursor = Annotated[
    str,
    Query(max_length=120, pattern=r"^[A-Za-z0-9_-]*$", description="`next` của lần trước. The last answer's `next`."),
]
Limit = Annotated[int, Query(ge=1, le=1000)]
_LARGEST = 2**63


@router.get("/events", response_model=Events)
async def events(request: Request, after: Cursor = "", limit: Limit = 500) -> Response:
    """Các bước xử lý sau con trỏ, đến hết nửa ngày gần nhất. Moves after a cursor, up to the last half day.

    Of whoever hides only the half day is known: told up to that, nothing comes in late before a cursor.
    """
    ports = ports_of(request)
    place, until = _read(after), half_day(ports.province.calendar, ports.clock() - SETTLED)
    found = await read(request, lambda tx: written.after(tx, place, until, limit))
    cursor = _cursor(found[-1].place) if found else after
    more = {"link": f'<?after={cursor}&limit={limit}>; rel="next"'} if len(found) == limit else {}
    told = {"events": [_event(request, each) for each in found], "next": cursor, "until": until.isoformat()}
    return answer(request, told, more=more)


def _event(request: Request, it: Written) -> dict[str, Any]:
    """A move without anybody's name; of whoever hides, or hid, neither kind nor topic, and only the day."""
    local = it.place[0].astimezone(ports_of(request).catalogue.timezone)
    return {
        "at": local.isoformat() if it.is_open else local.date().isoformat(),
        "code": it.code,
        "move": str(it.move),
        "department": it.department,
        "kind": str(it.kind) if it.is_open else None,
        "topic": it.topic if it.is_open else None,
    }


def _cursor(place: Place) -> str:
    at, case, seq = place
    return base64.urlsafe_b64encode(json.dumps([at.isoformat(), case, seq]).encode()).decode().rstrip("=")


def _read(cursor: str) -> Place | None:
    """The place a cursor stands for; None for the first; 422 for what is none of ours."""
    if not cursor:
        return None
    try:
        at, case, seq = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        place = datetime.fromisoformat(at).astimezone(UTC), int(case), int(seq)
    except (ValueError, TypeError, binascii.Error, OverflowError):
        raise HTTPException(422, "after: not a cursor of ours") from None
    if not all(0 <= each < _LARGEST for each in place[1:]):
        raise HTTPException(422, "after: not a cursor of ours")
    return place
