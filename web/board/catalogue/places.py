"""Where the catalogue's pages are, and who may open them: the task group, and nobody else."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from storage.catalogue.folder import Folder
from web.board.asking import at
from web.board.readers import Page, Seeing, for_readers
from web.board.tables import Choice

HOME = "/board/catalogue"
#: the lists of entries, and what is told of them
LISTS = ("phones", "topics", "days", "answers")
PAGES = (*LISTS, "changes", "deadlines")
#: what was just done, as the address of the next page says it
DONE = ("saved", "removed", "same")


def for_task_group(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """A page for the task group; all others find that there is none."""

    async def shown(seeing: Seeing) -> Response:
        if not seeing.is_task_group:
            raise HTTPException(404)
        return await page(seeing)

    return for_readers(shown)


def path_of(name: str) -> str:
    """The address of a list."""
    return HOME if name == LISTS[0] else f"{HOME}/{name}"


def form_of(name: str, key: str = "") -> str:
    """The address of the form of an entry, or of a new one."""
    return at(f"{HOME}/{name}/edit", key=key)


def pages(seeing: Seeing, here: str) -> list[Choice]:
    """The way from each of the catalogue's pages to the others."""
    return [Choice(seeing.voice.t(f"edit-{name}"), path_of(name), name == here) for name in PAGES]


def done(name: str, what: str) -> Response:
    """On to a list, which says what was done."""
    return RedirectResponse(at(path_of(name), done=what), 303)


def said(seeing: Seeing) -> str:
    """What was just done, in words; "" for nothing."""
    what = seeing.request.query_params.get("done", "")
    return seeing.voice.t(f"edit-done-{what}") if what in DONE else ""


def folder_of(seeing: Seeing) -> Folder:
    """The folder that describes the province; 404 where the program was given none."""
    if seeing.ports.folder is None:
        raise HTTPException(404)
    return seeing.ports.folder


def in_the_way(seeing: Seeing) -> str:
    """Why nothing can be written just now, in words; "" when it can."""
    if seeing.ports.demo:
        return seeing.voice.t("edit-trial")
    path = folder_of(seeing).path
    return "" if os.access(path, os.W_OK) else seeing.voice.t("edit-unwritable", folder=str(path))
