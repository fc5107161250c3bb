"""The product as a process that can be killed."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Self

from bot.settings import ROOT, Settings
from bot.wiring import build
from domain.messages import Chat, Network
from storage import chats, migrations
from tests.faults.crowd import GROUP, until

TOKEN = "123456789:stand-in-token"
_LEARNT = Path(tempfile.gettempdir()) / f"govuong-learnt-{os.getpid()}"
QUIET = {"LOG_LEVEL": "error", "TELEGRAM_LIMITS": "off", "TELEGRAM_TOKEN": TOKEN}


def prepared(url: str) -> None:
    """A database in which one department has the crowd's group."""
    migrations.upgrade(url)
    parts = build(Settings(_env_file=None, database_url=url))
    group = Chat(Network.TELEGRAM, str(GROUP))
    parts.store.call(lambda tx: chats.bind(tx, group, "department", "so-xay-dung", "Sở Xây dựng"))
    parts.store.close()


class Program:
    """`govuong` with these arguments and settings, to be started and killed as often as one likes."""

    def __init__(self, folder: Path, *arguments: str, **env: str) -> None:
        self._arguments = arguments
        self.env = {**os.environ, **QUIET, "FILES_DIR": str(folder / "files"), **env}
        self._folder = folder
        self._errors = folder / "stderr.txt"
        self._loaded: asyncio.subprocess.Process
        self.pid = 0

    async def __aenter__(self) -> Self:
        """Loaded and running; routing is learnt once for all of them, not anew by each in its own folder."""
        for lessons in _LEARNT.glob("learnt-*.bin"):
            shutil.copy(lessons, self._folder)
        with self._errors.open("ab") as errors:
            self._loaded = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.faults.standby", *self._arguments,
                cwd=ROOT, env=self.env, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        assert await self._line() == "loaded", self._errors.read_text()
        _LEARNT.mkdir(exist_ok=True)
        for lessons in self._folder.glob("learnt-*.bin"):
            shutil.copy(lessons, _LEARNT)
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Ended as an operator would end it, unless it was killed."""
        await self.stop()
        assert self._loaded.stdin
        self._loaded.stdin.close()
        await self._loaded.wait()

    async def _line(self) -> str:
        assert self._loaded.stdout
        return (await self._loaded.stdout.readline()).decode().strip()

    async def start(self) -> None:
        """A new process begins."""
        assert self._loaded.stdin
        self._loaded.stdin.write(b"\n")
        while not (said := await self._line()).isdecimal():  # one that serves the page says where
            assert said, self._errors.read_text()
        self.pid = int(said)

    async def kill(self) -> None:
        """Kill it as the kernel would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """End it as an operator would."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self.pid:
            os.kill(self.pid, how)
            await until(lambda: not Path(f"/proc/{self.pid}").exists(), 20)
        self.pid = 0
