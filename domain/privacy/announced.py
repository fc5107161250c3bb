"""What follows a word that announces it: the plate of a car, the name of an account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.privacy.shadow import Shadow, Span, listed

_IS = (
    r"(?: {0,2}(?:so|no\.?|number|id|la|is|是|号码?|cua (?:toi|em|minh|cong ty)|ngan hang|lien he))* {0,2}[:=.]? {0,2}"
)
_PLATED = re.compile(
    rf"(?:(?<![a-z])(?:bien(?: kiem soat| so)(?: xe)?|bks|bsx|plate(?: no\.?| number)?)|车牌号?)(?P<is>{_IS})"
    r"(?P<number>(?=[\w.-]{0,12}\d)[a-z\d][a-z\d. -]{2,10}\d(?!\w))"
)
_ITS_OWN = r"(?: {0,2}(?:id|号|no\.?|so|cua toi|toi|em|minh|nick|la|is|是)(?![a-z\d])){0,3}"
#: without a sign between, only what looks like no word: "Zalo lananh88", but not "Zalo please"
_ACCOUNT_NAME = re.compile(
    r"(?:(?<![a-z])(?:we ?chat|weixin|zalo|telegram|viber|whatsapp|skype|facebook|fb|tiktok|kakao ?talk|vx|qq)\b"
    r"|微信号?|qq号?)"
    rf"(?P<is>{_ITS_OWN} {{0,2}})"
    r"(?:(?P<number>(?=[a-z._-]{0,30}[\d_])[a-z][a-z\d_.-]{3,30}|[a-z]{2,20}\.[a-z\d]{2,20}|\d{5,12}(?!\d))"
    r"|[:=是号] ?(?P<named>[a-z][a-z\d_.-]{4,30}|\d{5,12}))(?![a-z\d_])"
)
#: one of these is there wherever a pattern finds something, and looking for them takes no time
_SIGNS_OF_A_PLATE = ("bien", "bks", "bsx", "plate", "车牌")
_SIGNS_OF_AN_ACCOUNT = listed("chat|weixin|zalo|telegram|viber|whatsapp|skype|facebook|fb|tiktok|talk|vx|qq|微信")
_ANNOUNCED = listed(
    """stk|tk|so tai khoan|tai khoan|account|account no|cmnd|cmt|cccd|can cuoc|can cuoc cong dan|ho chieu|passport|mst
    |ma so thue|tax code|gpkd|dkkd|msdn|giay phep lai xe|gplx|sdt|dt|dien thoai|so may|tel|phone|mobile|hotline|zalo
    |viber|whatsapp|wechat|fax|call|goi|账号|帐号|卡号|身份证|护照|税号|电话|手机|联系方式|信用代码|公司代码|微信|qq"""
)
_BETWEEN = (
    *(" so", " no", " number", " id", " la", " is", "是", "号", "号码", "码"),
    *(" cua toi", " cua em", " cua cong ty", " ngan hang", " lien he"),
)
_LONGEST_BEFORE = 60


def announced(shadow: Shadow) -> Iterator[Span]:
    """What follows a word that announces a plate or the name of an account."""
    text = shadow.folded
    if any(sign in text for sign in _SIGNS_OF_A_PLATE):
        yield from (found.span("number") for found in _PLATED.finditer(text))
    if any(sign in text for sign in _SIGNS_OF_AN_ACCOUNT):
        for found in _ACCOUNT_NAME.finditer(text):
            start, end = found.span("number" if found["number"] else "named")
            if shadow.plain[start:end].isascii():
                yield start, end


def announces(text: str, start: int) -> int:
    """Where a number that a word announces begins ("STK", "hộ chiếu C"): before its letters; -1 when none does."""
    begin = start
    while begin and start - begin < 3 and text[begin - 1].isascii() and text[begin - 1].isalpha():  # noqa: PLR2004
        begin -= 1
    for place in {begin, start}:
        before = text[max(0, place - _LONGEST_BEFORE) : place].rstrip(" :=.(")
        for _ in range(3):
            if before.endswith(_BETWEEN):
                before = before.removesuffix(next(filter(before.endswith, _BETWEEN))).rstrip(" :=.")
        if before.endswith(_ANNOUNCED) and any(_ends_with(before, word) for word in _ANNOUNCED):
            return place
    return -1


def _ends_with(before: str, word: str) -> bool:
    """True when a text ends with a word, not with a longer one."""
    rest = before.removesuffix(word)
    return rest != before and not (word[0].isascii() and rest[-1:].isalnum())
