"""Every choice can be typed: by its number, by its label, by the words people use in three languages."""

from __future__ import annotations

import pytest

from handlers.typed import choice, is_thanks, outcome, return_code, without_return_code, word

CONSENT = [("p:agree", "Tôi đồng ý"), ("p:refuse", "Không, cảm ơn")]
SUMMARY = [
    ("d:send:open", "Gửi"),
    ("d:send:hidden", "Gửi, giấu tên với cơ quan"),
    ("d:send:anonymous", "Gửi ẩn danh"),
    ("d:change", "Sửa"),
    ("d:drop", "Bỏ"),
]
EXPLAINED = [("d:anonymous", "Gửi ẩn danh ngay"), ("d:back", "Quay lại")]
CASES = [("b:new", "Việc mới"), ("b:to:7", "#LS26-00007"), ("b:to:8", "#LS26-00008")]


@pytest.mark.parametrize(
    ("text", "offered", "data"),
    [
        ("1", CONSENT, "p:agree"),
        ("2.", CONSENT, "p:refuse"),
        ("１", CONSENT, "p:agree"),
        ("Đồng ý", CONSENT, "p:agree"),
        ("dong y!", CONSENT, "p:agree"),
        ("I agree", CONSENT, "p:agree"),
        ("同意。", CONSENT, "p:agree"),
        ("Không", CONSENT, "p:refuse"),
        ("No", CONSENT, "p:refuse"),
        ("不同意", CONSENT, "p:refuse"),
        ("Tôi đồng ý", CONSENT, "p:agree"),
        ("gửi", SUMMARY, "d:send:open"),
        ("SEND", SUMMARY, "d:send:open"),
        ("发送", SUMMARY, "d:send:open"),
        ("giấu tên", SUMMARY, "d:send:hidden"),
        ("隐名", SUMMARY, "d:send:hidden"),
        ("ẩn danh", SUMMARY, "d:send:anonymous"),
        ("an danh", SUMMARY, "d:send:anonymous"),
        ("Anonymous", SUMMARY, "d:send:anonymous"),
        ("匿名", SUMMARY, "d:send:anonymous"),
        ("匿名", EXPLAINED, "d:anonymous"),
        ("gửi", EXPLAINED, "d:anonymous"),
        ("ok", EXPLAINED, "d:anonymous"),
        ("发送", EXPLAINED, "d:anonymous"),
        ("Send anonymously", EXPLAINED, "d:anonymous"),
        ("quay lại", EXPLAINED, "d:back"),
        ("4", SUMMARY, "d:change"),
        ("sửa", SUMMARY, "d:change"),
        ("取消", SUMMARY, "d:drop"),
        ("việc mới", CASES, "b:new"),
        ("#LS26-00008", CASES, "b:to:8"),
        ("ls26-00007", CASES, "b:to:7"),
    ],
)
def test_a_typed_choice_means_its_button(text: str, offered: list[tuple[str, str]], data: str) -> None:
    assert choice(text, offered) == data


@pytest.mark.parametrize("text", ["gửi", "ok", "đồng ý", "send", "提交", "vâng"])
def test_a_yes_to_what_anonymous_means_never_sends_with_the_name(text: str) -> None:
    assert word(text, "d:send:open")
    assert word(text, "d:anonymous")


CODE = "AB7K-9QXM-PDR4-HJ2T"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f" {CODE.lower()} ",
        "ab7k 9qxm pdr4 hj2t",
        "AB7K9QXMPDR4HJ2T",
        f"{CODE}.",
        f"“{CODE}”",
        "AB7K–9QXM–PDR4–HJ2T",
        "AB7K — 9QXM — PDR4 — HJ2T",
        "AB7K\u00a09QXM\u00a0PDR4\u00a0HJ2T",
        "AB7K\u20119QXM\u2011PDR4\u2011HJ2T",
        "AB7K\u200b-9QXM-PDR4-HJ2T",
        "ＡＢ７Ｋ－９ＱＸＭ－ＰＤＲ４－ＨＪ２Ｔ",
        "AB7K. 9QXM. PDR4. HJ2T",
        "AB7K/9QXM/PDR4/HJ2T",
        "AB7K-9QXM-\nPDR4-HJ2T",
        f"Mã của tôi là {CODE}",
        "mã của tôi là ab7k 9qxm pdr4 hj2t ạ",
        f"My code is {CODE}, thank you",
        f"我的码是{CODE}。",
        f"{CODE} xin rút",
        f"/tracuu {CODE}",
    ],
)
def test_a_return_code_is_understood_whatever_stands_in_it_and_around_it(text: str) -> None:
    assert return_code(text) == CODE
    assert not any(group.lower() in without_return_code(text).lower() for group in CODE.split("-"))


@pytest.mark.parametrize(
    "text",
    [
        "thue dang cham tra",
        "nop tien rồi mà thue dang cham tra",
        "bị lừa cọc hang tren mang 45tr",
        "AB7K-9QXM-PDR4",
        "4532 9988 7766 5544",
        "LS26-00012",
        "STK 2345 6789 2345 6789",
        "Hồ sơ nộp 2345 ngày 23/4/2026",
        "",
    ],
)
def test_other_words_and_numbers_are_no_return_code(text: str) -> None:
    assert return_code(text) == ""
    assert without_return_code(text) == text


def test_a_return_code_of_letters_alone_is_known_by_its_hyphens() -> None:
    assert return_code("ABCD-EFGH-JKLM-NPQR") == "ABCD-EFGH-JKLM-NPQR"


@pytest.mark.parametrize(
    "text", ["0", "3", "-1", "99999999999999999999", "", " ", "đồng ý một phần", "1 hoặc 2", "gửi"]
)
def test_anything_else_chooses_nothing(text: str) -> None:
    assert choice(text, CONSENT) == ""


def test_a_word_for_a_button_that_is_not_offered_chooses_nothing() -> None:
    assert choice("đồng ý", CASES) == ""
    assert choice("1", []) == ""


@pytest.mark.parametrize(
    "text", ["Cảm ơn", "cảm ơn!", "Dạ", "OK", "Thanks.", "thank you", "谢谢", "好的。", "xin cảm ơn"]
)
def test_a_mere_thanks_is_known(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize("text", ["", "Cảm ơn, nhưng vẫn chưa có giấy phép", "谢谢，还有一个问题", "chưa"])
def test_more_than_thanks_is_not_taken_for_thanks(text: str) -> None:
    assert not is_thanks(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("1", "solved"),
        ("Đã giải quyết", "solved"),
        ("xong rồi.", "solved"),
        ("已解决", "solved"),
        ("một phần", "partly"),
        ("Partly", "partly"),
        ("部分解决", "partly"),
        ("Chưa", "not-solved"),
        ("not solved", "not-solved"),
        ("没有解决", "not-solved"),
        ("3", "not-solved"),
        ("chưa xong, còn thiếu giấy", ""),
        ("cảm ơn", ""),
        ("4", "explained"),
        ("5", ""),
        ("", ""),
    ],
)
def test_a_short_verdict_is_read(text: str, verdict: str) -> None:
    assert outcome(text) == verdict
