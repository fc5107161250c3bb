"""Who has a page open: a nudge per chat, so that a page asks for its news at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nudge:
    """Something is new in a page chat; `toast` is a fleeting text that is kept nowhere."""

    toast: str = ""
    tap_id: str = ""


class Hub:
    """Open pages by chat id, within this process."""

    def __init__(self) -> None:
        self._open: dict[str, set[asyncio.Queue[Nudge]]] = defaultdict(set)
        self.is_closed = False

    def join(self, chat_id: str) -> asyncio.Queue[Nudge]:
        """A queue that receives a Nudge for everything new in the chat."""
        nudges: asyncio.Queue[Nudge] = asyncio.Queue(maxsize=100)
        self._open[chat_id].add(nudges)
        return nudges

    def leave(self, chat_id: str, nudges: asyncio.Queue[Nudge]) -> None:
        """Stop receiving."""
        self._open[chat_id].discard(nudges)
        if not self._open[chat_id]:
            del self._open[chat_id]

    def publish(self, chat_id: str, nudge: Nudge | None = None) -> None:
        """Tell every open page of the chat; a page too slow to listen finds its news at the next look."""
        for nudges in self._open.get(chat_id, ()):
            if not nudges.full():
                nudges.put_nowait(nudge or Nudge())

    def close(self) -> None:
        """End every open stream: without this the web server would wait for its readers when it is told to stop."""
        self.is_closed = True
        for chat_id in self._open:
            self.publish(chat_id)
