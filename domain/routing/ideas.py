"""The ideas a complaint about officials is made of, found in a text by the words that stand for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from domain.language import MARK, fold
from domain.routing.conduct_terms import DOUBTFUL_FOLDED, TERMS

LONGEST = 6

FIRST_HAN = "\u3400"
TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]*#[^\W_\u3400-\u9fff]*|[^\W_\u3400-\u9fff#]+")

WRONG = frozenset({"rude", "threat", "stalling", "favouring", "leak", "taking", "indecent"})
FAVOUR = frozenset({"bribe", "gift", "euphemism"})
BAD = WRONG | FAVOUR | {"no_receipt"}
OFFICIALS = frozenset({"official", "person"})
#: These speak against a complaint about officials; they are weighed alone, not with every other idea.
SOFT = frozenset({"ordinary", "thanks", "outsider", "not", "proposal", "harmless"})
#: Next to one of these a certain phrase is not certain any more.
DOUBTS = SOFT - {"ordinary"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: its words from `start` to `end`, and the ideas it stands for."""

    start: int
    end: int
    ideas: frozenset[str]
    phrase: str


@cache
def _terms(*, folded: bool) -> tuple[Mapping[str, frozenset[str]], Mapping[str, int]]:
    """Phrase → ideas, and first word → most words; without diacritics single Vietnamese syllables say too little."""
    known: dict[str, frozenset[str]] = {}
    longest: dict[str, int] = {}
    for idea, listed in TERMS.items():
        for term in listed.strip().replace("\n", "|").split("|"):
            phrase = fold(term) if folded else term
            if folded and (phrase in DOUBTFUL_FOLDED or (phrase != term and " " not in phrase)):
                continue
            words = TOKEN.findall(phrase)
            key = _joined(words)
            known[key] = known.get(key, frozenset()) | {idea}
            longest[words[0]] = min(max(longest.get(words[0], 0), len(words)), LONGEST)
    return known, longest


def _joined(words: list[str]) -> str:
    return ("" if words[0] >= FIRST_HAN else " ").join(words)


def find_hits(text: str) -> list[Hit]:
    """The phrases of a text in their order, none within another, none that is denied (không vòi tiền)."""
    plain = re.sub(r"\d+", "#", unicodedata.normalize("NFC", text).lower().replace("%", " percent "))
    folded = not MARK.search(plain)
    words = TOKEN.findall(fold(plain) if folded else plain)
    known, longest = _terms(folded=folded)
    found: list[Hit] = []
    reach = denied = 0
    for start, word in enumerate(words):
        for end in range(min(start + longest.get(word, 0), len(words)), start, -1):
            phrase = _joined(words[start:end])
            if (ideas := known.get(phrase)) is None:
                continue
            if end > reach and (start > denied or denied == 0 or "not" in ideas):
                found.append(Hit(start, end, ideas, phrase))
                denied = end if "not" in ideas else denied
            reach = max(reach, end)
            break
    return found
