"""People answer in their own words: politely, in a hurry, in three languages; none of it becomes the text of a case."""

from __future__ import annotations

import pytest

from domain.case.case import Case, Outcome, State
from storage import cases
from tests.wire.town import PERMIT, Town, code_in


def case_of(town: Town, code: str) -> Case:
    found = town.product.call(lambda tx: cases.by_code(tx, code))
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["Chào anh chị", "alo", "Hello!", "你好"])
def test_a_greeting_is_greeted_back_and_begins_no_draft(town: Town, text: str) -> None:
    town.meets(town.lan)
    town.lan.says(text)
    town.lan.waits_for("Kính chào Ông/Bà")
    assert town.counts(town.lan, "xem lại trước khi gửi") == 0
    town.lan.says(PERMIT)
    assert text not in town.lan.waits_for("xem lại trước khi gửi").words


@pytest.mark.parametrize("text", ["gửi giấu tên giúp em ạ", "Giấu tên rồi gửi nhé"])
def test_words_under_the_summary_are_the_choice_they_name(town: Town, text: str) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.says(text)
    code = code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))
    assert case_of(town, code).tier == "hidden"
    assert case_of(town, code).text == PERMIT


@pytest.mark.parametrize("text", ["không biết ạ", "dung gui", "dạ được rồi nhưng chưa"])
def test_what_is_not_sure_is_asked_about_and_never_becomes_the_text(town: Town, text: str) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.says(text)
    town.lan.waits_for("chưa gửi và chưa thêm gì")
    town.lan.taps("Gửi, nêu tên")
    assert case_of(town, code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))).text == PERMIT


def test_a_polite_no_is_an_appeal_and_a_polite_yes_closes(town: Town) -> None:
    code, _, _ = town.answered()
    town.lan.says("Dạ chưa ạ")
    town.lan.waits_for("còn vướng")
    town.lan.says("Giấy phép vẫn thiếu trang phụ lục")
    town.is_quiet()
    assert case_of(town, code).state is State.REOPENED
    town.minh.replies(town.card(code), "/traloi Sở đã bổ sung phụ lục")
    town.lan.waits_for("bổ sung phụ lục")
    town.lan.says("Rồi ạ, em cảm ơn")
    town.is_quiet()
    assert case_of(town, code).outcome is Outcome.SOLVED


@pytest.mark.parametrize("text", ["xong chưa?", "vâng ạ, gửi"])
def test_an_unclear_word_on_an_answer_brings_the_question_back(town: Town, text: str) -> None:
    code, _, _ = town.answered()
    town.lan.says(text)
    town.is_quiet()
    assert case_of(town, code).state is State.ANSWERED
    town.lan.waits_for("chưa rõ ý")
    assert town.counts(town.lan, "xem lại trước khi gửi") == 0, "the one there was says that it was sent"
    assert town.counts(town.lan, "Đã gửi: #") == 1


def test_a_yes_to_an_officers_question_is_its_answer(town: Town) -> None:
    code = town.files()
    town.minh.replies(town.card(code), "/hoi Công ty đã nộp bản vẽ hoàn công chưa?")
    town.lan.waits_for("bản vẽ hoàn công")
    town.lan.says("vâng ạ")
    town.construction.waits_for("vâng ạ")
    town.is_quiet()
    assert case_of(town, code).state is not State.ASKED


def test_thanks_to_an_officers_question_does_not_start_the_clock_again(town: Town) -> None:
    code = town.files()
    town.minh.replies(town.card(code), "/hoi Công ty đã nộp bản vẽ hoàn công chưa?")
    town.lan.waits_for("bản vẽ hoàn công")
    town.lan.says("cảm ơn ạ")
    town.lan.waits_for("hân hạnh")
    town.is_quiet()
    assert case_of(town, code).state is State.ASKED


def test_a_plain_text_answers_the_one_question_and_may_become_a_matter_of_its_own(town: Town) -> None:
    code = town.files()
    town.minh.replies(town.card(code), "/hoi Công ty đã nộp bản vẽ hoàn công chưa?")
    town.lan.waits_for("bản vẽ hoàn công")
    town.lan.says("Bản vẽ hoàn công đã nộp từ tuần trước tại bộ phận một cửa")
    receipt = town.lan.waits_for("Đã chuyển trả lời")
    town.construction.waits_for("nộp từ tuần trước")
    town.lan.taps("Việc mới", on=receipt)
    assert "nộp từ tuần trước" in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_data_request_amid_a_draft_is_a_matter_of_its_own_and_the_draft_stays_as_it_was(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.says("Yêu cầu về dữ liệu cá nhân: xin xóa dữ liệu của tôi")
    request = town.lan.waits_for("xin xóa dữ liệu")
    assert PERMIT not in request.text
    town.lan.taps("Gửi, nêu tên", on=request)
    asked = code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))
    town.is_quiet()
    town.lan.says("gửi")
    town.is_quiet()
    assert case_of(town, asked).text == "Yêu cầu về dữ liệu cá nhân: xin xóa dữ liệu của tôi"
    assert case_of(town, f"LS26-{int(asked[5:]) + 1:05d}").text == PERMIT


def test_a_second_message_while_the_firm_is_asked_for_is_more_of_the_matter(town: Town) -> None:
    town.lan.starts()
    town.lan.taps("đồng ý")
    town.lan.says(PERMIT)
    town.lan.waits_for("đại diện cho doanh nghiệp nào")
    town.lan.says("Đến nay vẫn chưa có kết quả, tôi đã hỏi ba lần")
    town.lan.says("Tầng 2 chợ Đông Kinh")
    town.lan.taps("Nội dung viết thêm", on=town.lan.waits_for("hay là nội dung viết thêm"))
    town.is_quiet()
    town.lan.says("Công ty Lan Anh, 4900 001 236")
    summary = town.lan.waits_for("xem lại trước khi gửi").text
    for part in ("đã hỏi ba lần", "chợ Đông Kinh", "Công ty Lan Anh (MST 4900001236)"):
        assert part in summary


def test_a_name_typed_with_a_wrong_code_is_kept_for_the_right_one(town: Town) -> None:
    town.lan.starts()
    town.lan.taps("đồng ý")
    town.lan.says(PERMIT)
    town.lan.waits_for("đại diện cho doanh nghiệp nào")
    town.lan.says("Công ty Lan Anh, MST 4900001237")
    town.lan.waits_for("số thứ mười là 6")
    town.lan.says("4900001236")
    assert "Công ty Lan Anh (MST 4900001236)" in town.lan.waits_for("xem lại trước khi gửi").text


def test_a_draft_has_one_summary_and_later_messages_bring_it_up_to_date(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.says("Hồ sơ giấy phép xây dựng đó nộp ngày 3/9")
    town.is_quiet()
    town.lan.waits_for("nộp ngày 3/9")
    assert town.counts(town.lan, "xem lại trước khi gửi") == 1
    town.lan.says("gửi")
    assert "nộp ngày 3/9" in case_of(town, code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))).text


def test_a_greeting_before_the_consent_is_no_part_of_the_matter(town: Town) -> None:
    town.lan.says("Chào anh chị")
    town.lan.waits_for("Ông/Bà có đồng ý")
    town.lan.says(PERMIT)
    town.lan.waits_for("Ông/Bà có đồng ý")
    town.lan.taps("đồng ý")
    town.lan.waits_for("đại diện")
    town.lan.says("bỏ qua")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi, nêu tên")
    assert case_of(town, code_in(town.lan.waits_for("Đã tiếp nhận vụ việc"))).text == PERMIT
