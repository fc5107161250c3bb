"""New messages leave one at a time as long as nobody waits long for it, and side by side when they fall behind.

A message that has been sent but is not yet noted as sent is sent again by the next process if this one dies just then;
messengers offer no key against that. So what is on its way at once is what a crash can double. It is one message while
we keep up, and one more for every `patience` the next in line has waited. A process that has just started is the most
patient: it may be one that keeps dying.
"""

from __future__ import annotations

import asyncio
from collections import deque

PATIENCE = (0.02, 0.25)
PATIENT_CALLS = 5
CAUTIOUS_MESSAGES = 300
CAUTIOUS_PATIENCE = 3.0
_FORGETTING = 1.02


class Gate:
    """`await enter()` before a message leaves, `leave()` when it is noted (or failed); first come, first served."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._on_way = 0
        self._crossed = 0
        self._usual = PATIENCE[1]
        self._waiting: deque[tuple[float, asyncio.Future[None]]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def patience(self) -> float:
        """Seconds a message waits for each one on its way: the time of five quick ones, within bounds."""
        if self._crossed < CAUTIOUS_MESSAGES:
            return CAUTIOUS_PATIENCE
        shortest, longest = PATIENCE
        return min(longest, max(shortest, PATIENT_CALLS * self._usual))

    async def enter(self) -> float:
        """Wait for a turn; returns the instant it began, for `leave`."""
        loop = asyncio.get_running_loop()
        if not self._on_way:
            self._on_way = 1
            return loop.time()
        turn: asyncio.Future[None] = loop.create_future()
        self._waiting.append((loop.time(), turn))
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._end()
            raise
        return loop.time()

    def leave(self, since: float) -> None:
        """The message is noted: the next one may go."""
        took = asyncio.get_running_loop().time() - since
        self._usual = min(self._usual * _FORGETTING, took)
        self._crossed += 1
        self._end()

    def _end(self) -> None:
        self._on_way -= 1
        self._admit()

    def _ring(self) -> None:
        """Somebody has waited long enough."""
        self._timer = None
        self._admit()

    def _admit(self) -> None:
        """Let in whoever's time has come, and look again when the next one's will have."""
        loop = asyncio.get_running_loop()
        while self._waiting:
            since, turn = self._waiting[0]
            if not turn.done():
                until = since + self._on_way * self.patience
                if self._on_way >= self._most or until > loop.time():
                    break
                self._on_way += 1
                turn.set_result(None)
            self._waiting.popleft()
        if self._waiting and self._on_way < self._most:
            if self._timer is not None and until < self._timer.when():
                self._timer.cancel()
                self._timer = None
            self._timer = self._timer or loop.call_at(until, self._ring)
