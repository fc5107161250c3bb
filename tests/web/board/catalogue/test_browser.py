"""The catalogue edited in a real browser, in every look; what axe-core finds and what is too small."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from storage.catalogue.folder import Folder
from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.web.board.catalogue.conftest import ASIDE, as_program
from tests.web.board.catalogue.test_deadlines import PATH, open_case
from tests.web.board.test_browser import signed_in, too_wide
from tests.web.chat.test_browser import Served
from tests.web.site import FOLDER, NOW, Site
from tests.web.test_accessibility import LOOKS, too_small, wrong

LISTS = tuple(f"/board/catalogue{each}" for each in ("", "/topics", "/days", "/answers", "/changes", "/deadlines"))
#: where pictures of the pages are put, to be looked at; "" for none
SHOTS = os.environ.get("SHOTS", "")


@pytest.fixture
def site(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Site]:
    """What a browser shows is no other matter on the other database."""
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    found = Site(store, tmp_path)
    folder = Folder(Path(shutil.copytree(FOLDER, tmp_path / "lang-son", ignore=ASIDE)))
    found.ports.folder, found.ports.renew = folder, as_program(found, folder)
    yield found
    store.close()


@pytest.fixture
def served(site: Site) -> Iterator[Served]:
    found = Served(site)
    yield found
    found.stop()


def troubles(page: Page, name: str) -> list[str]:
    """What stands in anybody's way on this page; with SHOTS a picture of it is kept."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
    return [*wrong(page), *too_small(page), *(["too wide"] if too_wide(page) else [])]


@pytest.mark.timeout(240)
@pytest.mark.parametrize("look", LOOKS)
def test_the_task_group_edits_and_nothing_stands_in_its_way(served: Served, browser: Browser, look: str) -> None:
    open_case(served.site)
    context = signed_in(browser, served, **LOOKS[look])
    page, found = context.new_page(), dict[str, Any]()
    page.set_default_timeout(30_000)

    def looked_at(name: str) -> None:
        if problems := troubles(page, f"{look}-{name}"):
            found[name] = problems

    page.goto(f"{served.url}/board/catalogue/topics/edit?key=dau-thau")
    looked_at("topic")
    page.goto(f"{served.url}/board/catalogue")
    page.get_by_role("link", name="Sở Xây dựng").click()
    page.get_by_label("Số điện thoại").fill("gọi sau")
    page.get_by_role("button", name="Lưu").click()
    assert "không phải số điện thoại" in page.locator("#wrong-phone").inner_text()
    looked_at("phone-wrong")
    served.site.ports.folder.path.joinpath("departments.toml").write_text(  # type: ignore[union-attr]
        (FOLDER / "departments.toml")
        .read_text("utf-8")
        .replace('key = "so-xay-dung"', 'key = "so-xay-dung"\nphone = "1900"'),
        "utf-8",
    )
    page.get_by_label("Số điện thoại").fill("0205 3 812 345")
    page.get_by_role("button", name="Lưu").click()
    assert "Đang có: 1900" in page.locator("#now-phone").inner_text()
    looked_at("phone-met")
    page.get_by_role("button", name="Lưu").click()
    page.wait_for_url("**done=saved")
    looked_at("phones")
    page.goto(f"{served.url}/board/catalogue/days")
    page.get_by_role("link", name="Thêm ngày đặc biệt").click()
    page.get_by_label("Ngày", exact=False).first.fill("12/03/2026")
    page.get_by_label("Nghỉ").check()
    page.get_by_label("Tên tiếng Việt").fill("Nghỉ lũ")
    page.get_by_label("Căn cứ").fill("Công điện 7/CĐ-UBND")
    looked_at("day")
    page.get_by_role("button", name="Lưu").click()
    page.wait_for_url(f"**{PATH}?done=saved")
    assert "1 vụ việc đang mở được tính khác đi" in page.locator("main").inner_text()
    looked_at("deadlines-found")
    for path in LISTS:
        page.goto(f"{served.url}{path}")
        looked_at(path.rsplit("/", 1)[1])
    context.close()
    assert not found
