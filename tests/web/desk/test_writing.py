"""A button that asks for words takes them: over the composer stands what they are for, and for which case."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.web.desk.conftest import Office

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def write(page: Page, text: str) -> None:
    """Type and send with Enter."""
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def test_what_is_written_after_a_button_is_what_the_button_says(office: Office) -> None:
    with office.desk() as minh:
        code = office.files()
        minh.get_by_role("button", name="Trả lời").click()
        expect(minh.locator("#chip")).to_contain_text(f"Câu trả lời chính thức cho #{code}")
        expect(minh.get_by_role("textbox")).to_be_focused()
        write(minh, "Sở đã cấp giấy phép, mời đến nhận")
        expect(minh.locator(".message.bot .text").first).to_contain_text("Đã trả lời, chờ xác nhận")
        expect(minh.locator("#chip")).to_be_hidden()
    assert office.state() == "answered"


def test_refused_words_leave_the_composer_as_it_was(office: Office) -> None:
    with office.desk() as minh:
        office.files()
        minh.get_by_role("button", name="Từ chối").click()
        write(minh, "không")
        expect(minh.get_by_text("xin ghi rõ lý do từ chối")).to_be_visible()
        expect(minh.locator("#chip")).to_contain_text("Lý do từ chối")
        write(minh, "Thuộc Cục Đường bộ, xin gửi tới đó")
        expect(minh.locator("#chip")).to_be_hidden()
    assert office.state() == "declined"


def test_whoever_changes_their_mind_sends_nothing(office: Office) -> None:
    with office.desk() as minh:
        office.files()
        minh.get_by_role("button", name="Trả lời").click()
        minh.get_by_role("button", name="Thôi, không viết").click()
        expect(minh.locator("#chip")).to_be_hidden()
        expect(minh.locator("#toast")).to_contain_text("chưa có gì được gửi đi")
        write(minh, "Hồ sơ này ai làm nhỉ?")
        expect(minh.locator(".message.own")).to_contain_text("chỉ đồng nghiệp đọc được")
        expect(minh.locator("#toast")).to_have_text("")
        minh.get_by_role("button", name="Trả lời").click()
        expect(minh.locator("#chip")).to_be_visible()
        minh.get_by_role("textbox").press("Escape")
        expect(minh.locator("#chip")).to_be_hidden()
    assert office.state() == "filed"


def test_the_composer_remembers_across_a_reload_and_another_answer(office: Office) -> None:
    with office.desk() as minh:
        code, other = office.files(), office.files(2)
        expect(minh.locator(".message")).to_have_count(2)
        minh.locator(".message").first.get_by_role("button", name="Trả lời").click()
        expect(minh.locator("#chip")).to_contain_text(code)
        minh.reload()
        expect(minh.locator("#chip")).to_contain_text(code)
        card = minh.locator(".message").last
        card.hover()
        card.get_by_role("link", name="Trả lời").click()
        expect(minh.locator("#chip")).to_contain_text("Trả lời tin nhắn")
        write(minh, "Để tôi xem")
        expect(minh.get_by_text(f"#{other}: anh/chị muốn dùng")).to_be_visible()
        expect(minh.locator("#chip")).to_contain_text(code)


def test_a_colleague_sees_who_is_writing_before_sending(office: Office) -> None:
    with office.desk() as minh, office.desk() as hoa:
        code = office.files()
        minh.get_by_role("button", name="Trả lời").click()
        expect(hoa.locator("#others")).to_have_text(f"Minh đang viết cho #{code}")
        expect(minh.locator("#others")).to_be_hidden()
        hoa.get_by_role("button", name="Trả lời").click()
        expect(hoa.locator("#toast")).to_contain_text("Minh cũng đang viết")
        expect(minh.locator("#others")).to_be_visible()
        write(minh, "Đã cấp giấy phép")
        expect(hoa.locator("#others")).to_be_hidden()


def test_whoever_types_an_answer_unasked_is_seen_and_nothing_is_meant_by_it(office: Office) -> None:
    with office.desk() as minh, office.desk() as hoa:
        code = office.files()
        card = minh.locator(".message").last
        card.hover()
        card.get_by_role("link", name="Trả lời").click()
        minh.get_by_role("textbox").press_sequentially("Đã cấp")
        expect(hoa.locator("#others")).to_have_text(f"Minh đang viết cho #{code}")
        minh.get_by_role("textbox").press("Enter")
        expect(minh.get_by_text("anh/chị muốn dùng nội dung này làm gì")).to_be_visible()
    assert office.state() == "filed"


def test_a_phone_asks_for_the_words_in_view(office: Office) -> None:
    with office.desk(**PHONE) as minh:
        office.files()
        minh.get_by_role("button", name="Trả lời").tap()
        expect(minh.locator("#chip")).to_be_in_viewport()
        assert minh.evaluate("document.documentElement.scrollWidth <= innerWidth")
        box = minh.get_by_role("button", name="Thôi, không viết").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_without_scripts_the_same_forms_do_it(office: Office) -> None:
    with office.desk(java_script_enabled=False) as minh:
        office.files()
        minh.reload()
        minh.get_by_role("button", name="Hỏi thêm").click()
        expect(minh.locator("#chip")).to_contain_text("Câu hỏi gửi doanh nghiệp")
        minh.get_by_role("button", name="Thôi, không viết").click()
        expect(minh.locator("#chip")).to_be_hidden()
        minh.get_by_role("button", name="Hỏi thêm").click()
        minh.get_by_role("textbox").fill("Số hồ sơ nào?")
        minh.get_by_role("button", name="Gửi", exact=True).click()
        expect(minh.locator("#chip")).to_be_hidden()
    assert office.state() == "asked"
