"""Routing judged on petitions nobody taught it: right first, among three, conduct, calibration, each step.

Usage: python -m benchmarks.petitions [--ablation] [--hardest N]

The texts of benchmarks/data/petitions.jsonl and conduct.jsonl teach nothing; their mistakes are not shown. Those of
independent.jsonl and unseen-conduct.jsonl were written by authors who knew nothing of the program, and nobody has tuned
anything on them: keep it so. The mistakes on independent-conduct.jsonl were looked at when examples were added.
Intervals are Wilson's at 95 %. A second right answer counts; “a commune” is right for any. --ablation leaves out a step
at a time; --hardest tells, for the texts routing is least sure of, what is said to the person.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from bot.province import read_catalogue, read_examples
from domain.messages import shortened
from domain.province.catalogue import Catalogue
from domain.routing import lessons, router
from domain.routing.examples import Example
from domain.routing.lessons import learn_all
from domain.routing.router import Ranked, Router

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "catalogue" / "lang-son"
LETTERS = 110
BINS = (0.0, 0.4, 0.6, 0.8, 0.9, 0.94, 1.01)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, every department that would be right, its language, and whether it is about officials' conduct."""

    text: str
    right: frozenset[str]
    language: str
    conduct: bool


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--hardest", type=int, default=0)
    args = parser.parse_args()
    catalogue, _ = read_catalogue(FOLDER)
    taught = read_examples(FOLDER)
    petitions, conduct, held = map(_read, ("petitions", "conduct", "heldout"))
    sets = {
        **{language: [each for each in petitions if each.language == language] for language in ("vi", "en", "zh")},
        "near miss": [each for each in conduct if not each.conduct],
        "held out": [each for each in held if not each.conduct],
    }
    full = Router(catalogue, taught)
    _show("everything", full, sets)
    _show_conduct(full, [*petitions, *conduct])
    _show_calibration(full, [*petitions, *sets["near miss"]])
    strangers = _read("independent")
    _show(
        "by an author who knew nothing of the program",
        full,
        {language: [each for each in strangers if each.language == language] for language in ("vi", "en", "zh")},
    )
    _show_conduct(full, _read("independent-conduct"))
    _show_conduct(full, _read("unseen-conduct"))
    _show_calibration(full, strangers)
    if args.ablation:
        for name, other in _without(catalogue, taught):
            _show(f"without {name}", other, sets)
    for each in hardest(full, [*petitions, *conduct])[: args.hardest]:
        print(as_row(full, each))


def _read(name: str) -> list[Asked]:
    lines = (ROOT / "benchmarks" / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = map(json.loads, lines)
    return [
        Asked(
            each["text"],
            frozenset({each["department"], *each.get("also", ())}),
            each["language"],
            each.get("conduct", False) or each.get("denunciation", False),
        )
        for each in found
    ]


def is_right(asker: Router, asked: Asked, ranked: Ranked, best: int) -> bool:
    keys = list(dict.fromkeys(asker.class_of(key) or key for key, _ in ranked.departments))
    return bool({asker.class_of(each) for each in asked.right} & set(keys[:best]))


def _show(title: str, asker: Router, sets: dict[str, list[Asked]]) -> None:
    print(f"\n{title}")
    for name, asked in sets.items():
        ranked = [asker.rank(each.text) for each in asked]
        first, three = (
            sum(is_right(asker, each, one, best) for each, one in zip(asked, ranked, strict=True)) for best in (1, 3)
        )
        print(f"  {name:10} {len(asked):4}  first {share(first, len(asked))}  among three {share(three, len(asked))}")


def share(hits: int, of: int) -> str:
    """A share with Wilson's interval at 95 %."""
    if not of:
        return "–"
    z, part = 1.96, hits / of
    middle = (part + z * z / (2 * of)) / (1 + z * z / of)
    room = z * math.sqrt(part * (1 - part) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{part:6.1%} ({middle - room:.0%} – {middle + room:.0%})"


def _show_conduct(asker: Router, asked: Sequence[Asked]) -> None:
    about = [(each.conduct, asker.rank(each.text)) for each in asked]
    complaints = sum(conduct for conduct, _ in about)
    tiers: dict[str, Callable[[Ranked], bool]] = {
        "sure": lambda ranked: ranked.conduct,
        "sure or asked": lambda ranked: ranked.conduct or ranked.maybe_conduct,
    }
    print(f"\nconduct: {complaints} complaints, {len(about) - complaints} other petitions")
    for name, is_it in tiers.items():
        found = [conduct for conduct, ranked in about if is_it(ranked)]
        right = sum(found)
        print(f"  {name:14} recall {share(right, complaints)}  precision {share(right, len(found))}")


def _show_calibration(asker: Router, asked: Iterable[Asked]) -> None:
    known = [(ranked.departments[0][1], is_right(asker, each, ranked, 1)) for each, ranked in _ranked(asker, asked)]
    print("\nsaid          texts    mean   right")
    for low, high in pairwise(BINS):
        found = [(said, right) for said, right in known if low <= said < high]
        if found:
            mean = sum(said for said, _ in found) / len(found)
            print(f"{low:.2f} – {high:.2f} {len(found):7} {mean:7.1%} {share(sum(r for _, r in found), len(found))}")
    alone = [right for said, right in known if said >= asker.catalogue.triage.propose_alone_above]
    print(f"proposed alone {len(alone) / len(known):.0%}, right {share(sum(alone), len(alone))}")


def _ranked(asker: Router, asked: Iterable[Asked]) -> Iterator[tuple[Asked, Ranked]]:
    return ((each, ranked) for each in asked if not (ranked := asker.rank(each.text)).conduct)


@contextmanager
def _set(**changed: object) -> Iterator[None]:
    """Other constants of the router for a while."""
    with patch.multiple(router, **changed):  # type: ignore[arg-type]
        yield


def _without(catalogue: Catalogue, taught: tuple[Example, ...]) -> Iterator[tuple[str, Router]]:
    """Routers that lack one step each; the constants are changed as long as each is asked."""
    whole = learn_all(catalogue, taught)
    with _set(SHARPNESS_OF_LINEAR=0.0, SHARPNESS=8.0):
        yield "the linear classifier", Router(catalogue, lessons=whole)
    with _set(PRIOR=0.0):
        yield "the usual mix", Router(catalogue, lessons=whole)
    taught_too = learn_all(catalogue, tuple(replace(each, conduct=False) for each in taught))
    yield "withholding conduct", Router(catalogue, lessons=replace(taught_too, judge=whole.judge))
    yield "petitions as examples", Router(catalogue, [each for each in taught if each.style != "petition"])
    bare = replace(catalogue, procedures=tuple(replace(each, names=()) for each in catalogue.procedures))
    yield "names of procedures", Router(bare, taught)
    with _set(without_formulas=str), patch.object(lessons, "without_formulas", str):
        yield "leaving formulas out", Router(catalogue, taught)


def hardest(asker: Router, asked: Iterable[Asked]) -> list[Asked]:
    """The texts routing is least sure of, those asked back about officials first among equals."""
    return sorted(asked, key=lambda each: asker.rank(each.text).departments[0][1])


def as_row(asker: Router, asked: Asked) -> str:
    ranked, triage, name = asker.rank(asked.text), asker.catalogue.triage, asker.catalogue.short_name
    if ranked.asks_what:
        said = "what is it about?"
    elif ranked.conduct:
        said = f"{name(ranked.best, 'vi')}, hidden first"
    else:
        key, chance = ranked.departments[0]
        offers = ", ".join(name(each, "vi") for each, _ in ranked.departments[:3])
        said = name(key, "vi") if chance >= triage.propose_alone_above else f"one of {offers}, another department…"
    if ranked.maybe_conduct:
        said = f"about officials, or to be solved? – then {said}"
    short = shortened(asked.text, LETTERS).replace("\n", " ")
    return f"| {short.replace('|', '/')} | {ranked.departments[0][1]:.0%} | {said} |"


if __name__ == "__main__":
    sys.exit(main())
