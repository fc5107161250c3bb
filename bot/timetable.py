"""Which timed job runs when. APScheduler is only the clock; each run is claimed in the database, so it happens once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import logs
from handlers import clock
from handlers.world import World
from storage.transaction import Store

Job = Callable[[], Awaitable[object]]


def jobs(store: Store, world: World) -> dict[str, tuple[Job, int]]:
    """Every timed job with its period in seconds; each looks for itself whether there is anything to do."""
    return {
        "tick": (lambda: store.run(lambda tx: clock.tick(tx, world)), 60),
        "drafts": (lambda: store.run(lambda tx: clock.drafts(tx, world)), 3600),
        "weekly": (lambda: store.run(lambda tx: clock.weekly(tx, world)), 60),
        "nightly": (lambda: store.run(clock.nightly), 3600),
    }


def start(store: Store, world: World, timezone: str) -> AsyncIOScheduler:
    """Run every job now and then in its period, until the scheduler is shut down."""
    scheduler = AsyncIOScheduler(timezone=timezone, job_defaults={"coalesce": True, "misfire_grace_time": None})
    soon = datetime.now(scheduler.timezone) + timedelta(seconds=2)
    for name, (job, seconds) in jobs(store, world).items():
        scheduler.add_job(_logged(name, job), "interval", seconds=seconds, id=name, next_run_time=soon)
    scheduler.start()
    return scheduler


async def run_all(store: Store, world: World) -> None:
    """Run every job once: after the try-it clock was pushed forward."""
    for name, (job, _) in jobs(store, world).items():
        await _logged(name, job)()


def _logged(name: str, job: Job) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await job()
        except Exception as error:  # noqa: BLE001  the next period tries again
            logs.crashed("timetable.failed", error, job=name)

    return run
