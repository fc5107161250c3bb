"""The dates of a case on the real calendar of Lạng Sơn, each written down by hand from a wall calendar of 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import moves
from domain.case.dates import Terms
from domain.case.moves import DepartmentReply
from domain.deadline.promises import LADDER, Look, only
from domain.province.catalogue import Catalogue, Hours, PromisedStep, ServiceLevel, Session, SpecialDay, Unit
from domain.refusals import NotNow
from tests.cast import CONSTRUCTION, FINANCE, MINH, TAX, TUAN
from tests.dates import HANOI, asked, at, case_of, promising, shown, told, with_hours


@pytest.fixture(scope="module")
def terms(lang_son: Catalogue) -> Terms:
    return Terms(lang_son)


# The way to a deadline


def test_the_mornings_of_a_plain_case(terms: Terms) -> None:
    """Monday 9 March, nine o'clock: seven working days end on the 18th; half is over on Friday, most on Tuesday."""
    term = terms.filed(at("09/03"), "obstacle", "", CONSTRUCTION)
    assert shown(term.due) == "18/03 17:00"
    assert told(term.agenda) == {
        "accept": "11/03 07:30",
        "half": "13/03 07:30",
        "most": "17/03 07:30",
        "due": "18/03 07:30",
        "late": "19/03 07:30",
        "later": "23/03 07:30",
    }


def test_a_case_filed_on_a_saturday_begins_on_monday(terms: Terms) -> None:
    saturday = terms.filed(at("14/03"), "obstacle", "", CONSTRUCTION)
    monday = terms.filed(at("16/03", "07:30"), "obstacle", "", CONSTRUCTION)
    assert (saturday.due, saturday.agenda) == (monday.due, monday.agenda)


def test_tet_is_no_time(terms: Terms) -> None:
    """Off from Monday 16 to Friday 20 February: filed on the 12th, due on the 2nd of March."""
    term = terms.filed(at("12/02"), "obstacle", "", CONSTRUCTION)
    assert shown(term.due) == "02/03 17:00"
    assert told(term.agenda) == {
        "accept": "23/02 07:30",
        "half": "25/02 07:30",
        "most": "27/02 07:30",
        "due": "02/03 07:30",
        "late": "03/03 07:30",
        "later": "05/03 07:30",
    }


@pytest.mark.parametrize(
    ("amount", "ladder"),
    [
        (1, {"due": "10/03 07:30"}),
        (2, {"half": "10/03 07:30", "due": "11/03 07:30"}),
        (3, {"half": "11/03 07:30", "due": "12/03 07:30"}),
    ],
)
def test_a_short_promise_is_not_warned_of_twice_in_a_morning(
    lang_son: Catalogue, amount: int, ladder: dict[str, str]
) -> None:
    short = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, amount, Unit.WORKING_DAYS))
    term = short.filed(at("09/03"), "obstacle", "", CONSTRUCTION)
    assert told(term.agenda, Look.HALF, Look.MOST, Look.DUE) == ladder


def test_the_first_word_can_be_promised_sooner_by_a_department_or_for_a_kind(lang_son: Catalogue) -> None:
    """A quarter of the time is over on Wednesday the 11th, half of it on Friday the 13th."""
    for narrow in ({"department": CONSTRUCTION}, {"kind": "obstacle"}):
        sooner = promising(lang_son, ServiceLevel(PromisedStep.FIRST_WORD, 0.25, Unit.SHARE, **narrow))
        term = sooner.filed(at("09/03"), "obstacle", "", CONSTRUCTION)
        assert told(term.agenda, Look.HALF) == {"half": "11/03 07:30"}
        other = sooner.filed(at("09/03"), "feedback", "", FINANCE)
        assert told(other.agenda, Look.HALF) == {"half": "13/03 07:30"}


def test_a_promise_in_hours_is_warned_of_at_the_hour(lang_son: Catalogue) -> None:
    """Four hours from ten: two in the morning, two from half past one; late on the next morning."""
    hours = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 4, Unit.WORKING_HOURS))
    term = hours.filed(at("09/03", "10:00"), "obstacle", "", CONSTRUCTION)
    assert told(term.agenda, *LADDER) == {
        "half": "09/03 14:00",
        "most": "09/03 15:12",
        "due": "09/03 16:00",
        "late": "10/03 07:30",
        "later": "12/03 07:30",
    }
    assert shown(term.due) == "09/03 16:00"


def test_a_promise_in_calendar_days_ends_on_a_working_day_and_warns_on_mornings(lang_son: Catalogue) -> None:
    """Ten days from 6 February end within Tết, and so on the first working day after it."""
    days = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 10, Unit.CALENDAR_DAYS))
    term = days.filed(at("06/02"), "obstacle", "", CONSTRUCTION)
    assert shown(term.due) == "23/02 17:00"
    assert told(term.agenda, Look.DUE, Look.LATE, Look.LATER) == {
        "due": "23/02 07:30",
        "late": "24/02 07:30",
        "later": "26/02 07:30",
    }
    for moment, what in only(term.agenda, Look.HALF, Look.MOST):
        assert moment < at("23/02", "07:30"), what
        assert moment.astimezone(HANOI).time() == time(7, 30)


def test_a_department_with_hours_of_its_own_is_warned_when_it_opens(lang_son: Catalogue) -> None:
    """Open from nine to three, Tuesday to Saturday; late and later are for the task group, at the province's hours."""
    own = with_hours(lang_son, CONSTRUCTION, Hours((Session(time(9), time(15)),), (1, 2, 3, 4, 5)))
    term = own.filed(at("10/03", "10:00"), "obstacle", "", CONSTRUCTION)
    assert shown(term.due) == "19/03 15:00"
    assert told(term.agenda, Look.ACCEPT, Look.DUE, Look.LATE) == {
        "accept": "12/03 09:00",
        "due": "19/03 09:00",
        "late": "20/03 07:30",
    }
    assert own.is_working(at("14/03", "10:00"))
    assert not own.is_working(at("15/03", "10:00"))
    assert shown(own.filed(at("10/03", "10:00"), "obstacle", "", FINANCE).due) == "19/03 17:00"


@settings(deadline=None, max_examples=80)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1)))  # noqa: DTZ001
def test_whenever_filed_the_warnings_come_in_their_order_at_openings(lang_son: Catalogue, local: datetime) -> None:
    terms, now = Terms(lang_son), local.replace(tzinfo=HANOI).astimezone(UTC)
    term = terms.filed(now, "obstacle", "", CONSTRUCTION)
    ladder = only(term.agenda, *LADDER)
    assert [what for _, what in ladder] == list(LADDER)
    assert all(moment.astimezone(HANOI).time() == time(7, 30) for moment, _ in ladder)
    assert now < ladder[0][0]
    assert ladder[2][0] < term.due < ladder[3][0]


def test_a_request_about_ones_own_data_has_a_term_of_its_own(terms: Terms) -> None:
    term = terms.filed(at("09/03"), "obstacle", "", "", PromisedStep.DATA_REQUEST)
    assert shown(term.due) == "11/03 17:00"
    assert term.promise is not None
    assert "91/2025/QH15" in term.promise.source


def test_a_term_says_why(terms: Terms) -> None:
    why = terms.filed(at("12/02"), "obstacle", "", CONSTRUCTION).why
    assert (why["unit"], why["amount"], why["received"][:10]) == ("working_days", 7, "2026-02-12")
    assert why["skipped"][0]["first"] == "2026-02-16"


# Accepting


def test_who_has_not_accepted_is_reminded_the_morning_after_one_working_day(terms: Terms) -> None:
    for filed_at, reminded in (("09/03", "11/03 07:30"), ("13/03", "17/03 07:30"), ("14/03", "18/03 07:30")):
        term = terms.filed(at(filed_at), "obstacle", "", CONSTRUCTION)
        assert told(term.agenda, Look.ACCEPT) == {"accept": reminded}


def test_after_a_transfer_there_are_four_working_hours_to_the_hour(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    for moved_at, reminded in (("09:00", "10/03 15:00"), ("16:00", "11/03 10:30"), ("18:00", "11/03 11:30")):
        moved = terms.moved(case, FINANCE, at("10/03", moved_at), transferred=True)
        assert told(moved.agenda, Look.ACCEPT) == {"accept": reminded}
        assert moved.due == case.deadline
    assigned = terms.moved(case, FINANCE, at("10/03"), transferred=False)
    assert told(assigned.agenda, Look.ACCEPT) == {"accept": "12/03 07:30"}


def test_a_question_of_the_task_group_begins_the_time_to_accept_anew(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("09/03", "10:00"), TUAN)
    assert told(case.agenda, Look.ACCEPT) == {}
    assert told(terms.going_on(case, at("16/03")).agenda, Look.ACCEPT) == {"accept": "18/03 07:30"}
    taken = asked(terms, case_of(terms, at("09/03")), at("09/03", "10:00"), MINH)
    assert told(terms.going_on(taken, at("16/03")).agenda, Look.ACCEPT) == {}


# Several departments


def test_a_part_is_due_after_three_days_but_never_after_the_case(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    early = terms.invited(case, TAX, at("10/03"))
    assert shown(early.due) == "13/03 17:00"
    assert told(early.agenda, Look.PART, Look.PART_LATE) == {
        f"part:{TAX}": "13/03 07:30",
        f"part-late:{TAX}": "16/03 07:30",
    }
    late = terms.invited(case, TAX, at("17/03"))
    assert late.due == case.deadline
    assert told(late.agenda, Look.PART_LATE) == {f"part-late:{TAX}": "19/03 07:30"}


def test_a_part_of_a_case_that_is_late_has_its_own_three_days(terms: Terms) -> None:
    """The case was due on the 18th; nobody can be asked for a word by then on the 19th."""
    part = terms.invited(case_of(terms, at("09/03")), TAX, at("19/03"))
    assert shown(part.due) == "24/03 17:00"
    assert told(part.agenda, Look.PART_LATE) == {f"part-late:{TAX}": "25/03 07:30"}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 30 * 24 * 60))
def test_no_part_is_due_after_its_case_nor_looked_at_before_it_was_asked_for(lang_son: Catalogue, minutes: int) -> None:
    terms = Terms(lang_son)
    case, now = case_of(terms, at("09/03")), at("09/03") + timedelta(minutes=minutes)
    part = terms.invited(case, TAX, now)
    assert case.deadline is not None
    assert now < part.due
    assert part.due <= case.deadline or case.deadline <= now
    assert all(moment > now for moment, _ in only(part.agenda, Look.PART, Look.PART_LATE))
    assert set(case.agenda) <= set(part.agenda)


def test_an_invitation_leaves_those_before_it(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    both = terms.invited(replace(case, agenda=terms.invited(case, TAX, at("10/03")).agenda), FINANCE, at("10/03"))
    parts = set(told(both.agenda, Look.PART, Look.PART_LATE))
    assert parts == {f"{look}:{key}" for look in ("part", "part-late") for key in (TAX, FINANCE)}
    moved = terms.moved(replace(case, agenda=both.agenda), TAX, at("10/03"), transferred=True)
    assert set(told(moved.agenda, Look.PART, Look.PART_LATE)) == {f"part:{FINANCE}", f"part-late:{FINANCE}"}


def test_together_makes_it_twenty_days_from_the_filing_once(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    longer = terms.together(case, at("12/03"))
    assert shown(longer.due) == "06/04 17:00"
    assert longer.promise is not None
    assert longer.promise.step is PromisedStep.RESOLVE_TOGETHER
    long = replace(case, deadline=longer.due, agenda=longer.agenda, promise=longer.promise)
    assert (terms.together(long, at("13/03")).due, terms.together(long, at("13/03")).agenda) == (
        longer.due,
        long.agenda,
    )


def test_together_shortens_nothing_and_leaves_a_case_that_came_back(lang_son: Catalogue, terms: Terms) -> None:
    generous = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 30, Unit.WORKING_DAYS))
    case = case_of(generous, at("09/03"))
    assert generous.together(case, at("12/03")).promise == case.promise
    back = replace(case_of(terms, at("09/03")), reopened_at=at("10/03"))
    assert terms.together(back, at("12/03")).promise == back.promise


def test_together_compares_dates_and_not_numbers(lang_son: Catalogue) -> None:
    """Forty working hours are over long before twenty working days."""
    hours = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 40, Unit.WORKING_HOURS))
    case = case_of(hours, at("09/03"))
    assert case.deadline is not None
    assert hours.together(case, at("10/03")).due > case.deadline


# A calendar or a promise that changes


def test_a_shorter_promise_counts_open_cases_anew(lang_son: Catalogue, terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    shorter = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 5, Unit.WORKING_DAYS, "Quyết định mới"))
    anew = shorter.recomputed(case, at("10/03"))
    assert shown(anew.due) == "16/03 17:00"
    assert anew.promise is not None
    assert anew.promise.source == "Quyết định mới"
    assert told(anew.agenda, Look.ACCEPT, Look.DUE) == {"accept": "11/03 07:30", "due": "16/03 07:30"}


def test_a_special_day_moves_open_cases_and_is_told(lang_son: Catalogue, terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    storm = SpecialDay(date(2026, 3, 17), is_worked=False, names={"vi": "Nghỉ tránh bão"})
    stormy = Terms(replace(lang_son, special_days=(*lang_son.special_days, storm)))
    anew = stormy.recomputed(case, at("16/03", "08:00"))
    assert shown(anew.due) == "19/03 17:00"
    assert told(anew.agenda, Look.DUE, Look.LATE) == {"due": "19/03 07:30", "late": "20/03 07:30"}
    assert anew.why["calendar"] != case.why["calendar"]
    assert anew.why["skipped"][0]["names"] == [{"vi": "Nghỉ tránh bão"}]


def test_a_case_that_waits_for_the_business_is_counted_anew_and_still_waits(lang_son: Catalogue, terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    shorter = promising(lang_son, ServiceLevel(PromisedStep.RESOLVE, 5, Unit.WORKING_DAYS))
    anew = shorter.recomputed(case, at("12/03"))
    assert (shown(anew.due), anew.agenda) == ("16/03 17:00", case.agenda)


# Answers


def test_an_answer_is_asked_about_once_and_closed_after_five_working_days(terms: Terms) -> None:
    confirm = terms.answered(case_of(terms, at("09/03")), at("11/03"))
    assert shown(confirm.due) == "18/03 17:00"
    assert told(confirm.agenda) == {"confirm-soon": "17/03 07:30", "confirm-over": "19/03 07:30"}


def test_an_answer_during_a_question_keeps_the_deadline_of_the_pause(terms: Terms) -> None:
    case, now = asked(terms, case_of(terms, at("09/03")), at("11/03")), at("16/03")
    said = DepartmentReply("Đã cấp", (), "by", terms.answered(case, now), terms.going_on(case, now))
    done = moves.answer(case, MINH, now, said).case
    assert shown(done.deadline) == "23/03 17:00"
    assert set(told(done.agenda)) == {"confirm-soon", "confirm-over"}


def test_a_closed_case_may_come_back_for_ten_days_to_the_close_of_a_working_day(terms: Terms) -> None:
    case = case_of(terms, at("02/03"))
    assert shown(terms.reopen_until(case, at("05/03"))) == "16/03 17:00"  # the tenth day is a Sunday
    assert shown(terms.reopen_until(case, at("09/03"))) == "19/03 17:00"


def test_how_long_a_case_may_come_back_can_depend_on_what_it_is_about(lang_son: Catalogue) -> None:
    longer = promising(lang_son, ServiceLevel(PromisedStep.REOPEN, 30, Unit.CALENDAR_DAYS, topic="dat-dai"))
    case = case_of(longer, at("02/03"))
    assert shown(longer.reopen_until(case, at("09/03"))) == "19/03 17:00"
    assert shown(longer.reopen_until(replace(case, topic="dat-dai"), at("09/03"))) == "08/04 17:00"


def test_where_the_catalogue_promises_nothing_the_usual_counts(lang_son: Catalogue) -> None:
    silent = Terms(replace(lang_son, service_levels=()))
    assert {step: silent.promise(step).amount for step in PromisedStep} == {
        step: Terms(lang_son).promise(step).amount for step in PromisedStep
    }


def test_questions_stop_the_clock_for_twenty_working_days_in_all(terms: Terms) -> None:
    asked_for = at("09/03"), at("06/04")  # twenty working days
    case = replace(case_of(terms, at("09/03")), pauses=(asked_for,))
    with pytest.raises(NotNow) as refusal:
        terms.asked(case, at("07/04"))
    assert refusal.value.words.key == "refused-asked-enough"
    shorter = replace(case, pauses=((at("09/03"), at("01/04")),))  # seventeen
    assert shown(terms.asked(shorter, at("07/04")).due) == "10/04 17:00"
