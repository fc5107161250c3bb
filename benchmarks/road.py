"""The road of a message, measured: our filing and relay beside a relay on aiogram and bare echo bots, in one run.

Usage: python -m benchmarks.road [--users 1,32,256] [--rounds N] [--only filing,relay,…] [--modes polling,webhook]
       [--before CHECKOUT [--before-python PYTHON]]  measures an older checkout of ours beside this one

The stand-in Telegram and the people live in this process, each bot in its own. Everybody waits for what follows before
the next message. CPU is the bot process's own (user + system) over the measured part; memory is its resident set.

- filing: whole first filings, five updates each: greeting, consent, the matter (routed), the business, and the confirm
  tap (case, journal, receipt, card into the group); every tap is answered too.
- relay: a business adds to its case, which the group reads; the officer asks back, which the business reads. After
  twenty messages it is another business's case: hundreds of questions on one are nobody's, and cost what they are.
- relay-aiogram: the same words through a relay that keeps nothing safe (relay_aiogram.py). echo-…: a text and its echo.
- paced: ten filings begin every second, whoever else is still busy: the answers' and the cards' times.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

from benchmarks.load import (
    OF_A_CASE,
    TEXT,
    TOKEN,
    Crowd,
    bot_process,
    cpu,
    crowd,
    cuts,
    echo,
    file_case,
    file_cases,
    relay,
)
from tests.product import free_port

HERE = Path(__file__).parents[1]
OURS = ("filing", "relay", "paced")
ECHOES = {"echo-ptb-aiohttp": "echo_ptb_aiohttp", "echo-aiogram": "echo_aiogram", "echo-ptb": "echo_ptb"}
PEER = "relay-aiogram"
PACED_SECONDS = 20
A_SECOND = 10


@dataclass(frozen=True)
class Bot:
    """One bot in one mode: ours of a checkout, which keeps what it learns in `kept`, or one of the others."""

    work: str
    mode: str
    checkout: Path = HERE
    python: str = sys.executable
    kept: Path = Path()

    @property
    def is_ours(self) -> bool:
        """Whether it is this product, of whatever age."""
        return self.work in OURS

    @property
    def name(self) -> str:
        """For the table."""
        return self.work if self.checkout == HERE else f"{self.work} before"


@dataclass
class Result:
    """What one bot did with one number of users."""

    bot: Bot
    users: int
    first_answer: float
    updates: int = 0
    seconds: float = 0
    cpu_ms: float = 0
    rss_mb: float = 0
    latencies: list[float] = field(default_factory=list)

    def row(self) -> str:
        """One line of the table."""
        p50, p95, p99 = cuts(self.latencies)
        rate = self.updates / self.seconds
        return (
            f"{self.bot.name:18} {self.bot.mode:8} {self.users:5} {rate:9.0f} {p50:9.1f} {p95:9.1f} {p99:9.1f} "
            f"{self.cpu_ms:9.2f} {self.rss_mb:9.1f} {self.first_answer:9.2f}"
        )


COLUMNS = ("updates/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms/u", "RSS MB", "first s")
HEAD = f"{'bot':18} {'mode':8} {'users':>5} " + " ".join(f"{name:>9}" for name in COLUMNS)


# ---------------------------------------------------------------- one bot


async def measure(bot: Bot, counts: list[int], rounds: int) -> list[Result]:
    """Start a bot and load it with each number of users."""
    with tempfile.TemporaryDirectory() as folder:
        async with crowd() as people:
            command, env = _command(bot, people, Path(folder))
            code = _prepare(command, env, bot.checkout) if bot.is_ours else ""
            began = time.perf_counter()
            with bot_process([*command, "run"] if bot.is_ours else command, env, bot.checkout) as process:
                await people.says(7_000_000, "/start" if bot.is_ours else TEXT)
                first_answer = time.perf_counter() - began
                if bot.is_ours:
                    await people.commands(code, "Sở Xây dựng", people.group)
                await asyncio.sleep(1)
                if bot.work == "paced":
                    await _paced(people, process, bot)
                    return []
                return [await _load(people, process, Result(bot, users, first_answer), rounds) for users in counts]


async def _load(people: Crowd, process: psutil.Process, result: Result, rounds: int) -> Result:
    """So many people at once; what comes before the measured part warms everything up."""
    work, each = result.bot.work, max(10, rounds // result.users // 10 * 10)
    numbers = range(8_000_000 + result.users * 1000, 8_000_000 + result.users * 1000 + result.users)
    if work == "filing":
        doings = [partial(file_cases, people) for _ in numbers]
    elif work == "relay":
        filed = await asyncio.gather(*(_filed(people, each // OF_A_CASE + 1) for _ in numbers))
        doings = [partial(relay, people, cases) for cases in filed]
    elif work == PEER:
        doings = [partial(relay, people, [(person, str(person))]) for person in numbers]
    else:
        doings = [partial(echo, people, person) for person in numbers]
    await asyncio.gather(*(does(10) for does in doings))
    people.latencies, people.updates = [], 0
    used, began = cpu(process), time.perf_counter()
    await asyncio.gather(*(does(each) for does in doings))
    result.seconds = time.perf_counter() - began
    await asyncio.sleep(0.5)  # what nobody waited for is work, too
    result.cpu_ms = 1000 * (cpu(process) - used) / people.updates
    result.updates, result.latencies = people.updates, people.latencies
    result.rss_mb = process.memory_info().rss / 1e6
    print(result.row(), flush=True)
    return result


async def _filed(people: Crowd, count: int) -> list[tuple[int, str]]:
    """So many people, each with a case of theirs."""
    strangers = [next(people.strangers) for _ in range(count)]
    return [(person, await file_case(people, person)) for person in strangers]


async def _paced(people: Crowd, process: psutil.Process, bot: Bot) -> None:
    """Ten filings a second: how long the person waits for each answer, and the group for the card."""
    cards: list[float] = []

    async def one() -> None:
        person = next(people.strangers)
        card = asyncio.ensure_future(people.follows(f"{TEXT} {person}", people.group))
        await file_case(people, person)
        done = time.perf_counter()
        await card
        cards.append(time.perf_counter() - done)

    await asyncio.gather(*(one() for _ in range(5)))
    people.latencies, people.updates = [], 0
    cards.clear()
    used, filings = cpu(process), []
    for _ in range(PACED_SECONDS * A_SECOND):
        filings.append(asyncio.ensure_future(one()))
        await asyncio.sleep(1 / A_SECOND)
    await asyncio.gather(*filings)
    spent = 1000 * (cpu(process) - used) / people.updates
    answers = sorted(people.latencies)[: len(people.latencies) - len(cards)]  # a card's wait began with the person's
    for what, seconds in (("answer", answers), ("card after its receipt", cards)):
        p50, p95, p99 = cuts(seconds)
        print(f"{bot.name} {bot.mode}, {A_SECOND} filings a second, {what}: ", end="")
        print(f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, p99 {p99:.1f} ms; CPU {spent:.2f} ms an update", flush=True)


# ---------------------------------------------------------------- starting it


def _command(bot: Bot, people: Crowd, folder: Path) -> tuple[list[str], dict[str, str]]:
    """How a bot is started; ours wants a command of its command line after it."""
    port, api = free_port(), people.server.url
    if not bot.is_ours:
        module = ECHOES.get(bot.work, "relay_aiogram")
        more = [str(people.group), f"{folder}/relay.db"] if bot.work == PEER else []
        where = bot.mode if bot.mode == "polling" else str(port)
        return [sys.executable, "-m", f"benchmarks.{module}", api, TOKEN, where, *more], {}
    env = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "TELEGRAM_LIMITS": "off",
        "TELEGRAM_MODE": bot.mode,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WEB_PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder}/bench.db",
        "FILES_DIR": f"{bot.kept}/files",
        "LOG_LEVEL": "warning",
    }
    return [bot.python, "-m", "bot"], env


def _prepare(command: list[str], env: dict[str, str], checkout: Path) -> str:
    """A migrated database; what the officer types to bind the group."""
    asked = [*command, "bind-code", "so-xay-dung"]
    told = subprocess.run(asked, env={**os.environ, **env}, cwd=checkout, capture_output=True, text=True, check=True)
    return next(line for line in told.stdout.splitlines() if line.startswith("/gan"))


# ---------------------------------------------------------------- all of them


def main() -> None:
    """Measure and print the table and the ratios."""
    args = _arguments()
    counts = [int(count) for count in args.users.split(",")]
    checkouts = [(HERE, sys.executable)]
    if args.before:
        checkouts.append((args.before.resolve(), args.before_python))
    print(HEAD)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as kept:
        for mode in args.modes.split(","):
            for work in args.only.split(","):
                if mode == "webhook" and work == "echo-ptb":  # as shipped it needs tornado
                    continue
                for checkout, python in checkouts if work in OURS else checkouts[:1]:
                    kept_here = Path(kept) / checkout.name
                    results += asyncio.run(measure(Bot(work, mode, checkout, python, kept_here), counts, args.rounds))
    _tell_ratios(results)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--users", default="1,32,256")
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--only", default=",".join(("filing", "relay", PEER, *ECHOES, "paced")))
    parser.add_argument("--modes", default="polling,webhook")
    parser.add_argument("--before", type=Path, help="an older checkout of this project")
    parser.add_argument("--before-python", default=sys.executable, help="a Python with what it requires")
    return parser.parse_args()


def _tell_ratios(results: list[Result]) -> None:
    """CPU an update of ours over the relay that keeps nothing safe, at the same users and mode."""
    peers = {(each.bot.mode, each.users): each.cpu_ms for each in results if each.bot.work == PEER}
    for each in results:
        if each.bot.is_ours and (peer := peers.get((each.bot.mode, each.users))):
            ratio = each.cpu_ms / peer
            print(f"CPU an update, {each.bot.name:14} / {PEER} {each.bot.mode:8} {each.users:4} users: {ratio:.2f}")


if __name__ == "__main__":
    main()
