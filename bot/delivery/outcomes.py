"""What became of a message, written down: tried again later, given up visibly, or put right first."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog

from bot import logs
from bot.channels.base import Reason, SendError
from domain.messages import Kind
from handlers.admin import failures
from handlers.reaching import Reaching
from storage.database import Store, Tx
from storage.outgoing import envelopes, outbox
from storage.outgoing.outbox import Item
from storage.trouble import in_trouble

log = structlog.get_logger()
T = TypeVar("T")

LONGEST_TRY = timedelta(days=3)
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 300.0
MOST_BREAKS = 5
#: how often a message is tried again to be taken out of a chat
MOST_REMOVALS = 3
_MENDED = frozenset({Reason.MIGRATED, Reason.NO_THREAD})


class Outcomes:
    """Notes what happened to messages, and counts it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self.reaching = Reaching()
        self.counts: dict[str, int] = {"sent": 0, "retried": 0, "given_up": 0, "spared": 0}

    def age(self, item: Item) -> timedelta:
        """How long ago the message was posted."""
        return self._clock() - item.posted_at if item.posted_at else timedelta()

    async def note(self, work: Callable[[Tx], T]) -> T:
        """Write down what has happened, however long the database is in trouble: without it, it would happen again."""
        pause = 0.05
        while True:
            try:
                return await self._store.run(work)
            except Exception as error:
                if not in_trouble(error):
                    raise
                logs.crashed("delivery.not_noted", error)
            await asyncio.sleep(pause)
            pause = min(2.0, pause * 2)

    async def sent(self, item: Item, ids: Sequence[str]) -> None:
        """The message stands in the chat: come what may, it is not sent again."""
        try:
            await self.note(partial(outbox.sent, item=item, message_ids=ids))
        except Exception as error:  # noqa: BLE001  then nothing of it is remembered but that it was sent
            logs.crashed("delivery.half_noted", error, item=item.id)
            await self.note(partial(outbox.sent, item=item, message_ids=()))

    async def failed(self, item: Item, error: SendError) -> float:
        """Note the failure; the seconds its chat rests now."""
        log.warning(
            "delivery.failed", item=item.id, network=item.chat.network, error=str(error), permanent=error.permanent
        )
        if error.reason in _MENDED and item.attempts < MOST_BREAKS:
            await self.note(lambda tx: _mend(tx, item, error))
            return 0
        is_over = item.notice.kind is Kind.REMOVE and item.attempts >= MOST_REMOVALS  # nobody's words wait for it
        if error.permanent or is_over or self.age(item) > LONGEST_TRY:
            self.counts["given_up"] += 1
            await self._give_up(item, error)
            return 0
        self.counts["retried"] += 1
        seconds = backoff(item.attempts, error.retry_after)
        until = self._clock() + timedelta(seconds=seconds)
        await self.note(partial(outbox.back_off, item=item, until=until, error=str(error)))
        return seconds

    async def _give_up(self, item: Item, error: SendError) -> None:
        try:
            await self.note(lambda tx: self._given_up(tx, item, error))
        except Exception as trouble:  # noqa: BLE001  whoever had to be told: the message itself is not tried for ever
            logs.crashed("delivery.half_given_up", trouble, item=item.id)
            await self.note(partial(outbox.give_up, item=item, error=str(error)))

    def _given_up(self, tx: Tx, item: Item, error: SendError) -> None:
        if error.reason is Reason.WINDOW or item.notice.knocks:
            self.reaching.go_on(tx, item, str(error))
        else:
            _give_up(tx, item, error)


def _mend(tx: Tx, item: Item, error: SendError) -> None:
    """The group has a new id, or the topic is gone: put that right and try again."""
    if error.reason is Reason.NO_THREAD:
        failures.forget_topic(tx, item.chat, item.notice.about)
    else:
        envelopes.migrate(tx, item.chat, error.detail)
    outbox.back_off(tx, replace(item, chat=replace(item.chat, thread="")), tx.now, str(error))


def _give_up(tx: Tx, item: Item, error: SendError) -> None:
    outbox.give_up(tx, item, str(error))
    if item.notice.kind is Kind.SEND:
        failures.report_undelivered(tx, item, blocked=error.reason is Reason.BLOCKED)


def backoff(attempts: int, retry_after: float) -> float:
    """Seconds to wait: what the messenger says, else doubling from half a second to five minutes, with jitter."""
    if retry_after:
        return retry_after + random.uniform(0.05, 0.5)  # noqa: S311  jitter, not a secret
    return min(LONGEST_BACKOFF, FIRST_BACKOFF * float(2 ** min(attempts, 10))) * random.uniform(0.8, 1.2)  # noqa: S311
