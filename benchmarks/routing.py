"""Routing, measured: right departments, honest probabilities, cost.

Usage: python -m benchmarks.routing [--held-out FILE] [--catalogue FOLDER] [--mistakes N]

The labelled examples are judged by cross-validation with near-duplicates in one fold; a held-out file by a router
taught all examples, and its texts are never shown. “A commune” as label is right for any commune.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles

import psutil

from bot.province import read_catalogue, read_examples
from domain.language import MARK
from domain.province.catalogue import Triage
from domain.routing.examples import Example, examples
from domain.routing.router import Router
from domain.routing.validation import Judged, accuracy, cross_validated, judged

FOLDER = Path(__file__).parents[1] / "catalogue" / "lang-son"
BINS = 10
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LEAST = (0.05, 0.1, 0.15, 0.2, 0.25)


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalogue", type=Path, default=FOLDER)
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--mistakes", type=int, default=0, help="show that many mistakes of the cross-validation")
    args = parser.parse_args()
    router = show_cost(args.catalogue)
    catalogue, taught = router.catalogue, read_examples(args.catalogue)
    results = cross_validated(lambda some: Router(catalogue, some), taught)
    show_all(f"cross-validated, {len(taught)} examples", results, catalogue.triage)
    for each in [each for each in results if not each.is_among(1)][: args.mistakes]:
        print(f"  {each.example.department} ← {', '.join(each.labels[:3])}: {each.example.text}")
    if args.held_out:
        asked = examples(args.held_out.read_text(encoding="utf-8"))
        show_all(f"held out, {len(asked)} texts", [judged(router, each) for each in asked], catalogue.triage)


def show_cost(folder: Path) -> Router:
    """CPU time and memory of building, CPU time of asking; returns the router built."""
    before = _resident()
    catalogue, _ = read_catalogue(folder)
    read = _resident()
    taught = read_examples(folder)
    router = Router(catalogue, taught)
    started = time.process_time()
    router.prepare()
    built = time.process_time() - started
    gc.collect()
    after = _resident()
    times = sorted(_asked(router, taught))
    cuts = quantiles(times, n=100)
    print("== cost")
    print(f"catalogue {read - before:.1f} MB, router {after - read:.1f} MB resident, built in {built:.2f} s of CPU")
    print(f"a text: p50 {median(times):.2f}, p99 {cuts[98]:.2f}, longest {times[-1]:.2f} ms of CPU, {len(times)} texts")
    long = " ".join(each.text for each in taught)[:20_000]
    print(f"20,000 letters: {max(_asked(router, [Example(long, '')])):.1f} ms")
    return router


def _resident() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def _asked(router: Router, asked: Iterable[Example]) -> list[float]:
    times = []
    for each in asked:
        started = time.process_time()  # not the time others take from us on a busy machine
        router.rank(each.text)
        times.append(1000 * (time.process_time() - started))
    return times


def show_all(title: str, results: Sequence[Judged], triage: Triage) -> None:
    """Every table for one set of results."""
    print(f"\n== {title}\n")
    _show_groups("all", results, lambda _: "all")
    _show_groups("language", results, _language)
    _show_groups("style", results, _style)
    _show_groups("department", results, lambda each: each.example.department)
    print()
    _show_confused("all", results, 12)
    for name in (_language, _style):
        for group in sorted({name(each) for each in results}):
            _show_confused(group, [each for each in results if name(each) == group], 4)
    _show_reliability(results)
    _show_thresholds(results, triage)


def _show_confused(title: str, results: Sequence[Judged], most: int) -> None:
    """The cells of the confusion table that hold most mistakes."""
    pairs = Counter((each.example.department, each.labels[0]) for each in results if not each.is_among(1))
    told = "; ".join(f"{one} → {other} {many}" for (one, other), many in pairs.most_common(most))
    print(f"confused most, {title}: {told or 'nothing'}")


def _language(each: Judged) -> str:
    named = {"english": "en", "chinese": "zh"}.get(each.example.style)
    return named or ("vi marked" if MARK.search(each.example.text.lower()) else "vi unmarked")


def _style(each: Judged) -> str:
    return each.example.style or "-"


def _show_groups(title: str, results: Sequence[Judged], name: Callable[[Judged], str]) -> None:
    groups: dict[str, list[Judged]] = {}
    for each in results:
        groups.setdefault(name(each), []).append(each)
    print(f"{title:36} {'texts':>6} {'top 1':>7} {'top 3':>7}")
    for group, found in sorted(groups.items()):
        print(f"{group:36} {len(found):6} {accuracy(found):7.1%} {accuracy(found, 3):7.1%}")


def _first(each: Judged) -> float:
    return each.ranked.departments[0][1]


def _show_reliability(results: Sequence[Judged]) -> None:
    """How often the first department is right beside how sure it was said to be."""
    print(f"\n{'said':>12} {'texts':>6} {'mean':>7} {'right':>7}")
    error = 0.0
    for at in range(BINS):
        found = [each for each in results if min(int(_first(each) * BINS), BINS - 1) == at]
        if found:
            said, right = sum(map(_first, found)) / len(found), accuracy(found)
            error += abs(said - right) * len(found) / len(results)
            bar = "█" * round(30 * right)
            print(f"{at / BINS:5.1f} – {(at + 1) / BINS:.1f} {len(found):6} {said:7.1%} {right:7.1%}  {bar}")
    best = min((0.6 + 0.05 * step for step in range(29)), key=lambda power: _loss(results, power))
    print(f"expected calibration error {error:.3f}; log loss {_loss(results, 1):.3f}, least if sharper by {best:.2f}")


def _loss(results: Sequence[Judged], power: float) -> float:
    """The mean log loss if every probability were raised to a power (and all scaled to 1 again)."""
    total = 0.0
    for each in results:
        raised = [chance**power for _, chance in each.ranked.departments]
        shares = dict(zip(each.labels, raised, strict=False))
        total -= math.log(max(shares.get(each.example.department, 0.0) / sum(raised), 1e-4))
    return total / len(results)


def _show_thresholds(results: Sequence[Judged], triage: Triage) -> None:
    """What each threshold would do: proposed alone, three offered, left to the task group."""
    print(f"\n{'alone above':>12} {'share':>7} {'right':>7} | {'below it':>9} {'among 3':>8}")
    for threshold in sorted({*THRESHOLDS, triage.propose_alone_above}):
        alone = [each for each in results if _first(each) >= threshold]
        rest = [each for each in results if _first(each) < threshold]
        mark = "  ← in use" if threshold == triage.propose_alone_above else ""
        share = len(alone) / len(results)
        print(
            f"{threshold:12.2f} {share:7.1%} {accuracy(alone):7.1%} | {1 - share:9.1%} {accuracy(rest, 3):8.1%}{mark}"
        )
    print(f"\n{'task group below':>16} {'share':>7} {'among 3 there':>14}")
    for threshold in sorted({*LEAST, triage.task_group_below}):
        left = [each for each in results if _first(each) < threshold]
        mark = "  ← in use" if threshold == triage.task_group_below else ""
        print(f"{threshold:16.2f} {len(left) / len(results):7.1%} {accuracy(left, 3):14.1%}{mark}")


if __name__ == "__main__":
    sys.exit(main())
