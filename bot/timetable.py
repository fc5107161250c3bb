"""Which timed job runs when.

APScheduler keeps the hours. A job finds for itself, in the database, what is due and claims it, so it happens once
whoever runs it, however often; a run that was missed is made up for by the next.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot import logs
from bot.backups.nightly import Nightly
from bot.counting import Counting
from bot.digests.daily import Daily
from bot.province import once_learnt
from bot.watch.watched import Runs
from handlers import recording
from handlers.business.filed import guests
from handlers.clock import tick as clock
from handlers.province import Province
from handlers.rights import retention
from handlers.task_group import keeping, naming, signals
from storage import cases
from storage.database import Store, Tx

#: seconds by which the time of day may differ from the monotonic clock from one look to the next
STEP = 120.0
#: seconds between two looks at the clocks; after a step of the time of day every job begins anew so much later
LOOK = 30.0

Run = Callable[[], Awaitable[object]]
#: what gives work to processes of their own
Apart = tuple[Counting, Nightly, Daily]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Job:
    """Work for one transaction, and when to look whether there is any.

    `claims` is the name under which its runs are claimed in the database. Work that returns `batch` has more to do.
    """

    name: str
    trigger: BaseTrigger
    work: Callable[[Tx], object]
    claims: str = ""
    batch: int = 0


def jobs(province: Province) -> tuple[Job, ...]:
    """Every timed job; hours are the province's."""
    zone = province.catalogue.timezone
    weekday, hour = province.report_at

    def every(**span: int) -> IntervalTrigger:
        return IntervalTrigger(**span, timezone=UTC)

    # every day from that weekday on: the week's first working day may be a later one, and only one claims the week
    report = CronTrigger(day_of_week=f"{weekday}-6", hour=hour.hour, minute=hour.minute, timezone=zone)
    daily = CronTrigger(hour=hour.hour, minute=hour.minute, timezone=zone)
    night = CronTrigger(hour=2, minute=15, timezone=zone)
    return (
        Job("tick", every(seconds=30), lambda tx: clock.look_at_cases(tx, province), batch=cases.BATCH),
        Job("drafts", every(minutes=30), lambda tx: clock.remind_of_drafts(tx, province)),
        Job("named", every(minutes=30), naming.mask_again),
        Job("mergers", every(minutes=30), lambda tx: clock.follow_mergers(tx, province)),
        Job("held", every(minutes=1), recording.release),
        Job("visits", every(minutes=5), guests.sweep),
        Job("signals", every(minutes=5), lambda tx: signals.look(tx, province), claims="signals"),
        Job("weekly", report, lambda tx: clock.send_weekly_summary(tx, province), claims="weekly-summary"),
        Job("figures", every(hours=1), lambda tx: keeping.keep_little(tx, province), batch=keeping.A_FEW),
        Job("routed", daily, lambda tx: clock.tell_how_routing_did(tx, province), claims="routed"),
        Job("retention", night, retention.Nightly(province), claims="retention", batch=retention.BATCH),
        Job("nightly", night, clock.forget_doubles, claims="nightly"),
    )


async def keep(store: Store, province: Province, runs: Runs, apart: Apart | None = None) -> None:
    """Run every job at the start, which makes up for what was missed, and then by its trigger, until cancelled."""
    wanted = [(job.name, job.trigger, _running(store, job, runs)) for job in jobs(province)]
    late = CronTrigger(hour=3, minute=45, timezone=province.catalogue.timezone)
    wanted.append(("tidy", late, _told(lambda: _tidy(store), "tidy", runs)))
    wanted += _apart(apart, province, runs) if apart else []
    for name, trigger, _ in wanted:
        runs.expect(name, trigger)
    scheduler = scheduled(wanted)
    scheduler.start()
    try:
        while True:
            await asyncio.sleep(LOOK)
            scheduler.wakeup()
    finally:
        scheduler.shutdown()
        await asyncio.sleep(0)  # APScheduler shuts down in the loop's next turn


def _apart(apart: Apart, province: Province, runs: Runs) -> list[tuple[str, BaseTrigger, Run]]:
    """What a process of its own does: a few minutes after every hour, and at night."""
    counting, backups, digests = apart
    zone = province.catalogue.timezone
    hourly = CronTrigger(minute=6, timezone=zone)
    nightly = CronTrigger(hour=2, minute=45, timezone=zone)
    copied = CronTrigger(minute=15, timezone=zone)
    return [
        ("figures-apart", hourly, _told(counting.keep, "figures-apart", runs)),
        ("recount", nightly, _told(counting.compare, "recount", runs)),
        ("backup", copied, _told(backups.run, "backup", runs)),
        # the day of a digest is one of UTC: twenty past seven in the morning, in Việt Nam
        ("digest", CronTrigger(hour=0, minute=20, timezone=UTC), _told(digests.run, "digest", runs)),
    ]


async def _tidy(store: Store) -> None:
    """What was erased leaves the search index and the files of the database."""
    if await store.run(retention.tidy):
        await asyncio.to_thread(store.vacuum)


def _told(work: Run, name: str, runs: Runs) -> Run:
    """The work; what goes wrong is told, and the next run tries again."""

    async def run() -> None:
        try:
            await work()
            runs.ran(name)
        except Exception as error:  # noqa: BLE001
            logs.crashed("timetable.failed", error, job=name)

    return run


async def run_all(store: Store, province: Province) -> None:
    """Run every job once, in order: after the try-it clock was pushed forward."""
    for job in jobs(province):
        await _running(store, job)()


def next_run(job: Job, now: datetime) -> datetime | None:
    """When a job with an hour runs next; None for one that runs every so often."""
    if isinstance(job.trigger, IntervalTrigger):
        return None
    found: datetime | None = job.trigger.get_next_fire_time(None, now)
    return found


def scheduled(wanted: list[tuple[str, BaseTrigger, Run]]) -> Scheduler:
    """A scheduler that runs everything at its start, and never twice at a time what was missed or takes long."""
    usual = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    scheduler = Scheduler(timezone=UTC, job_defaults=usual)
    for name, trigger, run in wanted:
        scheduler.add_job(run, trigger, id=name, next_run_time=datetime.now(UTC))
    return scheduler


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


class Scheduler(AsyncIOScheduler):  # type: ignore[misc]  # APScheduler 3 ships no types
    """APScheduler, which computes the next run from the time of day, guarded against somebody setting it.

    Left alone it would sleep for a day after the clock was set back by one. A step of the time of day is believed once
    it has lasted until the next look: a clock that is set wrong and mended within the half minute escalates nothing.
    """

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.clock = Steady()

    def wakeup(self) -> None:
        """Look at the clocks first; what is due runs in the loop's next turn."""
        if step := self.clock.step():
            log.warning("timetable.clock_stepped", seconds=round(step))
            anew = datetime.now(UTC) + timedelta(seconds=LOOK)
            for job in self.get_jobs():
                job.modify(next_run_time=anew)
        super().wakeup()


def _running(store: Store, job: Job, runs: Runs | None = None) -> Run:
    """The job's work until there is no more; what goes wrong is told, and the next run tries again."""

    async def run() -> None:
        with contextlib.suppress(asyncio.CancelledError):  # the program ends
            try:
                while (done := await once_learnt(store, job.work)) and done == job.batch:
                    pass
                if runs is not None:
                    runs.ran(job.name)
            except Exception as error:  # noqa: BLE001
                logs.crashed("timetable.failed", error, job=job.name)

    return run
