"""The site for the tests of the pages, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_store
from tests.conftest import SqliteFiles
from tests.postgres import Server
from tests.product import prepared
from tests.web.site import NOW, Site


@pytest.fixture
def site(databases: SqliteFiles | Server, tmp_path: Path) -> Iterator[Site]:
    """The application as the public sees it, on a fresh database."""
    store = open_store(databases.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path, largest_file=100_000)
    yield site
    site.close()
    store.close()


@pytest.fixture
def trial(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Site]:
    """The application to be tried on one machine: three chats side by side, no codes."""
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path, demo=True)
    site.ports.push_clock = site.push_clock
    yield site
    site.close()
    store.close()
