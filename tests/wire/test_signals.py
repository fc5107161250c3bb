"""Many like cases in one week: the task group hears of it, opens an issue, works on it and closes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import null
from sqlmodel import update

from handlers import recording
from storage.database import Tx
from storage.tables import CaseRow
from tests.cast import filed
from tests.product import STARTS_AT
from tests.wire.town import Town, code_in, everything_said

MONDAY = STARTS_AT + timedelta(days=5)
WEEK = timedelta(days=7)
_AT_REST = update(CaseRow).values(due_at=null())


def week(tx: Tx, first: int, start: datetime, topics: dict[str, int]) -> int:
    """So many cases of each topic in the week from `start`, of a business each; the next free number."""
    number = first
    for topic, many in topics.items():
        for _ in range(many):
            facts = {"code": f"LS25-{number:05d}", "topic": topic, "department": "", "tax_code": "", "business": number}
            case = replace(
                filed(number, **facts).case, author=10**6 + number, filed_at=start + timedelta(days=number % 5)
            )
            recording.record(tx, replace(filed(number, **facts), case=case, notices=()))
            number += 1
    return number


@pytest.fixture
def busy(town: Town) -> Town:
    """Nine usual weeks; in the tenth eleven businesses wait for building permits, and then Lan, hidden; now Monday."""

    def past(tx: Tx) -> None:
        number = 1000
        for back in range(10, 1, -1):
            number = week(tx, number, MONDAY - back * WEEK, {"giay-phep-xay-dung": 1, "hoan-thue": 7})
        week(tx, number, MONDAY - WEEK, {"giay-phep-xay-dung": 11, "hoan-thue": 7})
        tx.run(_AT_REST)

    town.card(town.files(how="giấu tên"))
    town.days_pass(4)
    town.product.call(past)
    town.days_pass(1)
    return town


def of_lan(town: Town) -> str:
    """The code of Lan's case, which is drawn, since she hides."""
    return code_in(next(each for each in town.construction.bot_messages if each.text.startswith("📌 #")))


def opened(town: Town) -> str:
    """Tuấn opens the issue; its code."""
    town.tuan.taps("Mở vấn đề chung", in_=town.task_group)
    town.task_group.waits_for("🧩 Vấn đề chung #VD26-001: 12 vụ việc")
    return "VD26-001"


def test_the_task_group_alone_hears_of_it_in_numbers_and_codes(busy: Town) -> None:
    told = busy.task_group.waits_for("📈").text
    assert "Trong 7 ngày: 12 vụ việc về “Giấy phép xây dựng" in told
    assert "từ 12 doanh nghiệp khác nhau; thường chỉ khoảng 1 doanh nghiệp" in told
    assert f"#{of_lan(busy)}" in told
    assert "Lan" not in told
    busy.days_pass(1)
    busy.days_pass(6)
    busy.is_quiet()
    assert busy.counts(busy.task_group, "📈") == 1
    for group in (busy.construction, busy.tax, busy.leadership):
        assert "📈" not in everything_said(group)


def test_a_signal_becomes_an_issue_by_one_tap_and_the_second_is_told_which(busy: Town) -> None:
    signal = busy.task_group.waits_for("📈")
    assert "đã mở vấn đề chung #VD26-001" in busy.tuan.taps("Mở vấn đề chung", in_=busy.task_group)
    shown = busy.task_group.waits_for("🧩 Vấn đề chung #VD26-001: 12 vụ việc").text
    assert f"• #{of_lan(busy)} · Sở Xây dựng · Mới, chờ nhận việc" in shown
    assert "Lan" not in shown
    signal.waits_for_edit("Tuấn đã mở vấn đề chung #VD26-001")
    assert "Đã mở thành vấn đề chung #VD26-001" in busy.tuan.taps_data(signal, "i:open:1")
    busy.tuan.says(f"/chitiet #{of_lan(busy)}", in_=busy.task_group)
    busy.task_group.waits_for("Thuộc vấn đề chung #VD26-001")
    busy.minh.says(f"/chitiet #{of_lan(busy)}", in_=busy.construction)
    assert "vấn đề chung" not in busy.construction.waits_for("Diễn biến vụ việc").text


def test_nobody_else_opens_or_sees_an_issue(busy: Town) -> None:
    signal, card = busy.task_group.waits_for("📈"), busy.construction.bot_messages[-1]
    assert "Vấn đề chung do Tổ công tác mở" in busy.minh.taps_data(card, "i:open:1")
    for forged in ("i:open:999", "i:open:x", "i:close:1", "i:", "i:open:²"):
        assert "Nút này không còn dùng được" in busy.tuan.taps_data(signal, forged)
    busy.lan.taps_data(busy.lan.bot_messages[-1], "i:open:1")
    busy.minh.says("/vande", in_=busy.construction)
    busy.construction.waits_for("Vấn đề chung do Tổ công tác mở")
    busy.tuan.says("/vande", in_=busy.task_group)
    busy.task_group.waits_for("Hiện không có vấn đề chung nào")


def test_an_issue_is_worked_on_and_closed_by_commands(busy: Town) -> None:
    code, own = opened(busy), of_lan(busy)
    tuan, group = busy.tuan, busy.task_group

    def answers(said: str, answer: str) -> str:
        tuan.says(said, in_=group)
        return str(group.waits_for(answer).text)

    answers("/vande", f"#{code} · 12 vụ việc về")
    answers(f"/vande {code} bo #{own}", f"Đã bỏ #{own}")
    answers(f"/vande {code} bỏ #{own}", "không thay đổi; hiện có 11 vụ việc")
    answers(f"/vande #{code.lower()} thêm {own.lower()}", f"Đã thêm #{own}")
    answers(f"/vande {code} them #LS26-09999", "Không có vụ việc #LS26-09999")
    answers(f"/vande {code} them", "xin ghi mã vụ việc cần thêm hoặc bỏ")
    answers(f"/vande {code} xoa", "chỉ có “them”")
    answers("/vande VD26-777", "Không có vấn đề chung #VD26-777")
    answers("/vande cái gì", "Xin ghi mã của vấn đề chung")
    answers(f"/vande {code} dong", "xin ghi kết quả khi kết thúc")
    closed = answers(f"/vande {code} đóng Đã bỏ một giấy tờ trong hồ sơ", "Đã bỏ một giấy tờ trong hồ sơ")
    assert "🏁 Tuấn kết thúc lúc" in closed
    answers(f"/vande {code} them #{own}", f"Vấn đề chung #{code} đã kết thúc")
    answers("/vande", "Hiện không có vấn đề chung nào đang mở")


def test_a_later_case_of_the_same_kind_is_proposed_and_not_put_in(busy: Town) -> None:
    opened(busy)
    later = busy.files(busy.mai)
    busy.days_pass(7)
    told = busy.task_group.waits_for("Vụ việc mới cùng loại").text
    assert "#VD26-001" in told
    assert f"1 vụ việc mới: #{later}" in told
    busy.tuan.says(f"/vande VD26-001 them {later}", in_=busy.task_group)
    busy.task_group.waits_for("hiện có 13 vụ việc")


def test_the_commands_work_in_english_too(busy: Town) -> None:
    opened(busy)
    busy.tuan.says(f"/issues VD26-001 remove {of_lan(busy)}", in_=busy.task_group)
    busy.task_group.waits_for(f"Đã bỏ #{of_lan(busy)}")
    busy.tuan.says("/issues VD26-001 close Done", in_=busy.task_group)
    busy.task_group.waits_for("🏁 Tuấn kết thúc")
