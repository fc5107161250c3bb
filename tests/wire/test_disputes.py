"""A case that may become a dispute, over the wire: told at once, decided by a tap with a reason, listed for leaders."""

from __future__ import annotations

from tests.wire.town import Town


def test_words_of_court_are_told_at_once_and_the_task_group_decides_with_a_reason(town: Town) -> None:
    code = town.files(how="Gửi, giấu tên")
    town.card(code)
    town.lan.replies(town.lan.bot_messages[-1], "Không xong thì tôi khởi kiện ra tòa")
    told = town.task_group.waits_for(f"⚖️ #{code} (Sở Xây dựng) có thể thành tranh chấp")
    assert "nhắc đến tòa án" in told.text
    assert "Lan Anh" not in told.text
    town.dung.says("/tranhchap", in_=town.leadership)
    listed = town.leadership.waits_for("1 vụ việc là tranh chấp hoặc có thể thành tranh chấp").text
    assert f"#{code} · Sở Xây dựng" in listed
    assert "chưa quyết định" in listed
    town.tuan.taps("Không phải tranh chấp", in_=town.task_group)
    asked = town.task_group.waits_for("vì sao")
    town.tuan.replies(asked, "Doanh nghiệp nói lúc nóng giận")
    town.task_group.waits_for("xác định không phải tranh chấp. Lý do: Doanh nghiệp nói lúc nóng giận")
    town.tuan.says(f"/chitiet #{code}", in_=town.task_group)
    details = town.task_group.waits_for("Diễn biến vụ việc").text
    assert "có dấu hiệu tranh chấp" in details
    assert "nói lúc nóng giận" in details
    town.dung.says("/tranhchap", in_=town.leadership)
    town.leadership.waits_for("Không có vụ việc nào đang là tranh chấp")
    town.binh.says("/tranhchap", in_=town.tax)
    town.tax.waits_for("dành cho Tổ công tác và lãnh đạo")
