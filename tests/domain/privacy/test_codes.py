"""The private code of an anonymous case is known wherever it stands, and nothing else is taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.privacy.codes import LENGTH, SIGNS, completed, return_code, without_return_codes
from domain.privacy.shadow import MASK
from storage.returns import _drawn

EXAMPLES = Path(__file__).parents[3] / "catalogue" / "lang-son" / "examples"
BETWEEN = ["", " ", "-", "--", " - ", ".", "/", ")(", "; ", "_", "\n", "·", "，", "* *"]
AROUND = [("", ""), ("tôi chép rồi: ", " ạ"), ("là", ""), ("“", "”"), ("mã ", ", xin trả lời"), ("x", "x"), ("9", "2")]
codes = st.builds(lambda _: _drawn(), st.integers())


@settings(max_examples=300, deadline=None)
@given(
    code=codes,
    between=st.sampled_from(BETWEEN),
    within=st.sampled_from(["", " ", "-"]),
    around=st.sampled_from(AROUND),
    small=st.booleans(),
)
def test_a_code_is_known_however_it_is_written(
    code: str,
    between: str,
    within: str,
    around: tuple[str, str],
    small: bool,  # noqa: FBT001  drawn by hypothesis
) -> None:
    written = between.join(within.join(code[at : at + 4]) for at in range(0, LENGTH, 4))
    text = f"{around[0]}{written.lower() if small else written}{around[1]}"
    is_glued = bool(around[0][-1:].isalnum() or around[1][:1].isalnum())
    assert is_glued or return_code(text).replace("-", "") == code
    left = "".join(filter(str.isalnum, without_return_codes(text))).upper()
    assert not any(code[at : at + 4] in left for at in range(0, LENGTH, 4))


def test_what_people_write_is_no_code() -> None:
    texts = [
        json.loads(line)["text"] for path in sorted(EXAMPLES.glob("*.jsonl")) for line in path.read_text().splitlines()
    ]
    assert len(texts) > 4000
    assert [text for text in texts if without_return_codes(text) != text] == []


@pytest.mark.parametrize("at", range(LENGTH))
def test_one_wrong_sign_makes_it_another(at: int) -> None:
    code = completed("AB7K9QXMPDR4HJ")
    wrong = code[:at] + SIGNS[(SIGNS.index(code[at]) + 5) % len(SIGNS)] + code[at + 1 :]
    assert completed(wrong[:14]) != wrong


@pytest.mark.parametrize("between", ["桂", "号", "ж", "中文"])
def test_letters_of_other_scripts_between_its_signs_are_none_of_them(between: str) -> None:
    code = completed("RWEEKS29256PLA")
    assert without_return_codes(f"{code[:6]}{between}{code[6:]}") == MASK
    assert without_return_codes(f"RWEEKS{between}A29256PL{between}BC") == f"RWEEKS{between}A29256PL{between}BC"
