"""One message at a time while we keep up, side by side when we fall behind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.delivery.gate import CAUTIOUS_MESSAGES, CAUTIOUS_PATIENCE, PATIENCE, Gate

MOST = 4


class Road:
    """Messages that take `seconds` each, through a gate; `most` is how many were on their way at once."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.now = self.most = 0
        self.order: list[int] = []

    async def message(self, number: int, seconds: float) -> None:
        since = await self.gate.enter()
        self.now += 1
        self.most = max(self.most, self.now)
        self.order.append(number)
        await asyncio.sleep(seconds)
        self.now -= 1
        self.gate.leave(since)

    async def all(self, count: int, seconds: float) -> None:
        await asyncio.gather(*(self.message(number, seconds) for number in range(count)))


def seasoned() -> Gate:
    """A gate that has been open for a while, on a quick network."""
    gate = Gate(MOST)
    gate._crossed = CAUTIOUS_MESSAGES
    gate._usual = PATIENCE[0] / 10
    return gate


def run(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 20))


def test_while_they_are_quick_one_is_on_its_way_at_a_time_first_come_first_served() -> None:
    async def scene() -> None:
        road = Road(seasoned())
        await road.all(10, 0)
        assert road.most == 1
        assert road.order == list(range(10))

    run(scene)


def test_who_has_waited_long_goes_beside_the_others() -> None:
    async def scene() -> None:
        road = Road(seasoned())
        began = asyncio.get_running_loop().time()
        await road.all(10, 0.3)
        assert road.most == MOST
        assert road.order == list(range(10))
        assert asyncio.get_running_loop().time() - began < 10 * 0.3

    run(scene)


def test_a_process_that_has_just_started_is_more_patient() -> None:
    async def scene() -> None:
        gate = Gate(MOST)
        assert gate.patience == CAUTIOUS_PATIENCE
        road = Road(gate)
        await road.all(5, 0.06)
        assert road.most == 1
        await road.all(CAUTIOUS_MESSAGES, 0)
        assert gate.patience < CAUTIOUS_PATIENCE

    run(scene)


def test_a_slow_network_makes_patient() -> None:
    gate = seasoned()
    assert gate.patience == PATIENCE[0]
    gate._usual = 1
    assert gate.patience == PATIENCE[1]


def test_who_gives_up_waiting_leaves_the_way_to_the_next() -> None:
    async def scene() -> None:
        road = Road(seasoned())
        tasks = [asyncio.create_task(road.message(number, 0.01)) for number in range(4)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert road.order == [0, 2, 3]
        await asyncio.wait_for(road.message(9, 0), 1)

    run(scene)


@pytest.mark.parametrize("number", [1, 2])
def test_a_turn_given_to_somebody_just_gone_is_given_on(number: int) -> None:
    async def scene() -> None:
        gate = seasoned()
        since = await gate.enter()
        waiting = [asyncio.create_task(gate.enter()) for _ in range(number)]
        await asyncio.sleep(0)
        gate.leave(since)
        waiting[0].cancel()
        await asyncio.gather(*waiting[:1], return_exceptions=True)
        for task in waiting[1:]:
            gate.leave(await asyncio.wait_for(task, 1))
        assert gate._on_way == 0

    run(scene)
