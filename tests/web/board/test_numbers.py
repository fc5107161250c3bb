"""Every number is the length of the list behind it, the same in every file, and the same as in the reports."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.statistics.figures import Figures
from domain.statistics.periods import Span, around
from handlers.task_group import period_figures
from reports import table
from storage.database import Tx
from tests.web.board.conftest import Reads
from tests.web.site import CONSTRUCTION, Site, Visitor
from web.board import cases, downloads
from web.board.downloads import harmless

ROLES = [("task-group", ""), ("leadership", ""), ("department", CONSTRUCTION)]
FIGURES = {
    "open": "carried_forward",
    "overdue": "overdue_now",
    "soon": "due_soon",
    "asked": "waiting_for_business",
    "appeal": "appeals",
}
AGES = ("age_to_3", "age_to_7", "age_to_15", "age_to_30", "age_over_30")


def counted(visitor: Visitor, path: str) -> int:
    """What a list says of its length."""
    text = visitor.get(path).text
    found = re.search(r'role="status">(?:([\d.]+) vụ việc|Không có vụ việc) ·', text)
    assert found, text[:500]
    return int((found[1] or "0").replace(".", ""))


def told(visitor: Visitor, path: str) -> dict[str, int]:
    """The numbers of a page by the address of the list behind each."""
    text = visitor.get(path).text
    links = re.findall(r'<a href="(/board/cases\?[^"]*)"[^>]*>([\d.]+)</a>', text)
    return {unescape(link): int(number.replace(".", "")) for link, number in links}


@pytest.mark.parametrize(("role", "department"), ROLES)
@pytest.mark.parametrize(
    "path", ["/board", "/board/topics", "/board/trends", "/board/places", "/board/topics?period=2026"]
)
def test_a_number_is_the_length_of_its_list(
    history_kept: Site, reads: Reads, role: str, department: str, path: str
) -> None:
    visitor = reads(role, department)
    numbers = told(visitor, path)
    assert numbers or path in {"/board/places", "/board/trends"}
    assert {link: counted(visitor, link) for link in numbers} == numbers
    assert history_kept


def test_departments_lead_to_their_cases(history_kept: Site, reads: Reads) -> None:
    visitor = reads()
    numbers = told(visitor, "/board/departments?period=2026")
    assert sum(numbers.values()) >= 24
    assert {link: counted(visitor, link) for link in numbers} == numbers
    assert history_kept


@pytest.mark.parametrize(("role", "department"), ROLES)
def test_what_stands_now_is_what_the_reports_count(
    history_kept: Site, reads: Reads, role: str, department: str
) -> None:
    site, visitor = history_kept, reads(role, department)

    def figures(tx: Tx) -> Figures:
        week = around(Span.WEEK, tx.now.date())
        part = (week, period_figures.bounds(site.ports.province, week, tx.now))
        (found,) = period_figures.counted(period_figures.within(tx), site.ports.province, [part], department)
        return found.figures

    wanted = site.store.call(figures)
    found = {status: counted(visitor, f"/board/cases?status={status}") for status in FIGURES}
    assert found == {status: getattr(wanted, key) for status, key in FIGURES.items()}
    ages = {age: counted(visitor, f"/board/cases?age={age}") for age in AGES}
    assert ages == {age: getattr(wanted, age) for age in AGES}
    assert counted(visitor, "/board/cases?status=paused") == wanted.paused_now
    assert min(found.values()) > 0
    numbers = told(visitor, "/board")
    for status, number in found.items():
        assert numbers[f"/board/cases?status={status}"] == number


def test_the_ages_follow_the_clock_to_the_day(history_kept: Site, reads: Reads) -> None:
    site = history_kept
    for days in range(0, 9, 2):
        site.ahead = timedelta(days=days, hours=7 * days % 24)
        visitor = reads()
        ages = [counted(visitor, f"/board/cases?age={age}") for age in AGES]
        assert sum(ages) == counted(visitor, "/board/cases?status=open")


# The files


def rows_of(visitor: Visitor, path: str) -> list[list[str]]:
    """The rows of the page's table as shown, heads first."""
    text = visitor.get(path).text
    found = re.search(r'<table class="cases">.*?</table>', text, re.DOTALL)
    assert found
    rows = re.findall(r"<tr>(.*?)</tr>", found[0], re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in cells]


def as_shown(value: str) -> str:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else value


@pytest.mark.parametrize(("role", "department"), ROLES)
@pytest.mark.parametrize("asked", ["status=open", "status=overdue&order=newest", "q=giấy+phép", "state=asked"])
def test_the_file_is_what_the_screen_shows(
    history_kept: Site, reads: Reads, role: str, department: str, asked: str
) -> None:
    visitor = reads(role, department)
    shown = rows_of(visitor, f"/board/cases?{asked}")
    answer = visitor.get(f"/board/cases?{asked}&file=csv&table=cases")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [[as_shown(cell) for cell in row] for row in read] == shown
    book = load_workbook(io.BytesIO(visitor.get(f"/board/cases?{asked}&file=xlsx").content))
    sheet = book.worksheets[0]
    cells = [[_text(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert cells == shown
    assert history_kept


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:%d/%m/%Y}" if hasattr(value, "year") else str(value)


def test_a_whole_list_is_in_the_file_not_one_page(
    history_kept: Site, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "EACH_PAGE", 5)
    monkeypatch.setattr(cases, "BATCH", 3)
    visitor = reads()
    shown = []
    for page in range(1, 6):
        shown += rows_of(visitor, f"/board/cases?page={page}")[1:]
    read = list(csv.reader(io.StringIO(visitor.get("/board/cases?file=csv").content.decode("utf-8-sig"))))
    assert [[as_shown(cell) for cell in row] for row in read[1:]] == shown
    assert len(shown) == 24
    assert "Trang này không còn" in visitor.get("/board/cases?page=9").text
    assert history_kept


@pytest.mark.parametrize(
    "path", ["/board", "/board/trends", "/board/departments", "/board/topics", "/board/places", "/board/hours"]
)
def test_every_table_of_a_page_can_be_had_as_a_file(history_kept: Site, reads: Reads, path: str) -> None:
    visitor = reads()
    links = re.findall(r'href="([^"]*file=csv[^"]*)"', visitor.get(f"{path}?period=2026").text)
    assert links
    for link in links:
        answer = visitor.get(unescape(link))
        assert answer.status_code == 200
        read = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert len({len(row) for row in read}) == 1
    assert visitor.get(f"{path}?file=csv&table=nothing").status_code == 404
    assert history_kept


def test_no_cell_of_a_file_is_a_formula() -> None:
    for text in ("=1+1", "+84 912", "-x", "@SUM(A1)", "\tx", "\rx"):
        assert harmless(text) == f"'{text}"
    assert [harmless(each) for each in ("#LS26-00001", "12/15 (80%)", -5, None, "–")] == [
        "#LS26-00001",
        "12/15 (80%)",
        "-5",
        "",
        "–",
    ]


def test_a_workbook_keeps_a_formula_as_text(tmp_path: Path) -> None:
    head = {"title": "Danh sách [1]: a/b?*", "columns": [{"name": "=A1", "width": 9}, {"name": "x", "width": 9}]}
    formula = "=cmd|' /C calc'!A0"
    rows = [[formula, {"day": "2026-11-25"}], [None, 3]]
    path = tmp_path / "x.xlsx"
    assert table.write(path, [json.dumps(each) for each in (head, *rows)]) == 2
    sheet = load_workbook(path).worksheets[0]
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "n"]
    assert sheet["A2"].value == formula
    assert f"{sheet['B2'].value:%Y-%m-%d}" == "2026-11-25"


def test_a_workbook_that_cannot_be_drawn_is_said_so_and_is_no_empty_file(
    history_kept: Site, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "PROGRAM", "/bin/false")
    answer = reads().get("/board/cases?file=xlsx")
    assert answer.status_code == 503
    assert "Chưa tạo được tệp Excel" in answer.text
    assert history_kept


def test_what_cannot_be_counted_is_no_zero(history_kept: Site, reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError("no journal")

    monkeypatch.setattr(period_figures, "counted", broken)
    visitor = reads()
    answer = visitor.get("/board/trends")
    assert answer.status_code == 500
    assert "<table" not in answer.text
    monkeypatch.undo()
    assert visitor.get("/board/trends").status_code == 200
    assert history_kept
