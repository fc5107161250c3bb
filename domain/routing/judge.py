"""How much a text reads like a complaint about officials: a word by word sum, learnt from labelled texts."""

from __future__ import annotations

import math
import random
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Any, Self

from domain.routing.classifier import Weights, count, counted
from domain.routing.packing import Numbers

#: How often all examples are gone through, how much a mistake may cost, how much more a missed complaint costs than a
#: false alarm: chosen by cross-validation and flat around these values.
LESSONS = 12
COST = 1.5
MISSED = 3.0
#: Who was judged rightly by so much in one lesson is asked again in every third only.
SETTLED, SELDOM = 0.3, 3
#: What every text has, so that a level is learnt, too.
ALWAYS = 1.0


@dataclass(frozen=True, slots=True)
class Judge:
    """What was learnt: what each word and pair of words says, and the level; from 0 on a text is rather a complaint."""

    words: Weights
    usual: float

    def packed(self) -> tuple[Any, dict[str, Numbers]]:
        """Everything learnt as facts and arrays, to be kept."""
        return [self.usual], self.words.arrays("judge")

    @classmethod
    def unpacked(cls, facts: Any, arrays: Mapping[str, Numbers]) -> Self:
        """A judge from what it gave; raises KeyError, TypeError or ValueError for anything else."""
        (usual,) = facts
        return cls(Weights.of(arrays, "judge"), usual)

    @property
    def knows_any(self) -> bool:
        """Whether it was taught any complaint."""
        return self.usual > -math.inf

    def score(self, text: str, words: Counter[int] | None = None) -> float:
        """How much a text reads like a complaint about officials; words are its counted words, unknown ones are not."""
        return self.words.add_up(counted(text) if words is None else words, 0.0, (0.0,))[0] + self.usual

    def speaks(self, word: str) -> float:
        """What a word speaks for a complaint, less than 0 against it."""
        return self.words.weight(word, 0)


#: A text as it is learnt: the places of its words, how much of each, what it should be, what a mistake on it costs.
_Lesson = tuple[Sequence[int], Sequence[float], float, float]


def learn_conduct(labelled: Iterable[tuple[str, bool]]) -> Judge:
    """A judge from (text, whether it is about officials' conduct); the same examples give the same judge.

    Without any such example it says never.
    """
    taught = [(count(text), about) for text, about in labelled]
    words = Weights()
    if not any(about for _, about in taught):
        return Judge(words, -math.inf)
    seen = Counter(each for text, _ in taught for each in text.numbers)
    numbers = array("I", sorted(seen))
    places = {number: place for place, number in enumerate(numbers)}
    rarities = array("f", (math.log((1 + len(taught)) / (1 + seen[each])) + 1 for each in numbers))
    lessons: list[_Lesson] = []
    for text, about in taught:
        own = array("I", map(places.__getitem__, text.numbers))
        values = [rarities[at] * (1 + math.log(many)) for at, many in zip(own, text.many, strict=True)]
        length = math.sqrt(sum(map(mul, values, values))) or 1.0
        shares = array("f", (each / length for each in values))
        lessons.append((own, shares, 1.0 if about else -1.0, COST * (MISSED if about else 1.0)))
    weights, usual = _taught(lessons, len(numbers))
    for number, rarity, weight in zip(numbers, rarities, weights, strict=True):
        words.add(number, rarity, ((0, weight),))
    return Judge(words, usual)


def _taught(lessons: Sequence[_Lesson], words: int) -> tuple[array[float], float]:
    """A weight for each word, and the level: a linear support vector machine with squared loss, by its dual."""
    weights, usual = array("d", bytes(8 * words)), 0.0
    shares = [0.0] * len(lessons)
    right = [0.0] * len(lessons)
    chance = random.Random(1)  # noqa: S311  nothing secret: the same order every time
    order = list(range(len(lessons)))
    for number in range(LESSONS):
        chance.shuffle(order)
        for place in order:
            own, values, wanted, cost = lessons[place]
            if right[place] > SETTLED and number % SELDOM:
                continue
            soft = 0.5 / cost
            share = shares[place]
            score = sum(map(mul, map(weights.__getitem__, own), values)) + usual * ALWAYS
            slope = wanted * score - 1 + soft * share
            right[place] = slope if not share else 0.0
            moved = max(share - slope / (1 + ALWAYS * ALWAYS + soft), 0.0) - share
            if not moved:
                continue
            shares[place] = share + moved
            step = moved * wanted
            for at, value in zip(own, values, strict=True):
                weights[at] += step * value
            usual += step * ALWAYS
    return weights, usual
