"""`govuong restore`: a copy in the place of what is here, or with --check only looked at."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.backups import encryption, manifest, restoring
from bot.backups.manifest import Copy
from bot.settings import Settings, WrongSetting
from handlers.rights.ledger import apply_ledger
from storage.blobs import Blobs
from storage.engines import open_store
from storage.rights.erasures import OtherLedger


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="DIR",
        help="a copy, or a folder of copies",
    )
    parser.add_argument("--check", action="store_true", help="only into a scratch place, to see whether it is whole")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the private key of an encrypted copy")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Check the copy or put it in place; 1 when it is not what it was, or the database is in use."""
    copy = manifest.newest(args.source)
    if copy is None:
        raise WrongSetting(f"{args.source}: no whole copy is there; name a folder that `govuong backup` has written.")
    told = copy.manifest
    print(
        f"{copy.folder}: copied {told.made_at:%Y-%m-%d %H:%M} UTC, {_age(told.made_at)} old, {told.journals} journals"
    )
    if told.recipient and args.key is None:
        raise WrongSetting("The copy is encrypted: name the file of the private key with --key.")
    try:
        return _checked(settings, copy, args.key) if args.check else _restored(settings, copy, args.key)
    except encryption.WrongKey as error:
        raise WrongSetting(str(error)) from None
    except restoring.Damaged as damage:
        for line in damage.lines:
            print(line, file=sys.stderr)
        print("The copy is not what it was when it was made; nothing was changed. Take an older one.", file=sys.stderr)
    except BlockingIOError:
        print("The database is in use: stop every process of ours first. Nothing was changed.", file=sys.stderr)
    return 1


def _checked(settings: Settings, copy: Copy, key: Path | None) -> int:
    restoring.check(settings, copy, key)
    print("The copy is whole: every file, every row counted, every journal verified.")
    if copy.manifest.missing:
        print(f"{len(copy.manifest.missing)} attachments were already gone from the disk when it was made.")
    return 0


def _restored(settings: Settings, copy: Copy, key: Path | None) -> int:
    if not settings.ledger.exists():
        print(f"No ledger of erasures at {settings.ledger} (ERASURES_FILE): what was erased after the copy comes back.")
    aside = [each for each in restoring.restore(settings, copy, key, partial(erased_again, settings.ledger)) if each]
    print("Restored. What was received after the copy was made is not in it; messages that waited then go out again.")
    for each in aside:
        print(f"what was here before: {each}")
    return 0


def erased_again(ledger: Path, url: str, folder: Path) -> None:
    """What was erased since the copy was made is erased in it, too; raises WrongSetting for the ledger of another."""
    store = open_store(url, lambda: datetime.now(UTC), "")
    store.on_gone = Blobs(folder).remove_all
    try:
        if done := apply_ledger(store, ledger):
            print(f"{done} erasures of the ledger were carried out in it.")
    except OtherLedger as error:
        raise WrongSetting(f"{error}. Nothing was changed; ERASURES_FILE names the ledger.") from None
    finally:
        store.close()


def _age(made_at: datetime) -> str:
    hours = (datetime.now(UTC) - made_at).total_seconds() / 3600
    return f"{hours:.1f} hours" if hours < 48 else f"{hours / 24:.0f} days"  # noqa: PLR2004
