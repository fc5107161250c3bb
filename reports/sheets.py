"""A report as .xlsx: the figures, the cases by their codes, one fact a row for a pivot table, and what each means.

Every text is written as text: what begins with = + - or @ is never a formula.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from xlsxwriter import Workbook

from domain.messages import Words
from domain.oversight.disputes import in_words
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS
from domain.statistics.figures import Figures
from reports.rows import Cell, RowSheet
from reports.tables import component
from reports.telling import Telling

_KEYS = tuple(each.key for each in DEFINITIONS)
_A4 = 9


def xlsx(it: Telling) -> bytes:
    """The workbook; rows are written one by one and not kept, however many cases there are."""
    written = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(written, options) as book:
        book.set_properties({"title": it.report.period.key, "created": datetime(2026, 1, 1)})  # noqa: DTZ001  as the file has it
        pages = _Pages(it, book)
        pages.add(it.say(Words("sheet-summary")), *_summary(it))
        pages.add(it.say(Words("sheet-cases")), *_cases(it))
        pages.add(it.say(Words("sheet-directives")), *_directives(it))
        pages.add(it.say(Words("sheet-disputes")), *_disputes(it))
        pages.add(it.say(Words("sheet-facts")), *_facts(it))
        pages.add(it.say(Words("sheet-definitions")), *_definitions(it))
    return written.getvalue()


class _Pages:
    """The sheets of one workbook, in its formats."""

    def __init__(self, it: Telling, book: Any) -> None:
        self._it, self._book = it, book
        font = {"font_name": "Times New Roman", "font_size": 12}
        self._head = book.add_format({**font, "bold": True, "bg_color": "#D9E2EC", "border": 1, "text_wrap": True})
        plain = book.add_format({**font, "valign": "top"})
        day = book.add_format({**font, "num_format": "dd/mm/yyyy", "valign": "top"})
        decimal = book.add_format({**font, "num_format": "0.0", "valign": "top"})
        self._formats = {str: plain, int: plain, date: day, float: decimal}

    def add(self, title: str, header: Sequence[str], widths: Sequence[int], rows: Iterator[Sequence[Cell]]) -> None:
        """A sheet with a frozen header and a filter."""
        sheet = self._book.add_worksheet(title, RowSheet)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)  # printed, its width is one page and its header stands on each
        sheet.repeat_rows(0)
        for place, text in enumerate(header):
            sheet.write_string(0, place, text, self._head)
        last = 0
        for last, row in enumerate(rows, 1):
            sheet.write_row_of(last, row, self._formats)
        sheet.autofilter(0, 0, last, len(header) - 1)


def _summary(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(Words("report-figure"), Words("report-this"), Words("report-last"), Words("report-year-ago"))
    report = it.report

    def rows() -> Iterator[Sequence[Cell]]:
        for each in DEFINITIONS:
            values = [
                getattr(figures, each.key) if figures else None
                for figures in (report.figures, report.before, report.year_ago)
            ]
            yield (it.say(each.name), *values)

    return header, [52, 14, 14, 18], rows()


def _cases(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(
        *(Words("report-code"), Words("report-by-kind"), Words("report-by-department"), Words("report-by-topic")),
        *(Words("report-state"), Words("report-since"), Words("report-deadline"), Words("report-answered-on")),
        *(Words("report-ended-on"), Words("report-outcome"), Words("report-days"), Words("report-why")),
        *(Words("report-short-transfers"), Words("report-short-reopened"), Words("report-short-extensions")),
        Words("report-open-since"),
    )
    widths = [14, 16, 30, 34, 24, 13, 13, 13, 13, 20, 11, 30, 11, 11, 11, 15]
    return header, widths, _lines(it)


def _lines(it: Telling) -> Iterator[Sequence[Cell]]:
    """A row for each case; what is said again and again is put into words once."""
    words = cache(lambda key: it.say(Words(key)))
    department, topic = cache(it.department), cache(it.topic)
    for case in it.report.cases:
        yield (
            case.code,
            words(f"kind-{case.kind}"),
            department(case.department),
            topic(case.topic),
            words(f"state-{case.state}"),
            *(_day(it, each) for each in (case.filed_at, case.deadline, case.answered_at, case.ended_at)),
            words(f"outcome-{case.outcome}") if case.outcome else "",
            case.days_late,
            words(f"delay-{case.delay}") if case.delay else "",
            case.transfers,
            case.reopenings,
            case.extension_days,
            case.since,
        )


def _day(it: Telling, instant: datetime | None) -> date | None:
    """The day in the province, as a date a spreadsheet can count with."""
    return instant.astimezone(it.catalogue.timezone).date() if instant else None


def _directives(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(
        *(Words("report-code"), Words("report-case"), Words("report-who"), Words("report-what")),
        *(Words("report-given-on"), Words("report-by-when"), Words("report-state"), Words("report-is-late")),
    )
    yes = it.say(Words("report-yes"))
    rows = (
        (
            each.code,
            each.about,
            it.department(each.department) if each.department else it.say(Words("role-task-group")),
            each.text or it.say(Words("directive-hand-over")),
            _day(it, each.given_at),
            _day(it, each.due),
            it.say(Words(f"directive-is-{each.standing}")),
            yes if each.is_late else "",
        )
        for each in it.report.directives
    )
    return header, [14, 16, 30, 60, 13, 13, 24, 11], rows


def _disputes(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(
        *(Words("report-code"), Words("report-by-department"), Words("report-by-topic"), Words("report-since")),
        *(Words("report-signs"), Words("report-state")),
    )
    rows = (
        (
            each.code,
            it.department(each.department),
            it.topic(each.topic),
            _day(it, each.filed_at),
            it.say(in_words(each.risks)),
            it.say(Words(f"dispute-is-{each.dispute}")),
        )
        for each in it.report.disputes
    )
    return header, [14, 30, 34, 13, 50, 24], rows


def _facts(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(
        Words("report-period"),
        Words("report-dimension"),
        Words("report-group"),
        Words("report-figure"),
        Words("report-value"),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for period, figures in it.report.trend:
            yield from _of(it, period.key, "", "", figures)
        for dimension in Dimension:
            for key, group in it.report.groups[dimension].items():
                if group is not None:
                    yield from _of(
                        it,
                        it.report.period.key,
                        it.say(Words(f"report-by-{dimension}")),
                        named(it, dimension, key),
                        group,
                    )

    return header, [12, 20, 36, 48, 12], rows()


def _of(it: Telling, period: str, dimension: str, group: str, figures: Figures) -> Iterator[Sequence[Cell]]:
    for each in DEFINITIONS:
        value = getattr(figures, each.key)
        if value is not None:
            yield (period, dimension, group, it.say(each.name), value)


def named(it: Telling, dimension: Dimension, key: str) -> str:
    """A group's name; a channel is called as it calls itself."""
    names: dict[Dimension, Callable[[str], str]] = {
        Dimension.DEPARTMENT: it.department,
        Dimension.PLACE: it.department,
        Dimension.TOPIC: it.topic,
        Dimension.PCI: component(it),
        Dimension.KIND: lambda kind: it.say(Words(f"kind-{kind}")),
        Dimension.LANGUAGE: lambda language: it.say(Words(f"language-{language}")),
    }
    if not key and dimension is not Dimension.DEPARTMENT:
        return it.say(Words("report-unknown"))
    return names.get(dimension, str)(key)


def _definitions(it: Telling) -> tuple[list[str], list[int], Iterator[Sequence[Cell]]]:
    header = it.all(Words("report-figure"), Words("report-meaning"), Words("report-basis"), Words("report-measure"))
    rows = (
        (
            it.say(each.name),
            it.say(each.meaning),
            it.say(Words(f"basis-{each.basis}")),
            it.say(Words(f"measure-{each.measure}")),
        )
        for each in DEFINITIONS
    )
    return header, [48, 110, 36, 18], rows
