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
    assert town.counts(town.lan, "xem lại trước khi gửi") == 1


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
