"""The whole road over the wire: a business's phone, the department's group, the task group, and back."""

from __future__ import annotations

from datetime import timedelta

from tests.wire.conftest import Town, consented

PERMIT = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"


def filed(town: Town, text: str = PERMIT) -> str:
    """Lan files an obstacle; its code."""
    town.lan.says(text)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi")
    receipt = town.lan.waits_for("Đã tiếp nhận vụ việc")
    return str(receipt.text.split("#")[1].split()[0])


def test_an_obstacle_is_filed_answered_and_solved(town: Town) -> None:
    lan, minh, construction = town.lan, town.minh, town.construction
    consented(lan)
    code = filed(town)
    card = construction.waits_for(code)
    assert "Công ty Lan Anh" in card.text
    assert PERMIT in card.text
    assert minh.taps("Nhận việc", in_=construction)
    card.waits_for_edit("Minh")
    minh.replies(card, "Sở đã cấp giấy phép, mời anh chị đến nhận ngày 25/11")
    construction.waits_for("nội dung này là gì")
    minh.taps("Đây là câu trả lời", in_=construction)
    answer = lan.waits_for("mời anh chị đến nhận")
    assert code in answer.text
    lan.taps("Đã giải quyết")
    lan.waits_for("sao")
    lan.taps("★★★★★")
    lan.waits_for("góp ý")
    lan.says("Rất nhanh, cảm ơn")
    construction.waits_for("Rất nhanh")
    card.waits_for_edit("giải quyết")


def test_silence_closes_an_answer_after_five_working_days(town: Town) -> None:
    lan, minh, construction = town.lan, town.minh, town.construction
    consented(lan)
    code = filed(town)
    card = construction.waits_for(code)
    minh.replies(card, "/traloi Đã xong")
    lan.waits_for("Đã xong")
    town.product.time_passes(timedelta(days=10))
    lan.waits_for("đang chờ ý kiến")
    lan.waits_for("chưa xác nhận")
