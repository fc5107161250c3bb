"""A leader's words and what becomes of them: over the wire, from a reply to the answer a department reports."""

from __future__ import annotations

from tests.wire.telegram_world import Message
from tests.wire.town import PERMIT, Town, everything_said


def escalated(town: Town, *, how: str = "Gửi, nêu tên") -> tuple[str, Message]:
    """A case three working days late: its code, and what leadership reads of it in the morning."""
    code = town.files(how=how)
    town.card(code)
    town.days_pass(14)
    return code, town.leadership.waits_for("kính báo cáo lãnh đạo")


def test_an_escalation_says_in_a_line_what_the_matter_is_how_late_since_when_with_whom(town: Town) -> None:
    code, message = escalated(town)
    line = next(each for each in message.words.split("\n") if code in each)
    assert "Hồ sơ cấp giấy phép xây dựng nhà xưởng" in line
    assert "quá hạn 3 ngày làm việc, ở Sở Xây dựng từ 25/11/2026" in line
    assert "Lan Anh" not in message.words
    assert [f"🔔 Nhắc #{code}", f"🏛 Tổ công tác #{code}"] == message.labels
    assert "đã nhắc Sở Xây dựng" in town.dung.taps("Nhắc", in_=town.leadership)
    town.construction.waits_for("Lãnh đạo UBND tỉnh nhắc trả lời doanh nghiệp ngay; đã quá hạn 3 ngày làm việc")
    town.task_group.waits_for("nhắc trả lời doanh nghiệp ngay")
    assert "Hôm nay đã nhắc" in town.dung.taps("Nhắc", in_=town.leadership)
    assert "Đã giao Tổ công tác (#CD26-001)" in town.dung.taps("Tổ công tác", in_=town.leadership)
    given = town.task_group.waits_for("📣 Chỉ đạo #CD26-001")
    assert "trực tiếp đôn đốc" in given.text
    assert "đã được giao" in town.dung.taps("Tổ công tác", in_=town.leadership)


def test_a_leaders_reply_reaches_the_task_group_and_becomes_a_directive_by_taps(every_town: Town) -> None:
    town = every_town
    code, message = escalated(town, how="Gửi, giấu tên")
    town.dung.replies(message, "Công ty Lan Anh kêu mãi rồi, phải giải quyết dứt điểm")
    mine = town.leadership.waits_for("Đã chuyển ý kiến này đến Tổ công tác")
    theirs = town.task_group.waits_for("📝 Ý kiến của Lãnh đạo UBND tỉnh (Dung)")
    assert f"Về vụ việc #{code}" in theirs.text
    assert "giải quyết dứt điểm" in theirs.text
    town.dung.taps("Sở Xây dựng", in_=town.leadership)
    mine.waits_for_edit("Thực hiện: Sở Xây dựng")
    town.dung.taps("5 ngày làm việc", in_=town.leadership)
    mine.waits_for_edit("⏰ Hạn:")
    town.dung.taps("Giao thực hiện", in_=town.leadership)
    given = town.construction.waits_for("📣 Chỉ đạo #CD26-001 · Lãnh đạo UBND tỉnh · đang thực hiện")
    assert "giải quyết dứt điểm" in given.text
    assert "Lan Anh" not in given.text  # who hides is masked in a leader's words as well
    theirs.waits_for_edit("Chỉ đạo #CD26-001")
    mine.waits_for_edit("Chỉ đạo #CD26-001")
    # the department reports, the task group wants more, the department reports again
    town.minh.replies(given, "Đã cấp giấy phép")
    town.construction.waits_for("nội dung này là gì?")
    town.task_group.never_hears("Đã cấp giấy phép", within=0.2)
    town.minh.taps("Đã xong, đây là kết quả", in_=town.construction)
    reported = town.task_group.waits_for("Đã cấp giấy phép")
    town.tuan.replies(reported, "Chưa thấy bản ký, trước 20/12")
    town.task_group.waits_for("nội dung này là gì?")
    town.tuan.taps("Chưa xong, làm tiếp", in_=town.task_group)
    again = town.construction.waits_for("Hạn: 17:00 thứ Hai 21/12/2026")
    town.minh.replies(again, "Đã gửi bản ký")
    town.construction.waits_for("nội dung này là gì?")
    town.minh.taps("Đã xong, đây là kết quả", in_=town.construction)
    town.task_group.waits_for("Đã gửi bản ký")
    town.tuan.taps("Hoàn thành", in_=town.task_group)
    town.construction.waits_for("✅ #CD26-001: hoàn thành")
    town.leadership.waits_for("✅ #CD26-001: hoàn thành")
    town.is_quiet()
    assert "Lan Anh" not in everything_said(town.construction)


def test_the_task_group_gives_a_directive_in_one_line_and_it_is_reminded_of(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.tuan.says(f"/giao #{code} so-xay-dung báo cáo tiến độ hồ sơ, trước 15/12", in_=town.task_group)
    given = town.construction.waits_for("📣 Chỉ đạo #CD26-001 · Tổ công tác")
    assert "Hạn: 17:00 thứ Ba 15/12/2026" in given.text
    town.task_group.waits_for("📣 Chỉ đạo #CD26-001")
    assert "đang ở chính cơ quan này" not in town.task_group.transcript()
    town.minh.replies(card, "/traloi Đã cấp giấy phép")
    town.lan.waits_for("Đã cấp giấy phép")
    for days, words in ((9, "Chỉ đạo đã qua nửa thời gian"), (10, "sắp đến hạn"), (2, "Chỉ đạo quá hạn")):
        town.days_pass(days)
        assert "#CD26-001" in town.construction.waits_for(words).text
    assert "#CD26-001" in town.task_group.waits_for("Chỉ đạo quá hạn").text
    town.tuan.says("/chidao", in_=town.task_group)
    assert "1 quá hạn" in town.task_group.waits_for("📣 1 chỉ đạo đang thực hiện").text
    town.binh.says("/chidao", in_=town.tax)
    town.tax.waits_for("Không có chỉ đạo nào")
    town.binh.says("/chidao CD26-001", in_=town.tax)
    town.tax.waits_for("Nhóm này không có chỉ đạo #CD26-001")
    town.binh.says("/chidao Sở Xây dựng làm ngay trước 20/12", in_=town.tax)
    town.tax.waits_for("Chỉ lãnh đạo và Tổ công tác ra chỉ đạo")
    town.tuan.says(f"/chitiet {code}", in_=town.task_group)
    assert "ra chỉ đạo" in town.task_group.waits_for("Diễn biến vụ việc").text


def test_a_reply_to_the_weekly_summary_reaches_the_task_group_with_what_it_answers(town: Town) -> None:
    town.files()
    town.days_pass(5.2)
    summary = town.leadership.waits_for("Kính gửi lãnh đạo")
    town.dung.replies(summary, "Sở Công Thương báo cáo tôi vụ cửa khẩu trước thứ Sáu")
    mine = town.leadership.waits_for("Đã chuyển ý kiến này đến Tổ công tác")
    assert "Thực hiện: Công Thương" in mine.text or "Thực hiện: Sở Công Thương" in mine.text
    told = town.task_group.waits_for("📝 Ý kiến của Lãnh đạo UBND tỉnh")
    assert "Lãnh đạo trả lời tin: “📊 Kính gửi lãnh đạo" in told.text
    town.tuan.taps("Giao thực hiện", in_=town.task_group)  # whoever is first gives it
    mine.waits_for_edit("Chỉ đạo #CD26-001 · Lãnh đạo UBND tỉnh")


def test_leaders_have_a_help_of_their_own_and_read_a_case_without_its_hidden_author(town: Town) -> None:
    code = town.files(how="Gửi, giấu tên", text=f"{PERMIT}, Công ty Lan Anh")
    town.dung.says("/trogiup", in_=town.leadership)
    town.leadership.waits_for("Kính gửi lãnh đạo. Trong nhóm này")
    town.dung.says(f"/chitiet #{code}", in_=town.leadership)
    told = town.leadership.waits_for("Diễn biến vụ việc").text
    assert "giấu tên" in told
    assert "Lan Anh" not in told
    town.dung.says("/khongcolenhnay@GoVuongBot", in_=town.leadership)
    town.dung.says("Trưa nay ăn gì?", in_=town.leadership)
    town.is_quiet()
    town.task_group.never_hears("Trưa nay", within=0.1)
