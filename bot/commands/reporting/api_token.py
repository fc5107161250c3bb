"""`govuong api-token`: tokens of programs that read statistics, such as the province's data centre."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import datetime

from bot.settings import Settings
from bot.wiring import Parts, opened
from storage import consumers
from storage.consumers import Scope

#: what a token opens where nothing else is asked for: numbers, no rows of single cases
USUAL = (Scope.FIGURES, Scope.OPEN_DATA)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    verbs = parser.add_mutually_exclusive_group()
    verbs.add_argument("--new", metavar="NAME", help="print a new token, once; whose it is, such as trung-tam-du-lieu")
    verbs.add_argument("--revoke", metavar="NAME", help="end a token; with neither, all are listed")
    parser.add_argument(
        "--scope", action="append", type=Scope, choices=list(Scope), help="what it opens (figures and open-data)"
    )


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the token, the list or what was done; 1 for a name that has one already, or none."""
    parts = opened(settings)
    try:
        if args.new:
            return _make(parts, args.new, args.scope or USUAL)
        return _revoke(parts, args.revoke) if args.revoke else _list(parts)
    finally:
        parts.store.close()


def _make(parts: Parts, name: str, scopes: Iterable[Scope]) -> int:
    try:
        token = parts.store.call(lambda tx: consumers.make(tx, name, scopes))
    except ValueError:
        print(f"{name} has a token; revoke it first.", file=sys.stderr)
        return 1
    print(token)
    return 0


def _list(parts: Parts) -> int:
    for each in parts.store.call(consumers.every):
        state = f"revoked {_day(each.revoked_at)}" if each.revoked_at else f"last used {_day(each.used_at)}"
        print(f"{each.name}\t{','.join(sorted(each.scopes))}\tmade {_day(each.made_at)}\t{state}")
    return 0


def _day(instant: datetime | None) -> str:
    return f"{instant:%Y-%m-%d}" if instant else "never"


def _revoke(parts: Parts, name: str) -> int:
    if not parts.store.call(lambda tx: consumers.revoke(tx, name)):
        print(f"{name} has no token.", file=sys.stderr)
        return 1
    print(f"The token of {name} opens nothing any more.")
    return 0
