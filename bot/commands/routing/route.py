"""`govuong route`: which department should answer a text, and why; no database, no network."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path

from bot.province import LearntElsewhere, read_catalogue
from bot.settings import Settings
from domain.language import detect
from domain.province.catalogue import TASK_GROUP, Catalogue
from domain.routing.router import Ranked

SHOWN = 3
READS_STANDARD_INPUT = "-"
EXAMPLE = '{"text": "…"}'


def arguments(parser: argparse.ArgumentParser) -> None:
    """Everything the command can be asked."""
    parser.add_argument("text", nargs="?", help="the text; left out with --file or --stdin")
    parser.add_argument("--file", metavar="LINES", help='JSON lines such as {"text": "…"}; - reads standard input')
    parser.add_argument("--stdin", action="store_true", help="the same from standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print where each text should go; 1 when a line could not be read, 2 when there is nothing to read."""
    source = READS_STANDARD_INPUT if args.stdin else args.file
    if (args.text is None) == (source is None):
        print('Give one text, --file LINES or --stdin, such as: govuong route "hoàn thuế chậm"', file=sys.stderr)
        return 2
    catalogue, taught_here = read_catalogue(settings.catalogue)
    router = LearntElsewhere(settings.catalogue, catalogue, taught_here, settings.files_dir.parent)

    def show(text: str) -> None:
        ranked = router().rank(text)
        print(as_json(catalogue, text, ranked) if args.json else as_words(catalogue, text, ranked), flush=True)

    if source is None:
        show(_sound(args.text))
        return 0
    try:
        with nullcontext(sys.stdin.buffer) if source == READS_STANDARD_INPUT else Path(source).open("rb") as lines:
            return _each(lines, source, show)
    except BrokenPipeError:
        raise  # who reads the answers has had enough
    except OSError as error:
        print(f"{source}: {error.strerror} → name a file with a line like {EXAMPLE} for each text", file=sys.stderr)
        return 2


def _each(lines: Iterable[bytes], source: str, show: Callable[[str], None]) -> int:
    """Show every text; a line that holds none is named on standard error, and the next one is taken."""
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text = _text(line)
        except (ValueError, RecursionError) as error:
            print(f"{source}:{number}: {error} → write the line like {EXAMPLE}", file=sys.stderr)
            code = 1
        else:
            show(_sound(text))
    return code


def _text(line: bytes) -> str:
    """The text of a line; raises ValueError when it has none."""
    found = json.loads(line.decode("utf-8-sig"))
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ValueError("there is no “text” in it")  # noqa: TRY004  like every other line that cannot be read
    return str(found["text"])


def _sound(text: str) -> str:
    """The text without halves of characters, which could not be printed."""
    return text.encode("utf-8", "replace").decode()


def as_json(catalogue: Catalogue, text: str, ranked: Ranked) -> str:
    """One line of JSON; departments by their keys, probabilities between 0 and 1, best first."""
    return json.dumps(
        {
            "language": detect(text),
            "ranked": [{"department": key, "probability": round(chance, 4)} for key, chance in ranked.departments],
            "together": list(ranked.together),
            "topic": ranked.topic,
            "reason": _reason(catalogue, ranked),
            "conduct": ranked.conduct,
            "denunciation": ranked.denunciation,
        },
        ensure_ascii=False,
    )


def as_words(catalogue: Catalogue, text: str, ranked: Ranked) -> str:
    """The best departments by their Vietnamese names, then language, topic and reason."""
    lines = [f"{chance:4.0%}  {key:28} {_name(catalogue, key)}" for key, chance in ranked.departments[:SHOWN]]
    lines += [f"   +  {key:28} {_name(catalogue, key)}" for key in ranked.together]
    topic = catalogue.name(ranked.topic, "vi") if ranked.topic else ""
    signs = [name for name in ("conduct", "denunciation") if getattr(ranked, name)]
    return "\n".join([*lines, " · ".join(filter(None, [detect(text), *signs, topic, _reason(catalogue, ranked)]))])


def _name(catalogue: Catalogue, key: str) -> str:
    return "Tổ công tác" if key == TASK_GROUP else catalogue.name(key, "vi")


def _reason(catalogue: Catalogue, ranked: Ranked) -> str:
    """The words that led to the best department, and its short name; "" when none did."""
    best = "Tổ công tác" if ranked.best == TASK_GROUP else catalogue.short_name(ranked.best, "vi")
    return f"{', '.join(ranked.reason)} → {best}" if ranked.reason else ""
