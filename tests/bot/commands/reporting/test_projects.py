"""`govuong projects`: a list is taken over whole or not at all, and each wrong cell is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from bot.__main__ import main

HEADER = ("STT", "Tên dự án", "Chủ đầu tư", "Vốn (tỷ đồng)", "Lao động")


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of a database of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    assert main(["migrate"]) == 0
    return tmp_path


def book(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "du-an.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Danh sách")
        for number, row in enumerate((HEADER, *rows)):
            sheet.write_row(number, 0, row)
    return str(path)


def test_a_list_is_shown_then_taken_over_once(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = book(city, (1, "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", 1250.5, 120))
    assert main(["projects", "--import", file, "--dry-run"]) == 0
    assert "1,250,500 triệu" in capsys.readouterr().out
    assert main(["projects"]) == 0
    assert "0 projects." in capsys.readouterr().out
    assert main(["projects", "--import", file]) == 0
    assert main(["projects", "--import", file]) == 0
    assert "0 new, 0 changed" in capsys.readouterr().out
    assert main(["projects"]) == 0
    assert "Nhà máy gỗ Chi Lăng" in capsys.readouterr().out


def test_with_one_wrong_cell_nothing_is_taken_over(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = book(city, (1, "Nhà máy", "Lan Anh", 5, 10), (2, "Khách sạn", "Mai Hoa", "nhiều", 5))
    assert main(["projects", "--import", file]) == 1
    assert "Danh sách!D3: “nhiều” is no number" in capsys.readouterr().err
    assert main(["projects"]) == 0
    assert "0 projects." in capsys.readouterr().out


def test_what_is_no_workbook_is_said_in_a_line(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (city / "x.xlsx").write_text("xin chào")
    assert main(["projects", "--import", str(city / "x.xlsx")]) == 2
    assert "no Excel file" in capsys.readouterr().err
    assert main(["projects", "--import", str(city / "none.xlsx")]) == 2
