"""`govuong recompute`: what a change of the calendar or of a promise does to open cases, and doing it."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.wiring import opened
from domain.case.case import Actor, Role
from domain.deadline.promises import Promise
from handlers.admin import recomputing


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--apply", action="store_true", help="write the new deadlines and tell those concerned")
    parser.add_argument("--reason", default="", help="why, for the journal of every case; needed with --apply")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Show before and after of every open case that changes; with --apply write them. 0, or 2 without a reason."""
    if args.apply and len(args.reason.split()) < 2:  # noqa: PLR2004
        print("--apply needs --reason, in at least two words: it goes into every case's journal.", file=sys.stderr)
        return 2
    parts = opened(settings)
    zone = parts.catalogue.timezone
    try:
        found = list(recomputing.changes(parts.store, parts.province))
        done = 0
        actor = Actor(Role.ADMINISTRATOR, 0, getpass.getuser())
        for each in found:
            late = "  OVERDUE FROM NOW ON" if each.after < parts.clock() <= (each.before or each.after) else ""
            print(
                f"{each.code}  {each.department or '-':32}  {_local(each.before, zone)} → {_local(each.after, zone)}"
                f"  {_told(each.promise_before)} → {_told(each.promise_after)}"
                f"  calendar {each.calendar_before or '-'} → {each.calendar_after}{late}"
            )
            if args.apply:
                done += recomputing.apply(parts.store, parts.province, each, actor, args.reason)
    finally:
        parts.store.close()
    moved = sum(each.before != each.after for each in found)
    print(f"{len(found)} open cases are counted differently, the deadline of {moved} moves; {done} written.")
    return 0


def _told(promise: Promise) -> str:
    return f"{promise.amount:g} {promise.unit.replace('_', ' ')}"


def _local(instant: datetime | None, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}" if instant else "-"
