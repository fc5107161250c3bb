"""`python -m tests.advisories`: whether a pinned package has a known flaw, by the OSV database (osv.dev).

Ends with 0 when none has, 1 when one has, and 2, saying so, where the database cannot be asked.
"""

from __future__ import annotations

import json
import re
import sys
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.settings import ROOT

DATABASE = "https://api.osv.dev/v1/querybatch"
SECONDS = 20.0
#: as many as one question may ask about
AT_ONCE = 500
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[\w,.-]+\])?==([^\s;\\]+)", re.MULTILINE)
NONE, SOME, NOT_ASKED = 0, 1, 2


def pins(locks: Iterable[Path]) -> list[tuple[str, str]]:
    """Every package with its version that the locks name."""
    return sorted({pin for lock in locks for pin in _PIN.findall(lock.read_text(encoding="utf-8"))})


def known_flaws(wanted: list[tuple[str, str]], database: str = DATABASE) -> dict[tuple[str, str], list[str]]:
    """The advisories' ids by pin; raises OSError or ValueError where the database does not answer as it should."""
    found: dict[tuple[str, str], list[str]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in some]
        results = _asked(database, {"queries": queries})["results"]
        if len(results) != len(some):
            raise ValueError("not as many answers as questions")
        found |= {
            pin: [each["id"] for each in flaws]
            for pin, it in zip(some, results, strict=True)
            if (flaws := it.get("vulns"))
        }
    return found


def _asked(database: str, question: Mapping[str, Any]) -> Any:
    request = urllib.request.Request(database, json.dumps(question).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.load(answer)


def main(database: str = DATABASE) -> int:
    """Print what is known."""
    wanted = pins(ROOT / each for each in LOCKS)
    try:
        found = known_flaws(wanted, database)
    except (OSError, ValueError, KeyError) as error:
        print(
            f"NOT CHECKED: {database} cannot be asked ({type(error).__name__}); run this where it can.", file=sys.stderr
        )
        return NOT_ASKED
    for (name, version), flaws in found.items():
        print(f"{name} {version}: {', '.join(f'https://osv.dev/{each}' for each in flaws)}")
    print(f"{len(wanted)} pins asked about, {len(found)} with a known flaw.")
    return SOME if found else NONE


if __name__ == "__main__":
    sys.exit(main())
