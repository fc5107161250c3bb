"""Officers in their group: the card, its buttons, replies and commands, what leaks nowhere, who was first."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.conftest import SqliteFiles
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.town import JPEG, PERMIT, Town, everything_said, telegram_settings

# The card


def test_the_card_shows_all_an_officer_needs(town: Town) -> None:
    card = town.card(town.files())
    for part in (
        "Khó khăn, vướng mắc",
        "Mới, chờ nhận việc",
        "Công ty Lan Anh (MST 4900001236)",
        "Sở Xây dựng",
        "Giấy phép xây dựng",
        PERMIT,
        "Hạn trả lời: 17:00 thứ Sáu 04/12/2026\n↳ 7 ngày làm việc, tính từ thứ Tư 25/11, đến",
    ):
        assert part in card.text
    for label in ("Nhận việc", "Trả lời", "Hỏi thêm", "Chuyển", "Gia hạn", "Từ chối", "Nội bộ", "Diễn biến"):
        assert label in " ".join(card.labels)


def test_the_card_follows_the_case_and_costs_the_group_no_message_but_the_one_that_asks(town: Town) -> None:
    card = town.card(town.files())
    before = len(town.construction.bot_messages)
    town.minh.taps("Nhận việc", in_=town.construction)
    card.waits_for_edit("Đang giải quyết")
    town.minh.taps("Trả lời", in_=town.construction)
    asked = town.construction.waits_for("Minh: trả lời (reply) tin này bằng câu trả lời chính thức")
    assert asked.payload["reply_to_message"]["message_id"] == card.id, "the matter stays in view"
    done = town.minh.replies(asked, "Sở đã cấp giấy phép")
    town.lan.waits_for("Sở đã cấp giấy phép")
    card.waits_for_edit("Đã trả lời, chờ xác nhận")
    card.waits_for_edit("Đã gửi lúc 09:00 thứ Tư 25/11/2026, đã tới doanh nghiệp")
    town.is_quiet()
    assert done.reactions == [], "the card says so, in the same call"
    assert len(town.construction.bot_messages) == before + 1


def test_a_request_for_words_opens_the_field_of_whoever_tapped_and_leaves_the_card_to_the_others(town: Town) -> None:
    card = town.card(town.files())
    shown = card.labels
    town.minh.taps("Trả lời", in_=town.construction)
    town.construction.waits_for("câu trả lời chính thức")
    town.is_quiet()
    (asked,) = [each for each in town.server.called("sendMessage") if "câu trả lời chính thức" in each["text"]]
    assert asked["reply_markup"] == {"force_reply": True, "selective": True}
    (named,) = asked["entities"]
    assert (named["type"], named["user"]["id"]) == ("text_mention", town.minh.id)
    assert asked["text"].encode("utf-16-le")[2 * named["offset"] :].decode("utf-16-le").startswith("Minh:")
    assert card.labels == shown
    assert "Minh cũng đang viết" in town.hoa.taps("Trả lời", on=card)
    town.construction.waits_for("Minh cũng đang viết cho")


@pytest.mark.parametrize("stops", ["thôi", "Hủy", "quay lại"])
def test_a_request_for_words_can_be_taken_back(town: Town, stops: str) -> None:
    card = town.card(town.files())
    town.minh.taps("Trả lời", in_=town.construction)
    town.minh.replies(town.construction.waits_for("câu trả lời chính thức"), stops)
    town.construction.waits_for("Đã thôi")
    town.minh.replies(card, "Để tôi xem")
    town.construction.waits_for("nội dung này làm gì")
    assert "Để tôi xem" not in everything_said_to_lan(town)


def test_whoever_taps_back_on_the_card_ends_what_was_asked_of_anybody(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Hỏi thêm", in_=town.construction)
    town.construction.waits_for("câu hỏi gửi doanh nghiệp")
    assert "chưa có gì được gửi đi" in town.hoa.taps_data(card, card_data("back"))
    town.minh.replies(card, "Đã cấp giấy phép")
    town.construction.waits_for("nội dung này làm gì")
    town.lan.never_hears("Đã cấp giấy phép", within=0.2)


def test_choosing_a_department_leaves_the_buttons_to_colleagues(town: Town) -> None:
    card = town.card(town.files())
    shown = card.labels
    town.minh.taps("Chuyển", on=card)
    card.waits_for_edit("chuyển vụ việc tới cơ quan nào")
    assert set(shown) < set(card.labels)
    town.hoa.taps("Nhận việc", on=card)
    card.waits_for_edit("Cán bộ xử lý: Hoa")


def test_refused_words_leave_the_wish_standing(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Từ chối", in_=town.construction)
    town.minh.replies(town.construction.waits_for("lý do từ chối và nơi"), "không")
    refused = town.construction.waits_for("xin ghi rõ lý do từ chối")
    town.minh.replies(refused, "vẫn không")
    again = town.construction.waits_for("xin ghi rõ lý do từ chối")
    assert again is not refused
    town.minh.replies(card, "Thuộc Cục Đường bộ, xin gửi tới đó")
    town.lan.waits_for("Thuộc Cục Đường bộ, xin gửi tới đó")
    card.waits_for_edit("Từ chối, có hướng dẫn")


def test_a_refused_command_is_tried_again_by_a_reply(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/giahan 3")
    refused = town.construction.waits_for("xin nêu số ngày")
    town.minh.replies(refused, "chờ ý kiến Bộ Xây dựng")
    town.lan.waits_for("Lý do: chờ ý kiến Bộ Xây dựng")


def test_words_to_nobody_while_something_is_asked_are_held(town: Town) -> None:
    town.server.world.privacy = False
    town.card(town.files())
    town.minh.taps("Chuyển", in_=town.construction)
    town.minh.taps("Cơ quan khác", in_=town.construction)
    town.minh.taps("Thuế tỉnh", in_=town.construction)
    town.construction.waits_for("bằng lý do chuyển")
    town.hoa.says("Hoa nói chuyện khác", in_=town.construction)
    town.minh.says("vướng ở nghĩa vụ thuế", in_=town.construction)
    question = town.construction.waits_for("nội dung này làm gì")
    assert question.labels[0] == "✍️ Đúng như đã chọn trên thẻ"
    assert "Hoa nói" not in question.text
    town.minh.taps("Đúng như đã chọn", in_=town.construction)
    town.tax.waits_for("vướng ở nghĩa vụ thuế")


def test_a_request_on_the_card_is_meant_for_half_an_hour(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Trả lời", in_=town.construction)
    town.construction.waits_for("câu trả lời chính thức")
    town.days_pass(1 / 24)
    town.minh.replies(card, "Để tôi xem")
    town.construction.waits_for("nội dung này làm gì")
    town.lan.never_hears("Để tôi xem", within=0.2)


@pytest.mark.parametrize(
    ("button", "words", "lan_reads", "state"),
    [
        ("Trả lời", "Đã cấp giấy phép", "trả lời:\n\nĐã cấp giấy phép", "Đã trả lời"),
        ("Hỏi thêm", "Số hồ sơ nào?", "cần hỏi thêm:\n\nSố hồ sơ nào?", "Chờ doanh nghiệp bổ sung"),
        ("Từ chối", "Thuộc Cục Đường bộ, xin gửi tới đó", "Thuộc Cục Đường bộ", "Từ chối, có hướng dẫn"),
    ],
)
def test_a_tap_and_a_reply_reach_the_business(town: Town, button: str, words: str, lan_reads: str, state: str) -> None:
    card = town.card(town.files())
    assert "xin viết nội dung trong 30 phút" in town.minh.taps(button, in_=town.construction)
    town.minh.replies(card, words)
    assert lan_reads in town.lan.waits_for(words).text
    card.waits_for_edit(state)


def test_a_bare_refusal_is_refused(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/tuchoi Không")
    town.construction.waits_for("ghi rõ lý do từ chối và nơi doanh nghiệp cần đến")
    town.lan.never_hears("không giải quyết được", within=0.2)


def test_an_extension_needs_a_reason_which_the_business_reads(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Gia hạn", in_=town.construction)
    town.minh.taps("3 ngày", in_=town.construction)
    town.construction.waits_for("gia hạn thêm 3 ngày làm việc")
    town.minh.replies(card, "chờ ý kiến Bộ Xây dựng")
    told = town.lan.waits_for("gia hạn thêm 3 ngày làm việc").text
    assert "Lý do: chờ ý kiến Bộ Xây dựng" in told
    assert "17:00 thứ Tư 09/12/2026" in told
    card.waits_for_edit("Đã gia hạn 3 ngày làm việc")
    town.minh.replies(card, "/giahan 2 xin thêm ít ngày")
    town.construction.waits_for("do Tổ công tác quyết định")


def test_a_transfer_takes_card_files_reason_and_clock_along(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_photo(JPEG, PERMIT)
    town.lan.waits_for("xem lại")
    town.lan.taps("Gửi, nêu tên")
    code = town.lan.waits_for("Đã tiếp nhận").text.split("#")[1].split()[0]
    card = town.card(code)
    town.minh.taps("Chuyển", in_=town.construction)
    offered = card.waits_for_edit("chuyển vụ việc tới cơ quan nào").labels
    assert offered.index("↩️ Quay lại") <= 4  # the likeliest few, all, and back; then the card's own
    town.minh.taps("Cơ quan khác", in_=town.construction)
    town.minh.taps("Thuế tỉnh", in_=town.construction)
    town.construction.waits_for("bằng lý do chuyển")
    town.minh.replies(card, "vướng ở nghĩa vụ thuế")
    assert "Thuế tỉnh" in town.lan.waits_for("đã chuyển tới").text
    moved = town.card(code, town.tax)
    assert "17:00 thứ Sáu 04/12/2026" in moved.text
    assert "Đã chuyển 1 lần" in moved.text
    town.tax.waits_for("vướng ở nghĩa vụ thuế")
    town.tax.waits_for("Tệp của vụ việc")
    card.waits_for_edit("đã chuyển tới Thuế")
    town.is_quiet()
    assert card.labels == []


def test_a_transfer_needs_a_reason_and_another_department(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/chuyen thue-tinh")
    town.construction.waits_for("ghi lý do chuyển")
    town.minh.replies(card, "/chuyen so-xay-dung nhầm của ai")
    town.construction.waits_for("đang ở chính cơ quan này")
    town.minh.replies(card, "/chuyen so-gi-do nhầm của ai")
    town.construction.waits_for("Không rõ cơ quan “so-gi-do”")


def test_a_third_transfer_goes_to_the_task_group_as_a_proposal(town: Town) -> None:
    code = town.files()
    town.minh.replies(town.card(code), "/chuyen thue-tinh vướng ở thuế")
    town.binh.replies(town.card(code, town.tax), "/chuyen so-xay-dung không phải việc của thuế")
    back = town.construction.waits_for("không phải việc của thuế")
    town.minh.replies(back, "/chuyen thue-tinh vẫn vướng ở thuế")
    town.construction.waits_for("do Tổ công tác quyết định")
    proposed = town.card(code, town.task_group)
    assert "đề nghị chuyển tiếp tới Thuế" in proposed.text
    assert "vẫn vướng ở thuế" in proposed.text
    town.tuan.replies(proposed, "/giao thue-tinh Thuế chủ trì, Sở Xây dựng phối hợp")
    town.tax.waits_for("Thuế chủ trì")


def test_a_card_without_a_button_is_told_by_commands(town: Town) -> None:
    code = town.files()
    town.card(code)
    for said, heard in (("/nhan", ""), ("/hoi Số hồ sơ nào?", "Số hồ sơ nào?"), ("/gui Đang xem", "Đang xem")):
        verb, _, words = said.partition(" ")
        town.minh.says(f"{verb} #{code} {words}", in_=town.construction)
        if heard:
            town.lan.waits_for(heard)
    town.minh.says(f"/traloi@stand_in_bot #{code}\nDòng một\nDòng hai", in_=town.construction)
    assert "Dòng một\nDòng hai" in town.lan.waits_for("Dòng một").text


# Words and leaks


@pytest.mark.parametrize("privacy", [True, False])
def test_ordinary_talk_goes_nowhere(town: Town, privacy: bool) -> None:  # noqa: FBT001
    town.server.world.privacy = privacy
    card = town.card(town.files())
    before = len(town.construction.bot_messages)
    talk = town.minh.says("Hồ sơ này ai làm nhỉ?", in_=town.construction)
    town.hoa.replies(talk, "Chắc là anh Minh")
    town.hoa.says("1", in_=town.construction)
    town.hoa.says("/start@another_bot", in_=town.construction)
    town.hoa.says("/traloi@another_bot xong", in_=town.construction)
    town.hoa.sends_photo(JPEG, in_=town.construction)
    town.is_quiet()
    assert len(town.construction.bot_messages) == before
    held = town.minh.replies(card, "Để tôi xem")
    town.construction.waits_for("nội dung này làm gì")
    town.hoa.replies(held, "Anh nhớ gọi cho họ")
    town.is_quiet()
    assert town.counts(town.construction, "nội dung này làm gì") == 1


def test_a_reply_waits_for_a_tap_and_several_replies_get_one_question(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "Giấy phép đã ký.")
    question = town.construction.waits_for("nội dung này làm gì")
    assert question.labels == ["➡️ Gửi doanh nghiệp", "💬 Đây là câu trả lời", "🔒 Ghi chú nội bộ"]
    town.minh.replies(card, "Mời đến nhận.")
    question.waits_for_edit("Sẽ đi cùng nhau:\n• Giấy phép đã ký.\n• Mời đến nhận.")
    town.minh.sends_document("giay-phep.pdf", b"%PDF-1.4 x", "Bản quét", reply_to=card)
    question.waits_for_edit("• Bản quét\n📎 1 tệp")
    town.is_quiet()
    assert town.counts(town.construction, "nội dung này làm gì") == 1
    assert "đã ký" not in everything_said_to_lan(town)
    town.minh.taps("Đây là câu trả lời", in_=town.construction)
    assert "Giấy phép đã ký.\nMời đến nhận.\nBản quét" in town.lan.waits_for("Giấy phép đã ký").text
    question.waits_for_edit("Minh đã gửi nội dung này làm câu trả lời")
    question.waits_for_edit("Đã gửi lúc 09:00 thứ Tư 25/11/2026, đã tới doanh nghiệp")
    town.is_quiet()
    assert any("document" in message.payload for message in town.lan.bot_messages)


@pytest.mark.parametrize("typed", ["2", "câu trả lời", "Trả lời"])
def test_what_held_words_are_may_be_typed(town: Town, typed: str) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "Giấy phép đã ký.")
    question = town.construction.waits_for("nội dung này làm gì")
    town.minh.replies(question, typed)
    answer = town.lan.waits_for("Giấy phép đã ký").text
    assert "trả lời:\n\nGiấy phép đã ký.\n\n" in answer, "the choice is no part of the answer"
    question.waits_for_edit("Minh đã gửi nội dung này làm câu trả lời")


def test_the_words_of_a_hidden_administrator_are_the_departments_and_named_once(town: Town) -> None:
    card = town.card(town.files())
    town.minh.says("Giấy phép đã ký.", in_=town.construction, reply_to=card, anonymous=True)
    town.construction.waits_for("nội dung này làm gì")
    town.minh.taps("Đây là câu trả lời", in_=town.construction)
    answer = town.lan.waits_for("Giấy phép đã ký").text
    assert "Sở Xây dựng trả lời" in answer
    assert "Sở Xây dựng, Sở Xây dựng" not in answer


def test_a_reply_much_later_gets_a_question_of_its_own(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "Để tôi xem")
    town.construction.waits_for("nội dung này làm gì")
    town.days_pass(1)
    town.minh.replies(card, "Đã cấp giấy phép")
    question = town.construction.waits_for("nội dung này làm gì")
    town.minh.taps("Đây là câu trả lời", on=question)
    assert "Để tôi xem" not in town.lan.waits_for("Đã cấp giấy phép").text


def everything_said_to_lan(town: Town) -> str:
    return "\n".join(message.words for message in town.lan.bot_messages)


def test_a_note_never_leaves_government(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/noibo Doanh nghiệp này hay kêu ca")
    town.minh.replies(card, "Giám đốc của họ là em rể tôi")
    town.construction.waits_for("nội dung này làm gì")
    town.minh.taps("Ghi chú nội bộ", in_=town.construction)
    town.construction.waits_for("ghi chú nội bộ.")
    note = town.minh.replies(card, "/noibo Gọi lại ngày mai")
    town.minh.edits(note, "/noibo Gọi lại tuần sau")
    town.lan.says(f"/tracuu #{code}")
    town.lan.waits_for("📌")
    town.is_quiet()
    for secret in ("kêu ca", "em rể", "Gọi lại", "ghi chú"):
        assert secret not in everything_said_to_lan(town)
    town.minh.taps("Diễn biến", in_=town.construction)
    assert "Giám đốc của họ là em rể tôi" in town.construction.waits_for("Diễn biến vụ việc").text


def test_a_mistyped_command_on_a_card_is_not_silently_lost(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/phanhoi Đã cấp")
    town.construction.waits_for("chưa có gì được gửi đi")
    town.minh.replies(card, "/traloi")
    town.construction.waits_for("Chưa có nội dung")
    town.minh.says("/traloi Đã cấp", in_=town.construction)
    town.construction.waits_for("trả lời (reply) đúng thẻ")


@pytest.mark.parametrize("command", ["/trảlời", "/Trả lời", "/tra_loi", "/tralo"])
def test_a_command_is_understood_however_it_is_typed(town: Town, command: str) -> None:
    town.minh.replies(town.card(town.files()), f"{command} Sở đã cấp giấy phép")
    assert "Sở đã cấp giấy phép" in town.lan.waits_for("trả lời:").text


def test_a_refused_command_is_mended_by_editing_it(town: Town) -> None:
    code = town.files()
    town.card(code)
    typed = town.minh.says("/traloi Sở đã cấp giấy phép", in_=town.construction)
    town.construction.waits_for("trả lời (reply) đúng thẻ")
    town.minh.edits(typed, f"/traloi #{code} Sở đã cấp giấy phép")
    town.lan.waits_for("Sở đã cấp giấy phép")
    town.minh.edits(typed, f"/traloi #{code} Sở đã cấp giấy phép hôm nay")
    assert "hôm nay" in town.lan.waits_for("Đính chính").text


def test_an_answer_that_names_another_firms_case_reaches_nobody(town: Town) -> None:
    first = town.files()
    other = town.files(town.mai, "Giấy phép xây dựng của chúng tôi nộp ba tháng chưa có kết quả")
    town.minh.says(f"/traloi #{first} #{other} Đã cấp giấy phép", in_=town.construction)
    town.construction.waits_for("chưa gửi đi")
    town.minh.replies(town.card(first), f"Giải quyết như #{other}")
    town.construction.waits_for("nội dung này làm gì")
    town.minh.taps("Đây là câu trả lời", in_=town.construction)
    town.is_quiet()
    assert other not in everything_said_to_lan(town)


def test_an_unknown_command_that_names_a_case_is_told_so(town: Town) -> None:
    code = town.files()
    town.card(code)
    town.minh.says(f"/xong #{code} đã cấp", in_=town.construction)
    town.construction.waits_for("Không có lệnh này")


def test_a_department_is_named_as_people_call_it(town: Town) -> None:
    code = town.files()
    town.card(code)
    town.minh.says(f"/chuyen #{code} Thuế tỉnh vì đây là hồ sơ thuế", in_=town.construction)
    town.tax.waits_for("vì đây là hồ sơ thuế")


def test_photos_of_an_answer_arrive_as_one_album(town: Town) -> None:
    card = town.card(town.files())
    town.minh.sends_album([JPEG + bytes([n]) for n in range(3)], "/traloi Giấy phép ba trang", reply_to=card)
    town.lan.waits_for("Giấy phép ba trang")
    town.is_quiet()
    shown = [message for message in town.lan.bot_messages if "photo" in message.payload]
    assert len(shown) == 3
    assert len({message.payload["media_group_id"] for message in shown}) == 1
    assert town.counts(town.construction, "nội dung này làm gì") == 0


def test_a_long_answer_arrives_whole_with_its_buttons_at_the_end(town: Town) -> None:
    card = town.card(town.files())
    held = [town.minh.replies(card, f"Phần {number}: " + "căn cứ " * 550) for number in range(3)]
    assert held
    town.construction.waits_for("nội dung này làm gì")
    town.minh.taps("Đây là câu trả lời", in_=town.construction)
    town.lan.waits_for("Phần 2")
    town.is_quiet()
    said = everything_said_to_lan(town)
    assert said.count("căn cứ") == 1650
    assert "✅ Đã giải quyết" in town.lan.bot_messages[-1].labels
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")


@pytest.mark.parametrize("how", ["command", "asked for"])
def test_an_answer_that_may_go_on_waits_until_it_is_whole(town: Town, how: str) -> None:
    card = town.card(town.files())
    first = "Theo văn-bản-số-7 " * 225
    if how == "command":
        town.minh.replies(card, f"/traloi {first}")
    else:
        town.minh.taps("Trả lời", on=card)
        town.construction.waits_for("câu trả lời chính thức")
        town.minh.replies(card, first)
    question = town.construction.waits_for("có thể còn phần sau")
    town.is_quiet()
    assert "văn-bản-số-7" not in everything_said_to_lan(town)
    town.minh.replies(question, "nên Sở đã cấp giấy phép")
    question.waits_for_edit("Sở đã cấp")
    town.minh.taps("Đây là câu trả lời", on=question)
    town.lan.waits_for("nên Sở đã cấp giấy phép")
    town.is_quiet()
    assert everything_said_to_lan(town).count("văn-bản-số-7") == 225


def test_an_edit_of_a_sent_answer_is_corrected_at_the_business_visibly(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    answer = town.minh.replies(card, f"/traloi #{code} Mời đến nhận ngày 25/11")
    town.lan.waits_for("25/11")
    town.minh.edits(answer, f"/traloi #{code} Mời đến nhận ngày 26/11")
    assert "26/11" in town.lan.waits_for("Đính chính").text
    held = town.minh.replies(card, "Nhớ mang dấu")
    town.construction.waits_for("nội dung này làm gì")
    town.minh.edits(held, "Nhớ mang theo con dấu")
    town.minh.taps("Gửi doanh nghiệp", in_=town.construction)
    town.lan.waits_for("Nhớ mang theo con dấu")
    town.minh.edits(held, "Nhớ mang theo con dấu và căn cước")
    town.lan.waits_for("con dấu và căn cước")
    town.is_quiet()
    assert town.counts(town.lan, "Đính chính") == 2


# Two officers


def test_the_second_to_accept_is_told_who_was_first(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Nhận việc", on=card)
    assert "Minh đã nhận vụ việc" in town.hoa.taps_data(card, card_data("accept"))


def card_data(verb: str) -> str:
    """What the card's button for this carried when the case was new."""
    return f"o:{verb}:1"


def test_the_second_tap_on_held_words_is_told_who_was_first(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "Mời đến nhận")
    question = town.construction.waits_for("nội dung này làm gì")
    data = question.buttons[0][0][1]
    town.minh.taps("Gửi doanh nghiệp", in_=town.construction)
    assert "Minh đã xử lý nội dung này trước" in town.hoa.taps_data(question, data)
    town.is_quiet()
    assert town.counts(town.lan, "Mời đến nhận") == 1


def test_the_second_answer_is_refused_with_the_name_of_the_first(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/traloi Đã cấp")
    town.hoa.replies(card, "/traloi Chưa cấp")
    town.construction.waits_for("Minh đã trả lời vụ việc")
    town.is_quiet()
    assert "Chưa cấp" not in everything_said_to_lan(town)
    town.hoa.replies(card, "/gui Nhận tại bộ phận một cửa")
    town.lan.waits_for("một cửa")


def test_two_officers_asked_for_words_do_not_mix_them_up(town: Town) -> None:
    card = town.card(town.files())
    town.minh.taps("Trả lời", in_=town.construction)
    town.hoa.replies(card, "Để tôi hỏi phòng quản lý")
    town.construction.waits_for("nội dung này làm gì")
    town.minh.replies(card, "Đã cấp giấy phép")
    town.lan.waits_for("Đã cấp giấy phép")
    assert "phòng quản lý" not in everything_said_to_lan(town)


# Whose name is shown


@pytest.fixture
def silent_town(server: TelegramServer, sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Town]:
    """A province whose department of construction does not show its officers' names."""
    catalogue = tmp_path / "catalogue"
    shutil.copytree(ROOT / "catalogue" / "lang-son", catalogue)
    file = catalogue / "departments.toml"
    key = 'key = "so-xay-dung"\n'
    file.write_text(file.read_text("utf-8").replace(key, f"{key}show_officer_names = false\n"), "utf-8")
    with ExitStack() as running:
        wanted = telegram_settings(tmp_path, sqlite_files.fresh(prepared), server, catalogue=catalogue)
        yield Town(server, running.enter_context(Product(wanted)), running).settles()


def test_an_officers_name_is_shown_where_the_department_wants_it(town: Town) -> None:
    assert "Minh, Sở Xây dựng trả lời" in town.answered()[2].text


def test_an_officers_name_is_not_shown_where_the_department_does_not(silent_town: Town) -> None:
    _code, _card, answer = silent_town.answered()
    assert "Sở Xây dựng trả lời" in answer.text
    silent_town.is_quiet()
    assert "Minh" not in everything_said_to_lan(silent_town)
    assert "Minh" in everything_said(silent_town.construction)


# The business cannot be reached


def test_a_business_that_blocked_the_bot_is_seen_on_the_card_and_by_the_task_group(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.lan.blocks()
    card.waits_for_edit("Tin nhắn không tới được doanh nghiệp")
    town.construction.waits_for("tin nhắn không tới được")
    town.task_group.waits_for(f"#{code}: tin nhắn không tới được")
    town.minh.replies(card, "/traloi Đã cấp giấy phép")
    town.construction.waits_for("tin nhắn không tới được")
    town.task_group.waits_for(f"#{code}: tin nhắn không tới được")
    town.lan.unblocks()
    town.lan.waits_for("Đã cấp giấy phép")
    town.lan.says(f"#{code} tôi đã mở lại máy, xin cho biết nhận ở đâu")
    town.construction.waits_for("tôi đã mở lại máy")
    town.is_quiet()
    assert "không tới được" not in card.text
    assert town.counts(town.lan, "Đã cấp giấy phép") == 1


def test_a_deleted_account_is_noticed_at_the_next_word(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.lan.deletes_account()
    town.minh.replies(card, "/traloi Đã cấp giấy phép")
    town.task_group.waits_for(f"#{code}: tin nhắn không tới được")
    card.waits_for_edit("Tin nhắn không tới được doanh nghiệp")


# The list


def test_the_open_cases_are_listed_and_each_opens_its_card(town: Town) -> None:
    first = town.files()
    town.files(town.mai, "Đường vào xưởng của chúng tôi hỏng, sở giao thông chưa sửa, xin sửa đường")
    card = town.card(first)
    town.minh.taps("Nhận việc", on=card)
    card.waits_for_edit("Đang giải quyết")
    town.minh.says("/viec", in_=town.construction)
    listed = town.construction.waits_for("📋 Việc đang mở: ")
    assert f"#{first} · còn 7 ngày làm việc · Đang giải quyết · Minh" in listed.text
    town.minh.says("/viec của tôi", in_=town.construction)
    town.construction.waits_for("📋 Việc tôi đã nhận: 1")
    town.hoa.says("/viec của tôi", in_=town.construction)
    town.construction.waits_for("📋 Việc tôi đã nhận: không có")
    town.days_pass(15)
    town.minh.says("/viec trễ", in_=town.construction)
    assert "QUÁ HẠN" in town.construction.waits_for("📋 Quá hạn:").text
    town.minh.taps(f"#{first}", in_=town.construction)
    town.is_quiet()
    assert town.counts(town.construction, f"📌 #{first}") == 2


def test_a_department_bound_late_finds_its_open_cases(lone_town: Town) -> None:
    town = lone_town
    town.task_group = town.server.group("Tổ công tác", [town.tuan])
    town.binds(town.tuan, town.task_group, "task-group")
    code = town.files()
    group = town.server.group("Sở Xây dựng", [town.minh])
    town.binds(town.minh, group, "so-xay-dung")
    group.waits_for("Cơ quan đang có 1 vụ việc mở")
    town.minh.replies(town.card(code, group), "/traloi Đã cấp giấy phép")
    town.lan.waits_for("Đã cấp giấy phép")


# What is kept for the next time


def test_a_kept_answer_is_found_filled_and_sent_by_the_confirmed_road(town: Town) -> None:
    town.minh.says("/mau thêm Mời nhận giấy phép\nMời [doanh nghiệp] đến nhận kết quả [mã].", in_=town.construction)
    town.construction.waits_for("Đã lưu mẫu “Mời nhận giấy phép” (Tiếng Việt)")
    town.tuan.says("/mau thêm Căn cứ khiếu nại\nTheo Điều 28 Luật Khiếu nại.", in_=town.task_group)
    town.task_group.waits_for("Đã lưu mẫu")
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/mau")
    listed = town.construction.waits_for("Mẫu trả lời và căn cứ: 2")
    assert "Căn cứ khiếu nại (Tiếng Việt, của tỉnh, đã dùng 0 lần)" in listed.text
    town.minh.replies(card, "/mau giay phep")
    town.construction.waits_for("có “giay phep”: 1")
    town.minh.taps("Mời nhận giấy phép", in_=town.construction)
    question = town.construction.waits_for("muốn dùng nội dung này làm gì")
    assert f"Mời Công ty Lan Anh đến nhận kết quả #{code}." in question.text
    assert "đến nhận kết quả" not in everything_said_to_lan(town)
    town.minh.taps("Đây là câu trả lời", in_=town.construction)
    town.lan.waits_for(f"Mời Công ty Lan Anh đến nhận kết quả #{code}.")
    town.minh.says("/mau", in_=town.construction)
    town.construction.waits_for("đã dùng 1 lần")
    town.minh.says("/mau xóa mời nhận giấy phép", in_=town.construction)
    town.binh.says("/mau", in_=town.tax)
    town.tax.waits_for("Mẫu trả lời và căn cứ: 1")


# The business's language


def test_an_answer_in_another_language_than_the_businesss_is_noticed_before_it_is_sent(town: Town) -> None:
    lan = town.server.user("Lan", language_code="en")
    lan.says("We have been waiting two months for the building permit of our factory")
    lan.taps("I agree")
    lan.waits_for("Which business do you speak for")
    lan.says("Lan Anh, 4900001236")
    lan.taps("Send, with my name")
    card = town.construction.waits_for("📌 #LS26-00001 ·")
    assert "🌐 Doanh nghiệp dùng English" in card.text
    town.minh.taps("Trả lời", in_=town.construction)
    asked = town.construction.waits_for("câu trả lời chính thức")
    town.minh.replies(asked, "Giấy phép của công ty đã được ký hôm nay")
    question = town.construction.waits_for("doanh nghiệp dùng English, nội dung này bằng Tiếng Việt")
    assert question.labels == ["✅ Vẫn gửi như vậy", "🔒 Ghi chú nội bộ"]
    town.minh.replies(question, "Your permit was signed this morning, please come to collect it")
    lan.waits_for("Your permit was signed this morning")
    town.minh.replies(card, "/gui Nhớ mang theo con dấu của công ty")
    town.construction.waits_for("nội dung này bằng Tiếng Việt")
    town.minh.taps("Vẫn gửi như vậy", in_=town.construction)
    lan.waits_for("Nhớ mang theo con dấu")
    assert "đã được ký" not in "\n".join(each.words for each in lan.bot_messages)
