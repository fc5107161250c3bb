"""`govuong unbind`: which chats speak for whom, and the end of one of them."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from bot.settings import Settings
from bot.wiring import Parts, opened
from domain.messages import Words
from domain.refusals import Refusal
from handlers.admin import bindings
from storage.bindings import every_one


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    parser.add_argument("binding", nargs="?", help="the six letters and digits the list shows; left out, it is printed")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the list, or end one binding with the sessions of its desk; 1 when there is none of that name."""
    parts = opened(settings)
    try:
        if args.binding is None:
            _print(parts)
            return 0
        by = Words("administrator")
        parts.store.call(lambda tx: bindings.end(tx, args.binding, by, is_administrator=True))
    except Refusal:
        print(f"There is no binding “{args.binding}”. `govuong unbind` lists them.", file=sys.stderr)
        return 1
    finally:
        parts.store.close()
    print("Unbound. To bind a chat anew: `govuong bind-code`.")
    return 0


def _print(parts: Parts) -> None:
    def told(instant: datetime | None) -> str:
        return f"{instant.astimezone(parts.catalogue.timezone):%Y-%m-%d %H:%M}" if instant else "-"

    for each in parts.store.call(every_one):
        what = f"{each.role} {each.department}".strip()
        used = f"bound {told(each.at)} by {each.by or '-'}, last used {told(each.used_at)}"
        print(f"{each.name}  {what:36}  {each.chat.network}  {each.title}  ({used})")
