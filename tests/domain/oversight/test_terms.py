"""By when, as people type it and as the calendar counts it; and when it is reminded of."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.deadline.calendars import Calendar, calendar
from domain.oversight.terms import Watch, in_working_days, limit, read
from domain.province.catalogue import Catalogue

#: a Wednesday at nine in Lạng Sơn
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def known(lang_son: Catalogue) -> Calendar:
    return calendar(lang_son)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("báo cáo trước 15/12", date(2026, 12, 15)),
        ("báo cáo trước ngày 15/12/2026", date(2026, 12, 15)),
        ("truoc 15-12", date(2026, 12, 15)),
        ("hạn 15.12.26", date(2026, 12, 15)),
        ("đến hết ngày 05 tháng 12 năm 2026", date(2026, 12, 5)),
        ("chậm nhất ngày 5/1", date(2027, 1, 5)),
        ("trong 5 ngày làm việc", date(2026, 12, 2)),
        ("Trong vòng 10 ngày làm việc", date(2026, 12, 9)),
        ("trong 5 ngày", date(2026, 11, 30)),
        ("trước thứ Sáu", date(2026, 11, 27)),
        ("trước thứ 4", date(2026, 12, 2)),
        ("trước thứ Hai tuần sau", date(2026, 11, 30)),
        ("trong tuần này", date(2026, 11, 27)),
        ("trong tuần tới", date(2026, 12, 4)),
        ("trong hôm nay", date(2026, 11, 25)),
        ("trước ngày mai", date(2026, 11, 26)),
        ("trước cuối tháng", date(2026, 11, 30)),
        ("by 15/12", date(2026, 12, 15)),
        ("within 3 working days", date(2026, 11, 30)),
        ("before next Monday", date(2026, 11, 30)),
        ("12月15日前", date(2026, 12, 15)),
        ("5个工作日内", date(2026, 12, 2)),
        ("hồ sơ nộp từ 15/10, trả lời trước 01/12/2026", date(2026, 12, 1)),
    ],
)
def test_a_day_is_read_as_people_type_it(known: Calendar, text: str, day: date) -> None:
    assert read(known, NOW, text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "làm ngay", "giấy phép 15/12 đã cấp", "trước 31/02", "trước 20/11", "trước 20/11/2026", "trong 0 ngày"),
        *("trước 15/12 hoặc trước 20/12", "điều 15, khoản 12", "trong 9999 ngày", "before Sunday", "vụ #LS26-00015"),
    ],
)
def test_what_gives_no_one_day_to_come_is_asked_for(known: Calendar, text: str) -> None:
    assert read(known, NOW, text) is None


def test_it_is_due_at_the_close_of_a_working_day_and_reminded_of_on_mornings(known: Calendar) -> None:
    found = limit(known, NOW, date(2026, 12, 15))
    assert found.due == datetime(2026, 12, 15, 10, 0, tzinfo=UTC)
    assert [(at.date(), what) for at, what in found.agenda] == [
        (date(2026, 12, 4), Watch.HALF),
        (date(2026, 12, 14), Watch.EVE),
        (date(2026, 12, 16), Watch.LATE),
    ]
    assert {at.hour * 60 + at.minute for at, _ in found.agenda} == {30}


def test_a_day_off_moves_to_the_next_working_day(known: Calendar) -> None:
    assert limit(known, NOW, date(2026, 12, 5)).due == datetime(2026, 12, 7, 10, 0, tzinfo=UTC)


def test_a_short_term_is_reminded_of_no_oftener_than_there_are_mornings(known: Calendar) -> None:
    assert [what for _, what in limit(known, NOW, date(2026, 11, 25)).agenda] == [Watch.LATE]
    assert [what for _, what in limit(known, NOW, date(2026, 11, 26)).agenda] == [Watch.LATE]
    assert [what for _, what in limit(known, NOW, date(2026, 11, 27)).agenda] == [Watch.EVE, Watch.LATE]


def test_working_days_leave_out_the_weekend(known: Calendar) -> None:
    assert in_working_days(known, NOW, 3) == date(2026, 11, 30)
