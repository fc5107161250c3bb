"""Days in every way people write them, and a fault for each cell that cannot be meant."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bot.commands.keeping import tables
from domain.lists import days
from domain.lists.cells import Sheet, Value
from domain.lists.mappings import ListMapping, SheetMapping, WrongMappingError, parsed
from domain.lists.reading import Found, read
from tests.lists.test_layouts import TODAY, offices

THE_DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "written",
    [
        *("03/05/2024", "3/5/2024", "3.5.24", "03-05-2024", "3 / 5 / 2024", "2024-05-03", "2024/5/3", "Ngày 03/5/2024"),
        *(
            "ngày 3 tháng 5 năm 2024",
            "03 THÁNG 05 NĂM 2024",
            "14h30 ngày 3/5/2024",
            "3/5/2024 14:30:00",
            "3/5/2024 2:30 PM",
        ),
        *("2024年5月3日", "3 May 2024", "45415", 45415, 45415.6, "45415.6", datetime(2024, 5, 3, 9), THE_DAY),  # noqa: DTZ001
    ],
)
def test_a_day_is_read_however_it_is_written(written: Value) -> None:
    assert days.read(written) == THE_DAY


@pytest.mark.parametrize("written", [None, "", "-", "……", "–", " . . . "])
def test_what_stands_for_nothing_is_no_day_and_no_fault(written: Value) -> None:
    assert days.read(written) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("05/2024", "names a month and no day"),
        ("tháng 5 năm 2024", "names a month and no day"),
        ("3/5", "names no year"),
        ("12/25/2024", "there is no such day"),
        ("31/02/2024", "there is no such day"),
        ("trước ngày 30/6/2024", "names a time and no one day"),
        ("trong quý III", "names a time and no one day"),
        ("3/5/2024 và 4/5/2024", "is no day"),
        ("Kỳ họp thứ 6", "is no day"),
        (2024, "a number that is no day"),
    ],
)
def test_what_is_not_one_day_is_told_and_never_guessed(written: Value, why: str) -> None:
    with pytest.raises(days.NoDayError, match=why):
        days.read(written)


def test_a_workbook_that_counts_from_1904_means_the_same_days(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    serial = (THE_DAY - date(1904, 1, 1)).days
    book.active.append([datetime(2024, 5, 3), str(serial), serial])  # noqa: DTZ001
    book.save(tmp_path / "x.xlsx")
    (sheet,) = tables.read(tmp_path / "x.xlsx")
    assert sheet.epoch_1904
    assert [days.read(each, epoch_1904=True) for each in sheet.rows[0]] == [THE_DAY] * 3


HEADER = ("STT", "Doanh nghiệp", "Nội dung kiến nghị", "Đơn vị trả lời", "Ngày tiếp nhận", "Trạng thái", "Ngày trả lời")
GOOD: dict[int, Value] = {
    0: 1,
    1: "Lan Anh",
    2: "Đề nghị mở đường vào bãi hàng",
    3: "Sở Xây dựng",
    4: "03/05/2024",
    5: "Đang giải quyết",
    6: "",
}
WHOLE = SheetMapping(
    "S",
    {
        "number": ["STT"],
        "business": ["Doanh nghiệp"],
        "text": ["Nội dung kiến nghị"],
        "department": ["Đơn vị trả lời"],
        "received": ["Ngày tiếp nhận"],
        "state": ["Trạng thái"],
        "answered": ["Ngày trả lời"],
    },
    {"kind": "obstacle"},
)


def one(changes: dict[int, Value], whole: ListMapping | None = None, **more: object) -> Found:
    row = tuple((GOOD | changes).values())
    sheet = Sheet("S", (HEADER, row), **more)  # type: ignore[arg-type]
    return read([sheet], whole or ListMapping("x", [WHOLE]), offices(), TODAY)


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (2, "", "S!C2: nothing says what is asked"),
        (2, "=cmd|' /C calc'!A0", "S!C2: “=cmd|' /C calc'!A0” is a formula and no text"),
        (2, "x" * 40_000, "S!C2: longer than 32767 characters"),
        (3, "Sở Ngoại vụ", "S!D2: “Sở Ngoại vụ” is no department that is known (“Sở Nội vụ”?)"),
        (3, "UBND huyện Cao Lộc", "S!D2: “UBND huyện Cao Lộc” is no department that is known"),
        (3, "Sở Xay dung tỉnh khác", "S!D2: “Sở Xay dung tỉnh khác” is no department that is known"),
        (3, "", "S!D2: no department"),
        (4, "quý II", "S!E2: “quý II” names a time and no one day"),
        (4, "03/05/2027", "S!E2: 03/05/2027 is still to come"),
        (4, "03/05/1924", "S!E2: 03/05/1924 is too long ago"),
        (4, 2024, "S!E2: “2024”: a number that is no day"),
        (4, "", "S!E2: no day on which it was received; say it in the mapping if one holds for all rows"),
        (5, "Xong rồi", "S!F2: “Xong rồi” is no state that is known"),
        (5, "Quá hạn", "S!F2: “Quá hạn” says whether it is late, and no state"),
        (5, "", "S!F2: nothing tells the state"),
        (6, "01/05/2024", "S!G2: answered before it was received"),
    ],
)
def test_each_fault_is_told_by_its_cell_and_its_row_is_refused(place: int, value: Value, fault: str) -> None:
    found = one({place: value})
    assert [str(each) for each in found.faults] == [fault]
    assert found.petitions == []


def test_all_faults_of_a_row_are_told_at_once() -> None:
    found = one({3: "Sở Ngoại vụ", 4: "quý II", 5: "Xong rồi"})
    assert [each.cell for each in found.faults] == ["E2", "D2", "F2"]


def test_a_formula_without_its_result_is_no_empty_cell() -> None:
    found = one({4: None}, without_result=frozenset({(1, 4)}))
    assert [str(each) for each in found.faults] == [
        "S!E2: a formula without its result: open the file in Excel and save it"
    ]


def test_words_of_a_list_are_explained_in_its_mapping() -> None:
    whole = ListMapping(
        "x", [WHOLE], {"xong roi": "solved"}, {"so ngoai vu": "van-phong-ubnd"}, {"ky hop thu 6": "03/05/2024"}
    )
    found = one({4: "Kỳ họp thứ 6", 5: "Xong rồi"}, whole)
    assert [(str(each.standing), each.received) for each in found.petitions] == [("solved", THE_DAY)]


def test_a_department_is_known_by_its_name_before_the_merger() -> None:
    for old, now in (
        ("Sở Kế hoạch và Đầu tư", "so-tai-chinh"),
        ("SỞ KH&ĐT", "so-tai-chinh"),
        ("Sở Nông nghiệp và PTNT", "so-nong-nghiep-va-moi-truong"),
        ("Sở Lao động - Thương binh và Xã hội", "so-noi-vu"),
        ("Sở LĐTB&XH", "so-noi-vu"),
        ("Sở Thông tin và Truyền thông", "so-khoa-hoc-va-cong-nghe"),
        ("Cục Hải quan tỉnh Lạng Sơn", "hai-quan-khu-vuc-vi"),
        ("so giao thong van tai", "so-xay-dung"),
        ("Ban Quản lý Khu KTCK Đồng Đăng - Lạng Sơn", "ban-quan-ly-kktck"),
        ("UBND xã Đồng Đăng", "xa-dong-dang"),
    ):
        (petition,) = one({3: old}).petitions
        assert (petition.department, petition.said_department) == (now, old)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("list = 'x'\nsheets = 1", "“sheets” is none of"),
        ("[[sheet]]\nname = 'S'\n[sheet.columns]\nnoidung = 'A'", "“noidung” is none of number, business"),
        ("[[sheet]]\nname = 'S'\n[sheet.values]\nstate = 'xong'", "“xong” is none of filed, accepted"),
        ("[[sheet]]\nname = 'S'\n[sheet.colours]\nFF0000 = 'đỏ'", "“đỏ” is none of filed"),
        ("[states]\n'xong' = 'rồi'", "“rồi” is none of filed"),
        ("[sheet]\nname = 'S'", "write [[sheet]], with two brackets"),
        ("list = ", "Invalid value"),
    ],
)
def test_a_mapping_that_says_what_cannot_be_is_told(text: str, said: str) -> None:
    with pytest.raises(WrongMappingError) as error:
        parsed(text)
    assert said in str(error.value)
