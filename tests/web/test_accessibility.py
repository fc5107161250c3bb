"""Every page as axe-core measures it: contrast, names and order, light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import SqliteFiles
from tests.product import Product, prepared, settings

#: what WCAG 2.2 asks for at level AA, of what a machine can measure
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "phone-dark": {**PHONE, "color_scheme": "dark"},
}
#: in CSS pixels: what a thumb needs; https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced
THUMB = 44
#: pages looked at on the way
STOPS = 24
MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"

Shown = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def product(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder = tmp_path_factory.mktemp("accessible")
    with Product(settings(folder, sqlite_files.fresh(prepared), demo=True), web=True) as product:
        yield product


def wrong(page: Page) -> list[str]:
    """What axe-core finds, a line each."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']} ({each['impact']}): {node['html'][:120]}" for each in found for node in each["nodes"]]


def too_small(page: Page) -> list[str]:
    """What is pressed and is smaller than a thumb; a link within a sentence is as high as its line."""
    pressed = page.locator("button:visible, select:visible, textarea:visible, [role=button]:visible, a.button:visible")
    sizes = [(each.evaluate("it => it.outerHTML"), each.bounding_box()) for each in pressed.all()]
    return [
        f"{box['width']:.0f} × {box['height']:.0f}: {html[:120]}"
        for html, box in sizes
        if box and min(box["width"], box["height"]) < THUMB - 0.5
    ]


def goes_through(page: Page, product: Product) -> Iterator[str]:
    """A business files on the page, and its department opens the case; every stop on the way."""
    for path in ("/", "/chat", "/no-such-page"):
        page.goto(f"{product.url}{path}")
        yield path
    page.goto(f"{product.url}/chat")
    for written, answered in (
        ("Chào anh chị", "Ông/Bà có đồng ý"),
        ("đồng ý", "Bây giờ"),
        (MATTER, "doanh nghiệp"),
        ("Công ty Lan Anh", "xem lại trước khi gửi"),
        ("gửi nêu tên", "Đã tiếp nhận"),
    ):
        page.get_by_role("textbox").fill(written)
        page.get_by_role("button", name="Gửi", exact=True).click()
        page.locator(".message", has_text=answered).first.wait_for()
        yield answered
    yield from own_pages(page, product)
    page.goto(f"{product.url}/try/so-xay-dung")
    page.locator(".message", has_text="LS26-").first.wait_for()
    yield "desk"
    page.get_by_role("button", name="Trả lời").first.click()
    yield "desk, answering"
    page.goto(f"{product.url}/try/so-xay-dung/cases")
    yield "cases"
    page.locator(".cases a").first.click()
    page.locator(".facts").wait_for()
    yield "a case, answering"
    for room, command in (("task-group", "/yeucaudulieu"), ("leadership", "/nhatky"), ("leadership", "/trogiup")):
        page.goto(f"{product.url}/try/{room}")
        says(page, command)
        yield f"{room}: {command}"


def says(page: Page, written: str) -> None:
    """Somebody writes, and the bot answers."""
    bots = page.locator(".message.bot")
    before = bots.count()
    page.get_by_role("textbox").fill(written)
    page.get_by_role("button", name="Gửi", exact=True).click()
    bots.nth(before).wait_for()


def own_pages(page: Page, product: Product) -> Iterator[str]:
    """What a business has beside its conversation: its data, its receipt, its sessions and links, results, the end."""
    says(page, "/dulieu")
    yield "/dulieu"
    says(page, "/vuviec")
    yield "/vuviec"
    code = page.locator(".message.bot", has_text="Đã tiếp nhận").last.inner_text().split("#")[1].split()[0]
    for path in (f"/chat/cases/{code}", "/sessions/chat", "/chat/delete", "/ket-qua", "/try", "/desk", "/board"):
        page.goto(f"{product.url}{path}")
        yield path


@pytest.mark.timeout(240)
@pytest.mark.parametrize("look", LOOKS)
def test_no_page_stands_in_anybodys_way(browser: Browser, product: Product, look: str) -> None:
    context: BrowserContext = browser.new_context(locale="vi-VN", reduced_motion="reduce", **LOOKS[look])
    page = context.new_page()
    page.set_default_timeout(30_000)
    found: dict[str, list[str]] = {}
    for stop in goes_through(page, product):
        found[stop] = wrong(page) + (too_small(page) if "phone" in look else [])
    context.close()
    assert {stop: faults for stop, faults in found.items() if faults} == {}
    assert len(found) == STOPS
