"""`govuong deadline`: what it prints, what its JSON holds, and which questions it turns down with a line and a 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import ROOT, Settings

TET = ("--received", "2026-02-13T10:00", "--working-days", "7", "--pause", "2026-02-24T10:00/2026-02-26T10:00")
DAY = ("--received", "2026-03-09T09:00")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env, and no variable of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def run(*argv: str) -> int:
    try:
        return main(["deadline", *argv])
    except SystemExit as end:
        return int(end.code or 0)


def found(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    assert run(*argv, "--json") == 0
    return dict(json.loads(capsys.readouterr().out))


def test_it_says_the_sentence_and_then_every_fact(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*TET) == 0
    first, empty, *rest = capsys.readouterr().out.splitlines()
    assert first == (
        "7 ngày làm việc, tính từ thứ Sáu 13/02, trừ Tết 16–20/02, trừ 2 ngày tạm dừng, đến 17:00 thứ Năm 05/03"
    )
    assert empty == ""
    assert all(line.startswith("• ") for line in rest)
    assert "• Hạn: 17:00 thứ Năm 05/03/2026." in rest


def test_its_json_holds_every_fact_with_the_province_s_offset(capsys: pytest.CaptureFixture[str]) -> None:
    told = found(capsys, *TET, "--extension", "1")
    assert told["received"] == told["counts_as_received"] == "2026-02-13T10:00:00+07:00"
    assert told["due_at"] == "2026-03-06T17:00:00+07:00"
    assert (told["unit"], told["amount"], told["extension"]) == ("working_days", 7, 1)
    assert [(each["first"], each["last"], each["occasions"]) for each in told["skipped"]] == [
        ("2026-02-16", "2026-02-20", ["tet"])
    ]
    assert [each["working_days"] for each in told["pauses"]] == [2]
    assert "Bộ luật Dân sự 2015" in told["source"]
    assert told["sentence"].endswith("17:00 thứ Sáu 06/03")
    assert len(told["calendar"]) == 12


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (("--working-hours", "1.5"), "2026-03-09T10:30:00+07:00"),
        (("--working-hours", "1", "--extension", "0.5"), "2026-03-09T10:30:00+07:00"),
        (("--calendar-days", "5"), "2026-03-16T17:00:00+07:00"),
        (("--working-days", "5", "--department", "so-xay-dung"), "2026-03-16T17:00:00+07:00"),
        (("--working-days", "0"), "2026-03-09T17:00:00+07:00"),
    ],
)
def test_every_way_of_counting(capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], due: str) -> None:
    assert found(capsys, *DAY, *asked)["due_at"] == due


def test_a_time_is_the_province_s_unless_it_names_an_offset(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("2026-03-09T18:00", "2026-03-09T11:00+00:00", "2026-03-09T11:00Z"):
        assert found(capsys, "--received", text, "--working-days", "1")["received"] == "2026-03-09T18:00:00+07:00"


@pytest.mark.parametrize(("language", "begins"), [("en", "7 working days from"), ("zh", "自2月13日")])
def test_it_speaks_three_languages(capsys: pytest.CaptureFixture[str], language: str, begins: str) -> None:
    assert found(capsys, *TET, "--lang", language)["sentence"].startswith(begins)


def test_a_department_with_hours_of_its_own_is_counted_by_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = (
        '[province]\nnames = { vi = "Tỉnh" }\ncode_prefix = "TT"\n[[department]]\nkey = "so"\nnames = { vi = "Sở" }\n'
        "sessions = [{ start = 08:00:00, end = 12:00:00 }]\nweekdays = [0, 1, 2, 3, 4, 5]\n"
    )
    (tmp_path / "province.toml").write_text(own, encoding="utf-8")
    monkeypatch.setenv("CATALOGUE", str(tmp_path))
    friday = ("--received", "2026-03-13T09:00", "--working-days", "1")
    assert found(capsys, *friday, "--department", "so")["due_at"] == "2026-03-14T12:00:00+07:00"
    assert found(capsys, *friday)["due_at"] == "2026-03-16T17:00:00+07:00"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ((), "--received"),
        (DAY, "--working-days"),
        ((*DAY, "--working-days", "7", "--calendar-days", "7"), "not allowed with"),
        ((*DAY, "--working-days", "7", "--department", "so-bay"), "govuong departments"),
        ((*DAY, "--working-days", "7", "--lang", "fr"), "--lang"),
        (("--received", "hôm qua", "--working-days", "7"), "2026-02-13T10:00"),
        (("--received", "2026-02-30T10:00", "--working-days", "7"), "2026-02-13T10:00"),
        ((*DAY, "--working-days", "-1"), "whole number"),
        ((*DAY, "--working-days", "1.5"), "whole number"),
        ((*DAY, "--working-days", "²"), "whole number"),
        ((*DAY, "--calendar-days", "9" * 5000), "whole number"),
        ((*DAY, "--working-hours", "nan"), "number from 0"),
        ((*DAY, "--working-hours", "inf"), "number from 0"),
        ((*DAY, "--working-hours", "9" * 400), "number from 0"),
        ((*DAY, "--working-days", "7", "--extension", "1.5"), "whole number of days"),
        ((*DAY, "--working-days", "7", "--extension=-1"), "number from 0"),
        ((*DAY, "--working-days", "7", "--pause", "2026-03-10T09:00"), "FROM/TO"),
        ((*DAY, "--working-days", "7", "--pause", "2026-03-12T09:00/2026-03-11T09:00"), "ends before it begins"),
        ((*DAY, "--working-days", "7", "--pause", "2026-03-12T09:00/mai"), "mai"),
        ((*DAY, "--calendar-days", "7", "--pause", "2026-03-12T09:00/2026-03-13T09:00"), "nothing pauses"),
        ((*DAY, "--working-days", "7", "--pause", "2026-03-12T09:00/2101-03-13T09:00"), "the end of 2100"),
        (("--received", "1999-12-31T10:00", "--working-days", "7"), "2000 to 2100"),
        (("--received", "2101-01-01T10:00", "--working-days", "7"), "the end of 2100"),
        (("--received", "2100-12-31T10:00", "--working-days", "7"), "2100"),
        (("--received", "2099-01-01T10:00", "--calendar-days", "10000"), "2000 to 2100"),
        (("--received", "2026-03-09T09:00", "--working-hours", "10000", "--extension", "10000"), ""),
        (("--received", "0001-01-01T00:00+14:00", "--working-days", "7"), "outside every calendar"),
        (("--received", "9999-12-31T23:00-12:00", "--working-days", "7"), "outside every calendar"),
    ],
)
def test_what_cannot_be_counted_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], told: str
) -> None:
    code = run(*argv)
    printed = capsys.readouterr()
    if not told:
        assert code == 0
        return
    assert code == 2
    assert printed.out == ""
    assert told in printed.err.splitlines()[-1]


def test_the_command_line_starts_without_reading_the_calendar() -> None:
    seen = "import sys, bot.__main__; bot.__main__.parser([]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, check=True, text=True)
    assert "bot.__main__" in done.stdout
    assert not {"domain.deadline.calendars", "holidays", "sqlalchemy", "aiohttp"} & set(done.stdout.split())
