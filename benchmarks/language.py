"""Our language rule beside ready-made detectors, on short business chat by class.

Usage: python -m benchmarks.language [--python OTHER] [--mistakes]

The others are no dependencies of ours: they run in an environment of their own, whose interpreter is named with
--python; those not installed there are named in one line. They are asked for Vietnamese, English or Chinese alone where
they can be told so, and where an earlier language is given a text of one or two words keeps it for them, too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "language.jsonl"
FOREIGN = Path(__file__).parent / "data" / "foreign.jsonl"
ROUNDS = 5
Detect = Callable[[str], str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", help="the interpreter of an environment with other detectors")
    parser.add_argument("--mistakes", action="store_true", help="show every text our rule gets wrong")
    parser.add_argument("--others", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    if args.others:
        for name, make in OTHERS.items():
            print(json.dumps(_measured(name, make, rows)))
        return
    results = [_measured("ours", _ours, rows)]
    if args.python:
        command = [args.python, __file__, "--others"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        results += [json.loads(line) for line in told.splitlines()]
    _show(rows, results)
    _show_foreign()
    if args.mistakes:
        for row, found in zip(rows, results[0]["found"], strict=True):
            if found != row["language"]:
                print(f"{row['class']:12} {row['language']} taken for {found}: {row['text']}")


def _measured(name: str, make: Callable[[], Detect], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What a detector makes of every text, its time a text and the memory it adds; `found` is missing without it."""
    before = _resident()
    try:
        detect = make()
    except ImportError:
        return {"name": name}
    found = [_kept(detect, row, ours=name == "ours") for row in rows]
    started = time.perf_counter()
    for _ in range(ROUNDS):
        for row in rows:
            detect(row["text"])
    took = 1000 * (time.perf_counter() - started) / ROUNDS / len(rows)
    return {"name": name, "found": found, "ms": took, "mb": _resident() - before}


def _kept(detect: Detect, row: dict[str, Any], *, ours: bool) -> str:
    earlier = row.get("earlier")
    if ours:
        from domain.language import detect as with_earlier  # noqa: PLC0415  not in the other environment

        return str(with_earlier(row["text"], earlier))
    return str(earlier) if earlier and len(row["text"].split()) < 3 else detect(row["text"])  # noqa: PLR2004


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmRSS"))


def _show(rows: list[dict[str, Any]], results: list[dict[str, Any]]) -> None:
    classes = list(dict.fromkeys(row["class"] for row in rows))
    missing = [each["name"] for each in results if "found" not in each]
    print(f"{len(rows)} texts; " + (f"not installed: {', '.join(missing)}" if missing else "every detector installed"))
    print(f"{'':22}" + "".join(f"{each:>13}" for each in ("all", *classes, "ms a text", "MB")))
    for each in results:
        if "found" in each:
            right = [found == row["language"] for row, found in zip(rows, each["found"], strict=True)]
            shares = [sum(right) / len(right)]
            for name in classes:
                own = [ok for row, ok in zip(rows, right, strict=True) if row["class"] == name]
                shares.append(sum(own) / len(own))
            numbers = "".join(f"{share:13.1%}" for share in shares)
            print(f"{each['name']:22}{numbers}{each['ms']:13.4f}{each['mb']:13.1f}")


def _show_foreign() -> None:
    """Texts in none of our languages: how many are known, and what our rule alone would take them for."""
    from domain.foreign import foreign_language  # noqa: PLC0415  not in the other environment
    from domain.language import detect  # noqa: PLC0415

    texts: dict[str, list[str]] = {}
    for line in FOREIGN.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts.setdefault(row["language"], []).append(row["text"])
    print(f"\n{'':6}{'texts':>7}{'known':>7}  by our rule alone")
    for language, own in sorted(texts.items()):
        known = sum(foreign_language(text) == language for text in own)
        alone = Counter(detect(text) for text in own).most_common()
        print(f"{language:6}{len(own):7}{known:7}  {', '.join(f'{each} {many}' for each, many in alone)}")


def _ours() -> Detect:
    from domain.language import detect  # noqa: PLC0415

    return detect


def _lingua(*, is_exact: bool) -> Detect:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415

    builder = LanguageDetectorBuilder.from_languages(Language.VIETNAMESE, Language.ENGLISH, Language.CHINESE)
    detector = (builder if is_exact else builder.with_low_accuracy_mode()).with_preloaded_language_models().build()

    def detect(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "vi"

    return detect


def _langdetect() -> Detect:
    from langdetect import DetectorFactory, LangDetectException  # noqa: PLC0415
    from langdetect import detect as guess  # noqa: PLC0415

    DetectorFactory.seed = 0

    def detect(text: str) -> str:
        try:
            return str(guess(text))[:2]
        except LangDetectException:
            return "vi"

    return detect


def _py3langid() -> Detect:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["vi", "en", "zh"])
    return lambda text: str(identifier.classify(text)[0])


def _langid() -> Detect:
    from langid.langid import LanguageIdentifier, model  # noqa: PLC0415

    identifier = LanguageIdentifier.from_modelstring(model)
    identifier.set_languages(["vi", "en", "zh"])
    return lambda text: str(identifier.classify(text)[0])


def _cld2() -> Detect:
    import pycld2  # noqa: PLC0415

    def detect(text: str) -> str:
        found = pycld2.detect(text, isPlainText=True, bestEffort=True)[2][0][1]
        return "vi" if found == "un" else str(found)[:2]

    return detect


OTHERS: dict[str, Callable[[], Detect]] = {
    "lingua": lambda: _lingua(is_exact=True),
    "lingua, low accuracy": lambda: _lingua(is_exact=False),
    "langdetect": _langdetect,
    "py3langid": _py3langid,
    "langid": _langid,
    "cld2": _cld2,
}


if __name__ == "__main__":
    sys.exit(main())
