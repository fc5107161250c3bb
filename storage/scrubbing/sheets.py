"""Excel: a new workbook of the cells that can be seen on the sheets that can be seen, and of their pictures."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.drawing.image import Image as Drawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.file_types import HEAD, sniff
from storage.scrubbing import WithheldError, images

MOST_CELLS = 200_000
MOST_ROWS, MOST_COLUMNS = 50_000, 1_000
#: what stands in a drawing beside pictures (shapes, charts) is shown, and cannot be drawn for sure
_UNDRAWN = re.compile(rb"<(?:\w+:)?(?:sp|graphicFrame|grpSp|contentPart)[\s>/]|srcRect\s+[^>]*[lrtb]=")
_COLUMN, _ROW = 64, 20
_LOWEST = 2.0
_LINE = Side(style="thin", color="BFBFBF")
_ALL_ROUND = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def rewritten(content: bytes) -> bytes:
    """The workbook written anew; raises WithheldError for what cannot be shown for sure."""
    _refuse_undrawn(content)
    values = openpyxl.load_workbook(BytesIO(content), data_only=True, keep_links=False, rich_text=True)
    formulas = openpyxl.load_workbook(BytesIO(content), data_only=False, keep_links=False)
    new = Workbook()
    new.remove(new.worksheets[0])
    left = MOST_CELLS
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        left -= sheet.max_row * sheet.max_column
        if left < 0 or sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            raise WithheldError("too many cells")
        _copy(sheet, formulas[sheet.title], new.create_sheet(sheet.title))
    if not new.worksheets or any(kind != "worksheet" for kind in _kinds(values)):
        raise WithheldError("a sheet that is none of cells")
    _empty(new)
    out = BytesIO()
    new.save(out)
    return out.getvalue()


def _kinds(book: Workbook) -> Iterator[str]:
    for sheet in book._sheets:  # noqa: SLF001  the sheets of charts, too
        if sheet.sheet_state == "visible":
            yield "worksheet" if isinstance(sheet, Worksheet) else "chart"


def _empty(new: Workbook) -> None:
    new.properties.creator = new.properties.lastModifiedBy = ""
    new.properties.created = new.properties.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def _refuse_undrawn(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            is_drawing = name.startswith("xl/drawings/drawing") and name.endswith(".xml")
            if is_drawing and _UNDRAWN.search(archive.read(name)):
                raise WithheldError("a drawing of its own")


def _copy(old: Worksheet, formulas: Worksheet, new: Worksheet) -> None:
    """The seen cells in their order: rows and columns that are hidden leave no gap."""
    rows = [number for number in range(1, old.max_row + 1) if not _is_hidden_row(old, number)]
    columns = [number for number in range(1, old.max_column + 1) if number not in _hidden_columns(old)]
    _refuse_secret_formats(old)
    for row, old_row in enumerate(rows, 1):
        for column, old_column in enumerate(columns, 1):
            cell = old.cell(old_row, old_column)
            value = _shown(cell)
            if (
                value is None
                and isinstance(formulas.cell(old_row, old_column).value, str)
                and _is_formula(formulas, cell)
            ):
                raise WithheldError("a formula that was never counted")
            if value is not None:
                _put(new.cell(row, column), value, cell)
    _widen(old, new, columns)
    _merge(old, new, rows, columns)
    _pictures(old, new, len(rows) + 2)


def _is_formula(formulas: Worksheet, cell: Cell) -> bool:
    return formulas.cell(cell.row, cell.column).data_type == "f" and cell.value is None


def _is_hidden_row(sheet: Worksheet, number: int) -> bool:
    if number not in sheet.row_dimensions:
        return bool(sheet.sheet_format.zeroHeight)
    row = sheet.row_dimensions[number]
    return bool(row.hidden) or (row.height is not None and row.height < _LOWEST)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """A group of columns stands under the letter of its first."""
    hidden: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden or (column.customWidth and column.width is not None and column.width < 0.3):  # noqa: PLR2004
            hidden |= set(range(column.min or column.index, (column.max or 0) + 1))
    return hidden


# ---------------------------------------------------------------- what a cell shows


def _shown(cell: Cell) -> Any:
    """The value as far as it is seen: not in the colour of its ground, and not under a format that shows nothing."""
    if cell.value is None or _shows_nothing(cell.number_format):
        return None
    ground = _ground(cell)
    if isinstance(cell.value, CellRichText):
        parts = [
            part for part in cell.value if not (isinstance(part, TextBlock) and _is_secret(part.font.color, ground))
        ]
        return "".join(str(part) for part in parts) or None
    return None if _is_secret(cell.font.color, ground) else cell.value


def _shows_nothing(form: str) -> bool:
    """Whether a format such as ";;;" shows nothing at all."""
    sections = form.split(";")
    return len(sections) > 2 and all(not section.strip() or section.strip() == '""' for section in sections[:3])  # noqa: PLR2004


def _is_secret(colour: Any, ground: str) -> bool:
    """True for letters in the colour behind them."""
    own = _rgb(colour)
    return bool(own) and own == (ground or "FFFFFF")


def _ground(cell: Cell) -> str:
    return _rgb(cell.fill.fgColor) if cell.fill is not None and cell.fill.fill_type == "solid" else ""


def _rgb(colour: Any) -> str:
    """Six signs of a colour; of a theme's only white and black are known for sure."""
    if colour is None:
        return ""
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    if colour.type == "theme" and not colour.tint:
        return {0: "FFFFFF", 1: "000000"}.get(colour.theme, "")
    if colour.type == "indexed":
        return {0: "000000", 1: "FFFFFF", 8: "000000", 9: "FFFFFF", 64: "000000", 65: "FFFFFF"}.get(colour.indexed, "")
    return ""


def _refuse_secret_formats(sheet: Worksheet) -> None:
    """A format that depends on the value may hide it."""
    for ranges in sheet.conditional_formatting:
        for rule in ranges.rules:
            look = rule.dxf
            if look is not None and (look.numFmt is not None or (look.font and _rgb(look.font.color) == "FFFFFF")):
                raise WithheldError("a format that may hide values")


def _put(cell: Cell, value: Any, old: Cell) -> None:
    """The value with the look people need to read it; a text is never taken for a formula."""
    if isinstance(value, str):
        cell.value = "".join(sign for sign in value if sign in "\n\t" or sign >= " ")
        cell.data_type = "s"
    else:
        cell.value = value
        cell.number_format = _format(value, old.number_format)
    cell.font = Font(bold=bool(old.font.bold), italic=bool(old.font.italic))
    cell.border = _ALL_ROUND
    cell.alignment = Alignment(wrap_text=isinstance(value, str) and "\n" in value, vertical="top")
    ground = _ground(old)
    if ground and ground != "000000":
        cell.fill = PatternFill("solid", fgColor=ground)


def _format(value: Any, old: str) -> str:
    """A format of ours: words in an old one may say what no cell shows."""
    if isinstance(value, datetime):
        return "dd/mm/yyyy hh:mm" if "h" in old.lower() else "dd/mm/yyyy"
    if isinstance(value, date | time):
        return "dd/mm/yyyy" if isinstance(value, date) else "hh:mm"
    if "%" in old:
        return "0.00%" if ".0" in old else "0%"
    return "#,##0.##" if isinstance(value, float) and "#,##0" in old else "#,##0" if "#,##0" in old else "General"


# ---------------------------------------------------------------- around the cells


def _widen(old: Worksheet, new: Worksheet, columns: list[int]) -> None:
    widths = {}
    for column in old.column_dimensions.values():
        for number in range(column.min or column.index, min((column.max or 0), MOST_COLUMNS) + 1):
            widths[number] = column.width
    for place, number in enumerate(columns, 1):
        if widths.get(number):
            new.column_dimensions[get_column_letter(place)].width = min(float(widths[number]), 120.0)


def _merge(old: Worksheet, new: Worksheet, rows: list[int], columns: list[int]) -> None:
    """Joined cells, as far as they are seen; what stands in the first is shown wherever the rest is."""
    down, across = ({number: place for place, number in enumerate(each, 1)} for each in (rows, columns))
    for area in old.merged_cells.ranges:
        seen_rows = [down[number] for number in range(area.min_row, area.max_row + 1) if number in down]
        seen_columns = [across[number] for number in range(area.min_col, area.max_col + 1) if number in across]
        if not seen_rows or not seen_columns:
            continue
        first = old.cell(area.min_row, area.min_col)
        if (value := _shown(first)) is not None:
            _put(new.cell(seen_rows[0], seen_columns[0]), value, first)
        if len(seen_rows) * len(seen_columns) > 1:
            new.merge_cells(None, seen_rows[0], seen_columns[0], seen_rows[-1], seen_columns[-1])


def _pictures(old: Worksheet, new: Worksheet, below: int) -> None:
    """The pictures redrawn below the cells; one that lies over cells with words covers them, and is withheld."""
    for drawing in old._images:  # noqa: SLF001  the only way to them
        content = drawing._data()  # noqa: SLF001
        picture = images.opened(content, sniff(content[:HEAD])[1])
        if _covers(old, drawing, picture.size):
            raise WithheldError("a picture over words")
        kind = "JPEG" if picture.mode in {"RGB", "L"} else "PNG"
        copy = Drawing(BytesIO(images.encoded(picture, kind)))
        scale = min(1.0, 900 / max(copy.width, 1))
        copy.width, copy.height = int(copy.width * scale), int(copy.height * scale)
        new.add_image(copy, f"A{below}")
        below += copy.height // _ROW + 2


def _covers(sheet: Worksheet, drawing: Any, size: tuple[int, int]) -> bool:
    begin, end = drawing.anchor._from, getattr(drawing.anchor, "to", None)  # noqa: SLF001
    rows = range(begin.row + 1, (end.row if end else begin.row + size[1] // _ROW) + 2)
    columns = range(begin.col + 1, (end.col if end else begin.col + size[0] // _COLUMN) + 2)
    return any(
        sheet.cell(row, column).value is not None
        for row in rows
        for column in columns
        if row <= sheet.max_row and column <= sheet.max_column
    )
