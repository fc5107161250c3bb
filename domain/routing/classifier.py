"""A small text classifier: complement naive Bayes over words without diacritics, their pairs, and words as written."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self
from zlib import crc32

from domain.language import fold
from domain.routing.packing import Numbers

#: How strongly unseen words are smoothed, and how much less a word says that stands in many classes; both chosen by
#: cross-validation and flat around these values.
SMOOTHING = 0.4
SHARED = 0.3
#: Of words longer than this, which no Vietnamese syllable is, the beginning is a feature too: licence, licensing.
STEM = 6

WORD = re.compile(r"[a-z0-9]+|[\u3400-\u4dbf\u4e00-\u9fff]+")
MARKED_WORD = re.compile(r"[^\W\d_]+")
FIRST_HAN = "\u3400"


def features(text: str) -> Iterator[str]:
    """Folded words and their pairs; Chinese by 1 to 3 characters; marked words also as written."""
    words = []
    for word in WORD.findall(fold(text)):
        if word < FIRST_HAN:
            words.append(word)
            yield f"w:{word}"
            if len(word) > STEM:
                yield f"s:{word[:STEM]}"
        else:
            yield from (word[at : at + size] for size in (1, 2, 3) for at in range(len(word) - size + 1))
    yield from map(" ".join, pairwise(words))
    if not text.isascii():
        yield from _marked(MARKED_WORD.findall(text.lower()))


def _marked(words: list[str]) -> Iterator[str]:
    """Words and word pairs as written, where diacritics tell thuế (tax) from thuê (lease)."""
    marked = [word for word in words if word < FIRST_HAN]
    yield from (f"={word}" for word in marked if not word.isascii())
    yield from (f"={one} {two}" for one, two in pairwise(marked) if not (one + two).isascii())


class Packed(Mapping[int, float]):
    """A value for each of many numbers, 12 bytes each instead of a hundred."""

    __slots__ = ("_numbers", "_values")

    def __init__(self, values: Mapping[int, float]) -> None:
        self._numbers: Numbers = array("I", sorted(values))
        self._values: Numbers = array("d", map(values.__getitem__, self._numbers))

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers], name: str) -> Self:
        """What was kept under a name."""
        found = cls({})
        found._numbers, found._values = arrays[f"{name} numbers"], arrays[f"{name} values"]
        return found

    def arrays(self, name: str) -> dict[str, Numbers]:
        """Everything in it, to be kept under a name."""
        return {f"{name} numbers": self._numbers, f"{name} values": self._values}

    def __getitem__(self, number: int) -> float:
        """The value of a number; raises KeyError."""
        at = bisect_left(self._numbers, number)
        if at == len(self._numbers) or self._numbers[at] != number:
            raise KeyError(number)
        return float(self._values[at])

    def __iter__(self) -> Iterator[int]:
        """The numbers, smallest first."""
        return iter(self._numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def get(self, number: int, otherwise: float = 0.0) -> float:  # type: ignore[override]  # a value for every number
        """The value of a number, or else what was given."""
        at = bisect_left(self._numbers, number)
        return self._values[at] if at < len(self._numbers) and self._numbers[at] == number else otherwise


class Weights:
    """What every feature says, packed: features are known by a number, 10 bytes instead of 200 for each.

    A feature's place among the sorted numbers finds its rarity and, between two `starts`, the classes that have it and
    what it adds to each. Two features of one number would be taken for the same; of 60,000 that befalls hardly one.
    """

    __slots__ = ("_numbers", "_places", "_rarities", "_starts", "_values")

    def __init__(self) -> None:
        self._numbers = array("I")
        self._rarities = array("f")
        self._starts = array("I", [0])
        self._places = array("B")
        self._values = array("f")

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers], name: str) -> Self:
        """Weights from the arrays they gave under this name."""
        found = cls()
        for part in cls.__slots__:
            setattr(found, part, arrays[f"{name}{part}"])
        return found

    def arrays(self, name: str) -> dict[str, Numbers]:
        """Everything in it, to be kept under a name."""
        return {f"{name}{part}": getattr(self, part) for part in self.__slots__}

    def add(self, feature: int, rarity: float, found: Iterable[tuple[int, float]]) -> None:
        """Learn one feature; each is added once, in the order of their numbers."""
        self._numbers.append(feature)
        self._rarities.append(rarity)
        for place, value in found:
            self._places.append(place)
            self._values.append(value)
        self._starts.append(len(self._places))

    def _find(self, feature: int) -> int:
        """The place of a feature, -1 when it is not known."""
        at = bisect_left(self._numbers, feature)
        return at if at < len(self._numbers) and self._numbers[at] == feature else -1

    def add_up(self, asked: Counter[int], rarest: float, usual: tuple[float, ...]) -> list[float]:
        """One score per class for the features asked about; one loop over plain arrays, because every filing waits."""
        known: list[tuple[float, int]] = []
        squares = total = 0.0
        for feature, many in asked.items():
            number = self._find(feature)
            value = rarest if number < 0 else self._rarities[number]
            if many > 1:
                value *= 1 + math.log(many)
            squares += value * value
            if number >= 0:
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
        number = self._find(crc32(feature.encode()))
        if number < 0:
            return 0.0
        for at in range(self._starts[number], self._starts[number + 1]):
            if self._places[at] == place:
                return self._rarities[number] * self._values[at]
        return 0.0


def counted(text: str) -> Counter[int]:
    """The numbers of a text's features with how often each stands in it: what every classifier is asked with."""
    return Counter(crc32(each.encode()) for each in features(text))


class Counted(NamedTuple):
    """The same, packed, for texts that are kept while they are learnt."""

    numbers: array[int]
    many: array[int]


def count(text: str) -> Counted:
    """A text as it is learnt; to be counted once, because that is half of learning."""
    found = counted(text)
    return Counted(array("I", found), array("I", found.values()))


@dataclass(slots=True)
class Classifier:
    """Complement naive Bayes: a class is scored by how badly a text fits all the other classes."""

    classes: tuple[str, ...]
    weights: Weights
    usual: tuple[float, ...]
    rarest: float

    def scores(self, asked: Counter[int]) -> list[float]:
        """One score per class, comparable across lengths of text; unknown words lessen them, down to 0 for all."""
        return self.weights.add_up(asked, self.rarest, self.usual)

    def speaks(self, feature: str, name: str) -> float:
        """What a feature speaks for a class, 0 when it says nothing of it."""
        return self.weights.weight(feature, self.classes.index(name)) if name in self.classes else 0.0


def learn(documents: Iterable[tuple[str, Counted, float]]) -> Classifier:
    """A classifier from (class, counted text, weight of this text) documents; from the same ones the same classifier.

    It works in plain arrays, one for every feature and class, because dictionaries would take several times the memory
    for the moment, and a program keeps what it once took.
    """
    taught = list(documents)
    classes = tuple(sorted({name for name, _, _ in taught}))
    places = {name: place for place, name in enumerate(classes)}
    numbers = array("I", sorted({each for _, text, _ in taught for each in text.numbers}))
    read = [(places[name], weight, *_placed(text, numbers)) for name, text, weight in taught]
    rarities = _rarities(read, len(numbers), len(classes))
    within = _within(read, rarities, len(classes))
    by_class = [math.fsum(own) for own in within]
    room = sum(by_class) + SMOOTHING * len(numbers)
    usual = tuple(math.log(room - own) for own in by_class)
    mean = sum(usual) / (len(usual) or 1)
    weights = Weights()
    for feature, rarity, *found in zip(numbers, rarities, *within, strict=True):
        weights.add(feature, rarity, _weights(found))
    return Classifier(classes, weights, tuple(each - mean for each in usual), math.log(1 + len(taught)) + 1)


#: A document as it is learnt: the place of its class, its weight, the places of its features, how often each is there.
_Read = tuple[int, float, Sequence[int], Sequence[int]]


def _placed(text: Counted, numbers: array[int]) -> tuple[array[int], array[int]]:
    """The places of a text's features among the sorted numbers, and how often each stands in it."""
    return array("I", (bisect_left(numbers, each) for each in text.numbers)), text.many


def _rarities(read: Iterable[_Read], features: int, classes: int) -> array[float]:
    """How much each feature says: more, the fewer documents and the fewer classes have it."""
    seen, having, documents = array("I", [0]) * features, [0] * features, 0
    for place, _, own, _ in read:
        documents += 1
        for at in own:
            seen[at] += 1
            having[at] |= 1 << place
    most = math.log(1 + classes)
    rare = (math.log((1 + documents) / (1 + many)) + 1 for many in seen)
    few = ((math.log((1 + classes) / mask.bit_count()) / most) ** SHARED for mask in having)
    return array("f", (one * other for one, other in zip(rare, few, strict=True)))


def _within(read: Iterable[_Read], rarities: array[float], classes: int) -> list[array[float]]:
    """For each class how much of each feature it has, every document counting by its weight whatever its length."""
    within = [array("f", [0.0]) * len(rarities) for _ in range(classes)]
    for place, weight, own, many in read:
        values = [(1 + math.log(count)) * rarities[at] for at, count in zip(own, many, strict=True)]
        scale = weight / (math.sqrt(sum(value * value for value in values)) or 1.0)
        room = within[place]
        for at, value in zip(own, values, strict=True):
            room[at] += value * scale
    return within


def _weights(found: Sequence[float]) -> list[tuple[int, float]]:
    """What a feature adds to each class that has it: the loss it would be to all the others together."""
    total = sum(found) + SMOOTHING
    return [(place, math.log(total / (total - own))) for place, own in enumerate(found) if own]


def probabilities(scores: Sequence[float], sharpness: float) -> list[float]:
    """Scores turned into probabilities that add up to 1; the sharper, the surer."""
    top = max(scores, default=0.0)
    raised = [math.exp(sharpness * (each - top)) for each in scores]
    total = sum(raised)
    return [each / total for each in raised]
