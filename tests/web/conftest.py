"""The site for the tests of the pages, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.postgres import Server
from tests.product import prepared
from tests.web.opened import Open
from tests.web.site import NOW, Site
from web import guard
from web.connections import Bounded


@pytest.fixture
def site(databases: SqliteFiles | Server, tmp_path: Path) -> Iterator[Site]:
    """The application as the public sees it, on a fresh database."""
    sites: list[Site] = []
    store = open_store(databases.fresh(prepared), lambda: sites[0].ports.clock())  # noqa: PLW0108  the site comes after its store
    site = Site(store, tmp_path, largest_file=100_000)
    sites.append(site)
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


@pytest.fixture
def opened(sqlite_files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """The public's application on a port, impatient."""
    monkeypatch.setattr(Bounded, "seconds_for_a_head", 0.5)
    monkeypatch.setattr(guard, "SECONDS_FOR_A_BODY", 0.5)
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path, largest_file=1_000_000)
    served = Open(site)
    yield served
    served.stop()
    site.close()
    store.close()
