"""`govuong digest`: where every journal stands, signed, for those who keep it elsewhere."""

from __future__ import annotations

import argparse
import sys

from bot.digests import daily, keys, making
from bot.digests.digest import WrongDigest
from bot.digests.keys import WrongKey
from bot.settings import Settings, WrongSetting
from bot.wiring import Parts, opened
from handlers.task_group import digests
from handlers.task_group.digests import Told


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("--tell", action="store_true", help="leadership and the task group get its code in their chats")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Make the digest of yesterday (UTC) where it is not made yet, and say where it lies and what its code is."""
    parts = opened(settings)
    try:
        return _made(settings, parts, tell=args.tell)
    except WrongKey as error:
        raise WrongSetting(f"DIGEST_KEY: {error}") from None
    except WrongDigest as error:
        print(f"{error}: move it away, and run this again.", file=sys.stderr)
        return 1
    finally:
        parts.store.close()


def _made(settings: Settings, parts: Parts, *, tell: bool) -> int:
    key = keys.load_or_make(settings.digest_key_file)
    day = daily.yesterday(parts.clock()).date()
    digest, path = making.make(parts.store, day, settings.digests, key)
    if tell and (digest.moved or not digest.before):
        told = Told(digest.until, digest.cases, digest.entries, digest.code)
        parts.store.call(lambda tx: digests.tell(tx, told))
    print(f"{path}: {digest.cases} cases, {digest.entries} entries up to {digest.until:%Y-%m-%d %H:%M} UTC")
    print(f"code: {digest.code}\npublic key: {key.public}")
    return 0
