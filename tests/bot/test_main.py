"""The command line, over both databases: what it prints, and the exit code a script can rely on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import col, update

from bot.__main__ import COMMANDS, main
from bot.commands.chats import departments
from bot.commands.running import doctor
from bot.settings import ROOT, Settings
from domain.case import moves
from domain.messages import Chat, Network
from handlers import recording
from handlers.admin import chats as admin
from storage import chats, failed, migrations, people
from storage.database import Tx
from storage.engines import open_store
from storage.sealing import keyfile
from storage.tables import CaseRow, JournalRow
from tests.cast import MINH, NOW, Hands, filed

T = TypeVar("T")
CALL = Callable[[Callable[[Tx], Any]], Any]
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_700_000_000,
        "chat": {"id": 7, "type": "private", "first_name": "Lan"},
        "from": {"id": 7, "is_bot": False, "first_name": "Lan", "language_code": "vi"},
        "text": "/start",
    },
}


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env, and no variable of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    monkeypatch.setenv("KEY_FILE", str(tmp_path / "main.key"))


@pytest.fixture
def empty(databases: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """DATABASE_URL names a database without tables."""
    url = str(databases.fresh())
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def call(prepared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CALL]:
    """DATABASE_URL names a database with tables; looks into it."""
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    store = open_store(prepared_url, Hands())
    store.ring = keyfile.make(tmp_path / "main.key")
    yield store.call
    store.close()


def _bind_desk(tx: Tx, role: str) -> None:
    chats.bind(tx, Chat(Network.PAGE, f"desk:{role}"), role, "", role)


def run(*argv: str) -> int:
    """The exit code of a command, also where argparse ends it."""
    try:
        return main(list(argv))
    except SystemExit as end:
        return int(end.code or 0)


# Anything


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    told = capsys.readouterr().out
    commands = ("run", "web", "worker", "migrate", "bind-code", "departments", "doctor", "failed", "verify-journal")
    assert all(command in told for command in commands)


@pytest.mark.parametrize("argv", [[], ["fly"], ["bind-code"], ["failed", "solve"]])
def test_a_wrong_command_ends_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*argv) == 2
    assert "usage" in capsys.readouterr().err


def test_alone_it_shows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    told = capsys.readouterr().err
    assert all(re.search(rf"^    {command}\s", told, re.MULTILINE) for command in COMMANDS)


def test_only_the_command_that_was_typed_is_loaded() -> None:
    code = "import sys; from bot.__main__ import main; main(['departments']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert "bot.commands.chats.departments" in loaded
    assert not loaded & {"bot.commands.running.doctor", "bot.wiring", "sqlalchemy", "fastapi", "aiohttp"}


def test_who_reads_only_the_first_line_ends_it_quietly() -> None:
    command = f"{sys.executable} -m bot departments | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 1)


@pytest.mark.parametrize(
    "argv", [["failed"], ["verify-journal"], ["migrate"], ["bind-code", "task-group"], ["figures"]]
)
@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/nowhere", "sqlite:////proc/nowhere.db"])
def test_a_database_that_is_not_there_is_one_line(
    argv: list[str], url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert run(*argv) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "doctor" in told


def test_a_fault_of_our_own_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise KeyError

    monkeypatch.setattr(departments, "run", fails)
    with pytest.raises(KeyError):
        run("departments")


def test_a_wrong_setting_ends_with_two_and_its_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEB_PORT", "x")
    assert run("run") == 2
    assert "WEB_PORT" in capsys.readouterr().err


def test_a_faulty_catalogue_ends_with_two_and_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "province.toml").write_text("[province\n", encoding="utf-8")
    monkeypatch.setenv("CATALOGUE", str(tmp_path))
    assert run("departments") == 2
    assert "province.toml:1" in capsys.readouterr().err


def test_it_is_a_program_of_its_own() -> None:
    done = subprocess.run([sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, check=True, text=True)
    assert "verify-journal" in done.stdout


# migrate


def test_migrate_goes_up_and_down(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("migrate") == 0
    assert f"revision {migrations.HEAD}" in capsys.readouterr().out
    assert run("migrate", "--down", "base") == 0
    assert "(empty)" in capsys.readouterr().out
    assert run("migrate") == 0


def test_migrate_makes_the_folder_of_a_sqlite_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/var/data/a.db")
    assert run("migrate") == 0
    assert (tmp_path / "var" / "data" / "a.db").is_file()


@pytest.mark.parametrize("argv", [["failed"], ["verify-journal"]])
def test_a_database_without_tables_is_told_instead_of_a_traceback(
    empty: str, argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*argv) == 2
    assert "govuong migrate" in capsys.readouterr().err


# bind-code and departments


@pytest.mark.parametrize("target", ["so-xay-dung", "task-group", "leadership", "administrator"])
def test_a_printed_code_binds_what_it_was_made_for(call: CALL, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("bind-code", target) == 0
    (code,) = re.findall(r"/gan ([A-Z0-9]{10})$", capsys.readouterr().out, re.MULTILINE)
    expected = ("department", target) if target == "so-xay-dung" else (target, "")
    assert call(lambda tx: chats.use_code(tx, code)) == expected


def test_a_code_for_nobody_is_refused_with_one(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("bind-code", "so-bay-len-mat-trang") == 1
    assert "govuong departments" in capsys.readouterr().err


def test_bind_code_prepares_an_empty_database(empty: str) -> None:
    assert run("bind-code", "task-group") == 0


def test_departments_lists_keys_that_can_be_bound(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("departments") == 0
    keys = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"so-xay-dung", "thue-tinh"} <= set(keys)
    assert all(run("bind-code", key) == 0 for key in keys[:2])


# doctor


def test_the_doctor_says_what_to_do_about_an_empty_database(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == 1
    assert "✗ database at revision (empty)\n    → run `govuong migrate`" in capsys.readouterr().out


def test_the_doctor_says_what_to_do_about_a_database_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")
    assert run("doctor") == 1
    assert "→ check DATABASE_URL" in capsys.readouterr().out


def test_the_doctor_misses_groups_and_finds_them_bound(
    call: CALL, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_LEAST_DISK", 0)
    monkeypatch.setattr(doctor, "_copies", lambda *_: (True, "copied last night", ""))
    assert run("doctor") == 1
    assert "✗ task-group bound to a chat\n    → `govuong bind-code task-group`" in capsys.readouterr().out
    for role in ("task-group", "leadership"):
        call(partial(_bind_desk, role=role))
    assert run("doctor") == 0
    assert "✗" not in capsys.readouterr().out


def test_the_doctor_names_a_group_in_trouble_and_failed_updates(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    group = Chat(Network.TELEGRAM, "-5")
    call(lambda tx: chats.bind(tx, group, "task-group", "", "Tổ công tác"))
    call(lambda tx: chats.note_trouble(tx, group, "removed"))
    call(lambda tx: failed.keep(tx, "telegram", "9:7", "{}", "ValueError"))
    assert run("doctor") == 1
    told = capsys.readouterr().out
    assert "group “Tổ công tác”: removed\n    → add the bot again" in told
    assert "1 updates could not be handled\n    → `govuong failed list`" in told


# failed


def test_failed_updates_are_listed_shown_and_handled_again(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    number = call(lambda tx: failed.keep(tx, "telegram", "9:7", json.dumps(UPDATE), "Traceback\nValueError: x"))
    assert run("failed") == 0
    assert re.search(rf"^ +{number} .* telegram +9:7 +ValueError: x$", capsys.readouterr().out, re.MULTILINE)
    assert run("failed", "show", f"{number}") == 0
    assert "Traceback" in capsys.readouterr().out
    assert run("failed", "retry") == 0
    assert capsys.readouterr().out == f"{number}: handled.\n"
    assert call(lambda tx: people.find(tx, Network.TELEGRAM, "7")) is not None
    assert call(failed.unsolved) == []


def test_one_that_fails_again_stays_and_the_others_are_handled(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    bad = call(lambda tx: failed.keep(tx, "telegram", "9:1", '{"update_id": 1, "message": {"text": 5}}', "x"))
    good = call(lambda tx: failed.keep(tx, "telegram", "9:7", json.dumps(UPDATE), "x"))
    assert run("failed", "retry") == 1
    told = capsys.readouterr().out
    assert f"{bad}: failed again" in told
    assert f"{good}: handled." in told
    assert [each.id for each in call(failed.unsolved)] == [bad]


def test_one_can_be_chosen(call: CALL) -> None:
    raw = json.dumps(UPDATE)
    first, second = call(lambda tx: [failed.keep(tx, "telegram", f"9:{n}", raw, "x") for n in (1, 2)])
    assert run("failed", "retry", f"{second}") == 0
    assert [each.id for each in call(failed.unsolved)] == [first]
    assert run("failed", "show", "99") == run("failed", "retry", "99") == 1


def test_what_came_without_anything_to_handle_is_put_aside(call: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    call(lambda tx: failed.keep(tx, "page", "p:1", "", "x"))
    assert run("failed", "retry") == 0
    assert "put aside" in capsys.readouterr().out
    assert call(failed.unsolved) == []


# verify-journal


@pytest.fixture
def two_cases(call: CALL) -> CALL:
    call(lambda tx: recording.record(tx, filed(1)))
    call(lambda tx: recording.record(tx, moves.accept(filed(1).case, MINH, NOW)))
    call(lambda tx: recording.record(tx, filed(2)))
    return call


def test_whole_journals_end_with_zero(two_cases: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify-journal") == 0
    assert capsys.readouterr().out == "2 journals checked, 0 with a fault.\n"
    assert run("verify-journal", "--code", "#ls26-00002") == 0
    assert capsys.readouterr().out.startswith("1 journals checked")
    assert run("verify-journal", "--code", "LS26-99999") == 1


def test_a_changed_journal_ends_with_one_and_its_case(two_cases: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    two_cases(
        lambda tx: tx.run(update(JournalRow).where(col(JournalRow.seq) == 2).values(department="thue-tinh"))
    )  # fmt: skip
    assert run("verify-journal") == 1
    told = capsys.readouterr()
    assert told.err == "LS26-00001: the hash chain breaks at entry 2\n"
    assert told.out == "2 journals checked, 1 with a fault.\n"


def test_a_changed_row_ends_with_one_and_its_case(two_cases: CALL, capsys: pytest.CaptureFixture[str]) -> None:
    two_cases(lambda tx: tx.run(update(CaseRow).where(col(CaseRow.id) == 2).values(topic="khac")))
    assert run("verify-journal") == 1
    assert "LS26-00002: the row differs" in capsys.readouterr().err
    assert run("verify-journal", "--code", "LS26-00001") == 0


def test_a_codes_life_is_a_day() -> None:
    assert admin.CODE_LIFE.total_seconds() == 24 * 3600
