"""`govuong files`: where attachments lie, and the move from a folder into the database or back."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from bot.settings import Settings
from bot.wiring import opened
from storage.blobs import Blobs
from storage.chunked.blobs import ChunkedBlobs
from storage.chunked.moving import NotTheSameError, move
from storage.database import Store

_TOLD_EVERY = 100


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument(
        "--move", action="store_true", help="bring every file to where FILES says; stop the programs first"
    )


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Say how many lie where, or move them; 1 when a file was not the same after it was copied."""
    parts = opened(settings)
    try:
        here, there = parts.blobs, elsewhere(settings, parts.store)
        if not args.move:
            print(f"{_many(here)} files in the {settings.files}, as FILES says; {_many(there)} elsewhere.")
            return 0
        return _move(there, here, settings.files)
    finally:
        parts.store.close()


def elsewhere(settings: Settings, store: Store) -> Blobs | None:
    """Where files lie that were put before FILES was changed; None where there is no such place."""
    if settings.files == "database":
        return Blobs(settings.files_dir)
    return None if settings.database_url.startswith("sqlite") else ChunkedBlobs(store)


def _many(blobs: Blobs | None) -> int:
    return sum(1 for _ in blobs.names()) if blobs else 0


def _move(source: Blobs | None, target: Blobs, place: str) -> int:
    began, files, size = datetime.now(UTC), 0, 0
    try:
        for each in move(source, target) if source else ():
            files, size = files + 1, size + each.size
            if files % _TOLD_EVERY == 0:
                print(f"\r{files} files, {size / 1e6:.0f} MB", end="", file=sys.stderr, flush=True)
    except NotTheSameError as error:
        print(f"{error} is not the same after it was copied; it stays where it was. Look at the disk.", file=sys.stderr)
        return 1
    seconds = (datetime.now(UTC) - began).total_seconds()
    print(f"{files} files ({size / 1e6:.1f} MB) moved to the {place} in {seconds:.1f} s.")
    return 0
