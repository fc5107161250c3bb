"""The main key: made once, asked for ever after; a lost or wrong one is said in a line and harms nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import update

from bot.commands.running import doctor
from bot.settings import CREDENTIAL, Settings, WrongSetting
from bot.wiring import build, running
from domain.messages import Chat, Network
from storage import people
from storage.database import Tx
from storage.sealing import keyfile
from storage.tables import Person
from tests.conftest import SqliteFiles
from tests.product import prepared, settings

NAME = "Hoàng Thị Bích Ngọc"


@pytest.fixture
def wanted(sqlite_files: SqliteFiles, tmp_path: Path) -> Settings:
    return settings(tmp_path, sqlite_files.fresh(prepared), key_file=tmp_path / "main.key")


def meets(tx: Tx) -> None:
    people.meet(tx, Chat(Network.PAGE, "p:1"), "1", NAME, "vi")


def in_program(wanted: Settings, work: Callable[[Tx], object]) -> object:
    parts = build(wanted)
    try:
        return parts.store.call(work)
    finally:
        parts.store.close()


def name(tx: Tx) -> str:
    found = people.find(tx, Network.PAGE, "1")
    assert found is not None
    return found.name


def starts(wanted: Settings) -> None:
    async def start() -> None:
        async with running(wanted, receives=False, works=False):
            pass

    asyncio.run(start())


def is_lost(wanted: Settings) -> None:
    """Gone, another one, none at all: each is refused with a line, and the database stays as it is."""
    path = wanted.key_path
    database = Path(wanted.database_url.removeprefix("sqlite:///"))
    before = database.read_bytes()
    for text, why in ((None, "is not there"), ("other", "is sealed with"), ("# nothing", "holds no key")):
        path.unlink()
        if text == "other":
            keyfile.make(path)
        elif text:
            path.write_text(text, encoding="utf-8")
        for begins in (starts, lambda wanted: in_program(wanted, name)):
            with pytest.raises(WrongSetting, match=rf"^KEY_FILE: .*{why}.*Nothing was changed\.$") as said:
                begins(wanted)
            assert "\n" not in str(said.value)
        assert database.read_bytes() == before
        if text is None:
            assert not path.exists()
            path.touch()


def test_a_key_is_made_at_the_first_start_beside_the_database(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    wanted = settings(tmp_path, sqlite_files.fresh(prepared))
    wanted.key_file = None
    assert not wanted.key_path.exists()
    starts(wanted)
    assert wanted.key_path.parent == Path(wanted.database_url.removeprefix("sqlite:///")).parent
    assert wanted.key_path.stat().st_mode & 0o777 == 0o600
    in_program(wanted, meets)
    assert in_program(wanted, name) == NAME


def test_a_lost_or_wrong_key_is_said_at_the_start_and_nothing_is_touched(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    in_program(wanted, meets)
    right = wanted.key_path.read_bytes()
    is_lost(wanted)
    assert asyncio.run(doctor.check(wanted)) == 1
    said = capsys.readouterr().out
    assert "✗ KEY_FILE: " in said
    assert "→ put the right one back" in said
    wanted.key_path.write_bytes(right)
    assert in_program(wanted, name) == NAME
    asyncio.run(doctor.check(wanted))
    assert f"✓ main key {keyfile.read(wanted.key_path).ids[0]}" in capsys.readouterr().out


def test_a_key_that_others_may_read_is_told(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    in_program(wanted, meets)
    wanted.key_path.chmod(0o644)
    tmp = wanted.key_path.parent
    others = [each for each in (tmp, *tmp.parents) if not each.stat().st_mode & 0o011]
    asyncio.run(doctor.check(wanted))
    assert (f"others may read {wanted.key_path}" in capsys.readouterr().out) == (not others)


def test_systemd_may_bring_the_key(wanted: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_program(wanted, meets)
    brought = tmp_path / "credentials" / CREDENTIAL
    brought.parent.mkdir()
    wanted.key_path.rename(brought)
    wanted.key_file = None
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(brought.parent))
    assert wanted.key_path == brought
    assert in_program(wanted, name) == NAME


def test_what_lay_plain_before_there_was_a_key_is_told_and_read(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def meets_as_before(tx: Tx) -> None:
        meets(tx)
        tx.run(update(Person).values(name=NAME))

    in_program(wanted, meets_as_before)
    assert in_program(wanted, name) == NAME
    assert asyncio.run(doctor.check(wanted)) == 1
    assert "not all sealed by it\n    → stop it and run `govuong rotate-key`" in capsys.readouterr().out
