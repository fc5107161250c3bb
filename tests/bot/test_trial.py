"""A database is for trying or in earnest, for good: what was bound on trial swallows no real case."""

from __future__ import annotations

import asyncio
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings, WrongSetting
from bot.wiring import running
from domain.messages import Chat, Network
from storage import chats
from storage.database import Tx
from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.product import prepared, settings

NOT_OURS = {name.upper() for name in Settings.model_fields} | {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}


def starts(wanted: Settings) -> int:
    """Start and stop at once; how many chats are bound then."""

    async def once() -> int:
        async with running(wanted, receives=False, works=False) as parts:
            return len(parts.store.call(chats.every_binding))

    return asyncio.run(once())


@pytest.fixture
def url(sqlite_files: SqliteFiles) -> str:
    return str(sqlite_files.fresh(prepared))


def test_a_trial_binds_its_desks_in_a_database_of_its_own_and_starts_again(tmp_path: Path, url: str) -> None:
    assert starts(settings(tmp_path, url, demo=True)) > 10
    assert starts(settings(tmp_path, url, demo=True)) > 10


def test_a_database_that_was_tried_never_serves_in_earnest(tmp_path: Path, url: str) -> None:
    starts(settings(tmp_path, url, demo=True))
    with pytest.raises(WrongSetting, match="made for trying"):
        starts(settings(tmp_path, url))


def test_a_database_in_use_is_never_opened_for_trying(tmp_path: Path, url: str) -> None:
    def bind(tx: Tx) -> None:
        chats.bind(tx, Chat(Network.PAGE, "desk:task-group"), "task-group", "", "Tổ công tác")

    store = open_store(url, lambda: datetime.now(UTC))
    store.call(bind)
    store.close()
    with pytest.raises(WrongSetting, match="DEMO=false"):
        starts(settings(tmp_path, url, demo=True))
    assert starts(settings(tmp_path, url)) == 1


def test_in_earnest_no_desk_is_bound_by_itself(tmp_path: Path, url: str) -> None:
    assert starts(settings(tmp_path, url)) == 0


def run_line(folder: Path, named: dict[str, str]) -> str:
    """What `make run` would type in a folder."""
    env = {key: value for key, value in os.environ.items() if key.upper() not in NOT_OURS}
    make = ["make", "--dry-run", "--file", str(ROOT / "Makefile"), "run"]
    done = subprocess.run(make, cwd=folder, env=env | named, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize(
    ("named", "tried"),
    [
        ({}, "DEMO=true"),
        ({"DEMO": "false"}, "DEMO=false"),
        ({"TELEGRAM_TOKEN": "1:a"}, ""),
        ({"PUBLIC_URL": "https://govuong.example.vn"}, ""),
    ],
)
def test_make_run_tries_only_where_nothing_is_set(tmp_path: Path, named: dict[str, str], tried: str) -> None:
    for name in ("requirements.txt", "requirements-build.txt", "requirements-dev.txt"):
        (tmp_path / name).touch()
    assert run_line(tmp_path, named).partition(".venv")[0].strip() == tried
    (tmp_path / ".env").touch()
    assert "DEMO=" not in run_line(tmp_path, named)
