"""Words in a language their reader does not use are noticed; too few words to tell are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.officer import tongues
from tests.cast import filed

PERMIT = "Our permit has been waiting for two months"


@pytest.mark.parametrize(
    ("language", "filed_as", "text", "other"),
    [
        ("vi", "Giấy phép chậm hai tháng", "Đã cấp giấy phép, mời đến nhận", ""),
        ("vi", "Giấy phép chậm hai tháng", "Da cap giay phep, moi den nhan", ""),
        ("vi", "Giấy phép chậm hai tháng", "The permit has been signed, please come", "en"),
        ("en", PERMIT, "Giấy phép đã được ký sáng nay", "vi"),
        ("en", PERMIT, "The permit has been signed", ""),
        ("en", PERMIT, "OK", ""),
        ("en", PERMIT, "", ""),
        ("en", "Giấy phép chậm hai tháng", "Giấy phép đã được ký sáng nay", ""),
        ("zh", "许可证两个月没有结果", "Giấy phép đã được ký sáng nay", "vi"),
        ("zh", "许可证两个月没有结果", "许可证已经签发", ""),
    ],
)
def test_the_business_reads_what_it_writes_and_what_it_is_spoken_to_in(
    language: str, filed_as: str, text: str, other: str
) -> None:
    case = replace(filed().case, language=language, text=filed_as)
    assert tongues.other_than(case, text) == other
