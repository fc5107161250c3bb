"""The province as configured, over fresh databases on both kinds of server."""

from __future__ import annotations

import pytest

from bot.province import read_catalogue
from bot.settings import ROOT
from handlers.province import Province
from tests.stores import hands, opened, prepared_url, store

__all__ = ["hands", "opened", "prepared_url", "store"]


@pytest.fixture(scope="session")
def province() -> Province:
    catalogue, router = read_catalogue(ROOT / "catalogue" / "lang-son")
    return Province(catalogue, router)
