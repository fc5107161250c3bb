"""The table of public holidays is what the pinned library says, of every year."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version

import pytest

from domain.deadline.public_holidays import FIRST_YEAR, LAST_YEAR, LIBRARY, Occasion, line, national
from tests.public_holidays import of_library


def test_the_table_is_of_the_pinned_release() -> None:
    assert version("holidays") == LIBRARY, "run python -m tests.public_holidays"


def test_every_year_is_as_the_library_tells_it() -> None:
    assert [line(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)] == [
        of_library(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)
    ]


def test_a_day_off_has_its_occasion_and_a_worked_weekend_day_is_none() -> None:
    year = national(2026)
    assert year.off[date(2026, 9, 2)] == Occasion.NATIONAL_DAY
    assert year.off[date(2026, 8, 31)] == Occasion.SWAPPED
    assert year.worked == {date(2026, 8, 22)}
    assert not year.worked & set(year.off)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_no_year_outside_the_table(year: int) -> None:
    with pytest.raises(KeyError):
        national(year)
