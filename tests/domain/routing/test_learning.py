"""What is learnt from moved cases is masked, sorted and refused when it does harm."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.province import read_catalogue, read_examples
from domain.case.case import Case
from domain.province.catalogue import Catalogue
from domain.routing.examples import Example, examples
from domain.routing.learning import as_lines, compared, learnt
from tests.cast import filed

FOLDER = Path(__file__).parents[2] / "province"


@pytest.fixture(scope="module")
def sao_mai() -> Catalogue:
    return read_catalogue(FOLDER)[0]


def case(number: int, text: str, department: str = "so-den") -> Case:
    return replace(filed(number).case, text=text, department=department)


def test_names_and_numbers_are_not_learnt(sao_mai: Catalogue) -> None:
    (found,) = learnt([case(1, "Công ty Lan Anh xin thêm phao tiêu, gọi 0912345678 gặp Nguyễn Thị Lan")], (), sao_mai)
    assert found.department == "so-den"
    assert "phao tiêu" in found.text
    assert not any(each in found.text for each in ("Lan Anh", "0912345678", "Thị Lan"))


def test_what_is_known_short_about_officials_or_for_nobody_is_left_out(sao_mai: Catalogue) -> None:
    known = Example("Đèn ở mũi phía bắc tắt cả tháng", "so-den")
    told = [
        case(1, "đèn ở mũi phía bắc tắt cả tháng"),
        case(2, "đèn tắt"),
        case(3, "Cán bộ vòi tiền mới thắp đèn biển"),
        case(4, "Tôi tố cáo người gác đèn biển"),
        case(5, "Đèn biển phía nam tắt hai tuần", "nobody"),
    ]
    assert learnt(told, (known,), sao_mai) == ()


def test_the_same_cases_in_any_order_give_the_same_file(sao_mai: Catalogue) -> None:
    told = [case(number, f"Phao tiêu số {number} ở luồng {number} bị trôi mất") for number in range(1, 9)]
    once = as_lines(learnt(told, (), sao_mai))
    random.Random(1).shuffle(told)
    assert as_lines(learnt(told, (), sao_mai)) == once
    assert examples(once) == learnt(told, (), sao_mai)


def test_what_agrees_helps_and_what_contradicts_is_refused(sao_mai: Catalogue) -> None:
    known = read_examples(FOLDER)
    sound = tuple(Example(f"Còi sương {name} hỏng", "so-den") for name in ("bắc", "nam", "đông", "tây"))
    helped = compared(sao_mai, known, sound)
    assert not helped.is_worse
    wrong = [
        f"{what} {name}" for name in ("này", "kia", "ấy", "nọ") for what in ("giấy ra khơi tàu", "đèn mũi bắc tắt")
    ]
    assert compared(sao_mai, known, [Example(text, "dao") for text in wrong]).is_worse
