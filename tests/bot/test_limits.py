"""Telegram's limits are never exceeded, and nobody waits longer than they ask for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limits import MARGIN, MINUTE, Limits, Rates, is_group, read_rates
from domain.messages import Chat, Network

PRIVATE = [Chat(Network.TELEGRAM, f"{n}") for n in range(1, 4)]
GROUPS = [Chat(Network.TELEGRAM, f"-{n}") for n in range(1, 3)]
CALLS = st.lists(
    st.tuples(
        st.sampled_from([*PRIVATE, *GROUPS, *GROUPS]),
        st.integers(1, 10),
        st.booleans(),
        st.sampled_from((0.0, 0.0, 0.01, 0.4, 7.0)),
    ),
    min_size=40,
    max_size=120,
)


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


Sent = list[tuple[float, Chat, int, bool]]


def sent(rates: Rates, calls: list[tuple[Chat, int, bool, float]]) -> Sent:
    """What leaves when every call waits as long as it is told."""
    clock = Seconds()
    limits, made = Limits(rates, clock), []
    for chat, files, edit, pause in calls:
        cost = 1 if edit else files
        clock.now += pause
        for _ in range(3):
            clock.now += limits.wait(chat, cost, edit=edit)
        assert limits.wait(chat, cost, edit=edit) == 0
        limits.note(chat, cost, edit=edit)
        made.append((clock.now, chat, cost, edit))
    return made


def most(times: list[tuple[float, int]], span: float) -> int:
    """The most in any window of `span` seconds."""
    return max(
        (sum(cost for at, cost in times if start <= at < start + span) for start, _ in times),
        default=0,
    )


@settings(deadline=None, max_examples=40)
@given(CALLS)
def test_no_window_ever_holds_more_than_telegram_allows(calls: list[tuple[Chat, int, bool, float]]) -> None:
    made = sent(Rates(30, 1, 20), calls)
    assert most([(at, 1) for at, *_ in made], 1.0) <= 30
    for group in GROUPS:
        assert most([(at, cost) for at, chat, cost, edit in made if chat == group and not edit], MINUTE) <= 20
    for chat in PRIVATE:
        assert most([(at, min(cost, 3)) for at, to, cost, edit in made if to == chat and not edit], 3.0) <= 3


@settings(deadline=None, max_examples=20)
@given(CALLS, st.integers(2, 9), st.integers(1, 4), st.integers(10, 30))
def test_other_rates_hold_too(calls: list[tuple[Chat, int, bool, float]], overall: int, chat: int, group: int) -> None:
    made = sent(Rates(overall, chat, group), calls)
    assert most([(at, 1) for at, *_ in made], 1.0) <= overall
    for each in GROUPS:
        assert most([(at, cost) for at, to, cost, edit in made if to == each and not edit], MINUTE) <= group


def test_a_group_takes_its_twenty_at_once_and_the_next_when_the_first_is_a_minute_old() -> None:
    clock = Seconds()
    limits = Limits(Rates(30, 1, 20), clock)
    for _ in range(20):
        assert limits.wait(GROUPS[0]) == 0
        limits.note(GROUPS[0])
    assert limits.wait(GROUPS[0]) == pytest.approx(MINUTE + MARGIN)
    assert limits.wait(GROUPS[1]) == 0


def test_an_album_counts_each_of_its_files() -> None:
    clock = Seconds()
    limits = Limits(Rates(30, 1, 20), clock)
    limits.note(GROUPS[0], 15)
    assert limits.wait(GROUPS[0], 5) == 0
    assert limits.wait(GROUPS[0], 6) > 59


def test_edits_do_not_use_up_a_groups_messages() -> None:
    limits = Limits(Rates(30, 1, 20), Seconds())
    for _ in range(20):
        limits.note(GROUPS[0], edit=True)
    assert limits.wait(GROUPS[0]) == 0


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    clock = Seconds()
    limits = Limits(Rates(30, 1, 20), clock)
    for _ in range(3):
        assert limits.wait(PRIVATE[0]) == 0
        limits.note(PRIVATE[0])
    assert limits.wait(PRIVATE[0]) == pytest.approx(3 + MARGIN)


def test_without_limits_nobody_waits() -> None:
    limits = Limits(Rates(0, 0, 0), Seconds())
    for _ in range(100):
        limits.note(GROUPS[0])
    assert limits.wait(GROUPS[0]) == 0


@pytest.mark.parametrize(
    ("text", "rates"),
    [("30/1/20", Rates(30, 1, 20)), (" OFF ", Rates(0, 0, 0)), ("5/0.5/10", Rates(5, 0.5, 10))],
)
def test_rates_are_read(text: str, rates: Rates) -> None:
    assert read_rates(text) == rates


@pytest.mark.parametrize("text", ["", "30", "30/1", "30/1/20/5", "a/b/c", "-1/1/20", "30/0/20"])
def test_rates_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_rates(text)


def test_a_groups_id_is_negative() -> None:
    assert is_group(GROUPS[0])
    assert not is_group(PRIVATE[0])
