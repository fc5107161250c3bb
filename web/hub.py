"""Who has a page open: a nudge per chat, so that a page asks for its news at once, whichever process has it open."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nudge:
    """Something is new in a page chat; `toast` is a fleeting text that is kept nowhere."""

    toast: str = ""
    tap_id: str = ""


class Hub:
    """Open pages by chat id, within this process; `elsewhere` passes on what is new to where others are open."""

    def __init__(self, elsewhere: Callable[[str, Nudge], None] = lambda _chat_id, _nudge: None) -> None:
        self._elsewhere = elsewhere
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
        """Tell every open page of the chat, also those of other processes."""
        nudge = nudge or Nudge()
        self.pass_on(chat_id, nudge)
        self._elsewhere(chat_id, nudge)

    def pass_on(self, chat_id: str, nudge: Nudge) -> None:
        """Tell the pages open here; one too slow to listen finds its news at the next look."""
        for nudges in self._open.get(chat_id, ()):
            if not nudges.full():
                nudges.put_nowait(nudge)

    def look_again(self) -> None:
        """Something may have been missed: every page looks."""
        for chat_id in self._open:
            self.pass_on(chat_id, Nudge())

    def close(self) -> None:
        """End every open stream: without this the web server would wait for its readers when it is told to stop."""
        self.is_closed = True
        self.look_again()
