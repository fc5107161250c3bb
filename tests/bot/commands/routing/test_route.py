"""`govuong route`: a line in, a line out, and what it needs to start."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import ROOT, Settings


@pytest.fixture(autouse=True)
def _sao_mai(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The province that does not exist, and no setting of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("CATALOGUE", str(ROOT / "tests" / "province"))


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_text_is_answered_with_its_department_and_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "Giấy phép tàu cá chậm", "--json"]) == 0
    (told,) = lines(capsys)
    assert set(told) >= {"language", "ranked", "together", "topic", "reason", "conduct"}
    assert (told["language"], told["topic"], told["conduct"]) == ("vi", "tau-ca", False)
    assert told["ranked"][0]["department"] == "so-bien"
    assert 0.5 < told["ranked"][0]["probability"] <= 1
    assert told["reason"] == "giấy phép tàu cá → Sở Biển"


def test_a_person_reads_names_instead_of_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "Giấy phép tàu cá chậm"]) == 0
    told = capsys.readouterr().out
    assert "Sở Biển" in told.splitlines()[0]
    assert "giấy phép tàu cá → Sở Biển" in told


def test_a_complaint_about_officials_is_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "--json", "Cán bộ Sở Biển vòi tiền"]) == 0
    (told,) = lines(capsys)
    assert told["conduct"]
    assert "so-bien" not in {each["department"] for each in told["ranked"]}


def test_bad_lines_are_named_and_the_others_still_answered(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    given = [b'{"text": "tau ca"}', b"no", b"[]", b'{"text": 5}', b"", b'{"text": "\xff"}', b'{"text": ""}']
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"\n".join(given))
    assert main(["route", "--file", str(path), "--json"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(" ")[0] for line in err.splitlines()] == [f"{path}:{number}:" for number in (2, 3, 4, 6)]
    ranked = [json.loads(line)["ranked"][0]["department"] for line in out.splitlines()]
    assert ranked == ["so-bien", "task-group"]


def test_standard_input_is_read_like_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'\xef\xbb\xbf{"text": "lighthouse"}\n')))
    assert main(["route", "--stdin", "--json"]) == 0
    assert lines(capsys)[0]["ranked"][0]["department"] == "so-den"


def test_who_stops_reading_the_answers_is_told_of_no_fault() -> None:
    command = [sys.executable, "-m", "bot", "route", "--stdin", "--json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as running:  # type: ignore[call-overload]
        running.stdout.close()
        running.stdin.write(b'{"text": "lighthouse"}\n' * 2)
        running.stdin.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize("text", ["", " ", "?!", "🙂"])
def test_what_says_nothing_is_for_the_task_group(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", text, "--json"]) == 0
    assert lines(capsys)[0]["ranked"] == [{"department": "task-group", "probability": 1.0}]


def test_a_very_long_text_and_half_a_character_are_no_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "tàu cá " * 20_000 + "\ud800", "--json"]) == 0
    assert lines(capsys)[0]["ranked"][0]["department"] == "so-bien"


@pytest.mark.parametrize("argv", [[], ["a", "--stdin"], ["--file", "nowhere.jsonl"]])
def test_without_one_thing_to_read_it_says_so(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", *argv]) == 2
    assert capsys.readouterr().err


def test_it_starts_without_web_database_or_messenger() -> None:
    code = "import sys; from bot.__main__ import main; main(['route', 'tau ca']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert not loaded & {"fastapi", "starlette", "sqlalchemy", "sqlmodel", "telegram", "aiohttp", "holidays", "uvicorn"}
