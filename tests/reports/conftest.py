"""Lạng Sơn, and a store; on SQLite alone, for what a report is made of has its tests on both databases elsewhere."""

from __future__ import annotations

import pytest

from tests.conftest import SqliteFiles
from tests.handlers.conftest import province
from tests.product import prepared
from tests.stores import hands, opened, store

__all__ = ["hands", "opened", "province", "store"]


@pytest.fixture
def prepared_url(sqlite_files: SqliteFiles) -> str:
    return sqlite_files.fresh(prepared)
