"""A list of projects as offices keep it: what is read of it, and which cell is named where something is wrong."""

from __future__ import annotations

import pytest

from domain.oversight.project_lists import read
from domain.oversight.projects import Project

HEADER = (
    "STT",
    "Mã dự án",
    "Tên dự án",
    "Chủ đầu tư",
    "Địa điểm",
    "Tổng vốn (tỷ đồng)",
    "Số lao động",
    "Tình trạng",
)
FACTORY = (1, "DA-01", "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", "xã Chi Lăng", "1.250,5", 120, "đang xây dựng")
HOTEL = (2, "DA-02", "Khách sạn Kỳ Lừa", "Công ty Mai Hoa", "-", 80, None, "")


def test_titles_above_group_rows_column_numbers_and_totals_are_no_projects() -> None:
    rows = [
        ("PHỤ LỤC I",),
        (None,),
        HEADER,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"),
        ("I. Khu kinh tế",),
        FACTORY,
        ("1",),
        HOTEL,
        (None, None, "Tổng cộng", None, None, 1330.5, 120, None),
        ("3", "DA-03", "Không đọc đến đây", "", "", 1, 1, ""),
    ]
    found = read({"Danh sách": rows})
    assert found.faults == ()
    assert found.projects == (
        Project("DA-01", "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", "", "xã Chi Lăng", 1_250_500, 120, "đang xây dựng"),
        Project("DA-02", "Khách sạn Kỳ Lừa", "Công ty Mai Hoa", "", "", 80_000, 0, ""),
    )


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (5, "khoảng 5", "Sheet1!F2: “khoảng 5” is no number"),
        (6, -3, "Sheet1!G2: “-3” is no number"),
        (2, None, "Sheet1!C2: a project without a name"),
    ],
)
def test_a_wrong_cell_is_named(place: int, value: object, fault: str) -> None:
    row = [*FACTORY]
    row[place] = value
    assert [str(each) for each in read({"Sheet1": [HEADER, tuple(row)]}).faults] == [fault]


def test_capital_without_its_unit_is_asked_for_and_in_trieu_it_is_as_it_is() -> None:
    assert "tỷ or triệu" in str(read({"S": [("Tên dự án", "Vốn"), ("Nhà máy", 5)]}).faults[0])
    found = read({"S": [("Tên dự án", "Vốn (triệu đồng)"), ("Nhà máy", "5.000")]})
    assert found.projects[0].capital == 5_000


def test_what_stands_there_twice_is_told() -> None:
    assert "stands there twice" in str(read({"S": [HEADER, FACTORY, FACTORY]}).faults[0])


def test_a_file_without_a_list_is_told() -> None:
    assert "no header" in str(read({"S": [("xin chào",)]}).faults[0])
