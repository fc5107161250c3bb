"""The worked examples of docs/cach-tinh-thoi-han.md, each counted again: what civil servants read is what is tested."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.deadline.calendars import Calendar, calendar
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours
from domain.province.catalogue import Catalogue, Hours, Session, SpecialDay
from domain.province.files import parse

DOCUMENT = Path(__file__).parents[3] / "docs" / "cach-tinh-thoi-han.md"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
HEADER = "| Nộp lúc | Thời hạn | Tạm dừng | Gia hạn | Hạn xử lý | Vì sao |"
NONE = "không"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, as written."""

    received: str
    limit: str
    pauses: str
    extension: str
    due: str
    why: str


def rows() -> list[Row]:
    _before, _header, table = DOCUMENT.read_text(encoding="utf-8").partition(f"{HEADER}\n")
    lines = [line for line in table.splitlines() if line.startswith("|")][1:]
    return [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for line in lines]


def instant(text: str) -> datetime:
    """“10:00 thứ Sáu 13/02/2026”, with or without the weekday; a weekday that is not that day's fails."""
    clock, _, day = text.rpartition(" ")
    found = datetime.strptime(f"{clock[:5]} {day}", "%H:%M %d/%m/%Y").replace(tzinfo=HANOI)
    assert clock[5:].strip() in {"", WEEKDAYS[found.weekday()]}, text
    return found.astimezone(UTC)


def spans(text: str) -> list[Pause]:
    return [] if text == NONE else [Pause(*map(instant, each.split(" → "))) for each in text.split("; ")]


def amount(text: str, unit: str) -> float:
    """“7 ngày làm việc” is 7 when the unit is that one."""
    number, _, said = text.partition(" ")
    assert said == unit
    return float(number.replace(",", "."))


def counted(own: Calendar, row: Row) -> Deadline:
    unit = row.limit.partition(" ")[2]
    more = 0 if row.extension == NONE else amount(row.extension, unit)
    received, pauses, given = instant(row.received), spans(row.pauses), amount(row.limit, unit)
    if unit == "ngày làm việc":
        return deadline(own, received, int(given), pauses, int(more))
    if unit == "giờ làm việc":
        return deadline_in_hours(own, received, given, pauses, more)
    assert (unit, pauses) == ("ngày lịch", [])
    return calendar_days(own, received, int(given), int(more))


@pytest.fixture(scope="module")
def calendars(files: dict[str, str], lang_son: Catalogue) -> Mapping[str, Calendar]:
    """The province's own, and those the document names in bold."""
    on = files["province.toml"].replace("culture_day_swap_2026 = false", "culture_day_swap_2026 = true")
    desk = replace(lang_son.departments[0], hours=Hours((Session(time(8), time(12)),), (0, 1, 2, 3, 4, 5)))
    morning = (Session(time(7, 30), time(11, 30)),)
    half = SpecialDay(date(2026, 12, 31), is_worked=True, names={"vi": "Nghỉ chiều"}, sessions=morning)
    return {
        "": calendar(lang_son),
        "Bật hoán đổi 23/11": calendar(parse(files | {"province.toml": on})),
        "Giờ riêng của cơ quan": calendar(replace(lang_son, departments=(desk,)), desk.key),
        "Nghỉ nửa ngày 31/12/2026": calendar(replace(lang_son, special_days=(*lang_son.special_days, half))),
    }


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.received}, {row.limit}: {row.why}")
def test_an_example_is_counted_as_the_document_says(calendars: Mapping[str, Calendar], row: Row) -> None:
    named = re.match(r"\*\*(.+)\.\*\*", row.why)
    found = counted(calendars[named[1] if named else ""], row)
    local = found.due_at.astimezone(HANOI)
    assert f"{local:%H:%M} {WEEKDAYS[local.weekday()]} {local:%d/%m/%Y}" == row.due


def test_there_are_enough_examples_of_every_kind() -> None:
    found = rows()
    assert len(found) >= 45
    assert len(set(found)) == len(found)
    assert {row.limit.partition(" ")[2] for row in found} == {"ngày làm việc", "giờ làm việc", "ngày lịch"}
    assert {row.received[-4:] for row in found} >= {"2024", "2025", "2026", "2027"}
    assert sum(row.pauses != NONE for row in found) >= 10
    assert sum(row.extension != NONE for row in found) >= 3
