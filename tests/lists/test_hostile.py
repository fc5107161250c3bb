"""Files that are broken, huge or meant to do harm get one clear line, soon and in little memory."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from bot.commands.keeping import tables
from bot.commands.keeping.tables import UnreadableError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def plain_book(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["Nội dung kiến nghị", "Đơn vị trả lời"])
    book.save(path)
    return path


def with_part(path: Path, name: str, content: str) -> Path:
    """A workbook in which one part is another."""
    plain_book(path)
    with zipfile.ZipFile(path) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for each, before in (parts | {name: content.encode()}).items():
            new.writestr(each, before)
    return path


def sheet(inside: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'


FIRST = "xl/worksheets/sheet1.xml"
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a bomb": (lambda path: with_part(path, "xl/media/x.bin", "0" * 100_000_000), "unpacks to more than 100 MB"),
    "a stray cell": (
        lambda path: with_part(path, FIRST, sheet('<row r="1"><c r="A1"/></row><row r="9"><c r="XFD1048576"/></row>')),
        "a sheet reaches to row 1048576, column 16384",
    ),
    "a million empty columns": (
        lambda path: with_part(path, FIRST, sheet(f'<row r="1">{"<c/>" * 1_600_000}</row>')),
        "most of it surely empty",
    ),
    "one cell merged over all": (
        lambda path: with_part(
            path,
            FIRST,
            f'<worksheet xmlns="{MAIN}"><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            "</worksheet>",
        ),
        "most of it surely empty",
    ),
    "macros": (lambda path: with_part(path, "xl/vbaProject.bin", "x"), "has macros"),
    "entities": (
        lambda path: with_part(path, FIRST, '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet("")),
        "declares entities of its own",
    ),
    "broken inside": (lambda path: with_part(path, FIRST, "<worksheet><sheetData>"), "no Excel file that can be read"),
    "no zip": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 100), "no Excel file that can be read"),
    "old Excel": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 100), "an old Excel file"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "not in UTF-8"),
    "binary zeros": (lambda path: path.write_bytes(b"a;b\0c"), "no text and no Excel file"),
    "nothing": (lambda path: path.write_bytes(b""), "no table"),
    "prose": (lambda path: path.write_text("Kính gửi Ủy ban nhân dân tỉnh"), "no table"),
    "a line of a million cells": (lambda path: path.write_text(";" * 1_000_000), "has 1000001 columns"),
    "one endless cell": (lambda path: path.write_text('a;"' + "x" * 1_000_000), "line 1 cannot be read"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_one_clear_line(name: str, tmp_path: Path) -> None:
    make, said = FILES[name]
    path = tmp_path / "x.xlsx"
    make(path)
    with pytest.raises(UnreadableError) as error:
        tables.read(path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_the_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.save(tmp_path / "x.xlsx")
    assert [each.name for each in tables.read(tmp_path / "x.xlsx")] == ["Sheet"]
