"""The sheets of a list, from .xlsx or .csv; a file that is broken, hostile or no table gets one clear line."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from domain.lists.cells import Sheet, Value, column_of

#: bytes of a file, and of all it unpacks to; cells, columns of a sheet, and cells its merged ranges cover
_LARGEST, _UNPACKED = 50_000_000, 100_000_000
_MOST_CELLS, _MOST_COLUMNS, _MOST_ROWS = 1_500_000, 1_000, 200_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_PLACE = re.compile(rb"<(?:\w+:)?c r=\"([A-Z]{1,3})(\d{1,7})\"")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell ref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_WITHOUT_RESULT = re.compile(rb"</(?:\w+:)?f>(?:<v\s*/>|<v></v>)?</(?:\w+:)?c>|<f[^>]*/></(?:\w+:)?c>")
#: cells of a row whose colour is looked at, columns a merged cell spans at least to be a row's caption
_COLOURED, _WIDE = 3, 3
_WHITE = {"FFFFFF", "000000"}


class UnreadableError(Exception):
    """The file cannot be read; the message is the one line that says why, and what to do."""


#: hears how many of how many bytes have been read
Tell = Callable[[int, int], None]


class _Watched(io.BytesIO):
    """A workbook that tells how much of it has been read."""

    def __init__(self, content: bytes, tell: Tell) -> None:
        super().__init__(content)
        self._tell, self._done, self._whole = tell, 0, len(content)

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        part = super().read(size)
        self._done += len(part)
        self._tell(min(self._done, self._whole), self._whole)
        return part


def read(path: Path, tell: Tell = lambda _done, _whole: None) -> list[Sheet]:
    """The visible sheets of a list; raises UnreadableError."""
    if path.stat().st_size > _LARGEST:
        raise UnreadableError(f"larger than {_LARGEST // 1_000_000} MB: no list of petitions is")
    content = path.read_bytes()
    if content.startswith(_OLD_EXCEL):
        raise UnreadableError("an old Excel file (.xls) or one with a password: open it in Excel and save it as .xlsx")
    if content.startswith(b"PK"):
        return _workbook(content, tell)
    return [_csv(content, path.stem)]


# ---------------------------------------------------------------- .xlsx


def _workbook(content: bytes, tell: Tell) -> list[Sheet]:
    import openpyxl  # noqa: PLC0415  half a second, only where there is a workbook

    try:
        has_gaps = _checked(content)
        book = openpyxl.load_workbook(_Watched(content, tell), data_only=True)
        gaps = _without_result(content) if has_gaps else {}
        is_1904 = book.epoch.year > 1900  # noqa: PLR2004  the other one there is
        return [
            _sheet(each, gaps.get(each.title, frozenset()), is_1904=is_1904)
            for each in book.worksheets
            if each.sheet_state == "visible"
        ]
    except UnreadableError:
        raise
    except Exception as error:  # a library meets a file made by anybody: whatever it says, it is the file's fault
        raise UnreadableError(f"no Excel file that can be read ({type(error).__name__})") from error


def _checked(content: bytes) -> bool:
    """Raises UnreadableError for what would take the machine away; True where a formula has no result."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(each.file_size for each in parts) > _UNPACKED:
            raise UnreadableError(f"unpacks to more than {_UNPACKED // 1_000_000} MB: no list of petitions does")
        names = {each.filename.lower() for each in parts}
        if any(name.endswith("vbaproject.bin") for name in names):
            raise UnreadableError("has macros: open it in Excel and save it as .xlsx, without them")
        if "xl/workbook.xml" not in names:
            raise UnreadableError("no Excel workbook: save the list as .xlsx or as CSV UTF-8")
        return sum(_part(packed, each) for each in parts if each.filename.endswith(".xml")) > 0


def _part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    content = packed.read(part)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableError("declares entities of its own, as no Excel does: not read")
    if not part.filename.startswith("xl/worksheets/"):
        return False
    rows, columns = 0, 0
    for letters, number in _PLACE.findall(content):
        rows, columns = max(rows, int(number)), max(columns, column_of(letters.decode()) + 1)
    covered = sum(_area(*each) for each in _MERGED.findall(content))
    if max(sum(1 for _ in _CELL.finditer(content)), rows * columns, covered) > _MOST_CELLS:
        raise UnreadableError(
            f"a sheet reaches to row {rows}, column {columns}, most of it surely empty: "
            "delete the rows and columns around the list, and save"
        )
    return bool(_WITHOUT_RESULT.search(content))


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (column_of(right.decode()) - column_of(left.decode()) + 1) * (int(bottom) - int(top) + 1)


def _without_result(content: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """The cells of each sheet that hold a formula; those that have a result are no gaps all the same."""
    import openpyxl  # noqa: PLC0415  as above

    with_formulas = openpyxl.load_workbook(io.BytesIO(content))
    return {
        each.title: frozenset(
            (cell.row - 1, cell.column - 1) for row in each.iter_rows() for cell in row if cell.data_type == "f"
        )
        for each in with_formulas.worksheets
    }


def _sheet(sheet: Any, formulas: frozenset[tuple[int, int]], *, is_1904: bool) -> Sheet:
    rows = [[_value(cell.value) for cell in row] for row in sheet.iter_rows()]
    wide = set()
    for merged in sheet.merged_cells.ranges:
        top, left = merged.min_row - 1, merged.min_col - 1
        if merged.max_col - merged.min_col + 1 >= _WIDE and merged.min_row == merged.max_row:
            wide.add(top)
        for row in range(top + 1, min(merged.max_row, len(rows))):
            rows[row][left] = rows[top][left]
    gaps = frozenset((row, column) for row, column in formulas if rows[row][column] is None)
    return Sheet(sheet.title, tuple(map(tuple, rows)), dict(_colours(sheet)), frozenset(wide), gaps, is_1904)


def _value(value: Any) -> Value:
    if value is None or isinstance(value, str | int | float | datetime | date):
        return value
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _colours(sheet: Any) -> Iterator[tuple[int, str]]:
    """The colour of every row that has one in its first cells."""
    for number, row in enumerate(sheet.iter_rows()):
        for cell in [each for each in row if each.value is not None][:_COLOURED]:
            if cell.has_style and (colour := _colour(cell.fill)):
                yield number, colour
                break


def _colour(fill: Any) -> str:
    """RRGGBB, or the name of a colour that follows the file's theme; "" for none."""
    from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415  as above

    if fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "theme":
        return f"THEME{colour.theme}{colour.tint:+.2f}" if colour.theme else ""
    rgb = COLOR_INDEX[colour.indexed] if colour.type == "indexed" and colour.indexed < len(COLOR_INDEX) else colour.rgb
    found = str(rgb)[-6:].upper()
    return "" if found in _WHITE else found


# ---------------------------------------------------------------- .csv


def _csv(content: bytes, name: str) -> Sheet:
    text = _decoded(content)
    rows: list[tuple[Value, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False):
            if len(row) > _MOST_COLUMNS:
                raise UnreadableError(f"line {len(rows) + 1} has {len(row)} columns: no list of petitions has so many")
            rows.append(tuple(row))
            if len(rows) > _MOST_ROWS:
                raise UnreadableError(f"more than {_MOST_ROWS} lines: bring it in in parts")
    except csv.Error as error:
        raise UnreadableError(f"line {len(rows) + 1} cannot be read ({error})") from error
    if not any(len(row) > 1 for row in rows):
        raise UnreadableError("no table: save the list as .xlsx or as CSV UTF-8")
    return Sheet(name, tuple(rows))


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("not in UTF-8: in Excel, save it as “CSV UTF-8”, or as .xlsx") from error
    if "\0" in text:
        raise UnreadableError("no text and no Excel file: save the list as .xlsx or as CSV UTF-8")
    return text


def _separator(text: str) -> str:
    """What stands between cells: whichever of the usual signs the first lines have most of."""
    head = "\n".join(text.splitlines()[:20])
    return max(";\t,", key=head.count)
