"""`govuong figures`: a period counted from the journals, by department, under today's names or those of then."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.settings import Settings
from bot.wiring import opened
from handlers.task_group import period_figures

_SHOWN = ("received", "answered", "on_time", "extended", "solved", "carried_forward", "overdue_now")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--since", type=date.fromisoformat, help="first day, such as 2026-11-01 (last 30 days)")
    parser.add_argument("--until", type=date.fromisoformat, help="last day (today)")
    parser.add_argument(
        "--names", choices=["today", "then"], default="today", help="merged departments under the name of …"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the figures of a period in the province's days; 2 for a period that ends before it begins."""
    parts = opened(settings)
    try:
        zone = parts.catalogue.timezone
        last = args.until or parts.clock().astimezone(zone).date()
        first = args.since or last - timedelta(days=29)
        if last < first:
            print(f"--until {last} is before --since {first}.", file=sys.stderr)
            return 2
        start, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
        found = period_figures.by_department(
            parts.store.call, parts.province, (start, end), names_of_today=args.names == "today"
        )
    finally:
        parts.store.close()
    rows: dict[str, dict[str, Any]] = {
        key: {"name": parts.catalogue.name(key, "vi") if key else "", **asdict(each)} for key, each in found.items()
    }
    if args.json:
        print(
            json.dumps({"since": str(first), "until": str(last), "departments": rows}, default=str, ensure_ascii=False)
        )
        return 0
    print(f"{first} – {last}, from the journals\n{'':38}" + "".join(f"{name.replace('_', ' '):>19}" for name in _SHOWN))
    for key, row in rows.items():
        print(f"{key or '(task group)':38}" + "".join(f"{row[name]:>19}" for name in _SHOWN))
    return 0
