"""The scenes: a crowd on several processes behind one address, while these or their database fail."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from tests.faults.counts import count
from tests.faults.crowd import STEPS, Crowd, until
from tests.faults.programs import Program, prepared
from tests.faults.runs import Run, on_their_way, settled, telegram
from tests.faults.several.clusters import address, clusters
from tests.faults.several.proxies import answers, proxied
from tests.product import free_port

_TAKEN = re.compile(rb'^govuong_updates\{result="taken"\} ([\d.]+)', re.MULTILINE)
#: how many businesses begin each second
A_SECOND = 4.0


@dataclass
class Machine:
    """A process with a folder and a port of its own; what it did stays known when it is killed."""

    port: int
    program: Program
    cpu: float = 0
    taken: int = 0

    def used(self) -> float:
        """Seconds of CPU the process has used."""
        times = psutil.Process(self.program.pid).cpu_times()
        return float(times.user + times.system)

    async def look(self) -> None:
        """Add what the process has used and taken in up to now; call it once for each process, at its end."""
        self.cpu += self.used()
        where = f"http://127.0.0.1:{self.port}/metrics"
        async with aiohttp.ClientSession() as session, session.get(where) as answer:
            found = _TAKEN.search(await answer.read())
        self.taken += int(float(found[1])) if found else 0


@contextlib.asynccontextmanager
async def machines(folder: Path, many: int, proxy: tuple[str, list[int]], **env: str) -> AsyncIterator[list[Machine]]:
    """So many `govuong run` that share nothing but the database."""
    public, ports = proxy
    usual = {"TELEGRAM_MODE": "webhook", "PUBLIC_URL": public, "FILES": "database", **env}
    async with contextlib.AsyncExitStack() as stack:
        found = []
        for port in ports[:many]:
            own = folder / f"machine-{port}"
            own.mkdir()
            program = await stack.enter_async_context(Program(own, "run", WEB_PORT=str(port), **usual))
            found.append(Machine(port, program))
        yield found


Disturb = Callable[[list[Machine], Crowd, Run], Awaitable[None]]


async def crowd_on(url: str, folder: Path, people: int, many: int, disturb: Disturb | None = None) -> Run:
    """The crowd lives on so many processes, and something happens meanwhile."""
    run = Run(f"{many} process{'es' if many > 1 else ''}")
    await asyncio.to_thread(prepared, url)
    ports = [free_port() for _ in range(many)]
    async with telegram() as server, proxied(folder, ports) as (public, behind):
        env = {"DATABASE_URL": url, "TELEGRAM_API_URL": server.url}
        async with machines(folder, many, (public, ports), **env) as found:
            await until(lambda: server.counts["setWebhook"] == many)
            crowd = Crowd(server, at_once=64)
            crowd.patience = 240
            for each in found:
                each.cpu = -each.used()  # what the start takes is not the updates'
            began = time.monotonic()
            living = asyncio.create_task(crowd.all(range(people), A_SECOND))
            if disturb:
                await asyncio.gather(disturb(found, crowd, run), living)
            await living
            run.seconds = time.monotonic() - began
            await settled(url)
            for each in found:
                await each.look()
        run.counts = count(url, server.sent, people, updates=crowd.updates)
    updates, cpu = people * STEPS, sum(each.cpu for each in found)
    run.notes["behind"] = behind
    run.notes["updates taken by each"] = ", ".join(str(each.taken) for each in found)
    run.notes["CPU an update, all processes"] = f"{cpu / updates * 1000:.1f} ms ({cpu:.1f} s for {updates})"
    return run


def killing(every: float) -> Disturb:
    """One of them is killed each so many seconds, in turn, and started again a second later."""

    async def disturb(found: list[Machine], crowd: Crowd, run: Run) -> None:
        url = found[0].program.env["DATABASE_URL"]
        kills, flights = 0, 0
        await asyncio.sleep(every)
        while crowd.is_living:
            victim = found[kills % len(found)]
            await victim.look()
            pid = victim.program.pid
            await victim.program.kill()
            flights += await asyncio.to_thread(on_their_way, url, pid)
            kills += 1
            await asyncio.sleep(1)
            await victim.program.start()
            await answers(victim.port)
            await asyncio.sleep(every - 1)
        run.name += f", one killed every {every:.0f} s"
        run.notes |= {"kills": kills, "on their way when it was killed": flights}

    return disturb


async def killed_in_turn(url: str, folder: Path, people: int, every: float = 10) -> Run:
    """Three processes, of which one dies every ten seconds."""
    return await crowd_on(url, folder, people, 3, killing(every))


async def lost_database(folder: Path, people: int, seconds: float = 60, many: int = 3) -> Run:
    """The database crashes while the crowd lives, and comes back after a minute."""
    with clusters(standby=False) as (cluster,):

        async def disturb(_found: list[Machine], crowd: Crowd, run: Run) -> None:
            await until(lambda: crowd.updates >= people * STEPS // 3)
            await asyncio.to_thread(cluster.stop)
            await asyncio.sleep(seconds)
            await asyncio.to_thread(cluster.start)
            back, before = time.monotonic(), crowd.updates
            await until(lambda: crowd.updates > before)
            run.name += f", the database away for {seconds:.0f} s"
            run.notes["first update after it came back"] = f"{time.monotonic() - back:.1f} s"

        return await crowd_on(address(cluster), folder, people, many, disturb)


async def failover(folder: Path, people: int, many: int = 3) -> Run:
    """The primary crashes while the crowd lives, and its standby takes over."""
    with clusters(standby=True) as (primary, standby):

        async def disturb(_found: list[Machine], crowd: Crowd, run: Run) -> None:
            await until(lambda: crowd.updates >= people * STEPS // 3)
            await asyncio.to_thread(primary.stop)
            before, gone = crowd.updates, time.monotonic()
            await asyncio.to_thread(standby.promote)
            await until(lambda: crowd.updates > before + STEPS)
            run.name += ", the standby takes over"
            run.notes["going on after"] = f"{time.monotonic() - gone:.1f} s"

        return await crowd_on(address(primary, standby), folder, people, many, disturb)
