"""Routing judged by texts of people who never saw the program: two authors, one to learn from, one only to judge.

Usage: python -m benchmarks.strangers [--judge] [--all-of-a] [--hardest N]

`stranger-a-*.jsonl`: three fifths of it (part "taught", by a fixed seed) were looked at and are among the examples, the
rest (part "check") was only counted. `stranger-b-*.jsonl` is for judging: nobody reads it, nothing learns from it, and
this program prints totals alone. Conduct is labelled conduct, matter, or unclear, which counts for neither.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.petitions import BINS, FOLDER, ROOT, Asked, as_row, hardest, is_right, share
from bot.province import read_catalogue, read_examples
from domain.routing.conduct import Tier
from domain.routing.examples import Example
from domain.routing.router import Router

LANGUAGES = ("vi", "en", "zh")
STYLES = ("short", "normal", "long", "several-asks")


@dataclass(frozen=True, slots=True)
class Told:
    """A text about conduct, or that only sounds like it, with the author's label."""

    text: str
    language: str
    label: str


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judge", action="store_true", help="also the second author: after the last change only")
    parser.add_argument("--all-of-a", action="store_true", help="also what was taught, by examples without it")
    parser.add_argument("--hardest", type=int, default=0, help="the texts of the first author least sure of")
    args = parser.parse_args()
    catalogue, _ = read_catalogue(FOLDER)
    taught = read_examples(FOLDER)
    router = Router(catalogue, taught)
    _judge("a, the part that was only counted", router, *_read("a", "check"))
    if args.judge:
        _judge("b, which judges", router, *_read("b"))
    if args.all_of_a:
        _judge("a, all of it, unlearnt", Router(catalogue, _without_a(taught)), *_read("a"))
    if args.hardest:
        for each in hardest(router, [asked for asked, _ in _read("a")[0]])[: args.hardest]:
            print(as_row(router, each))


def _read(author: str, part: str = "") -> tuple[list[tuple[Asked, str]], list[Told]]:
    """The petitions of an author with their styles, and the texts about conduct."""
    data = ROOT / "benchmarks" / "data"
    petitions, conduct = (
        [json.loads(line) for line in (data / f"stranger-{author}-{kind}.jsonl").read_text("utf-8").splitlines()]
        for kind in ("petitions", "conduct")
    )
    asked = [
        (
            Asked(each["text"], frozenset({each["department"], *each["also"]}), each["language"], conduct=False),
            each["style"],
        )
        for each in petitions
        if not part or each["part"] == part
    ]
    told = [Told(each["text"], each["language"], each["label"]) for each in conduct if not part or each["part"] == part]
    return asked, told


def _without_a(taught: Iterable[Example]) -> list[Example]:
    petitions, conduct = _read("a")
    own = {each.text for each, _ in petitions} | {each.text for each in conduct}
    return [each for each in taught if each.text not in own]


def _judge(title: str, router: Router, asked: Sequence[tuple[Asked, str]], told: Sequence[Told]) -> None:
    print(f"\n{title}: {len(asked)} petitions, {len(told)} about conduct or near it")
    router.prepare()
    begun = time.process_time()
    ranked = [router.rank(each.text) for each, _ in asked]
    print(f"  {1000 * (time.process_time() - begun) / len(asked):.1f} ms of CPU a petition")
    groups: dict[str, Callable[[Asked, str], bool]] = {"all": lambda _, __: True}
    groups |= {name: lambda each, _, name=name: each.language == name for name in LANGUAGES}  # type: ignore[misc]
    groups |= {name: lambda _, style, name=name: style == name for name in STYLES}  # type: ignore[misc]
    for name, belongs in groups.items():
        own = [(each, one) for (each, style), one in zip(asked, ranked, strict=True) if belongs(each, style)]
        first, three = (share(sum(is_right(router, *each, best) for each in own), len(own)) for best in (1, 3))
        print(f"  {name:13}{len(own):4}  first {first}  among three {three}")
    known = [
        (one.departments[0][1], is_right(router, each, one, 1))
        for (each, _), one in zip(asked, ranked, strict=True)
        if not one.conduct and not one.asks_what
    ]
    alone = [right for said, right in known if said >= router.catalogue.triage.propose_alone_above]
    print(f"  proposed alone {share(len(alone), len(known))}, of those right {share(sum(alone), len(alone))}")
    for low, high in pairwise(BINS):
        band = [each for each in known if low <= each[0] < high]
        if band:
            mean = sum(said for said, _ in band) / len(band)
            right = share(sum(right for _, right in band), len(band))
            print(f"  said {low:.2f} - {high:.2f}  {len(band):4}  mean {mean:6.1%}  right {right}")
    for line in _conduct(router, told):
        print(line)


def _conduct(router: Router, told: Sequence[Told]) -> Iterator[str]:
    """Recall, precision and false alarms of the two tiers, and what becomes of what is unclear."""
    for language in ("", *LANGUAGES):
        found = [(each.label, router.conduct(each.text)) for each in told if language in {"", each.language}]
        conduct, matter, unclear = (
            [tier for label, tier in found if label == name] for name in ("conduct", "matter", "unclear")
        )
        sure, false = conduct.count(Tier.SURE), matter.count(Tier.SURE)
        asked, alarms = len(conduct) - conduct.count(Tier.NONE), len(matter) - matter.count(Tier.NONE)
        yield (
            f"  conduct {language or 'all':4} sure: recall {share(sure, len(conduct))}"
            f" precision {share(sure, sure + false)}; sure or asked: recall {share(asked, len(conduct))}"
            f" precision {share(asked, asked + alarms)}; of {len(matter)} matters {false} sure, {alarms - false} asked;"
            f" of {len(unclear)} unclear {unclear.count(Tier.SURE)} sure, {unclear.count(Tier.POSSIBLE)} asked"
        )


if __name__ == "__main__":
    sys.exit(main())
