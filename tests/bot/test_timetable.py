"""Timed jobs: all of them run, one that fails stops no other, and a step of the machine's clock stops none."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, time, tzinfo
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from apscheduler.executors import base as executing
from apscheduler.schedulers import base as scheduling
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers import interval
from apscheduler.triggers.interval import IntervalTrigger

from bot import timetable
from bot.timetable import Scheduler, Steady
from bot.watch.watched import Runs
from handlers import recording
from handlers.business.filed import guests
from handlers.clock import tick as clock
from handlers.province import Province
from handlers.rights import retention
from handlers.task_group import keeping, naming, signals
from storage import cases
from storage.database import Store

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Machine:
    """A machine with a time of day that can be set, and a monotonic clock that cannot; `steps` set it at their second.

    Its event loop sleeps no real time.
    """

    def __init__(self, steps: dict[float, float] | None = None) -> None:
        self.of_day, self.steady = 1_800_000_000.0, 0.0
        self.steps = dict(sorted((steps or {}).items()))

    def passes(self, seconds: float) -> None:
        """The clocks go on, to the next step at the furthest."""
        until = min([self.steady + seconds, *self.steps])
        self.of_day += until - self.steady
        self.steady = until
        self.of_day += self.steps.pop(until, 0.0)

    def clock(self) -> Steady:
        return Steady(lambda: self.of_day, lambda: self.steady)

    def calendar(self) -> type[datetime]:
        """The class `datetime`, whose now is this machine's."""
        machine = self

        class Now(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return datetime.fromtimestamp(machine.of_day, tz)

        return Now

    def run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run something on this machine, as long as it takes by its clock."""
        machine = self

        class Selector(selectors.DefaultSelector):
            def select(self, timeout: float | None = None) -> Any:
                found = super().select(0)
                if not found and timeout:
                    machine.passes(timeout)
                return found

        loop = asyncio.SelectorEventLoop(Selector())
        loop.time = lambda: machine.steady  # type: ignore[method-assign]
        try:
            loop.run_until_complete(work())
        finally:
            loop.close()


@pytest.fixture
def province() -> Any:
    return SimpleNamespace(catalogue=SimpleNamespace(timezone=HANOI), report_at=(0, time(7, 30)))


def _jobs(monkeypatch: pytest.MonkeyPatch, found: list[str], ticks: list[int] | None = None) -> None:
    def job(name: str) -> Any:
        def run(*_: object) -> int:
            found.append(name)
            if name == "drafts":
                raise RuntimeError
            return ticks.pop(0) if ticks and name == "tick" else 0

        return run

    functions = {
        "tick": "look_at_cases",
        "drafts": "remind_of_drafts",
        "mergers": "follow_mergers",
        "weekly": "send_weekly_summary",
        "routed": "tell_how_routing_did",
        "nightly": "forget_doubles",
    }
    for name, function in functions.items():
        monkeypatch.setattr(clock, function, job(name))
    monkeypatch.setattr(signals, "look", job("signals"))
    monkeypatch.setattr(guests, "sweep", job("visits"))
    monkeypatch.setattr(keeping, "keep_little", job("figures"))
    monkeypatch.setattr(naming, "mask_again", job("named"))
    monkeypatch.setattr(recording, "release", job("held"))
    monkeypatch.setattr(retention, "Nightly", lambda _: job("retention"))


def test_every_job_runs_and_one_that_fails_stops_no_other(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    _jobs(monkeypatch, ran)
    asyncio.run(timetable.run_all(store, province))
    assert ran == [job.name for job in timetable.jobs(province)]


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
        task = asyncio.create_task(timetable.keep(store, province, Runs()))
        while len(set(ran)) < len(timetable.jobs(province)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(start(), 20))
    assert sorted(set(ran)) == sorted(job.name for job in timetable.jobs(province))


def _times(
    monkeypatch: pytest.MonkeyPatch, kind: Callable[..., AsyncIOScheduler], steps: dict[float, float], seconds: float
) -> list[int]:
    """At which seconds of the monotonic clock a job of a 30-second period ran; `steps` set the time of day."""
    machine, ran = Machine(steps), list[int]()
    for module in (timetable, scheduling, executing, interval):
        monkeypatch.setattr(module, "datetime", machine.calendar())
    monkeypatch.setattr(timetable, "Steady", machine.clock)
    monkeypatch.setattr(timetable, "Scheduler", kind)

    async def job() -> None:
        ran.append(round(machine.steady))

    async def run() -> None:
        scheduler = timetable.scheduled([("job", IntervalTrigger(seconds=30, timezone=UTC), job)])
        scheduler.start()
        await asyncio.sleep(seconds)
        scheduler.shutdown()
        await asyncio.sleep(0)

    machine.run(run)
    return ran


@pytest.mark.parametrize("step", [-86_400.0, -3_600.0, 3_600.0, 86_400.0 * 400])
def test_a_step_of_the_clock_costs_one_period(monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    assert _times(monkeypatch, Scheduler, {89: step}, 160) == [0, 30, 60, 120, 150]


def test_a_clock_set_wrong_and_mended_within_a_period_runs_nothing_at_the_wrong_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _times(monkeypatch, Scheduler, {59: 86_400.0, 89: -86_400.0}, 160) == [0, 30, 120, 150]


def test_small_corrections_are_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = _times(monkeypatch, Scheduler, {29: 1.5, 59: -0.8}, 100)
    assert ran == pytest.approx([0, 30, 60, 90], abs=2)


def test_without_the_guard_a_clock_set_back_would_make_every_job_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why `Scheduler` is not APScheduler's own: its next run waits until the old time of day comes again."""
    assert _times(monkeypatch, AsyncIOScheduler, {89: -86_400.0}, 3_600) == [0, 30, 60]


def test_the_clocks_are_looked_at_however_far_the_next_run_is(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[float] = []
    monkeypatch.setattr(timetable, "LOOK", 0.01)
    monkeypatch.setattr(timetable, "jobs", lambda _: ())

    def step(_: Steady) -> float:
        looks.append(0.0)
        return 0.0

    monkeypatch.setattr(Steady, "step", step)

    async def start() -> None:
        task = asyncio.create_task(timetable.keep(store, province, Runs()))
        while len(looks) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(start(), 20))


def test_what_was_missed_is_made_up_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job that takes longer than its period runs again when it is due next, not as often as it was missed."""
    machine, ran = Machine(), list[int]()
    for module in (timetable, scheduling, executing, interval):
        monkeypatch.setattr(module, "datetime", machine.calendar())
    monkeypatch.setattr(timetable, "Steady", machine.clock)

    async def job() -> None:
        ran.append(round(machine.steady))
        if len(ran) == 1:
            await asyncio.sleep(100)

    async def run() -> None:
        scheduler = timetable.scheduled([("job", IntervalTrigger(seconds=30, timezone=UTC), job)])
        scheduler.start()
        await asyncio.sleep(160)
        scheduler.shutdown()
        await asyncio.sleep(0)

    machine.run(run)
    assert ran == [0, 120, 150]


@pytest.mark.parametrize(
    ("now", "report"),
    [
        (datetime(2026, 3, 15, 20, 0, tzinfo=HANOI), datetime(2026, 3, 16, 7, 30, tzinfo=HANOI)),
        (datetime(2026, 3, 16, 7, 31, tzinfo=HANOI), datetime(2026, 3, 17, 7, 30, tzinfo=HANOI)),
    ],
)
def test_the_summarys_hour_is_the_provinces_every_day_from_monday_on(
    province: Province, now: datetime, report: datetime
) -> None:
    (weekly,) = (job for job in timetable.jobs(province) if job.name == "weekly")
    assert timetable.next_run(weekly, now) == report


def test_a_summary_on_thursday_leaves_the_days_before_alone() -> None:
    province: Any = SimpleNamespace(catalogue=SimpleNamespace(timezone=HANOI), report_at=(3, time(8, 0)))
    (weekly,) = (job for job in timetable.jobs(province) if job.name == "weekly")
    monday, sunday = (datetime(2026, 3, day, 9, 0, tzinfo=HANOI) for day in (16, 22))
    assert timetable.next_run(weekly, monday) == datetime(2026, 3, 19, 8, 0, tzinfo=HANOI)
    assert timetable.next_run(weekly, sunday) == datetime(2026, 3, 26, 8, 0, tzinfo=HANOI)
