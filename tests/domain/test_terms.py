"""The dates of a case on the real calendar of Lạng Sơn, each written down by hand from a wall calendar of 2026."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import handovers, moves, reminders
from domain.cases import Actor, Case, State
from domain.catalogue import Catalogue, Hours, ServiceLevel, Session, SpecialDay, Step, Unit
from domain.moves import Said
from domain.promises import LADDER, Agenda, Look, Term, only
from domain.refusals import Refusal
from domain.terms import Terms
from tests.cast import CONSTRUCTION, FINANCE, HOA, LAN, MINH, TAX, TUAN, filed

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
USUAL = (Look.ACCEPT, *LADDER)


def at(day: str, clock: str = "09:00") -> datetime:
    """A day and month of 2026 in Lạng Sơn, as UTC."""
    return datetime.strptime(f"{day}/2026 {clock}", "%d/%m/%Y %H:%M").replace(tzinfo=HANOI).astimezone(UTC)


def shown(instant: datetime) -> str:
    return instant.astimezone(HANOI).strftime("%d/%m %H:%M")


def told(agenda: Agenda, *looks: str) -> dict[str, str]:
    """What the clock looks at, each with its hour in Lạng Sơn."""
    return {str(what): shown(moment) for moment, what in (only(agenda, *looks) if looks else agenda)}


def promising(catalogue: Catalogue, *levels: ServiceLevel) -> Terms:
    """The province with a few promises of another kind."""
    steps = {(each.step, each.kind, each.topic, each.department) for each in levels}
    kept = [
        each for each in catalogue.service_levels if (each.step, each.kind, each.topic, each.department) not in steps
    ]
    return Terms(replace(catalogue, service_levels=(*kept, *levels)))


def with_hours(catalogue: Catalogue, department: str, hours: Hours) -> Terms:
    """The province with a department that keeps hours of its own."""
    changed = [replace(each, hours=hours) if each.key == department else each for each in catalogue.departments]
    return Terms(replace(catalogue, departments=tuple(changed)))


def born(term: Term, now: datetime, department: str = CONSTRUCTION) -> Case:
    return replace(filed(term=term, department=department, topic="").case, filed_at=now)


def case_of(terms: Terms, now: datetime, department: str = CONSTRUCTION) -> Case:
    """Filed now, with the dates of the catalogue."""
    return born(terms.filed(now, "obstacle", "", department), now, department)


@pytest.fixture(scope="module")
def terms(lang_son: Catalogue) -> Terms:
    return Terms(lang_son)


# The way to a deadline


def test_the_mornings_of_a_plain_case(terms: Terms) -> None:
    """Monday 9 March, nine o'clock: seven working days end on Wednesday the 18th; half of it is over on Friday, most on Tuesday."""
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
    short = promising(lang_son, ServiceLevel(Step.RESOLVE, amount, Unit.WORKING_DAYS))
    term = short.filed(at("09/03"), "obstacle", "", CONSTRUCTION)
    assert told(term.agenda, Look.HALF, Look.MOST, Look.DUE) == ladder


def test_a_promise_in_hours_is_warned_of_at_the_hour(lang_son: Catalogue) -> None:
    """Four hours from ten: two in the morning, two from half past one; late on the next morning."""
    hours = promising(lang_son, ServiceLevel(Step.RESOLVE, 4, Unit.WORKING_HOURS))
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
    days = promising(lang_son, ServiceLevel(Step.RESOLVE, 10, Unit.CALENDAR_DAYS))
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
    term = terms.filed(at("09/03"), "obstacle", "", "", Step.DATA_REQUEST)
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


# Going on


def asked(terms: Terms, case: Case, now: datetime, by: Actor = MINH) -> Case:
    return moves.ask(case, by, now, "Số giấy phép?", (), "by", terms.asked(case, now)).case


def replied(terms: Terms, case: Case, now: datetime) -> Case:
    return moves.add(case, LAN, now, "GP 12", (), terms.going_on(case, now)).case


def looked(terms: Terms, case: Case, now: datetime) -> Case:
    found = reminders.look(case, now, terms.going_on(case, now), terms.reopen_until(now))
    return found.decision.case if found else case


def test_a_question_stops_the_clock_and_the_reply_moves_every_warning(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    assert told(case.agenda) == {"reply-soon": "19/03 07:30", "reply-over": "26/03 07:30"}
    assert case.reply_by == at("25/03", "17:00")
    on = replied(terms, case, at("16/03", "10:00"))  # three working days later
    assert shown(on.deadline or at("01/01")) == "23/03 17:00"
    assert told(on.agenda) == {
        "most": "20/03 07:30",
        "due": "23/03 07:30",
        "late": "24/03 07:30",
        "later": "26/03 07:30",
    }


def test_a_second_question_leaves_the_limit_of_the_first(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    again = asked(terms, case, at("12/03"))
    assert (again.asked_at, again.reply_by, again.agenda) == (case.asked_at, case.reply_by, case.agenda)


def test_a_case_asked_about_after_its_deadline_keeps_its_warnings(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("18/03", "08:00"))
    late = asked(terms, case, at("18/03", "17:30"))
    assert told(late.agenda, *LADDER) == {"late": "19/03 07:30", "later": "23/03 07:30"}
    once = looked(terms, late, at("19/03", "07:30"))
    assert (once.level, told(once.agenda, *LADDER)) == (1, {"later": "23/03 07:30"})
    on = replied(terms, once, at("20/03"))
    assert (on.deadline, told(on.agenda)) == (case.deadline, {"later": "23/03 07:30"})


def test_a_warning_that_fell_into_a_pause_is_given_when_the_clock_goes_on(terms: Terms) -> None:
    """Asked after hours on the 17th and answered on the morning of the 18th, the day it is due: no day was lost."""
    case = looked(terms, case_of(terms, at("09/03")), at("17/03", "08:00"))
    on = replied(terms, asked(terms, case, at("17/03", "18:00")), at("18/03", "10:00"))
    assert on.deadline == case.deadline
    assert told(on.agenda) == {"due": "18/03 07:30", "late": "19/03 07:30", "later": "23/03 07:30"}


def test_nothing_pauses_calendar_days_so_their_warnings_come_after_the_question(lang_son: Catalogue) -> None:
    days = promising(lang_son, ServiceLevel(Step.RESOLVE, 10, Unit.CALENDAR_DAYS))
    case = case_of(days, at("02/03"))
    on = replied(days, asked(days, case, at("03/03")), at("16/03"))
    assert on.deadline == case.deadline == at("12/03", "17:00")
    assert {"due", "late"} <= set(told(on.agenda))
    assert looked(days, on, at("16/03", "09:01")).level == 1


def test_an_extension_moves_the_deadline_and_what_is_to_come(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("18/03", "08:00"))  # due today
    longer = terms.extended(case, at("18/03"), 3)
    assert shown(longer.due) == "23/03 17:00"
    assert told(longer.agenda, *LADDER) == {
        "most": "19/03 07:30",
        "due": "23/03 07:30",
        "late": "24/03 07:30",
        "later": "26/03 07:30",
    }


def test_an_extension_during_a_question_leaves_its_end(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("11/03"))
    longer = handovers.extend(case, MINH, at("12/03"), 3, "chờ Bộ trả lời", terms.extended(case, at("12/03"), 3)).case
    assert (longer.state, longer.agenda) == (State.ASKED, case.agenda)
    assert shown(longer.deadline or at("01/01")) == "23/03 17:00"
    assert shown(replied(terms, longer, at("16/03")).deadline or at("01/01")) == "26/03 17:00"


def test_a_late_case_extended_during_a_question_is_late_no_more(terms: Terms) -> None:
    case = asked(terms, case_of(terms, at("09/03")), at("18/03", "17:30"))
    assert told(case.agenda, *LADDER) != {}
    assert told(terms.extended(case, at("19/03"), 3).agenda) == told(case.agenda, Look.REPLY_SOON, Look.REPLY_OVER)


def test_a_transfer_leaves_the_deadline_and_what_is_to_come(terms: Terms) -> None:
    case = looked(terms, case_of(terms, at("09/03")), at("16/03", "08:00"))  # half is over and told
    moved = terms.moved(case, FINANCE, at("16/03"), transferred=True)
    assert moved.due == case.deadline
    assert only(moved.agenda, *LADDER) == only(case.agenda, *LADDER)


def test_a_case_that_comes_back_has_five_days_and_no_time_to_accept(terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    again = terms.again(case, at("16/03"))
    assert (shown(again.due), set(told(again.agenda))) == ("23/03 17:00", set(map(str, LADDER)))
    assert again.promise is not None
    assert again.promise.step is Step.RESOLVE_AGAIN
    back = replace(case, reopened_at=at("16/03"), promise=again.promise, deadline=again.due, agenda=again.agenda)
    assert terms.going_on(back, at("16/03", "09:01")).due == again.due


VERBS = ("look", "ask", "reply", "extend", "transfer", "assign", "accept", "tell", "invite", "contribute")
DOINGS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(1, 4 * 24 * 60)), max_size=12)


def act(terms: Terms, case: Case, verb: str, now: datetime) -> Case:
    """One thing done to a case, with the dates the catalogue gives it."""
    other = FINANCE if case.department == CONSTRUCTION else CONSTRUCTION
    match verb:
        case "look":
            return looked(terms, case, now)
        case "ask":
            return asked(terms, case, now, TUAN)
        case "reply" if case.asked_at:
            return replied(terms, case, now)
        case "extend":
            longer = terms.extended(case, now, 2)
            return handovers.extend(case, TUAN, now, 2, "chờ Bộ trả lời", longer).case
        case "transfer" | "assign":
            moved = terms.moved(case, other, now, transferred=verb == "transfer")
            return getattr(handovers, verb)(case, TUAN, now, other, "đúng thẩm quyền", moved).case  # type: ignore[no-any-return]
        case "accept":
            return moves.accept(case, MINH, now).case
        case "tell":
            return moves.tell(case, MINH, now, "Đang xem", (), "by").case
        case "invite":
            return handovers.invite(case, TUAN, now, TAX, "Còn nợ thuế?", terms.invited(case, TAX, now)).case
        case "contribute":
            return handovers.contribute(case, HOA, now, TAX, "Không nợ", ()).case
    return case


def story(terms: Terms, doings: Iterable[tuple[str, int]]) -> Iterable[tuple[str, datetime, Case, Case]]:
    """What is done to a case filed on 9 March, the clock looking first each time: verb, instant, before, after."""
    now = at("09/03")
    case = case_of(terms, now)
    for verb, minutes in doings:
        now += timedelta(minutes=minutes)
        before = looked(terms, case, now)
        try:
            case = act(terms, before, verb, now)
        except Refusal:
            case = before
        yield verb, now, before, case


@settings(deadline=None, max_examples=150)
@given(DOINGS)
def test_nothing_is_looked_at_twice_whatever_is_done(lang_son: Catalogue, doings: list[tuple[str, int]]) -> None:
    terms = Terms(lang_son)
    for verb, now, before, case in story(terms, doings):
        new = set(case.agenda) - set(before.agenda)
        came_up = before.asked_at if verb in {"reply", "transfer", "assign"} and before.asked_at else now
        assert all(moment > came_up for moment, _ in new), (verb, shown(now), told(tuple(new)))


@settings(deadline=None, max_examples=150)
@given(DOINGS)
def test_an_open_case_whose_clock_runs_is_always_warned_of_until_the_highest_level(
    lang_son: Catalogue, doings: list[tuple[str, int]]
) -> None:
    terms = Terms(lang_son)
    for verb, now, _, case in story(terms, doings):
        waiting = {what for _, what in case.agenda}
        if case.asked_at:
            assert Look.REPLY_OVER in waiting, (verb, shown(now))
        elif case.level < 2:
            assert Look.LATER in waiting, (verb, shown(now))
        if case.state is State.FILED and not case.asked_at and verb in {"transfer", "assign"}:
            assert Look.ACCEPT in waiting, (verb, shown(now))


@settings(deadline=None, max_examples=100)
@given(DOINGS)
def test_counting_anew_by_the_same_catalogue_changes_nothing(
    lang_son: Catalogue, doings: list[tuple[str, int]]
) -> None:
    terms = Terms(lang_son)
    for _, now, _, case in story(terms, doings):
        anew = terms.recomputed(case, now)
        assert (anew.due, anew.promise) == (case.deadline, case.promise)
        if case.asked_at is None:
            assert (anew.agenda, anew.why) == (case.agenda, case.why)
        else:
            assert anew.agenda == case.agenda


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


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 30 * 24 * 60))
def test_no_part_is_due_after_its_case_nor_looked_at_before_it_was_asked_for(lang_son: Catalogue, minutes: int) -> None:
    terms = Terms(lang_son)
    case, now = case_of(terms, at("09/03")), at("09/03") + timedelta(minutes=minutes)
    part = terms.invited(case, TAX, now)
    assert case.deadline is not None
    assert part.due <= case.deadline
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
    assert longer.promise.step is Step.RESOLVE_TOGETHER
    long = replace(case, deadline=longer.due, agenda=longer.agenda, promise=longer.promise)
    assert (terms.together(long, at("13/03")).due, terms.together(long, at("13/03")).agenda) == (
        longer.due,
        long.agenda,
    )


def test_together_shortens_nothing_and_leaves_a_case_that_came_back(lang_son: Catalogue, terms: Terms) -> None:
    generous = promising(lang_son, ServiceLevel(Step.RESOLVE, 30, Unit.WORKING_DAYS))
    case = case_of(generous, at("09/03"))
    assert generous.together(case, at("12/03")).promise == case.promise
    back = replace(case_of(terms, at("09/03")), reopened_at=at("10/03"))
    assert terms.together(back, at("12/03")).promise == back.promise


def test_together_compares_dates_and_not_numbers(lang_son: Catalogue) -> None:
    """Forty working hours are over long before twenty working days."""
    hours = promising(lang_son, ServiceLevel(Step.RESOLVE, 40, Unit.WORKING_HOURS))
    case = case_of(hours, at("09/03"))
    assert hours.together(case, at("10/03")).due > (case.deadline or at("31/12"))


# A calendar or a promise that changes


def test_a_shorter_promise_counts_open_cases_anew(lang_son: Catalogue, terms: Terms) -> None:
    case = case_of(terms, at("09/03"))
    shorter = promising(lang_son, ServiceLevel(Step.RESOLVE, 5, Unit.WORKING_DAYS, "Quyết định mới"))
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
    shorter = promising(lang_son, ServiceLevel(Step.RESOLVE, 5, Unit.WORKING_DAYS))
    anew = shorter.recomputed(case, at("12/03"))
    assert (shown(anew.due), anew.agenda) == ("16/03 17:00", case.agenda)


# Answers


def test_an_answer_is_asked_about_once_and_closed_after_five_working_days(terms: Terms) -> None:
    confirm = terms.answered(case_of(terms, at("09/03")), at("11/03"))
    assert shown(confirm.due) == "18/03 17:00"
    assert told(confirm.agenda) == {"confirm-soon": "17/03 07:30", "confirm-over": "19/03 07:30"}


def test_an_answer_during_a_question_keeps_the_deadline_of_the_pause(terms: Terms) -> None:
    case, now = asked(terms, case_of(terms, at("09/03")), at("11/03")), at("16/03")
    said = Said("Đã cấp", (), "by", terms.answered(case, now), terms.going_on(case, now))
    done = moves.answer(case, MINH, now, said).case
    assert shown(done.deadline or at("01/01")) == "23/03 17:00"
    assert set(told(done.agenda)) == {"confirm-soon", "confirm-over"}


def test_a_closed_case_may_come_back_for_ten_days_to_the_close_of_a_working_day(terms: Terms) -> None:
    assert shown(terms.reopen_until(at("05/03"))) == "16/03 17:00"  # the tenth day is a Sunday
    assert shown(terms.reopen_until(at("09/03"))) == "19/03 17:00"


def test_where_the_catalogue_promises_nothing_the_usual_counts(lang_son: Catalogue) -> None:
    silent = Terms(replace(lang_son, service_levels=()))
    assert {step: silent.promise(step).amount for step in Step} == {
        step: Terms(lang_son).promise(step).amount for step in Step
    }
