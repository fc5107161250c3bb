"""`govuong verify-journal`: every hash recomputed, every journal replayed, and compared with an earlier digest."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.digests import comparing, digest, keys
from bot.digests.digest import WrongDigest
from bot.digests.keys import WrongKey
from bot.settings import Settings, WrongSetting
from bot.wiring import Parts, opened
from handlers.admin import audit


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--code", help="one case only, such as LS26-00001")
    parser.add_argument("--against", type=Path, metavar="DIGEST", help="the file of an earlier digest to compare with")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Name every fault on standard error; 1 when there is one, or no such case."""
    parts = opened(settings)
    try:
        checked, wrong = audit.verify(audit.Beside(parts.store), args.code)
        if args.against:
            wrong += _compared(settings, parts, args.against)
    except WrongKey as error:
        raise WrongSetting(f"DIGEST_KEY: {error}") from None
    except WrongDigest as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        parts.store.close()
    if args.code and not checked:
        print(f"There is no case {args.code}.", file=sys.stderr)
        return 1
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{checked} journals checked, {len(wrong)} with a fault.")
    return 1 if wrong else 0


def _compared(settings: Settings, parts: Parts, path: Path) -> list[str]:
    """What is not as the digest says; who signed it, and its code, are for the reader to compare."""
    key = keys.load(settings.digest_key_file)
    signed = digest.read(path)
    print(f"{path}: code {signed.digest.code}, signed by {signed.key}")
    if key is None:
        print("Without DIGEST_KEY private codes and people cannot be compared.", file=sys.stderr)
    return parts.store.read(lambda tx: list(comparing.faults(tx, path, key)))
