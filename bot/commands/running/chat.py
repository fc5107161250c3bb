"""`govuong chat`: the bot in this terminal, for support and demonstrations."""

from __future__ import annotations

import argparse
import asyncio
import sys
import threading
from typing import cast

from bot import logs
from bot.channels.terminal.messenger import TerminalMessenger
from bot.settings import Settings
from bot.wiring import Parts, running
from storage.outgoing import outbox

#: seconds in which the last answers may still come
LAST_WORDS = 10.0


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(settings: Settings, _args: argparse.Namespace) -> int:
    """Talk until the input ends; 1 when another process already runs on the same SQLite file."""
    logs.set_up(settings)
    try:
        asyncio.run(_talk(settings))
    except BlockingIOError:
        print("Another process already runs on this SQLite database; name another with DATABASE_URL.", file=sys.stderr)
        return 1
    return 0


async def _talk(settings: Settings) -> None:
    async with running(settings, receives=True, works=True, also=("terminal",)) as parts:
        terminal = cast("TerminalMessenger", parts.messengers[-1])
        terminal.channel.show = _show
        await asyncio.sleep(0)  # it begins to listen
        threading.Thread(target=_read, args=(terminal,), daemon=True).start()
        await terminal.has_ended.wait()
        await _last_words(parts)


def _show(room: str, words: str) -> None:
    print(f"[{room}] {words}\n" if room else words, flush=True)


def _read(terminal: TerminalMessenger) -> None:
    for line in sys.stdin:
        terminal.type(line)
    terminal.type(":end")


async def _last_words(parts: Parts) -> None:
    """Wait until what was said last is answered."""
    for _ in range(int(LAST_WORDS * 10)):
        if not (await parts.store.run(outbox.counts)).get("waiting"):
            return
        await asyncio.sleep(0.1)
