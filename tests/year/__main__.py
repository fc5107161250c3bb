"""A year pushed through the program in an hour: `python -m tests.year --weeks 52 --cases 50000 [--folder DIR]`.

Everybody acts on the page, in this process: businesses, some anonymously and back by their code, officers of every
department, the task group that names, decides and passes on, leadership that urges; the clock (every timed job at every
hour of the day); an administrator who would be told. One transaction in two hundred fails, one thing in thirty is given
twice, and every week the program ends, by turns cleanly and as by a crash.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import heapq
import itertools
import logging
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from tests.year import checks
from tests.year.lives import Life, plans
from tests.year.world import World, administrator

#: a Monday; the year holds Tết, the September holidays and 31 December
BEGAN = datetime(2026, 1, 4, 17, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
#: the province's hours at which the clock stops and every job looks; at half past seven the week is told
HOURS = (2.5, 7.5, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 21)
AT_ONCE = 64
say = functools.partial(print, flush=True)


def hours(weeks: int) -> Iterator[datetime]:
    """Every stop of the clock."""
    midnight = BEGAN.astimezone(ZONE)
    for day in range(weeks * 7):
        for hour in HOURS:
            yield (midnight + timedelta(days=day, hours=hour)).astimezone(UTC)


async def year(folder: Path, weeks: int, many: int, seed: int) -> checks.Report:
    """Live through it; what was found."""
    world = World(folder, BEGAN, trouble=0.005, twice=1 / 30, seed=seed)
    await world.start()
    await world.parts.store.run(administrator)
    report = checks.Report()
    todo: list[tuple[datetime, int, str, Life]] = []
    tie = itertools.count()
    coming = plans(many, BEGAN, weeks, seed)
    next_one = next(coming, None)
    began, week = time.monotonic(), 0
    try:
        for now in hours(weeks):
            world.is_troubled = True
            await world.push(now)
            while next_one is not None and next_one.at <= now:
                life = Life(world, next_one, world.parts.catalogue)
                heapq.heappush(todo, (next_one.at, next(tie), "file", life))
                next_one = next(coming, None)
            while todo and todo[0][0] <= now:
                await _together(todo, now, tie)
            world.is_troubled = False
            await world.quiet()
            if (now - BEGAN) // timedelta(weeks=1) > week and now.astimezone(ZONE).hour == 8:
                week = (now - BEGAN) // timedelta(weeks=1)
                await world.count()
                report.week(world, week, now)
                say(f"{report.lines[-1]}, {time.monotonic() - began:.0f} s")
                await world.stop(at_once=week % 2 == 0)
                await world.start()
        world.is_troubled = False
        await world.quiet()
        await world.count()
        await asyncio.to_thread(report.end, world)
    finally:
        await world.stop()
    report.seconds = time.monotonic() - began
    return report


async def _together(todo: list[tuple[datetime, int, str, Life]], now: datetime, tie: Iterator[int]) -> None:
    """What is due, some at a time; a case's own steps stay in their order, for each is planned after the last."""
    due: list[tuple[datetime, int, str, Life]] = []
    while todo and todo[0][0] <= now and len(due) < AT_ONCE:
        due.append(heapq.heappop(todo))
    await asyncio.gather(*(_one(todo, at, what, life, tie) for at, _, what, life in due))


async def _one(
    todo: list[tuple[datetime, int, str, Life]], at: datetime, what: str, life: Life, tie: Iterator[int]
) -> None:
    if what != "file":
        await life.take(what)
        return
    await life.file()
    for after, step in life.steps() if life.case else ():
        heapq.heappush(todo, (at + after, next(tie), step, life))


def main() -> None:
    """Run and print; 1 when something is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the database stays")
    args = parser.parse_args()
    # what fails here is meant to
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory(prefix="govuong-year-") as own:
        folder = args.folder or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        report = asyncio.run(year(folder, args.weeks, args.cases, args.seed))
    say(f"{args.weeks} weeks, {args.cases} cases planned, {report.seconds:.0f} s")
    for line in report.told:
        say(f"    {line}")
    for line in report.wrong:
        say(f"    WRONG: {line}")
    raise SystemExit(1 if report.wrong else 0)


if __name__ == "__main__":
    main()
