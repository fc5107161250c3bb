"""A text's shadow: the same letters in one written form, each knowing where in the text it stands.

People write one number with no-break spaces, full-width figures, dashes of every length and characters nobody sees.
Patterns read the shadow, where there is one of each; what they find is covered in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from domain.language import FOLD

MASK = "▒▒▒"
Span = tuple[int, int]

_DASHES = "‐‑‒–—―−﹘﹣－⁃ー˗➖"
_DOTS = "·•‧∙⋅・．｡●᛫・"
_SLASHES = "⁄∕／⧸"
#: seen by nobody, or drawn over the letter before: they separate nothing
_UNSEEN = {"Cf", "Mn", "Me", "Cc", "Cs", "Co", "Cn"}
#: what a text has that its shadow may not: everything but plain letters, figures and signs
_UNUSUAL = re.compile(r"[^\n\x20-\x7eÀ-ÖØ-öø-ĐđĨĩŨũƠơƯưẠ-ỹ、-〕㐀-鿿▒…“”‘’]")


def listed(words: str) -> tuple[str, ...]:
    """The entries of a list written as one text with bars between them, over as many lines as it takes."""
    return tuple(each.strip() if "\n" in each else each for each in words.split("|"))


@dataclass(frozen=True, slots=True)
class Shadow:
    """`plain` keeps capitals and diacritics, `folded` has neither; both are equally long, `places` leads back."""

    text: str
    plain: str
    folded: str
    places: tuple[int, ...] | None

    def covered(self, spans: Iterable[Span]) -> str:
        """The text with a mark over each of these parts of the shadow; parts that touch get one."""
        parts, done = [], 0
        for start, end in _joined(spans):
            begin, until = (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)
            parts += [self.text[done:begin], MASK]
            done = until
        return "".join([*parts, self.text[done:]])


def shadow(text: str) -> Shadow:
    """The shadow of a text, which must be NFC."""
    if not _UNUSUAL.search(text):
        return Shadow(text, text, _folded(text), None)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        form = _FORMS.get(letter)
        if form is None:
            form = _FORMS[letter] = _form(letter)
            if len(_FORMS) > _MOST_FORMS:
                _FORMS.clear()
        letters.append(form)
        places += [place] * len(form)
    plain = "".join(letters)
    return Shadow(text, plain, _folded(plain), tuple(places))


_FORMS: dict[str, str] = {}
_MOST_FORMS = 5000
_ONE_BY_ONE = {
    ord(letter): form for form, letters in (("-", _DASHES), (".", _DOTS), ("/", _SLASHES)) for letter in letters
}
#: Cyrillic and Greek letters that look like ours
_ONE_BY_ONE |= {
    ord(one): other
    for one, other in zip("АВЕКМНОРСТХаеорсхΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcxABEZHIKMNOPTYXo", strict=True)
}


def _form(letter: str) -> str:
    """How a letter stands in the shadow: "" for one that is not seen."""
    if letter in "\n\x85\u2028\u2029":
        return "\n"
    if letter.isspace():
        return " "
    if found := _ONE_BY_ONE.get(ord(letter)):
        return found
    kind = unicodedata.category(letter)
    if kind in _UNSEEN:
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(letter))
    forms = [_ONE_BY_ONE.get(ord(each), each) for each in unicodedata.normalize("NFKC", letter)]
    seen = [each for each in forms if unicodedata.category(each) not in _UNSEEN]
    return "".join(" " if each.isspace() else each for each in seen)


def _folded(plain: str) -> str:
    """Lower case without diacritics, as long as before."""
    folded = plain.lower() if plain.isascii() else plain.lower().translate(_FOLD)
    if len(folded) == len(plain):
        return folded
    return "".join((each.lower().translate(_FOLD) or each)[0] for each in plain)


_FOLD = {code: form for code, form in FOLD.items() if form and len(form) == 1}


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The parts in their order, those that overlap or touch as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined
