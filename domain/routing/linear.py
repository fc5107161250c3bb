"""A linear text classifier beside naive Bayes: taught by its mistakes, it weighs words against each other."""

from __future__ import annotations

import math
import random
import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from domain.language import fold
from domain.routing.packing import Numbers

#: How often all texts are gone through, how far one mistake may move the weights, how much more a rare trait says:
#: chosen by cross-validation and flat around these values.
LESSONS = 3
STEP = 0.4
RARITY = 1.25
#: From this lesson on only those texts are asked again that the one before still had something to say about.
SETTLED = 1
#: Runs of so many letters, words' ends and beginnings with them, are traits too: they know misspelt and joined words.
RUN = 4
#: Traits are kept in so many drawers; two in one drawer count as one.
DRAWERS = 1 << 17
#: Weights are kept as whole numbers in one byte; of the largest one this part of the range is cut off, for finer steps.
FINEST = 127
CUT = 2.0

WORD = re.compile(r"[a-z0-9]+")


def traits(text: str, asked: Iterable[int]) -> array[int]:
    """The drawers of a text's traits, sorted: of its counted features, and of its runs of letters."""
    found = {each % DRAWERS for each in asked}
    found.update(crc32(run.encode()) % DRAWERS for run in _runs(text))
    return array("I", sorted(found))


def _runs(text: str) -> Iterator[str]:
    whole = f" {' '.join(WORD.findall(fold(text)))} "
    return (f"~{whole[at : at + RUN]}" for at in range(len(whole) - RUN + 1))


@dataclass(slots=True)
class Linear:
    """One weight for every drawer and class, a drawer's weights side by side; how much each drawer says; the scale."""

    classes: tuple[str, ...]
    weights: Numbers
    rarities: Numbers
    scale: float

    def scores(self, found: Collection[int]) -> list[float]:
        """One score per class, best near 1, comparable across lengths of text; all 0 where nothing is known."""
        many = len(self.classes)
        rows = [self.weights[each * many : (each + 1) * many] for each in found]
        length = math.sqrt(sum(self.rarities[each] ** 2 for each in found))
        if not length:
            return [0.0] * many
        return [sum(column) * self.scale / length for column in zip(*rows, strict=True)]


#: A text as it is learnt: the place of its class, its weight, its drawers, and one through its length.
_Lesson = tuple[int, float, Sequence[int], float]


def learn_linear(documents: Iterable[tuple[str, Sequence[int], float]]) -> Linear:
    """A classifier from (class, traits, weight of this text) documents; the same documents give the same classifier.

    Averaged passive-aggressive learning: a text judged wrongly, or rightly by too little, moves the weights of its own
    class and of the best other one just so far that it would be judged rightly, at the longest one step.
    """
    taught = list(documents)
    classes = tuple(sorted({name for name, _, _ in taught}))
    seen = Counter(each for _, found, _ in taught for each in found)
    rarest = (math.log(1 + len(taught)) + 1) ** RARITY
    rarities = array("f", [rarest]) * DRAWERS
    for each, many in seen.items():
        rarities[each] = (math.log((1 + len(taught)) / (1 + many)) + 1) ** RARITY
    places = {name: place for place, name in enumerate(classes)}
    lessons: list[_Lesson] = [
        (places[name], weight, array("I", found), 1 / math.sqrt(sum(rarities[each] ** 2 for each in found)))
        for name, found, weight in taught
        if found
    ]
    weights = _taught(lessons, array("f", (each * each for each in rarities)), len(classes))
    fine = FINEST * CUT / (max(max(weights, default=0.0), -min(weights, default=0.0)) or 1.0)
    return Linear(classes, _rounded(weights, fine, seen, len(classes)), rarities, 1 / fine)


def _rounded(weights: array[float], fine: float, seen: Iterable[int], classes: int) -> array[int]:
    """The weights as whole numbers of so fine a step, in one byte each."""
    kept = array("b", bytes(len(weights)))
    for drawer in seen:
        for at in range(drawer * classes, (drawer + 1) * classes):
            kept[at] = max(-FINEST, min(FINEST, round(weights[at] * fine)))
    return kept


def _taught(lessons: list[_Lesson], squares: array[float], classes: int) -> array[float]:
    """The mean of all weights there were on the way, which judges unseen texts better than the last ones."""
    weights = array("f", bytes(4 * DRAWERS * classes))
    moved = array("f", weights)
    order = random.Random(1)  # noqa: S311  nothing secret: the same order every time
    asked, time = list(lessons), 1
    for number in range(LESSONS):
        order.shuffle(asked)
        wrong = []
        for lesson in asked:
            if _corrected(lesson, weights, moved, squares, classes, time):
                wrong.append(lesson)
            time += 1
        asked = wrong if number >= SETTLED else asked
    for at, all_moves in enumerate(moved):
        if all_moves:
            weights[at] -= all_moves / time
    return weights


def _corrected(
    lesson: _Lesson, weights: array[float], moved: array[float], squares: array[float], classes: int, time: int
) -> bool:
    """Whether the weights had to be moved by a text; `moved` keeps each move times when it was made."""
    place, weight, found, share = lesson
    scores: list[float] = [
        *map(sum, zip(*(weights[each * classes : (each + 1) * classes] for each in found), strict=True))
    ]
    own, scores[place] = scores[place], -math.inf
    other = max(range(classes), key=scores.__getitem__) if classes > 1 else place
    loss = 1 - (own - scores[other]) * share
    if loss <= 0 or other == place:
        return False
    step = min(STEP * weight, loss / 2) * share
    for each in found:
        move, at = step * squares[each], each * classes
        weights[at + place] += move
        weights[at + other] -= move
        moved[at + place] += move * time
        moved[at + other] -= move * time
    return True
