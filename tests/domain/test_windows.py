"""A sliding window never lets more happen in its span than it says, and knows how long to wait."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.windows import Window


def test_what_is_older_than_the_span_counts_no_more() -> None:
    window = Window(span=10, most=2)
    window.add(0)
    window.add(4)
    assert (window.room(4), window.wait(4)) == (0, 6)
    assert (window.room(10), window.wait(10)) == (1, 0)
    assert (window.wait(10, 2), window.is_quiet(13.9), window.is_quiet(14)) == (4, False, True)


def test_what_is_booked_takes_room_until_it_has_happened() -> None:
    window = Window(span=10, most=1, booked=1)
    assert (window.room(0), window.wait(0), window.is_quiet(0)) == (0, 10, False)
    window.booked = 0
    window.add(3)
    assert window.wait(3) == 10


def test_more_than_ever_fits_waits_for_an_empty_window_only() -> None:
    window = Window(span=10, most=2)
    window.add(0, cost=5)
    assert window.wait(1, cost=5) == pytest.approx(9)
    assert window.wait(10, cost=5) == 0


@given(st.lists(st.floats(0, 30), max_size=40), st.integers(1, 5))
def test_whoever_waits_as_told_never_exceeds_the_limit(pauses: list[float], most: int) -> None:
    window, now, done = Window(span=7, most=most), 0.0, []
    for pause in pauses:
        now += pause
        now += window.wait(now)
        window.add(now)
        done.append(now)
    for at in done:
        assert sum(at - 7 + 1e-6 < each <= at for each in done) <= most
