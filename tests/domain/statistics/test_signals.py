"""The test behind systemic signals: what is unusual, what is not, and a short simulation of its false alarms."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import signals as simulation
from domain.statistics import signals
from domain.statistics.signals import DAILY_LEVEL, WEEK, WEEKLY_LEVEL, Aspect, FiledCase, Series, Weeks

TODAY = date(2026, 3, 9)  # a Monday
SIZES = {Aspect.TOPIC: 60, Aspect.PLACE: 65, Aspect.DEPARTMENT: 23}
PERMITS: Series = (Aspect.TOPIC, "giay-phep-xay-dung")
CONSTRUCTION: Series = (Aspect.DEPARTMENT, "so-xay-dung")
TAX: Series = (Aspect.TOPIC, "hoan-thue")


def five_days(start: date, end: date) -> int:
    return sum((start + timedelta(number)).weekday() < 5 for number in range((end - start).days))


def a_week(start: date, many: int, *series: Series, businesses: int = 10**6) -> list[FiledCase]:
    """So many cases of one week, each of another business until there are no more businesses."""
    numbers = range(many)
    return [
        FiledCase(
            hash((start, number, series)),
            start + timedelta(number % 5),
            f"{start}:{series}:{number % businesses}",
            series,
        )
        for number in numbers
    ]


def history(weeks: int = 20) -> list[FiledCase]:
    """Two permits and thirty tax matters a week, the last week of it the one before the newest."""
    filed = []
    for back in range(2, weeks + 2):
        start = TODAY - back * WEEK
        filed += a_week(start, 2, PERMITS, CONSTRUCTION) + a_week(start, 30, TAX)
    return filed


def found(filed: list[FiledCase], level: float = WEEKLY_LEVEL) -> list[Series]:
    return [each.series for each in signals.find(filed, TODAY, five_days, SIZES, level)]


NEWEST = TODAY - WEEK


# The distribution


@given(st.integers(0, 200), st.floats(0.05, 100), st.floats(0.5, 1000))
def test_the_tail_is_a_chance_and_falls_with_the_count(businesses: int, expected: float, shape: float) -> None:
    here, further = signals.tail(businesses, expected, shape), signals.tail(businesses + 1, expected, shape)
    assert 0 <= further <= here * (1 + 1e-9) <= 1 + 1e-9


@given(st.integers(1, 60), st.floats(0.1, 40), st.floats(0.5, 100))
def test_the_tail_rises_with_what_is_expected(businesses: int, expected: float, shape: float) -> None:
    assert signals.tail(businesses, expected, shape) <= signals.tail(businesses, expected * 1.1, shape) + 1e-9


def test_with_a_large_shape_the_tail_is_poissons() -> None:
    poisson = 1 - sum(math.exp(-5) * 5**each / math.factorial(each) for each in range(14))
    assert signals.tail(14, 5, 1e9) == pytest.approx(poisson, rel=1e-4)


def test_with_shape_one_the_tail_is_geometric() -> None:
    assert signals.tail(7, 3, 1) == pytest.approx(0.75**7)


# What is a signal


def test_twelve_permits_where_two_are_usual_are_a_signal_with_its_numbers() -> None:
    filed = history() + a_week(NEWEST, 12, PERMITS, businesses=10) + a_week(NEWEST, 30, TAX)
    (signal,) = signals.find(filed, TODAY, five_days, SIZES, WEEKLY_LEVEL)
    assert (signal.series, len(signal.cases), signal.businesses) == (PERMITS, 12, 10)
    assert (signal.start, signal.end) == (NEWEST, TODAY)
    assert 1.8 < signal.expected < 2.6
    assert signal.chance <= WEEKLY_LEVEL / 148


def test_a_usual_week_is_none() -> None:
    assert found(history() + a_week(NEWEST, 3, PERMITS) + a_week(NEWEST, 31, TAX)) == []


def test_one_business_filing_ten_times_is_none() -> None:
    assert found(history() + a_week(NEWEST, 10, PERMITS, businesses=1) + a_week(NEWEST, 30, TAX)) == []


def test_four_cases_are_too_few_however_unlikely() -> None:
    new: Series = (Aspect.PLACE, "xa-that-khe")
    assert found(history() + a_week(NEWEST, 4, new) + a_week(NEWEST, 30, TAX)) == []
    assert found(history() + a_week(NEWEST, 7, new) + a_week(NEWEST, 30, TAX)) == [new]


def test_two_weeks_together_show_what_neither_shows_alone() -> None:
    quiet = history()
    two = a_week(NEWEST, 8, PERMITS) + a_week(NEWEST, 30, TAX)
    before = [each for each in quiet if each.day < NEWEST - WEEK] + a_week(NEWEST - WEEK, 30, TAX)
    assert found(before + two) == []
    (signal,) = signals.find(before + two + a_week(NEWEST - WEEK, 8, PERMITS), TODAY, five_days, SIZES, WEEKLY_LEVEL)
    assert (signal.series, len(signal.cases), signal.start) == (PERMITS, 16, NEWEST - WEEK)


def test_a_province_where_everything_doubles_alarms_nobody() -> None:
    assert found(history() + a_week(NEWEST, 4, PERMITS) + a_week(NEWEST, 60, TAX)) == []
    assert found(history() + a_week(NEWEST, 9, PERMITS) + a_week(NEWEST, 130, TAX)) == []


def test_when_all_others_fall_silent_a_usual_count_is_none() -> None:
    assert found(history() + a_week(NEWEST, 5, PERMITS)) == []


def test_after_a_week_off_the_days_worked_count() -> None:
    """The same twelve cases in a week of one working day are as unusual; the expectation is smaller."""
    filed = history() + a_week(NEWEST, 12, PERMITS) + a_week(NEWEST, 6, TAX)

    def tet(start: date, end: date) -> int:
        return 1 if start == NEWEST else five_days(start, end)

    (short,) = signals.find(filed, TODAY, tet, SIZES, WEEKLY_LEVEL)
    (whole,) = signals.find(filed, TODAY, five_days, SIZES, WEEKLY_LEVEL)
    assert short.expected < whole.expected


def test_before_eight_weeks_nothing_is_told() -> None:
    new = a_week(NEWEST, 40, PERMITS) + a_week(NEWEST, 30, TAX)
    assert found(history(7) + new) == []
    assert found(history(8) + new) == [PERMITS]


def test_a_department_whose_topic_explains_it_is_left_out() -> None:
    filed = history() + a_week(NEWEST, 14, PERMITS, CONSTRUCTION) + a_week(NEWEST, 30, TAX)
    assert found(filed) == [PERMITS]
    many = [each for name in "abc" for each in a_week(NEWEST, 4, CONSTRUCTION, (Aspect.TOPIC, name))]
    assert found(history() + many + a_week(NEWEST, 30, TAX)) == [CONSTRUCTION]


def test_a_daily_look_must_be_surer_than_the_weekly_one() -> None:
    for many in range(5, 30):
        filed = history() + a_week(NEWEST, many, PERMITS) + a_week(NEWEST, 30, TAX)
        if found(filed):
            assert found(filed, DAILY_LEVEL) == []
            break
    else:
        pytest.fail("nothing was ever found")
    assert found(history() + a_week(NEWEST, 30, PERMITS) + a_week(NEWEST, 30, TAX), DAILY_LEVEL) == [PERMITS]


def test_a_series_is_new_again_after_four_quiet_weeks() -> None:
    assert not signals.is_new(TODAY - 4 * WEEK, TODAY)
    assert signals.is_new(TODAY - 4 * WEEK - timedelta(1), TODAY)


# Properties

SERIES = st.sampled_from([PERMITS, CONSTRUCTION, TAX, (Aspect.PLACE, "xa-that-khe")])
FILED = st.builds(
    FiledCase,
    case=st.integers(1, 10**9),
    day=st.integers(1, 210).map(lambda back: TODAY - timedelta(back)),
    business=st.integers(1, 40).map(str),
    series=st.lists(SERIES, min_size=1, max_size=3, unique=True).map(tuple),
)


@given(st.lists(FILED, max_size=120, unique_by=lambda each: each.case), st.integers(0, 5))
def test_every_signal_names_enough_cases_of_its_own_in_its_days(filed: list[FiledCase], days_off: int) -> None:
    known = {each.case: each for each in filed}

    def working_days(start: date, end: date) -> int:
        return max(five_days(start, end) - days_off, 0)

    for signal in signals.find(filed, TODAY, working_days, SIZES, 5.0):
        own = [known[case] for case in signal.cases]
        assert len(own) >= signals.FEWEST_CASES
        assert signal.businesses == len({each.business for each in own}) >= signals.FEWEST_BUSINESSES
        assert all(signal.series in each.series and signal.start <= each.day < signal.end for each in own)
        assert 0 <= signal.chance <= 5.0 / 148
        assert signal.expected < signal.businesses


@given(st.lists(FILED, max_size=60, unique_by=lambda each: each.case))
def test_the_order_of_the_cases_does_not_matter(filed: list[FiledCase]) -> None:
    one = signals.weeks_of(filed, TODAY, five_days, SIZES)
    other = signals.weeks_of(filed[::-1], TODAY, five_days, SIZES)
    assert one == other
    assert all(count <= total for each in one.counts.values() for count, total in zip(each, one.totals, strict=True))


def test_a_look_at_nothing_finds_nothing() -> None:
    assert signals.look(Weeks([], [], {}, {}), WEEKLY_LEVEL) == []
    assert signals.find([], TODAY, five_days, SIZES, WEEKLY_LEVEL) == []


# The simulation, small (benchmarks/signals.py is the whole of it)


@pytest.mark.parametrize("condition", [simulation.CONDITIONS[0], simulation.CONDITIONS[2], simulation.CONDITIONS[4]])
def test_a_year_in_which_nothing_is_wrong_makes_at_most_one_false_alarm_a_quarter(
    condition: simulation.Condition,
) -> None:
    assert sum(simulation.alarms_of_a_year(condition, seed=1)) <= 52 / simulation.QUARTER


def test_a_topic_that_triples_is_mostly_found_within_two_weeks() -> None:
    topic = simulation._common(10)
    assert sum(simulation.is_found(simulation.CONDITIONS[0], topic, 3, seed) for seed in range(6)) >= 5


def test_a_cluster_in_the_rarest_topic_is_found() -> None:
    assert all(simulation.is_cluster_found(simulation.CONDITIONS[0], seed) for seed in range(4))
