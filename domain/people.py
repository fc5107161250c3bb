"""Whom a representative speaks for: a name and a tax code read out of one typed line, and shown again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.messages import Value, Words
from domain.refusals import Refusal

#: ten digits, ten and a branch number of three, or the twelve digits of a citizen id (Circular 90/2026/TT-BTC)
_CODE = re.compile(r"(?<!\d)(?:\d[ .]?){9}\d(?:[ .]?\d{2}|\s?[-.]?\s?\d{3})?(?!\d)")
_MEANT_AS_CODE = re.compile(r"(?:\d[ .-]?){8,}")
_WIDE_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_LABELS = re.compile(r"\b(?:mst|mã số thuế|ma so thue|tax code|tax id|税号|税务代码)\b\s*[:：]?", re.IGNORECASE)
_AROUND = " ,.;:-–—()/|，。；：（）"
LONGEST_NAME = 200
_CITIZEN_ID = 12


@dataclass(frozen=True, slots=True)
class NamedBusiness:
    """A business as somebody names it; `tax_code` is "" when they gave none."""

    name: str
    tax_code: str


def read_business(text: str) -> NamedBusiness:
    """The business named in a line such as "Công ty Lan Anh, 4900001236"; raises Refusal for a wrong tax code."""
    text = text.translate(_WIDE_DIGITS)
    match = _CODE.search(text)
    rest = (text[: match.start()] + " " + text[match.end() :]) if match else text
    name = " ".join(_LABELS.sub(" ", rest).split()).strip(_AROUND)[:LONGEST_NAME]
    if not match and (wrong := _MEANT_AS_CODE.search(name)):
        raise Refusal("refused-tax-code", code=wrong.group().strip()[:20])
    return NamedBusiness(name, tax_code(match.group()) if match else "")


def tax_code(text: str) -> str:
    """The tax code in its written form (10, 10-3 or 12 digits); raises Refusal when it cannot be one.

    Ten digits carry a checksum; the twelve digits of a citizen id have none (Circular 90/2026/TT-BTC).
    """
    from stdnum.exceptions import ValidationError  # noqa: PLC0415  loaded when the first code is typed
    from stdnum.vn import mst  # noqa: PLC0415

    digits = re.sub(r"\D", "", text)
    if len(digits) == _CITIZEN_ID:
        return digits
    try:
        return str(mst.format(mst.validate(digits)))
    except ValidationError:
        raise Refusal("refused-tax-code", code=text.strip()[:20]) from None


def named(name: str, tax_code: str) -> Value:
    """A business by what is known of it: name, tax code, both or neither."""
    if name and tax_code:
        return Words("business-with-code", {"name": name, "code": tax_code})
    if tax_code:
        return Words("business-code-only", {"code": tax_code})
    return name or Words("no-business-name")
