"""Timed jobs: all of them run, one that fails stops no other, and a step of the machine's clock stops none."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import timetable
from bot.timetable import Steady
from handlers.business import guests
from handlers.clock import tick as clock
from handlers.province import Province
from handlers.task_group import signals
from storage import cases
from storage.database import Store


class Machine:
    """A machine with a time of day that can be set, and a monotonic clock that cannot."""

    def __init__(self) -> None:
        self.of_day, self.steady = 1_800_000_000.0, 0.0

    async def sleep(self, seconds: float) -> None:
        self.of_day += seconds
        self.steady += seconds

    def clock(self) -> Steady:
        return Steady(lambda: self.of_day, lambda: self.steady)


@pytest.fixture
def province() -> Any:
    return object()


def _jobs(monkeypatch: pytest.MonkeyPatch, found: list[str], ticks: list[int] | None = None) -> None:
    def job(name: str) -> Any:
        def run(*_: object) -> int:
            found.append(name)
            if name == "drafts":
                raise RuntimeError
            return ticks.pop(0) if ticks and name == "tick" else 0

        return run

    for name in ("tick", "drafts", "mergers", "weekly", "nightly"):
        monkeypatch.setattr(clock, name, job(name))
    monkeypatch.setattr(signals, "look", job("signals"))
    monkeypatch.setattr(guests, "sweep", job("visits"))


def test_every_job_runs_and_one_that_fails_stops_no_other(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    _jobs(monkeypatch, ran)
    asyncio.run(timetable.run_all(store, province))
    assert ran == list(timetable.jobs(store, province))


def test_a_full_batch_is_followed_by_the_next_at_once(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    _jobs(monkeypatch, ran, [cases.BATCH, cases.BATCH, 3])
    asyncio.run(timetable.run_all(store, province))
    assert ran.count("tick") == 3


def test_all_jobs_run_at_the_start(store: Store, province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    _jobs(monkeypatch, ran)

    async def start() -> None:
        task = asyncio.create_task(timetable.keep(store, province))
        while len(set(ran)) < len(timetable.jobs(store, province)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(start(), 20))
    assert sorted(set(ran)) == sorted(timetable.jobs(store, province))


def _times(machine: Machine, steps: dict[int, float], rounds: int) -> list[float]:
    """At which seconds of the monotonic clock a job of a 30-second period ran; `steps` set the time of day."""
    ran: list[float] = []
    turn = 0

    async def job() -> None:
        ran.append(machine.steady)

    async def sleep(seconds: float) -> None:
        nonlocal turn
        turn += 1
        await machine.sleep(seconds)
        machine.of_day += steps.get(turn, 0.0)
        if turn == rounds:
            raise asyncio.CancelledError

    async def run() -> None:
        with pytest.raises(asyncio.CancelledError):
            await timetable.repeat(job, 30, machine.clock(), sleep)

    asyncio.run(run())
    return ran


@pytest.mark.parametrize("step", [-86_400.0, -3_600.0, 3_600.0, 86_400.0 * 400])
def test_a_step_of_the_clock_costs_one_period(step: float) -> None:
    assert _times(Machine(), {3: step}, 6) == [0, 30, 60, 120, 150]


def test_a_clock_set_wrong_and_mended_within_a_period_runs_nothing_at_the_wrong_time() -> None:
    machine = Machine()
    assert _times(machine, {2: 86_400.0, 3: -86_400.0}, 6) == [0, 30, 120, 150]


def test_small_corrections_are_usual() -> None:
    assert _times(Machine(), {1: 1.5, 2: -0.8}, 4) == [0, 30, 60, 90]
