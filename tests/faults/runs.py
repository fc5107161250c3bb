"""The faults, one function each: it lets the crowd live through them and returns what was counted."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import psutil
from aiohttp import web
from sqlalchemy import func, select

from storage.engines import open_store
from storage.outgoing import outbox
from tests.faults.counts import Counts, count
from tests.faults.crowd import STEPS, Crowd, until
from tests.faults.programs import TOKEN, Program, prepared
from tests.product import free_port
from tests.wire.telegram import TelegramServer


@dataclass
class Run:
    """What was done, what was counted, how long it took."""

    name: str
    counts: Counts = field(default_factory=Counts)
    seconds: float = 0
    notes: dict[str, object] = field(default_factory=dict)


@contextlib.asynccontextmanager
async def telegram(*, latency: float = 0.0, seed: int = 0) -> AsyncIterator[TelegramServer]:
    """The stand-in in this loop; half of the latency on the way there, half on the way back."""
    server = TelegramServer(token=TOKEN, check=False, seed=seed)
    server.faults.delay_before = server.faults.delay_after = latency / 2
    await server.open()
    try:
        yield server
    finally:
        await server.close()


async def settled(url: str, within: float = 60) -> None:
    """Return when the outbox holds nothing that waits."""
    store = open_store(url, lambda: datetime.now(UTC), "")
    try:
        async with asyncio.timeout(within):
            while (await store.run(outbox.counts)).get("waiting"):  # noqa: ASYNC110  another process's doing
                await asyncio.sleep(0.1)
    finally:
        await asyncio.to_thread(store.close)


def on_their_way(url: str, process: int = 0) -> int:
    """How many messages this process (0: any) had on their way when it died: so many may be sent again."""
    rows = select(func.count().label("number")).where(outbox.WAITING, outbox.OUTBOX.c.claimed_by != outbox.NOBODY)
    if process:
        rows = rows.where(outbox.OUTBOX.c.claimed_by.startswith(f"{process}-"))
    store = open_store(url, lambda: datetime.now(UTC), "")
    try:
        return int(store.call(lambda tx: tx.first(rows)).number)
    finally:
        store.close()


def count_after_faults(server: TelegramServer) -> Counter[str]:
    """From now on: how many calls were carried out and then answered with a failure, by method."""
    struck: Counter[str] = Counter()
    after = server.faults.after

    def counting(method: str) -> None:
        try:
            after(method)
        except Exception:
            struck[method] += 1
            raise

    server.faults.after = counting  # type: ignore[method-assign]
    return struck


async def refusals(url: str, folder: Path, people: int, **faults: float) -> Run:
    """Calls that fail with these probabilities; `server.faults` knows their names."""
    run = Run(", ".join(f"{name} {value:.0%}" for name, value in faults.items()))
    prepared(url)
    async with telegram() as server:
        for name, value in faults.items():
            setattr(server.faults, name, value)
        struck = count_after_faults(server)
        async with Program(folder, "worker", DATABASE_URL=url, TELEGRAM_API_URL=server.url):
            crowd = Crowd(server, at_once=64)
            run.seconds = await crowd.all(range(people))
            await settled(url)
        run.counts = count(url, server.sent, people, updates=crowd.updates)
        run.notes = {"calls": sum(server.counts.values()), "refused": len(server.refusals)}
        run.notes["after"] = sum(times for method, times in struck.items() if method.startswith("send"))
    return run


async def kills(  # noqa: PLR0913
    url: str, folder: Path, people: int, times: int, *, latency: float = 0.0, at_once: int = 16, gently: bool = False
) -> Run:
    """SIGKILL (or SIGTERM) at random moments, spread over all updates; each time another process goes on."""
    seed = 1
    what = f"{times} {'restarts' if gently else 'kills'} in {people * STEPS} updates of {at_once} at once"
    run = Run(f"{what}, {latency * 1000:.0f} ms")
    rng = random.Random(seed)
    prepared(url)
    async with telegram(latency=latency) as server:
        crowd = Crowd(server, at_once=at_once, seed=seed)
        flights: list[int] = []
        async with Program(folder, "worker", DATABASE_URL=url, TELEGRAM_API_URL=server.url) as program:
            crowd.more_kills = True
            living = asyncio.create_task(crowd.all(range(people)))
            for mark in sorted(rng.sample(range(10, people * STEPS - at_once), times)):
                await until(lambda mark=mark: crowd.updates >= mark or living.done())  # type: ignore[misc]
                await asyncio.sleep(rng.uniform(0, 0.1))
                await (program.stop() if gently else program.kill())
                crowd.kills.append(time.time())
                flights.append(await asyncio.to_thread(on_their_way, url))
                await program.start()
            crowd.more_kills = False
            run.seconds = await living
            await settled(url)
        run.counts = count(url, server.sent, people, updates=crowd.updates)
    # what the dead process had just asked for is carried out a little after its end
    after = Counter(sum(kill + latency < at for kill in crowd.kills) for at in run.counts.doubled_at)
    run.notes = {"most doubled by one kill": max(after.values(), default=0), "kills": len(crowd.kills)}
    run.notes |= {"on their way when it was killed": sum(flights), "most": max(flights, default=0)}
    run.notes["doubled though not on its way"] = sum(max(0, after[n] - many) for n, many in enumerate(flights))
    run.notes["replies to cards from before a kill"] = crowd.replies_over_a_kill
    return run


@contextlib.asynccontextmanager
async def alternating(ports: list[int]) -> AsyncIterator[str]:
    """An address that hands every request to the next of these ports; one that nobody answers comes again."""
    turn = itertools.cycle(ports)
    async with aiohttp.ClientSession() as session:

        async def forward(request: web.BaseRequest) -> web.Response:
            url = f"http://127.0.0.1:{next(turn)}{request.path_qs}"
            headers = {name: value for name, value in request.headers.items() if name.lower().startswith("x-telegram")}
            try:
                async with session.post(url, data=await request.read(), headers=headers) as answer:
                    return web.Response(status=answer.status, body=await answer.read())
            except aiohttp.ClientError:
                return web.Response(status=502)

        runner = web.ServerRunner(web.Server(forward, access_log=None), shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()


async def two_processes(url: str, folder: Path, people: int, *, kill_one: bool, at_once: int = 32) -> Run:
    """Two `govuong run` behind one webhook on one PostgreSQL, each taking every other update; perhaps one dies."""
    run = Run(f"two processes{', one killed half-way' if kill_one else ''}")
    prepared(url)
    ports = [free_port(), free_port()]
    async with telegram() as server, alternating(ports) as address, contextlib.AsyncExitStack() as stack:
        env = {"DATABASE_URL": url, "TELEGRAM_API_URL": server.url, "TELEGRAM_MODE": "webhook", "PUBLIC_URL": address}
        programs = [
            await stack.enter_async_context(Program(folder, "run", WEB_PORT=str(port), **env)) for port in ports
        ]
        await until(lambda: server.counts["setWebhook"] == len(ports))
        crowd = Crowd(server, at_once=at_once)
        living = asyncio.create_task(crowd.all(range(people)))
        if kill_one:
            await until(lambda: crowd.updates >= people * STEPS // 2)
            process = programs[0].pid
            await programs[0].kill()
            crowd.kills.append(time.time())
            run.notes["on their way when it was killed"] = await asyncio.to_thread(on_their_way, url, process)
        run.seconds = await living
        await settled(url)
        run.counts = count(url, server.sent, people, updates=crowd.updates)
    return run


async def growth(url: str, folder: Path, people: int = 2000) -> Run:
    """Twenty thousand messages: what the process and the database take after each quarter."""
    run = Run(f"{people} whole matters")
    prepared(url)
    async with (
        telegram() as server,
        Program(folder, "worker", DATABASE_URL=url, TELEGRAM_API_URL=server.url) as program,
    ):
        crowd = Crowd(server, at_once=64)
        quarter = people // 4
        for part in range(4):
            run.seconds += await crowd.all(range(part * quarter, (part + 1) * quarter))
            await settled(url)
            run.notes[f"after {len(server.sent):6} messages"] = _takes(program, folder)
        run.counts = count(url, server.sent, people, updates=crowd.updates)
    return run


def _takes(program: Program, folder: Path) -> str:
    memory = psutil.Process(program.pid).memory_info().rss / 1e6
    disk = sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) / 1e6
    return f"{memory:.1f} MB of memory, {disk:.1f} MB on disk"
