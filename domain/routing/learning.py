"""Learning from officers: where a moved case was taken in the end is an example, unless it makes routing worse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.case.case import Case
from domain.case.confidentiality import for_public
from domain.language import fold
from domain.province.catalogue import Catalogue
from domain.routing.conduct import Tier, is_denunciation, tier
from domain.routing.examples import Example
from domain.routing.judge import learn_conduct
from domain.routing.router import Router
from domain.routing.validation import Judged, accuracy, cross_validated

STYLE = "learnt"
#: Longer texts are cut, shorter ones say nothing.
LONGEST, SHORTEST = 600, 12


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same texts judged without and with what was learnt; cross-validated both times."""

    before: tuple[Judged, ...]
    after: tuple[Judged, ...]
    known: frozenset[Example]

    @property
    def is_worse(self) -> bool:
        """True when fewer first departments are right, of all texts or of those known before.

        Of those known before, too, because wrong lessons agree with each other.
        """
        return accuracy(self.after) < accuracy(self.before) or self._of_known(self.after) < self._of_known(self.before)

    def _of_known(self, results: Iterable[Judged]) -> float:
        return accuracy([each for each in results if each.example in self.known])


def learnt(moved: Iterable[Case], known: Sequence[Example], catalogue: Catalogue) -> tuple[Example, ...]:
    """The moved cases as examples, masked and sorted; none that is known, says too little or is about officials."""
    seen = {fold(each.text) for each in known}
    judge = learn_conduct((each.text, each.conduct) for each in known)
    found: dict[str, Example] = {}
    for case in sorted(moved, key=lambda each: each.id):
        text = " ".join(for_public(case, case.text).split())[:LONGEST]
        taken = catalogue.successor(case.department)
        is_new = len(text) >= SHORTEST and fold(text) not in seen and taken is not None and taken.takes_cases
        if is_new and tier(text, judge) is Tier.NONE and not is_denunciation(text):
            found[fold(text)] = Example(text, case.department, case.kind, STYLE)
    return tuple(sorted(found.values(), key=lambda each: (each.department, each.text)))


def compared(catalogue: Catalogue, known: Sequence[Example], more: Sequence[Example]) -> Comparison:
    """How routing does without and with the further examples, on all texts."""

    def teach(some: Sequence[Example]) -> Router:
        return Router(catalogue, some)

    before = cross_validated(teach, known, more)
    return Comparison(tuple(before), tuple(cross_validated(teach, (*known, *more))), frozenset(known))


def as_lines(examples: Iterable[Example]) -> str:
    """The examples as a file that can be read again."""
    return "".join(
        json.dumps(
            {"text": each.text, "department": each.department, "kind": each.kind, "style": each.style},
            ensure_ascii=False,
        )
        + "\n"
        for each in examples
    )
