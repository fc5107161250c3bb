"""A business files: the first meeting, for whom it speaks, what it may send, the summary, the draft."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from handlers.business.unfinished import UNANSWERED_LIFE
from storage import files
from storage.tables import Person
from tests.wire.town import FIRM, JPEG, PERMIT, Town, code_in

_PEOPLE = select(col(Person.name), col(Person.conversation))

# The first meeting


def test_lan_is_told_who_sees_what_and_nothing_is_ticked_for_her(town: Town) -> None:
    town.lan.starts()
    greeting = town.lan.waits_for("Kính chào Ông/Bà")
    for part in ("Lạng Sơn", "Ai xem", "giấu tên", "thời hạn lưu", "rút đồng ý", "đồng ý để chúng tôi xử lý"):
        assert part in greeting.text
    assert greeting.labels == ["✅ Tôi đồng ý", "Không đồng ý", "English", "中文"]


def test_lan_is_greeted_in_the_language_of_her_phone(town: Town) -> None:
    john = town.server.user("John", language_code="en-GB")
    john.starts()
    john.waits_for("Do you agree")
    li = town.server.user("Li", language_code="zh-hans")
    li.says("你好，我们的货车在友谊关等了三天")
    li.waits_for("您是否同意")


def test_what_lan_sent_before_the_consent_is_used_after_it(town: Town) -> None:
    lan = town.lan
    first = lan.says("Hồ sơ của tôi nộp 2 thág chưa có kết quả")
    lan.waits_for("Kính chào Ông/Bà")
    lan.sends_photo(JPEG, "Giấy phép xây dựng nhà xưởng")
    lan.waits_for("Ông/Bà có đồng ý")
    lan.edits(first, "Hồ sơ của tôi nộp 2 tháng chưa có kết quả")
    lan.says("Xin xem giúp")
    lan.waits_for("Ông/Bà có đồng ý")
    assert town.counts(lan, "Kính chào") == 1
    lan.taps("Tôi đồng ý")
    lan.waits_for("đại diện cho doanh nghiệp nào")
    lan.says(FIRM)
    summary = lan.waits_for("xem lại trước khi gửi")
    for part in ("2 tháng", "Giấy phép xây dựng nhà xưởng", "Xin xem giúp", "📎 1 tệp", "Công ty Lan Anh"):
        assert part in summary.text


def test_refusing_the_consent_keeps_nothing(town: Town) -> None:
    lan = town.lan
    lan.says(PERMIT)
    lan.sends_photo(JPEG)
    lan.waits_for("Ông/Bà có đồng ý")
    lan.taps("Không đồng ý")
    lan.waits_for("không giữ lại nội dung nào")
    town.is_quiet()
    assert town.product.call(lambda tx: files.get(tx, 1)) is None
    assert lan.user.first_name not in str(town.product.call(lambda tx: tx.rows(_PEOPLE)))
    lan.starts()
    lan.taps("đồng ý")
    lan.waits_for("Bây giờ Ông/Bà chỉ cần viết")


def test_a_question_for_consent_left_unanswered_forgets_what_was_sent(town: Town) -> None:
    town.lan.says(PERMIT)
    town.lan.waits_for("Kính chào")
    town.days_pass(UNANSWERED_LIFE.days + 3)
    town.lan.taps("Tôi đồng ý")
    town.lan.waits_for("Bây giờ Ông/Bà chỉ cần viết")


def test_before_the_consent_no_command_does_anything(town: Town) -> None:
    for command in ("/vuviec", "/tracuu #LS26-00001", "/rut", "/doanhnghiep"):
        town.lan.says(command)
        town.lan.waits_for("Ông/Bà có đồng ý")


# For whom Lan speaks


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Công ty Lan Anh, 4900001236", "Công ty Lan Anh (MST 4900001236)"),
        ("Công ty Lan Anh MST: 4900001236-001", "Công ty Lan Anh (MST 4900001236-001)"),
        ("Hộ kinh doanh Lan, 020088001234", "Hộ kinh doanh Lan (MST 020088001234)"),
        ("Hợp tác xã Na Chi Lăng", "Hợp tác xã Na Chi Lăng"),
        ("4900001236", "MST 4900001236"),
        ("bỏ qua", "chưa nêu tên doanh nghiệp"),
    ],
)
def test_a_business_is_known_by_its_name_its_tax_code_both_or_neither(town: Town, typed: str, shown: str) -> None:
    town.lan.starts()
    town.lan.taps("đồng ý")
    town.lan.says(PERMIT)
    town.lan.waits_for("đại diện cho doanh nghiệp nào")
    town.lan.says(typed)
    assert f"Doanh nghiệp: {shown}\n" in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_wrong_tax_code_is_asked_again(town: Town) -> None:
    town.lan.starts()
    town.lan.taps("đồng ý")
    town.lan.says(PERMIT)
    town.lan.waits_for("đại diện cho doanh nghiệp nào")
    town.lan.says("Công ty Lan Anh, 4900001237")
    town.lan.waits_for("“4900001237” có thể sai một chữ số")
    town.lan.says("cảm ơn")
    town.lan.waits_for("đại diện cho doanh nghiệp nào")
    town.lan.says(FIRM)
    town.lan.waits_for("Công ty Lan Anh (MST 4900001236)")


def test_one_person_speaks_for_several_businesses(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("/doanhnghiep")
    lan.waits_for("đại diện")
    lan.says("Hợp tác xã Na Chi Lăng")
    lan.waits_for("Đã ghi nhận doanh nghiệp: Hợp tác xã Na Chi Lăng")
    lan.says(PERMIT)
    assert "Hợp tác xã Na Chi Lăng" in lan.waits_for("xem lại trước khi gửi").text
    lan.taps("Sửa")
    lan.taps("Doanh nghiệp")
    assert lan.waits_for("đại diện").labels[:2] == ["Hợp tác xã Na Chi Lăng", "Công ty Lan Anh"]
    lan.taps("Công ty Lan Anh")
    assert "Công ty Lan Anh (MST 4900001236)" in lan.waits_for("xem lại trước khi gửi").text


def test_several_people_speak_for_one_business_and_see_only_their_own_cases(town: Town) -> None:
    code = town.files()
    town.meets(town.mai, FIRM)
    town.mai.says("/vuviec")
    town.mai.waits_for("chưa có vụ việc nào")
    town.mai.says(f"/tracuu #{code}")
    town.mai.waits_for("Không tìm thấy vụ việc này")


# What Lan may send


def test_a_known_business_files_one_message_with_one_tap(town: Town) -> None:
    town.meets(town.lan)
    before = town.server.counts["answerCallbackQuery"]
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi, nêu tên")
    town.lan.waits_for("Đã tiếp nhận")
    assert town.server.counts["answerCallbackQuery"] - before == 1


def test_when_the_department_is_not_clear_two_taps_are_enough(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Chúng tôi gặp nhiều vướng mắc, mong được hỗ trợ")
    summary = lan.waits_for("Việc này về gì")
    assert summary.labels[:2] == ["Tôi không biết", "Cơ quan khác…"]
    lan.taps("Tôi không biết")
    assert "Tổ công tác sẽ xác định" in lan.waits_for("xem lại trước khi gửi").text
    lan.taps("Gửi, nêu tên")
    receipt = lan.waits_for("Đã tiếp nhận")
    assert "Tổ công tác đang xác định cơ quan" in receipt.text
    card = town.card(code_in(receipt), town.task_group)
    assert "Giao cơ quan" in " ".join(card.labels)


def test_a_text_that_says_nothing_is_asked_what_it_is_about(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Công ty tôi gặp khó khăn")
    lan.waits_for("Việc này về gì")
    lan.says("Hồ sơ hoàn thuế giá trị gia tăng nộp sáu tháng chưa được trả lời")
    assert "Thuế tỉnh" in lan.waits_for("hoàn thuế giá trị gia tăng").text


def test_another_department_than_those_offered_is_one_tap_away(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Công ty tôi gặp khó khăn")
    lan.waits_for("Việc này về gì")
    lan.taps("Cơ quan khác…")
    assert "Sở Xây dựng" in lan.waits_for("Việc này thuộc cơ quan nào").labels


MAYBE = "Tổng đại lý tự nhận quen cán bộ thuế, hẹn gặp riêng rồi lấy tiền hoàn thuế của công ty"


def test_what_may_be_about_officials_is_asked_first_and_the_usual_ranking_stays(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says(MAYBE)
    asked = lan.waits_for("xin hỏi trước")
    assert asked.labels[:2] == ["Về cách làm việc của cán bộ", "Muốn được giải quyết việc này"]
    lan.taps("Muốn được giải quyết việc này")
    assert "xin hỏi trước" not in lan.waits_for("xem lại trước khi gửi").text


def test_who_says_it_is_about_officials_is_offered_the_formal_way_hidden_first(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says(MAYBE)
    lan.waits_for("xin hỏi trước")
    lan.taps("Về cách làm việc của cán bộ")
    summary = lan.waits_for("Thanh tra tỉnh")
    assert summary.labels[0] == "🔒 Gửi, giấu tên"


def test_several_messages_become_one_case(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Tôi xin giấy phép xây dựng nhà xưởng")
    lan.waits_for("xem lại")
    lan.says("Nộp ngày 10/9, hẹn 10/10")
    lan.waits_for("hẹn 10/10")
    lan.sends_voice(b"OggS voice")
    lan.waits_for("📎 1 tệp")
    lan.sends_location(21.853, 106.761)
    lan.waits_for("📍 21.853000,106.761000")
    lan.sends_document("ho-so.pdf", b"%PDF-1.4 x")
    lan.waits_for("📎 2 tệp")
    lan.taps("Gửi, nêu tên")
    card = town.card(code_in(lan.waits_for("Đã tiếp nhận")))
    for part in ("giấy phép xây dựng", "hẹn 10/10", "21.853", "📎 2 tệp"):
        assert part in card.text
    town.is_quiet()
    kinds = [
        kind for message in town.construction.bot_messages for kind in ("voice", "document") if kind in message.payload
    ]
    assert kinds == ["voice", "document"]


def test_an_album_gets_one_summary(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_album([JPEG + bytes([number]) for number in range(6)], PERMIT)
    town.lan.waits_for("📎 6 tệp")
    town.is_quiet()
    assert town.counts(town.lan, "xem lại trước khi gửi") == 1


def test_an_album_of_a_stranger_is_greeted_once(town: Town) -> None:
    town.lan.sends_album([JPEG + bytes([number]) for number in range(5)], PERMIT)
    town.lan.waits_for("Kính chào")
    town.is_quiet()
    assert len(town.lan.bot_messages) == 1
    town.lan.taps("đồng ý")
    town.lan.waits_for("đại diện")
    town.lan.says(FIRM)
    town.lan.waits_for("📎 5 tệp")


def test_a_photo_without_a_word_can_be_a_filing(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.sends_photo(JPEG)
    lan.waits_for("Trước hết xin Ông/Bà chọn cơ quan")
    lan.taps("Tôi không biết")
    lan.taps("Gửi, nêu tên")
    code = code_in(lan.waits_for("Đã tiếp nhận"))
    assert "(không có lời)" in town.card(code, town.task_group).text
    town.task_group.waits_for("Tệp của vụ việc")


def test_a_file_that_is_too_large_is_refused_by_name_and_the_rest_goes_on(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_document("ban-ve.dwg", b"x", "Bản vẽ", size=30_000_000)
    town.lan.waits_for("“ban-ve.dwg” lớn hơn 20 MB")
    town.lan.waits_for("Bản vẽ")
    town.lan.taps("Bỏ")
    town.lan.waits_for("Đã bỏ")
    town.lan.sends_document("ban-ve.dwg", b"x", size=30_000_000)
    town.lan.waits_for("“ban-ve.dwg” lớn hơn 20 MB")
    town.is_quiet()
    assert "“ban-ve.dwg”" in town.lan.bot_messages[-1].text


def test_a_very_long_text_reaches_the_officers_whole(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    paragraphs = [f"{PERMIT}. Đoạn {number}: " + "chờ " * 900 for number in (1, 2)]
    for text in paragraphs:
        lan.says(text)
        lan.waits_for("xem lại trước khi gửi")
    lan.taps("Gửi, nêu tên")
    code = code_in(lan.waits_for("Đã tiếp nhận"))
    assert town.card(code).text.count("chờ") < 900
    town.is_quiet()
    whole = [message.text for message in town.construction.bot_messages if "📌" not in message.text][2:]
    assert "Toàn văn vụ việc" in whole[0]
    assert sum(text.count("chờ") for text in whole) == 1800


def test_of_fifty_files_forty_are_taken_and_the_person_is_told(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    for _ in range(5):
        lan.sends_album([JPEG + bytes([number]) for number in range(10)])
    lan.waits_for("tối đa 20.000 ký tự và 40 tệp")
    lan.waits_for("📎 40 tệp")
    town.is_quiet()
    assert town.counts(lan, "tối đa") == 1


def test_stickers_contacts_and_strange_commands_get_a_clear_answer(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.sends_sticker()
    lan.waits_for("chưa đọc được")
    lan.says("/gibberish")
    lan.waits_for("Không có lệnh này")
    lan.sends_contact("+84912345678")
    assert "☎" in lan.waits_for("xem lại trước khi gửi").text
    lan.sends_sticker()
    lan.waits_for("chưa đọc được")
    town.is_quiet()
    assert town.counts(lan, "xem lại trước khi gửi") == 1


# The summary


def test_kind_department_text_and_business_can_be_changed(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says(PERMIT)
    assert "Sở Xây dựng (vì có các từ: giấy phép xây dựng" in lan.waits_for("xem lại trước khi gửi").text
    lan.taps("Sửa")
    lan.taps("Loại việc")
    lan.taps("Kiến nghị, đề xuất")
    assert "Loại: Kiến nghị, đề xuất" in lan.waits_for("xem lại trước khi gửi").text
    lan.taps("Sửa")
    lan.taps("Cơ quan")
    lan.taps("Thuế tỉnh")
    assert "(do Ông/Bà chọn)" in lan.waits_for("xem lại trước khi gửi").text
    lan.taps("Sửa")
    lan.taps("Nội dung")
    lan.waits_for("viết lại toàn bộ nội dung")
    lan.says("Đề nghị hoàn thuế nhanh hơn")
    summary = lan.waits_for("xem lại trước khi gửi").text
    assert "Đề nghị hoàn thuế nhanh hơn" in summary
    assert PERMIT not in summary
    lan.taps("Gửi, nêu tên")
    card = town.card(code_in(lan.waits_for("Đã tiếp nhận")), town.tax)
    assert "Kiến nghị, đề xuất" in card.text


def test_a_change_of_mind_about_rewriting_keeps_the_text(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Sửa")
    town.lan.taps("Nội dung")
    town.lan.taps("Quay lại")
    assert PERMIT in town.lan.waits_for("xem lại trước khi gửi").text


def test_an_edit_before_sending_changes_the_summary_in_place(town: Town) -> None:
    town.meets(town.lan)
    first = town.lan.says("Giấy phép xây dựg nộp 2 tháng")
    summary = town.lan.waits_for("xem lại trước khi gửi")
    town.lan.edits(first, "Giấy phép xây dựng nộp 2 tháng")
    summary.waits_for_edit("Giấy phép xây dựng nộp")


def test_taps_change_the_summary_in_place_and_once_sent_it_has_nothing_to_press(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Giấy phép xây dựng nộp 2 tháng chưa có kết quả")
    summary = town.lan.waits_for("xem lại trước khi gửi")
    for tap, shown in (("Sửa", "muốn sửa phần nào"), ("Cơ quan", "cơ quan nào"), ("Sở Xây dựng", "do Ông/Bà chọn")):
        town.lan.taps(tap, on=summary)
        summary.waits_for_edit(shown)
    town.lan.taps("Gửi, nêu tên", on=summary)
    code = code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))
    summary.waits_for_edit(f"Đã gửi: #{code}")
    assert "do Ông/Bà chọn" in summary.words
    assert not summary.buttons


def test_a_draft_that_is_dropped_leaves_no_words_and_no_buttons(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Giấy phép xây dựng nộp 2 tháng chưa có kết quả")
    summary = town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Bỏ", on=summary)
    summary.waits_for_edit("không có gì được gửi đi")
    assert "2 tháng" not in summary.words
    assert not summary.buttons


def test_a_formal_complaint_is_told_what_this_channel_is_not(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Tôi khiếu nại quyết định xử phạt vi phạm hành chính về thuế số 12/QĐ-XPHC")
    assert "Loại: Khiếu nại" in town.lan.waits_for("xem lại trước khi gửi").text
    town.lan.taps("Sửa")
    town.lan.taps("Loại việc")
    town.lan.waits_for("thời hạn theo luật chỉ tính khi cơ quan thụ lý")


def test_a_denunciation_is_guided_to_the_inspectorate_and_not_stored(town: Town) -> None:
    town.meets(town.lan)
    town.lan.sends_photo(JPEG, "Tôi tố cáo ông Nguyễn Văn X nhận hối lộ 50 triệu của doanh nghiệp tôi")
    town.lan.waits_for("Thanh tra tỉnh")
    town.lan.says("/vuviec")
    town.lan.waits_for("chưa có vụ việc nào")
    assert town.product.call(lambda tx: files.get(tx, 1)) is None
    assert "hối lộ" not in str(town.product.call(lambda tx: tx.rows(_PEOPLE)))


def test_a_matter_about_officials_goes_past_their_department_and_advises_to_hide(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Cán bộ Sở Xây dựng gợi ý phong bì thì mới cấp giấy phép xây dựng")
    summary = lan.waits_for("không gửi cho cơ quan bị phản ánh")
    assert summary.labels[0] == "🔒 Gửi, giấu tên"
    lan.taps("Gửi, giấu tên")
    lan.waits_for("Đã tiếp nhận")
    town.is_quiet()
    assert "phong bì" not in town.construction.transcript()


def test_a_dropped_draft_sends_nothing(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại")
    town.lan.says("/huy")
    town.lan.waits_for("Đã bỏ")
    town.lan.says("/huy")
    town.lan.waits_for("không có việc nào đang viết dở")
    town.construction.never_hears("📌", within=0.2)


# The draft


def test_a_draft_survives_a_restart(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says(PERMIT)
    lan.waits_for("xem lại")
    town.restarts()
    lan.says("Xin trả lời sớm")
    assert PERMIT in lan.waits_for("Xin trả lời sớm").text
    town.restarts()
    lan.taps("Gửi, nêu tên")
    assert "Xin trả lời sớm" in town.card(code_in(lan.waits_for("Đã tiếp nhận"))).text


def test_a_draft_is_reminded_of_once_and_goes_on_with_one_tap(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại")
    town.days_pass(6)
    town.lan.waits_for("còn một việc đang viết dở")
    town.is_quiet()
    assert town.counts(town.lan, "còn một việc đang viết dở") == 1
    town.lan.says("1")
    assert PERMIT in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_draft_is_dropped_after_thirty_days(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại")
    town.days_pass(38)
    town.lan.taps("Gửi, nêu tên")
    town.lan.never_hears("Đã tiếp nhận", within=0.3)
    assert "Không còn việc đang viết dở" in town.lan.last_answer["text"]
