"""What the department may see of a business that hides its identity."""

from __future__ import annotations

import re
import unicodedata

from domain.cases import Case, Tier
from domain.intake import named
from domain.language import fold
from domain.messages import Value, Words

MASK = "▒▒▒"

#: bounded, so that a long run of letters cannot keep it busy
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:vn|com|net|org|me|cn)\b\S*"
)
_HANDLE = re.compile(r"(?<![\w@])@\w{3,64}")
_PLACE = re.compile(r"-?\d{1,3}\.\d{4,},\s?-?\d{1,3}\.\d{4,}")
_CONTACT = re.compile(r"☎.*")
#: not within a number, and neither "2.000.000.000" (đồng) nor "01-02-2024 08:30"
_BEGINS = r"(?<!\d)(?<!\d[.,])(?!\d{1,3}(?:[.,]\d{3})+(?![.,]?\d))(?!\d{1,2}[-./]\d{1,2}[-./]\d{4})"
_PHONE = re.compile(_BEGINS + r"(?:\((?=0\d{1,3}\)))?(?:\(\+?84\)|\+?84|0)(?:[ .()-]{0,2}\d){8,10}(?!\d)")
#: ten digits, ten and a branch number of three, or twelve, also in groups ("4900 001 236", "49.00.00.12.36-001")
_TAX_CODE = re.compile(_BEGINS + r"\d(?:[ .-]?\d){9}(?:(?:[ .-]?\d){2}|\s?-?\s?\d{3})?(?!\d)")
_LONG_NUMBER = re.compile(r"\d{10,}")
_LEGAL_FORM = re.compile(
    r"^(?:(?:công ty|cong ty|cty|tnhh|trách nhiệm hữu hạn|cổ phần|co phan|cp|một thành viên|mtv|hộ kinh doanh|hkd"
    r"|hợp tác xã|htx|doanh nghiệp tư nhân|dntn|company|ltd|jsc)\b[ .,]*)+",
    re.IGNORECASE,
)
_HAN = re.compile(r"[㐀-鿿]")


def masked(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with addresses, links, places, phone numbers, tax codes, other long numbers and the names blotted out.

    A name of several words is found without its diacritics, too, and a business's without "Công ty TNHH" before it.
    """
    text = unicodedata.normalize("NFC", text)
    for pattern in (_CONTACT, _MAIL, _LINK, _HANDLE, _PLACE, _PHONE, _TAX_CODE, _LONG_NUMBER):
        text = pattern.sub(MASK, text)
    return _unnamed(text, names)


def _unnamed(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        for form in _forms(name):
            text = _blotted(text, form)
    return text


def _forms(name: str) -> tuple[str, ...]:
    """How a name may be written: whole, and what is left of a business's without its legal form."""
    whole = " ".join(unicodedata.normalize("NFC", name).split())
    core = _LEGAL_FORM.sub("", whole)
    return (whole, core) if core != whole and " " in core else (whole,)


def _blotted(text: str, name: str) -> str:
    if len(name) < (2 if _HAN.search(name) else 3):  # a shorter name would blot out ordinary words
        return text
    if name[0].isdigit() and not re.search(r"[^\d -]", name):  # the code of the business, however it is grouped
        return re.sub(r"[ .-]{0,2}".join(re.sub(r"\D", "", name)), MASK, text)
    before = r"(?<!\w)" if _in_words(name[0]) else ""
    after = r"(?!\w)" if _in_words(name[-1]) else ""
    text = re.sub(f"{before}{_spaced(name)}{after}", MASK, text, flags=re.IGNORECASE)
    folded = fold(text)
    if " " not in name or len(folded) != len(text):
        return text
    # one word alone is never compared without diacritics: "Lan" would blot out "lần"
    found = [match.span() for match in re.finditer(f"{before}{_spaced(fold(name))}{after}", folded)]
    for start, end in reversed(found):
        text = text[:start] + MASK + text[end:]
    return text


def _in_words(letter: str) -> bool:
    """True for a letter of a script that puts spaces between words."""
    return letter.isalnum() and not _HAN.match(letter)


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def for_department(case: Case, text: str, author_name: str = "") -> str:
    """A text of the business as the department may read it; `author_name` is whoever wrote it, if not who filed."""
    if case.tier is Tier.OPEN:
        return text
    return masked(text, (*_names(case), *_orders(author_name)))


def for_public(case: Case, text: str) -> str:
    """A text of the case as anybody may read it: whoever filed openly did so for the department alone."""
    return masked(text, _names(case))


def without_names(case: Case, text: str) -> str:
    """A text somebody in government wrote for the public: only who filed is blotted out, not an office's telephone."""
    return _unnamed(unicodedata.normalize("NFC", text), _names(case))


def _names(case: Case) -> tuple[str, ...]:
    return (case.business_name, case.tax_code, *_orders(case.author_name))


def _orders(name: str) -> tuple[str, ...]:
    """A person's name in every order: messengers say "Lan Nguyễn Thị", people write "Nguyễn Thị Lan"."""
    words = name.split()
    return tuple(" ".join((*words[at:], *words[:at])) for at in range(max(1, min(len(words), 5))))


def who_filed(case: Case, *, may_know: bool) -> Value:
    """The business as shown on a card: its name and tax code, or that the identity is withheld."""
    if not may_know and case.tier is not Tier.OPEN:
        return Words("identity-withheld")
    return named(case.business_name, case.tax_code)
