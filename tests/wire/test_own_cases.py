"""A business and the cases it has filed: many in one chat, looking up, adding, its word on an answer, withdrawing."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from storage.tables import Person
from tests.wire.town import JPEG, PERMIT, Town, code_in, everything_said

_CONVERSATIONS = select(col(Person.conversation))
OTHER = "Doanh nghiệp tôi xin gia hạn nộp thuế giá trị gia tăng quý 3"

# Many cases in one chat


def two_cases(town: Town) -> tuple[str, str]:
    """Lan has a case at construction and one at tax."""
    first = town.files()
    town.lan.says(OTHER)
    town.lan.waits_for("việc mới, hay bổ sung")
    town.lan.taps("Việc mới")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi, nêu tên")
    second = code_in(town.lan.waits_for("Đã tiếp nhận"))
    town.card(first)
    town.card(second, town.tax)
    return first, second


def test_a_reply_to_a_message_of_a_case_belongs_to_it(town: Town) -> None:
    first = town.files()
    receipt = town.lan.bot_messages[-1]
    town.lan.replies(receipt, "Tôi gửi thêm số hồ sơ: 88/2026")
    town.lan.waits_for(f"bổ sung của vụ việc #{first}")
    assert "88/2026" in town.construction.waits_for("doanh nghiệp bổ sung").text


def test_a_code_in_the_text_belongs_to_that_case(town: Town) -> None:
    first, second = two_cases(town)
    town.lan.says(f"Về {second.lower()}: tôi đã nộp đơn ngày 20/11")
    town.lan.waits_for(f"bổ sung của vụ việc #{second}")
    assert "20/11" in town.tax.waits_for("doanh nghiệp bổ sung").text
    town.lan.says(f"#{first}")
    town.lan.waits_for(f"📌 #{first} · Mới, chờ nhận việc")
    assert "20/11" not in everything_said(town.construction)


def test_words_without_a_case_are_asked_about_once_and_wait(town: Town) -> None:
    first, second = two_cases(town)
    town.lan.says("Tôi gửi thêm giấy tờ")
    question = town.lan.waits_for("việc mới, hay bổ sung")
    assert [label.split()[0] for label in question.labels] == ["➕", f"#{second}", f"#{first}"]
    town.lan.sends_album([JPEG + b"1", JPEG + b"2"])
    town.lan.waits_for("Đã nhận thêm")
    town.lan.taps(f"#{first}")
    town.lan.waits_for(f"bổ sung của vụ việc #{first}")
    town.construction.waits_for("Tôi gửi thêm giấy tờ")
    town.is_quiet()
    assert sum("photo" in message.payload for message in town.construction.bot_messages) == 2
    assert town.counts(town.lan, "Nội dung này là việc mới") == 2  # once for the second filing, once here


@pytest.mark.parametrize("said", ["1", "việc mới", "viec moi"])
def test_where_words_belong_can_be_typed(town: Town, said: str) -> None:
    town.files()
    town.lan.says(OTHER)
    town.lan.waits_for("việc mới, hay bổ sung")
    town.lan.says(said)
    assert OTHER in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_denunciation_is_not_kept_while_it_is_asked_where_words_belong(town: Town) -> None:
    town.files()
    town.lan.says("Tôi tố cáo ông Nguyễn Văn X nhận hối lộ 50 triệu của doanh nghiệp tôi")
    town.lan.waits_for("giống một tố cáo")
    town.lan.says(OTHER)
    town.lan.waits_for("việc mới, hay bổ sung")
    asked = len(town.lan.bot_messages)
    town.lan.says("Tôi tố cáo bà Trần Thị Y nhận hối lộ 70 triệu của doanh nghiệp tôi")
    town.is_quiet()
    assert "giống một tố cáo" in town.lan.bot_messages[asked].text
    assert "hối lộ" not in str(town.product.call(lambda tx: tx.rows(_CONVERSATIONS)))
    town.lan.taps("Việc mới")
    assert "hối lộ" not in town.lan.waits_for("xem lại trước khi gửi").text


def test_where_words_belong_can_be_said_by_the_code(town: Town) -> None:
    first, _second = two_cases(town)
    town.lan.says("Tôi gửi thêm giấy tờ")
    town.lan.waits_for("việc mới, hay bổ sung")
    town.lan.says(f"#{first}")
    town.lan.waits_for(f"bổ sung của vụ việc #{first}")
    assert town.construction.waits_for("Tôi gửi thêm giấy tờ").text.count(first) == 1


def test_an_edit_of_words_that_wait_changes_them(town: Town) -> None:
    code = town.files()
    sent = town.lan.says("Số hồ sơ 88")
    town.lan.waits_for("việc mới, hay bổ sung")
    town.lan.edits(sent, "Số hồ sơ 89")
    town.lan.taps(f"#{code}")
    town.construction.waits_for("Số hồ sơ 89")


# Later additions


def test_later_photos_reach_the_officers_as_one_album(town: Town) -> None:
    town.files()
    receipt = town.lan.bot_messages[-1]
    town.lan.sends_album([JPEG + bytes([number]) for number in range(4)], "Ảnh hiện trường", reply_to=receipt)
    assert town.construction.waits_for("Ảnh hiện trường")
    town.is_quiet()
    shown = [message for message in town.construction.bot_messages if "photo" in message.payload]
    assert len(shown) == 4
    assert len({message.payload["media_group_id"] for message in shown}) == 1
    assert town.counts(town.construction, "doanh nghiệp bổ sung") == 1
    assert town.counts(town.lan, "Đã chuyển phần bổ sung") == 1


def test_an_edit_of_the_filing_is_shown_to_the_officers_and_on_the_card(town: Town) -> None:
    town.meets(town.lan)
    sent = town.lan.says(f"{PERMIT}, số 88")
    town.lan.waits_for("xem lại")
    town.lan.taps("Gửi, nêu tên")
    card = town.card(code_in(town.lan.waits_for("Đã tiếp nhận")))
    town.lan.edits(sent, f"{PERMIT}, số 89")
    town.construction.waits_for("doanh nghiệp sửa nội dung")
    card.waits_for_edit("số 89")


def test_an_edit_of_an_addition_reaches_the_officers(town: Town) -> None:
    town.files()
    added = town.lan.replies(town.lan.bot_messages[-1], "Gọi tôi số 0912000111")
    town.construction.waits_for("0912000111")
    town.lan.edits(added, "Gọi tôi số 0912000222")
    assert "0912000222" in town.construction.waits_for("doanh nghiệp sửa nội dung").text


def test_the_button_add_takes_the_next_message(town: Town) -> None:
    code = town.files()
    town.lan.says("/tracuu")
    town.lan.taps("Bổ sung")
    town.lan.waits_for("gửi nội dung, ảnh hoặc tài liệu")
    town.lan.sends_sticker()
    town.lan.waits_for("chưa đọc được")
    town.lan.says("Số hồ sơ 88")
    town.lan.waits_for(f"bổ sung của vụ việc #{code}")
    town.construction.waits_for("Số hồ sơ 88")


def test_words_for_a_closed_case_are_kept_and_the_way_back_is_shown(town: Town) -> None:
    code, _card, answer = town.answered()
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")
    town.lan.replies(answer, "Nhưng tôi chưa nhận được bản giấy")
    closed = town.lan.waits_for(f"#{code} đã kết thúc")
    town.construction.waits_for("chưa nhận được bản giấy")
    town.lan.taps("Chưa giải quyết", on=closed)
    town.lan.waits_for("còn vướng ở đâu")


# Looking up


def test_vuviec_lists_own_cases_and_a_tap_shows_one(town: Town) -> None:
    first, second = two_cases(town)
    town.lan.says("/vuviec")
    listed = town.lan.waits_for("2 vụ việc gần đây")
    assert first in listed.text
    assert second in listed.text
    town.lan.taps(f"#{first}", on=listed)
    shown = town.lan.waits_for(f"📌 #{first}")
    assert "Cơ quan đang giải quyết: Sở Xây dựng" in shown.text
    assert "Hạn trả lời" in shown.text


def test_tracuu_tells_what_happened_but_nothing_internal(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.taps("Nhận việc", in_=town.construction)
    town.minh.replies(card, "/noibo Doanh nghiệp này hay kêu ca")
    town.minh.replies(card, "/gui Chúng tôi đang xem")
    town.lan.waits_for("Chúng tôi đang xem")
    town.lan.says(f"/tracuu {code.lower()}")
    shown = town.lan.waits_for(f"📌 #{code} · Đang giải quyết").text
    for part in ("Ông/Bà gửi vụ việc", "cán bộ nhận việc", "cơ quan nhắn Ông/Bà"):
        assert part in shown
    assert "ghi chú" not in shown
    town.is_quiet()
    assert "kêu ca" not in town.lan.transcript()


def test_somebody_elses_code_is_refused_like_one_that_does_not_exist(town: Town) -> None:
    code = town.files()
    town.meets(town.mai, "Công ty Mai Hoa")
    answers = []
    for asked in (code, "LS26-09999"):
        for command in ("/tracuu", "/rut"):
            town.mai.says(f"{command} #{asked}")
            answers.append(town.mai.waits_for("Không tìm thấy").text)
    assert len(set(answers)) == 1
    town.mai.says(f"#{code} của tôi sao rồi, xin trả lời giúp")
    town.mai.waits_for("xem lại trước khi gửi")


# Withdrawing


def test_a_case_is_withdrawn_after_a_second_tap(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.lan.says("/rut")
    town.lan.waits_for(f"rút vụ việc #{code}")
    town.lan.taps("Không rút")
    town.lan.waits_for("vẫn được tiếp tục")
    town.lan.says(f"/rut #{code}")
    town.lan.waits_for(f"rút vụ việc #{code}")
    town.lan.says("1")
    town.lan.waits_for(f"Đã rút vụ việc #{code}")
    town.construction.waits_for("doanh nghiệp đã rút")
    card.waits_for_edit("Đã rút")
    town.lan.says(f"/rut #{code}")
    town.lan.waits_for("đang ở trạng thái “Đã rút”")


# The word on an answer


@pytest.mark.parametrize(
    ("said", "outcome"), [("1", "đã giải quyết"), ("2", "giải quyết một phần"), ("Xong rồi", "đã giải quyết")]
)
def test_a_verdict_can_be_typed(town: Town, said: str, outcome: str) -> None:
    _code, card, _answer = town.answered()
    town.lan.says(said)
    town.lan.waits_for("đánh giá việc giải quyết")
    town.lan.says("4")
    town.lan.waits_for("đã chấm 4 sao")
    card.waits_for_edit(f"{outcome} · 4/5 sao")


def test_a_partly_solved_case_is_closed_as_such(town: Town) -> None:
    _code, card, _answer = town.answered()
    town.lan.taps("Giải quyết một phần")
    town.lan.waits_for("đánh giá việc giải quyết")
    card.waits_for_edit("giải quyết một phần")


@pytest.mark.parametrize("said", ["Cảm ơn", "ok cảm ơn", "Dạ", "👍 cảm ơn"])
def test_a_mere_thanks_changes_nothing(town: Town, said: str) -> None:
    code, _card, answer = town.answered()
    town.lan.says(said)
    town.lan.waits_for("Rất hân hạnh")
    town.lan.replies(answer, said)
    town.lan.waits_for("Rất hân hạnh")
    town.lan.says(f"/tracuu #{code}")
    town.lan.waits_for("Đã trả lời, chờ xác nhận")
    assert "cảm ơn" not in everything_said(town.construction).lower()


def test_thanks_instead_of_what_is_missing_is_no_appeal(town: Town) -> None:
    town.answered()
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.says("cảm ơn")
    town.lan.waits_for("Rất hân hạnh")
    town.lan.says("Giấy phép sai tên đường")
    town.lan.waits_for("Đã mở lại")


def test_an_appeal_brings_its_photos_along(town: Town) -> None:
    town.answered()
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.sends_album([JPEG + b"1", JPEG + b"2"], "Giấy phép sai tên đường")
    town.lan.waits_for("Đã mở lại")
    town.construction.waits_for("Giấy phép sai tên đường")
    town.task_group.waits_for("Giấy phép sai tên đường")
    town.is_quiet()
    for group in (town.construction, town.task_group):
        assert sum("photo" in message.payload for message in group.bot_messages) == 2
    assert town.counts(town.lan, "việc mới, hay bổ sung") == 0


def test_an_empty_appeal_is_asked_for_its_words(town: Town) -> None:
    town.answered()
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.sends_sticker()
    town.lan.waits_for("chưa đọc được")
    town.lan.says("1")
    town.lan.waits_for("Đã mở lại")


def test_a_reply_to_another_case_is_no_appeal_and_no_comment(town: Town) -> None:
    first, second = two_cases(town)
    town.binh.replies(town.tax.bot_messages[-1], "/hoi Mã số thuế nào?")
    question = town.lan.waits_for("Mã số thuế nào?")
    town.minh.replies(town.construction.bot_messages[-1], "/traloi Đã xong, mời nhận")
    answer = town.lan.waits_for("Đã xong, mời nhận")
    town.lan.taps("Chưa giải quyết", on=answer)
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.replies(question, "4900001236")
    town.lan.waits_for(f"trả lời của Ông/Bà về vụ việc #{second}")
    town.lan.says("Giấy phép sai tên đường")
    town.lan.waits_for(f"Đã mở lại vụ việc #{first}")


def test_silence_is_reminded_of_once_and_closes_as_not_confirmed(town: Town) -> None:
    code, card, _answer = town.answered()
    town.days_pass(10)
    town.lan.waits_for("đang chờ ý kiến")
    town.lan.waits_for("được ghi là “chưa xác nhận”")
    card.waits_for_edit("chưa xác nhận")
    town.is_quiet()
    assert town.counts(town.lan, "đang chờ ý kiến") == 1
    town.lan.says(f"/tracuu #{code}")
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("còn vướng ở đâu")


def test_after_ten_days_a_closed_case_stays_closed(town: Town) -> None:
    code, _card, answer = town.answered()
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")
    town.days_pass(13)  # the tenth day is a Saturday, so the window ends on Monday
    assert "Thời gian mở lại" in town.lan.taps("Chưa giải quyết", on=answer)
    town.lan.replies(answer, "Chưa giải quyết")
    closed = town.lan.waits_for(f"#{code} đã kết thúc. Phần vừa gửi")
    assert closed.labels == ["📄 Biên nhận", "➕ Việc mới"]  # no way back, but a way on
    town.lan.taps("Việc mới", on=closed)
    assert f"(#{code}) Chưa giải quyết" in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_declined_matter_can_be_contested(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/tuchoi Việc này thuộc Cục Đường bộ, xin gửi tới đó")
    declined = town.lan.waits_for("Cục Đường bộ")
    card.waits_for_edit("Từ chối, có hướng dẫn")
    town.lan.taps("Không đồng ý", on=declined)
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.says("Cục Đường bộ bảo là của Sở")
    town.task_group.waits_for("Cục Đường bộ bảo là của Sở")


def test_stars_are_optional_and_a_later_matter_is_no_comment(town: Town) -> None:
    town.answered()
    town.lan.taps("Đã giải quyết")
    town.lan.waits_for("đánh giá việc giải quyết")
    town.lan.says(OTHER)
    assert OTHER in town.lan.waits_for("xem lại trước khi gửi").text


def test_after_half_an_hour_words_are_no_comment_any_more(town: Town) -> None:
    town.answered()
    town.lan.taps("Đã giải quyết")
    town.lan.taps("★★★")
    town.lan.waits_for("góp ý thêm")
    town.days_pass(1 / 24)
    town.lan.says(OTHER)
    assert OTHER in town.lan.waits_for("xem lại trước khi gửi").text


@pytest.mark.parametrize("how", ["by its code", "by the button"])
def test_a_complaint_about_officials_added_to_a_case_is_first_asked_about(town: Town, how: str) -> None:
    code = town.files()
    town.card(code)
    complaint = f"#{code} Cán bộ thụ lý gợi ý phải đưa phong bì 5 triệu mới ký"
    if how == "by the button":
        town.lan.says(f"/tracuu #{code}")
        town.lan.taps("Bổ sung")
        town.lan.waits_for("bổ sung")
        town.lan.says(complaint.removeprefix(f"#{code} "))
    else:
        town.lan.says(complaint)
    town.lan.waits_for("nói về cách làm việc của cán bộ")
    town.is_quiet()
    assert town.counts(town.construction, "phong bì") == 0
    town.lan.taps("Việc mới")
    assert "Thanh tra" in town.lan.waits_for("xem lại trước khi gửi").words
    town.lan.taps("Bỏ")
    town.lan.says(complaint)
    town.lan.taps(f"#{code}")
    town.construction.waits_for("phong bì")


def test_words_that_come_too_late_to_reopen_a_case_are_a_new_matter_and_nobody_is_stuck(town: Town) -> None:
    code, _card, answer = town.answered()
    town.lan.taps("Chưa giải quyết", on=answer)
    town.lan.waits_for("còn vướng ở đâu")
    town.days_pass(8)  # nobody says anything: it ends as not confirmed, and could come back for ten days
    town.days_pass(12)
    town.lan.says("Hồ sơ xin giấy phép xây dựng nhà kho của tôi nộp ba tháng chưa có kết quả")
    assert code in town.lan.waits_for("Thời gian mở lại").text
    assert "nhà kho" in town.lan.waits_for("xem lại trước khi gửi").text
    town.lan.taps("Gửi, nêu tên")
    town.construction.waits_for("nhà kho")
