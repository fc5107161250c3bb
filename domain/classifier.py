"""A small text classifier: complement naive Bayes over folded words, their pairs and character 4-grams."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.language import fold

#: How strongly unseen words are smoothed; chosen by cross-validation, flat between 0.1 and 0.6.
SMOOTHING = 0.3

WORD = re.compile(r"[a-z0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+")
MARKED_WORD = re.compile(r"[^\W\d_]+")
FIRST_HAN = "\u3400"


def features(text: str) -> Iterator[str]:
    """Folded words, their pairs and character 4-grams; Chinese by 1 to 3 characters; marked words also as written."""
    words = []
    for word in WORD.findall(fold(text)):
        if word < FIRST_HAN:
            words.append(word)
            yield f"w:{word}"
        else:
            yield from (word[at : at + size] for size in (1, 2, 3) for at in range(len(word) - size + 1))
    yield from map(" ".join, pairwise(words))
    line = f" {' '.join(words)} "
    yield from (line[at : at + 4] for at in range(len(line) - 3))
    if not text.isascii():
        yield from _marked(MARKED_WORD.findall(text.lower()))


def _marked(words: list[str]) -> Iterator[str]:
    """Words and word pairs as written, where diacritics tell thuế (tax) from thuê (lease)."""
    marked = [word for word in words if word < FIRST_HAN]
    yield from (f"={word}" for word in marked if not word.isascii())
    yield from (f"={one} {two}" for one, two in pairwise(marked) if not (one + two).isascii())


@dataclass(slots=True)
class Classifier:
    """Complement naive Bayes: a class is scored by how badly a text fits all the other classes."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, tuple[tuple[int, float], ...]]]
    usual: tuple[float, ...]
    rarest: float

    def scores(self, text: str) -> list[float]:
        """One score per class, comparable across lengths of text; unknown words lessen them, down to 0 for all."""
        unknown = (self.rarest, ())
        counted = [(self.weights.get(each, unknown), many) for each, many in Counter(features(text)).items()]
        values = [((1 + math.log(many)) * rarity, found) for (rarity, found), many in counted]
        length = math.sqrt(sum(value * value for value, _ in values)) or 1.0
        total = sum(value for value, found in values if found) / length
        result = [each * total for each in self.usual]
        for value, found in values:
            for place, weight in found:
                result[place] += weight * value / length
        return result

    def weight(self, feature: str, place: int) -> float:
        """What a feature speaks for the class at a place, 0 when it says nothing of it."""
        rarity, found = self.weights.get(feature, (0.0, ()))
        return rarity * dict(found).get(place, 0.0)


def learn(documents: Iterable[tuple[str, str, float]]) -> Classifier:
    """A classifier from (class, text, weight of this text) documents; the same documents give the same classifier."""
    counted = [(name, Counter(features(text)), weight) for name, text, weight in documents]
    classes = tuple(sorted({name for name, _, _ in counted}))
    rarity = _rarity([found for _, found, _ in counted])
    within = _within(counted, {name: place for place, name in enumerate(classes)}, rarity)
    by_class = [0.0] * len(classes)
    for found in within.values():
        for place, value in found.items():
            by_class[place] += value
    room = sum(by_class) + SMOOTHING * len(within)
    usual = tuple(math.log(room - own) for own in by_class)
    mean = sum(usual) / (len(usual) or 1)
    weights = {each: (rarity[each], _weights(found)) for each, found in within.items()}
    return Classifier(classes, weights, tuple(each - mean for each in usual), math.log(1 + len(counted)) + 1)


def _rarity(found: Sequence[Counter[str]]) -> dict[str, float]:
    """How much a feature says: more, the fewer documents have it."""
    seen: Counter[str] = Counter()
    for each in found:
        seen.update(each.keys())
    return {each: math.log((1 + len(found)) / (1 + many)) + 1 for each, many in seen.items()}


def _within(
    counted: Iterable[tuple[str, Counter[str], float]], places: Mapping[str, int], rarity: Mapping[str, float]
) -> dict[str, dict[int, float]]:
    """For each feature how much of it each class has, every document counting by its weight whatever its length."""
    within: dict[str, dict[int, float]] = {}
    for name, found, weight in counted:
        place = places[name]
        values = [(each, (1 + math.log(many)) * rarity[each]) for each, many in found.items()]
        scale = weight / (math.sqrt(sum(value * value for _, value in values)) or 1.0)
        for each, value in values:
            own = within.setdefault(each, {})
            own[place] = own.get(place, 0.0) + value * scale
    return within


def _weights(found: Mapping[int, float]) -> tuple[tuple[int, float], ...]:
    """What a feature adds to each class that has it: the loss it would be to all the others together."""
    total = sum(found.values()) + SMOOTHING
    return tuple((place, math.log(total / (total - own))) for place, own in found.items())


def probabilities(scores: Sequence[float], sharpness: float) -> list[float]:
    """Scores turned into probabilities that add up to 1; the sharper, the surer."""
    top = max(scores, default=0.0)
    raised = [math.exp(sharpness * (each - top)) for each in scores]
    total = sum(raised)
    return [each / total for each in raised]
