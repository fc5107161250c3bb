"""Reports are drawn by a process of their own, which may fail alone; delivery fetches them like any attachment."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import structlog

from bot import children
from bot.channels.base import Reason, SendError
from bot.settings import Settings
from domain.statistics.periods import read

log = structlog.get_logger()

LONGEST = 180.0
#: how much drawing gives way to those who are served
NICE = 5


class Drawing:
    """Files by `PERIOD|UNTIL|FORM`; all forms of a report are drawn at once, one report at a time."""

    def __init__(self, settings: Settings) -> None:
        self._env = children.environment(settings)
        self._turn = asyncio.Lock()
        self._drawn: tuple[str, dict[str, bytes]] = ("", {})

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The file; raises SendError when it could not be drawn, which may succeed later, or is too large."""
        report, _, form = ref.rpartition("|")
        async with self._turn:
            if self._drawn[0] != report:
                self._drawn = (report, await self._draw(*report.split("|")))
            content = self._drawn[1][form]
        if len(content) > largest:
            raise SendError(f"{ref}: {len(content)} bytes", permanent=True, reason=Reason.TOO_LARGE)
        return content

    async def _draw(self, period: str, until: str) -> dict[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="govuong-") as folder:
            command = ("report", f"--{read(period).span}", period, "--as-of", until, "--out", folder)
            try:
                code = await children.run(command, self._env, LONGEST, NICE)
            except TimeoutError:
                raise SendError(f"{period}: not drawn within {LONGEST:.0f} s", permanent=False) from None
            if code:
                log.warning("drawing.failed", period=period, code=code)
                raise SendError(f"{period}: not drawn ({code})", permanent=False)
            return await asyncio.to_thread(_all_of, Path(folder))


def _all_of(folder: Path) -> dict[str, bytes]:
    return {path.suffix[1:]: path.read_bytes() for path in folder.iterdir()}
