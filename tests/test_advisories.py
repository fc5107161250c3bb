"""Pins are asked about whole, a flaw is named, and a database that cannot be asked is no good news."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from bot.settings import ROOT
from tests import advisories

FLAWED = {"pillow": ["GHSA-xxxx-1", "PYSEC-2026-7"]}


class Database(BaseHTTPRequestHandler):
    """Answers as osv.dev does; `asked` keeps the questions."""

    asked: list[Any] = []  # noqa: RUF012  one for the class, as the server makes a new object for each request

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.asked.append(question)
        names = [each["package"]["name"] for each in question["queries"]]
        results = [{"vulns": [{"id": flaw} for flaw in FLAWED[name]]} if name in FLAWED else {} for name in names]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"results": results}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def database() -> Iterator[str]:
    Database.asked.clear()
    with HTTPServer(("127.0.0.1", 0), Database) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1/querybatch"
        server.shutdown()


def test_every_pin_of_every_lock_is_asked_about(database: str) -> None:
    wanted = advisories.pins(ROOT / each for each in advisories.LOCKS)
    many = sum(text.count("==") for each in advisories.LOCKS for text in [(ROOT / each).read_text()])
    assert 80 < len(wanted) <= many
    assert ("pillow", dict(wanted)["pillow"]) in wanted
    assert dict(wanted)["fastapi"][0].isdigit()
    advisories.known_flaws(wanted, database)
    assert sum(len(each["queries"]) for each in Database.asked) == len(wanted)


def test_a_known_flaw_is_named(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert advisories.main(database) == advisories.SOME
    said = capsys.readouterr().out
    assert "https://osv.dev/GHSA-xxxx-1, https://osv.dev/PYSEC-2026-7" in said
    assert "1 with a known flaw" in said


def test_no_flaw_is_good_news(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_advisories.FLAWED", {})
    assert advisories.main(database) == advisories.NONE


@pytest.mark.parametrize("away", ["http://127.0.0.1:9/", "http://nowhere.invalid/"])
def test_a_database_that_cannot_be_asked_is_said_to_be_so(away: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert advisories.main(away) == advisories.NOT_ASKED
    assert "NOT CHECKED" in capsys.readouterr().err
