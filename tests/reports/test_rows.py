"""A sheet written row by row is the one XlsxWriter writes cell by cell, part by part."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from reports.rows import Cell, RowSheet

CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(["=1+1", "<r>x</r>", " & ", "_x0041_", "\x07", "\r", " \t", "Sở NN&MT", "-2", "https://a.vn", '"']),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)


def written(rows: list[list[Cell]], *, row_by_row: bool) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001  as the file has it
        styles = [book.add_format({"num_format": each}) for each in ("@", "0", "0.0", "dd/mm/yyyy")]
        formats = dict(zip((str, int, float, date), styles, strict=True))
        sheet = book.add_worksheet("a", RowSheet if row_by_row else None)
        sheet.write_string(0, 0, "Mã", formats[str])
        for number, row in enumerate(rows, 1):
            if row_by_row:
                sheet.write_row_of(number, row, formats)
            else:
                for place, value in enumerate(row):
                    cell_by_cell(sheet, (number, place), value, formats)
        sheet.autofilter(0, 0, len(rows), 3)
    return file.getvalue()


def cell_by_cell(sheet: Any, at: tuple[int, int], value: Cell, formats: dict[type, Any]) -> None:
    match value:
        case None:
            return
        case str():
            sheet.write_string(*at, value, formats[str])
        case date():
            sheet.write_datetime(*at, value, formats[date])
        case _:
            sheet.write_number(*at, value, formats[type(value)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6))
def test_the_file_is_the_same_as_the_librarys(rows: list[list[Cell]]) -> None:
    # what the library takes for rich text is not: nothing of ours is ever markup
    plain = [[each for each in row if not (isinstance(each, str) and each.startswith("<r>"))] for row in rows]
    plain = [[0, *row, 1] for row in plain]  # an empty first or last cell is no part of a sheet's extent
    assert _parts(written(plain, row_by_row=True)) == _parts(written(plain, row_by_row=False))


def test_what_looks_like_rich_text_stays_text() -> None:
    assert b"&lt;r&gt;" in _sheet(written([["<r>x</r>"]], row_by_row=True))


def _parts(file: bytes) -> dict[str, bytes]:
    parts = zipfile.ZipFile(io.BytesIO(file))
    return {name: parts.read(name) for name in parts.namelist()}


def _sheet(file: bytes) -> bytes:
    return _parts(file)["xl/worksheets/sheet1.xml"]
