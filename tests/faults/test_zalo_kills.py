"""A killed program loses of Zalo's at most what it was just given, and doubles at most what it was just sending."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SqliteFiles
from tests.faults.zalo_kills import Way, by_account, by_bot, kills

WRITTEN, KILLS = 120, 5
REPEATS = (0.3, 1.0, 3.0)
#: half a minute, five minutes, a quarter of an hour and so on are documented: longer than a program takes to come back
DOCUMENTED = (0.5, 5.0, 15.0, 30.0)


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("way", "mode", "repeats"),
    [
        (by_bot, "webhook", REPEATS),
        (by_bot, "webhook", ()),
        (by_bot, "polling", ()),
        (by_account, "webhook", DOCUMENTED),
    ],
)
def test_five_kills(
    way: Callable[[str, tuple[float, ...]], Way],
    mode: str,
    repeats: tuple[float, ...],
    sqlite_files: SqliteFiles,
    tmp_path: Path,
) -> None:
    found = asyncio.run(kills(tmp_path, sqlite_files.fresh(), way(mode, repeats), WRITTEN, KILLS))
    assert found.unanswered == 0, found  # what was taken in is answered, however often the program dies
    assert found.doubled <= KILLS * 32, found
    if repeats:
        assert found.lost == 0, found
