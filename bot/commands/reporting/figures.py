"""`govuong figures`: a period counted from the journals, by department; what is kept of periods, and its check."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import true

from bot.settings import Settings
from bot.wiring import Parts, opened
from handlers.task_group import keeping, period_figures
from storage import cases, imported
from storage.knowledge import kept_figures

_SHOWN = ("received", "answered", "on_time", "extended", "solved", "carried_forward", "overdue_now")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--since", type=date.fromisoformat, help="first day, such as 2026-11-01 (last 30 days)")
    parser.add_argument("--until", type=date.fromisoformat, help="last day (today)")
    parser.add_argument(
        "--names", choices=["today", "then"], default="today", help="merged departments under the name of …"
    )
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--imported", action="store_true", help="those of an office's own list instead of ours")
    whose.add_argument("--with-imported", action="store_true", help="ours and those of an office's own list together")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--keep", action="store_true", help="count and keep every period that is not kept yet")
    parser.add_argument("--anew", action="store_true", help="with --keep: those that are kept, too")
    parser.add_argument(
        "--recount", action="store_true", help="compare what is kept with the journals; 1 if it differs"
    )
    parser.add_argument(
        "--nightly", action="store_true", help="with --recount: some periods; the administrator is told"
    )


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the figures of a period in the province's days; 2 for a period that ends before it begins."""
    parts = opened(settings)
    try:
        if args.keep:
            _keep(parts, anew=args.anew)
        if args.recount:
            return _recount(parts, nightly=args.nightly)
        return 0 if args.keep else _print(parts, args)
    finally:
        parts.store.close()


def _keep(parts: Parts, *, anew: bool) -> None:
    store, province = parts.store, parts.province
    if anew:
        store.call(kept_figures.forget)
    wanted = store.call(lambda tx: keeping.missing(tx, province, tx.now))
    many = 0
    for batch in keeping.batches(wanted):
        many += keeping.keep(store.read, province, batch, store.call)
        print(f"\r{many}/{len(wanted)} periods counted and kept", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _recount(parts: Parts, *, nightly: bool) -> int:
    store, province = parts.store, parts.province
    wanted = store.call(lambda tx: keeping.compared(tx, province, tx.now, every=not nightly))
    found = keeping.differences(store.read, province, wanted)
    for line in found:
        print(line)
    print(f"{len(wanted)} periods compared with the journals, {len(found)} differences")
    if found and nightly:
        store.call(lambda tx: keeping.tell(tx, found))
    return 1 if found else 0


def _print(parts: Parts, args: argparse.Namespace) -> int:
    zone = parts.catalogue.timezone
    last = args.until or parts.clock().astimezone(zone).date()
    first = args.since or last - timedelta(days=29)
    if last < first:
        print(f"--until {last} is before --since {first}.", file=sys.stderr)
        return 2
    start, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
    among = cases.IS_IMPORTED if args.imported else true() if args.with_imported else cases.OURS
    found = period_figures.by_department(
        parts.store.read, parts.province, (start, end), names_of_today=args.names == "today", among=among
    )
    whole, are_open = parts.store.read(imported.counted)
    rows: dict[str, dict[str, Any]] = {
        key: {"name": parts.catalogue.name(key, "vi") if key else "", **asdict(each)} for key, each in found.items()
    }
    if args.json:
        told = {"since": str(first), "until": str(last), "departments": rows}
        told |= {"imported": {"cases": whole, "open": are_open}}
        print(json.dumps(told, default=str, ensure_ascii=False))
        return 0
    print(f"{first} – {last}, from the journals\n{'':38}" + "".join(f"{name.replace('_', ' '):>19}" for name in _SHOWN))
    for key, row in rows.items():
        print(f"{key or '(task group)':38}" + "".join(f"{row[name]:>19}" for name in _SHOWN))
    if whole and among is cases.OURS:
        print(f"Beside these {whole} cases come from lists, {are_open} of them open: --imported counts them.")
    return 0
