"""`govuong verify-journal`: every hash recomputed, every journal replayed."""

from __future__ import annotations

import argparse
import sys

from bot.settings import Settings
from bot.wiring import opened
from handlers.admin import audit


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--code", help="one case only, such as LS26-00001")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Name every fault on standard error; 1 when there is one, or no such case."""
    parts = opened(settings)
    try:
        checked, wrong = audit.verify(parts.store, args.code)
    finally:
        parts.store.close()
    if args.code and not checked:
        print(f"There is no case {args.code}.", file=sys.stderr)
        return 1
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{checked} journals checked, {len(wrong)} with a fault.")
    return 1 if wrong else 0
