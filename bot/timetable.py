"""Which timed job runs how often.

A job finds for itself, in the database, what is due and claims it, so it happens once whoever runs it, however often.
The pauses between are counted by the monotonic clock, which nobody can set, so no step of the time of day makes a job
sleep for a day. A step of the time of day is believed once it has lasted a period: a clock that is set wrong and mended
within the minute escalates nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

from bot import logs
from handlers.business import guests
from handlers.clock import tick as clock
from handlers.province import Province
from handlers.task_group import signals
from storage import cases
from storage.database import Store

Job = Callable[[], Awaitable[object]]
#: seconds by which the time of day may differ from the monotonic clock over one period
STEP = 120.0

log = structlog.get_logger()


def jobs(store: Store, province: Province) -> dict[str, tuple[Job, float]]:
    """Every timed job with its period in seconds; each looks for itself whether there is anything to do."""

    async def tick() -> None:
        while await store.run(lambda tx: clock.tick(tx, province)) == cases.BATCH:
            pass

    return {
        "tick": (tick, 30),
        "drafts": (lambda: store.run(lambda tx: clock.drafts(tx, province)), 1800),
        "mergers": (lambda: store.run(lambda tx: clock.mergers(tx, province)), 1800),
        "visits": (lambda: store.run(guests.sweep), 300),
        "signals": (lambda: store.run(lambda tx: signals.look(tx, province)), 300),
        "weekly": (lambda: store.run(lambda tx: clock.weekly(tx, province)), 30),
        "nightly": (lambda: store.run(clock.nightly), 1800),
    }


async def keep(store: Store, province: Province) -> None:
    """Run every job now and then in its period, until cancelled."""
    every = (repeat(_logged(name, job), seconds) for name, (job, seconds) in jobs(store, province).items())
    await asyncio.gather(*every)


async def run_all(store: Store, province: Province) -> None:
    """Run every job once: after the try-it clock was pushed forward."""
    for name, (job, _) in jobs(store, province).items():
        await _logged(name, job)()


class Steady:
    """Whether the time of day has gone on as the monotonic clock has since it was asked last."""

    def __init__(self, of_day: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        self._of_day, self._steady = of_day, steady
        self._last = self._difference()

    def _difference(self) -> float:
        return self._of_day() - self._steady()

    def step(self) -> float:
        """Seconds by which the time of day was set since the last call; 0 within what is usual."""
        last, self._last = self._last, self._difference()
        return self._last - last if abs(self._last - last) > STEP else 0.0


async def repeat(
    job: Job, seconds: float, clock: Steady | None = None, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Run a job now and after every pause; never in the period in which the time of day was set."""
    clock = clock or Steady()
    while True:
        if step := clock.step():
            log.warning("timetable.clock_stepped", seconds=round(step))
        else:
            await job()
        await sleep(seconds)


def _logged(name: str, job: Job) -> Job:
    async def run() -> None:
        try:
            await job()
        except Exception as error:  # noqa: BLE001  the next period tries again
            logs.crashed("timetable.failed", error, job=name)

    return run
