"""`govuong backup`: a copy of database, attachments and catalogue, made while the program runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.backups import encryption, making, retention
from bot.settings import Settings, WrongSetting, read_keep
from storage import migrations


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--to", type=Path, metavar="DIR", help="the folder of copies (BACKUP_TO)")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Make a copy, and remove those that need not be kept; 1 when a journal in it does not verify."""
    to = args.to or settings.backup_to
    if to is None:
        raise WrongSetting("Say where: `govuong backup --to DIR`, or set BACKUP_TO; best on another disk.")
    if settings.backup_key and not encryption.is_public_key(settings.backup_key):
        raise WrongSetting("BACKUP_KEY: a letter of it is wrong; copy the public key (age1…) again from age-keygen.")
    if migrations.current(settings.database_url) != migrations.HEAD:
        raise WrongSetting("DATABASE_URL: the database has not the newest shape; run `govuong migrate`")
    try:
        made = making.make(settings, to)
    except making.Busy as error:
        print(error, file=sys.stderr)
        return 1
    told = made.manifest
    print(
        f"{made.folder}: {told.journals} journals, {len(told.items)} files, {told.size / 1e6:.1f} MB, {told.seconds} s"
    )
    print("encrypted; only the private key opens it" if told.recipient else "not encrypted: BACKUP_KEY is not set")
    if told.missing:
        print(f"{len(told.missing)} attachments were not on the disk: deleted meanwhile, or lost")
    for line in told.faults:
        print(line, file=sys.stderr)
    for gone in retention.prune(to, read_keep(settings.backup_keep)):
        print(f"no longer kept: {gone.name}")
    return 1 if told.faults else 0
