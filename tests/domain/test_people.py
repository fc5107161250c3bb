"""For whom somebody speaks: a name and a tax code out of one typed line."""

from __future__ import annotations

import pytest

from domain.people import LONGEST_NAME, NamedBusiness, WrongTaxCode, read_business, tax_code
from domain.refusals import Refusal

READ = [
    ("Công ty Lan Anh, 4900001236", "Công ty Lan Anh", "4900001236"),
    ("Công ty Lan Anh, MST 4900001236-001", "Công ty Lan Anh", "4900001236-001"),
    ("Công ty Lan Anh 4900001236001", "Công ty Lan Anh", "4900001236-001"),
    ("4900001236 - 001 Công ty Lan Anh", "Công ty Lan Anh", "4900001236-001"),
    ("Công ty Lan Anh (mã số thuế: 49.00.00.12.36)", "Công ty Lan Anh", "4900001236"),
    ("MST: 4900 001 236", "", "4900001236"),
    ("Hộ kinh doanh Minh, 020189001234", "Hộ kinh doanh Minh", "020189001234"),
    ("Công ty 86, tax code 4900001236", "Công ty 86", "4900001236"),
    ("谅山公司，税号：４９００００１２３６", "谅山公司", "4900001236"),
    ("Công ty Lan Anh, 4900\u00a0001\u00a0236", "Công ty Lan Anh", "4900001236"),
    ("Công ty Lan Anh, 4900001236\u2013001", "Công ty Lan Anh", "4900001236-001"),
    ("Công ty Lan Anh 0912345678 MST 4900001236", "Công ty Lan Anh", "4900001236"),
    ("Công ty Lan Anh MST 4900001236, ĐT 0912 345 678", "Công ty Lan Anh", "4900001236"),
    ("0912345678 4900001236 Công ty Lan Anh", "Công ty Lan Anh", "4900001236"),
    ("Công ty Lan Anh, ĐT: 0205.3812.345", "Công ty Lan Anh", ""),
    ("Công ty 86 4900001236", "Công ty 86", "4900001236"),
    ("MST là 4900001236 Công ty Lan Anh", "Công ty Lan Anh", "4900001236"),
    ("广西凭祥贸易有限公司 914514817654321012", "广西凭祥贸易有限公司", "914514817654321012"),
    ("凭祥贸易 统一社会信用代码：91450000MA5KABCD1P", "凭祥贸易", "91450000MA5KABCD1P"),
    ("Cửa hàng cô Hoa", "Cửa hàng cô Hoa", ""),
    ("Công ty 999", "Công ty 999", ""),
    ("  ", "", ""),
]


@pytest.mark.parametrize(("typed", "name", "code"), READ)
def test_name_and_code_are_read_out_of_one_line(typed: str, name: str, code: str) -> None:
    assert read_business(typed) == NamedBusiness(name, code)


@pytest.mark.parametrize(
    "typed",
    [
        "4900001237",  # the checksum says 6
        "Công ty Lan Anh, MST 4900001237",
        "4900001236-000",  # no branch has this number
        "490000123",  # nine digits
        "Công ty Lan Anh, MST 490000123612345",
        "Công ty Lan Anh, 0912345678",  # a telephone number
        "Hộ kinh doanh Minh, 999999999999",  # no province of birth has this number
        "凭祥贸易 91450000MA5KABCD1Q",  # the checksum says another letter
    ],
)
def test_a_code_that_cannot_be_one_is_refused_and_quoted(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_business(typed)
    assert refusal.value.words.key == "refused-tax-code"
    assert str(refusal.value.words.args["code"])[:8] in typed


@pytest.mark.parametrize("digit", [digit for digit in range(10) if digit != 6])
def test_every_wrong_check_digit_is_found(digit: int) -> None:
    with pytest.raises(Refusal):
        tax_code(f"490000123{digit}")


def test_an_endless_name_is_cut() -> None:
    assert len(read_business("Công ty " * 100).name) <= LONGEST_NAME


def test_a_wrong_check_digit_says_which_figure_the_others_ask_for_and_keeps_the_name() -> None:
    with pytest.raises(WrongTaxCode) as refusal:
        read_business("Công ty Lan Anh, MST 4900001237")
    assert refusal.value.words.args["last"] == "6"
    assert refusal.value.name == "Công ty Lan Anh"


@pytest.mark.parametrize("typed", ["Công ty Lan Anh 490000123", "Hộ Minh 999999999999"])
def test_what_is_wrong_in_another_way_names_no_figure_and_keeps_the_name_all_the_same(typed: str) -> None:
    with pytest.raises(WrongTaxCode) as refusal:
        read_business(typed)
    assert refusal.value.words.args["last"] == "none"
    assert refusal.value.name == typed.rsplit(" ", 1)[0]
