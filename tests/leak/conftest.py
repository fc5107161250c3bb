"""A town with a page: the department works in a Telegram group and at a desk of the web page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import SqliteFiles
from tests.leak.identities import FIRM, NAME, TAX_CODE
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.town import TOKEN, Town, telegram_settings


@pytest.fixture
def town(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Town]:
    """Every group bound, the page served."""
    with TelegramServer(token=TOKEN) as server, ExitStack() as running:
        wanted = telegram_settings(tmp_path, sqlite_files.fresh(prepared), server, log_level="debug")
        product = running.enter_context(Product(wanted, web=True))
        yield Town(server, product, running).settles()
        assert server.violations == []


@pytest.fixture
def ngoc(town: Town) -> Person:
    """The author, whose account says as much as her words."""
    first, *rest = reversed(NAME.split())
    ngoc = town.server.user(
        first, last_name=" ".join(reversed(rest)), username="bichngoc_hoang", user_id=77_665_544_331
    )
    town.meets(ngoc, f"{FIRM}, {TAX_CODE}")
    return ngoc
