"""Numbers that are written as they are said, figure by figure: "không chín một hai", 一三八, and mixed with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.privacy.shadow import Shadow, Span

_VIETNAMESE = "không|hông|hổng|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi"
_OTHERS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|ling|yao|yi|er|san|si|wu|liu|qi|jiu"
_HAN = "零〇○一二三四五六七八九幺两壹贰貳叁參肆伍陆陸柒捌玖"
_FOLDED = (
    "khong|hong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|" + _OTHERS
)  # a word with marks must have the right ones: "làm" is no "lăm"
_TOKEN = re.compile(rf"(?P<word>(?<![a-z])(?:{_FOLDED})(?![a-z]))|(?P<han>[{_HAN}])|(?P<figures>\d{{1,9}})")
#: what stands between two figures, or is said there
_BETWEEN = re.compile(r"[ \t\n.…,;:、，。/()|~+_*-]{0,4}(?:(?:cham|gach|phay|cach|roi|dau|dot|dash) {1,2})?")
_MARKED = frozenset(_VIETNAMESE.split("|"))
_NOUGHTS = frozenset(["khong", "hong", "zero", "oh", "ling", "0", "零", "〇", "○"])
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 40
#: figures of a telephone, of a tax code; and how many of them must be words where nothing else tells what it is
_SHORTEST, _MIXED = 7, 5
_TELEPHONE = range(9, 14)
#: written as one, without any space
_JOINED = re.compile(rf"(?<![a-z\d])(?:{_FOLDED}|\d){{6,}}(?![a-z\d])")
_LEAST_JOINED = 22
_LETTER_FOR_NOUGHT = re.compile(r"(?<![a-z\d])o(?: ?[35789](?:[ .-]{0,2}\d){8})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Token:
    """A figure as a word, or figures; where it stands."""

    start: int
    end: int
    text: str
    is_said: bool


def spoken(shadow: Shadow) -> Iterator[Span]:
    """Where the shadow says a number figure by figure, in words or in words and figures."""
    run: list[_Token] = []
    for token in _tokens(shadow):
        if run and not _go_together(shadow.folded, run[-1], token):
            yield from _number(run)
            run = []
        run.append(token)
        if len(run) >= _MOST:
            yield from _number(run)
            run = []
    yield from _number(run)
    yield from (found.span() for found in _JOINED.finditer(shadow.folded) if _letters(found[0]) >= _LEAST_JOINED)
    yield from (found.span() for found in _LETTER_FOR_NOUGHT.finditer(shadow.folded))


def _tokens(shadow: Shadow) -> Iterator[_Token]:
    for found in _TOKEN.finditer(shadow.folded):
        start, end = found.span()
        written = shadow.plain[start:end].lower()
        if found["word"] and not written.isascii() and written not in _MARKED:
            continue
        yield _Token(start, end, found[0], found["figures"] is None)


def _go_together(text: str, before: _Token, after: _Token) -> bool:
    """True where nothing but what separates figures stands between two of them."""
    return _BETWEEN.fullmatch(text, before.end, after.start) is not None


def _number(run: list[_Token]) -> Iterator[Span]:
    said = sum(each.is_said for each in run)
    count = sum(1 if each.is_said else len(each.text) for each in run)
    if _is_number(run, said, count) if said else _is_one_below_the_other(run, count):
        yield run[0].start, run[-1].end


def _is_number(run: list[_Token], said: int, count: int) -> bool:
    """A number's figures and not a few ordinary words: "từ năm 2023 hai ba" is none."""
    has_year = any(not each.is_said and _YEAR.fullmatch(each.text) for each in run)
    if count < _SHORTEST or (has_year and said < _SHORTEST):
        return False
    if said == len(run):
        return said >= _SHORTEST
    first = run[0].text
    is_telephone = first in _NOUGHTS or first.startswith(("0", "84")) or (first, run[1].text) == ("tam", "tu")
    return said >= (2 if is_telephone and count in _TELEPHONE else _MIXED)


def _is_one_below_the_other(run: list[_Token], count: int) -> bool:
    """A telephone's figures one by one, on lines of their own; what stands on one line is found by its separators."""
    return count in _TELEPHONE and count == len(run) and run[0].text == "0"


def _letters(text: str) -> int:
    return sum(each.isalpha() for each in text)
