"""The clock: examples a civil servant can check on a wall calendar, and an independent count minute by minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import Catalogue, Hours, Session, SpecialDay, parse
from domain.deadlines import (
    Calendar,
    Occasion,
    OutsideCalendar,
    Pause,
    add_working_days,
    add_working_time,
    calendar,
    calendar_days,
    deadline,
    deadline_in_hours,
    explain,
    in_working_time,
    is_working_day,
    moment_of_share,
    next_opening,
    received_at,
    share_elapsed,
    working_days_between,
    working_minutes_between,
    working_time,
)

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    """“13/02/2026 09:00” in Việt Nam, as an instant in UTC."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=HANOI).astimezone(UTC)


def shown(instant: datetime) -> str:
    assert instant.tzinfo is UTC
    return instant.astimezone(HANOI).strftime("%d/%m/%Y %H:%M")


# Worked examples

IN_DAYS = [
    ("Nhận sáng thứ Hai, 1 ngày: hết thứ Ba", "09/03/2026 09:00", 1, "10/03/2026"),
    ("Nhận thứ Sáu lúc 16:59, 1 ngày: hết thứ Hai", "13/03/2026 16:59", 1, "16/03/2026"),
    ("Nhận đúng 17:00 thứ Sáu là hết giờ: tính nhận thứ Hai, hết thứ Ba", "13/03/2026 17:00", 1, "17/03/2026"),
    ("Nhận thứ Bảy: tính nhận thứ Hai, hết thứ Ba", "14/03/2026 10:00", 1, "17/03/2026"),
    ("Nhận trước giờ làm việc: vẫn là hôm đó", "09/03/2026 06:00", 1, "10/03/2026"),
    ("Nhận giờ nghỉ trưa: vẫn là hôm đó", "09/03/2026 12:00", 1, "10/03/2026"),
    ("Nhận 23:30 khi ngoài Việt Nam còn là hôm trước: tính ngày Việt Nam", "09/03/2026 23:30", 1, "11/03/2026"),
    ("7 ngày từ thứ Sáu 13/02, trừ Tết 16–20/02", "13/02/2026 09:00", 7, "03/03/2026"),
    ("Như trên nhưng nhận sau giờ: tính nhận 23/02", "13/02/2026 18:00", 7, "04/03/2026"),
    ("Nhận mùng Một Tết: tính nhận 23/02", "17/02/2026 09:00", 1, "24/02/2026"),
    ("Nhận 31/12/2025: 01 và 02/01 nghỉ, hết thứ Hai 05/01", "31/12/2025 10:00", 1, "05/01/2026"),
    ("Thứ Bảy 10/01/2026 làm bù là ngày làm việc", "09/01/2026 10:00", 1, "10/01/2026"),
    ("7 ngày qua thứ Bảy làm bù 10/01", "08/01/2026 10:00", 7, "16/01/2026"),
    ("Nhận chính ngày làm bù", "10/01/2026 09:00", 1, "12/01/2026"),
    ("Thứ Bảy 22/08/2026 làm bù", "21/08/2026 09:00", 1, "22/08/2026"),
    ("Nghỉ Quốc khánh 31/08–02/09/2026", "28/08/2026 09:00", 1, "03/09/2026"),
    ("7 ngày qua làm bù 22/08 và Quốc khánh", "21/08/2026 09:00", 7, "03/09/2026"),
    ("Giỗ Tổ 26/04 là Chủ nhật, nghỉ bù 27/04", "24/04/2026 09:00", 1, "28/04/2026"),
    ("3 ngày qua 30/04 và 01/05", "28/04/2026 09:00", 3, "05/05/2026"),
    ("24/11/2026 nghỉ Ngày Văn hóa Việt Nam", "23/11/2026 09:00", 1, "25/11/2026"),
    ("7 ngày qua 24/11/2026", "20/11/2026 09:00", 7, "02/12/2026"),
    ("26/04/2025 làm bù cho 02/05/2025", "25/04/2025 09:00", 1, "26/04/2025"),
    ("Nghỉ 30/04–02/05/2025", "29/04/2025 09:00", 1, "05/05/2025"),
    ("Tết 2027: 04–10/02", "03/02/2027 09:00", 1, "11/02/2027"),
    ("01/05/2027 là thứ Bảy, nghỉ bù 03/05", "29/04/2027 09:00", 1, "04/05/2027"),
    ("20 ngày khi nhiều cơ quan cùng giải quyết", "02/03/2026 09:00", 20, "30/03/2026"),
    ("0 ngày: hết chính ngày nhận", "09/03/2026 09:00", 0, "09/03/2026"),
]


@pytest.mark.parametrize(("told", "received", "days", "due"), IN_DAYS, ids=[each[0] for each in IN_DAYS])
def test_working_days(office: Calendar, told: str, received: str, days: int, due: str) -> None:
    assert shown(deadline(office, at(received), days).due_at) == f"{due} 17:00", told


PAUSED = [
    ("Không tạm dừng", [], 0, "11/03/2026"),
    ("Hỏi thứ Tư, trả lời thứ Sáu: lùi 2 ngày", [("04/03/2026 10:00", "06/03/2026 09:00")], 0, "13/03/2026"),
    ("Hỏi và trả lời trong ngày: không lùi", [("04/03/2026 08:00", "04/03/2026 16:00")], 0, "11/03/2026"),
    (
        "Hỏi chiều thứ Sáu, trả lời sáng thứ Hai: lùi 1 ngày",
        [("06/03/2026 16:00", "09/03/2026 08:00")],
        0,
        "12/03/2026",
    ),
    (
        "Hai lần hỏi gối nhau chỉ tính một lần: lùi 3 ngày",
        [("04/03/2026 10:00", "06/03/2026 09:00"), ("05/03/2026 10:00", "09/03/2026 09:00")],
        0,
        "16/03/2026",
    ),
    ("Gia hạn 5 ngày", [], 5, "18/03/2026"),
    ("Gia hạn 5 ngày và lùi 2 ngày", [("04/03/2026 10:00", "06/03/2026 09:00")], 5, "20/03/2026"),
    ("Hỏi khi đã quá hạn: không lùi, trễ vẫn là trễ", [("13/03/2026 10:00", "17/03/2026 09:00")], 0, "11/03/2026"),
    ("Hỏi trước khi nhận: chỉ tính từ lúc nhận", [("25/02/2026 10:00", "03/03/2026 09:00")], 0, "12/03/2026"),
]


@pytest.mark.parametrize(("told", "pauses", "extension", "due"), PAUSED, ids=[each[0] for each in PAUSED])
def test_pauses_and_extensions_of_seven_days_from_monday_2_march(
    office: Calendar, told: str, pauses: list[tuple[str, str]], extension: int, due: str
) -> None:
    spans = [Pause(at(start), at(end)) for start, end in pauses]
    found = deadline(office, at("02/03/2026 09:00"), 7, spans, extension)
    assert shown(found.due_at) == f"{due} 17:00", told


IN_HOURS = [
    ("4 giờ từ 07:30: hết buổi sáng", "09/03/2026 07:30", 4, "09/03/2026 11:30"),
    ("4 giờ từ 08:00: sang chiều", "09/03/2026 08:00", 4, "09/03/2026 14:00"),
    ("4 giờ từ 15:00 thứ Sáu: sang sáng thứ Hai", "13/03/2026 15:00", 4, "16/03/2026 09:30"),
    ("4 giờ từ ngoài giờ: tính từ sáng hôm sau", "09/03/2026 18:00", 4, "10/03/2026 11:30"),
    ("4 giờ từ 16:00 thứ Sáu 20/11/2026", "20/11/2026 16:00", 4, "23/11/2026 10:30"),
    ("Nửa giờ qua ngày nghỉ 24/11", "23/11/2026 16:45", 0.5, "25/11/2026 07:45"),
]


@pytest.mark.parametrize(("told", "received", "hours", "due"), IN_HOURS, ids=[each[0] for each in IN_HOURS])
def test_working_hours(office: Calendar, told: str, received: str, hours: float, due: str) -> None:
    assert shown(deadline_in_hours(office, at(received), hours).due_at) == due, told


IN_CALENDAR_DAYS = [
    ("10 ngày từ 02/03: thứ Năm 12/03", "02/03/2026 09:00", 10, "12/03/2026"),
    ("30 ngày từ 02/03: thứ Tư 01/04", "02/03/2026 09:00", 30, "01/04/2026"),
    ("Hết hạn đúng Tết: ngày làm việc kế tiếp 23/02", "06/02/2026 09:00", 10, "23/02/2026"),
    ("Nhận thứ Bảy 14/11 tính 16/11; 24/11 nghỉ: 25/11", "14/11/2026 16:00", 8, "25/11/2026"),
]


@pytest.mark.parametrize(
    ("told", "received", "days", "due"), IN_CALENDAR_DAYS, ids=[each[0] for each in IN_CALENDAR_DAYS]
)
def test_calendar_days(office: Calendar, told: str, received: str, days: int, due: str) -> None:
    assert shown(calendar_days(office, at(received), days).due_at) == f"{due} 17:00", told


def test_the_undecided_swap_moves_deadlines_only_when_switched_on(files: dict[str, str], office: Calendar) -> None:
    on = files["province.toml"].replace("culture_day_swap_2026 = false", "culture_day_swap_2026 = true")
    swapped = calendar(parse(files | {"province.toml": on}))
    friday = at("20/11/2026 09:00")
    assert shown(deadline(office, friday, 1).due_at) == "23/11/2026 17:00"
    assert shown(deadline(swapped, friday, 1).due_at) == "25/11/2026 17:00"
    assert is_working_day(swapped, date(2026, 11, 28))
    assert swapped.version != office.version


# Other calendars


def test_a_department_with_its_own_hours_has_its_own_deadlines(lang_son: Catalogue) -> None:
    saturdays = Hours((Session(time(8), time(12)),), (0, 1, 2, 3, 4, 5))
    desk = replace(lang_son.departments[0], hours=saturdays)
    own = calendar(replace(lang_son, departments=(desk,)), desk.key)
    assert shown(deadline(own, at("13/03/2026 09:00"), 1).due_at) == "14/03/2026 12:00"


def test_a_special_day_may_close_early(lang_son: Catalogue) -> None:
    early = SpecialDay(
        date(2026, 3, 10), is_worked=True, names={"vi": "Họp"}, sessions=(Session(time(7, 30), time(10)),)
    )
    own = calendar(replace(lang_son, special_days=(early,)))
    assert shown(deadline(own, at("09/03/2026 09:00"), 1).due_at) == "10/03/2026 10:00"
    assert shown(next_opening(own, at("10/03/2026 10:00"))) == "11/03/2026 07:30"


def test_a_calendar_without_working_days_ends_with_a_named_error(lang_son: Catalogue) -> None:
    never = calendar(replace(lang_son, hours=Hours(weekdays=()), special_days=()))
    with pytest.raises(OutsideCalendar):
        deadline(never, at("09/03/2099 09:00"), 1)
    with pytest.raises(OutsideCalendar):
        add_working_time(never, at("09/03/2099 09:00"), timedelta(hours=1))


def test_a_year_the_calendar_does_not_cover_is_refused(office: Calendar) -> None:
    with pytest.raises(OutsideCalendar):
        is_working_day(office, date(1999, 12, 31))


def test_a_naive_instant_is_refused(office: Calendar) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        received_at(office, datetime(2026, 3, 9, 9, 0))  # noqa: DTZ001


# Explaining


def test_an_explanation_names_what_was_skipped_worked_paused_and_added(office: Calendar) -> None:
    pause = Pause(at("24/02/2026 10:00"), at("26/02/2026 10:00"))
    told = explain(office, deadline(office, at("13/02/2026 18:00"), 7, [pause], 1))
    assert told.received_day == date(2026, 2, 13)
    assert told.counts_as_received == date(2026, 2, 23)
    assert told.first_day == date(2026, 2, 24)
    assert [(each.first, each.last, each.working_days) for each in told.pauses] == [
        (date(2026, 2, 24), date(2026, 2, 26), 2)
    ]
    assert (told.amount, told.extension, told.due_day) == (7, 1, date(2026, 3, 9))
    assert told.skipped == ()


def test_days_off_in_a_row_are_told_as_one(office: Calendar) -> None:
    tet = explain(office, deadline(office, at("03/02/2027 09:00"), 3)).skipped
    assert [(each.first, each.last, each.occasions) for each in tet] == [
        (date(2027, 2, 4), date(2027, 2, 10), (Occasion.TET,))
    ]
    spring = explain(office, deadline(office, at("24/04/2026 09:00"), 5)).skipped
    assert [(each.first, each.last) for each in spring] == [
        (date(2026, 4, 27), date(2026, 4, 27)),
        (date(2026, 4, 30), date(2026, 5, 1)),
    ]
    assert spring[1].occasions == (Occasion.REUNIFICATION, Occasion.LABOUR_DAY)


def test_a_worked_saturday_and_the_day_it_pays_for_are_told(office: Calendar) -> None:
    told = explain(office, deadline(office, at("21/08/2026 09:00"), 7))
    assert told.worked_instead == (date(2026, 8, 22),)
    assert told.skipped[0].occasions == (Occasion.SPECIAL, Occasion.NATIONAL_DAY)
    assert told.skipped[0].names[0]["vi"] == "Nghỉ Quốc khánh (hoán đổi)"


def test_a_deadline_that_rolled_over_says_from_where(office: Calendar) -> None:
    assert explain(office, calendar_days(office, at("06/02/2026 09:00"), 10)).rolled_from == date(2026, 2, 16)
    assert explain(office, calendar_days(office, at("02/03/2026 09:00"), 10)).rolled_from is None


# Shares


def test_half_of_the_time_is_the_interim_word_and_pauses_stand_still(office: Calendar) -> None:
    pause = Pause(at("10/03/2026 07:30"), at("12/03/2026 07:30"))
    promise = deadline(office, at("09/03/2026 07:30"), 3, [pause])
    assert shown(promise.due_at) == "16/03/2026 17:00"
    assert share_elapsed(office, promise, at("11/03/2026 09:00")) == share_elapsed(office, promise, pause.start)
    assert shown(moment_of_share(office, promise, 0.5)) == "12/03/2026 17:00"
    assert moment_of_share(office, promise, 1) == promise.due_at


def test_what_is_not_open_is_not_used_up_and_what_is_due_is(office: Calendar) -> None:
    promise = deadline(office, at("09/03/2026 09:00"), 3)
    assert share_elapsed(office, promise, at("08/03/2026 09:00")) == 0
    assert share_elapsed(office, promise, promise.due_at) == 1
    assert share_elapsed(office, promise, at("01/06/2026 09:00")) == 1


# An independent count: its own days off, written down by hand, and one minute at a time

BY_HAND = """
2025: 01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09
2026: 01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11
2027: 01/01 04/02 05/02 08/02 09/02 10/02 16/04 30/04 03/05 02/09 03/09 24/11
"""
OFF = {
    date(int(line[:4]), int(day[3:]), int(day[:2])) for line in BY_HAND.strip().splitlines() for day in line[6:].split()
}
MADE_UP = {date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)}
MORNING, AFTERNOON = range(7 * 60 + 30, 11 * 60 + 30), range(13 * 60 + 30, 17 * 60)
MINUTE = timedelta(minutes=1)

instants = st.datetimes(datetime(2025, 1, 2), datetime(2027, 10, 31)).map(  # noqa: DTZ001
    lambda local: local.replace(second=0, microsecond=0, tzinfo=HANOI).astimezone(UTC)
)
spans = st.integers(0, 20 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def is_open(instant: datetime) -> bool:
    local = instant.astimezone(HANOI)
    works = local.date() in MADE_UP or (local.weekday() < 5 and local.date() not in OFF)
    minute = local.hour * 60 + local.minute
    return works and (minute in MORNING or minute in AFTERNOON)


def counted_minutes(start: datetime, end: datetime) -> int:
    return sum(is_open(start + MINUTE * number) for number in range((end - start) // MINUTE))


def counted_day(received: datetime, working_days: int) -> date:
    """The day of the deadline, found by walking minute by minute to the opening and then day by day."""
    while not is_open(received):
        received += MINUTE
    day = received.astimezone(HANOI).date()
    while working_days:
        day += timedelta(1)
        working_days -= day in MADE_UP or (day.weekday() < 5 and day not in OFF)
    return day


@given(instants, st.integers(0, 30))
def test_a_deadline_agrees_with_a_count_by_hand(office: Calendar, received: datetime, working_days: int) -> None:
    due = deadline(office, received, working_days).due_at.astimezone(HANOI)
    assert (due.date(), due.time()) == (counted_day(received, working_days), time(17))


@given(instants, spans)
def test_working_minutes_agree_with_a_count_minute_by_minute(
    office: Calendar, start: datetime, span: timedelta
) -> None:
    assert working_minutes_between(office, start, start + span) == counted_minutes(start, start + span)
    assert in_working_time(office, start) == is_open(start)


@given(instants, st.lists(spans, max_size=4))
def test_working_time_adds_up_in_any_order(office: Calendar, start: datetime, steps: list[timedelta]) -> None:
    stops = [start, *(start + step for step in steps), start]
    assert sum((working_time(office, one, two) for one, two in pairwise(stops)), timedelta(0)) == timedelta(0)
    assert sum(working_days_between(office, one, two) for one, two in pairwise(stops)) == 0


@given(instants, st.integers(0, 60 * 40))
def test_adding_working_time_is_undone_by_measuring_it(office: Calendar, start: datetime, minutes: int) -> None:
    end = add_working_time(office, start, MINUTE * minutes)
    assert working_time(office, start, end) == MINUTE * minutes


@given(instants, spans, st.integers(0, 30), st.integers(0, 10))
def test_later_filings_longer_promises_and_extensions_never_bring_a_deadline_forward(
    office: Calendar, received: datetime, later: timedelta, days: int, more: int
) -> None:
    due = deadline(office, received, days).due_at
    assert deadline(office, received + later, days).due_at >= due
    assert deadline(office, received, days + more).due_at >= due
    assert (
        deadline(office, received, days, extension_days=more).due_at == deadline(office, received, days + more).due_at
    )


@given(instants, st.integers(1, 20), st.integers(0, 5000), st.integers(0, 15000))
def test_a_pause_moves_a_deadline_by_its_own_working_days(
    office: Calendar, received: datetime, days: int, wait: int, length: int
) -> None:
    usual = deadline(office, received, days)
    start = min(usual.opened_at + MINUTE * wait, usual.due_at - MINUTE)
    pause = Pause(start, start + MINUTE * length)
    moved = deadline(office, received, days, [pause])
    lost = working_days_between(office, pause.start, pause.end)
    assert working_days_between(office, usual.due_at, moved.due_at) == lost
    assert (
        add_working_days(office, usual.due_at.astimezone(HANOI).date(), lost) == moved.due_at.astimezone(HANOI).date()
    )


@given(instants, st.integers(1, 20), st.lists(spans, min_size=2, max_size=2), st.floats(0, 1))
def test_the_share_used_up_never_falls_and_its_moments_are_found_again(
    office: Calendar, received: datetime, days: int, steps: list[timedelta], share: float
) -> None:
    promise = deadline(office, received, days)
    early, late = sorted(received + step for step in steps)
    assert 0 <= share_elapsed(office, promise, early) <= share_elapsed(office, promise, late) <= 1
    assert share_elapsed(office, promise, moment_of_share(office, promise, share)) == pytest.approx(share, abs=1e-6)
