"""What is left of a business's name without its legal form, its trade and its place: what people call it."""

from __future__ import annotations

import re

from domain.language import fold
from domain.privacy.shadow import listed

HAN = re.compile(r"[㐀-鿿]")
_LEGAL = (
    "cong ty|cty|c.ty|tnhh|trach nhiem huu han|co phan|cp|mot thanh vien|hai thanh vien|mtv|ho kinh doanh|hkd"
    "|hop tac xa|htx|doanh nghiep tu nhan|doanh nghiep|dntn|dn|company|chi nhanh|cn|tap doan|xuong|nha may|co so"
    "|cua hang"
)
_TRADE = (
    "thuong mai|dich vu|xuat nhap khau|xnk|xuat khau|nhap khau|van tai|dau tu|xay dung|san xuat|kinh doanh|phat trien"
    "|quoc te|logistics|du lich|nong san|lam san|co khi|tong hop|tm|dv|tmdv|sx|xd|vt|dt|va|&|trading|group|holdings"
    "|nong nghiep|thuc pham|vat lieu|che bien|noi that|khoang san|cong nghe|tin hoc|dien tu|duoc pham|giao nhan"
    "|kho bai|tiep van|thuy san|chan nuoi|xang dau|khach san|nha hang|quang cao|truyen thong|in an|o to|phu tung"
    "|thiet bi|may mac"
)
_PLACES = (
    "lang son|viet nam|dong dang|huu nghi|tan thanh|coc nam|chi ma|loc binh|cao loc|ky lua|quang tay|trung quoc"
    "|bac son|chi lang|huu lung|van lang|trang dinh|that khe|na sam|dinh lap|binh gia|van quan|tam thanh|dong kinh"
    "|mai pha|hoang dong|ha noi|hai phong|quang ninh|bac giang|bac ninh|cao bang|mien bac|vn|ls"
)


def _words(of: str) -> str:
    return "|".join(map(re.escape, of.split("|")))


_BEGINS_LEGAL = re.compile(rf"(?:(?:{_words(_LEGAL)})(?!\w)[ .,]*)+")
_BEGINS_TRADE = re.compile(rf"(?:(?:{_words(_LEGAL)}|{_words(_TRADE)})(?!\w)[ .,-]*)+")
_ENDS_LEGAL = re.compile(
    r"[ ,.]*(?:co\.?,? ?ltd|company limited|joint stock company|jsc|limited|ltd|llc|inc|corp(?:oration)?)\.?$"
    r"|(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团)$",
    re.IGNORECASE,
)
#: what is left of many a business's name is the name of a place, which an officer must be able to read
PLACE = re.compile(_PLACES)
ENDS_PLACE = re.compile(
    rf"(?:[ ,-]+(?:(?:tinh|tp|thanh pho|chi nhanh|cn) (?:(?:tinh|tp) )?)?(?:{_words(_PLACES)}|{_words(_TRADE)}))+$"
)
_HAN_AROUND = re.compile(
    r"^(?:中国|广西|广东|云南|越南|凭祥|南宁|崇左|友谊关|东兴|防城港|百色|深圳|广州|昆明|上海|北京|市|省|县|区|壮族自治区)+"
    r"|(?:进出口|贸易|国际|物流|供应链|管理|科技|实业|投资|发展|商贸|货运|运输|代理|报关|农产品|果业|食品|建材|服务)+$"
)
#: letters that stand for an office or a trade before they stand for a business
_KNOWN_LETTERS = frozenset(
    listed(
        """UBND|HDND|XNK|TMDV|KTCK|PCCC|MST|GTVT|TNMT|QLTT|BQL|HTX|TTHC|BHXH|BHYT|GTGT|TNDN|TNCN|VAT|BTC|BCT|BXD|BTP|BYT
        |NTM|QSD|GCN|CCCD|CMND|TAND|VKS|CSGT|KCN|KKT|QLDD|SXD|STC|SCT|TTCP|CNTT|KHCN|KHDT|NNPTNT|LDTBXH|DNNVV|NSNN|TSCD|HQCK|TPLS"""
    )
)


_QUOTES = " \"'“”‘’«»()-,."


def cores(whole: str) -> list[str]:
    """What is left of a business's name, in steps; nothing for a person's. Names of places are not left."""
    core = _ENDS_LEGAL.sub("", whole)
    folded = fold(core)
    found = [core] if core != whole else []
    if len(folded) == len(core):
        ends = [match.end() for pattern in (_BEGINS_LEGAL, _BEGINS_TRADE) if (match := pattern.match(folded))]
        found += [core[end:] for end in ends]
    found += [each[: short.start()] for each in [*found] if (short := ENDS_PLACE.search(fold(each)))]
    if HAN.search(core) and found:
        found += [_HAN_AROUND.sub("", _HAN_AROUND.sub("", core))]
    found = [re.sub(r"\s*([&+])\s*", r"\1", each).strip(_QUOTES) for each in found]
    return [each for each in dict.fromkeys(found) if each and each != whole and _is_own(each)]


def _is_own(core: str) -> bool:
    folded = fold(core)
    return (
        not PLACE.fullmatch(folded) and not _BEGINS_TRADE.fullmatch(folded) and (not HAN.search(core) or len(core) > 1)
    )


def is_known(word: str) -> bool:
    """Whether these letters stand for an office or a trade before they stand for a business."""
    return fold(word).upper() in _KNOWN_LETTERS


def letters_of(core: str) -> str:
    """The first letters of its words in capitals; "" where they stand for something known."""
    letters = "".join(word[0] for word in core.split() if word[0].isalpha()).upper()
    return "" if is_known(letters) else letters
