"""`govuong report` and `govuong demo-data`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    return tmp_path


def make(number: str = "40", seed: str = "5") -> int:
    return main(["demo-data", "--cases", number, "--seed", seed, "--until", "2026-11-22"])


def figures(folder: Path, *wanted: str) -> dict[str, object]:
    assert main(["report", *wanted, "--out", str(folder / "out")]) == 0
    (path,) = (folder / "out").glob(f"bao-cao-{wanted[1]}.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_a_year_of_a_made_up_history_is_drawn_in_every_form(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make() == 0
    told = figures(database, "--year", "2026")
    assert told["period"] == "2026"
    names = sorted(path.name for path in (database / "out").iterdir())
    assert names == [f"bao-cao-2026.{form}" for form in ("docx", "json", "pdf", "png", "xlsx")]
    assert "40/40 cases" in capsys.readouterr().err
    assert main(["verify-journal"]) == 0


def test_the_same_seed_gives_the_same_figures(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make()
    first = figures(database, "--quarter", "2026-Q3")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database / 'two.db'}")
    make()
    assert figures(database, "--quarter", "2026-Q3") == first
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database / 'three.db'}")
    make(seed="6")
    assert figures(database, "--quarter", "2026-Q3") != first


def test_a_used_database_takes_no_made_up_history(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make("3") == 0
    assert make("3") == 1
    assert "in use" in capsys.readouterr().err


@pytest.mark.parametrize("wanted", [["--week", "2026-11"], ["--month", "2026-W02"], ["--year", "26"], []])
def test_what_names_no_such_period_is_refused(database: Path, wanted: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report", *wanted])
    assert stopped.value.code == 2


def test_a_period_that_has_not_begun_has_no_report(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["migrate"])
    assert main(["report", "--year", "2999"]) == 2
    assert "has not begun" in capsys.readouterr().err
