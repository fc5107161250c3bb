"""`govuong import`: an office's own list of petitions becomes cases; with --export, a whole export comes back.

Without `--write` nothing is written but the mapping file, beside the list.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bot.commands.keeping import tables
from bot.commands.keeping.bar import Bar
from bot.settings import Settings
from bot.wiring import Parts, opened
from domain.lists import mappings
from domain.lists.cells import Sheet, plain
from domain.lists.guessing import guess
from domain.lists.mappings import ListMapping
from domain.lists.offices import Offices
from domain.lists.reading import Found, read
from handlers.admin.lists import taking
from handlers.admin.lists.taking import Sorted, Wanted
from storage import imported

_SHOWN = 3
_WIDTH = 90


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("file", type=Path, nargs="?", metavar="LIST.xlsx", help="the list, .xlsx or .csv")
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE.toml", help="how it is read (LIST.mapping.toml beside it)"
    )
    parser.add_argument("--export", type=Path, metavar="DIR", help="an export, into an empty database, at once")
    parser.add_argument("--write", action="store_true", help="take it over; without, only show what would be")
    parser.add_argument("--timed", action="store_true", help="what is still open gets our deadlines, from today on")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Show or take over a list; 1 where a row is refused, 2 for a file or a mapping that cannot be read."""
    if (args.file is None) == (args.export is None):
        print("Name a list: govuong import LIST.xlsx; or an export: govuong import --export DIR", file=sys.stderr)
        return 2
    if args.export:
        from bot.commands.keeping import coming_back  # noqa: PLC0415  two things that have only their name in common

        return coming_back.run(settings, args.export)
    try:
        sheets = _sheets(args.file)
    except tables.UnreadableError as error:
        print(f"{args.file}: {error}", file=sys.stderr)
        return 2
    parts = opened(settings)
    try:
        return _take(parts, args, sheets)
    except mappings.WrongMappingError as error:
        print(f"{_beside(args)}: {error}", file=sys.stderr)
        return 2
    finally:
        parts.store.close()


def _sheets(path: Path) -> list[Sheet]:
    """The sheets of the list, with a bar for what of the file has been read; raises UnreadableError."""
    bar = Bar()
    try:
        return tables.read(path, lambda done, whole: bar("KB of the file", done // 1000, whole // 1000))
    finally:
        bar.end()


def _take(parts: Parts, args: argparse.Namespace, sheets: Sequence[Sheet]) -> int:
    mapping = _mapping(parts, args, sheets)
    if not mapping.sheets:
        print(f"{args.file}: no list of petitions was found in it.", file=sys.stderr)
        return 2
    names = {plain(key): value for key, value in mapping.departments.items()}
    today = parts.clock().astimezone(parts.catalogue.timezone).date()
    bar = Bar()
    found = read(sheets, mapping, Offices(parts.catalogue, names), today, partial(bar, "rows"))
    bar.end()
    known = parts.store.call(lambda tx: taking.sort(tx, found.petitions))
    _show(found, known)
    if known.new and _agreed(args, len(known.new)):
        _write(parts, known, Wanted(mapping.name, args.timed))
    elif known.new:
        print(f"Nothing was written. To take the {len(known.new)} over: the same command with --write.")
    return 1 if found.faults else 0


def _beside(args: argparse.Namespace) -> Path:
    given: Path | None = args.mapping
    file: Path = args.file
    return given or file.with_name(f"{file.stem}.mapping.toml")


def _mapping(parts: Parts, args: argparse.Namespace, sheets: Sequence[Sheet]) -> ListMapping:
    """The mapping that was given, or lies beside the list from before; else what is guessed, put there."""
    path = _beside(args)
    if args.mapping or path.exists():
        print(f"Read as {path} says.")
        return mappings.parsed(path.read_text(encoding="utf-8"))
    mapping, notes = guess(args.file.stem, sheets, Offices(parts.catalogue, {}))
    print("\n".join(notes))
    if mapping.sheets:
        content = mappings.written(mapping)
        path.write_text(content, encoding="utf-8")
        print(f"Guessed from the headings; please check it, and change it in {path}:\n")
        print("\n".join(line for line in content.splitlines() if line and not line.startswith("#")))
    return mapping


def _show(found: Found, known: Sorted) -> None:
    print(f"\n{len(found.petitions)} petitions, {len(found.faults)} faults.")
    for name, counts in (("state", found.by_state), ("department", found.by_department)):
        print(f"By {name}: " + ", ".join(f"{key} {count}" for key, count in counts.most_common()))
    for each in found.petitions[:_SHOWN]:
        line = f"  {each.sheet}!{each.row}  {each.received:%d/%m/%Y}  {each.standing}  {each.department}  "
        print(f"{line}{each.business}: {' '.join(each.text.split())}"[:_WIDTH] + "…")
    notes = {
        f"{found.no_petitions} rows are no petitions (groups, numbers of columns, totals, what stands below).": (
            found.no_petitions
        ),
        f"{found.joined} rows name a petition again for a further department: one case with both.": found.joined,
        f"{found.with_numbers} texts hold a telephone number or an e-mail address; officers will read it.": (
            found.with_numbers
        ),
        f"{known.same} are here already, as they are.": known.same,
    }
    print("\n".join(line for line, count in notes.items() if count))
    for each in known.changed:
        print(f"{each.sheet}!{each.row}: is here already, and told otherwise now; the case is left as it is.")
    for fault in found.faults:
        print(fault, file=sys.stderr)
    if found.faults:
        print(f"{len(found.faults)} cells to mend; their rows are refused, the others can be taken.", file=sys.stderr)


def _agreed(args: argparse.Namespace, many: int) -> bool:
    if args.write:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(f"Take {many} petitions over as cases? [y/N] ").strip().lower() in {"y", "yes", "c", "có", "co"}


def _write(parts: Parts, known: Sorted, wanted: Wanted) -> None:
    bar, done, made = Bar(), 0, 0
    for batch in taking.batches(known.new):
        made += parts.store.call(lambda tx, batch=batch: taking.take_over(tx, parts.province, batch, wanted))  # type: ignore[misc]
        done += len(batch)
        bar("petitions", done, len(known.new))
    bar.end()
    whole, are_open = parts.store.call(imported.counted)
    print(f"{made} cases were made. {whole} come from lists by now, {are_open} of them open; no figure counts them.")
