"""A site whose province may be edited: a folder of its own, taken anew after each change as a program does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from httpx import Response

from bot.delivery.wording import Wording
from bot.province import read_catalogue
from handlers.catalogue import folders
from storage.catalogue.folder import Folder
from tests.web.board.conftest import Reads
from tests.web.site import FOLDER, Site, Visitor

Form = dict[str, str | list[str]]
ASIDE = shutil.ignore_patterns("examples", ".*")


@dataclass
class Editing:
    """Somebody with a form open, as a browser without scripts has it."""

    visitor: Visitor
    path: str

    def opened(self) -> Form:
        """What the form holds when it is opened."""
        return fields(self.visitor.get(self.path).text)

    def save(self, given: Form | None = None, /, **changed: str | list[str]) -> Response:
        """Post what the form holds with some of it changed; `given` is a part of that, or what it held when opened."""
        held = given if given and "mark" in given else {**self.opened(), **(given or {})}
        return self.visitor.post(self.path, {**held, **changed})


def fields(page: str) -> Form:
    """The fields of a form with what stands in them."""
    found: Form = dict(re.findall(r'<input(?: id="[^"]*")?(?: type="hidden")? name="([^"]+)" value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea id="[^"]*" name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page))
    for name, inner in re.findall(r'<select id="[^"]*" name="([^"]+)"[^>]*>(.*?)</select>', page):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        found[name] = chosen[1] if chosen else ""
    found |= dict(re.findall(r'type="radio" name="([^"]+)" value="([^"]*)" checked', page))
    found["co_departments"] = re.findall(r'type="checkbox" name="co_departments" value="([^"]*)" checked', page)
    return {name: unescape(value) if isinstance(value, str) else value for name, value in found.items()}


def as_program(site: Site, folder: Folder) -> Callable[[], Awaitable[None]]:
    """What a running program does after a change, without learning to route."""
    words = Wording(site.ports.catalogue, FOLDER.parent.parent / "locales")
    site.ports.say = words.say

    async def renew() -> None:
        await site.store.run(partial(folders.bring_up, folder=folder))
        site.ports.province.take(read_catalogue(folder.path)[0])
        words.catalogue = site.ports.catalogue

    return renew


@pytest.fixture
def edited(site: Site, tmp_path: Path) -> Site:
    """The site, its province in a folder that may be written."""
    folder = Folder(Path(shutil.copytree(FOLDER, tmp_path / "lang-son", ignore=ASIDE)))
    site.ports.folder = folder
    site.ports.renew = as_program(site, folder)
    return site


Opens = Callable[..., Editing]


@pytest.fixture
def opens(edited: Site, reads: Reads) -> Opens:
    """Opens a form as somebody of the task group: the list's name and the entry's key, "" for a new one."""
    assert edited

    def opened(name: str, key: str = "", who: str = "Tuấn") -> Editing:
        return Editing(reads(name=who), f"/board/catalogue/{name}/edit{f'?key={key}' if key else ''}")

    return opened


def texts(site: Site) -> dict[str, str]:
    """The files as they are."""
    assert site.ports.folder
    return site.ports.folder.texts()
