"""Which copies are kept: the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path

from bot.backups import manifest
from bot.backups.manifest import HALF, Copy


def kept(made: Iterable[datetime], keep: tuple[int, int, int]) -> set[datetime]:
    """Of copies made at these hours, the newest first, those that stay."""
    hours = sorted(made, reverse=True)
    days, weeks, months = keep
    return set(
        chain(
            _newest_of_each((f"{hour:%Y-%m-%d}" for hour in hours), hours, days),
            _newest_of_each((f"{hour:%G-W%V}" for hour in hours), hours, weeks),
            _newest_of_each((f"{hour:%Y-%m}" for hour in hours), hours, months),
        )
    )


def _newest_of_each(periods: Iterable[str], hours: list[datetime], number: int) -> Iterator[datetime]:
    found: dict[str, datetime] = {}
    for period, hour in zip(periods, hours, strict=True):
        found.setdefault(period, hour)
    yield from list(found.values())[:number]


def prune(folder: Path, keep: tuple[int, int, int]) -> list[Path]:
    """Remove the copies that need not stay, never the newest verified one; their folders."""
    whole = list(manifest.copies(folder))
    verified = [each for each in whole if each.manifest.is_verified]
    stay = kept((each.manifest.made_at for each in verified), keep)
    if not verified:
        return []
    gone = [each for each in whole if each.manifest.made_at not in stay and not _is_newest(each, whole)]
    for each in gone:
        half = folder / f"{HALF}gone-{each.folder.name}"
        each.folder.rename(half)  # what is half removed is no copy
        shutil.rmtree(half)
    return [each.folder for each in gone]


def _is_newest(copy: Copy, whole: list[Copy]) -> bool:
    return copy.folder == whole[0].folder
