"""Numbers that lead to somebody, in every way people separate their figures; money, dates, laws and goods stay.

Read from left to right: where figures begin, a plate is looked for, then what must stay, then what must go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.privacy.announced import announces
from domain.privacy.shadow import Shadow, Span

_UNIT = (
    r"(?:d|dong|vnd|usd|cny|rmb|ndt|te|nhan dan te|nghin|ngan|trieu|ty|ti|tr|kg|tan|m2|m3|km|ha|lit"
    r"|元|万|人民币|越盾|吨|公斤|平方米)(?![a-z\d])"
)
#: what people put between figures; the more the beginning says what it is, the more is believed
_TIGHT, _GROUPING = r"[ .…()_-]{0,3}", r"[ .…()_+-]{0,3}"
_LOOSE = r"[ .…,()/*:|~+_-]{0,4}"
_OVER_LINES = r"[ .…,()/*:|~+_-]{0,3}\n?[ .…,()/*:|~+_-]{0,2}"
_YEAR = r"(?:19|20)\d\d(?!\d)"

_FIGURES = re.compile(r"\d+")
_STAYS = re.compile(
    r"\d{1,2} ?(?P<dash>[-./]) ?\d{1,2} ?(?P=dash) ?" + _YEAR + r"(?! ?[-.]\d)"  # 25/11/2026
    r"|" + _YEAR + r"(?P<iso>[-./])\d{1,2}(?P=iso)\d{1,2}(?![\d-]|\.\d)"  # 2026-11-25
    r"|\d{1,2}/\d{1,2}/\d{2}(?![\d/-]|\.\d)"  # 25/11/26
    r"|\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"  # 09:30:00
    r"|\d{1,5}/" + _YEAR + r"|" + _YEAR + r"(?:(?:, ?|; ?| ?- ?| ?& ?|/| )" + _YEAR + r"){1,20}"  # 2023, 2024
    r"|\d{4}\.\d{2}\.\d{2}(?:\.00)?(?!\d|\.\d)"  # 0810.90.92.00
    r"|(?!0)(?:\d{1,3}(?:[., ]\d{3}){1,7}|\d{1,9})(?:[.,]\d{1,3})? ?"
    + _UNIT
    + r"|(?!0)\d{1,2}(?:, ?\d{1,2}){2,40}(?!\d|[.,] ?\d)"  # 5, 6, 7
)
#: a line of Viet Nam, with and without its country, in groups of any size
_PHONE = re.compile(
    r"(?:00)?84" + _LOOSE + r"(?:0" + _LOOSE + r")?[2-9](?:" + _LOOSE + r"\d){8,9}(?!\d)"
    r"|0[35789](?:" + _OVER_LINES + r"\d){8}(?!\d)"
    r"|0" + _LOOSE + r"(?:2" + _LOOSE + r"\d|[35789])(?:" + _LOOSE + r"\d){8}(?!\d)"
    r"|0(?:" + _TIGHT + r"\d){8,10}(?!\d)|00(?:" + _TIGHT + r"\d){9,14}(?!\d)"
)
_ABROAD = re.compile(r"\d{1,3}(?:" + _LOOSE + r"\d){6,14}(?!\d)")
#: identity cards (9, 12), tax codes (10, 13), telephones (11), cards (16 to 19), declarations at the customs
_GROUPED = re.compile(r"\d(?:" + _GROUPING + r"\d){8,40}(?: ?- ?\d{3})?(?:x(?![a-z]))?(?!\d)")
_COMMAS = re.compile(r"(?:\d{4}(?:, ?\d{3}){2,3}|\d{4}(?:, ?\d{4}){2,4}|0\d\d(?:, ?\d{3}){3})(?!\d|, ?\d)")
_MONEY = re.compile(r"(?!0)\d{1,3}([.,])\d{3}(?:\1\d{3}){0,7}(?:(?!\1)[.,]\d{1,3})?(?!\d|[.,]\d)")
#: eighteen signs, of which the last ten have a figure among them
_CHINESE_FIRM = re.compile(
    r"[1-9][1-59](?:[ .-]?\d){6}(?=(?:[ .-]?[a-z]){0,9}[ .-]?\d)(?:[ .-]?[\da-hj-npqrtuwxy]){10}(?![a-z\d])"
)
_OF_GOODS = re.compile(r"(?:\bhs\b|ma (?:so )?hang|hs ?code|商品编码|税则号)[^\n]{0,40}$")
_GOODS = re.compile(r"\d{4}\.\d{2}\.\d{2}\.\d{2}(?!\d|\.\d)")

_DOCUMENTS = "CV|TB|TT|NQ|KH|BC|CT|HD|QD|QĐ|ND|NĐ|HS|TTR|BB"
#: "12C-123.45", "12A1-234.56", "29LD-12345", "29MĐ1-123.45", and with four figures after a hyphen
_PLATE = re.compile(
    rf"[1-9]\d[ ._-]{{0,3}}(?!(?:{_DOCUMENTS})(?![A-Z]))[A-ZĐ]{{1,2}}\d?[ ._/-]{{0,3}}"
    r"(?:\d{3}[ .,-]{0,2}\d{2}|(?<=[-.])\d{4}|(?<=[-.] )\d{4})(?!\d|\.\d|/(?:19|20)\d\d(?!\d)|/[A-ZĐ]{2})"
)
_SMALL_PLATE = re.compile(
    r"[1-9]\d(?:-?(?!kg|km)[a-z]{1,2}\d?[.-]? ?\d{3}\.\d{2}|-?[a-z]\d?[.-]?\d{5}| ?[abcdefr]\d? ?[.-]? ?\d{3}[. ]?\d{2}"
    r"|(?:ld|md\d|da|kt)[ .-]?\d{3}[. ]?\d{2})(?!\d|\.\d)"
)
_AFTER_A_CAR = re.compile(r"(?:xe|mooc|keo|bks|bien so)[ :]{0,2}$")
_ANY_PLATE = re.compile(r"[1-9]\d ?[.-]? ?[a-z]{1,2}\d? ?[.-]? ?(?:\d{3}[. -]?\d{2}|\d{4})(?!\d|\.\d)")
_UNIT_FOLLOWS = re.compile(r" ?" + _UNIT)
_MOST_BEFORE = 60
_SIX = re.compile(r"(?!(?:1[89]00[ .]?\d{4,6}|10\d\d|11\d)(?!\d|[ .-]\d))\d(?:[ .…,()_/-]{0,3}\d){5,24}(?!\d|/)")


def numbers(shadow: Shadow) -> Iterator[Span]:
    """Where the shadow has the number of a telephone, a firm, a card, an account, a car."""
    text, at = shadow.folded, 0
    while figures := _FIGURES.search(text, at):
        start, at = figures.span()
        if end := _plate(shadow, start, at):
            yield start, end
        elif (six := _SIX.match(text, start)) and (begin := announces(text, start)) >= 0:
            end = max(six.end(), _somebodys(text, start))
            yield min(begin, _opened(text, start, end)), end
        elif stays := _STAYS.match(text, start) or _goods(text, start) or _money(text, start):
            end = stays.end()
        elif end := _somebodys(text, start):
            yield _opened(text, start, end), end
        at = max(at, end)


def _plate(shadow: Shadow, start: int, figures_end: int) -> int:
    """The end of a plate that begins here; 0 for none."""
    if figures_end - start != 2:  # noqa: PLR2004  a province's figures
        return 0
    folded = shadow.folded
    found = _PLATE.match(shadow.plain, start) or _SMALL_PLATE.match(folded, start)
    if found is None and _AFTER_A_CAR.search(folded, max(0, start - 10), start):
        found = _ANY_PLATE.match(folded, start)
    return found.end() if found and not _UNIT_FOLLOWS.match(folded, found.end()) else 0


def _goods(text: str, start: int) -> re.Match[str] | None:
    """A code of goods in ten figures, where the words before say that it is none of a telephone."""
    found = _GOODS.match(text, start)
    return found if found and _OF_GOODS.search(text, max(0, start - _MOST_BEFORE), start) else None


def _money(text: str, start: int) -> re.Match[str] | None:
    """An amount in groups of three, unless it reads as a telephone after its country or as a firm's tax code."""
    found = _MONEY.match(text, start)
    if found is None:
        return None
    figures = re.sub(r"\D", "", found[0])
    is_phone = len(figures) == 11 and figures.startswith("84") and not figures.endswith("000000")  # noqa: PLR2004
    return None if is_phone or (_is_tax_code(figures) and not figures.endswith("000")) else found


def _is_tax_code(figures: str) -> bool:
    """True when the last of ten figures is the check of the nine before it."""
    if len(figures) != 10:  # noqa: PLR2004
        return False
    weighed = sum(
        weight * int(figure) for weight, figure in zip((31, 29, 23, 19, 17, 13, 7, 5, 3), figures, strict=False)
    )
    return 10 - weighed % 11 == int(figures[9])


def _somebodys(text: str, start: int) -> int:
    """The end of a number that leads to somebody and begins here; 0 for none."""
    if found := _CHINESE_FIRM.match(text, start) or _COMMAS.match(text, start):
        return found.end()
    if found := _PHONE.match(text, start):
        return _further(text, found)
    if text[start - 1 : start] == "+" and (found := _ABROAD.match(text, start)):
        return found.end()
    found = _GROUPED.match(text, start)
    return found.end() if found and _is_one_number(found[0]) else 0


def _further(text: str, found: re.Match[str]) -> int:
    """The end of a number that goes on behind what a telephone has, as one of an account or a card does."""
    end, between = found.end(), _LAST_BETWEEN.search(found[0])
    if between is None:
        return end
    more = re.compile(re.escape(between[1]) + r"\d{2,6}(?![\d/:]|[.,]\d| ?" + _UNIT + ")")
    while (next_group := more.match(text, end)) and end - found.start() < _LONGEST:
        end = next_group.end()
    return end


_LAST_BETWEEN = re.compile(r"\d([ ._-]{1,3})\d+$")
_LONGEST = 30


def _is_one_number(text: str) -> bool:
    """False for nine figures that read as an amount or as a list of small numbers."""
    groups = _FIGURES.findall(text)
    if sum(map(len, groups)) > 9:  # noqa: PLR2004
        return True
    if len(groups) == 1:
        return not text.endswith("000000")
    is_list = max(map(len, groups)) <= 2  # noqa: PLR2004
    is_amount = text[0] != "0" and "-" not in text and all(len(each) == 3 for each in groups[1:])  # noqa: PLR2004
    return not is_list and not is_amount


def _opened(text: str, start: int, end: int) -> int:
    """Where the number begins with its plus, and with its bracket if that closes within it."""
    while start and (text[start - 1] == "+" or (text[start - 1] == "(" and _is_open(text[start:end]))):
        start -= 1
    return start


def _is_open(text: str) -> bool:
    return text.count(")") > text.count("(")
