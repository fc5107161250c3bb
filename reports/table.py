"""One table as a workbook, drawn by a process of its own: `python -m reports.table FILE` reads JSON, a line a row.

The first line is {"title", "columns": [{"name", "width"}]}; a cell is null, a text, a number or {"day": "2026-11-25"}.
Memory stays the same however many rows there are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from reports.rows import Cell, RowSheet

_LONGEST_TITLE = 31
_NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
#: what Excel takes in one sheet, its header left out
MOST_ROWS = 1_048_575


def write(path: Path, lines: Iterable[str]) -> int:
    """Write the workbook; how many rows it has."""
    incoming = iter(lines)
    head = json.loads(next(incoming))
    # `constant_memory` writes each row as it comes; texts are never taken for formulas or addresses
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        sheet = book.add_worksheet(head["title"].translate(_NOT_IN_A_TITLE)[:_LONGEST_TITLE], RowSheet)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        plain = book.add_format({"valign": "top"})
        formats = {str: plain, int: plain, float: plain, date: day}
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        for place, column in enumerate(head["columns"]):
            sheet.set_column(place, place, column["width"])
            sheet.write_string(0, place, column["name"], bold)
        last = 0
        for last, row in enumerate(_rows(incoming), 1):
            sheet.write_row_of(last, [_cell(value) for value in row], formats)
        sheet.autofilter(0, 0, max(1, last), max(0, len(head["columns"]) - 1))
    return last


def _rows(lines: Iterator[str]) -> Iterator[list[Any]]:
    for number, each in enumerate(lines):
        if number >= MOST_ROWS:
            return
        yield json.loads(each)


def _cell(value: Any) -> Cell:
    """A value as it came in JSON, where a day is told apart from a text."""
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.stdin)
