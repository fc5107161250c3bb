"""Whom a representative speaks for: a name and a company code read out of one typed line, and shown again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.messages import Value, Words
from domain.refusals import Refusal

#: what people type between the figures of a code
_GAP = r"[ .\-‐-―]"
#: ten digits, ten and a branch number of three, or the twelve digits of a citizen id (Circular 90/2026/TT-BTC)
_CODE = re.compile(rf"(?<!\d)(?:\d[ .]?){{9}}\d(?:[ .]?\d{{2}}|\s?{_GAP}?\s?\d{{3}})?(?!\d)")
#: the same, written in one
_SOLID = re.compile(rf"(?<!\d)\d{{10}}(?:\d{{2}}|{_GAP}?\d{{3}})?(?!\d)")
#: a Chinese firm's code of eighteen figures and letters (GB 32100-2015)
_CHINESE = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])", re.IGNORECASE)
_MEANT_AS_CODE = re.compile(r"(?:\d[ .-]?){8,}")
_ALIKE = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(space): " " for space in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
}
_LABELS = re.compile(
    r"\b(?:mst|mã số thuế|ma so thue|mã số doanh nghiệp|tax code|tax id|税号|税务代码)\b\s*(?:là\b|is\b)?\s*[:：]?"
    r"|(?:统一)?社会信用代码\s*[:：]?",
    re.IGNORECASE,
)
_NUMBER = rf"(?:\+?84|0)(?:{_GAP}?\d){{8,10}}(?!\d)"
#: a telephone that is called one
_PHONE = re.compile(
    r"(?:\b(?:đt|sđt|dt|sdt|đtdđ|tel|(?:số )?điện thoại|(?:so )?dien thoai|phone|mobile|hotline|zalo)\b|电话|手机)"
    rf"\s*[.:：]?\s*{_NUMBER}",
    re.IGNORECASE,
)
#: one that only looks like it: a mobile number, where a code stands beside it
_MOBILE = re.compile(rf"(?<!\d)(?:\+?84|0){_GAP}?[35789](?:{_GAP}?\d){{8}}(?!\d)")
_AROUND = " ,.;:-–—()/|，。；：（）"
LONGEST_NAME = 200
_CITIZEN_ID = 12
_TEN = 10
#: the province of birth, then the century and sex (Circular 59/2021/TT-BCA)
_BORN = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}")


@dataclass(frozen=True, slots=True)
class NamedBusiness:
    """A business as somebody names it; `tax_code` is "" when they gave none."""

    name: str
    tax_code: str


class WrongTaxCode(Refusal):
    """No such code can be; `name` is the firm's name that was typed with it."""

    def __init__(self, code: str, name: str = "") -> None:
        self.code, self.name = code.strip()[:20], name
        named = "yes" if name else "no"
        super().__init__("refused-tax-code")
        facts: dict[str, Value] = {"code": self.code, "last": _last_figure(code) or "none", "named": named}
        self.words = Words("refused-tax-code", facts)


def read_business(text: str) -> NamedBusiness:
    """The business named in a line such as "Công ty Lan Anh, 4900001236"; raises WrongTaxCode."""
    text = _PHONE.sub(" ", text.translate(_ALIKE))
    match = _code_in(text)
    rest = _MOBILE.sub(" ", f"{text[: match.start()]} {text[match.end() :]}") if match else text
    name = " ".join(_LABELS.sub(" ", rest).split()).strip(_AROUND)[:LONGEST_NAME]
    if not match:
        if wrong := _MEANT_AS_CODE.search(name):
            raise WrongTaxCode(wrong.group(), name.replace(wrong.group(), " ").strip(_AROUND))
        return NamedBusiness(name, "")
    try:
        return NamedBusiness(name, tax_code(match.group()))
    except WrongTaxCode as wrong_code:
        raise WrongTaxCode(wrong_code.code, name) from None


def _code_in(text: str) -> re.Match[str] | None:
    """The number meant as the firm's code: the one called so, else one that can be, else whatever is as long."""
    found = [*_candidates(text)]
    labelled = [each for each in found if any(label.end() == each.start() for label in _labels(text))]
    possible = [each for each in found if _may_be(each.group())]
    likely = [each for each in possible if not _MOBILE.fullmatch(each.group())]
    return next(iter([*labelled, *likely, *possible, *found]), None)


def _labels(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?:{_LABELS.pattern})\s*", text, re.IGNORECASE)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_CHINESE, _CODE, _SOLID):
        yield from pattern.finditer(text)


def _may_be(text: str) -> bool:
    try:
        return bool(tax_code(text))
    except WrongTaxCode:
        return False


def tax_code(text: str) -> str:
    """The code in its written form (10, 10-3 or 12 digits, a Chinese firm's 18 signs); raises WrongTaxCode.

    Ten digits and a Chinese code carry a checksum; a citizen id of twelve digits begins with a province (001 to 096).
    """
    from stdnum.cn import uscc  # noqa: PLC0415  loaded when the first code is typed
    from stdnum.exceptions import ValidationError  # noqa: PLC0415
    from stdnum.vn import mst  # noqa: PLC0415

    digits = re.sub(r"\D", "", text)
    try:
        if _CHINESE.fullmatch(text.strip()):
            return str(uscc.validate(text.strip()))
        if len(digits) == _CITIZEN_ID and _BORN.fullmatch(digits):
            return digits
        return str(mst.format(mst.validate(digits)))
    except ValidationError:
        raise WrongTaxCode(text) from None


def _last_figure(text: str) -> str:
    """The tenth figure the nine before it ask for; "" where they ask for none, or where it is not the tenth."""
    from stdnum.vn import mst  # noqa: PLC0415

    digits = re.sub(r"\D", "", text)
    if len(digits) not in {_TEN, _TEN + 3} or _CHINESE.fullmatch(text.strip()):
        return ""
    wanted = str(mst.calc_check_digit(digits[: _TEN - 1]))
    return wanted if len(wanted) == 1 and wanted != digits[_TEN - 1] else ""


def named(name: str, tax_code: str) -> Value:
    """A business by what is known of it: name, tax code, both or neither."""
    if name and tax_code:
        return Words("business-with-code", {"name": name, "code": tax_code})
    if tax_code:
        return Words("business-code-only", {"code": tax_code})
    return name or Words("no-business-name")


class Reads(StrEnum):
    """What words are that came when the firm was asked for."""

    FIRM = "firm"
    MATTER = "matter"
    UNSURE = "unsure"


_TRADES = re.compile(
    r"\b(?:công ty|cty|c\.ty|tnhh|cổ phần|doanh nghiệp|dntn|hợp tác xã|htx|tổ hợp tác|hộ kinh doanh|hkd|hộ|cửa hàng|"
    r"cơ sở|quán|nhà hàng|khách sạn|xưởng|nhà máy|xí nghiệp|tập đoàn|chi nhánh|ngân hàng|hiệp hội|siêu thị|"
    r"cong ty|doanh nghiep|hop tac xa|ho kinh doanh|cua hang|nha may|"
    r"co|ltd|llc|inc|jsc|corp|company|group|plc|gmbh)\b|公司|集团|工厂|商行|贸易行|合作社|店|厂",
    re.IGNORECASE,
)
#: words of sentences, which no firm has in its name
_TELLING = re.compile(
    r"\b(?:tôi|chúng tôi|em|mình|họ|chưa|không|đã|đang|bị|được|nộp|xin|mong|đề nghị|vẫn|nhưng|nên|vì|do|từ|đến nay|"
    r"ngày|tháng|tuần|kết quả|hồ sơ|giấy|cán bộ|bắt|yêu cầu|trả lời|hỏi|gửi|phải|thì|mà|là|"
    r"toi|chua|khong|da|bi|duoc|nop|ket qua|ho so|"
    r"i|we|our|my|us|they|have|has|had|is|are|was|were|been|not|no|nobody|but|because|since|them|please|"
    r"this|that|when|after|before|until)\b|我们|我|他们|没有|没|不|已经|已|要求|提交|材料|还|办理|了|被",
    re.IGNORECASE,
)
_TOLD, _LONG = 2, 12


def reads_as(text: str) -> Reads:
    """Whether words name a firm or tell more of the matter; unsure where they could be either."""
    text = text.translate(_ALIKE)
    told = len({each.lower() for each in _TELLING.findall(text)}) + (len(text.split()) > _LONG) + ("?" in text)
    is_trade = bool(_TRADES.search(text))
    if _code_in(text) or (is_trade and not told):
        return Reads.FIRM
    if told >= _TOLD + is_trade:
        return Reads.MATTER
    return Reads.FIRM if not told and _is_title(text) else Reads.UNSURE


def _is_title(text: str) -> bool:
    """True where every word begins with a capital or a figure, as names do, or there is but one word."""
    words = [word for word in re.findall(r"[^\W_]+", text) if not word.isdigit()]
    return len(words) == 1 or all(word[0].isupper() for word in words)
