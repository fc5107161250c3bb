"""A page of the board as HTML, or one of its tables as a file, as the address asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.messages import Words
from domain.province.catalogue import TASK_GROUP
from domain.statistics.definitions import DEFINITIONS
from web.board import downloads
from web.board.known import Known
from web.board.readers import Seeing
from web.board.tables import Choice, Meaning, Sheet
from web.html import page_of
from web.sessions import LEADERSHIP

EVERYBODY = {"department", LEADERSHIP, TASK_GROUP}
ABOVE = {LEADERSHIP, TASK_GROUP}
#: the pages in the order of the menu: key and address, and whose they are
PAGES = (
    ("now", "/board", EVERYBODY),
    ("cases", "/board/cases?status=open", EVERYBODY),
    ("trends", "/board/trends", EVERYBODY),
    ("departments", "/board/departments", ABOVE),
    ("topics", "/board/topics", EVERYBODY),
    ("places", "/board/places", EVERYBODY),
    ("hours", "/board/hours", EVERYBODY),
    ("signals", "/board/signals", ABOVE),
    ("tasks", "/board/tasks", ABOVE),
    ("catalogue", "/board/catalogue", {TASK_GROUP}),
)


def known_of(seeing: Seeing) -> Known:
    """What this program has counted already."""
    known: Known = seeing.request.app.state.known
    return known


def form_of(seeing: Seeing) -> str:
    """As what file the address wants it, "" for a page."""
    form = seeing.request.query_params.get("file", "")
    return form if form in downloads.FORMS else ""


async def shown(seeing: Seeing, sheet: Sheet) -> Response:
    """The whole sheet, or the table that the address names."""
    if form := form_of(seeing):
        wanted = seeing.request.query_params.get("table", "")
        table = next((each.table for each in sheet.parts if each.table.key == wanted), None)
        if table is None:
            raise HTTPException(404)
        return await downloads.download(seeing, form, table, downloads.of(table))
    return board_page(seeing, "board/sheet.html", sheet.key, sheet=sheet)


def board_page(seeing: Seeing, name: str, key: str, status: int = 200, **more: Any) -> Response:
    """A page of the board with its menu; nobody else's browser may keep it."""
    voice, own = seeing.voice, seeing.reader
    menu = [
        Choice(voice.t(f"board-{page}"), address, page == key) for page, address, whose in PAGES if own.role in whose
    ]
    who = voice.department(own.department) if own.role == "department" else voice.t(f"board-role-{own.role}")
    return page_of(
        seeing.request,
        name,
        status,
        menu=menu,
        who=who,
        voice=voice,
        here=_here(seeing),
        file_at=_file_at(seeing),
        **more,
    )


def meanings(seeing: Seeing, keys: Collection[str]) -> list[Meaning]:
    """What these figures are, in the order of the reports."""
    say = seeing.voice.say
    return [
        Meaning(each.key, say(each.name), say(each.meaning), say(Words(f"basis-{each.basis}")))
        for each in DEFINITIONS
        if each.key in keys
    ]


def _here(seeing: Seeing) -> str:
    """This address without its language, to be gone on with."""
    kept = [(name, value) for name, value in seeing.request.query_params.multi_items() if name != "lang"]
    return f"{seeing.request.url.path}?{urlencode([*kept, ('lang', '')])}"


def _file_at(seeing: Seeing) -> Any:
    kept = [(n, v) for n, v in seeing.request.query_params.multi_items() if n not in {"file", "table", "page"}]

    def address(form: str, table: str) -> str:
        return f"{seeing.request.url.path}?{urlencode([*kept, ('file', form), ('table', table)])}"

    return address
