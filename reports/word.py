"""A letter as .docx in the layout of an official report (Decree 30/2020, annex I)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.blocks import Block, Heading, Letter, NewPage, Paragraph, Picture, Table, ToFill
from reports.pages import png

FACE = "Times New Roman"
_BLACK = RGBColor(0, 0, 0)
_BODY, _SMALL, _HEAD = 14, 11, 13
_WIDTH = 162  # A4 less the margins of 30 and 18 mm
#: a file says when it was made; the same report is to be the same bytes
_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def docx(letter: Letter) -> bytes:
    """The letter as a document whose text, tables and charts anybody may go on with."""
    document = Document()
    _set_up(document, letter)
    _head(document, letter)
    for block in letter.body:
        _add(document, block)
    _end(document, letter)
    for block in letter.annexes:
        _add(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Any, letter: Letter) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.header_distance = Mm(9)
    section.different_first_page_header_footer = True  # the number of the first page is not shown
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(_BODY)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    style.paragraph_format.space_after = Pt(6)
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _page_number(number.add_run())
    properties = document.core_properties
    properties.title, properties.author = f"{letter.kind}: {letter.subject}", letter.office
    properties.created = properties.modified = _MADE
    properties.language, properties.comments = "vi-VN", ""


def _page_number(run: Any) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001  python-docx knows no fields
    run.font.size = Pt(_HEAD)


def _head(document: Any, letter: Letter) -> None:
    table = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    _set_widths(table, (64, 98))
    _lines(left, (letter.parent, 12, ""), (letter.office, 12, "bu"), (letter.number, 13, ""))
    _lines(right, (letter.nation, 12, "b"), (letter.motto, 13, "bu"), (letter.place, 13, "i"))
    title = document.add_paragraph()
    _write(title, letter.kind, _BODY, "b", before=12, after=0)
    _write(document.add_paragraph(), letter.subject, _BODY, "b", after=0)
    _rule(document.add_paragraph(), 62)
    if letter.draft:
        _write(document.add_paragraph(), letter.draft, 12, "i")


def _lines(cell: Any, *lines: tuple[str, int, str]) -> None:
    paragraph = cell.paragraphs[0]
    for number, (text, size, style) in enumerate(lines):
        paragraph = paragraph if number == 0 else cell.add_paragraph()
        _write(paragraph, text, size, style.replace("u", ""), after=0)
        if "u" in style:
            _rule(cell.add_paragraph(), 2 if size > 12 else 24)  # noqa: PLR2004  as long as the motto, or a third of the office


def _rule(paragraph: Any, indent: int) -> None:
    """The line under a title: a border of a paragraph drawn in from both sides."""
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent)
    paragraph.add_run().font.size = Pt(2)
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001  python-docx knows no borders


def _write(paragraph: Any, text: str, size: int, style: str = "", *, before: int = 0, after: int = 6) -> None:
    """Text in the middle of its line."""
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), "b" in style, "i" in style


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            _heading(document, text, level)
        case Paragraph(text) | ToFill(text):
            paragraph = document.add_paragraph()
            paragraph.alignment = ALIGN.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Mm(10)
            paragraph.add_run(text).italic = isinstance(block, ToFill)
        case Table():
            _table(document, block)
        case Picture():
            _picture(document, block)
        case NewPage():
            document.add_page_break()


def _heading(document: Any, text: str, level: int) -> None:
    heading = document.add_heading(level=level)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(4)
    heading.paragraph_format.first_line_indent = Mm(0 if level == 1 else 10)
    run = heading.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = FACE, Pt(_BODY), True, False
    run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), FACE)  # noqa: SLF001
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        heading.style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    heading.style.font.name, heading.style.font.color.rgb = FACE, _BLACK


def _table(document: Any, given: Table) -> None:
    table = document.add_table(0, len(given.header))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for number, row in enumerate((given.header, *given.rows)):
        cells = table.add_row().cells
        for place, text in enumerate(row):
            _cell(cells[place].paragraphs[0], text, bold=number == 0, right=place >= given.numbers)
    _set_widths(table, given.widths)
    _repeat(table.rows[0])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Columns in these proportions over the whole line; Word goes by the cells, others by the table's grid."""
    scale = _WIDTH / sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width * scale)
        for cell in column.cells:
            cell.width = column.width
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")  # a row stands on one page
        row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001  python-docx knows no rows that hold together


def _cell(paragraph: Any, text: str, *, bold: bool, right: bool) -> None:
    paragraph.alignment = ALIGN.CENTER if bold else ALIGN.RIGHT if right else ALIGN.LEFT
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(_SMALL), bold


def _repeat(row: Any) -> None:
    """The header stands on every page of the table."""
    again = OxmlElement("w:tblHeader")
    again.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(again)  # noqa: SLF001  python-docx knows no repeated header


def _picture(document: Any, picture: Picture) -> None:
    shape = document.add_picture(io.BytesIO(png(picture.svg)), width=Mm(_WIDTH))
    about = shape._inline.docPr  # noqa: SLF001  python-docx writes no text for those who cannot see
    about.set("descr", picture.alt)
    about.set("title", picture.alt)


def _end(document: Any, letter: Letter) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    _recipients(left, letter.recipients)
    _lines(right, (letter.authority, _BODY, "b"), (letter.signer, _BODY, "b"))
    for _ in range(3):
        right.add_paragraph()
    _write(right.add_paragraph(), letter.name, _BODY, "b")


def _recipients(cell: Any, lines: Sequence[str]) -> None:
    for number, text in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size = Pt(12 if number == 0 else 11)
        run.bold = run.italic = number == 0
