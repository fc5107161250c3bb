"""What counts as the same matter, what a case is found by, and that an old name finds the new one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.case.case import Tier
from domain.province.catalogue import Catalogue
from domain.routing import terms as similar
from domain.routing.examples import Example
from domain.routing.terms import ANSWERED, Names, Rarity, are_alike, query, terms, words_of
from tests.cast import NOW, answered, filed

QUESTION = "Hồ sơ cấp giấy phép xây dựng nhà xưởng quá hạn thì hỏi ở đâu?"


@pytest.fixture(scope="module")
def rarity(labelled: tuple[Example, ...]) -> Rarity:
    return Rarity(each.text for each in labelled)


@pytest.fixture(scope="module")
def names(lang_son: Catalogue) -> Names:
    return Names(lang_son)


# Terms


def test_terms_are_words_and_pairs_without_diacritics() -> None:
    assert terms("Giấy phép, XÂY dựng!") == ["giay", "phep", "giay_phep", "xay", "phep_xay", "dung", "xay_dung"]


def test_chinese_is_read_by_pairs_of_characters_and_joins_no_word() -> None:
    assert terms("许可证 ok 税") == ["许可", "可证", "ok", "税"]


def test_a_code_is_a_term() -> None:
    assert "ls26_00012" in terms("về vụ #LS26-00012")


@given(st.text(max_size=300))
def test_whatever_is_typed_a_term_has_only_harmless_letters(text: str) -> None:
    for each in terms(text):
        assert not each.startswith("_")
        assert all(letter.isalnum() or letter == "_" for letter in each)


def test_of_a_long_text_the_beginning_is_read_and_of_a_long_word_too() -> None:
    assert max(map(len, terms("x" * 10_000))) == similar.LONGEST_WORD
    assert "cuoi" not in terms("đầu " * 5000 + "cuối")


# What a case is found by


def test_a_case_is_found_by_text_answer_topic_and_code() -> None:
    words = words_of(answered()).split()
    assert {"ls26_00001", "giay_phep", "hai_thang", "da_cap", "_so-xay-dung", ANSWERED} <= set(words)
    assert ANSWERED not in words_of(filed().case).split()


def test_a_hidden_author_is_not_found_by_name() -> None:
    case = filed(text="Tôi là Lan, Công ty Lan Anh, gọi 0912 345 678").case
    assert "lan_anh" in words_of(case)
    hidden = words_of(replace(case, tier=Tier.HIDDEN, answered_at=NOW, answer="Gửi Công ty Lan Anh"))
    assert "lan_anh" not in hidden
    assert "0912" not in hidden


# Names


@pytest.mark.parametrize("said", ["sở kế hoạch và đầu tư", "so ke hoach va dau tu", "Sở KH&ĐT", "计划投资厅"])
def test_an_old_name_finds_what_speaks_of_the_new_one(said: str, names: Names, rarity: Rarity) -> None:
    new = set(terms("Sở Tài chính chưa trả lời hồ sơ của tôi"))
    assert query(said, rarity, names).score(new) > query(said, rarity).score(new)


def test_a_new_name_finds_what_speaks_of_the_old_one(names: Names, rarity: Rarity) -> None:
    assert query("Sở Tài chính", rarity, names).score(set(terms("sở kế hoạch và đầu tư"))) > 1


def test_the_words_themselves_weigh_more_than_another_name(names: Names, rarity: Rarity) -> None:
    asked = query("sở kế hoạch và đầu tư", rarity, names)
    assert asked.score(set(terms("Sở Kế hoạch và Đầu tư"))) > asked.score(set(terms("Sở Tài chính")))


def test_what_names_nobody_gets_no_other_words(names: Names, rarity: Rarity) -> None:
    assert query("giấy phép xây dựng", rarity, names) == query("giấy phép xây dựng", rarity)


def test_those_that_say_most_come_first(rarity: Rarity) -> None:
    asked = query("tôi xin cấp giấy phép bọ cánh cứng", rarity)
    assert list(asked.weights.values()) == sorted(asked.weights.values(), reverse=True)
    assert asked.weights["canh_cung"] > asked.weights["giay_phep"] > asked.weights["toi"]


# The same matter


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả",
        "Công ty tôi xin giấy phép xây dựng nhà xưởng đã quá hạn trả kết quả mà chưa được cấp",
        "ho so cap giay phep xay dung nha xuong qua han 1 thang roi",
    ],
)
def test_the_same_matter_in_other_words_is_alike(text: str, rarity: Rarity) -> None:
    assert are_alike(text, QUESTION, rarity)
    assert are_alike(QUESTION, text, rarity)


@pytest.mark.parametrize(
    "text",
    [
        "Xe hàng của tôi nằm chờ ở bãi cửa khẩu Tân Thanh bốn ngày chưa được vào lượt.",
        "Hồ sơ đăng ký biến động đất đai của công ty tôi nộp 2 tháng chưa có kết quả",
        "Giấy phép kinh doanh vận tải hết hạn, xin cấp lại phù hiệu xe",
        "xin chào",
        "",
    ],
)
def test_another_matter_is_not_alike_however_politely_it_is_written(text: str, rarity: Rarity) -> None:
    assert not are_alike(text, QUESTION, rarity)


def test_few_labelled_examples_are_taken_for_alike(rarity: Rarity, labelled: tuple[Example, ...]) -> None:
    """They were written to be different; this would rise if common words began to count."""
    alike = sum(are_alike(each.text, QUESTION, rarity) for each in labelled)
    assert alike <= len(labelled) / 100
