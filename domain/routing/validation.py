"""How well routing does on texts it was not taught: cross-validation that keeps near-duplicates together."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from domain.language import fold
from domain.routing.examples import Example
from domain.routing.router import Ranked, Router

FOLDS = 5
#: Texts that share this part of their words (Chinese: characters) are near-duplicates.
ALIKE = 0.5
UNIT = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")

Teach = Callable[[Sequence[Example]], Router]


@dataclass(frozen=True, slots=True)
class Judged:
    """An example, where a router sent it that had seen neither it nor a near-duplicate, and the labels of that."""

    example: Example
    ranked: Ranked
    labels: tuple[str, ...]

    def is_among(self, best: int) -> bool:
        """Whether the right department is among that many best."""
        return self.example.department in self.labels[:best]


def judged(router: Router, example: Example) -> Judged:
    """An example ranked; any commune counts as “a commune” where the example does not say which."""
    ranked = router.rank(example.text)
    keys = [key for key, _ in ranked.departments]
    if router.class_of(example.department) == example.department:
        keys = list(dict.fromkeys(router.class_of(key) or key for key in keys))
    return Judged(example, ranked, tuple(keys))


def cross_validated(teach: Teach, taught: Sequence[Example], asked: Sequence[Example] = ()) -> list[Judged]:
    """Every example of `taught` and `asked`, judged by a router taught the part of `taught` that is unlike it.

    The same examples in any order give the same folds, and adding some leaves the others in theirs where it can.
    """
    every = list(dict.fromkeys((*taught, *asked)))
    places = _folds(every)
    known = set(taught)
    found = []
    for fold_number in range(FOLDS):
        router = teach([each for each in every if places[each] != fold_number and each in known])
        found += [judged(router, each) for each in every if places[each] == fold_number]
    return found


def accuracy(results: Sequence[Judged], best: int = 1) -> float:
    """The share of right ones among that many best; 0 for no results."""
    return sum(each.is_among(best) for each in results) / (len(results) or 1)


def _folds(every: Sequence[Example]) -> dict[Example, int]:
    """A fold for each example, decided by its group's least text alone."""
    return {
        each: int(hashlib.sha256(min(one.text for one in group).encode()).hexdigest(), 16) % FOLDS
        for group in _groups(every)
        for each in group
    }


def _groups(every: Sequence[Example]) -> Iterator[list[Example]]:
    """The examples, near-duplicates together."""
    units = [frozenset(UNIT.findall(fold(each.text))) for each in every]
    leader = list(range(len(every)))

    def head(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    having: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(units):
        shared: dict[int, int] = defaultdict(int)
        for unit in own:
            for other in having[unit]:
                shared[other] += 1
            having[unit].append(at)
        for other, many in shared.items():
            if many / (len(own) + len(units[other]) - many) >= ALIKE:
                leader[head(at)] = head(other)
    together = defaultdict(list)
    for at, each in enumerate(every):
        together[head(at)].append(each)
    yield from together.values()
