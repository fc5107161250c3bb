"""Answers to taps: at once, past everything that waits; tried a few times, because they soon mean nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot import logs
from bot.channels.base import Channel, SendError
from bot.delivery.outcomes import backoff
from bot.delivery.wording import Wording
from domain.messages import Network
from storage.outgoing.outbox import Item

log = structlog.get_logger()

TRIES = 4
SIDE_BY_SIDE = 32


class Toasts:
    """Says them; one that cannot be said is let go."""

    def __init__(self, channels: Mapping[Network, Channel], wording: Wording) -> None:
        self._channels = channels
        self._wording = wording
        self._free = asyncio.Semaphore(SIDE_BY_SIDE)

    async def say(self, item: Item) -> None:
        """Answer one tap."""
        try:
            channel = self._channels[item.chat.network]
            text = self._wording.say(item.notice.words, item.language)
            for attempt in range(TRIES):
                try:
                    async with self._free:
                        await channel.toast(item.chat, item.notice.tap_id, text)
                except SendError as error:
                    log.warning("delivery.toast_failed", network=item.chat.network, error=str(error))
                    await asyncio.sleep(backoff(attempt, error.retry_after))
                else:
                    return
        except Exception as error:  # noqa: BLE001  whatever it is, nothing else depends on it
            logs.crashed("delivery.toast_broken", error)
