"""One person on both sides of the counter, and what a department may no longer do or see."""

from __future__ import annotations

from tests.wire.town import JPEG, Town, everything_said


def test_an_officer_who_also_has_a_business_keeps_both_conversations_apart(town: Town) -> None:
    card = town.card(town.files())
    town.minh.sends_album([JPEG + bytes([n]) for n in range(3)], "/traloi Giấy phép ba trang", reply_to=card)
    town.lan.waits_for("Giấy phép ba trang")
    own = town.files(town.minh, "Tôi xin giấy phép xây dựng để sửa lại xưởng, sở chưa trả lời")
    mine = town.card(own)
    town.hoa.replies(mine, "Đang xem")
    town.construction.waits_for("nội dung này làm gì")
    town.minh.says("Còn một việc nữa, đèn đường cũng hỏng")
    town.minh.waits_for("việc mới, hay bổ sung")
    town.minh.replies(mine, "Để tôi hỏi lại")
    town.minh.taps("Việc mới")
    town.minh.waits_for("đèn đường cũng hỏng")


def test_a_department_that_passed_a_case_on_cannot_correct_its_old_words(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    asked = town.minh.replies(card, "/hoi Xin gửi bản vẽ")
    town.lan.waits_for("Xin gửi bản vẽ")
    town.minh.replies(card, "/chuyen thue-tinh Thuộc thẩm quyền thuế")
    town.card(code, town.tax)
    town.minh.edits(asked, "/hoi Nộp tiền vào tài khoản 123")
    town.lan.never_hears("tài khoản 123")


def test_a_note_of_the_task_group_stays_with_it(town: Town) -> None:
    code = town.files(how="Gửi, giấu tên")
    card = town.card(code)
    town.tuan.says(f"/noibo #{code} Đã gọi cho Công ty Lan Anh", in_=town.task_group)
    town.is_quiet()
    town.minh.replies(card, "/chitiet")
    town.construction.waits_for("Diễn biến")
    assert "Đã gọi" not in everything_said(town.construction)


def test_a_code_typed_in_the_wrong_place_is_not_used_up(lone_town: Town) -> None:
    group = lone_town.server.group("Tổ công tác", [lone_town.tuan])
    code = lone_town.product.bind_code("task-group")
    lone_town.tuan.starts()
    lone_town.tuan.says(f"/gan {code}")
    lone_town.tuan.waits_for("nhóm")
    lone_town.tuan.says(f"/gan {code}", in_=group)
    group.waits_for("nơi làm việc của")


def test_a_request_about_personal_data_goes_to_the_task_group_within_two_working_days(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Yêu cầu về dữ liệu cá nhân: xin xóa số điện thoại của tôi")
    assert "Tổ công tác" in town.lan.waits_for("xem lại trước khi gửi").text
    town.lan.taps("Gửi, nêu tên")
    assert "(2 ngày làm việc" in town.lan.waits_for("Đã tiếp nhận vụ việc").text
    town.task_group.waits_for("xin xóa số điện thoại")
