"""What the doctor says of Telegram: the token, the groups, the rights, the clock."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.backups import making
from bot.commands.running import doctor
from bot.delivery import cleaning
from domain.messages import Chat, Network
from storage import chats, claims
from storage.engines import open_store
from tests.cast import Hands
from tests.product import prepared, settings
from tests.wire.telegram import TelegramServer

TOKEN = "123456789:stand-in-token"


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(token=TOKEN) as running:
        yield running


def told(capsys: pytest.CaptureFixture[str], tmp_path: Path, url: str, **more: Any) -> tuple[int, str]:
    code = asyncio.run(doctor.check(settings(tmp_path, url, **more)))
    return code, capsys.readouterr().out


@pytest.fixture
def url(sqlite_files: Any) -> str:
    """A database in which Telegram groups speak for the task group and for leadership."""
    return str(sqlite_files.fresh(prepared))


def bind(url: str, role: str, chat: int, *, topics: bool = False) -> None:
    other = open_store(url, Hands())
    group = Chat(Network.TELEGRAM, f"{chat}")
    other.call(lambda tx: chats.bind(tx, group, role, "", role))
    other.call(lambda tx: chats.use_topics(tx, group, wanted=topics))
    other.close()


def test_all_is_well(
    server: TelegramServer,
    url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "_LEAST_DISK", 0)
    for role in ("task-group", "leadership"):
        bind(url, role, server.group(role, [server.user("Tuấn")]).id)
    copies = tmp_path / "copies"
    making.make(settings(tmp_path, url), copies)
    capsys.readouterr()
    code, said = told(capsys, tmp_path, url, telegram_token=TOKEN, telegram_api_url=server.url, backup_to=copies)
    assert (code, "✗" in said) == (0, False)
    assert "✓ the newest verified copy is 0 h old" in said
    assert "Telegram: @stand_in_bot" in said
    assert "privacy mode is on" in said
    assert re.search(r"clock: \d s from", said)


def test_every_timed_job_is_told_with_its_next_run_and_a_claimed_one_with_its_last(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = open_store(url, Hands())
    other.call(lambda tx: claims.claim_job(tx, "weekly-summary", "2026-W11"))
    other.close()
    _, said = told(capsys, tmp_path, url)
    assert "✓ job tick: every 30 s" in said
    assert re.search(r"✓ job weekly: next \w+ \d{4}-\d\d-\d\d 07:30, last ran \w+ 2026-\d\d-\d\d \d\d:\d\d", said)
    assert re.search(r"✓ job nightly: next .* 02:15, last ran never", said)


def test_a_wrong_token_is_told_with_its_mend(
    server: TelegramServer, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = told(capsys, tmp_path, url, telegram_token="1:wrong", telegram_api_url=server.url)
    assert code == 1
    assert "→ copy TELEGRAM_TOKEN again from @BotFather" in said
    assert "1:wrong" not in said


def test_a_server_that_does_not_answer_is_told_with_its_mend(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = told(capsys, tmp_path, url, telegram_token=TOKEN, telegram_api_url="http://127.0.0.1:9")
    assert code == 1
    assert "TELEGRAM_API_URL" in said
    assert TOKEN not in said


def test_a_group_the_bot_is_not_in_is_told_with_its_mend(
    server: TelegramServer, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bind(url, "task-group", -424242)
    code, said = told(capsys, tmp_path, url, telegram_token=TOKEN, telegram_api_url=server.url)
    assert code == 1
    assert "✗ group “task-group”" in said
    assert "add the bot to the group again" in said


def test_a_forum_without_the_right_to_open_topics_is_told(
    server: TelegramServer, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bind(url, "task-group", server.group("Tổ công tác", [server.user("Tuấn")]).id, topics=True)
    code, said = told(capsys, tmp_path, url, telegram_token=TOKEN, telegram_api_url=server.url)
    assert code == 1
    assert "give the bot the right to manage topics" in said


def test_what_others_may_read_is_told_with_its_mend(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        kept, token = Path(folder) / "files", Path(folder) / "token"
        kept.mkdir()
        kept.chmod(0o755)  # whatever umask an earlier program of this process has set
        token.write_text(TOKEN)
        token.chmod(0o644)
        more = {"telegram_api_url": "http://127.0.0.1:9", "telegram_token_file": token}
        _, said = told(capsys, Path(folder), url, **more)
        assert f"✗ files: others may read {token}, {kept}\n    → chmod -R go= {token} {kept}" in said
        kept.chmod(0o700)
        token.chmod(0o600)
        assert "✓ files: nobody else may read them" in told(capsys, Path(folder), url, **more)[1]
        kept.chmod(0o755)
        Path(folder).chmod(0o700)
        assert "✓ files: nobody else may read them" in told(capsys, Path(folder), url, **more)[1]


def test_a_wall_that_is_missing_is_told_in_words(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def missing() -> list[str]:
        return ["network", "root"]

    monkeypatch.setattr(cleaning, "missing_walls", missing)
    _, said = told(capsys, tmp_path, url)
    assert "✗ files of strangers are read with the network in reach and the rights of root" in said
