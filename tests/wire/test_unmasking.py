"""A hidden business is named: by the task group with a reason, or by itself; never to those it complains of."""

from __future__ import annotations

import pytest

from storage import cases
from tests.leak import planted
from tests.wire.test_anonymous import files_anonymously
from tests.wire.town import PERMIT, Town, everything_said

TOLD = f"{PERMIT}. Gọi 0912 345 678, Công ty Lan Anh"
CONDUCT = "Cán bộ một cửa Sở Xây dựng vòi vĩnh, đòi phong bì mới nhận hồ sơ của tôi"
WHY = "cần đối chiếu hồ sơ gốc"


def hidden(town: Town, text: str = TOLD) -> str:
    code = town.files(text=text, how="Gửi, giấu tên")
    town.card(code)
    town.is_quiet()
    return code


def test_the_task_group_names_the_business_and_everybody_is_told(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(TOLD)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.sends_photo(planted.jpeg())
    town.is_quiet()
    town.lan.taps("Gửi, giấu tên")
    card = town.construction.waits_for("Doanh nghiệp giấu tên")
    code = card.words.split("#")[1].split()[0]
    town.construction.waits_for("Tệp của vụ việc")
    assert "Lan Anh" not in everything_said(town.construction)
    town.names(code, WHY)
    told = town.lan.waits_for("đã nêu tên Ông/Bà với Sở Xây dựng").text
    assert WHY in told
    assert "Tuấn, Hạnh" in told
    named = town.construction.waits_for("doanh nghiệp được nêu tên").words
    for part in (WHY, "Công ty Lan Anh (MST 4900001236)", "Nguyễn Thị", "0912 345 678"):
        assert part in named
    card.waits_for_edit("Công ty Lan Anh")
    town.is_quiet()
    assert any(file.content == planted.jpeg() for m in town.construction.bot_messages for file in m.files)
    town.tuan.says("/thongke", in_=town.task_group)
    assert "Nêu tên doanh nghiệp đã giấu tên: 1" in town.task_group.waits_for("Số liệu từ").text
    town.minh.says(f"/chitiet #{code}", in_=town.construction)
    assert WHY in town.construction.waits_for("Diễn biến").text
    town.days_pass(7)
    assert "Nêu tên doanh nghiệp đã giấu tên: 1" in town.leadership.waits_for("Kính gửi lãnh đạo").text


def test_one_alone_asks_and_another_refuses_by_a_tap(town: Town) -> None:
    code = hidden(town)
    town.tuan.says(f"/neuten #{code} {WHY}", in_=town.task_group)
    asked = town.task_group.waits_for("đề nghị nêu tên doanh nghiệp giấu tên")
    town.tuan.taps("Đồng ý nêu tên", on=asked, in_=town.task_group)
    town.tuan.says(f"/neuten #{code} đồng ý", in_=town.task_group)
    town.task_group.waits_for("người đề nghị không tự quyết định được")
    assert "Lan Anh" not in everything_said(town.construction)
    town.hanh.taps("Không nêu tên", on=asked, in_=town.task_group)
    town.task_group.waits_for("Hạnh không đồng ý với đề nghị nêu tên của Tuấn")
    town.hanh.says(f"/neuten #{code} đồng ý", in_=town.task_group)
    town.task_group.waits_for("không có đề nghị nêu tên nào đang chờ")
    assert "Lan Anh" not in everything_said(town.construction)
    town.lan.says(f"/tracuu #{code}")
    told = town.lan.waits_for("không đồng ý nêu tên Ông/Bà").text
    assert "đề nghị nêu tên Ông/Bà" in told


def test_in_an_emergency_leadership_hears_at_once(town: Town) -> None:
    code = hidden(town)
    town.tuan.says(f"/neuten #{code} khẩn cấp: công trình sắp sập, có người bên trong", in_=town.task_group)
    assert "công trình sắp sập" in town.leadership.waits_for("một mình nêu tên").text
    town.lan.waits_for("vì khẩn cấp, một người của Tổ công tác (Tuấn) đã nêu tên")
    town.construction.waits_for("doanh nghiệp được nêu tên")


def test_after_thirty_days_the_name_is_hidden_again(town: Town) -> None:
    code = hidden(town)
    town.names(code, WHY)
    town.construction.waits_for("doanh nghiệp được nêu tên")
    town.days_pass(31)
    town.lan.waits_for("hết thời gian nêu tên")
    town.is_quiet()
    town.minh.says(f"/chitiet #{code}", in_=town.construction)
    details = town.construction.waits_for("Diễn biến")
    assert "Lan Anh" not in details.words
    assert "Doanh nghiệp giấu tên" in town.card(code).text


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [("", "lý do nêu tên, ít nhất ba từ"), ("cần gấp", "lý do nêu tên, ít nhất ba từ")],
)
def test_no_reason_no_name(town: Town, reason: str, refusal: str) -> None:
    code = hidden(town)
    town.tuan.says(f"/neuten #{code} {reason}", in_=town.task_group)
    town.task_group.waits_for(refusal)
    assert "Lan Anh" not in everything_said(town.construction)


def test_a_department_names_nobody(town: Town) -> None:
    code = hidden(town)
    town.minh.says(f"/unmask #{code} {WHY}", in_=town.construction)
    town.construction.waits_for("Chỉ Tổ công tác được nêu tên")
    town.binh.says(f"/neuten #{code} {WHY}", in_=town.tax)
    town.tax.waits_for("Chỉ Tổ công tác được nêu tên")
    assert "Lan Anh" not in everything_said(town.construction)


def test_the_business_names_itself(town: Town) -> None:
    code = hidden(town)
    town.mai.starts()
    town.mai.taps("đồng ý")
    town.mai.says(f"/neuten #{code}")
    town.mai.waits_for("Không tìm thấy vụ việc này")
    town.lan.says(f"/neuten #{code}")
    town.lan.waits_for("theo yêu cầu của Ông/Bà, Sở Xây dựng nay thấy")
    assert "doanh nghiệp tự nêu tên" in town.construction.waits_for("doanh nghiệp được nêu tên").text
    town.lan.says(f"/neuten #{code}")
    town.lan.waits_for("đã nêu tên rồi")


def test_nobody_can_name_whoever_filed_anonymously(town: Town) -> None:
    code, _ = files_anonymously(town)
    town.card(code)
    town.tuan.says(f"/neuten #{code} {WHY}", in_=town.task_group)
    town.task_group.waits_for("trong vụ việc không có gì về người gửi nên không có gì để nêu")


def test_a_complaint_about_officials_is_never_named_to_their_department(town: Town) -> None:
    inspectors = town.server.group("Thanh tra tỉnh", [town.hoa])
    town.binds(town.hoa, inspectors, "thanh-tra-tinh")
    code = town.files(text=CONDUCT, how="Gửi, giấu tên")
    town.card(code, inspectors)
    case = town.product.call(lambda tx: cases.by_code(tx, code))
    assert case is not None
    assert "so-xay-dung" in case.accused
    town.hoa.says(f"/chuyen so-xay-dung #{code} việc của sở", in_=inspectors)
    inspectors.waits_for("phản ánh cán bộ của chính cơ quan đó")
    town.hoa.says(f"/phoihop so-xay-dung #{code} xin ý kiến sở", in_=inspectors)
    town.is_quiet()
    assert town.counts(town.construction, code) == 0
    town.names(code, WHY)
    inspectors.waits_for("doanh nghiệp được nêu tên")
    town.tuan.says(f"/giao so-xay-dung #{code} để sở tự kiểm tra", in_=town.task_group)
    assert "Doanh nghiệp giấu tên" in town.card(code).text
    town.tuan.says(f"/neuten #{code} {WHY}", in_=town.task_group)
    town.task_group.waits_for("không nêu tên người gửi ngoài cơ quan xử lý")
    town.lan.says(f"/neuten #{code}")
    town.lan.waits_for("không nêu tên người gửi ngoài cơ quan xử lý")
    town.minh.says(f"/chitiet #{code}", in_=town.construction)
    town.is_quiet()
    assert "Lan Anh" not in everything_said(town.construction)
