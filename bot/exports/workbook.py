"""The cases as a workbook for people: what anybody handling them may read, row by row, in little memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.exports import manifest
from bot.exports.manifest import Item
from domain.case import confidentiality
from domain.case.case import Case
from domain.province.catalogue import Catalogue
from storage import listing
from storage.database import Tx
from storage.listing import Filter, Order

NAME = "vu-viec.xlsx"
_HEADER = (
    *("Mã", "Loại", "Trạng thái", "Cơ quan", "Lĩnh vực", "Doanh nghiệp", "Mã số thuế", "Ngày nhận", "Hạn trả lời"),
    *("Ngày trả lời", "Ngày kết thúc", "Kết quả", "Từ danh sách", "Nội dung", "Trả lời"),
)
_LONGEST = 32_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(tx: Tx, catalogue: Catalogue, folder: Path) -> Item:
    """Every case that has arrived; of who hides no name, and no word that leads to them."""
    from xlsxwriter import Workbook  # noqa: PLC0415  only where a workbook is written

    path = folder / NAME
    with Workbook(path, _OPTIONS) as book:
        sheet = book.add_worksheet("Vụ việc")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, _HEADER, book.add_format({"bold": True}))
        for number, case in enumerate(_cases(tx), 1):
            for place, value in enumerate(_row(case, catalogue)):
                _write(sheet, (number, place), value, day)
    with path.open("rb") as file:
        return Item(NAME, path.stat().st_size, manifest.digest(file))


def _cases(tx: Tx) -> Iterator[Case]:
    return listing.some(tx, listing.numbers(tx, Filter(), Order.OLDEST))


def _row(case: Case, catalogue: Catalogue) -> tuple[str | datetime | None, ...]:
    is_open = not confidentiality.hides(case)

    def local(at: datetime | None) -> datetime | None:
        return at.astimezone(catalogue.timezone).replace(tzinfo=None) if at else None

    return (
        *(case.code, str(case.kind), str(case.state)),
        catalogue.name(case.department, "vi") if case.department else "",
        catalogue.name(case.topic, "vi") if case.topic else "",
        case.business_name if is_open else "",
        case.tax_code if is_open else "",
        *(local(case.filed_at), local(case.deadline), local(case.answered_at), local(case.ended_at)),
        str(case.outcome or ""),
        case.imported.list if case.imported else "",
        *(_said(case, text)[:_LONGEST] for text in (case.text, case.answer)),
    )


def _said(case: Case, text: str) -> str:
    """The words of a case and of its answer, which may address whoever hides by name."""
    return confidentiality.for_public(case, text) if confidentiality.hides(case) else text


def _write(sheet: Any, at: tuple[int, int], value: str | datetime | None, day: Any) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(*at, value, day)
    elif value:
        sheet.write_string(*at, value)
