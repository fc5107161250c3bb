"""Logs, metrics and error messages hold nothing people wrote, no names, no numbers, no token."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SqliteFiles
from tests.product import free_port, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.town import TOKEN

NUMBERS = ("0912345678", "4900001236", TOKEN, "stand-in-token")
PLANTED = ("Bí mật kinh doanh", "Công ty Kín Tiếng", "Nguyễn Thị Lan", *NUMBERS)


@pytest.fixture
def careless() -> Iterator[TelegramServer]:
    """A stand-in that checks nothing: it shall send what no Telegram would."""
    with TelegramServer(token=TOKEN, check=False) as running:
        yield running


def test_nothing_a_person_wrote_reaches_the_logs(
    careless: TelegramServer, sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    """The loudest log level, with failing calls, an unreadable update and a forged tap."""
    port = free_port()
    env = {
        **{key: value for key, value in os.environ.items() if not key.startswith("TELEGRAM")},
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": careless.url,
        "TELEGRAM_LIMITS": "off",
        "DATABASE_URL": sqlite_files.fresh(prepared),
        "FILES_DIR": str(tmp_path / "files"),
        "WEB_PORT": str(port),
        "LOG_LEVEL": "debug",
    }
    log = tmp_path / "log.txt"
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=env, stdout=out, stderr=out)
    try:
        _a_troubled_filing(careless)
        metrics = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10).read().decode()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    written = log.read_text()
    assert "delivery.failed" in written
    assert "intake.failed" in written
    assert [text for text in PLANTED if text in written + metrics] == []


def _a_troubled_filing(server: TelegramServer) -> None:
    lan = server.user("Nguyễn Thị Lan", language_code="vi")
    lan.starts()
    lan.waits_for("đồng ý", timeout=20)
    lan.taps("đồng ý")
    server.fail_next("sendMessage", 500, times=2)
    lan.says("Bí mật kinh doanh: hồ sơ giấy phép xây dựng chậm, gọi 0912345678")
    lan.waits_for("đại diện", timeout=45)  # routing is learnt first in a folder that has no lessons yet
    server.fail_next("sendMessage", 400, "Bad Request: message is strange")
    lan.says("Công ty Kín Tiếng, 4900001236")
    server.push({"edited_message": {"message_id": "no number", "text": "Bí mật kinh doanh", "chat": {"id": lan.id}}})
    lan.taps_data(lan.bot_messages[-1], "d:send:Bí mật kinh doanh", waits=False)
    time.sleep(1)
