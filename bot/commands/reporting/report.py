"""`govuong report`: a period's report as .docx, .xlsx, .pdf, .png and .json, counted from the journals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.delivery.wording import Wording
from bot.settings import ROOT, Settings
from bot.wiring import Parts, opened
from domain.statistics import periods
from domain.statistics.periods import Period, Span
from domain.statistics.reports import Listed
from handlers.task_group import period_figures

#: rows from which their writing is told
_MANY = 5000


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    wanted = parser.add_mutually_exclusive_group(required=True)
    examples = {Span.WEEK: "2026-W47", Span.MONTH: "2026-11", Span.QUARTER: "2026-Q4", Span.YEAR: "2026"}
    for span, example in examples.items():
        wanted.add_argument(f"--{span}", type=_period(span), dest="period", metavar=example, help=f"such as {example}")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write (here)")
    parser.add_argument(
        "--as-of", type=datetime.fromisoformat, help="count up to this instant, for a period that is not over (now)"
    )


def _period(span: Span) -> type[Period]:
    def read(text: str) -> Period:
        found = periods.read(text)
        if found.span is not span:
            raise argparse.ArgumentTypeError(f"{text} is no {span}")
        return found

    return read  # type: ignore[return-value]  # argparse asks for something to call


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Write the files and print their paths; 2 for a period that has not begun."""
    parts = opened(settings)
    try:
        as_of = args.as_of or parts.clock()
        start, _ = args.period.bounds(parts.catalogue.timezone)
        if as_of <= start:
            print(f"{args.period.key} has not begun.", file=sys.stderr)
            return 2
        _draw(parts, args.period, as_of, args.out)
    finally:
        parts.store.close()
    return 0


def _draw(parts: Parts, period: Period, as_of: datetime, folder: Path) -> None:
    """Count and write; the lists are read while they are written, however long they are."""
    from reports import drawing  # noqa: PLC0415  the libraries that draw, only once there is something to draw
    from reports.telling import Telling  # noqa: PLC0415

    found = period_figures.report(parts.store.read, parts.province, period, as_of)
    wording = Wording(parts.catalogue, ROOT / "locales")
    it = Telling(found, parts.catalogue, parts.province.calendar, lambda value: wording.say(value, "vi"))
    for path in drawing.draw(replace(it, report=replace(found, cases=_Told(found.cases))), folder):
        print(path)


class _Told(Sequence[Listed]):
    """The cases, with a line on standard error of how many of very many have been written."""

    def __init__(self, cases: Sequence[Listed]) -> None:
        self._cases = cases

    def __len__(self) -> int:
        return len(self._cases)

    def __getitem__(self, place: Any, /) -> Any:
        return self._cases[place]

    def __iter__(self) -> Iterator[Listed]:
        many = len(self._cases)
        for number, each in enumerate(self._cases, 1):
            if many >= _MANY and (number % 1000 == 0 or number == many):
                print(f"\r{number}/{many} cases", end="\n" if number == many else "", file=sys.stderr, flush=True)
            yield each
