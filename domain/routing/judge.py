"""How much a text reads like a complaint about officials, learnt from labelled ones.

A text is read as the ideas its words stand for, which of them stand together, and its words; beside it a linear
classifier weighs words and runs of letters against all ordinary matters.
"""

from __future__ import annotations

import math
import random
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Self
from zlib import crc32

from domain.routing.classifier import Packed, count, counted
from domain.routing.ideas import FAVOUR, OFFICIALS, SOFT, WRONG, Hit, find_hits
from domain.routing.linear import Linear, learn_linear, traits
from domain.routing.packing import Numbers

#: How often all examples are gone through, how far a mistake moves the weights, how much more a missed complaint counts
#: than a false alarm, how much ideas, words and the linear classifier weigh: chosen by cross-validation.
LESSONS = 8
STEP = 0.3
MISSED = 3.0
IDEA = 0.5
WORDS = 2.0
LINEAR = 2.0
#: What is added to every score, so that 0 is where false alarms and complaints missed weigh the same.
LEVEL = 0.8
#: A word that stands in one example only teaches nothing about others.
LEAST_SEEN = 2
#: What is judged wrong by less teaches nothing more.
LEARNT = 0.02
#: Ideas this many words apart belong together.
NEAR = 6
ORDINARY, COMPLAINT = "no", "yes"


def _features(text: str, words: Collection[int]) -> dict[int, float]:
    """What is learnt from: the ideas, which of them stand together or near, and the words."""
    hits = find_hits(text)
    ideas = frozenset().union(*(hit.ideas for hit in hits)) - {"certain"}
    core, soft = ideas - SOFT, ideas & SOFT
    bad = core & (WRONG | FAVOUR | {"no_receipt"})
    groups = {"WRONG": core & WRONG, "FAVOUR": core & FAVOUR, "OFFICIALS": core & OFFICIALS}
    kinds = {**groups, f"BAD {min(len(bad), 3)}": bad}
    whole = core | {name for name, found in kinds.items() if found}
    named = {*whole, *soft, *map("+".join, combinations(sorted(whole), 2))}
    named |= {f"{one}-{other}" for one in soft for other in whole & groups.keys()}
    named.update(_near(hits))
    result = {crc32(f"idea {each}".encode()): IDEA for each in named}
    result.update(dict.fromkeys(words, WORDS / math.sqrt(len(words) or 1)))
    return result


def _near(hits: list[Hit]) -> Iterator[str]:
    """Pairs of ideas in their order that stand within a few words of each other."""
    for place, one in enumerate(hits):
        for other in hits[place + 1 :]:
            if other.start - one.end > NEAR:
                break
            yield from (f"{a} {b}" for a in one.ideas for b in other.ideas if a != b)


@dataclass(frozen=True, slots=True)
class Judge:
    """What was learnt about complaints about officials: a weight for every feature, added up, and a second judge."""

    weights: Mapping[int, float]
    usual: float
    linear: Linear | None = None

    def packed(self) -> tuple[Any, dict[str, Numbers]]:
        """Everything learnt as facts and arrays, to be kept."""
        arrays = Packed(self.weights).arrays("judge")
        if self.linear is None:
            return [self.usual, None], arrays
        arrays |= {"judge linear": self.linear.weights, "judge rarities": self.linear.rarities}
        return [self.usual, self.linear.scale], arrays

    @classmethod
    def unpacked(cls, facts: Any, arrays: Mapping[str, Numbers]) -> Self:
        """A judge from what it gave; raises KeyError, TypeError or ValueError for anything else."""
        usual, scale = facts
        weights = Packed.of(arrays, "judge")
        if scale is None:
            return cls(weights, usual)
        return cls(
            weights, usual, Linear((ORDINARY, COMPLAINT), arrays["judge linear"], arrays["judge rarities"], scale)
        )

    def score(self, text: str, words: Mapping[int, int] | None = None) -> float:
        """How much a text reads like a complaint about officials; words are its counted words."""
        counts = counted(text) if words is None else words
        found = _features(text, counts)
        score = self.usual + sum(self.weights.get(each, 0.0) * value for each, value in found.items()) + LEVEL
        if self.linear is not None:
            ordinary, complaint = self.linear.scores(traits(text, counts))
            score += LINEAR * (complaint - ordinary)
        return score


#: A text as it is learnt: its features, how much of each, and whether it is about officials; in arrays, to be small.
_Lesson = tuple[Sequence[int], Sequence[float], bool]


def learn_conduct(labelled: Iterable[tuple[str, bool]]) -> Judge:
    """A judge from (text, whether it is about officials' conduct); the same examples give the same judge.

    Logistic regression with steps that grow smaller for what was often learnt. Without any such example it says never.
    """
    taught = [(text, count(text), about) for text, about in labelled]
    if not any(about for *_, about in taught):
        return Judge({}, -math.inf)
    seen = Counter(each for _, counts, _ in taught for each in counts.numbers)
    lessons: list[_Lesson] = []
    for text, counts, about in taught:
        found = _features(text, counts.numbers)
        kept = [each for each in found if seen.get(each, LEAST_SEEN) >= LEAST_SEEN]
        lessons.append((array("I", kept), array("d", map(found.__getitem__, kept)), about))
    weights, usual = _taught(lessons)
    documents = [
        (COMPLAINT if about else ORDINARY, traits(text, counts.numbers), 1.0) for text, counts, about in taught
    ]
    is_told_apart = not all(about for *_, about in taught)
    return Judge(Packed(weights), usual, learn_linear(documents) if is_told_apart else None)


def _taught(lessons: list[_Lesson]) -> tuple[dict[int, float], float]:
    weights: dict[int, float] = {}
    moved: dict[int, float] = {}
    usual = 0.0
    order = random.Random(1)  # noqa: S311  nothing secret: the same order every time
    for _ in range(LESSONS):
        order.shuffle(lessons)
        for keys, values, about in lessons:
            score = usual + sum(weights.get(key, 0.0) * value for key, value in zip(keys, values, strict=True))
            chance = 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))
            error = (1 - chance) * MISSED if about else -chance
            if abs(error) < LEARNT:
                continue
            usual += STEP * error
            for key, value in zip(keys, values, strict=True):
                change = error * value
                moved[key] = moved.get(key, 0.001) + change * change
                weights[key] = weights.get(key, 0.0) + STEP * change / math.sqrt(moved[key])
    return weights, usual
