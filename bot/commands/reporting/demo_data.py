"""`govuong demo-data`: a made-up history in an empty database, the same for the same seed and last day."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot.province import read_examples
from bot.settings import Settings
from bot.wiring import opened
from handlers.admin import made_up
from handlers.province import Province
from storage import migrations
from storage.database import Tx
from storage.engines import OneProcess

_AT_ONCE = 50
_PER_BUSINESS = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--cases", type=int, required=True, metavar="N", help="how many cases")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed makes the same history (1)")
    parser.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="its last day (yesterday)")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Make the history; 1 for a database that is used."""
    settings.make_database_folder()
    guard = None
    if settings.database_url.startswith("sqlite"):
        try:
            guard = OneProcess(Path(settings.database_url.removeprefix("sqlite:///")))
        except BlockingIOError:
            print("The database is in use: a process of ours runs with it.", file=sys.stderr)
            return 1
    migrations.upgrade(settings.database_url)
    try:
        return _make(settings, args)
    except made_up.InUse:
        print(
            "The database is in use: it has people, groups or cases. Give DATABASE_URL an empty one.", file=sys.stderr
        )
        return 1
    finally:
        if guard is not None:
            guard.release()


def _tell(tx: Tx, province: Province, batch: Sequence[made_up.Planned]) -> None:
    for each in batch:
        made_up.tell(tx, province, each)


def _make(settings: Settings, args: argparse.Namespace) -> int:
    parts = opened(settings)
    store, province = parts.store, parts.province
    zone = province.catalogue.timezone
    last = args.until or parts.clock().astimezone(zone).date() - timedelta(days=1)
    until = datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
    try:
        store.call(made_up.check_unused)
        number = max(1, args.cases // _PER_BUSINESS)
        authors = store.call(lambda tx: made_up.authors(tx, args.seed, number))
        planned = made_up.plan(province, args.seed, read_examples(settings.catalogue), authors, (args.cases, until))
        for begin in range(0, len(planned), _AT_ONCE):
            batch = planned[begin : begin + _AT_ONCE]
            store.call(lambda tx, batch=batch: _tell(tx, province, batch))  # type: ignore[misc]
            print(f"\r{begin + len(batch)}/{args.cases} cases", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
    finally:
        store.close()
    print(f"{args.cases} cases up to {last}")
    return 0
