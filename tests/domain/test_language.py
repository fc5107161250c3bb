"""The language of short chat messages: nothing but words of another language changes it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import detect, fold
from domain.routing.examples import Example

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "language.jsonl"
LAN_WRITES = [
    ("Công ty tôi chưa được hoàn thuế", "vi"),
    ("cong ty toi chua duoc hoan thue", "vi"),
    ("KHONG CO DIEN", "vi"),
    ("wifi cham qua", "vi"),
    ("e oi xe ket o cua khau 3 ngay r", "vi"),
    ("container bi giu o cua khau", "vi"),
    ("Xin C/O form E online mà web lỗi, check giúp em", "vi"),
    ("Công ty 广西贸易 bị giữ hàng ở cửa khẩu ba ngày nay rồi", "vi"),
    ("Our company in Lạng Sơn can't get its goods out at Hữu Nghị", "en"),
    ("trucks stuck at Tan Thanh", "en"),
    ("How to use Gỡ Vướng", "en"),
    ("Do not want to pay", "en"),
    ("invoice online error, please help", "en"),
    ("请问C/O form E怎么办理", "zh"),
    ("同登 Đồng Đăng 口岸堵车三天了", "zh"),
    ("營業執照還沒有批下來", "zh"),
    ("招商手册上的工资还是2021年的数字", "zh"),
    ("them mot may soi o chi ma", "vi"),
]


@pytest.mark.parametrize(("text", "language"), LAN_WRITES)
def test_lan_is_understood_without_having_said_which_language_she_speaks(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("text", "language"), LAN_WRITES)
@pytest.mark.parametrize("earlier", ["vi", "en", "zh"])
def test_three_clear_words_change_the_language_whatever_was_spoken_before(
    text: str, language: str, earlier: str
) -> None:
    assert detect(text, earlier) == language


@pytest.mark.parametrize("earlier", ["vi", "en", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "4900001236-001",
        "#LS26-00123",
        "/vuviec",
        "😀👍",
        "?!",
        "ok",
        "alo",
        "C/O form E",
        "https://langson.gov.vn/a",
        "a@b.vn",
        "0912 345 678",
        "29C-123.45",
        "@minh",
        "Vietcombank",
        "no",
    ],
)
def test_codes_numbers_emoji_and_single_words_change_nothing(text: str, earlier: str) -> None:
    assert detect(text, earlier) == earlier


@pytest.mark.parametrize("text", ["", "123", "alo", "dm", "😀", "c/o"])
def test_who_says_nothing_clear_at_first_is_taken_for_vietnamese(text: str) -> None:
    assert detect(text) == "vi"


def test_two_words_with_vietnamese_marks_are_enough() -> None:
    assert detect("cảm ơn", "en") == "vi"
    assert detect("Hoàn thuế", "zh") == "vi"


def test_chinese_is_known_by_two_characters() -> None:
    assert detect("你好", "vi") == "zh"
    assert detect("退税", "en") == "zh"


def test_the_labelled_examples_are_known_with_and_without_their_diacritics(labelled: tuple[Example, ...]) -> None:
    languages = {"english": "en", "chinese": "zh"}
    wrong = [each.text for each in labelled if detect(each.text) != languages.get(each.style, "vi")]
    wrong += [each.text for each in labelled if each.style not in languages and detect(fold(each.text)) != "vi"]
    assert wrong == []


def test_folding_makes_what_is_typed_in_a_hurry_alike() -> None:
    assert fold("Đường ĐỒNG ĐĂNG — Thuế, Ｃ/Ｏ") == "duong dong dang — thue, c/o"
    assert fold(unicodedata.normalize("NFD", "Lạng Sơn")) == "lang son"
    assert fold("谅山 2026") == "谅山 2026"
    assert fold("產地證") == fold("产地证")


def test_every_class_of_the_benchmark_is_known_in_at_least_99_of_100_texts() -> None:
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    right: dict[str, list[bool]] = {}
    for row in rows:
        right.setdefault(row["class"], []).append(detect(row["text"], row.get("earlier")) == row["language"])
    assert len(right) == 7
    assert all(sum(own) / len(own) >= 0.99 for own in right.values())


@given(st.text(max_size=200), st.sampled_from([None, "vi", "en", "zh", "fr"]))
def test_any_text_has_a_language_and_always_the_same(text: str, earlier: str | None) -> None:
    assert detect(text, earlier) in {"vi", "en", "zh"}
    assert detect(text, earlier) == detect(text, earlier)


@given(st.text(alphabet=st.characters(max_codepoint=0x1EFF), max_size=100))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
