"""A small province in a folder of its own, as every machine has one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import ROOT
from storage.catalogue.folder import Folder

Machine = Callable[[str], Folder]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """The folder of a machine, as it was handed over."""

    def made(name: str) -> Folder:
        path = tmp_path / name
        ignored = shutil.ignore_patterns("examples")
        return Folder(
            path if path.exists() else Path(shutil.copytree(ROOT / "tests" / "province", path, ignore=ignored))
        )

    return made
