"""Why a department was found: phrases of its own that stand in the text, or the words that speak most for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from domain.language import fold
from domain.routing.phrases import PAUSE, Hit

MOST_REASONS = 4
#: The least a word or a pair of words must speak for a department to be shown as the reason.
TELLING = 1.0
TELLING_WORD = 5
#: Words that join others and say nothing themselves, without their diacritics.
FUNCTION_WORDS = frozenset(
    """
    ai anh ban bang bi boi ca cac cai can chi cho chua chung co con cua cung da dang de den di do duoc e em gi hay hon
    khi khong ko la lai lam len luc luon ma mai moi mot nao nay nen neu ngay nhieu nhu nhung o phai qua ra rat roi sao
    se sau tai tat thi them theo thuoc toi tren trong truoc tu va van vao vi voi vua xin xong xuong a an and are at be
    by for from has have in is it not of on or our that the this to was we were with you your my
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)


def phrases_of(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The first few phrases found, none of them a part of one before it."""
    kept: list[str] = []
    for hit in hits:
        if not any(fold(hit.phrase) in fold(each) for each in kept):
            kept.append(hit.phrase)
    return tuple(kept[:MOST_REASONS])


def telling_words(weigh: Callable[[str], float], text: str) -> tuple[str, ...]:
    """The pair of words of the text that speaks most, or the longer word that does, if it speaks enough."""
    weights: dict[str, float] = {}
    for part in PAUSE.split(text.lower()):
        words = re.findall(r"[^\W\d_]+", part)
        pairs = (pair for pair in pairwise(words) if not FUNCTION_WORDS & {fold(each) for each in pair})
        weights |= {f"{one} {two}": weigh(fold(f"{one} {two}")) for one, two in pairs}
        weights |= {word: weigh(f"w:{fold(word)}") for word in words if len(word) >= TELLING_WORD}
    best = max(weights, key=lambda each: (weights[each], each), default="")
    return (best,) if best and weights[best] >= TELLING else ()
