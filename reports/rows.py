"""Sheets of very many rows: a row is written as one text, where XlsxWriter takes each cell through a dozen calls.

Everything else of a sheet is XlsxWriter's. What is used of it that is not said to stay (`fh`, `previous_row` and four
methods) stands in two methods here; `tests/reports/test_rows.py` compares every part of a file with the library's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
#: day 0 of a spreadsheet's dates
_DAY_0 = date(1899, 12, 30)
_column = lru_cache(maxsize=256)(xl_col_to_name)


class RowSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet of a workbook in constant memory, whose rows come whole and in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._said = lru_cache(maxsize=4096)(self._in_line)

    def write_row_of(self, row: int, values: Sequence[Cell], formats: Mapping[type, Any]) -> None:
        """Write a row, each value in the format of its kind (text, whole number, decimal, date)."""
        self._check_dimensions(row, len(values) - 1)
        if row > self.previous_row:
            self._write_single_row(row)  # what the library still holds back
        number = row + 1
        cells = [
            self._cell(f"{_column(place)}{number}", value, formats[type(value)])
            for place, value in enumerate(values)
            if value is not None
        ]
        self.fh.write(f'<row r="{number}">{"".join(cells)}</row>')

    def _cell(self, place: str, value: str | float | date, style: Any) -> str:
        index = style._get_xf_index()  # noqa: SLF001  the library's own number of a format
        if isinstance(value, str):
            return f'<c r="{place}" s="{index}" t="inlineStr">{self._said(value)}</c>'
        plain = (value - _DAY_0).days if isinstance(value, date) else value
        return f'<c r="{place}" s="{index}"><v>{plain:.16G}</v></c>'

    def _in_line(self, text: str) -> str:
        """A text as text; most stand in a sheet again and again."""
        shown = self._escape_control_characters(text)  # of a carriage return at the end no space is left to keep
        kept = ' xml:space="preserve"' if shown != shown.strip() else ""
        return f"<is><t{kept}>{self._escape_data(shown)}</t></is>"
