"""On the page, in a browser: what is kept is seen, copied, corrected and deleted; a new notice is asked for."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from domain.messages import Network
from domain.rights import notice
from storage import people
from storage.database import Tx
from storage.tables import Person
from tests.web.desk.conftest import Office, office, shot

__all__ = ["office", "shot"]
MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"
RIGHT = "Nguyễn Thị Phương Lan"
#: milliseconds, on a machine that has other things to do
PATIENCE = 20_000
Shot = Callable[[Page, str], None]


@dataclass(frozen=True)
class Tongue:
    """What somebody presses and reads, in the order of the story."""

    locale: str
    agree: str
    firm: str
    send: str
    receipt: str
    command: str
    head: str
    copy: str
    name: str
    noted: str
    renamed: str
    withdraw: str
    yes: str
    withdrawn: str
    delete: str
    deleted: str


TONGUES = (
    Tongue(
        *("vi", "Tôi đồng ý", "Đã ghi nhận doanh nghiệp", "Gửi, nêu tên", "Đã tiếp nhận vụ việc", "/dulieu"),
        *("Dữ liệu chúng tôi đang giữ", "Bản sao", "Sửa họ tên", "Đã ghi nhận yêu cầu", "đã được sửa"),
        *("Rút sự đồng ý", "Gửi yêu cầu", "sự đồng ý đã được rút", "Xóa dữ liệu", "dữ liệu đã được xóa"),
    ),
    Tongue(
        *(
            "en",
            "I agree",
            "Your business:",
            "Send, with my name",
            "has been filed",
            "/mydata",
            "What we keep about you",
        ),
        *("A copy", "Correct my name", "is noted", "has been corrected"),
        *(
            "Withdraw consent",
            "Send the request",
            "your consent is withdrawn",
            "Delete my data",
            "your data is deleted",
        ),
    ),
    Tongue(
        *(
            "zh",
            "我同意",
            "已记录企业",
            "发送（署名）",
            "已受理事项",
            "/shuju",
            "我们保存的您的数据",
            "副本",
            "更正姓名",
        ),
        *("已登记请求", "已更正", "撤回同意", "提交请求", "您的同意已撤回", "删除数据", "数据已删除"),
    ),
)


def says(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")
    expect(page.get_by_role("textbox")).to_have_value("", timeout=PATIENCE)


def presses(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).last.click()


def reads(page: Page, text: str) -> None:
    expect(page.locator(".message .text").filter(has_text=text).last).to_be_visible(timeout=PATIENCE)


def begins(page: Page, office: Office, tongue: Tongue) -> None:
    """Past the greeting, with one case sent by name."""
    page.goto(f"{office.product.url}/chat")
    page.locator("form button").first.click()
    expect(page.get_by_role("textbox")).to_be_visible()
    says(page, f"/ngonngu {tongue.locale}")
    presses(page, tongue.agree)
    says(page, "/doanhnghiep")
    says(page, "Công ty Hoa Sim, 4900001236")
    reads(page, tongue.firm)
    says(page, MATTER)
    presses(page, tongue.send)
    reads(page, tongue.receipt)


def carries_out(page: Page, *labels: str) -> None:
    """Tuấn, at the task group's desk, taps what stands under the newest request."""
    for label in labels:
        page.get_by_role("button", name=label, exact=True).last.click()


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda each: each.locale)
def test_seen_copied_corrected_withdrawn_and_deleted(office: Office, shot: Shot, tongue: Tongue) -> None:
    locale = {"vi": "vi-VN", "en": "en-GB", "zh": "zh-CN"}[tongue.locale]
    context = office.browser.new_context(locale=locale, viewport={"width": 400, "height": 900})
    lan = context.new_page()
    lan.set_default_timeout(PATIENCE)
    with office.desk("task-group") as tuan:
        begins(lan, office, tongue)
        says(lan, tongue.command)
        reads(lan, tongue.head)
        shot(lan, f"own-data-{tongue.locale}")
        presses(lan, tongue.copy)
        file = lan.locator("a.file[href]").last
        expect(file).to_be_visible(timeout=PATIENCE)
        got = context.request.get(f"{office.product.url}{file.get_attribute('href')}").body()
        with zipfile.ZipFile(io.BytesIO(got)) as archive:
            told = json.loads(archive.read("data.json"))
        assert MATTER in json.dumps(told, ensure_ascii=False)

        presses(lan, tongue.name)
        says(lan, RIGHT)
        reads(lan, tongue.noted)
        reads(tuan, RIGHT)
        shot(tuan, f"request-{tongue.locale}")
        carries_out(tuan, "Thực hiện")
        reads(lan, tongue.renamed)

        presses(lan, tongue.withdraw)
        presses(lan, tongue.yes)
        carries_out(tuan, "Thực hiện")
        reads(lan, tongue.withdrawn)

        says(lan, tongue.command)
        presses(lan, tongue.delete)
        shot(lan, f"sure-{tongue.locale}")
        presses(lan, tongue.yes)
        carries_out(tuan, "Thực hiện", "Xóa ngay")
        reads(lan, tongue.deleted)
        shot(lan, f"deleted-{tongue.locale}")
    context.close()
    assert office.product.call(lambda tx: [found for found in known(tx) if found.name == RIGHT]) == []


def known(tx: Tx) -> list[people.Individual]:
    """Everybody who has come to the page."""
    rows = tx.rows(select(Person.user_id).where(col(Person.network) == Network.PAGE, Person.same_as == 0))
    return [found for row in rows if (found := people.find(tx, Network.PAGE, row.user_id))]


def test_a_new_notice_is_asked_for_on_the_page_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    context = office.browser.new_context(locale="vi-VN")
    lan = context.new_page()
    lan.set_default_timeout(PATIENCE)
    begins(lan, office, TONGUES[0])

    def agreed() -> int:
        """To which version whoever filed agreed."""
        return next(each.notice for each in office.product.call(known) if each.business)

    assert agreed() == notice.VERSION
    newer = notice.VERSION + 1
    monkeypatch.setattr(notice, "VERSION", newer)
    says(lan, MATTER.replace("nhà xưởng", "nhà kho"))
    reads(lan, f"thông báo bản số {newer}")
    assert agreed() == newer - 1
    presses(lan, "Tôi đồng ý")
    until = time.monotonic() + PATIENCE / 1000
    while agreed() != newer and time.monotonic() < until:
        time.sleep(0.1)
    assert agreed() == newer
    context.close()
