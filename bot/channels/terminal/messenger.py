"""A terminal, set up: lines come in as messages of whoever types, in private or in a group.

`:as NAME` speaks as somebody else, `:in NAME` in a group, `:out` in private again; `:file PATH` sends a file; `:end`
ends it.
"""

from __future__ import annotations

import asyncio
import itertools
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.messenger import Finding, Means, Webhook
from bot.channels.terminal.screen import GROUP, Screen
from bot.intake import Intake
from domain.file_types import HEAD, sniff
from domain.messages import Chat, Incoming, Network, Sender, Upload
from storage.database import Store

HELP = "  :as TÊN · :in NHÓM · :out · :file ĐƯỜNG_DẪN · :end"


def set_up(means: Means) -> TerminalMessenger:  # noqa: ARG001  a terminal needs nothing of it
    """A terminal at which Lan sits."""
    return TerminalMessenger()


class TerminalMessenger:
    """Takes typed lines; `shown` is what stands on the screen, a room and the words each."""

    hook = ""
    meter = None

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.channel = Screen(lambda room, words: self.shown.append((room, words)))
        self.name, self.group = "Lan", ""
        self.has_ended = asyncio.Event()
        self._lines: asyncio.Queue[str] = asyncio.Queue()
        self._session = uuid.uuid4().hex[:12]
        self._numbers = itertools.count(1)
        self._loop: asyncio.AbstractEventLoop | None = None

    def type(self, line: str) -> None:
        """Somebody typed a line, on any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._lines.put_nowait, line)

    async def listen(self, intake: Intake, names: set[str]) -> None:  # noqa: ARG002
        """Take lines in one after the other until `:end`."""
        self._loop = asyncio.get_running_loop()
        self.channel.show("", HELP)
        while (line := (await self._lines.get()).strip()) != ":end":
            incoming = self._read(line)
            if incoming is not None:
                await intake.take(incoming)
        self.has_ended.set()

    def _read(self, line: str) -> Incoming | None:
        """What a line means; None for one that only says who types, or where."""
        match line.partition(" "):
            case (":as", _, name) if name:
                self.name = name.strip()
            case (":in", _, group) if group:
                self.group = group.strip()
            case (":out", _, _):
                self.group = ""
            case (":file", _, path) if Path(path).is_file():
                return self._said("", self._upload(Path(path)))
            case (word, _, _) if not word or word.startswith(":"):
                self.channel.show("", HELP)
            case _:
                return self._said(line)
        return None

    def _said(self, text: str, *uploads: Upload) -> Incoming:
        number, chat = f"{self._session}:{next(self._numbers)}", f"{GROUP}{self.group}" if self.group else self.name
        return Incoming(
            id=number,
            chat=Chat(Network.TERMINAL, chat),
            sender=Sender(self.name, self.name),
            at=datetime.now(UTC),
            private=not self.group,
            text=text,
            uploads=uploads,
            message_id=number,
            addressed=bool(self.group),
        )

    def _upload(self, path: Path) -> Upload:
        with path.open("rb") as file:
            kind, mime = sniff(file.read(HEAD))
        return Upload(kind, str(path.absolute()), path.name, mime, path.stat().st_size)

    def webhook(self, intake: Intake) -> Webhook:
        """Nobody sends anything to a terminal."""
        raise NotImplementedError

    async def findings(self, store: Store) -> AsyncIterator[Finding]:  # noqa: ARG002
        """A terminal is well as long as somebody sees it."""
        yield True, "a terminal", ""

    async def trouble(self, store: Store) -> str:  # noqa: ARG002  it needs none
        """None: whoever types sees what comes of it."""
        return ""

    async def close(self) -> None:
        """Nothing is held."""
