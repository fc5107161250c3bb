"""Every choice can be typed: by its number, by its label, by the words people use in three languages."""

from __future__ import annotations

import pytest

from handlers.typed import choice, is_thanks, outcome

CONSENT = [("p:agree", "Tôi đồng ý"), ("p:refuse", "Không, cảm ơn")]
SUMMARY = [
    ("d:send:open", "Gửi"),
    ("d:send:hidden", "Gửi, giấu tên với cơ quan"),
    ("d:change", "Sửa"),
    ("d:drop", "Bỏ"),
]
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
        ("匿名", SUMMARY, "d:send:hidden"),
        ("3", SUMMARY, "d:change"),
        ("sửa", SUMMARY, "d:change"),
        ("取消", SUMMARY, "d:drop"),
        ("việc mới", CASES, "b:new"),
        ("#LS26-00008", CASES, "b:to:8"),
        ("ls26-00007", CASES, "b:to:7"),
    ],
)
def test_a_typed_choice_means_its_button(text: str, offered: list[tuple[str, str]], data: str) -> None:
    assert choice(text, offered) == data


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
        ("4", ""),
        ("", ""),
    ],
)
def test_a_short_verdict_is_read(text: str, verdict: str) -> None:
    assert outcome(text) == verdict
