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
    """A classifier from (class, text, weight of this text) documents; the same documents give the same classifier.

    Features are taken from the texts twice, because keeping them all in between would take three times the memory.
    """
    taught = list(documents)
    classes = tuple(sorted({name for name, _, _ in taught}))
    rarity = _rarity(text for _, text, _ in taught)
    within = _within(taught, {name: place for place, name in enumerate(classes)}, rarity)
    by_class = [sum(found.values()) for found in within]
    room = sum(by_class) + SMOOTHING * len(rarity)
    usual = tuple(math.log(room - own) for own in by_class)
    mean = sum(usual) / (len(usual) or 1)
    weights = Weights()
    for each, says in rarity.items():
        weights.add(each, says, _weights({place: found[each] for place, found in enumerate(within) if each in found}))
    return Classifier(classes, weights, tuple(each - mean for each in usual), math.log(1 + len(taught)) + 1)


def _rarity(texts: Iterable[str]) -> dict[str, float]:
    """How much a feature says: more, the fewer documents have it."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        seen.update(set(features(text)))
        total += 1
    return {each: math.log((1 + total) / (1 + many)) + 1 for each, many in seen.items()}


def _within(
    taught: Iterable[tuple[str, str, float]], places: Mapping[str, int], rarity: Mapping[str, float]
) -> list[dict[str, float]]:
    """For each class how much of each feature it has, every document counting by its weight whatever its length."""
    within: list[dict[str, float]] = [{} for _ in places]
    for name, text, weight in taught:
        own = within[places[name]]
        values = [(each, (1 + math.log(many)) * rarity[each]) for each, many in counted(text).items()]
        scale = weight / (math.sqrt(sum(value * value for _, value in values)) or 1.0)
        for each, value in values:
            own[each] = own.get(each, 0.0) + value * scale
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
