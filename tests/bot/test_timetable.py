"""Timed jobs: all of them run, and one that fails stops no other."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import timetable
from handlers import clock
from handlers.world import World
from storage.transaction import Store


@pytest.fixture
def world() -> Any:
    return object()


def test_every_job_runs_and_one_that_fails_stops_no_other(
    store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = []

    def job(name: str) -> Any:
        def run(*_: object) -> None:
            ran.append(name)
            if name == "tick":
                raise RuntimeError

        return run

    for name in ("tick", "drafts", "weekly", "nightly"):
        monkeypatch.setattr(clock, name, job(name))
    asyncio.run(timetable.run_all(store, world))
    assert ran == list(timetable.jobs(store, world))


def test_the_first_round_comes_soon_after_the_start(store: Store, world: World) -> None:
    async def next_runs() -> list[float]:
        scheduler = timetable.start(store, world, "Asia/Ho_Chi_Minh")
        runs = [job.next_run_time.timestamp() for job in scheduler.get_jobs()]
        scheduler.shutdown(wait=False)
        return runs

    import time  # noqa: PLC0415

    runs = asyncio.run(next_runs())
    assert len(runs) == len(timetable.jobs(store, world))
    assert max(runs) < time.time() + 10
