"""Which texts are about the same: their words and pairs of words, how much each says, old names beside new ones.

A term is a folded word, or two neighbours joined by "_": in Vietnamese, whose words are mostly written as two
syllables, the pair says what the syllables alone do not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self
from zlib import crc32

from domain.case import confidentiality
from domain.case.case import Case
from domain.language import fold
from domain.province.catalogue import Catalogue, Department
from domain.routing.classifier import Packed
from domain.routing.phrases import Phrases

#: what of a text is read; the rest of a long one repeats or concerns details
LONGEST_READ = 4000
LONGEST_WORD = 40
#: What another name of the department that was named weighs against the words themselves.
OTHER_NAME = 0.5
#: What one word says against a pair of neighbours.
ONE_WORD = 0.6
#: Two texts are alike when they share this much of the weight of the one that has less, and no less than two pairs'
#: worth; chosen on 32 questions and texts beside the labelled examples (17 of 22 found, 11 of 10,810 found wrongly,
#: most of those about the same matter, too).
ALIKE = 0.3
LEAST_SHARED = 2.0
#: What holds less than this of what the best one found holds is no answer to a question.
WORTH = 0.5
#: the mark of a case that has an answer, and the shelf of published answers; no term begins with "_"
ANSWERED, PUBLISHED = "_answered", "_published"

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+")
_FIRST_HAN = "\u3400"


def terms(text: str) -> list[str]:
    """The terms of a text, each once, in their order; Chinese by its pairs of characters."""
    found: dict[str, None] = {}
    before = ""
    for run in _RUN.findall(fold(text[:LONGEST_READ])):
        if run >= _FIRST_HAN:
            found |= dict.fromkeys(map("".join, pairwise(run))) if len(run) > 1 else {run: None}
            before = ""
            continue
        word = run[:LONGEST_WORD]
        found[word] = None
        if before:
            found[f"{before}_{word}"] = None
        before = word
    return list(found)


def shelf(department: str) -> str:
    """The mark of a department's cases."""
    return f"_{department}"


def words_of(case: Case) -> str:
    """What a case is found by: its text, answer, topic and code, never who filed where that is withheld."""
    text = confidentiality.for_department(case, case.text)
    answer = confidentiality.for_department(case, case.answer)
    found = dict.fromkeys(each for part in (case.code, case.topic, text, answer) for each in terms(part))
    marks = [shelf(case.department), *([ANSWERED] if case.answered_at else [])]
    return " ".join([*found, *marks])


class Rarity:
    """How much a term says: from 1 for one never seen down to 0 for one in every text it was taught."""

    def __init__(self, texts: Iterable[str]) -> None:
        seen: Counter[int] = Counter()
        many = 0
        for text in texts:
            seen.update(map(_number, terms(text)))
            many += 1
        self.says = Packed({term: 1 - math.log(1 + times) / math.log(1 + many) for term, times in seen.items()})

    @classmethod
    def of(cls, says: Packed) -> Self:
        """As it was kept."""
        found = cls(())
        found.says = says
        return found

    def weight(self, term: str) -> float:
        """Between 0 and 1; one word alone weighs less than a pair."""
        whole = 1.0 if "_" in term or term >= _FIRST_HAN else ONE_WORD
        return whole * self.says.get(_number(term), 1.0)


def _number(term: str) -> int:
    """What a term is known by where its letters are not kept; of 50,000 terms hardly two have the same."""
    return crc32(term.encode())


class Names:
    """Every name a department goes by, its predecessors' among them: whoever says the old one means the new one."""

    def __init__(self, catalogue: Catalogue) -> None:
        bodies = [each for each in catalogue.departments if each.takes_cases]
        self._of = {each.key: tuple(_names(each)) for each in bodies}
        self._known = Phrases((key, name) for key, names in self._of.items() for name in names)

    def others(self, text: str) -> Iterator[str]:
        """The other names of each department a text names."""
        hits = self._known.find(text)
        said = {fold(hit.phrase) for hit in hits}
        for owner in dict.fromkeys(hit.owner for hit in hits):
            yield from (name for name in self._of[owner] if fold(name) not in said)


def _names(department: Department) -> Iterator[str]:
    """Its names of two words or more; one word alone could mean anything."""
    former = (each.name.partition("(")[0].strip() for each in department.predecessors)
    every = dict.fromkeys((*department.names.values(), *department.aliases, *former))
    return (each for each in every if " " in each.strip() or each >= _FIRST_HAN)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: each term with its weight, those that say most first."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def score(self, words: Collection[str]) -> float:
        """How much of the query stands in a text."""
        return sum(weight for term, weight in self.weights.items() if term in words)


def query(text: str, rarity: Rarity, names: Names | None = None) -> Query:
    """A text as a query, the other names of what it names added at less weight; whatever it holds, it is only words."""
    weights = {term: rarity.weight(term) for term in terms(text)}
    for name in names.others(text[:LONGEST_READ]) if names else ():
        for term in terms(name):
            if "_" in term or term >= _FIRST_HAN:
                weights.setdefault(term, OTHER_NAME * rarity.weight(term))
    return Query(dict(sorted(weights.items(), key=lambda each: -each[1])))


def are_alike(one: str, other: str, rarity: Rarity) -> bool:
    """True when two texts share so much that they are likely about the same matter."""
    first, second = ({each: rarity.weight(each) for each in terms(text)} for text in (one, other))
    shared = sum(weight for term, weight in first.items() if term in second)
    return shared >= max(LEAST_SHARED, ALIKE * min(sum(first.values()), sum(second.values())))
