"""A province small enough that routing is learnt at once."""

from __future__ import annotations

import pytest

from bot.province import read_catalogue
from bot.settings import ROOT
from handlers.province import Province


@pytest.fixture(scope="session")
def province() -> Province:
    catalogue, router = read_catalogue(ROOT / "tests" / "province")
    return Province(catalogue, router)
