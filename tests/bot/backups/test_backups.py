"""A copy is whole or none, tells what is wrong with it, and comes back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from sqlmodel import col, update

from bot.backups import checking, making, manifest, postgresql, restoring, retention, snapshots
from bot.backups.manifest import Copy
from bot.commands.running import backup, restore
from bot.settings import ROOT, Settings, WrongSetting
from domain.messages import FileKind, Network, Upload
from handlers.admin import audit
from handlers.rights import erasing
from storage import cases, files
from storage.blobs import Blobs
from storage.chunked.blobs import ChunkedBlobs
from storage.database import Tx
from storage.engines import OneProcess, open_store
from storage.rights.erasures import Ledger
from storage.tables import JournalRow
from tests.bot.backups.conftest import PHOTOGRAPH, attach, file_cases, within
from tests.cast import TUAN, Hands


def copied(wanted: Settings) -> Copy:
    assert wanted.backup_to
    return making.make(wanted, wanted.backup_to)


def put_back(wanted: Settings, copy: Copy, key: Path | None = None) -> list[str]:
    return restoring.restore(wanted, copy, key, lambda *_: None)


def codes(wanted: Settings) -> list[str]:
    found = within(wanted, lambda tx: [cases.look(tx, number) for number in cases.ids_after(tx, 0)])
    return [case.code for case in found if case]


def test_what_is_restored_is_what_was_copied_and_what_was_there_stays_aside(wanted: Settings) -> None:
    copy = copied(wanted)
    restoring.check(wanted, copy, None)
    within(wanted, lambda tx: file_cases(tx, 2))
    late = attach(wanted, b"sent after the copy")
    aside = put_back(wanted, copy)
    assert codes(wanted) == ["LS26-00001"]
    store = open_store(wanted.database_url, Hands())
    assert audit.verify(store) == (1, [])
    store.close()
    (kept,) = (path for path in wanted.files_dir.rglob("*") if path.is_file())
    assert kept.read_bytes() == PHOTOGRAPH
    assert Blobs(Path(aside[0])).get(late) == b"sent after the copy"
    assert aside[1]
    left = {path.name for path in wanted.files_dir.parent.iterdir()}
    assert not {name for name in left if "restoring" in name}


def test_the_old_database_is_aside_with_everything_in_it(wanted: Settings) -> None:
    copy = copied(wanted)
    within(wanted, lambda tx: file_cases(tx, 2))
    aside = put_back(wanted, copy)[1]
    if aside.startswith("database "):
        name = aside.removeprefix("database ")
        old = wanted.database_url.replace(wanted.database_url.partition("?")[0].rpartition("/")[2], name)
    else:
        old = f"sqlite:///{aside}"
    assert codes(wanted.model_copy(update={"database_url": old})) == ["LS26-00001", "LS26-00002"]


def test_a_copy_comes_back_where_there_is_nothing(wanted: Settings, sqlite_files: object, tmp_path: Path) -> None:
    copy = copied(wanted)
    if copy.manifest.database != snapshots.SQLITE:
        pytest.skip("of a server's databases the last test tells")
    empty = wanted.model_copy(
        update={"database_url": f"sqlite:///{tmp_path}/new/here.db", "files_dir": tmp_path / "new" / "files"}
    )
    assert put_back(empty, copy) == ["", ""]
    assert codes(empty) == ["LS26-00001"]


def test_only_what_is_new_is_copied_again(wanted: Settings) -> None:
    first = copied(wanted)
    new = attach(wanted, b"another one")
    time.sleep(1.01)  # a copy is named after its second
    second = copied(wanted)
    places = {item.path: item for item in second.manifest.items if item.path.startswith("files/")}
    assert len(places) == 2
    for path in places:
        is_linked = (second.folder / path).stat().st_nlink == 2
        assert is_linked == (not path.endswith(new))
    assert first.folder != second.folder
    shutil.rmtree(first.folder)
    restoring.check(wanted, second, None)


def test_while_it_is_written_to_the_copy_is_of_one_moment(wanted: Settings) -> None:
    store, done = open_store(wanted.database_url, Hands()), threading.Event()
    numbers = iter(range(2, 100_000))

    def write() -> None:
        while not done.is_set():
            store.call(lambda tx: file_cases(tx, next(numbers)))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copy = copied(wanted)
    finally:
        done.set()
        writer.join()
        store.close()
    restoring.check(wanted, copy, None)
    assert copy.manifest.rows["journal"] == 2 * copy.manifest.rows["cases"]


def test_a_changed_byte_is_found_and_nothing_is_changed(wanted: Settings) -> None:
    copy = copied(wanted)
    (item,) = (each for each in copy.manifest.items if each.path.startswith("files/"))
    path = copy.folder / item.path
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    within(wanted, lambda tx: file_cases(tx, 2))
    for attempt in (lambda: restoring.check(wanted, copy, None), lambda: put_back(wanted, copy)):
        with pytest.raises(restoring.Damaged, match=f"{item.path}: not what was copied"):
            attempt()
    assert codes(wanted) == ["LS26-00001", "LS26-00002"]


def test_a_file_that_went_is_found(wanted: Settings) -> None:
    copy = copied(wanted)
    (copy.folder / "catalogue" / "province.toml").unlink()
    with pytest.raises(restoring.Damaged, match=r"catalogue/province.toml: missing"):
        restoring.check(wanted, copy, None)


def test_a_database_with_a_forged_journal_is_copied_and_not_called_verified(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def forge(tx: Tx) -> None:
        tx.run(update(JournalRow).where(col(JournalRow.seq) == 2).values(department="thue-tinh"))

    within(wanted, forge)
    assert backup.run(wanted, Namespace(to=None)) == 1
    assert "LS26-00001: the hash chain breaks at entry 2" in capsys.readouterr().err
    assert wanted.backup_to
    (copy,) = manifest.copies(wanted.backup_to)
    assert not copy.manifest.is_verified
    with pytest.raises(restoring.Damaged, match="the hash chain breaks"):
        restoring.check(wanted, copy, None)


def test_an_attachment_that_is_lost_is_told_and_stops_nothing(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    Blobs(wanted.files_dir).remove(attach(wanted, b"lost"))
    assert backup.run(wanted, Namespace(to=None)) == 0
    assert "1 attachments were not on the disk" in capsys.readouterr().out
    assert wanted.backup_to
    assert restore.run(wanted, Namespace(source=wanted.backup_to, check=True, key=None)) == 0
    assert "1 attachments were already gone" in capsys.readouterr().out


def test_attachments_in_the_database_are_copied_with_it(wanted: Settings) -> None:
    if snapshots.kind_of(wanted.database_url) == snapshots.SQLITE:
        pytest.skip("with SQLite attachments lie in a folder")
    store = open_store(wanted.database_url, Hands())
    blobs = ChunkedBlobs(store)
    name = blobs.put(b"in the database")
    upload = Upload(FileKind.PHOTO, f"{files.BLOB}{name}", "b.jpg", "image/jpeg", 15)
    store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1))
    store.close()
    copy = copied(wanted)
    assert (copy.manifest.missing, len(list(checking.attachments(copy)))) == ([], 1)
    put_back(wanted, copy)
    store = open_store(wanted.database_url, Hands())
    assert ChunkedBlobs(store).get(name) == b"in the database"
    store.close()


def test_encrypted_nothing_is_readable_and_only_the_private_key_opens_it(wanted: Settings, tmp_path: Path) -> None:
    private = pyrage.x25519.Identity.generate()
    key, other = tmp_path / "key", tmp_path / "other"
    key.write_text(f"# created: today\n# public key: {private.to_public()}\n{private}\n")
    other.write_text(str(pyrage.x25519.Identity.generate()))
    wanted = wanted.model_copy(update={"backup_key": str(private.to_public())})
    copy = copied(wanted)
    for item in copy.manifest.items:
        content = (copy.folder / item.path).read_bytes()
        assert item.path.endswith(".age")
        assert content.startswith(b"age-encryption.org/v1")
        assert PHOTOGRAPH not in content
        assert b"LS26-00001" not in content
    restoring.check(wanted, copy, key)
    asked = Namespace(source=copy.folder, check=True, key=None)
    with pytest.raises(WrongSetting, match="name the file of the private key with --key"):
        restore.run(wanted, asked)
    for wrong in (other, tmp_path / "copies" / copy.folder.name / "manifest.json"):
        with pytest.raises(WrongSetting, match=r"does not open|holds no private key"):
            restore.run(wanted, Namespace(source=copy.folder, check=True, key=wrong))
    within(wanted, lambda tx: file_cases(tx, 2))
    put_back(wanted, copy, key)
    assert codes(wanted) == ["LS26-00001"]
    assert [path.read_bytes() for path in wanted.files_dir.rglob("*") if path.is_file()] == [PHOTOGRAPH]


def test_for_another_key_everything_is_encrypted_anew(wanted: Settings) -> None:
    first, second = (str(pyrage.x25519.Identity.generate().to_public()) for _ in "ab")
    copied(wanted.model_copy(update={"backup_key": first}))
    time.sleep(1.01)
    copy = copied(wanted.model_copy(update={"backup_key": second}))
    assert all((copy.folder / item.path).stat().st_nlink == 1 for item in copy.manifest.items)


def test_no_secret_is_in_a_copy(wanted: Settings, tmp_path: Path) -> None:
    for place in (wanted.files_dir, tmp_path):
        (place / "secret.key").write_text("AGE-SECRET-KEY-1")
    copy = copied(wanted)
    tops = {path.name for path in copy.folder.iterdir()}
    assert tops == {snapshots.NAMES[copy.manifest.database], "catalogue", "files", "manifest.json"}
    assert not list(copy.folder.rglob("*key*"))


def test_it_is_put_in_place_of_no_database_in_use(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    copy = copied(wanted)
    asked = Namespace(source=copy.folder, check=False, key=None)
    guard = None
    store = open_store(wanted.database_url, Hands())
    if copy.manifest.database == snapshots.SQLITE:
        guard = OneProcess(snapshots.sqlite_path(wanted.database_url))
    try:
        assert restore.run(wanted, asked) == 1
    finally:
        store.close()
        if guard:
            guard.release()
    assert "The database is in use" in capsys.readouterr().err
    assert restore.run(wanted, asked) == 0
    assert "what was here before" in capsys.readouterr().out


def test_what_was_erased_after_the_copy_is_erased_in_it_before_anybody_is_served(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = copied(wanted)
    store = open_store(wanted.database_url, Hands())
    store.on_erased = Ledger(wanted.ledger).append
    store.call(lambda tx: erasing.erase_cases(tx, [1], TUAN))
    store.close()
    assert restore.run(wanted, Namespace(source=copy.folder, check=False, key=None)) == 0
    assert "erasures of the ledger were carried out in it" in capsys.readouterr().out
    case = within(wanted, lambda tx: cases.look(tx, 1))
    assert case is not None
    assert "Hồ sơ" not in case.text
    wanted.ledger.unlink()
    assert restore.run(wanted, Namespace(source=copy.folder, check=False, key=None)) == 0
    assert "No ledger of erasures" in capsys.readouterr().out


def test_a_folder_without_a_copy_is_told(wanted: Settings, tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="no whole copy is there"):
        restore.run(wanted, Namespace(source=tmp_path / "nowhere", check=True, key=None))


def test_killed_at_any_moment_it_leaves_no_copy_that_looks_whole(wanted: Settings) -> None:
    if snapshots.kind_of(wanted.database_url) != snapshots.SQLITE:
        pytest.skip("what is killed is the same on both servers")
    for n in range(300):
        attach(wanted, os.urandom(20_000 + n))
    environment = {
        "DATABASE_URL": wanted.database_url,
        "FILES_DIR": str(wanted.files_dir),
        "BACKUP_TO": str(wanted.backup_to),
        "PATH": os.environ["PATH"],
    }
    assert wanted.backup_to
    seen = set()
    for wait in (0.0, 0.03, 0.1):
        child = subprocess.Popen([sys.executable, "-m", "bot", "backup"], cwd=ROOT, env=environment)
        while not list(wanted.backup_to.glob(".half-*")) and child.poll() is None:
            time.sleep(0.002)
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        seen.add(child.wait())
        for copy in manifest.copies(wanted.backup_to):
            restoring.check(wanted, copy, None)
    assert -signal.SIGKILL in seen
    copy = copied(wanted)
    restoring.check(wanted, copy, None)
    assert not list(wanted.backup_to.glob(".half-*"))


def test_two_at_a_time_are_refused(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert wanted.backup_to
    with making.alone(wanted.backup_to):
        assert backup.run(wanted, Namespace(to=None)) == 1
    assert "another copy is being made there" in capsys.readouterr().err


def test_a_client_that_is_missing_or_older_than_the_server_is_told(
    wanted: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if snapshots.kind_of(wanted.database_url) == snapshots.SQLITE:
        pytest.skip("SQLite needs no other program")
    bare = tmp_path / "bin"
    bare.mkdir()
    monkeypatch.setenv("PATH", str(bare))
    with pytest.raises(WrongSetting, match=r"pg_dump is not on this machine: install the client of PostgreSQL \d+"):
        copied(wanted)
    (bare / "pg_dump").write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    (bare / "pg_dump").chmod(0o755)
    with pytest.raises(WrongSetting, match=r"of version 9, the server \d+: install the client"):
        copied(wanted)
    assert wanted.backup_to
    assert not list(manifest.copies(wanted.backup_to))


def test_no_password_stands_where_others_see_it() -> None:
    named = postgresql._environment("postgresql://bot:secret@db.example/govuong?sslmode=require")
    wanted = ("db.example", "bot", "secret", "govuong", "require")
    assert tuple(named[name] for name in ("PGHOST", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGSSLMODE")) == wanted


def test_the_newest_of_each_day_week_and_month_stays() -> None:
    nights = [datetime(2026, 11, 29, 18, 15, tzinfo=UTC) - timedelta(days=n) for n in range(200)]
    stay = sorted(retention.kept(nights, (3, 2, 3)), reverse=True)
    assert [f"{each:%m-%d}" for each in stay] == ["11-29", "11-28", "11-27", "11-22", "10-31", "09-30"]


def test_what_need_not_be_kept_goes_and_what_did_not_verify_replaces_nothing(wanted: Settings) -> None:
    copy = copied(wanted)
    assert wanted.backup_to
    for day, faults in ((1, []), (2, []), (3, ["LS26-00001: forged"])):
        made_at = copy.manifest.made_at + timedelta(days=day)
        folder = wanted.backup_to / f"{made_at:{making.STAMP}}"
        folder.mkdir()
        manifest.write(replace(copy.manifest, made_at=made_at, faults=faults), folder)
    gone = retention.prune(wanted.backup_to, (1, 0, 0))
    assert [each.manifest.is_verified for each in manifest.copies(wanted.backup_to)] == [False, True]
    assert len(gone) == 2
