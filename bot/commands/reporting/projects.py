"""`govuong projects`: the investment projects; `--import FILE.xlsx` takes a list over, or says which cell is wrong."""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path

from bot.settings import Settings
from bot.wiring import opened
from domain.oversight import project_lists
from domain.oversight.project_lists import Found
from domain.oversight.projects import Project
from storage.oversight import projects


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--import", type=Path, dest="file", metavar="FILE.xlsx", help="take this list over")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be taken over")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """List the projects, or take a list over whole; 1 where a cell is wrong, 2 for a file that cannot be read."""
    found = None
    if args.file:
        try:
            found = _read(args.file)
        except (zipfile.BadZipFile, KeyError, ValueError) as error:
            print(f"{args.file}: no Excel file that can be read ({type(error).__name__})", file=sys.stderr)
            return 2
        if found.faults:
            print("\n".join(map(str, found.faults)), file=sys.stderr)
            print(f"{len(found.faults)} cells to mend; nothing was taken over.", file=sys.stderr)
            return 1
    parts = opened(settings)
    try:
        if found is None:
            _list(parts.store.call(projects.every_one))
        elif args.dry_run:
            _list(list(found.projects))
        else:
            new, changed = parts.store.call(lambda tx: projects.take_over(tx, found.projects))
            print(f"{len(found.projects)} projects read: {new} new, {changed} changed.")
    finally:
        parts.store.close()
    return 0


def _read(file: Path) -> Found:
    import openpyxl  # noqa: PLC0415  half a second, only where there is a file

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    try:
        sheets = {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    finally:
        book.close()
    return project_lists.read(sheets)


def _list(found: list[Project]) -> None:
    for each in found:
        told = " · ".join(filter(None, (each.name, each.investor, each.place, each.state)))
        print(f"{each.code or '(new)':12}  {each.capital:>12,} triệu  {each.jobs:>6}  {told}")
    print(f"{len(found)} projects.")
