"""One back-off for every loop that tries again."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from bot.retrying import BackOff, until_done

BACK_OFF = BackOff(0.5, 30.0)


class BusyError(Exception):
    """The other side says how long to wait."""

    retry_after = 7


class Calls:
    """A call that fails with each of these errors and then succeeds; the pauses between are noted, not slept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *errors: Exception) -> None:
        self.errors = list(errors)
        self.pauses: list[float] = []
        monkeypatch.setattr(asyncio, "sleep", self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def __call__(self) -> str:
        if self.errors:
            raise self.errors.pop(0)
        return "done"


def test_pauses_double_up_to_the_longest_and_never_keep_step() -> None:
    middle = [sum(BACK_OFF.pause(n) for _ in range(400)) / 400 for n in range(1, 5)]
    assert all(1.8 < longer / shorter < 2.2 for shorter, longer in pairwise(middle))
    assert 0.4 <= BACK_OFF.pause(1) <= 0.6
    assert 24 <= BACK_OFF.pause(10_000) <= 36
    assert len({BACK_OFF.pause(3) for _ in range(20)}) > 1


def test_what_the_other_side_says_goes_before_our_own_pause() -> None:
    assert 60 < BACK_OFF.pause(1, 60) <= 61
    assert 1 < BACK_OFF.pause(9, 1) <= 2


def test_a_call_is_repeated_until_it_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(monkeypatch, OSError(), BusyError(), OSError())
    assert asyncio.run(until_done(calls, BACK_OFF, lambda _: True)) == "done"
    first, told, third = calls.pauses
    assert first <= 0.6
    assert 7 < told <= 8
    assert third >= 1.6


def test_an_error_that_does_not_pass_is_raised_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(monkeypatch, OSError(), KeyError())
    with pytest.raises(KeyError):
        asyncio.run(until_done(calls, BACK_OFF, lambda error: isinstance(error, OSError)))
    assert len(calls.pauses) == 1


def test_after_so_many_tries_the_last_error_is_raised_without_a_further_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(monkeypatch, *(OSError(str(n)) for n in range(9)))
    with pytest.raises(OSError, match="2"):
        asyncio.run(until_done(calls, BACK_OFF, lambda _: True, tries=3))
    assert len(calls.pauses) == 2
