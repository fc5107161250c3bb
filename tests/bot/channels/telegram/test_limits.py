"""Telegram's limits are never exceeded, and nobody waits longer than they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.limits import MARGIN, MINUTE, Limits, is_group
from bot.messenger_settings import Rates, read_rates
from domain.messages import Chat, Network

PRIVATE = [Chat(Network.TELEGRAM, f"{n}") for n in range(1, 4)]
GROUPS = [Chat(Network.TELEGRAM, f"-{n}") for n in range(1, 3)]


@dataclass(frozen=True, slots=True)
class Call:
    """A call that is wanted `pause` seconds after the last, takes `latency`, and counts at Telegram on its way."""

    chat: Chat
    files: int
    change: bool
    pause: float
    latency: float
    arrives: float

    @property
    def cost(self) -> int:
        return self.files if is_group(self.chat) and not self.change else 1


CALLS = st.lists(
    st.builds(
        Call,
        chat=st.sampled_from([*PRIVATE, *GROUPS, *GROUPS]),
        files=st.integers(1, 10),
        change=st.booleans(),
        pause=st.sampled_from((0.0, 0.0, 0.01, 0.4, 7.0)),
        latency=st.sampled_from((0.01, 0.3, 4.0)),
        arrives=st.floats(0, 1),
    ),
    min_size=40,
    max_size=120,
)


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Sender:
    """Sends side by side, each call when the limits let it; `seen` is when Telegram counted what."""

    def __init__(self, rates: Rates) -> None:
        self.clock = Seconds()
        self.limits = Limits(rates, self.clock)
        self.seen: list[tuple[float, Call]] = []
        self._under_way: list[tuple[float, int, Call]] = []

    def until(self, when: float) -> None:
        """Time passes, and answers come back."""
        while self._under_way and self._under_way[0][0] <= when:
            back, _, call = heappop(self._under_way)
            self.clock.now = max(self.clock.now, back)
            self.limits.called(call.chat, call.cost, change=call.change)
        self.clock.now = max(self.clock.now, when)

    def send(self, call: Call) -> None:
        self.until(self.clock.now + call.pause)
        while (wait := self.limits.wait(call.chat, call.cost, change=call.change)) > 0:
            self.until(min([self.clock.now + wait, *(back for back, *_ in self._under_way[:1])]))
        self.limits.book(call.chat, call.cost, change=call.change)
        now = self.clock.now
        heappush(self._under_way, (now + call.latency, len(self.seen), call))
        self.seen.append((now + call.latency * call.arrives, call))

    def most(self, span: float, which: Callable[[Call], bool]) -> int:
        """The most Telegram counted in any window of `span` seconds."""
        counted = [(at, call.cost) for at, call in self.seen if which(call)]
        return max((sum(n for at, n in counted if start <= at < start + span) for start, _ in counted), default=0)


def sent(rates: Rates, calls: list[Call]) -> Sender:
    sender = Sender(rates)
    for call in calls:
        sender.send(call)
    return sender


@settings(deadline=None, max_examples=40)
@given(CALLS)
def test_no_window_ever_holds_more_than_telegram_allows(calls: list[Call]) -> None:
    sender = sent(Rates(30, 1, 20), calls)
    assert sender.most(1.0, lambda _: True) <= 30
    for group in GROUPS:
        assert sender.most(MINUTE, lambda call, group=group: call.chat == group) <= 20  # type: ignore[misc]
    for chat in PRIVATE:
        assert sender.most(3.0, lambda call, chat=chat: call.chat == chat and not call.change) <= 3  # type: ignore[misc]


@settings(deadline=None, max_examples=20)
@given(CALLS, st.integers(10, 15), st.integers(1, 4), st.integers(10, 30))
def test_other_rates_hold_too(calls: list[Call], overall: int, chat: int, group: int) -> None:
    sender = sent(Rates(overall, chat, group), calls)
    assert sender.most(1.0, lambda _: True) <= overall
    for each in GROUPS:
        assert sender.most(MINUTE, lambda call, each=each: call.chat == each) <= group  # type: ignore[misc]


def fill(limits: Limits, chat: Chat, times: int, cost: int = 1, *, change: bool = False) -> None:
    """So many calls, answered at once."""
    for _ in range(times):
        assert limits.wait(chat, cost, change=change) == 0
        limits.book(chat, cost, change=change)
        limits.called(chat, cost, change=change)


def test_a_group_takes_its_twenty_at_once_and_the_next_when_the_first_is_a_minute_old() -> None:
    limits = Limits(Rates(30, 1, 20), Seconds())
    fill(limits, GROUPS[0], 20)
    assert limits.wait(GROUPS[0]) == pytest.approx(MINUTE + MARGIN)
    assert limits.wait(GROUPS[1]) == 0


def test_what_is_under_way_counts_before_its_answer() -> None:
    limits = Limits(Rates(30, 1, 20), Seconds())
    for _ in range(20):
        limits.book(GROUPS[0])
    assert limits.wait(GROUPS[0]) > 0


def test_an_album_counts_each_of_its_files() -> None:
    limits = Limits(Rates(30, 1, 20), Seconds())
    fill(limits, GROUPS[0], 1, 15)
    assert limits.wait(GROUPS[0], 5) == 0
    assert limits.wait(GROUPS[0], 6) > 59


def test_changes_use_up_a_groups_messages() -> None:
    limits = Limits(Rates(40, 1, 20), Seconds())
    fill(limits, GROUPS[0], 15, change=True)
    fill(limits, GROUPS[0], 5)
    assert limits.wait(GROUPS[0]) > 59
    assert limits.wait(GROUPS[0], change=True) > 59


def test_changes_are_free_in_a_private_chat() -> None:
    limits = Limits(Rates(40, 1, 20), Seconds())
    fill(limits, PRIVATE[0], 3)
    fill(limits, PRIVATE[0], 20, change=True)
    assert limits.overall() == 0


def test_a_full_second_is_known_without_asking_for_a_chat() -> None:
    limits = Limits(Rates(3, 1, 20), Seconds())
    for chat in PRIVATE:
        fill(limits, chat, 1)
    assert limits.overall() == pytest.approx(1 + MARGIN)


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    limits = Limits(Rates(30, 1, 20), Seconds())
    fill(limits, PRIVATE[0], 3)
    assert limits.wait(PRIVATE[0]) == pytest.approx(3 + MARGIN)


def test_without_limits_nobody_waits() -> None:
    limits = Limits(Rates(0, 0, 0), Seconds())
    fill(limits, GROUPS[0], 100)


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
