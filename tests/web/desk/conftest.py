"""The whole product to be tried on one machine, with desks in a real browser."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from handlers import recording
from storage import cases
from storage.database import Tx
from tests.cast import filed
from tests.conftest import SqliteFiles
from tests.product import Product, prepared, settings
from tests.web.site import CONSTRUCTION


@dataclass
class Office:
    """The product and a browser; every officer who opens a desk has a browser of their own."""

    product: Product
    browser: Browser

    @contextlib.contextmanager
    def desk(self, room: str = CONSTRUCTION, **more: Any) -> Iterator[Page]:
        """A desk of its own officer; a complaint in the browser's console fails the test."""
        context = self.browser.new_context(locale="vi-VN", **more)
        page = context.new_page()
        page.set_default_timeout(8000)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
        page.goto(f"{self.product.url}/try/{room}")
        yield page
        context.close()
        assert complaints == []

    def files(self, number: int = 1, **changes: Any) -> str:
        """A business has filed; the code."""
        decision = filed(number, **changes)

        def record(tx: Tx) -> None:
            recording.record(tx, decision)

        self.product.call(record)
        return decision.case.code

    def state(self, number: int = 1) -> str:
        """Where the case stands now."""
        case = self.product.call(lambda tx: cases.look(tx, number))
        return str(case.state) if case else ""


@pytest.fixture
def office(browser: Browser, sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Office]:
    """One product for a test, with every desk open."""
    with Product(settings(tmp_path, sqlite_files.fresh(prepared), demo=True), web=True) as product:
        yield Office(product, browser)


@pytest.fixture
def shot(tmp_path: Path) -> Callable[[Page, str], None]:
    """Takes a picture of a page, for whoever looks at them."""

    def take(page: Page, name: str) -> None:
        page.screenshot(path=tmp_path / f"{name}.png")

    return take
