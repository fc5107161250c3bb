"""`govuong train`: what officers have taught by moving cases, added to the examples unless routing gets worse."""

from __future__ import annotations

import argparse
from collections import Counter
from functools import partial
from pathlib import Path

from bot.province import kept, read_examples, teach
from bot.settings import Settings
from bot.wiring import opened
from domain.case.case import Case
from domain.messages import ERASED
from domain.routing.examples import Example
from domain.routing.learning import STYLE, Comparison, as_lines, compared, learnt
from domain.routing.validation import accuracy
from storage.database import Store
from storage.knowledge import training

LEARNT = "learnt.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be learnt and what it would do")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Judge routing without and with the moved cases; write them beside the examples, or 1 when it would get worse."""
    parts = opened(settings)
    try:
        moved = _all_moved(parts.store)
    finally:
        parts.store.close()
    known = tuple(each for each in read_examples(settings.catalogue) if each.style != STYLE)
    more = learnt(moved, known, parts.catalogue)
    _say(len(moved), more)
    if not more:
        return 0
    result = compared(parts.catalogue, known, more)
    _compare(result)
    if result.is_worse:
        print("Fewer would be right: nothing is written.")
        return 1
    path = settings.catalogue / "examples" / LEARNT
    if args.dry_run:
        print(f"Would be written to {path}.")
    else:
        _write(path, as_lines(more))
        teach(settings.catalogue, kept(settings.catalogue, parts.catalogue, settings.files_dir.parent))
        print(f"Written to {path}; programs that run learn it within a minute.")
    return 0


def _all_moved(store: Store) -> list[Case]:
    found: list[Case] = []
    last = 0
    while batch := store.call(partial(training.moved, after=last)):
        found += [case for case in batch if case.text != ERASED]
        last = batch[-1].id
    return found


def _say(moved: int, more: tuple[Example, ...]) -> None:
    print(f"{moved} cases were taken after they had been moved; {len(more)} of them say something new.")
    for department, many in sorted(Counter(each.department for each in more).items()):
        print(f"{many:6}  {department}")


def _compare(result: Comparison) -> None:
    print(f"Cross-validated on {len(result.before)} texts, the first department right (among the first three):")
    for name, judged in (("before", result.before), ("after", result.after)):
        print(f"  {name:6}  {accuracy(judged):.2%}  ({accuracy(judged, 3):.2%})")


def _write(path: Path, lines: str) -> None:
    """Write the whole file or nothing of it."""
    unfinished = path.with_suffix(".new")
    unfinished.write_text(lines, encoding="utf-8")
    unfinished.replace(path)
