"""The terminal's way out: what is sent is shown, with the room it was sent to; a file is the path where it lies."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from pathlib import Path

from bot.channels.base import Capabilities, Part, Plain, Reason, SendError, Use
from domain.messages import Chat, Network

#: a group's id begins so; everything else is somebody's private chat
GROUP = "g:"


class Screen(Plain):
    """Shows; `show` gets the name of a room and the words."""

    network = Network.TERMINAL
    can = Capabilities(buttons=0, edit=False, react=False, reply_to=False, topics=False, max_length=20_000)
    pace = None

    def __init__(self, show: Callable[[str, str], None]) -> None:
        self.show = show
        self._numbers = itertools.count(1)

    def is_group(self, chat: Chat) -> bool:
        """By the mark before its id."""
        return chat.id.startswith(GROUP)

    def spares(self, use: Use) -> bool:  # noqa: ARG002
        """Nothing: a screen costs nothing."""
        return False

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """Show a message, and where its files lie."""
        files = [f"📎 {file.name}" for file in part.files]
        self.show(chat.id.removeprefix(GROUP), "\n".join(filter(None, [part.text, *files])))
        return [f"{next(self._numbers)}"]

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The bytes of a file of whoever sits at the terminal."""
        try:
            content = await asyncio.to_thread(Path(ref).read_bytes)
        except OSError as error:
            raise SendError(f"file: {type(error).__name__}", permanent=True) from None
        if len(content) > largest:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
        return content
