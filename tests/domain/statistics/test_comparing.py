"""Comparing fairly: known intervals, limits that narrow, few cases about which nothing is said."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics.comparing import LIMIT, WARNING, Common, Standing, own_limits, wilson

#: computed by hand from Wilson's formula, as textbooks give them
WILSON = [((12, 15), (0.548, 0.930)), ((0, 10), (0.0, 0.278)), ((10, 10), (0.722, 1.0)), ((81, 263), (0.255, 0.366))]


@pytest.mark.parametrize(("given_", "wanted"), WILSON)
def test_wilsons_interval_is_the_known_one(given_: tuple[int, int], wanted: tuple[float, float]) -> None:
    assert wilson(*given_) == pytest.approx(wanted, abs=0.001)


def test_of_no_case_any_share_is_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 400), st.data())
def test_the_interval_holds_the_share_and_lies_between_nothing_and_all(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole <= high <= 1


@given(st.floats(0.02, 0.98), st.integers(1, 29))
def test_limits_of_few_cases_are_the_binomial_distributions_own(share: float, whole: int) -> None:
    low, high = Common(share).limits(whole, WARNING)

    def up_to(part: int) -> float:
        return sum(comb(whole, k) * share**k * (1 - share) ** (whole - k) for k in range(part + 1))

    least, most = round(low * whole), round(high * whole)
    assert up_to(least - 1) < 0.025 <= up_to(least) + 1e-9
    assert up_to(most - 1) < 0.975 + 1e-9


@given(st.floats(0.0, 1.0), st.integers(30, 5000))
def test_the_outer_limits_hold_the_inner_ones_and_narrow_with_cases(share: float, whole: int) -> None:
    inner, outer = (Common(share).limits(whole, level) for level in (WARNING, LIMIT))
    assert 0 <= outer[0] <= inner[0] <= share <= inner[1] <= outer[1] <= 1
    more = Common(share).limits(2 * whole, LIMIT)
    assert outer[0] <= more[0] <= more[1] <= outer[1]


def test_of_few_cases_nothing_is_said() -> None:
    assert Common(0.9).standing(0, 9) is Standing.FEW
    assert Common(0.9).standing(0, 10) is Standing.BELOW


def test_only_what_lies_outside_the_outer_limit_differs_clearly() -> None:
    common = Common(0.8)
    assert common.standing(80, 100) is Standing.USUAL
    assert common.standing(71, 100) is Standing.LOOK_BELOW
    assert common.standing(67, 100) is Standing.BELOW
    assert common.standing(89, 100) is Standing.LOOK_ABOVE
    assert common.standing(99, 100) is Standing.ABOVE


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_where_all_are_alike_nobody_differs(share: float) -> None:
    assert Common(share).standing(int(40 * share), 40) is Standing.USUAL


def test_a_series_has_limits_of_its_own_from_twelve_periods_on() -> None:
    assert own_limits([10.0] * 11) is None
    assert own_limits([10.0] * 12) == (10.0, 10.0, 10.0)
    mean, low, high = own_limits([10.0, 12.0] * 6) or (0.0, 0.0, 0.0)
    assert (mean, round(high - mean, 2), round(mean - low, 2)) == (11.0, 5.32, 5.32)
    assert (own_limits([0.0, 40.0] * 6) or (1.0, 1.0, 1.0))[1] == 0.0
