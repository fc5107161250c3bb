"""`govuong failed`: updates that could not be handled: which, why, and once more."""

from __future__ import annotations

import argparse
import json
from functools import partial

from bot.channels import registry
from bot.settings import Settings
from bot.wiring import Parts, opened
from handlers import retry
from handlers.receive import receive_again
from storage import failed
from storage.failed import Failed

NONE_SUCH = "There is no such failed update."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which."""
    parser.add_argument("what", choices=["list", "retry", "show"], nargs="?", default="list")
    parser.add_argument("number", type=int, nargs="?", help="which one (retry: all without it)")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """List them, show one with its traceback, or handle them again; 1 when there is none or one fails again."""
    parts = opened(settings)
    try:
        if args.what == "retry":
            return _retry(parts, args.number)
        return _show(parts, args.number) if args.what == "show" and args.number else _list(parts)
    finally:
        parts.store.close()


def _list(parts: Parts) -> int:
    for one in parts.store.call(failed.unsolved):
        last = one.traceback.strip().rpartition("\n")[2]
        print(f"{one.id:6} {one.at:%Y-%m-%d %H:%M} UTC {one.network:9} {one.incoming_id:24} {last[:100]}")
    return 0


def _show(parts: Parts, number: int) -> int:
    one = parts.store.call(partial(failed.by_number, number=number))
    print(one.traceback if one else NONE_SUCH)
    return 0 if one else 1


def _retry(parts: Parts, number: int | None) -> int:
    """Handle failed updates again; those that fail again stay."""
    wanted = [one for one in parts.store.call(failed.unsolved) if number in {None, one.id}]
    if number is not None and not wanted:
        print(NONE_SUCH)
        return 1
    left = 0
    for one in wanted:
        try:
            was_kept = _handle(parts, one)
        except Exception as error:  # noqa: BLE001  told, and the next one is tried
            left += 1
            print(f"{one.id}: failed again: {type(error).__name__}: {str(error).partition(chr(10))[0]}")
        else:
            print(f"{one.id}: " + ("handled." if was_kept else "put aside: nothing was kept that could be handled."))
    return 1 if left else 0


def _handle(parts: Parts, one: Failed) -> bool:
    """Take one in again; False when nothing was kept that could be."""
    kept = json.loads(one.raw) if one.raw else {}
    incoming = retry.unpack(kept) or (registry.read(one.network, kept, one.incoming_id) if kept else None)
    parts.store.call(lambda tx: receive_again(tx, parts.province, incoming, one.id))
    return incoming is not None
