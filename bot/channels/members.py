"""Whether whoever does something in a group is in it: asked of the messenger, and remembered for a while.

Membership of a bound group is what makes somebody an officer. A group that is public, or the discussion of a channel,
lets others press its buttons and write; most messengers have no such groups and are not asked.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

import structlog

from bot.channels.base import Channel, SendError
from domain.messages import Chat, Incoming, Membership, Network

log = structlog.get_logger()

#: seconds for which an answer is believed, and for which a yes is while nobody can be asked
FRESH, KNOWN = 600.0, 12 * 3600.0
#: seconds to wait for the messenger, while that chat's next messages wait
LONGEST = 8.0
FIRST_PAUSE = 0.25
MOST = 10_000


@runtime_checkable
class Peopled(Protocol):
    """A messenger that knows who is in a group."""

    async def is_member(self, chat: Chat, user: str) -> bool:
        """Whether the person is in the group now; raises SendError when that cannot be said."""
        ...


class Members:
    """Who was seen in which group, in this process."""

    def __init__(self, channels: Mapping[Network, Channel], clock: Callable[[], float] = time.monotonic) -> None:
        self._channels, self._clock = channels, clock
        self._seen: dict[tuple[Network, str, str], tuple[float, bool]] = {}

    async def looked_up(self, incoming: Incoming) -> Incoming:
        """The same, and whether its sender is in the group; of mere talk, or a private chat's, nobody is asked."""
        channel = self._channels.get(incoming.chat.network)
        if not isinstance(channel, Peopled) or not _is_work(incoming):
            return incoming
        return replace(incoming, membership=await self._of(channel, incoming.chat, incoming.sender.id))

    async def _of(self, channel: Peopled, chat: Chat, user: str) -> Membership:
        key = (chat.network, chat.id, user)
        at, was = self._seen.get(key, (-KNOWN, False))
        if was and self._clock() - at < FRESH:
            return Membership.YES
        try:
            async with asyncio.timeout(LONGEST):
                found = await _asked(channel, chat, user)
        except (SendError, TimeoutError) as error:
            log.warning("members.not_asked", why=type(error).__name__)
            return Membership.YES if was and self._clock() - at < KNOWN else Membership.UNKNOWN
        self._remember(key, found)
        return Membership.YES if found else Membership.NO

    def _remember(self, key: tuple[Network, str, str], found: bool) -> None:  # noqa: FBT001
        self._seen[key] = (self._clock(), found)
        if len(self._seen) > MOST:
            old = self._clock() - FRESH
            self._seen = {each: (at, was) for each, (at, was) in self._seen.items() if at > old}


async def _asked(channel: Peopled, chat: Chat, user: str) -> bool:
    """The messenger's answer; a failure that may pass (too many calls, its server) is no answer: it is asked again."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await channel.is_member(chat, user)
        except SendError as error:
            if error.permanent:
                raise
            await asyncio.sleep(error.retry_after or pause)
        pause *= 2


def _is_work(incoming: Incoming) -> bool:
    """A tap, a command, a reply to the bot, by a person; an administrator who writes as the group is in it."""
    sender = incoming.sender
    if incoming.private or incoming.event or sender.is_channel or sender.id == incoming.chat.id:
        return False
    return bool(incoming.tap_id or incoming.reply_text or incoming.text.startswith("/"))
