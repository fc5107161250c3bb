"""`govuong bind-code`: a one-time code with which a group chat becomes a department's desk, or another role's."""

from __future__ import annotations

import argparse
import secrets
import sys

from bot.settings import Settings
from bot.wiring import build
from domain.refusals import Refusal
from handlers.admin import chats
from storage import migrations

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the code is for."""
    target = "a department's KEY, KEY/head (its head), task-group, leadership or administrator"
    parser.add_argument("target", help=target)


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the code and where to type it; 1 for a department that is not there."""
    settings.make_database_folder()
    migrations.upgrade(settings.database_url)
    parts = build(settings)
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    try:
        parts.store.call(lambda tx: chats.issue_code(tx, parts.province, code, args.target))
    except Refusal:
        print(f"There is no department “{args.target}”. `govuong departments` lists their keys.", file=sys.stderr)
        return 1
    finally:
        parts.store.close()
    where = "Write to the bot" if args.target == "administrator" else "Type this in the group, or open the page /desk"
    print(f"{where} within 24 hours:\n\n/gan {code}\n")
    return 0
