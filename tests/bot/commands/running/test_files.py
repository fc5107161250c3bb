"""`govuong files` says where attachments lie, and moves them both ways."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from bot.commands.running import doctor, files
from bot.settings import Settings, WrongSetting, load
from bot.wiring import build
from storage.blobs import Blobs
from tests import postgres
from tests.product import prepared, settings


def files_say(wanted: Settings, capsys: pytest.CaptureFixture[str], *, moves: bool = False) -> str:
    assert files.run(wanted, argparse.Namespace(move=moves)) == 0
    return capsys.readouterr().out


@pytest.mark.postgresql
def test_files_are_moved_into_the_database_and_back(
    postgresql_server: postgres.Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgresql_server.fresh(prepared)
    folder, database = settings(tmp_path, url), settings(tmp_path, url, files="database")
    names = {Blobs(folder.files_dir).put(content): content for content in (b"x" * 300_000, b"y")}
    assert "0 files in the database, as FILES says; 2 elsewhere" in files_say(database, capsys)
    assert "2 files (0.3 MB) moved to the database" in files_say(database, capsys, moves=True)
    assert "0 files (0.0 MB)" in files_say(database, capsys, moves=True)
    parts = build(database)
    assert {name: parts.blobs.get(name) for name in names} == names
    parts.store.close()
    assert "2 elsewhere" in files_say(folder, capsys)
    assert "2 files (0.3 MB) moved to the folder" in files_say(folder, capsys, moves=True)
    assert {name: Blobs(folder.files_dir).get(name) for name in names} == names
    postgresql_server.drop()


@pytest.mark.postgresql
def test_the_doctor_names_what_nobody_would_find(
    postgresql_server: postgres.Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = settings(tmp_path, postgresql_server.fresh(prepared), files="database")
    Blobs(wanted.files_dir).put(b"x")
    doctor.run(wanted, None)  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert "✗ 1 files lie where they are not looked for (FILES=database)" in said
    assert "govuong files --move" in said
    postgresql_server.drop()


def test_with_sqlite_there_is_no_such_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WrongSetting, match="leave the files in FILES_DIR"):
        load(_env_file=None, database_url="sqlite:///x.db", files="database")
