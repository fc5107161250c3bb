"""The statistics API for the province's data centre, and the Open311 view beside it."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from web.api import events, figures, open311, open_data
from web.api.answers import misasked, refused
from web.api.doors import Doors
from web.ports import Ports

ABOUT = """
Số liệu tổng hợp về vướng mắc, kiến nghị của doanh nghiệp: chỉ đọc, không có thông tin nhận dạng. Mỗi đơn vị dùng một mã
truy cập riêng trong tiêu đề `Authorization: Bearer …`; nhóm dưới năm vụ việc không được nêu.

Figures about what businesses raised: read only, nobody is named. Each consumer has a token of its own; groups of fewer
than five cases are withheld. Every answer has an ETag; errors are `application/problem+json`.
"""


def create_api(ports: Ports) -> FastAPI:
    """`/api/v1`, ready to be mounted."""
    api = _made(ports, "Gỡ Vướng: API số liệu / statistics API")
    for each in (figures, open_data, events):
        api.include_router(each.router)
    return api


def create_open311(ports: Ports) -> FastAPI:
    """`/open311/v2`: GeoReport v2, to read."""
    api = _made(ports, "Gỡ Vướng: Open311 GeoReport v2, chỉ đọc / read only")
    api.include_router(open311.router)
    return api


def _made(ports: Ports, title: str) -> FastAPI:
    api = FastAPI(
        title=title,
        version="1",
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={HTTPException: refused, RequestValidationError: misasked, Exception: refused},
    )
    api.state.ports = ports
    api.state.doors = Doors()
    return api
