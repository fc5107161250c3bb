"""Lạng Sơn as it stands in the repository, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.deadline.calendars import Calendar, calendar
from domain.province import files as province_files
from domain.province.catalogue import Catalogue
from domain.routing.examples import Example, examples
from domain.routing.router import Router

FOLDER = Path(__file__).parents[2] / "catalogue" / "lang-son"


@pytest.fixture(scope="session")
def files() -> dict[str, str]:
    return {each.name: each.read_text(encoding="utf-8") for each in FOLDER.glob("*.toml")}


@pytest.fixture(scope="session")
def lang_son(files: dict[str, str]) -> Catalogue:
    return province_files.parse(files)


@pytest.fixture(scope="session")
def office(lang_son: Catalogue) -> Calendar:
    return calendar(lang_son)


@pytest.fixture(scope="session")
def labelled() -> tuple[Example, ...]:
    files = sorted((FOLDER / "examples").glob("*.jsonl"))
    return examples("\n".join(path.read_text(encoding="utf-8") for path in files))


@pytest.fixture(scope="session")
def router(lang_son: Catalogue, labelled: tuple[Example, ...]) -> Router:
    return Router(lang_son, labelled)
