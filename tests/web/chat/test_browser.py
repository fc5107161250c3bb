"""The pages in a real browser: pushes, buttons, files, the keyboard, a phone, and without any script."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from domain.messages import Incoming
from storage import page as pages
from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.product import free_port, prepared
from tests.web.site import CONSTRUCTION, NOW, PNG, Site, agree
from web.hub import Nudge

BUTTONS = [[["Đúng, gửi đi", "yes"], ["Sửa lại", "no"]], [["Tôi không biết", "unknown"]]]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


class Served:
    """The site on a thread with an echo for a bot: it repeats what it hears and answers taps with a toast."""

    def __init__(self, site: Site) -> None:
        self.site = site
        site.answer = self._echo
        self.port = free_port()
        config = uvicorn.Config(site.app, port=self.port, log_level="error", timeout_graceful_shutdown=2)
        self.server = uvicorn.Server(config)
        self.serving = asyncio.run_coroutine_threadsafe(self.server.serve(), site.loop)
        while not self.server.started:
            time.sleep(0.02)

    @property
    def url(self) -> str:
        """The address a browser opens."""
        return f"http://localhost:{self.port}"

    async def _echo(self, incoming: Incoming) -> None:
        if incoming.tap_id:
            self.site.hub.publish(incoming.chat.id, Nudge(f"Đã chọn {incoming.choice}", incoming.tap_id))
            return
        text = f"Đã nhận #LS26-00001: {incoming.text} ({len(incoming.uploads)} tệp)"
        body = {"buttons": BUTTONS, "reply_to": incoming.message_id}
        await self.site.store.run(lambda tx: agree(tx, incoming))
        await self.site.store.run(lambda tx: pages.append(tx, incoming.chat.id, text, body))
        self.site.hub.publish(incoming.chat.id)

    def push(self, chat_id: str, text: str) -> None:
        """The bot says something of its own accord."""
        self.site.store.call(lambda tx: pages.append(tx, chat_id, text, {}))
        self.site.loop.call_soon_threadsafe(self.site.hub.publish, chat_id)

    def stop(self) -> None:
        """End as the program does: the streams first, then the server."""
        self.site.loop.call_soon_threadsafe(self.site.hub.close)
        self.server.should_exit = True
        self.serving.result(10)
        self.site.close()


@pytest.fixture
def served(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Served]:
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path, demo=True, largest_file=100_000)
    site.ports.push_clock = site.push_clock
    served = Served(site)
    yield served
    served.stop()
    store.close()


@contextlib.contextmanager
def opened(browser: Browser, url: str, **more: Any) -> Iterator[Page]:
    """A page of a fresh browser; any complaint in its console (a blocked script, an error) fails the test."""
    context: BrowserContext = browser.new_context(locale="vi-VN", **more)
    page = context.new_page()
    page.set_default_timeout(8000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    page.goto(url)
    yield page
    context.close()
    assert complaints == []


def written(page: Page) -> Locator:
    """The messages on the page."""
    return page.locator(".message .text")


def say(page: Page, text: str) -> None:
    """Type and send with Enter."""
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def is_within(page: Page) -> bool:
    """True when nothing sticks out of the window sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_answer_comes_without_reload(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        page.get_by_role("button", name="Bắt đầu").click()
        expect(written(page)).to_have_text([r"Đã nhận #LS26-00001: /start (0 tệp)"])
        page.evaluate("window.isSamePage = true")
        say(page, "Giấy phép xây dựng chậm")
        expect(written(page).last).to_have_text("Đã nhận #LS26-00001: Giấy phép xây dựng chậm (0 tệp)")
        expect(written(page)).to_have_count(3)
        expect(page.locator(".code").last).to_have_text("#LS26-00001")
        expect(page.get_by_role("textbox")).to_have_value("")
        assert page.evaluate("window.isSamePage")


def test_tapping_shows_a_toast_on_this_page_only(browser: Browser, served: Served) -> None:
    desk = f"{served.url}/try/{CONSTRUCTION}"
    with opened(browser, desk) as minh, opened(browser, desk) as hoa:
        say(minh, "thẻ")
        expect(hoa.locator(".message.bot .text")).to_have_count(1)
        expect(hoa.locator(".message.typed .author")).to_have_text("Minh")
        minh.get_by_role("button", name="Sửa lại").click()
        expect(minh.locator("#toast")).to_have_text("Đã chọn no")
        minh.get_by_role("button", name="Tôi không biết").click()
        expect(minh.locator("#toast")).to_have_text("Đã chọn unknown")
        expect(hoa.locator("#toast")).to_have_text("")
    assert [each.choice for each in served.site.taken] == ["", "no", "unknown"]


def test_a_photo_is_sent_and_shown(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chào")
        expect(written(page)).to_have_count(2)
        picker = page.locator("input[type=file]")
        picker.set_input_files({"name": "biển báo.png", "mimeType": "image/png", "buffer": PIXEL})
        picker.set_input_files({"name": "thừa.txt", "mimeType": "text/plain", "buffer": b"x"})
        expect(page.locator(".picked li")).to_have_count(2)
        page.get_by_role("button", name="Bỏ tệp này: thừa.txt").click()
        picker.set_input_files({"name": "to.bin", "mimeType": "", "buffer": bytes(100_001)})
        expect(page.locator("#toast")).to_contain_text("to.bin")
        page.get_by_role("button", name="Gửi", exact=True).click()
        expect(written(page).last).to_have_text("Đã nhận #LS26-00001:  (1 tệp)")
        photo = page.get_by_role("img", name="Ảnh biển báo.png")
        expect(photo).to_be_visible()
        assert photo.evaluate("image => image.complete && image.naturalWidth") == 1
        expect(page.locator(".picked li")).to_have_count(0)


def test_answering_and_correcting(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chao")
        bot = page.locator(".message.bot").first
        bot.hover()
        bot.get_by_role("link", name="Trả lời").click()
        expect(page.locator("#chip")).to_contain_text("Đã nhận")
        say(page, "trả lời này")
        expect(page.locator(".message.own .quote")).to_contain_text("Đã nhận #LS26-00001")
        expect(page.locator("#chip")).to_be_hidden()
        own = page.locator(".message.own").first
        own.hover()
        own.get_by_role("link", name="Sửa").click()
        expect(page.get_by_role("textbox")).to_have_value("xin chao")
        say(page, "xin chào")
        expect(own.locator(".text")).to_have_text("xin chào")
        expect(own.locator(".meta")).to_contain_text("đã sửa")
    edits = [each for each in served.site.taken if each.edited]
    assert [each.text for each in edits] == ["xin chào"]


def test_everything_by_keyboard(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:

        def tab_to(selector: str) -> None:
            for _ in range(40):
                page.keyboard.press("Tab")
                if page.evaluate("s => document.activeElement.matches(s)", selector):
                    return
            pytest.fail(f"the keyboard does not reach {selector}")

        tab_to(".welcome button")
        page.keyboard.press("Enter")
        expect(written(page)).to_have_count(1)
        tab_to("textarea")
        page.keyboard.type("dòng một")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("dòng hai")
        page.keyboard.press("Enter")
        expect(page.locator(".message.own .text")).to_have_text("dòng một\ndòng hai", use_inner_text=True)
        page.locator(".stream").focus()
        tab_to(".buttons button[value=no]")
        page.keyboard.press("Enter")
        expect(page.locator("#toast")).to_have_text("Đã chọn no")
        tab_to(".menu summary")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Vụ việc của tôi")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Vụ việc của tôi")).to_be_hidden()


def test_enter_that_confirms_an_input_methods_choice_does_not_send(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chào")
        expect(written(page)).to_have_count(2)
        box = page.get_by_role("textbox")
        box.fill("谅山")
        box.evaluate(
            "b => b.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
        )
        expect(box).to_have_value("谅山")
        assert len(served.site.taken) == 1


def test_a_reader_of_old_messages_is_not_pulled_away(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chào")
        expect(written(page)).to_have_count(2)
        chat = served.site.taken[0].chat.id
        for number in range(30):
            served.push(chat, f"tin {number}")
        expect(written(page).last).to_have_text("tin 29")
        assert page.locator(".stream").evaluate("s => s.scrollTop") == 0
        page.locator(".stream").evaluate("s => { s.scrollTop = -500 }")
        page.wait_for_function("() => document.getAnimations().length === 0")
        before = page.get_by_text("tin 12", exact=True).bounding_box()
        served.push(chat, "tin mới")
        expect(written(page).last).to_have_text("tin mới")
        page.wait_for_function("() => document.getAnimations().length === 0")
        after = page.get_by_text("tin 12", exact=True).bounding_box()
        assert before
        assert after
        assert abs(before["y"] - after["y"]) < 2
        page.get_by_role("button", name="Tin mới").click()
        assert page.locator(".stream").evaluate("s => s.scrollTop") == 0


def test_a_broken_connection_loses_and_doubles_nothing(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chào")
        expect(written(page)).to_have_count(2)
        chat = served.site.taken[0].chat.id
        page.evaluate("source.close(); source = null")
        for number in range(5):
            served.push(chat, f"lỡ {number}")
        page.evaluate("listen()")
        expect(written(page).last).to_have_text("lỡ 4")
        expect(written(page)).to_have_count(7)


def test_sending_again_after_a_failure_sends_once(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        say(page, "xin chào")
        expect(written(page)).to_have_count(2)
        page.evaluate(
            "const real = fetch; window.fetch = (...a) => real(...a).then(() => { window.fetch = real; throw 1 }); 0"
        )
        say(page, "một lần")
        expect(page.locator("#toast")).to_contain_text("Chưa gửi được")
        expect(page.get_by_role("textbox")).to_have_value("một lần")
        page.get_by_role("textbox").press("Enter")
        expect(page.get_by_role("textbox")).to_have_value("")
        expect(page.locator(".message.own .text")).to_have_text(["xin chào", "một lần"])
    assert len({each.id for each in served.site.taken}) == 2


def test_a_phone(browser: Browser, served: Served, tmp_path: Path) -> None:
    with opened(browser, f"{served.url}/chat", **PHONE) as page:
        assert is_within(page)
        say_on_phone(page, "Xe tải của chúng tôi chờ ở cửa khẩu " * 6)
        expect(written(page)).to_have_count(2)
        assert is_within(page)
        small = page.evaluate(
            "[...document.querySelectorAll('.row button, .send, .attach, summary')]"
            ".map(e => e.getBoundingClientRect()).filter(r => r.height < 44 || r.width < 44).length"
        )
        assert small == 0
        page.get_by_role("textbox").press("Enter")
        assert len(served.site.taken) == 1
        assert page.screenshot(path=tmp_path / "phone.png")
        page.goto(served.url)
        assert is_within(page)
        page.goto(f"{served.url}/desk")
        assert is_within(page)


def say_on_phone(page: Page, text: str) -> None:
    """Type and tap the button: Enter is a new line on a touch keyboard."""
    page.get_by_role("textbox").fill(text)
    page.get_by_role("button", name="Gửi", exact=True).tap()


def test_without_scripts(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat", java_script_enabled=False) as page:
        page.get_by_role("button", name="Bắt đầu").click()
        expect(written(page)).to_have_count(1)
        page.get_by_role("textbox").fill("không có script")
        page.locator("input[type=file]").set_input_files({"name": "a.png", "mimeType": "", "buffer": PNG})
        page.get_by_role("button", name="Gửi", exact=True).click()
        expect(written(page).last).to_have_text("Đã nhận #LS26-00001: không có script (1 tệp)")
        page.get_by_role("button", name="Đúng, gửi đi").last.click()
        expect(page).to_have_url(f"{served.url}/chat")
        page.get_by_role("link", name="Trả lời").last.click()
        expect(page.locator("#chip")).to_be_visible()
        page.get_by_role("textbox").fill("đáp")
        page.get_by_role("button", name="Gửi", exact=True).click()
        expect(page.locator(".message.own .quote")).to_have_count(1)
        expect(page.get_by_role("link", name="Tải lại để xem tin mới")).to_be_visible()
    assert [each.choice for each in served.site.taken] == ["", "", "yes", ""]


def test_three_chats_side_by_side(browser: Browser, served: Served) -> None:
    with opened(browser, served.url, viewport={"width": 1440, "height": 860}) as page:
        business, department = page.frame_locator("[name=room-business]"), page.frame_locator("[name=room-department]")
        business.get_by_role("button", name="Bắt đầu").click()
        expect(business.locator(".message.bot")).to_have_count(1)
        department.get_by_role("textbox").fill("/traloi xong")
        department.get_by_role("textbox").press("Enter")
        expect(department.locator(".message.bot")).to_have_count(1)
        page.get_by_role("link", name="Lãnh đạo").click()
        expect(page.frame_locator("[name=room-oversight]").get_by_role("heading", name="Lãnh đạo")).to_be_visible()
        page.get_by_label("Chọn cơ quan").select_option("so-tai-chinh")
        expect(department.get_by_role("heading", name="Sở Tài chính")).to_be_visible()
        page.get_by_role("button", name="1 ngày làm việc").click()
        expect(page.locator("#now")).to_have_text("09:00 · 26/11")
        expect(business.locator(".message.bot")).to_have_count(1)
        tops = [page.locator(f"#{each}").bounding_box() for each in ("business", "department", "oversight")]
        assert len({round(box["y"]) for box in tops if box}) == 1
        assert is_within(page)
    assert [each.private for each in served.site.taken] == [True, False]


def test_the_private_link_can_be_copied(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}/chat") as page:
        page.get_by_role("button", name="Bắt đầu").click()
        expect(written(page)).to_have_count(1)
        page.get_by_label("Tùy chọn").click()
        page.get_by_role("button", name="Mở trên thiết bị khác").click()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Sao chép").click()
        expect(page.get_by_role("button", name="Đã sao chép")).to_be_visible()
        address = page.evaluate("navigator.clipboard.readText()")
    with opened(browser, address) as phone:
        phone.get_by_role("button", name="Tiếp tục").click()
        expect(phone).to_have_url(f"{served.url}/chat")
        expect(written(phone)).to_have_count(1)
