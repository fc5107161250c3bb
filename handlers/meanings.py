"""What a few typed words mean as the answer to a question: yes, hidden please, not solved, I do not know.

People answer politely, in any order, without diacritics and in three languages ("Dạ chưa ạ", "gửi giấu tên giúp em").
So every word known here is a sign, an answer is what its signs come to, and a text with one unknown word is
no mere answer: it says more, and is never taken for less. What can be read both ways means nothing and is asked about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from domain.language import HAN, fold
from domain.signs import MOST_LETTERS, MOST_WORDS, TYPED, WRITTEN, Sign


class Meaning(StrEnum):
    """One thing a short answer can say."""

    YES = "yes"
    NO = "no"
    AGREE = "agree"
    DISAGREE = "disagree"
    SEND = "send"
    NAMED = "named"
    HIDDEN = "hidden"
    ANONYMOUS = "anonymous"
    CHANGE = "change"
    DROP = "drop"
    BACK = "back"
    SKIP = "skip"
    UNKNOWN = "unknown"
    STILL = "still"
    NEW = "new"
    WITHDRAW = "withdraw"
    KEEP = "keep"
    ADD = "add"
    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not-solved"
    THANKS = "thanks"
    GREETING = "greeting"
    STATUS = "status"
    SOLVED_YET = "solved-yet"
    PERSON = "person"


_FREE = {Sign.FILL, Sign.THANK, Sign.MAY, Sign.BYE}
_NO = {Sign.NOT, Sign.NOT_YET}
_SENDING = {Sign.SEND, Sign.YES, Sign.AGREE, Sign.DONE}
#: meaning → the signs it needs (any of these sets), and those that may stand beside them
_RULES: dict[Meaning, tuple[tuple[set[Sign], ...], set[Sign]]] = {
    Meaning.YES: (({Sign.YES},), {Sign.DONE, Sign.GREET}),
    Meaning.NO: (({Sign.NOT},), {Sign.STOP}),
    Meaning.AGREE: (({Sign.AGREE},), {Sign.YES, Sign.ALL, Sign.DONE}),
    Meaning.DISAGREE: (({Sign.NOT, Sign.AGREE},), set()),
    Meaning.SEND: (({Sign.SEND},), {Sign.YES, Sign.AGREE}),
    Meaning.NAMED: (({Sign.SHOWN}, {Sign.NOT, Sign.HIDE}), _SENDING),
    Meaning.HIDDEN: (({Sign.HIDE}, {Sign.NOT, Sign.SHOWN}), _SENDING),
    Meaning.ANONYMOUS: (({Sign.ANONYMOUS},), _SENDING),
    Meaning.CHANGE: (
        ({Sign.CHANGE}, {Sign.WRONG}, {Sign.NOT, Sign.YES}, {Sign.NOT_YET, Sign.YES}),
        {Sign.YES, Sign.DONE, Sign.WRONG, Sign.CHANGE},
    ),
    Meaning.DROP: (
        ({Sign.DROP}, {Sign.NOT, Sign.SEND}, {Sign.STOP, Sign.SEND}, {Sign.NOT, Sign.BACK}),
        {Sign.STOP, Sign.YES},
    ),
    Meaning.BACK: (({Sign.BACK},), {Sign.YES}),
    Meaning.SKIP: (({Sign.SKIP}, {Sign.NOT, Sign.HAVE}, {Sign.NOT, Sign.YES}, {Sign.NOT_YET, Sign.YES}), set()),
    Meaning.UNKNOWN: (({Sign.NOT, Sign.KNOW}, {Sign.NOT_YET, Sign.KNOW}), {Sign.WHICH, Sign.YES, Sign.SEND}),
    Meaning.STILL: (({Sign.STILL, Sign.SEND},), {Sign.YES}),
    Meaning.NEW: (({Sign.NEW},), {Sign.YES}),
    Meaning.WITHDRAW: (({Sign.WITHDRAW},), {Sign.YES, Sign.AGREE}),
    Meaning.KEEP: (({Sign.KEEP}, {Sign.NOT, Sign.WITHDRAW}, {Sign.STOP, Sign.WITHDRAW}), {Sign.STOP}),
    Meaning.ADD: (({Sign.ADD},), {Sign.YES}),
    Meaning.SOLVED: (({Sign.DONE},), {Sign.YES, Sign.ALL, Sign.HAVE}),
    Meaning.PARTLY: (
        ({Sign.PART}, {Sign.NOT_YET, Sign.ALL}, {Sign.NOT, Sign.ALL, Sign.DONE}),
        {Sign.DONE, Sign.YES, Sign.HAVE, Sign.NEW, Sign.ALL, Sign.STOP},
    ),
    Meaning.NOT_SOLVED: (
        ({Sign.NOT}, {Sign.NOT_YET}),
        {*_NO, Sign.DONE, Sign.STILL, Sign.HAVE, Sign.AGREE, Sign.YES, Sign.WHEN},
    ),
    Meaning.THANKS: (({Sign.THANK}, {Sign.YES}, {Sign.FILL}), {Sign.YES}),
    Meaning.GREETING: (({Sign.GREET},), {Sign.ASKS}),
    Meaning.STATUS: (
        ({Sign.WHEN}, {Sign.WHEN, Sign.NOT_YET, Sign.ASKS}),
        {Sign.ASKS, Sign.DONE, Sign.YES, Sign.HAVE, Sign.GREET, Sign.KNOW, Sign.NEW, Sign.WHICH},
    ),
    Meaning.SOLVED_YET: (({Sign.ASKS, Sign.DONE},), {Sign.NOT_YET, Sign.YES, Sign.GREET, Sign.NOT}),
    Meaning.PERSON: (
        ({Sign.MEET, Sign.SOMEBODY}, {Sign.PHONE}, {Sign.SOMEBODY, Sign.WHICH}, {Sign.SOMEBODY, Sign.ASKS}),
        {Sign.MEET, Sign.SOMEBODY, Sign.PHONE, Sign.YES, Sign.ASKS, Sign.WHICH, Sign.GREET, Sign.HAVE},
    ),
}


# ---------------------------------------------------------------- reading


#: longer than this nobody merely answers
LONGEST = 80
_THUMB = re.compile("[👍👌🆗✅]")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_RUN = re.compile(f"{HAN.pattern}+|[^{HAN.pattern[1:-1]}]+")
#: a denial after what it denies asks ("xong chưa", "解决了没有")
_ASKED_ABOUT = {Sign.DONE, Sign.HAVE, Sign.AGREE, Sign.YES, Sign.KNOW, Sign.WHEN}


@lru_cache(maxsize=256)
def signs(text: str) -> tuple[Sign, ...] | None:
    """The signs of a text in their order; None when it has a word we do not know: then it is no mere answer."""
    if len(text) > LONGEST:
        return None
    found: list[Sign] = []
    for run in _RUN.findall(_THUMB.sub(" ok ", unicodedata.normalize("NFC", text.lower()))):
        part = list(_in_letters(run) if HAN.match(run) else _in_words(_TOKEN.findall(run)))
        if None in part:
            return None
        found += [sign for each in part if each for sign in each]
    if Sign.AT_ALL in found and _NO.isdisjoint(found):
        found.append(Sign.ASKS)
    found = [sign for sign in found if sign is not Sign.AT_ALL]
    said = [sign for sign in found if sign not in _FREE]
    asks = len(said) > 1 and said[-1] in _NO and not _ASKED_ABOUT.isdisjoint(said[:-1])
    if asks or text.rstrip().endswith(("?", "？")):
        found.append(Sign.ASKS)
    return tuple(found)


def _in_words(words: list[str]) -> Iterator[tuple[Sign, ...] | None]:
    """The longest phrase known from each place on; None for an unknown word."""
    at = 0
    while at < len(words):
        for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            # with its diacritics a word is what it is: "hỏng" is not the "hông" that both are without them
            if known := WRITTEN.get(phrase) or TYPED.get(phrase):
                yield known
                break
        else:
            yield None
            return
        at += length


def _in_letters(run: str) -> Iterator[tuple[Sign, ...] | None]:
    at = 0
    while at < len(run):
        for length in range(min(MOST_LETTERS, len(run) - at), 0, -1):
            if known := WRITTEN.get(run[at : at + length]):
                yield known
                break
        else:
            yield None
            return
        at += length


def is_mere_answer(text: str) -> bool:
    """True when a text says nothing but known words of an answer, whatever they come to."""
    return bool(signs(text))


def is_courtesy(text: str) -> bool:
    """True for thanks and politeness alone, which answer nothing; a yes is more than that."""
    return is_mere_answer(text) and set(signs(text) or ()) <= _FREE


def says(text: str, *meanings: Meaning) -> bool:
    """True when a text comes to one of these answers and to nothing more."""
    found = signs(text)
    if not found:
        return False
    given = set(found) - _FREE or _alone(set(found))
    return any(_comes_to(given, meaning) for meaning in meanings)


def _alone(courtesy: set[Sign]) -> set[Sign]:
    """What words come to that answer nothing beside others."""
    return {Sign.YES} if Sign.MAY in courtesy else courtesy & {Sign.THANK} or {Sign.FILL}


def _comes_to(given: set[Sign], meaning: Meaning) -> bool:
    ways, beside = _RULES[meaning]
    return any(needed <= given <= needed | beside for needed in ways)


def outcome(text: str) -> Meaning | None:
    """The verdict a text gives on an answer, or None where it gives none."""
    return next((each for each in (Meaning.PARTLY, Meaning.NOT_SOLVED, Meaning.SOLVED) if says(text, each)), None)


_OF = re.compile(r"(\d{1,2}) ?(?:/|tren|out of|of) ?(5|10)")
_BARE = re.compile(r"(\d{1,2}) ?(?:sao|ngoi sao|stars?|diem|分|颗?星)?")
_SPELT = re.compile(r"(\w+?) ?(?:sao|stars?|颗?星)")
_FIGURES = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5} | {
    figure: number for number, figure in enumerate("一二三四五", 1)
}
MOST_STARS, FULL_MARKS = 5, 10


def stars(text: str) -> int:
    """One to five stars, as figures, words or signs ("5 sao", "năm sao", "8/10", "⭐⭐⭐"); 0 for none."""
    if drawn := sum(text.count(sign) for sign in "⭐★🌟"):
        return min(drawn, MOST_STARS)
    words = fold(text).strip(" .!,").split()
    said = " ".join(word for word in words if TYPED.get(word) != (Sign.FILL,))
    if found := _OF.fullmatch(said):
        return _as_stars(int(found[1]), int(found[2]))
    if found := _BARE.fullmatch(said):
        return _as_stars(int(found[1]), FULL_MARKS if int(found[1]) == FULL_MARKS else MOST_STARS)
    found = _SPELT.fullmatch(said)
    return _FIGURES.get(found[1], 0) if found else 0


def _as_stars(number: int, out_of: int) -> int:
    return max(1, round(MOST_STARS * number / out_of)) if 1 <= number <= out_of else 0


_NUMBER = re.compile(r"(?<![-\d.,])\d{1,3}(?![\d]|[.,]\d)")


def number(text: str) -> int | None:
    """The one number a text names ("1 ạ", "số 3", "2."), or None when it says anything else, too."""
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        return None
    rest = signs(_NUMBER.sub(" ", text))
    return int(numbers[0]) if rest is not None and set(rest) <= _FREE | {Sign.YES} else None
