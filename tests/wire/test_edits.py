"""Officers' edits, and words in a group that nobody in it stands for."""

from __future__ import annotations

from tests.wire.town import PERMIT, Town


def test_a_department_that_only_helps_does_not_change_what_it_once_answered(town: Town) -> None:
    code = town.files()
    old = town.minh.replies(town.card(code), f"/gui #{code} Hồ sơ đã chuyển Thuế tỉnh")
    town.lan.waits_for("đã chuyển Thuế tỉnh")
    town.tuan.says(f"/giao thue-tinh #{code} việc của Thuế", in_=town.task_group)
    town.binh.replies(town.card(code, town.tax), f"/phoihop so-xay-dung #{code} xác nhận quy hoạch giúp")
    town.construction.waits_for("chủ trì, mời")
    town.binh.says(f"/traloi #{code} Thuế đã hoàn", in_=town.tax)
    town.lan.waits_for("Thuế đã hoàn")
    town.minh.edits(old, f"/gui #{code} Thuế không hoàn gì cả")
    town.construction.waits_for("việc đó do cơ quan chủ trì làm")
    town.lan.never_hears("không hoàn gì", within=0.3)


def test_an_edit_of_what_is_over_is_refused_aloud(town: Town) -> None:
    code = town.files()
    answer = town.minh.replies(town.card(code), f"/traloi #{code} Mời đến nhận ngày 25/11")
    town.lan.waits_for("25/11")
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")
    town.minh.edits(answer, f"/traloi #{code} Mời đến nhận ngày 26/11")
    town.construction.waits_for("doanh nghiệp vẫn đọc bản đã gửi")
    longer = town.minh.replies(town.card(town.files(text=f"{PERMIT}, lần hai")), "/giahan 3 chờ ý kiến Bộ")
    town.lan.waits_for("chờ ý kiến Bộ")
    town.minh.edits(longer, "/giahan 3 chờ ý kiến Chính phủ")
    town.construction.waits_for("sửa tin không thay đổi gì")
    town.lan.never_hears("Chính phủ", within=0.3)


def test_an_edited_note_is_noted_again(town: Town) -> None:
    code = town.files()
    note = town.minh.replies(town.card(code), "/noibo gọi lại chiều nay")
    town.is_quiet()
    town.minh.edits(note, "/noibo gọi lại chiều mai")
    town.is_quiet()
    town.minh.says(f"/chitiet #{code}", in_=town.construction)
    assert "chiều mai" in town.construction.waits_for("chiều nay").text


def test_whoever_writes_as_a_channel_is_told_how_to_go_on_and_nothing_is_done(town: Town) -> None:
    card = town.card(town.files())
    town.minh.says_as_channel("/traloi Xong rồi", town.construction, reply_to=card)
    town.construction.waits_for("dưới tên một kênh")
    town.minh.says_as_channel("chúng tôi đã xử lý xong", town.construction, reply_to=card)
    town.construction.waits_for("dưới tên một kênh")
    before = len(town.construction.bot_messages)
    town.minh.says_as_channel("Chào cả nhà", town.construction)
    town.is_quiet()
    assert len(town.construction.bot_messages) == before
    town.lan.never_hears("xong", within=0.2)


def test_a_linked_channels_post_is_nobodys_word(town: Town) -> None:
    code = town.files()
    town.card(code)
    before = len(town.construction.bot_messages)
    town.construction.linked_channel_posts(f"/traloi #{code} Sở đã cấp hết giấy phép")
    town.is_quiet()
    assert len(town.construction.bot_messages) == before
    town.lan.never_hears("cấp hết", within=0.2)


def test_a_tap_or_a_command_counts_only_from_a_member(town: Town) -> None:
    card = town.card(town.files())
    assert "thành viên của nhóm" in town.mai.taps("Nhận việc", on=card)
    town.mai.replies(card, "/traloi Tôi trả lời thay")
    town.construction.waits_for("thành viên của nhóm")
    town.construction.adds(town.mai)
    town.mai.taps("Nhận việc", on=card)
    card.waits_for_edit("Mai")
    town.lan.never_hears("trả lời thay", within=0.2)


def test_nobody_acts_while_telegram_cannot_say_who_is_in_the_group(town: Town) -> None:
    card = town.card(town.files())
    town.server.fail_next("getChatMember", 500, times=50)
    assert "Chưa biết" in town.hoa.taps("Nhận việc", on=card)
