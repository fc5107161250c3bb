"""The load of the road's benchmark: people who write and wait for what follows, and a bot in its own process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

import psutil

from tests.wire.telegram import TelegramServer

TOKEN = "123456789:stand-in-token"  # noqa: S105  made up
TEXT = "Hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả"
OF_A_CASE = 20  # messages
PATIENCE = 300.0  # the very first filing may wait until routing is learnt
_BOT = {"id": 123456789, "is_bot": True, "first_name": "bot"}

Said = dict[str, Any]


@dataclass
class Wait:
    """What somebody waits for: words in a chat, since when, and what came."""

    words: str
    since: float
    came: asyncio.Future[Said]


@dataclass
class Crowd:
    """People and the officer of one group; everybody writes one message at a time and waits for what follows."""

    server: TelegramServer
    officer: int
    group: int
    waiting: dict[int, list[Wait]] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)
    updates: int = 0
    strangers: Iterator[int] = field(default_factory=lambda: count(9_000_000))

    def __post_init__(self) -> None:
        self.server.on_sent = self._sent

    def _sent(self, chat: int, method: str, said: Said, _at: float) -> None:
        text = str(said.get("text", ""))
        for wait in self.waiting.get(chat, []) if method != "answerCallbackQuery" else []:
            if wait.words in text and not wait.came.done():
                self.latencies.append(time.perf_counter() - wait.since)
                wait.came.set_result(said)

    async def follows(self, words: str, chat: int) -> Said:
        """The bot's next message in a chat that holds these words."""
        wait = Wait(words, time.perf_counter(), asyncio.get_running_loop().create_future())
        self.waiting.setdefault(chat, []).append(wait)
        try:
            return await asyncio.wait_for(wait.came, PATIENCE)
        finally:
            self.waiting[chat].remove(wait)
            if not self.waiting[chat]:
                del self.waiting[chat]

    async def does(self, update: Said, words: str, chat: int) -> Said:
        """Push an update and return the bot's message that follows in a chat."""
        following = asyncio.ensure_future(self.follows(words, chat))
        await asyncio.sleep(0)
        self.updates += 1
        self.server.push(update)
        return await following

    async def says(self, person: int, text: str, words: str = "", chat: int = 0) -> Said:
        """A private message, and what follows it there or in another chat."""
        return await self.does({"message": _message(person, text)}, words, chat or person)

    async def taps(self, person: int, message_id: int, data: str, words: str) -> Said:
        """A button in a private chat."""
        under = {**_message(person, "…"), "message_id": message_id, "from": _BOT}
        tap = {"id": f"{person}-{time.monotonic_ns()}", "from": _user(person), "chat_instance": "1", "data": data}
        return await self.does({"callback_query": {**tap, "message": under}}, words, person)

    async def commands(self, text: str, words: str, chat: int) -> Said:
        """What the officer types in the group, and what follows it in a chat."""
        where = {"id": self.group, "type": "group", "title": "Sở Xây dựng"}
        return await self.does({"message": {**_message(self.officer, text), "chat": where}}, words, chat)


def _user(person: int) -> Said:
    return {"id": person, "is_bot": False, "first_name": f"User {person}", "language_code": "vi"}


def _message(person: int, text: str) -> Said:
    chat = {"id": person, "type": "private", "first_name": f"User {person}"}
    return {"date": int(time.time()), "chat": chat, "from": _user(person), "text": text}


# ---------------------------------------------------------------- what people do


async def echo(crowd: Crowd, person: int, rounds: int) -> None:
    """A text and its echo, again and again."""
    for number in range(rounds):
        await crowd.says(person, f"{TEXT} {number}")


async def file_case(crowd: Crowd, person: int) -> str:
    """A whole first filing of a person never seen before, in five updates; the case's code."""
    await crowd.says(person, "/start", "đồng ý")
    await crowd.taps(person, 1, "p:agree", "Cảm ơn")
    await crowd.says(person, f"{TEXT} {person}", "đại diện")
    summary = await crowd.says(person, "Công ty Lan Anh", "xem lại")
    receipt = await crowd.taps(person, summary["message_id"], "d:send:open", "Đã tiếp nhận")
    return str(receipt["text"]).split("#")[1].split()[0]


async def file_cases(crowd: Crowd, rounds: int) -> None:
    """Filings, each by somebody new."""
    for _ in range(rounds // 5):
        await file_case(crowd, next(crowd.strangers))


async def relay(crowd: Crowd, cases: list[tuple[int, str]], rounds: int) -> None:
    """A business adds to its case, which the group must read; the officer asks back, which the business must read."""
    for number in range(rounds // 2):
        person, code = cases[2 * number // OF_A_CASE % len(cases)]
        mark = f"{person}-{crowd.updates}-{number}"
        added, asked = f"thông tin bổ sung {mark}.", f"Xin cho biết thêm {mark}?"
        await crowd.says(person, f"#{code} {added}", added, crowd.group)
        await crowd.commands(f"/hoi #{code} {asked}", asked, person)


# ---------------------------------------------------------------- the bot, and where it runs


@contextlib.contextmanager
def bot_process(command: list[str], env: dict[str, str], folder: Path) -> Iterator[psutil.Process]:
    """A bot in a process of its own; ended with the block."""
    process = subprocess.Popen(command, env={**os.environ, **env}, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


@contextlib.asynccontextmanager
async def crowd() -> AsyncIterator[Crowd]:
    """A stand-in Telegram in this event loop, without checks or limits, with one group and its officer."""
    server = TelegramServer(token=TOKEN, check=False, limits="off")
    await server.open()
    try:
        officer = server.user("Minh")
        yield Crowd(server, officer.id, server.group("Sở Xây dựng", [officer]).id)
    finally:
        await server.close()


def cuts(seconds: list[float]) -> tuple[float, float, float]:
    """The 50th, 95th and 99th percentile in milliseconds."""
    found = quantiles(seconds, n=100) if len(seconds) > 1 else [0.0] * 99
    return 1000 * found[49], 1000 * found[94], 1000 * found[98]


def cpu(process: psutil.Process) -> float:
    """Seconds of CPU the process has used, in its own code and in the kernel."""
    times = process.cpu_times()
    return float(times.user + times.system)
