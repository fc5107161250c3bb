"""`govuong migrate`: the database's shape, up to the newest or down to an older one."""

from __future__ import annotations

import argparse

from bot.settings import Settings
from storage import migrations


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--down", metavar="REVISION", help="take it back to a revision instead ('base' empties it)")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Migrate, and say where the database is now."""
    settings.make_database_folder()
    if args.down:
        migrations.downgrade(settings.database_url, args.down)
    else:
        migrations.upgrade(settings.database_url)
    print(f"The database is at revision {migrations.current(settings.database_url) or '(empty)'}.")
    return 0
