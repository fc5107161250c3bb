"""The task group, leadership, the administrator: what they get, what they may do, and when."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.channels.telegram import reading
from bot.delivery.drawing import Drawing
from domain.messages import Network
from handlers.business import dispatch
from handlers.officer import bare_replies
from handlers.receive import receive_again
from storage import failed
from tests.wire.town import TOKEN, Town, code_in

# The task group


def undecided(town: Town) -> str:
    """A matter nobody knows a department for."""
    town.meets(town.lan)
    town.lan.says("Chúng tôi vướng về vốn, mặt bằng và nhân công")
    town.lan.taps("Tôi không biết")
    town.lan.taps("Gửi, nêu tên")
    return code_in(town.lan.waits_for("Đã tiếp nhận"))


def test_an_undecided_case_is_assigned_by_tap(town: Town) -> None:
    code = undecided(town)
    card = town.card(code, town.task_group)
    assert "đang xác định cơ quan" in card.text
    town.tuan.taps("Giao cơ quan", in_=town.task_group)
    town.tuan.taps("Cơ quan khác", in_=town.task_group)
    town.tuan.taps("Sở Xây dựng", in_=town.task_group)
    town.task_group.waits_for("bằng lý do hoặc chỉ đạo khi giao")
    town.tuan.replies(card, "Xem hồ sơ đất của họ trước")
    assigned = town.card(code)
    assert "17:00 thứ Sáu 04/12/2026" in assigned.text
    town.construction.waits_for("Xem hồ sơ đất của họ trước")
    assert "Sở Xây dựng" in town.lan.waits_for("đã chuyển tới").text
    card.waits_for_edit("Sở Xây dựng")
    town.minh.replies(assigned, "/traloi Đã xử lý")
    town.lan.waits_for("Đã xử lý")


def test_the_task_group_reassigns_and_answers_any_case_by_its_code(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.tuan.says(f"/giao #{code} thue-tinh Thuế chủ trì", in_=town.task_group)
    town.card(code, town.tax)
    card.waits_for_edit("đã chuyển tới Thuế")
    town.tuan.says(f"/traloi #{code} Tổ công tác đã giải quyết", in_=town.task_group)
    assert "Tổ công tác hỗ trợ doanh nghiệp trả lời" in town.lan.waits_for("Tổ công tác đã giải quyết").text
    town.tuan.says(f"/chitiet {code}", in_=town.task_group)
    told = town.task_group.waits_for("Diễn biến vụ việc").text
    assert "giao cho Thuế" in told
    assert "Thuế chủ trì" in told


def test_a_department_may_not_assign(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/giao thue-tinh việc của thuế")
    town.construction.waits_for("Chỉ Tổ công tác được giao lại")


def test_a_department_without_a_group_is_stood_in_for_by_the_task_group(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Chứng chỉ hành nghề dược của nhà thuốc tôi chờ cấp 3 tháng")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Sửa")
    town.lan.taps("Cơ quan")
    town.lan.taps("Sở Y tế")
    town.lan.taps("Gửi, giấu tên")
    code = code_in(town.lan.waits_for("Đã tiếp nhận"))
    card = town.card(code, town.task_group)
    assert "Công ty Lan Anh" in card.text
    town.tuan.replies(card, "/hoi Nhà thuốc nào?")
    town.lan.waits_for("Nhà thuốc nào?")
    card.waits_for_edit("tạm dừng")
    town.is_quiet()
    assert "Công ty Lan Anh" in card.text
    assert "Giao cơ quan" in " ".join(card.labels)


def test_an_overdue_case_is_raised_once_and_listed(town: Town) -> None:
    code = town.files()
    town.card(code)
    town.tuan.says("/quahan", in_=town.task_group)
    town.task_group.waits_for("Không có vụ việc quá hạn")
    town.days_pass(14)
    assert code in town.construction.waits_for("Quá hạn, đã báo Tổ công tác").text
    assert code in town.task_group.waits_for("Quá hạn, xin Tổ công tác đôn đốc").text
    town.days_pass(3)
    town.is_quiet()
    assert town.counts(town.construction, "Quá hạn, đã báo Tổ công tác") == 1
    town.tuan.says("/quahan", in_=town.task_group)
    assert code in town.task_group.waits_for("1 vụ việc quá hạn").text
    town.binh.says("/quahan", in_=town.tax)
    town.tax.waits_for("Không có vụ việc quá hạn")


def test_the_figures_of_this_week_are_told_on_request(town: Town) -> None:
    town.answered()
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")
    town.tuan.says("/thongke", in_=town.task_group)
    figures = town.task_group.waits_for("Số liệu từ").text
    for part in ("Tiếp nhận: 1", "Đã trả lời: 1; đúng hạn 1 (100%)", "đã giải quyết 1", "Đang mở: 0"):
        assert part in figures


@pytest.mark.parametrize("group", ["construction", "task_group"])
def test_help_in_a_group_tells_how_to_work_there(town: Town, group: str) -> None:
    person = town.minh if group == "construction" else town.tuan
    person.says("/trogiup", in_=getattr(town, group))
    getattr(town, group).waits_for("Cách làm việc trong nhóm này")


# Leadership


def test_leadership_reads_last_week_on_monday_morning_once(town: Town) -> None:
    town.answered()
    town.days_pass(4.9)  # Monday before half past seven
    town.leadership.never_hears("Kính gửi lãnh đạo", within=0.2)
    town.days_pass(0.2)
    summary = town.leadership.waits_for("Kính gửi lãnh đạo").text
    assert "tuần 23–29/11/2026" in summary
    assert "Tiếp nhận: 1" in summary
    assert "Công ty Lan Anh" not in summary
    town.days_pass(5)
    town.is_quiet()
    assert town.counts(town.leadership, "Kính gửi lãnh đạo") == 1
    town.days_pass(2)
    town.leadership.waits_for("06/12/2026")


def test_the_weekly_summary_comes_late_but_once_after_a_day_out_of_service(town: Town) -> None:
    town.answered()
    town.product.parts.clock.ahead += timedelta(days=6)  # Tuesday: nobody was there on Monday
    town.restarts()
    town.days_pass(0.1)
    town.leadership.waits_for("Kính gửi lãnh đạo")
    town.days_pass(1)
    town.is_quiet()
    assert town.counts(town.leadership, "Kính gửi lãnh đạo") == 1


def test_the_task_group_asks_for_a_report_and_gets_its_chart_and_files(town: Town) -> None:
    town.answered()
    town.product.parts.delivery.downloads.also_from(Network.CLOCK, Drawing(town.product.settings))
    town.tuan.says("/baocao 2026-11", in_=town.task_group)
    assert "Tiếp nhận: 1" in town.task_group.waits_for("tháng 11 năm 2026").text
    assert town.server.world.wait_until(lambda: len(drawn(town)) == 4, 50)
    assert sorted(drawn(town))[1:] == [f"bao-cao-2026-11.{form}" for form in ("docx", "pdf", "xlsx")]


def drawn(town: Town) -> list[str]:
    """The names of files in the task group; a photo has none."""
    return [file.name or "" for message in town.task_group.bot_messages for file in message.files]


# The administrator


@pytest.fixture
def administered(town: Town) -> Town:
    """Mai is the administrator."""
    town.mai.starts()
    town.mai.waits_for("Kính chào")
    town.mai.says(f"/gan {town.product.bind_code('administrator')}")
    town.mai.waits_for("Người quản trị")
    return town


def test_a_failing_update_is_kept_told_and_retried_and_the_queue_goes_on(
    administered: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = administered
    card = town.card(town.files())

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(dispatch, "handle", breaks)
        broken.setattr(bare_replies, "take_reply", breaks)
        town.lan.replies(town.lan.bot_messages[-1], "Số hồ sơ 88/2026")
        town.lan.waits_for("Có lỗi từ phía chúng tôi")
        town.mai.waits_for("Lỗi số 1: một tin đến chưa xử lý được (ZeroDivisionError)")
        town.minh.replies(card, "Để tôi xem")
        town.mai.waits_for("Lỗi số 2")
        town.minh.taps("Nhận việc", in_=town.construction)
        card.waits_for_edit("Cán bộ xử lý: Minh")
    (first, second) = town.product.call(failed.unsolved)
    assert "ZeroDivisionError" in first.traceback
    for update in (first, second):
        retries(town, update)
    town.construction.waits_for("88/2026")
    town.construction.waits_for("nội dung này làm gì")
    assert town.product.call(failed.unsolved) == []


def retries(town: Town, failed: failed.Failed) -> None:
    """As `govuong failed retry` does it."""
    again = reading.read(json.loads(failed.raw), TOKEN.partition(":")[0])
    town.product.call(lambda tx: receive_again(tx, town.product.parts.province, again, failed.id))


def test_the_administrator_hears_of_the_task_groups_own_trouble(administered: Town) -> None:
    town = administered
    town.task_group.removes_bot()
    town.mai.waits_for("đã bị đưa ra khỏi nhóm “Tổ công tác”")


def test_the_administrator_reads_the_figures(administered: Town) -> None:
    administered.files()
    administered.mai.says("/thongke")
    administered.mai.waits_for("Tiếp nhận: 1")


def test_nobody_else_reads_the_figures_in_private(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("/thongke")
    town.lan.waits_for("Không có lệnh này")


def test_the_task_groups_yes_or_no_to_a_proposal_may_be_typed(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/giahan 3 chờ ý kiến Bộ")
    card.waits_for_edit("Đã gia hạn 3 ngày làm việc")
    town.minh.replies(card, "/giahan 2 Bộ chưa trả lời")
    proposed = town.task_group.waits_for("đề nghị gia hạn 2 ngày")
    town.tuan.replies(proposed, "không đồng ý")
    town.construction.waits_for("Tổ công tác không đồng ý đề nghị")
    town.minh.replies(card, "/giahan 2 Bộ hẹn tuần sau")
    again = town.task_group.waits_for("Bộ hẹn tuần sau")
    town.tuan.replies(again, "Đồng ý")
    town.lan.waits_for("gia hạn thêm 2 ngày làm việc")
