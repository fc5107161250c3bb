"""The board in a real browser: as axe-core measures it, in every look; by keyboard; without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from storage import board, chats
from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.web.board.conftest import GROUP
from tests.web.chat.test_browser import Served
from tests.web.site import NOW, Site
from tests.web.test_accessibility import LOOKS, too_small, wrong

PATHS = (
    *("/board", "/board/cases?status=open&kind=obstacle", "/board/cases/LS26-00007", "/board/trends"),
    *("/board/departments", "/board/topics", "/board/places", "/board/hours", "/board/signals", "/board/tasks"),
)


@pytest.fixture
def site(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Site]:
    """What a browser shows is no other matter on the other database."""
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    yield Site(store, tmp_path)
    store.close()


@pytest.fixture
def served(site: Site) -> Iterator[Served]:
    found = Served(site)
    yield found
    found.stop()


def signed_in(browser: Browser, served: Served, **look: Any) -> BrowserContext:
    """Somebody of the task group who has opened a link with its button, with no script allowed to run."""
    store = served.site.store
    store.call(lambda tx: chats.bind(tx, GROUP, "task-group", "", ""))
    secret = store.call(lambda tx: board.offer(tx, GROUP, "Tuấn"))
    context = browser.new_context(locale="vi-VN", **look)
    page = context.new_page()
    page.goto(f"{served.url}/board/in/{secret}")
    if look.get("java_script_enabled", True):
        assert not wrong(page)
    page.get_by_role("button", name="Mở bảng").click()
    page.wait_for_url(f"{served.url}/board")
    return context


def too_wide(page: Page) -> bool:
    """True when the page itself, not a table or chart in it, has to be pushed sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_can_be_read_by_everybody(history_kept: Site, served: Served, browser: Browser, look: str) -> None:
    context = signed_in(browser, served, **LOOKS[look])
    page = context.new_page()
    found: dict[str, Any] = {}
    for path in PATHS:
        answer = page.goto(f"{served.url}{path}")
        assert answer
        assert answer.status == 200
        if problems := [*wrong(page), *too_small(page), *(["too wide"] if too_wide(page) else [])]:
            found[path] = problems
    context.close()
    assert not found
    assert history_kept


def test_the_list_is_asked_by_keyboard_and_the_address_keeps_it(
    history_kept: Site, served: Served, browser: Browser
) -> None:
    context = signed_in(browser, served, java_script_enabled=True)
    page = context.new_page()
    page.goto(f"{served.url}/board/cases?status=open")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.get_by_label("Tìm theo từ hoặc mã").fill("giay phep so 7")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=giay**")
    assert "status=open" in page.url
    page.get_by_role("link", name="#LS26-00007").click()
    page.wait_for_url("**/LS26-00007")
    assert page.get_by_role("heading", level=1).inner_text() == "#LS26-00007"
    page.go_back()
    page.wait_for_url("**q=giay**")
    context.close()
    assert history_kept


def test_the_board_needs_no_script_and_loads_nothing_from_elsewhere(
    history_kept: Site, served: Served, browser: Browser
) -> None:
    context = signed_in(browser, served, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(f"{served.url}{path}")
    assert all(each.startswith(served.url) for each in asked)
    assert not [each for each in asked if ".js" in each]
    page.goto(f"{served.url}/board")
    page.get_by_role("link", name="Đang mở:").click()
    assert "status=open" in page.url
    context.close()
    assert history_kept
