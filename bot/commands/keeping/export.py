"""`govuong export`: everything as a folder of JSON Lines, files and a workbook; with --open-data, what all may have."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.commands.keeping.bar import Bar
from bot.exports import making, open_data
from bot.exports.manifest import Refused
from bot.settings import Settings
from bot.wiring import opened


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a folder of its own, empty or new")
    parser.add_argument(
        "--open-data", action="store_true", help="figures and published answers only: nobody can be told from it"
    )


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Export, beside a running program; 1 where attachments are missing, 2 for a folder that is not empty."""
    parts = opened(settings)
    bar = Bar()
    try:
        make = open_data.make if args.open_data else making.make
        made = make(parts, args.out, bar)
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        bar.end()
        parts.store.close()
    size, many = sum(each.size for each in made.items), sum(each.rows for each in made.items)
    print(f"{args.out}: {many} rows in {len(made.items)} files, {size / 1e6:.1f} MB; README.md says what is what.")
    if not args.open_data:
        print("It holds personal data. Sealed values stay sealed: carry the key file along, apart from this folder.")
    if made.missing:
        print(f"{len(made.missing)} attachments were not there: deleted meanwhile, or lost.", file=sys.stderr)
    return 1 if made.missing else 0
