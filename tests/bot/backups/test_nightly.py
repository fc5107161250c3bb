"""A copy each night, once, and a warning where there is none."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.backups import making, manifest
from bot.backups.manifest import Copy
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
    """Run the job at these hours; whether each run made a copy, whose hour is then said to be that one."""
    hands = Hands()
    store = open_store(wanted.database_url, hands)
    found = []
    try:
        for hands.now in hours:
            asyncio.run(Nightly(wanted, store, ZONE).run())
            new = [each for each in here(wanted) if abs(each.manifest.made_at - datetime.now(UTC)) < timedelta(hours=1)]
            for each in new:
                manifest.write(replace(each.manifest, made_at=hands.now), each.folder)
                each.folder.rename(each.folder.with_name(f"{hands.now:{making.STAMP}}"))
            found.append(bool(new))
    finally:
        store.close()
    return found


def here(wanted: Settings) -> list[Copy]:
    return list(manifest.copies(wanted.backup_to)) if wanted.backup_to else []


def test_each_night_one_copy_whoever_runs_it_and_a_start_by_day_makes_up_for_a_missed_one(wanted: Settings) -> None:
    if wanted.database_url.startswith("postgresql"):
        pytest.skip("the copy is made as in test_backups")
    started = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
    night = datetime(2026, 3, 9, 18, 15, tzinfo=UTC)  # a quarter past one of the 10th
    hours = (started, started + timedelta(hours=2), night - timedelta(hours=1), night, night + timedelta(hours=1))
    assert made(wanted, *hours) == [True, False, False, True, False]


def test_what_failed_is_tried_again_within_the_hour_by_nobody_and_then_by_somebody(wanted: Settings) -> None:
    if wanted.database_url.startswith("postgresql"):
        pytest.skip("the copy is made as in test_backups")
    assert wanted.backup_to
    wanted.backup_to.write_text("a file where the folder should be")
    night = datetime(2026, 3, 9, 18, 15, tzinfo=UTC)
    store = open_store(wanted.database_url, Hands(night))
    asyncio.run(Nightly(wanted, store, ZONE).run())
    store.close()
    wanted.backup_to.unlink()
    assert made(wanted, night + timedelta(minutes=5), night + timedelta(hours=1)) == [False, True]


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
