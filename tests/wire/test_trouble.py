"""Updates that come twice, out of order, in bursts; a restart in the middle; calls that fail."""

from __future__ import annotations

import pytest

from handlers.admin import audit
from tests.wire.town import JPEG, PERMIT, Town, code_in


def whole_story(town: Town) -> None:
    """Filed with a photo, asked, replied, answered, appealed, answered again, solved, rated."""
    lan, minh = town.lan, town.minh
    town.meets(lan)
    lan.sends_album([JPEG + b"1", JPEG + b"2"], PERMIT)
    lan.waits_for("📎 2 tệp")
    lan.taps("Gửi, nêu tên")
    card = town.card(code_in(lan.waits_for("Đã tiếp nhận")))
    minh.taps("Nhận việc", on=card)
    card.waits_for_edit("Cán bộ xử lý: Minh")
    minh.replies(card, "/hoi Số hồ sơ nào?")
    lan.replies(lan.waits_for("Số hồ sơ nào?"), "88/2026")
    town.construction.waits_for("88/2026")
    minh.replies(card, "Đã cấp giấy phép")
    town.construction.waits_for("nội dung này làm gì")
    minh.taps("Đây là câu trả lời", in_=town.construction)
    answer = lan.waits_for("Đã cấp giấy phép")
    lan.taps("Chưa giải quyết", on=answer)
    lan.waits_for("còn vướng ở đâu")
    lan.says("Sai tên đường")
    lan.waits_for("Đã mở lại")
    minh.replies(card, "/traloi Đã sửa tên đường")
    again = lan.waits_for("Đã sửa tên đường")
    lan.taps("Đã giải quyết", on=again)
    lan.waits_for("đánh giá việc giải quyết")
    lan.says("5")
    lan.waits_for("góp ý thêm")
    card.waits_for_edit("5/5 sao")
    town.is_quiet()


def happened_once(town: Town) -> None:
    """Every message of the story stands in its chat exactly once, and the journal hangs together."""
    for part in (
        "Đã tiếp nhận",
        "Số hồ sơ nào?",
        "trả lời:\n\nĐã cấp",
        "Đã mở lại",
        "Đã sửa tên",
        "đánh giá việc giải quyết",
        "góp ý thêm",
    ):
        assert town.counts(town.lan, part) == 1, f"{part}\n{town.lan.transcript()}"
    for part in ("📌 #LS26-00001 ·", "88/2026", "nội dung này làm gì", "làm câu trả lời", "Sai tên đường"):
        assert town.counts(town.construction, part) <= 1, f"{part}\n{town.construction.transcript()}"
    photos = [message for message in town.construction.bot_messages if "photo" in message.payload]
    assert len(photos) == 2
    assert audit.verify(town.product.parts.store) == (1, [])


def test_a_whole_story_delivered_twice_happens_once(town: Town) -> None:
    town.server.deliver_twice()
    whole_story(town)
    happened_once(town)


def test_a_whole_story_out_of_order_still_ends_well(every_town: Town) -> None:
    every_town.server.reorders()
    every_town.server.deliver_twice()
    whole_story(every_town)
    happened_once(every_town)


def test_a_restart_between_any_two_steps_loses_nothing(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.restarts()
    town.minh.taps("Trả lời", in_=town.construction)
    town.construction.waits_for("câu trả lời chính thức")
    town.restarts()
    town.minh.replies(card, "Đã cấp giấy phép")
    answer = town.lan.waits_for("Đã cấp giấy phép")
    town.restarts()
    town.lan.taps("Chưa giải quyết", on=answer)
    town.lan.waits_for("còn vướng ở đâu")
    town.restarts()
    town.lan.says("Sai tên đường")
    town.lan.waits_for("Đã mở lại")
    held = town.minh.replies(card, "Sẽ sửa ngay")
    question = town.construction.waits_for("nội dung này làm gì")
    town.restarts()
    town.minh.taps("Gửi doanh nghiệp", on=question)
    town.lan.waits_for("Sẽ sửa ngay")
    town.minh.edits(held, "Sẽ sửa trong tuần")
    town.lan.waits_for("Sẽ sửa trong tuần")
    assert audit.verify(town.product.parts.store) == (1, [])


def test_what_was_said_while_the_product_was_down_is_answered(town: Town) -> None:
    town.meets(town.lan)
    town.running.close()
    town.lan.says(PERMIT)
    town.minh.says("/quahan", in_=town.construction)
    town.restarts()
    town.lan.waits_for("xem lại trước khi gửi")
    town.construction.waits_for("Không có vụ việc quá hạn")


@pytest.mark.parametrize("fault", [{"status": 429}, {"status": 500}, {"reset": True}])
def test_a_call_that_fails_before_it_was_carried_out_is_made_again(town: Town, fault: dict[str, object]) -> None:
    town.meets(town.lan)
    town.server.fail_next("sendMessage", times=2, **fault)  # type: ignore[arg-type]
    code = town.files()
    card = town.card(code)
    town.server.fail_next("editMessageText", **fault)  # type: ignore[arg-type]
    town.minh.taps("Nhận việc", on=card)
    card.waits_for_edit("Cán bộ xử lý: Minh")


def test_two_businesses_filing_at_once_are_never_mixed_up(town: Town) -> None:
    town.meets(town.lan)
    town.meets(town.mai, "Công ty Mai Hoa")
    for number in range(4):
        town.lan.says(f"Giấy phép xây dựng của Lan, phần {number}")
        town.mai.says(f"Giấy phép xây dựng của Mai, phần {number}")
    town.lan.waits_for("phần 3")
    town.mai.waits_for("phần 3")
    town.lan.taps("Gửi, nêu tên")
    town.mai.taps("Gửi, nêu tên")
    for person, other, firm in ((town.lan, "Mai", "Công ty Lan Anh"), (town.mai, "Lan", "Công ty Mai Hoa")):
        card = town.card(code_in(person.waits_for("Đã tiếp nhận")))
        assert firm in card.text
        assert f"của {other}" not in card.text
        assert all(f"phần {number}" in card.text for number in range(4))


def test_a_file_that_telegram_refuses_goes_another_way(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_album([JPEG + b"1", JPEG + b"2"], PERMIT)
    town.lan.waits_for("📎 2 tệp")
    town.server.fail_next("sendMediaGroup", 400, "Bad Request: group send failed")
    town.server.fail_next("sendPhoto", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    town.lan.taps("Gửi, nêu tên")
    town.card(code_in(town.lan.waits_for("Đã tiếp nhận")))
    town.is_quiet()
    arrived = [each.payload.keys() & {"photo", "document"} for each in town.construction.bot_messages]
    assert sorted(kind for kinds in arrived for kind in kinds) == ["document", "photo"]
    assert town.counts(town.construction, "chưa gửi được tới đây") == 0


def test_a_file_that_cannot_arrive_is_named_and_nobody_is_called_unreachable(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_photo(JPEG, PERMIT)
    town.lan.waits_for("📎 1 tệp")
    for method in ("sendPhoto", "sendDocument"):
        town.server.fail_next(method, 400, "Bad Request: not enough rights to send photos to the chat")
    town.lan.taps("Gửi, nêu tên")
    assert "không cho phép" in town.construction.waits_for("photo-1.jpg").text
    town.is_quiet()
    assert town.counts(town.task_group, "không tới được") == 0


def test_a_large_photo_arrives_as_a_document(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_photo(JPEG + bytes(10_500_000), PERMIT)
    town.lan.waits_for("📎 1 tệp")
    town.lan.taps("Gửi, nêu tên")
    town.card(code_in(town.lan.waits_for("Đã tiếp nhận")))
    town.is_quiet()
    assert any("document" in each.payload for each in town.construction.bot_messages)


def test_a_file_that_cannot_be_had_for_a_moment_is_asked_for_again(town: Town) -> None:
    town.meets(town.lan)
    town.server.fail_next("getFile", 400, "Bad Request: file is temporarily unavailable", times=2)
    town.lan.sends_photo(JPEG, PERMIT)
    town.lan.waits_for("📎 1 tệp")
    town.lan.taps("Gửi, nêu tên")
    town.card(code_in(town.lan.waits_for("Đã tiếp nhận")))
    town.is_quiet()
    assert any("photo" in each.payload for each in town.construction.bot_messages)


def test_whoever_sent_a_file_that_is_lost_is_told_which(town: Town) -> None:
    town.meets(town.lan)
    town.server.fail_next("getFile", 400, "Bad Request: wrong file_id or the file is temporarily gone")
    town.lan.sends_document("Bản vẽ.pdf", b"%PDF-1.4", PERMIT)
    town.lan.waits_for("“Bản vẽ.pdf” Ông/Bà vừa gửi không đọc được")
