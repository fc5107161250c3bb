"""One report in five forms: the same numbers in each, nobody named, laid out as an office expects it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from pypdf import PdfReader

from bot.delivery.wording import Wording
from bot.province import read_examples
from bot.settings import ROOT
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS, told
from domain.statistics.figures import Figures
from domain.statistics.periods import Span, read
from handlers.admin import made_up
from handlers.province import Province
from handlers.task_group import period_figures
from reports import drawing, facts, letters, sheets, tables, word
from reports.blocks import Heading, Table
from reports.telling import Telling
from storage.database import Store

UNTIL = datetime.fromisoformat("2026-11-23T00:00:00+07:00")
NAMES = re.compile(r"Công ty|doanh nghiệp tư nhân|HTX ", re.IGNORECASE)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def history(store: Store, province: Province, seed: int, number: int = 60) -> None:
    """A made-up one up to the end of 2026-W47."""
    people = store.call(lambda tx: made_up.authors(tx, seed, 20))
    planned = made_up.plan(province, seed, read_examples(ROOT / "catalogue" / "lang-son"), people, (number, UNTIL))
    late = [replace(each, at=max(each.at, UNTIL - (UNTIL - each.at) / 20)) for each in planned]
    store.call(lambda tx: [_tell(tx, province, each) for each in late])


def _tell(tx: Any, province: Province, planned: made_up.Planned) -> bool:
    made_up.tell(tx, province, planned)
    return True


@pytest.fixture
def telling(store: Store, province: Province) -> Callable[[str], Telling]:
    words = Wording(province.catalogue, ROOT / "locales")

    def of(key: str) -> Telling:
        report = period_figures.report(store.call, province, read(key), UNTIL)
        return Telling(report, province.catalogue, province.calendar, lambda value: words.say(value, "vi"))

    return of


def text_of(content: bytes) -> str:
    """Everything a .docx says, table cells line by line."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def rows_of(content: bytes, sheet: int) -> list[list[str]]:
    """A sheet's rows as written: constant memory keeps texts in the cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314  written a line before
    return [["".join(cell.itertext()) for cell in row] for row in root.iter(f"{SHEET}row")]


def shown(content: bytes, header: str) -> dict[str, list[str]]:
    """The rows of the .docx table with this first header, by their first cell."""
    for table in Document(io.BytesIO(content)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][0] == header:
            return {row[0]: row[1:] for row in rows[1:]}
    raise AssertionError(header)


@pytest.mark.parametrize("seed", range(1, 11))
def test_every_form_tells_the_same_numbers(
    store: Store, province: Province, telling: Callable[[str], Telling], seed: int, tmp_path: Path
) -> None:
    history(store, province, seed)
    it = telling("2026-W47")
    paths = {path.suffix: path.read_bytes() for path in drawing.draw(it, tmp_path)}
    assert set(paths) == {f".{form}" for form in drawing.FORMS}
    figures = json.loads(paths[".json"])["figures"]
    compared = shown(paths[".docx"], "Chỉ tiêu")
    pdf = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paths[".pdf"])).pages)
    book = {row[0]: row[1] for row in rows_of(paths[".xlsx"], 1)[1:] if len(row) > 1}
    for each in DEFINITIONS:
        name, value = it.say(each.name), it.say(told(each, it.report.figures))
        assert figures[each.key] == getattr(it.report.figures, each.key)
        if figures[each.key] is not None and name in book:
            assert float(book[name]) == pytest.approx(figures[each.key])
        if each.key in tables.COMPARED:
            assert compared[name][0] == value
            assert re.search(rf"{re.escape(name)}\s+{re.escape(value)}", re.sub(r"\s+", " ", pdf)), name


def test_the_departments_of_the_json_have_the_same_keys_and_add_up(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    history(store, province, 3)
    told_ = facts.facts(telling("2026-W47").report)
    assert {"period", "figures", "by_department"} <= told_.keys()
    keys = set(told_["figures"])
    assert {"received", "carried_over", "answered", "on_time", "late", "overdue_now", "solved", "partly"} <= keys
    assert {"not_solved", "not_confirmed", "transfers", "reopened", "median_resolution_hours"} <= keys
    assert all(set(each) == keys for each in told_["by_department"].values())
    for key in ("received", "carried_over", "answered", "on_time", "late", "overdue_now", "to_handle"):
        assert sum(each[key] for each in told_["by_department"].values()) == told_["figures"][key]


def test_no_business_and_no_text_of_one_is_named(
    store: Store, province: Province, telling: Callable[[str], Telling], tmp_path: Path
) -> None:
    history(store, province, 4)
    it = telling("2026-Q4")
    paths = {path.suffix: path.read_bytes() for path in drawing.draw(it, tmp_path)}
    book = "\n".join(cell for sheet in (1, 2, 3) for row in rows_of(paths[".xlsx"], sheet) for cell in row)
    for text in (text_of(paths[".docx"]), book, paths[".json"].decode()):
        assert not NAMES.search(text.replace("Tổ công tác hỗ trợ doanh nghiệp", ""))


def test_the_letter_is_laid_out_as_an_official_report(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    history(store, province, 5, 20)
    content = word.docx(letters.letter(telling("2026-W47")))
    document, text = Document(io.BytesIO(content)), text_of(content)
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    millimetres = [round(each.mm) for each in margins if each]
    assert millimetres == [20, 20, 30, 18]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert section.different_first_page_header_footer
    for part in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: ……", "Nơi nhận:", "BÁO CÁO"):
        assert part in text
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described
    assert all("Tuần 47" in each or "theo cơ quan" in each for each in described)


def headings(it: Telling, level: int) -> list[str]:
    return [block.text for block in letters.letter(it).body if isinstance(block, Heading) and block.level == level]


def test_a_week_has_six_parts_and_a_quarter_or_year_the_four_the_province_asks_for(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    history(store, province, 6, 20)
    for key in ("2026-W47", "2026-11"):
        it = telling(key)  # and one more where the made-up history has a dispute
        assert len(headings(it, 1)) == 6 + bool(it.report.disputes) + bool(it.report.directives)
    for key in ("2026-Q4", "2026"):
        four = headings(telling(key), 1)
        assert [each.partition(" ")[0] for each in four] == ["I.", "II.", "III.", "IV."]
        assert "CHỈ ĐẠO" in four[0]
        assert {"1. Kết quả đạt được", "2. Tồn tại, hạn chế", "3. Nguyên nhân"} <= set(headings(telling(key), 2))


def test_the_pci_components_come_in_their_order(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    history(store, province, 7)
    it = telling("2026")
    table = tables.by_dimension(it, Dimension.PCI, tables.component(it))
    names = [tables.component(it)(f"{number:02d}") for number in range(1, 11)]
    shown_ = [row[0] for row in table.rows if row[0] in names]
    assert shown_ == sorted(shown_, key=names.index)


def test_a_period_without_a_case_says_so_and_no_median_of_zero(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    it = telling("2026-W47")
    assert it.report.figures == Figures()
    assert it.report.year_ago is None
    text = text_of(word.docx(letters.letter(it)))
    assert "chưa có vụ việc nào được trả lời" in text
    assert "Không có vụ việc nào quá hạn" in text
    assert "(0%)" not in text
    medians = [row[1] for row in tables.compared(it).rows if "trung vị" in row[0]]
    assert set(medians) == {"–"}


def test_what_looks_like_a_formula_is_text_in_the_workbook(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    history(store, province, 8, 20)
    it = telling("2026-W47")
    evil = tuple(replace(each, code='=HYPERLINK("http://x","y")') for each in it.report.cases)
    content = sheets.xlsx(replace(it, report=replace(it.report, cases=evil)))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet2.xml").decode()
    assert "HYPERLINK" in sheet
    assert "<f>" not in sheet
    assert '<pane xSplit="1" ySplit="1"' in sheet
    assert "<autoFilter" in sheet
    assert "<cols>" in sheet


def test_days_are_dates_in_the_workbook(store: Store, province: Province, telling: Callable[[str], Telling]) -> None:
    history(store, province, 9, 20)
    it = telling("2026-W47")
    first = it.report.cases[0]
    day = first.filed_at.astimezone(province.catalogue.timezone).date()
    row = next(row for row in rows_of(sheets.xlsx(it), 2) if row[0] == first.code)
    assert int(row[5]) == day.toordinal() - 693594  # days since 30 December 1899, as spreadsheets count


def test_a_text_of_the_report_never_becomes_markup(
    store: Store, province: Province, telling: Callable[[str], Telling]
) -> None:
    evil = '#read("/etc/passwd") " \\ $x$ *b* <svg> ]'
    it = replace(telling("2026-W47"), say=lambda value: evil)
    made = letters.letter(it)
    assert any(isinstance(each, Table) for each in made.body)
    from reports import pages  # noqa: PLC0415

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pages.pdf(made))).pages)
    assert "/etc/passwd" in text.replace(" ", "")
    assert "root:" not in text


def test_every_span_can_be_drawn(store: Store, province: Province, telling: Callable[[str], Telling]) -> None:
    assert {read(key).span for key in ("2026-W47", "2026-11", "2026-Q4", "2026")} == set(Span)
    for key in ("2026-11", "2026"):
        assert word.docx(letters.letter(telling(key)))[:2] == b"PK"
