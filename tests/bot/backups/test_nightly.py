"""A copy each night, once, and a warning where there is none."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.backups import making, manifest
from bot.backups.nightly import Nightly
from bot.commands.running import doctor
from bot.settings import Settings
from storage import claims
from storage.engines import open_store
from tests.bot.backups.conftest import within
from tests.cast import Hands
from tests.product import settings

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def made(wanted: Settings, *hours: datetime) -> list[bool]:
    """Run the job at these hours; whether each run made a copy."""
    hands = Hands()
    store = open_store(wanted.database_url, hands)
    seen: set[Path] = set()
    found = []
    try:
        for hands.now in hours:
            asyncio.run(Nightly(wanted, store, ZONE).run())
            here = {each.folder for each in manifest.copies(wanted.backup_to)} if wanted.backup_to else set()
            found.append(not here <= seen)
            seen |= here
    finally:
        store.close()
    return found


def test_each_night_one_copy_whoever_runs_it_and_a_start_by_day_makes_up_for_a_missed_one(wanted: Settings) -> None:
    if wanted.database_url.startswith("postgresql"):
        pytest.skip("the copy is made as in test_backups")
    started = datetime(2026, 11, 29, 1, 0, tzinfo=UTC)
    night = datetime(2026, 11, 29, 18, 15, tzinfo=UTC)  # a quarter past one of the 30th
    hours = (started, started + timedelta(hours=2), night, night + timedelta(hours=1))
    assert made(wanted, *hours) == [True, False, True, False]


def test_without_a_folder_nothing_is_copied(wanted: Settings) -> None:
    none = wanted.model_copy(update={"backup_to": None})
    assert made(none, datetime(2026, 11, 29, 18, 15, tzinfo=UTC)) == [False]
    assert within(wanted, lambda tx: claims.last_claimed(tx, "backup")) is None


def test_the_doctor_warns_after_a_day_and_a_half_without_a_verified_copy(wanted: Settings, tmp_path: Path) -> None:
    assert wanted.backup_to
    nothing = doctor._copies(wanted, datetime.now(UTC))
    assert nothing[:2] == (False, f"no verified copy in {wanted.backup_to}")
    made_at = making.make(wanted, wanted.backup_to).manifest.made_at
    assert doctor._copies(wanted, made_at + timedelta(hours=35))[:2] == (True, "the newest verified copy is 35 h old")
    assert doctor._copies(wanted, made_at + timedelta(hours=37))[0] is False
    unset = settings(tmp_path, wanted.database_url)
    assert doctor._copies(unset, made_at)[2].startswith("set BACKUP_TO to a folder")
