"""A name is found in the forms people give it, and ordinary words are not taken for it."""

from __future__ import annotations

import pytest

from domain.privacy.masks import MASK, blotted, unnamed

LONG = "Công ty TNHH Thương mại và Dịch vụ Thạch Bích Vân"
HIDES = [
    (LONG, "Công ty TNHH Thương mại và Dịch vụ Thạch Bích Vân"),
    (LONG, "cong ty tnhh thuong mai va dich vu thach bich van"),
    (LONG, "Thương mại và Dịch vụ Thạch Bích Vân"),
    (LONG, "Thạch Bích Vân"),
    (LONG, "thach bich van"),
    (LONG, "TBV"),
    (LONG, "thachbichvan"),
    (LONG, "ThachBichVan2024"),
    ("Công ty TNHH Vận tải Hùng", "cty Hùng"),
    ("Công ty TNHH Vận tải Hùng", "vận tải Hùng"),
    ("Công ty CP XNK Lạng Sơn", "Công ty CP XNK Lạng Sơn"),
    ("Bright Border Logistics Co., Ltd", "Bright Border Logistics"),
    ("Bright Border Logistics Co., Ltd", "BBL"),
    ("广西边达贸易有限公司", "广西边达贸易"),
    ("HTX Na Bản Đon", "htx na ban don"),
    ("Nguyễn Thị Lan", "nguyen thi lan"),
    ("Công ty TNHH Bình Minh Lạng Sơn", "Bình Minh"),
    ("Hộ kinh doanh Hoa Mai Cao Lộc", "HOA-MAI"),
    ("HTX Nông nghiệp Tân Mỹ", "Tân Mĩ"),
    ("Nguyễn Văn Quý", "Nguyễn Văn Quí"),
    ("Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA"),
    ("Nguyễn Thị Lan", "N.T. Lan"),
    ("Nguyễn Thị Lan", "nguyenthilan88"),
    ("广西边达贸易有限公司", "边达"),
    ("Nguyễn Thị Lan", "NGUYỄN THỊ LAN"),
    ("Hoàng Thị Bích Ngọc", "Bích Ngọc"),
    ("Hoàng Thị Bích Ngọc", "bich ngoc"),
    ("Hoàng Thị Bích Ngọc", "BICH NGOC"),
    ("Công ty Quxfirm", "Quxfirm"),
    ("Quxfirm Logistics", "quxfirm"),
    ("Công ty TNHH Quxfirm - Chi nhánh Lạng Sơn", "QUXFIRM"),
    ("Công ty CP Vinamex", "vinamex88"),
    ("Petrolux Co., Ltd", "Petrolux"),
    ("DNTN Zuytex", "zuytex"),
    ("Hợp tác xã Phjalen", "Phjalen"),
    ("Công ty TNHH 3TC", "3 TC"),
    ("Công ty TNHH A&T", "A & T"),
    ("Công ty TNHH A & T", "a&t"),
    ("Công ty TNHH HP", "HP"),
    ("Công ty TNHH Vận tải Hùng", "Hùng"),
    ("Hộ kinh doanh Ký", "Ký"),
    ("4900001236", "4900 001 236"),
    ("4900001236-001", "4900001236 001"),
]
SHOWS = [
    ("Công ty CP XNK Lạng Sơn", "cửa khẩu Lạng Sơn, tỉnh Lạng Sơn, XNK"),
    ("Công ty TNHH Vận tải Hùng", "giao thông vận tải, anh hùng lao động"),
    ("Công ty TNHH Ủy Ban Nhân Dân", "UBND tỉnh"),
    ("Công ty TNHH Vận tải Hùng", "Trần Văn Hùng, ông Vi Hùng Sơn"),
    ("Công ty Sao", "Sao lâu thế? sao không trả lời"),
    ("Công ty Sơn", "tỉnh Lạng Sơn, thành phố Lạng Sơn, sơn tường"),
    ("Công ty TNHH Green", "green beans"),
    ("Công ty TNHH VAT", "thuế VAT"),
    ("Công ty TNHH HP", "hp"),
    ("Nguyễn Thị Lan", "lần này, lan can, Lan can"),
    ("Trần Văn Minh", "nếp sống văn minh"),
    (LONG, "thương mại và dịch vụ, công ty khác, TBVN, vân vân"),
    ("", "không có tên"),
]


@pytest.mark.parametrize(("name", "written"), HIDES)
@pytest.mark.parametrize("sentence", ["{}", "Xe của {} chờ ở bãi", "({}).", "{}, {}"])
def test_a_name_is_hidden_in_every_form(name: str, written: str, sentence: str) -> None:
    assert unnamed(sentence.format(written, written), (name,)) == sentence.format(MASK, MASK)


@pytest.mark.parametrize(("name", "text"), SHOWS)
def test_other_words_are_no_name(name: str, text: str) -> None:
    assert unnamed(text, (name,)) == text


def test_one_word_of_a_persons_name_is_hidden_where_she_is_called_so() -> None:
    assert unnamed("Gọi chị Lan, em Lan ở bãi Lan", ("Nguyễn Thị Lan",)) == f"Gọi chị {MASK}, em {MASK} ở bãi Lan"


@pytest.mark.parametrize("sign", [*"\\()[]{}*+?|^$.#", "\\C", "[^", "(?P<", "{9"])
def test_a_name_may_hold_signs_of_any_kind(sign: str) -> None:
    for name in (
        f"{sign}An",
        f"An{sign}",
        f"Nguyễn Thị {sign}Lan",
        f"Công ty {sign}Bình {sign}Minh",
        f"A{sign} B{sign}",
    ):
        assert "giấy phép" in blotted(f"Chị Lan của {name} xin giấy phép", (name,))
