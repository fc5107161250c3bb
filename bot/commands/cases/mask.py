"""`govuong mask`: a text as a department would read it of somebody who hides; no database, no network."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path

from bot.settings import Settings
from domain.case.confidentiality import masked

READS_STANDARD_INPUT = "-"
EXAMPLE = '{"text": "…", "given": ["…"]}'


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is masked, and which names the bot was given."""
    parser.add_argument("text", nargs="?", help="the text; left out with --file")
    parser.add_argument(
        "--given", metavar="NAME", nargs="+", action="extend", default=[], help="names and tax codes of the author"
    )
    parser.add_argument("--file", metavar="LINES", help=f"JSON lines such as {EXAMPLE}; - reads standard input")
    parser.add_argument("--json", action="store_true", help='one JSON object a line: {"masked": "…"}')


def run(_settings: Settings, args: argparse.Namespace) -> int:
    """Print each text as it would be read; 1 when a line could not be read, 2 when there is nothing to read."""
    if (args.text is None) == (args.file is None):
        print('Give one text or --file LINES, such as: govuong mask "gọi 0912 345 678"', file=sys.stderr)
        return 2

    def show(text: str, given: list[str]) -> None:
        shown = masked(text.encode("utf-8", "replace").decode(), tuple(given))
        print(json.dumps({"masked": shown}, ensure_ascii=False) if args.json else shown, flush=True)

    if args.file is None:
        show(args.text, args.given)
        return 0
    reads_input = args.file == READS_STANDARD_INPUT
    try:
        with nullcontext(sys.stdin.buffer) if reads_input else Path(args.file).open("rb") as lines:
            return _each(lines, args.file, lambda text, given: show(text, [*args.given, *given]))
    except BrokenPipeError:
        raise  # who reads the answers has had enough
    except OSError as error:
        print(f"{args.file}: {error.strerror} → name a file with a line like {EXAMPLE} for each text", file=sys.stderr)
        return 2


def _each(lines: Iterable[bytes], source: str, show: Callable[[str, list[str]], None]) -> int:
    """Show every text; a line that holds none is named on standard error, and the next one is taken."""
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text, given = _read(line)
        except (ValueError, RecursionError) as error:
            print(f"{source}:{number}: {error} → write the line like {EXAMPLE}", file=sys.stderr)
            code = 1
        else:
            show(text, given)
    return code


def _read(line: bytes) -> tuple[str, list[str]]:
    """The text of a line and the names given with it; raises ValueError when there is no text."""
    found = json.loads(line.decode("utf-8-sig"))
    text = found.get("text") if isinstance(found, dict) else None
    given = (found.get("given") or []) if isinstance(found, dict) else []
    given = [given] if isinstance(given, str) else given
    if not isinstance(text, str) or not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise ValueError("there is no “text”, or “given” is no list of names")
    return text, given
