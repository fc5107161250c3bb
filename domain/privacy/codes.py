"""The private code of an anonymous case in what somebody typed: whoever reads it holds the case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from domain.privacy.shadow import Shadow, Span, shadow

#: 32 signs, five bits each, without those that look alike (0 and O, 1 and I); small or not
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
#: how many signs a code has, and how many of them, the last, are made of the others
LENGTH, _CHECKING = 16, 2
#: below 32², so that two signs tell it
_PRIME = 1021
#: words have none: a code has at least so many
FEWEST_FIGURES = 3
_SIGN = "[a-hj-np-z2-9]"
#: wherever sixteen signs follow each other, whatever stands between them and around
_WINDOW = re.compile(rf"(?=({_SIGN}(?:[^a-z\d]{{0,4}}{_SIGN}){{{LENGTH - 1}}}))")
_BETWEEN = r"(?: ?[-._/,:*+|] ?\n? ?| {0,2}\n? ?)"
_CODE = re.compile(rf"{_SIGN}(?<![a-z\d].){_SIGN}{{3}}(?:{_BETWEEN}{_SIGN}{{4}}){{3}}(?![a-z\d]| ?-[a-z\d])")
_SAID = re.compile(r"(?:mã|\bma (?:rieng|so|bi mat)|\bcode|\bkey|码)[^\n\d]{0,30}$")
_WORDS_BEFORE = 40


def completed(drawn: str) -> str:
    """The drawn signs with those that check them: by these a code is known among all that people write."""
    value = 0
    for sign in drawn:
        value = (value * len(SIGNS) + SIGNS.index(sign)) % _PRIME
    return drawn + SIGNS[value // len(SIGNS)] + SIGNS[value % len(SIGNS)]


def _signs_of(folded: str) -> str:
    """The signs alone: what stands between them may be letters, too, such as Chinese ones."""
    return "".join(re.findall(_SIGN, folded)).upper()


def return_codes(shadow: Shadow) -> Iterator[Span]:
    """Where the shadow has the code of an anonymous case, however it is grouped and whatever stands around it."""
    for found in _WINDOW.finditer(shadow.folded):
        signs = _signs_of(found[1])
        if sum(map(str.isdecimal, signs)) in range(FEWEST_FIGURES, LENGTH) and signs == completed(signs[:-_CHECKING]):
            yield found.span(1)
    yield from _without_check(shadow)


def _without_check(shadow: Shadow) -> Iterator[Span]:
    """Those given out before codes had signs that check them: by their shape."""
    for found in _CODE.finditer(shadow.folded):
        if _is_code(shadow, found):
            yield found.span()


def _is_code(shadow: Shadow, found: re.Match[str]) -> bool:
    """Hyphens, a word that says so, or letters and figures mixed as in no words; four words of four are none."""
    text = found[0]
    if text.isdecimal() or not re.search("[a-z]", text):
        return False
    before = shadow.plain[max(0, found.start() - _WORDS_BEFORE) : found.start()].lower()
    if text.count("-") >= 3 or (_SAID.search(before) and re.search(r"\d", text)):  # noqa: PLR2004  between four groups
        return True
    groups = re.findall(r"[a-z\d]+", text)
    if len(groups) == 1:
        return len(re.findall(r"\d+", text)) > 1
    with_figures = sum(bool(re.search(r"\d", each)) for each in groups)
    in_capitals = shadow.plain[found.start() : found.end()].isupper()
    return with_figures >= (1 if in_capitals or _is_alone(shadow, found) else 2)


def _is_alone(shadow: Shadow, found: re.Match[str]) -> bool:
    return not re.search(r"\w", shadow.folded[: found.start()] + shadow.folded[found.end() :])


def _is_glued(shadow: Shadow, span: Span) -> bool:
    return shadow.folded[span[0] - 1 : span[0]].isalnum() or shadow.folded[span[1] : span[1] + 1].isalnum()


def return_code(text: str) -> str:
    """The first code in a text, as AB7K-9QXM-PDR4-HJ2T; "" for none."""
    read = shadow(unicodedata.normalize("NFC", text))
    # what is glued to a word begins where it may: sixteen signs apart from others come first
    for start, end in sorted(return_codes(read), key=lambda span: _is_glued(read, span)):
        signs = _signs_of(read.folded[start:end])
        return "-".join(signs[at : at + 4] for at in range(0, 16, 4))
    return ""


def without_return_codes(text: str) -> str:
    """The text with every such code blotted out; the very same text when there is none."""
    read = shadow(unicodedata.normalize("NFC", text))
    spans = list(return_codes(read))
    return read.covered(spans) if spans else text
