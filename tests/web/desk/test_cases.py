"""The desk's list of cases, and a case on a page of its own: found, read and worked on there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from domain.case.case import Tier
from storage.knowledge import canned
from tests.cast import CONSTRUCTION, FINANCE, term
from tests.product import STARTS_AT
from tests.web.desk.conftest import Office
from tests.web.desk.test_writing import PHONE


def listed(page: Page) -> list[str]:
    """The codes on the list, from above."""
    return page.locator(".cases .code").all_inner_texts()


def two_cases(office: Office) -> None:
    """The second one is due first, and late."""
    office.files(1, term=term(STARTS_AT + timedelta(days=8)), text="Hồ sơ xin giấy phép xây dựng")
    office.files(2, term=term(STARTS_AT - timedelta(days=1)), text="Đường vào nhà máy hỏng")


def test_the_list_begins_with_the_nearest_deadline_and_every_number_is_its_list(office: Office) -> None:
    with office.desk() as minh:
        two_cases(office)
        minh.get_by_role("link", name="Vụ việc").click()
        assert listed(minh) == ["#LS26-00002", "#LS26-00001"]
        expect(minh.locator(".cases .late .days")).to_have_text("QUÁ HẠN 1 ngày làm việc")
        for view in minh.locator(".views a").all_inner_texts():
            name, count = view.rsplit(maxsplit=1)
            minh.get_by_role("link", name=name).first.click()
            expect(minh.locator(".views [aria-current]")).to_contain_text(name)
            assert len(listed(minh)) == int(count)


def test_a_word_finds_and_stays_in_the_address(office: Office) -> None:
    with office.desk() as minh:
        two_cases(office)
        minh.goto(f"{minh.url}/cases")
        minh.get_by_role("searchbox").fill("ho so")
        minh.keyboard.press("Enter")
        expect(minh.locator(".cases li")).to_have_count(1)
        assert "words=ho+so" in minh.url
        minh.get_by_role("link", name="Quá hạn").click()
        expect(minh.get_by_text("Không có vụ việc nào như vậy")).to_be_visible()
        assert "words=ho+so" in minh.url


def test_a_case_is_taken_and_answered_on_its_own_page(office: Office) -> None:
    with office.desk() as minh:
        two_cases(office)
        minh.goto(f"{minh.url}/cases")
        minh.get_by_text("Đường vào nhà máy hỏng").click()
        expect(minh.locator(".facts")).to_contain_text("Công ty Lan Anh (MST 4900001236)")
        minh.get_by_role("button", name="Nhận việc").click()
        expect(minh.get_by_role("status")).to_contain_text("Anh/chị đã nhận vụ việc #LS26-00002")
        expect(minh.locator(".facts")).to_contain_text("Minh")
        minh.get_by_role("button", name="Trả lời").click()
        minh.get_by_label("Câu trả lời chính thức cho #LS26-00002").fill("Đã sửa đường")
        minh.get_by_role("button", name="Gửi", exact=True).click()
        expect(minh.locator(".history")).to_contain_text("Đã sửa đường")
        expect(minh.locator(".facts .state")).to_have_text("Đã trả lời, chờ xác nhận")
    assert office.state(2) == "answered"


def test_a_department_is_chosen_where_the_button_stands(office: Office) -> None:
    with office.desk() as minh:
        two_cases(office)
        minh.goto(f"{minh.url}/cases/LS26-00001")
        form = minh.locator("form:has(button[value=transfer])")
        form.get_by_role("combobox").select_option("thue-tinh")
        form.get_by_role("button").click()
        minh.get_by_label("Lý do chuyển #LS26-00001").fill("vướng ở nghĩa vụ thuế")
        minh.get_by_role("button", name="Gửi", exact=True).click()
        expect(minh.get_by_role("status")).to_contain_text("đã chuyển đi")
        assert listed(minh) == ["#LS26-00002"]
    with office.desk("thue-tinh") as binh:
        binh.goto(f"{binh.url}/cases/LS26-00001")
        expect(binh.locator(".history")).to_contain_text("vướng ở nghĩa vụ thuế")


def test_a_refusal_is_told_and_the_words_are_asked_for_again(office: Office) -> None:
    with office.desk() as minh:
        two_cases(office)
        minh.goto(f"{minh.url}/cases/LS26-00001")
        minh.get_by_role("button", name="Từ chối").click()
        minh.get_by_label("Lý do từ chối").fill("không")
        minh.get_by_role("button", name="Gửi", exact=True).click()
        expect(minh.get_by_label("Lý do từ chối")).to_be_visible()
        minh.get_by_role("button", name="Thôi, không viết").click()
        expect(minh.get_by_role("status")).to_contain_text("chưa có gì được gửi đi")
        expect(minh.locator("textarea")).to_have_count(0)


def test_a_kept_text_is_filled_in_and_may_be_changed_before_it_is_sent(office: Office) -> None:
    office.product.call(
        lambda tx: canned.keep(tx, CONSTRUCTION, "Mời nhận", "vi", "Mời [doanh nghiệp] đến nhận", "Minh")
    )
    with office.desk() as minh:
        office.files()
        minh.goto(f"{minh.url}/cases/LS26-00001")
        minh.get_by_role("button", name="Trả lời").click()
        minh.get_by_text("Chèn mẫu (1)").click()
        minh.get_by_role("link", name="Mời nhận").click()
        field = minh.get_by_label("Câu trả lời chính thức cho #LS26-00001")
        expect(field).to_have_value("Mời Công ty Lan Anh đến nhận")
        field.press_sequentially(" sáng mai")
        minh.get_by_role("button", name="Gửi", exact=True).click()
        expect(minh.locator(".history")).to_contain_text("sáng mai")
    kept = office.product.call(lambda tx: canned.find(tx, (CONSTRUCTION,)))
    assert [each.used for each in kept] == [1]


@pytest.mark.parametrize("scripts", [True, False])
def test_another_departments_case_and_a_hidden_name_are_not_shown(office: Office, scripts: bool) -> None:  # noqa: FBT001
    with office.desk(java_script_enabled=scripts) as minh:
        office.files(1, tier=Tier.HIDDEN, text="Tôi là Công ty Lan Anh, xin giấy phép")
        office.files(2, department=FINANCE)
        minh.goto(f"{minh.url}/cases")
        assert listed(minh) == ["#LS26-00001"]
        expect(minh.locator("body")).not_to_contain_text("Lan Anh")
        minh.locator(".cases a").click()
        expect(minh.locator(".facts")).to_contain_text("Doanh nghiệp giấu tên")
        expect(minh.locator("body")).not_to_contain_text("Lan Anh")
        minh.goto(f"{minh.url.rpartition('/')[0]}/LS26-00002")
        expect(minh.get_by_role("status")).to_contain_text("không ở bàn làm việc này")


def test_a_phone_and_the_keyboard(office: Office) -> None:
    with office.desk(**PHONE) as minh:
        two_cases(office)
        minh.goto(f"{minh.url}/cases")
        small = (
            "[...document.querySelectorAll('main a, main button, main input, main select, nav a')]"
            ".map(e => e.getBoundingClientRect()).filter(r => r.height && r.height < 40).length"
        )
        assert minh.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert minh.evaluate(small) == 0
        minh.locator(".cases a").first.focus()
        minh.keyboard.press("Enter")
        expect(minh.locator(".facts")).to_be_visible()
        assert minh.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_task_groups_desk_keeps_a_case_beyond_its_time_and_says_so(office: Office) -> None:
    with office.desk("task-group") as tuan, office.desk() as minh:
        two_cases(office)
        tuan.goto(f"{tuan.url}/cases/LS26-00001")
        expect(tuan.locator(".facts")).not_to_contain_text("Giữ lại")
        tuan.goto(tuan.url.partition("/cases")[0])
        tuan.get_by_role("textbox").fill("/giulai #LS26-00001 thanh tra đang xem xét")
        tuan.keyboard.press("Enter")
        expect(tuan.get_by_text("được giữ lại, chưa xóa khi hết thời hạn lưu")).to_be_visible()
        tuan.goto(f"{tuan.url}/cases/LS26-00001")
        expect(tuan.locator(".facts")).to_contain_text("thanh tra đang xem xét")
        minh.goto(f"{minh.url}/cases/LS26-00001")
        expect(minh.locator(".facts")).to_be_visible()
        assert "thanh tra" not in minh.content()
