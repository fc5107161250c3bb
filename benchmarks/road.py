"""The road of a message, measured: our filing conversation beside three bare echo bots, in one run.

Usage: python -m benchmarks.road [--users 1,32,256] [--rounds N] [--only ours,echo_aiogram,…] [--modes polling,webhook]

The stand-in Telegram and the driver live in this process, each bot in its own. Every user waits for the reply before
the next message. CPU is the bot process's own (user + system) over the measured part; memory is its resident set at
the end. Ours does, per five updates, one whole first filing: greeting, consent, the matter (routed), the business, and
the confirm tap (case, journal, receipt, card into a group); every tap is answered too.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

import psutil

from bot.settings import Settings
from bot.wiring import build
from domain.messages import Chat, Network
from storage import chats, migrations
from tests.product import free_port
from tests.wire.telegram import TelegramServer

TOKEN = "123456789:stand-in-token"  # noqa: S105  made up
TEXT = "Hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả"


@dataclass
class Result:
    """What one bot did with one number of users."""

    bot: str
    mode: str
    users: int
    updates: int = 0
    seconds: float = 0
    cpu_ms: float = 0
    rss_mb: float = 0
    first_answer: float = 0
    latencies: list[float] = field(default_factory=list)

    def row(self) -> str:
        """One line of the table."""
        cuts = quantiles(self.latencies, n=100) if len(self.latencies) > 1 else [0.0] * 99
        p50, p95, p99 = (1000 * cuts[n - 1] for n in (50, 95, 99))
        rate = self.updates / self.seconds if self.seconds else 0
        return (
            f"{self.bot:20} {self.mode:8} {self.users:5} {rate:9.0f} {p50:9.1f} {p95:9.1f} {p99:9.1f} "
            f"{self.cpu_ms:9.2f} {self.rss_mb:9.1f} {self.first_answer:9.2f}"
        )


COLUMNS = ("updates/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms/u", "RSS MB", "first s")
HEAD = f"{'bot':20} {'mode':8} {'users':>5} " + " ".join(f"{name:>9}" for name in COLUMNS)


class Users:
    """People who write to the bot and wait for its answer, one message at a time each."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.waiting: dict[int, tuple[float, asyncio.Future[dict[str, Any]], str]] = {}
        self.latencies: list[float] = []
        self.updates = 0
        self.generation = 0
        server.on_sent = self._sent

    def _sent(self, chat_id: int, method: str, params: dict[str, Any], _at: float) -> None:
        waiting = self.waiting.get(chat_id)
        if waiting is None or waiting[2] not in str(params.get("text", "")) or method == "answerCallbackQuery":
            return
        del self.waiting[chat_id]
        self.latencies.append(time.perf_counter() - waiting[0])
        if not waiting[1].done():
            waiting[1].set_result(params)

    async def does(self, chat: int, update: dict[str, Any], expects: str = "") -> dict[str, Any]:
        """Push an update of this user and return the bot's message that follows."""
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.waiting[chat] = (time.perf_counter(), future, expects)
        self.updates += 1
        self.server.push(update)
        return await asyncio.wait_for(future, 60)

    async def says(self, user: int, text: str, expects: str = "", **more: Any) -> dict[str, Any]:
        """A private message."""
        return await self.does(user, {"message": _message(user, text, **more)}, expects)

    async def taps(self, user: int, message_id: int, data: str, expects: str = "") -> dict[str, Any]:
        """A button."""
        message = {**_message(user, "…"), "message_id": message_id, "from": BOT}
        tap = {"id": f"{user}-{time.monotonic_ns()}", "from": _user(user), "chat_instance": "1", "data": data}
        return await self.does(user, {"callback_query": {**tap, "message": message}}, expects)


BOT = {"id": 123456789, "is_bot": True, "first_name": "bot"}


def _user(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"User {user}", "language_code": "vi"}


def _message(user: int, text: str, **more: Any) -> dict[str, Any]:
    chat = {"id": user, "type": "private", "first_name": f"User {user}"}
    return {"date": int(time.time()), "chat": chat, "from": _user(user), "text": text, **more}


async def echo_rounds(users: Users, user: int, rounds: int) -> None:
    """A text and its echo, again and again."""
    for number in range(rounds):
        await users.says(user, f"{TEXT} {number}")


async def filing_rounds(users: Users, user: int, rounds: int) -> None:
    """Whole first filings, each by a person never seen before: greeting, consent, the matter, the business, confirm."""
    for number in range(rounds // 5):
        person = user * 10_000 + number + users.generation
        await users.says(person, "/start", "đồng ý")
        await users.taps(person, 1, "p:agree", "Cảm ơn")
        await users.says(person, f"{TEXT} {person}", "đại diện")
        summary = await users.says(person, "Công ty Lan Anh", "xem lại")
        await users.taps(person, summary["message_id"], "d:send:open", "Đã tiếp nhận")


async def relay_rounds(users: Users, user: int, group: int, rounds: int) -> list[float]:
    """One business adds to its case, again and again; seconds until each addition stands in the department's group."""
    await users.says(user, "/start", "đồng ý")
    await users.taps(user, 1, "p:agree", "Cảm ơn")
    await users.says(user, TEXT, "đại diện")
    summary = await users.says(user, "Công ty Lan Anh", "xem lại")
    receipt = await users.taps(user, summary["message_id"], "d:send:open", "Đã tiếp nhận")
    code = receipt["text"].split("#")[1].split()[0]
    users.latencies = []
    for number in range(rounds):
        words = f"thông tin bổ sung {number}."
        await users.does(group, {"message": _message(user, f"#{code} {words}")}, words)
        await asyncio.sleep(0.02)
    return users.latencies


@contextlib.contextmanager
def bot_process(command: list[str], env: dict[str, str]) -> Iterator[psutil.Process]:
    """A bot in a process of its own; ended with the block."""
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen(command, env={**os.environ, **env}, stdout=nowhere, stderr=None)
        try:
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@contextlib.asynccontextmanager
async def serving() -> AsyncIterator[TelegramServer]:
    """The stand-in in this event loop, without checks."""
    server = TelegramServer(token=TOKEN, check=False, limits="off")
    await server.open()
    try:
        yield server
    finally:
        await server.close()


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def measure(bot: str, mode: str, counts: list[int], rounds: int) -> list[Result]:
    """One bot in one mode, with each number of users."""
    ours = bot.startswith("ours")
    results = []
    with tempfile.TemporaryDirectory() as folder:
        async with serving() as server:
            group = server.group("Sở Xây dựng", [server.user("Minh")])
            command, env = _command(bot, mode, server.url, Path(folder))
            if ours:
                _prepare(env["DATABASE_URL"], str(group.id))
            users = Users(server)
            first = users.says(7_000_000, "/start") if ours else users.says(7_000_000, TEXT)
            began = time.perf_counter()
            with bot_process(command, env) as process:
                await first
                first_answer = time.perf_counter() - began
                await asyncio.sleep(1)
                if ours:
                    _tell_relay(mode, await relay_rounds(users, 7_100_000, group.id, 300))
                for count in counts:
                    result = Result(bot, mode, count, first_answer=first_answer)
                    results.append(await _load(users, process, result, rounds))
                    print(result.row(), flush=True)
    return results


def _tell_relay(mode: str, seconds: list[float]) -> None:
    cuts = [1000 * cut for cut in quantiles(seconds, n=100)]
    print(f"relay into a group, one user, {mode}: p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, p99 {cuts[98]:.1f} ms")


async def _load(users: Users, process: psutil.Process, result: Result, rounds: int) -> Result:
    people = range(8_000_000 + result.users * 1000, 8_000_000 + result.users * 1000 + result.users)
    each = max(5, rounds // result.users // 5 * 5)
    is_filing = result.bot.startswith("ours")
    one = filing_rounds if is_filing else echo_rounds
    await asyncio.gather(*(one(users, user, 5) for user in people))
    users.generation += 5000
    users.latencies, users.updates = [], 0
    cpu, began = _cpu(process), time.perf_counter()
    await asyncio.gather(*(one(users, user, each) for user in people))
    result.seconds = time.perf_counter() - began
    await asyncio.sleep(0.3)
    result.cpu_ms = 1000 * (_cpu(process) - cpu) / users.updates
    result.updates, result.latencies = users.updates, users.latencies
    result.rss_mb = process.memory_info().rss / 1e6
    return result


def _command(bot: str, mode: str, api: str, folder: Path) -> tuple[list[str], dict[str, str]]:
    port = free_port()
    if not bot.startswith("ours"):
        module = f"benchmarks.{bot.replace('-', '_')}"
        return [sys.executable, "-m", module, api, TOKEN, mode if mode == "polling" else str(port)], {}
    env = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "TELEGRAM_LIMITS": "off",
        "TELEGRAM_MODE": mode,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WEB_PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder}/bench.db",
        "FILES_DIR": f"{folder}/files",
        "LOG_LEVEL": "warning",
    }
    command = "worker" if bot == "ours-worker" else "run"
    profile = os.environ.get("PROFILE")
    start = [sys.executable, *(["-m", "cProfile", "-o", profile] if profile else []), "-m", "bot", command]
    return start, env


def _prepare(url: str, group_id: str) -> None:
    """A migrated database in which the department of the filings has a Telegram group."""
    migrations.upgrade(url)
    parts = build(Settings(_env_file=None, database_url=url))
    group = Chat(Network.TELEGRAM, group_id)
    parts.store.call(lambda tx: chats.bind(tx, group, "department", "so-xay-dung", "Sở Xây dựng"))
    parts.store.close()


def main() -> None:
    """Measure and print the table and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--users", default="1,32,256")
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--only", default="ours,ours-worker,echo_ptb_aiohttp,echo_aiogram,echo_ptb")
    parser.add_argument("--modes", default="polling,webhook")
    args = parser.parse_args()
    counts = [int(count) for count in args.users.split(",")]
    print(HEAD)
    everything = []
    for mode in args.modes.split(","):
        for bot in args.only.split(","):
            if mode == "webhook" and bot in {"echo_ptb", "ours-worker"}:
                continue
            everything += asyncio.run(measure(bot, mode, counts, args.rounds))
    _ratios(everything)


def _ratios(results: list[Result]) -> None:
    """Our CPU per update over each echo bot's, at the same users and mode."""
    cpu = {(r.bot, r.mode, r.users): r.cpu_ms for r in results}
    for (bot, mode, users), ours in cpu.items():
        if bot != "ours":
            continue
        for other in ("echo_ptb_aiohttp", "echo_aiogram", "echo_ptb"):
            if (other, mode, users) in cpu:
                ratio = ours / cpu[other, mode, users]
                print(f"CPU per update, ours / {other:18} {mode:8} {users:4} users: {ratio:.2f}")


if __name__ == "__main__":
    main()
