"""The clock where it is special: other hours, clocks that change, what it refuses, what it tells of itself.

Its examples stand in test_deadline_examples.py, its laws in test_deadline_laws.py, another count in test_minutes.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.deadline.calendars import (
    Calendar,
    OutsideCalendar,
    add_working_days,
    add_working_time,
    calendar,
    is_working_day,
    local_day,
    next_opening,
    working_minutes_between,
    working_time,
)
from domain.deadline.deadlines import Pause, calendar_days, deadline, deadline_in_hours, moment_of_share, received_at
from domain.deadline.public_holidays import Occasion
from domain.deadline.reasons import explain
from domain.province.catalogue import Catalogue, Hours, Session, SpecialDay
from domain.province.files import parse
from tests.shares import share_elapsed

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    """“13/02/2026 09:00” in Việt Nam, as an instant in UTC."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=HANOI).astimezone(UTC)


def shown(instant: datetime) -> str:
    assert instant.tzinfo is UTC
    return instant.astimezone(HANOI).strftime("%d/%m/%Y %H:%M")


# The province


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
    naive = datetime(2026, 3, 9, 9, 0)  # noqa: DTZ001
    tries = [
        lambda: received_at(office, naive),
        lambda: add_working_time(office, naive, timedelta(0)),
        lambda: working_time(office, naive, naive),
        lambda: deadline(office, at("02/03/2026 09:00"), 7, [Pause(naive, at("10/03/2026 09:00"))]),
    ]
    for each in tries:
        with pytest.raises(ValueError, match="no time zone"):
            each()


# Clocks that change: Việt Nam's do not, a time zone of the catalogue may


@pytest.fixture(scope="module")
def berlin(lang_son: Catalogue) -> Calendar:
    """The same office hours where the night to 29/03/2026 has an hour less and that to 25/10/2026 one more."""
    return calendar(replace(lang_son, timezone=ZoneInfo("Europe/Berlin"), special_days=()))


def test_the_hours_of_a_day_stay_where_they_are_when_clocks_change(berlin: Calendar) -> None:
    for day in (date(2026, 3, 27), date(2026, 10, 23)):
        friday = datetime.combine(day, time(16), berlin.timezone)
        due = deadline_in_hours(berlin, friday, 2).due_at.astimezone(berlin.timezone)
        assert (due.weekday(), due.time()) == (0, time(8, 30))
        assert deadline(berlin, friday, 1).due_at.astimezone(berlin.timezone).time() == time(17)


def test_instants_of_one_zone_are_told_apart_where_its_clocks_go_back(lang_son: Catalogue) -> None:
    """02:40 comes before the second 02:20, although the clock says otherwise."""
    nights = Hours((Session(time(0, 30), time(5)),), tuple(range(7)))
    own = calendar(replace(lang_son, timezone=ZoneInfo("Europe/Berlin"), hours=nights, special_days=()))
    first = datetime(2026, 10, 25, 2, 40, tzinfo=own.timezone)
    second = datetime(2026, 10, 25, 2, 20, tzinfo=own.timezone, fold=1)
    assert working_time(own, first, second) == timedelta(minutes=40)
    assert working_minutes_between(own, second, first) == -40
    started = datetime(2026, 10, 25, 1, tzinfo=own.timezone)
    paused = deadline_in_hours(own, started, 4, [Pause(first, second)])
    assert paused.due_at - deadline_in_hours(own, started, 4).due_at == timedelta(minutes=40)
    assert [each.end - each.start for each in paused.pauses] == [timedelta(minutes=40)]


# Explaining


def test_an_explanation_names_what_was_skipped_worked_paused_and_added(office: Calendar) -> None:
    pause = Pause(at("24/02/2026 10:00"), at("26/02/2026 10:00"))
    due = deadline(office, at("13/02/2026 18:00"), 7, [pause], 1)
    told = explain(office, due)
    assert local_day(office, due.received) == date(2026, 2, 13)
    assert local_day(office, due.opened_at) == date(2026, 2, 23)
    assert add_working_days(office, local_day(office, due.opened_at), 1) == date(2026, 2, 24)
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


def test_calendar_days_skip_only_what_the_last_day_rolled_over(office: Calendar) -> None:
    told = explain(office, calendar_days(office, at("06/02/2026 09:00"), 10))
    assert [(each.first, each.last) for each in told.skipped] == [(date(2026, 2, 16), date(2026, 2, 20))]
    assert explain(office, calendar_days(office, at("06/02/2026 09:00"), 30)).skipped == ()
    assert explain(office, calendar_days(office, at("05/01/2026 09:00"), 10)).worked_instead == ()


def test_hours_of_its_own_are_told_where_they_count(lang_son: Catalogue) -> None:
    early = SpecialDay(date(2026, 3, 10), is_worked=True, names={"vi": "Họp"}, sessions=(Session(time(8), time(10)),))
    own = calendar(replace(lang_son, special_days=(early,)))
    monday = at("09/03/2026 16:00")
    assert explain(own, deadline(own, monday, 1)).own_hours == (early,)
    assert explain(own, deadline(own, monday, 2)).own_hours == ()
    assert explain(own, deadline_in_hours(own, monday, 5)).own_hours == (early,)


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


def test_a_pause_over_before_the_receipt_is_not_among_a_deadline_s_pauses(office: Calendar) -> None:
    before = Pause(at("25/02/2026 10:00"), at("26/02/2026 10:00"))
    assert deadline(office, at("02/03/2026 09:00"), 7, [before]) == deadline(office, at("02/03/2026 09:00"), 7)


def test_a_share_used_up_just_when_a_pause_begins_is_used_up_then_and_not_after_it(office: Calendar) -> None:
    pause = Pause(at("09/03/2026 09:30"), at("09/03/2026 10:30"))
    promise = deadline_in_hours(office, at("09/03/2026 07:30"), 4, [pause])
    assert shown(moment_of_share(office, promise, 0.5)) == "09/03/2026 09:30"
    assert share_elapsed(office, promise, at("09/03/2026 10:00")) == 0.5


def test_what_is_not_open_is_not_used_up_and_what_is_due_is(office: Calendar) -> None:
    promise = deadline(office, at("09/03/2026 09:00"), 3)
    assert share_elapsed(office, promise, at("08/03/2026 09:00")) == 0
    assert share_elapsed(office, promise, promise.due_at) == 1
    assert share_elapsed(office, promise, at("01/06/2026 09:00")) == 1


# The holidays library: what it says of three years, against the days off written down by hand

BY_HAND = """
2025: 01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09
2026: 01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11
2027: 01/01 04/02 05/02 08/02 09/02 10/02 16/04 30/04 03/05 02/09 03/09 24/11
"""
OFF = {
    date(int(line[:4]), int(day[3:]), int(day[:2])) for line in BY_HAND.strip().splitlines() for day in line[6:].split()
}
MADE_UP = {date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)}


def test_three_years_are_worked_as_was_published(office: Calendar) -> None:
    days = [date(2025, 1, 1) + timedelta(number) for number in range(365 * 3)]
    worked = {day for day in days if is_working_day(office, day)}
    assert worked == {day for day in days if day in MADE_UP or (day.weekday() < 5 and day not in OFF)}
