"""A stand-in Telegram and the product in front of it: once on SQLite and polling, or on every combination."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SqliteFiles
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.town import TOKEN, Town, telegram_settings


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    """A stand-in Telegram that checks everything in both directions; a violation fails the test."""
    with TelegramServer(token=TOKEN) as running:
        yield running
        assert running.violations == []


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> str:
    """Both ways updates come in."""
    return str(request.param)


@pytest.fixture
def lone_town(server: TelegramServer, sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Town]:
    """The cast on SQLite and polling, no group bound yet."""
    with ExitStack() as running:
        wanted = telegram_settings(tmp_path, sqlite_files.fresh(prepared), server)
        product = running.enter_context(Product(wanted))
        yield Town(server, product, running)


@pytest.fixture
def town(lone_town: Town) -> Town:
    """The same with every group bound: where most stories happen."""
    return lone_town.settles()


@pytest.fixture
def every_town(server: TelegramServer, databases: Any, mode: str, tmp_path: Path) -> Iterator[Town]:
    """The same on SQLite and PostgreSQL, polling and behind a webhook: for the stories everything rests on."""
    with ExitStack() as running:
        wanted = telegram_settings(tmp_path, databases.fresh(prepared), server, mode)
        product = running.enter_context(Product(wanted, web=mode == "webhook"))
        yield Town(server, product, running).settles()
