"""The whole road over the wire, on both databases, by polling and by webhook."""

from __future__ import annotations

from tests.wire.town import JPEG, PERMIT, Town, everything_said


def test_an_obstacle_is_filed_answered_and_solved(every_town: Town) -> None:
    town = every_town
    lan, minh, construction = town.lan, town.minh, town.construction
    code = town.files()
    card = town.card(code)
    assert "Công ty Lan Anh" in card.text
    assert "MST 4900001236" in card.text
    assert PERMIT in card.text
    assert "Minh" not in card.text
    assert "đã nhận vụ việc" in minh.taps("Nhận việc", in_=construction)
    card.waits_for_edit("Cán bộ xử lý: Minh")
    reply = minh.replies(card, "Sở đã cấp giấy phép, mời anh chị đến nhận ngày 25/11")
    construction.waits_for("nội dung này làm gì")
    assert "đã gửi câu trả lời" in minh.taps("Đây là câu trả lời", in_=construction)
    answer = lan.waits_for("mời anh chị đến nhận")
    assert code in answer.text
    assert "Minh, Sở Xây dựng" in answer.text
    lan.taps("Đã giải quyết")
    lan.waits_for("đánh giá việc giải quyết")
    lan.taps("★★★★★")
    lan.waits_for("góp ý thêm")
    lan.says("Rất nhanh, cảm ơn")
    assert "5/5 sao" in construction.waits_for("Rất nhanh").text
    card.waits_for_edit("đã giải quyết · 5/5 sao")
    assert reply.reactions == []


def test_a_question_stops_the_clock_and_the_reply_moves_the_deadline(every_town: Town) -> None:
    town = every_town
    code = town.files()
    card = town.card(code)
    assert "17:00 thứ Sáu 04/12/2026" in card.text
    town.minh.replies(card, "/hoi Số hồ sơ của anh chị là bao nhiêu?")
    question = town.lan.waits_for("Số hồ sơ của anh chị")
    card.waits_for_edit("thời hạn tạm dừng")
    town.days_pass(2)
    town.lan.replies(question, "Số 123/2026, nộp ngày 10/9")
    assert "hạn trả lời là 17:00 thứ Ba 08/12/2026" in town.lan.waits_for("Đã chuyển trả lời").text
    assert "123/2026" in town.construction.waits_for("doanh nghiệp trả lời câu hỏi").text
    card.waits_for_edit("17:00 thứ Ba 08/12/2026")


def test_an_appeal_goes_one_level_up_each_time(every_town: Town) -> None:
    town = every_town
    code, card, _answer = town.answered()
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.says("Đến nơi thì bảo chưa có giấy")
    assert "Hạn trả lời mới" in town.lan.waits_for("Đã mở lại").text
    raised = town.card(code, town.task_group)
    assert "Đề nghị Tổ công tác xem lại.\n\nĐến nơi thì bảo chưa có giấy" in raised.text
    assert "Đến nơi thì bảo chưa có giấy" in town.construction.waits_for("đã báo cấp trên").text
    card.waits_for_edit("Mở lại")
    town.tuan.replies(raised, "/traloi Tổ công tác đã làm việc với Sở, giấy phép gửi tận nơi")
    answer = town.lan.waits_for("gửi tận nơi")
    assert "Tổ công tác hỗ trợ doanh nghiệp trả lời" in answer.text
    town.lan.taps("Chưa giải quyết", on=answer)
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.taps("Gửi ngay")
    town.leadership.waits_for(f"#{code}: doanh nghiệp báo chưa giải quyết lần nữa")


def test_with_identity_hidden_the_department_never_learns_who_it_is(every_town: Town) -> None:
    town = every_town
    lan, construction = town.lan, town.construction
    town.meets(lan)
    lan.says(f"{PERMIT}. Công ty Lan Anh, MST 4900001236, gọi tôi 0912 345 678, lan@lananh.vn")
    lan.waits_for("xem lại trước khi gửi")
    lan.sends_document("don-cong-ty-lan-anh-4900001236.pdf", b"%PDF-1.4 x", "Đơn của cong ty Lan Anh")
    lan.waits_for("📎 1 tệp")
    lan.taps("Gửi, giấu tên")
    receipt = lan.waits_for("Đã tiếp nhận")
    assert "🔒" in receipt.text
    code = receipt.text.split("#")[1].split()[0]
    card = town.card(code)
    assert "Doanh nghiệp giấu tên" in card.text
    construction.waits_for("Tệp của vụ việc")
    lan.replies(receipt, "Tôi là Nguyễn Thị Lan của Lan Anh, số 0912.345.678")
    assert "số ▒▒▒" in lan.waits_for("chưa gửi").words
    lan.taps("Gửi như trên")
    construction.waits_for("doanh nghiệp bổ sung")
    lan.replies(receipt, "/vuviec")
    town.minh.replies(card, "/chitiet")
    construction.waits_for("Diễn biến vụ việc")
    town.minh.replies(card, "/traloi Đã xong, mời nhận kết quả")
    lan.taps("Chưa giải quyết")
    lan.waits_for("còn vướng ở đâu")
    lan.says("Công ty Lan Anh vẫn chưa nhận được, gọi 0912345678")
    lan.waits_for("chưa gửi")
    lan.taps("Gửi như trên")
    construction.waits_for("đã báo cấp trên")
    raised = town.card(code, town.task_group)
    assert "Công ty Lan Anh (MST 4900001236)" in raised.text
    assert "0912345678" in raised.text.partition("Đề nghị Tổ công tác xem lại")[2]
    town.is_quiet()
    said = everything_said(construction).lower()
    for secret in ("lan anh", "4900001236", "0912", "lananh", "nguyễn thị", "don-cong-ty"):
        assert secret not in said, said


def test_photos_and_documents_travel_both_ways(every_town: Town) -> None:
    town = every_town
    lan = town.lan
    town.meets(lan)
    lan.sends_album([JPEG + bytes([number]) for number in range(3)], PERMIT)
    lan.waits_for("📎 3 tệp")
    lan.taps("Gửi, nêu tên")
    town.card(lan.waits_for("Đã tiếp nhận").text.split("#")[1].split()[0])
    town.construction.waits_for("Tệp của vụ việc")
    town.is_quiet()
    shown = [message for message in town.construction.bot_messages if "photo" in message.payload]
    assert [message.files[0].content for message in shown] == [JPEG + bytes([number]) for number in range(3)]
    assert len({message.payload["media_group_id"] for message in shown}) == 1
    card = next(message for message in town.construction.bot_messages if message.labels)
    town.minh.sends_document("giay-phep.pdf", b"%PDF-1.4 permit", "/traloi Giấy phép đây", reply_to=card)
    lan.waits_for("Giấy phép đây")
    town.is_quiet()
    (document,) = [message for message in lan.bot_messages if "document" in message.payload]
    assert document.files[0].content == b"%PDF-1.4 permit"
    assert document.files[0].name != "giay-phep.pdf"
