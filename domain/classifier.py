"""A small text classifier: complement naive Bayes over folded words, their pairs and character 4-grams."""

from __future__ import annotations

import math
import re
from array import array
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


class Weights:
    """What every feature says, packed: some 40,000 features of 22 classes take 7 MB instead of 28.

    A feature's number finds its rarity and, between two `starts`, the classes that have it and what it adds to each.
    """

    __slots__ = ("_numbers", "_places", "_rarities", "_starts", "_values")

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rarities = array("f")
        self._starts = array("L", [0])
        self._places = array("H")
        self._values = array("f")

    def add(self, feature: str, rarity: float, found: Iterable[tuple[int, float]]) -> None:
        """Learn one feature; a feature is added once."""
        self._numbers[feature] = len(self._rarities)
        self._rarities.append(rarity)
        for place, value in found:
            self._places.append(place)
            self._values.append(value)
        self._starts.append(len(self._places))

    def add_up(self, asked: Counter[str], rarest: float, usual: tuple[float, ...]) -> list[float]:
        """One score per class for the features asked about; one loop over plain arrays, because every filing waits."""
        numbers, rarities = self._numbers, self._rarities
        known: list[tuple[float, int]] = []
        squares = total = 0.0
        for feature, many in asked.items():
            number = numbers.get(feature)
            value = rarest if number is None else rarities[number]
            if many > 1:
                value *= 1 + math.log(many)
            squares += value * value
            if number is not None:
                known.append((value, number))
                total += value
        length = math.sqrt(squares) or 1.0
        result = [each * total / length for each in usual]
        starts, places, values = self._starts, self._places, self._values
        for value, number in known:
            share = value / length
            for at in range(starts[number], starts[number + 1]):
                result[places[at]] += values[at] * share
        return result

    def weight(self, feature: str, place: int) -> float:
        """What a feature speaks for the class at a place, 0 when it says nothing of it."""
        number = self._numbers.get(feature)
        if number is None:
            return 0.0
        for at in range(self._starts[number], self._starts[number + 1]):
            if self._places[at] == place:
                return self._rarities[number] * self._values[at]
        return 0.0


def counted(text: str) -> Counter[str]:
    """The features of a text with how often each stands in it: what every classifier is asked with."""
    return Counter(features(text))


@dataclass(slots=True)
class Classifier:
    """Complement naive Bayes: a class is scored by how badly a text fits all the other classes."""

    classes: tuple[str, ...]
    weights: Weights
    usual: tuple[float, ...]
    rarest: float

    def scores(self, asked: Counter[str]) -> list[float]:
        """One score per class, comparable across lengths of text; unknown words lessen them, down to 0 for all."""
        return self.weights.add_up(asked, self.rarest, self.usual)

    def weight(self, feature: str, place: int) -> float:
        """What a feature speaks for the class at a place, 0 when it says nothing of it."""
        return self.weights.weight(feature, place)


def learn(documents: Iterable[tuple[str, str, float]]) -> Classifier:
    """A classifier from (class, text, weight of this text) documents; the same documents give the same classifier."""
    taught = [(name, counted(text), weight) for name, text, weight in documents]
    classes = tuple(sorted({name for name, _, _ in taught}))
    rarity = _rarity([found for _, found, _ in taught])
    within = _within(taught, {name: place for place, name in enumerate(classes)}, rarity)
    by_class = [0.0] * len(classes)
    for found in within.values():
        for place, value in found.items():
            by_class[place] += value
    room = sum(by_class) + SMOOTHING * len(within)
    usual = tuple(math.log(room - own) for own in by_class)
    mean = sum(usual) / (len(usual) or 1)
    weights = Weights()
    for each, found in within.items():
        weights.add(each, rarity[each], _weights(found))
    return Classifier(classes, weights, tuple(each - mean for each in usual), math.log(1 + len(taught)) + 1)


def _rarity(found: Sequence[Counter[str]]) -> dict[str, float]:
    """How much a feature says: more, the fewer documents have it."""
    seen: Counter[str] = Counter()
    for each in found:
        seen.update(each.keys())
    return {each: math.log((1 + len(found)) / (1 + many)) + 1 for each, many in seen.items()}


def _within(
    taught: Iterable[tuple[str, Counter[str], float]], places: Mapping[str, int], rarity: Mapping[str, float]
) -> dict[str, dict[int, float]]:
    """For each feature how much of it each class has, every document counting by its weight whatever its length."""
    within: dict[str, dict[int, float]] = {}
    for name, found, weight in taught:
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
