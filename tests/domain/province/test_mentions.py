"""Which departments a text names: by names of today and of before, typed in a hurry, and not by accident."""

from __future__ import annotations

import pytest

from domain.province.catalogue import Catalogue
from domain.province.mentions import Mentions


@pytest.fixture(scope="module")
def mentions(lang_son: Catalogue) -> Mentions:
    return Mentions(lang_son)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Sở Xây dựng chủ trì, phối hợp Sở KH&ĐT", ["so-xay-dung", "so-tai-chinh"]),
        ("giao so giao thong van tai xem lai", ["so-xay-dung"]),
        ("UBND phường Đông Kinh kiểm tra", ["phuong-dong-kinh"]),
        ("thue-tinh làm rõ", ["thue-tinh"]),
        ("tiền thuế nhiều quá", []),
        ("đoạn qua Cao Lộc", []),
        ("làm ngay", []),
    ],
)
def test_a_text_names_departments_by_any_of_their_names(mentions: Mentions, text: str, keys: list[str]) -> None:
    assert mentions.found(text) == keys


def test_a_text_may_begin_with_who_is_meant(mentions: Mentions) -> None:
    assert mentions.first("Sở Xây dựng báo cáo") == "so-xay-dung"
    assert mentions.first("đề nghị Sở Xây dựng báo cáo") == ""
