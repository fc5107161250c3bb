"""A name in every form in which people write it: without diacritics, cut short, joined, as its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from domain.language import fold
from domain.privacy.masks import MASK

_HAN = re.compile(r"[㐀-鿿]")
_LEGAL = (
    "cong ty|cty|c.ty|tnhh|trach nhiem huu han|co phan|cp|mot thanh vien|hai thanh vien|mtv|ho kinh doanh|hkd"
    "|hop tac xa|htx|doanh nghiep tu nhan|doanh nghiep|dntn|dn|company|chi nhanh|cn|tap doan|xuong|nha may"
)
_TRADE = (
    "thuong mai|dich vu|xuat nhap khau|xnk|xuat khau|nhap khau|van tai|dau tu|xay dung|san xuat|kinh doanh|phat trien"
    "|quoc te|logistics|du lich|nong san|lam san|co khi|tong hop|tm|dv|tmdv|sx|xd|vt|dt|va|&"
)


def _words(of: str) -> str:
    return "|".join(map(re.escape, of.split("|")))


_BEGINS_LEGAL = re.compile(rf"(?:(?:{_words(_LEGAL)})(?!\w)[ .,]*)+")
_BEGINS_TRADE = re.compile(rf"(?:(?:{_words(_LEGAL)}|{_words(_TRADE)})(?!\w)[ .,-]*)+")
_BEFORE = rf"(?<!\w)(?:{_words(_LEGAL)})(?:[ .,&-]{{1,3}}(?:{_words(_LEGAL)}|{_words(_TRADE)})){{0,8}}\s{{1,3}}"
_ENDS_LEGAL = re.compile(
    r"[ ,.]*(?:co\.?,? ?ltd|company limited|joint stock company|jsc|limited|ltd|llc|inc|corp(?:oration)?)\.?$"
    r"|(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团)$",
    re.IGNORECASE,
)
#: what is left of many a business's name is the name of a place, which an officer must be able to read
_PLACE = re.compile(
    "lang son|viet nam|dong dang|huu nghi|tan thanh|coc nam|chi ma|loc binh|cao loc|ky lua|quang tay|trung quoc"
    "|bac son|chi lang|huu lung|van lang|trang dinh|that khe|na sam|dinh lap|binh gia|van quan|tam thanh|dong kinh"
)
#: letters that stand for an office or a trade before they stand for a business
_KNOWN_LETTERS = frozenset({"UBND", "HDND", "XNK", "TMDV", "KTCK", "PCCC", "MST", "GTVT", "TNMT", "QLTT", "BQL", "HTX"})
_SHORTEST_LETTERS, _SHORTEST_JOINED = 3, 6
_CALLED = r"(?<!\w)(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Bb]à|[Ôô]ng|[Tt]ôi là|[Ee]m là)\s"


def unnamed(text: str, names: tuple[str, ...]) -> str:
    """The text (NFC) with the names blotted out, each in every form of its own.

    A name of several words is found without its diacritics, too; a business's also without "Công ty TNHH" and its trade
    before it, as its letters, and joined as in an address. A person's single word is, after "chị" and the like.
    """
    for name in names:
        for form in dict.fromkeys(_forms(" ".join(unicodedata.normalize("NFC", name).split()))):
            text = _blotted(text, form)
    for name in names:  # what is whole is gone by now, so that no piece of it is left
        text = _otherwise(text, unicodedata.normalize("NFC", name))
    return text


def _forms(whole: str) -> Iterator[str]:
    """How a name may be written by itself: whole, and what is left without legal form and trade."""
    yield whole
    for core in _cores(whole):
        if " " in core or _HAN.search(core):
            yield core


def _cores(whole: str) -> list[str]:
    """What is left of a business's name without its legal form, and without its trade as well; places are not."""
    core = _ENDS_LEGAL.sub("", whole)
    folded = fold(core)
    found = [core] if core != whole else []
    if len(folded) == len(core):
        ends = [match.end() for pattern in (_BEGINS_LEGAL, _BEGINS_TRADE) if (match := pattern.match(folded))]
        found += [core[end:] for end in ends]
    return [each for each in dict.fromkeys(found) if each and each != whole and not _PLACE.fullmatch(fold(each))]


def _blotted(text: str, name: str) -> str:
    if len(name) < (2 if _HAN.search(name) else 3):  # a shorter name would blot out ordinary words
        return text
    if name[0].isdigit() and not re.search(r"[^\d -]", name):  # the code of the business, however it is grouped
        return re.sub(r"[ .-]{0,2}".join(re.sub(r"\D", "", name)), MASK, text)
    before = r"(?<!\w)" if _in_words(name[0]) else ""
    after = r"(?!\w)" if _in_words(name[-1]) else ""
    text = re.sub(f"{before}{_spaced(name)}{after}", MASK, text, flags=re.IGNORECASE)
    # one word alone is never compared without diacritics: "Lan" would blot out "lần"
    return _blotted_folded(text, f"{before}{_spaced(fold(name))}{after}") if " " in name else text


def _otherwise(text: str, name: str) -> str:
    """The forms that need care: letters, joined words, one word after "Công ty" or after "chị"."""
    cores = _cores(" ".join(name.split()))
    if not cores:
        return _called(text, [word for word in name.split() if word[0].isupper() and not _HAN.search(word)])
    for core in cores:
        if _HAN.search(core):
            continue
        letters = "".join(word[0] for word in core.split() if word[0].isalpha()).upper()
        plain = fold(letters).upper()
        if len(letters) >= _SHORTEST_LETTERS and plain not in _KNOWN_LETTERS:
            text = re.sub(rf"(?<!\w)(?:{letters}|{plain})(?!\w)", MASK, text)
        joined = re.sub(r"\W", "", fold(core))
        if " " in core and len(joined) >= _SHORTEST_JOINED:
            text = _blotted_folded(text, rf"(?<!\w)\w{{0,20}}{re.escape(joined)}\w{{0,20}}")
    return _blotted_folded(text, rf"{_BEFORE}{_spaced(fold(cores[-1]))}(?!\w)")


def _called(text: str, words: list[str]) -> str:
    """A person by the last two of three words, as names are written, and by one of them after "chị" and the like.

    Two words with capitals, or typed without any diacritics: "văn minh" is no Văn Minh.
    """
    if len(words) >= _SHORTEST_LETTERS:
        pair = " ".join(words[-2:])
        forms = dict.fromkeys((pair, pair.upper(), fold(pair), fold(pair).title(), fold(pair).upper()))
        text = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", MASK, text)
    called = "|".join(re.escape(word) for word in words if len(word) > 1)
    return re.sub(rf"({_CALLED})(?:{called})(?!\w)", rf"\1{MASK}", text) if called else text


def _blotted_folded(text: str, pattern: str) -> str:
    """The text without what the pattern finds in it once diacritics and capitals are gone."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for start, end in reversed([match.span() for match in re.finditer(pattern, folded)]):
        text = text[:start] + MASK + text[end:]
    return text


def _in_words(letter: str) -> bool:
    """True for a letter of a script that puts spaces between words."""
    return letter.isalnum() and not _HAN.match(letter)


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
