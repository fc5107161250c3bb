"""One message brought across: the calls of its messenger, each within the messenger's limits."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from bot.channels.base import Channel, Knocking, Local, Part, Reason, Removing, SendError
from bot.delivery.downloads import Attached, Downloads
from bot.delivery.outcomes import Outcomes
from bot.delivery.refused import instead
from bot.delivery.rendering import Reader, Rendering, code_of, possible, shortened, use_of
from domain.messages import Chat, Kind, Lines, Network, Notice, Words
from handlers import hidden_files as confidential
from handlers.admin import failures
from handlers.officer import arriving
from handlers.officer.discreet import Discreet
from handlers.reaching import Reaching
from storage import chats, files, messages
from storage.database import Store, Tx
from storage.outgoing import outbox
from storage.outgoing.notices import encode
from storage.outgoing.outbox import Item

FILE_PATIENCE = timedelta(minutes=10)
#: how long a change waits that cannot be made but has to be sent: what is written in a row changes it again and again
SETTLED = timedelta(seconds=3)
_MOST_REMEMBERED = 5000
_NOTHING = Attached()


class TooEarly(Exception):  # noqa: N818  what happened, not whose fault
    """A message that would be overtaken by its own successor waits for it so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class LeaseLost(Exception):  # noqa: N818  what happened, not whose fault
    """So much time has passed that another process may have the message; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the database knows about where a message goes."""

    edit: str = ""
    under: str = ""
    wants_topic: bool = False
    thread: str = ""
    attached: Attached = _NOTHING
    instead: Notice | None = None


@dataclass(slots=True)
class Flight:
    """A message on its way, ours for sure until `sure_until` (the loop's time); `is_calling` from its first call on."""

    item: Item
    place: Place
    sure_until: float
    is_calling: bool = False


class Calls:
    """Brings messages across."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[Network, Channel],
        rendering: Rendering,
        downloads: Downloads,
        outcomes: Outcomes,
    ) -> None:
        self._store = store
        self._channels = channels
        self._pages = {network: channel for network, channel in channels.items() if isinstance(channel, Local)}
        self._rendering = rendering
        self._downloads = downloads
        self._outcomes = outcomes
        self.discreet = Discreet()
        self.reaching = Reaching()
        self._shown: dict[tuple[str, str], int] = {}

    def place_of(self, tx: Tx, item: Item) -> Place:
        """Where the message goes; most private messages go nowhere that has to be looked up."""
        channel = self._channels.get(item.chat.network)
        in_group = channel is not None and channel.is_group(item.chat)
        notice = self._shown_there(tx, item)
        notice = self.reaching.shown(tx, item.chat, notice) if in_group else notice
        has_topics = in_group and channel is not None and channel.can.topics
        edit = messages.in_slot(tx, item.chat, notice.slot) if notice.kind in {Kind.EDIT, Kind.REMOVE} else None
        under = messages.in_slot(tx, item.chat, notice.under) if notice.under else None
        bound = chats.bound(tx, item.chat) if notice.about and has_topics and notice.kind is not Kind.REACT else None
        attached = tuple(stored for file in notice.files if (stored := files.get(tx, file)) is not None)
        copies_only = confidential.copies_only(tx, item.chat, notice.about, attached) if attached else frozenset()
        wants_topic = bound is not None and bound.topics
        return Place(
            edit=edit or "",
            under=under or "",
            wants_topic=wants_topic,
            thread=chats.topic(tx, item.chat, notice.about) if wants_topic else "",
            attached=Attached(attached, copies_only, notice.about) if attached else _NOTHING,
            instead=None if notice is item.notice else notice,
        )

    def _shown_there(self, tx: Tx, item: Item) -> Notice:
        """The notice as this chat may read it now."""
        instead = self.discreet.instead(tx, item.chat, item.notice)
        if not arriving.is_sign(item.notice):
            return instead or item.notice
        if instead:
            return replace(instead, words=Lines((instead.words, item.notice.words)))
        return arriving.shown(tx, item.chat, item.notice)

    async def make(self, flight: Flight) -> list[str] | None:
        """The ids of the messages that stand in the chat now, to be noted; None when that is noted already."""
        item, place = flight.item, flight.place
        if page := self._pages.get(item.chat.network):
            await self._write(page, item, place)
            return None
        channel = self._channels.get(item.chat.network)
        if channel is None:
            raise SendError(f"no channel for {item.chat.network}", permanent=True)
        try:
            return await self._call(channel, flight)
        except SendError as error:
            if error.reason in {Reason.NO_THREAD, Reason.MIGRATED}:  # what stood there may be gone
                self._shown = {where: looks for where, looks in self._shown.items() if where[0] != item.chat.id}
            raise

    async def _call(self, channel: Channel, flight: Flight) -> list[str]:
        item = flight.item
        notice = possible(flight.place.instead or item.notice, channel.can)
        if notice is None:
            return []
        if channel.spares(use_of(item.notice)):
            self._outcomes.counts["spared"] += 1
            return []
        if notice.kind is not item.notice.kind and (early := (SETTLED - self._outcomes.age(item)).total_seconds()) > 0:
            raise TooEarly(early)
        flight.item = replace(item, notice=notice)
        if notice.knocks:
            return await self._knock(channel, flight)
        if notice.kind in {Kind.REACT, Kind.REMOVE}:
            await self._sign(channel, flight)
            return []
        if notice.kind is Kind.EDIT and flight.place.edit and await self._edit(channel, flight):
            return []
        return await self._say(channel, flight)

    async def _knock(self, channel: Channel, flight: Flight) -> list[str]:
        """Ask somebody to come back, with a link to what is said of their case."""
        if not isinstance(channel, Knocking):
            raise SendError("nobody can be asked to come back there", permanent=True)
        brought = await self._downloads.ready(flight.place.attached, is_late=False)
        link = next((self._rendering.link_to(file) for file in brought.files), "")
        async with self._room(channel, flight):
            return await channel.knock(flight.item.chat, code_of(flight.item.notice.words), link)

    async def _sign(self, channel: Channel, flight: Flight) -> None:
        """Mark somebody's message, or take one out of the chat, if it is known which."""
        chat, notice = flight.item.chat, flight.item.notice
        message = flight.place.edit or notice.reply_to
        if notice.kind is Kind.REMOVE and message and isinstance(channel, Removing):
            async with self._room(channel, flight, change=True):
                await channel.remove(chat, message)
        elif notice.kind is Kind.REACT:
            async with self._room(channel, flight, change=True):
                await channel.react(chat, message)

    @contextlib.asynccontextmanager
    async def _room(
        self, channel: Channel, flight: Flight, weight: int = 1, *, change: bool = False
    ) -> AsyncIterator[None]:
        """Room within the messenger's limits, for a message that is still ours."""
        chat, pace = flight.item.chat, channel.pace
        while pace and (wait := pace.wait(chat, weight, change=change)) > 0:  # noqa: ASYNC110  room comes with time
            await asyncio.sleep(wait)
        if asyncio.get_running_loop().time() > flight.sure_until:
            raise LeaseLost
        flight.is_calling = True
        if pace:
            pace.book(chat, weight, change=change)
        try:
            yield
        finally:
            if pace:
                pace.called(chat, weight, change=change)

    async def _edit(self, channel: Channel, flight: Flight) -> bool:
        """Change a message that stands in the chat; False when it is gone and has to be sent anew."""
        item, place = flight.item, flight.place
        looks = _looks(item)
        if self._shown.get((item.chat.id, place.edit)) == looks:
            return True
        self._shown.pop((item.chat.id, place.edit), None)
        part = self._rendering.change(item.notice, _reader(channel, item))
        try:
            async with self._room(channel, flight, change=True):
                await channel.edit(item.chat, place.edit, part)
        except SendError as error:
            if error.reason is not Reason.NO_MESSAGE:
                raise
            return False
        self._remember(item.chat, place.edit, looks)
        return True

    def _remember(self, chat: Chat, message_id: str, looks: int) -> None:
        """What a message looks like, so that a change that changes nothing is neither put into words nor sent."""
        if len(self._shown) >= _MOST_REMEMBERED:
            self._shown.clear()
        self._shown[chat.id, message_id] = looks

    async def _say(self, channel: Channel, flight: Flight) -> list[str]:
        """A new message in its parts, each but the last noted as soon as it stands in the chat."""
        item = flight.item
        parts = await self._parts(channel, item, flight.place)
        ids: list[str] = []
        for number in range(item.parts, len(parts)):
            part = parts[number]
            part_ids = await self._send(channel, flight, part)
            ids += part_ids
            if number + 1 < len(parts):
                flight.item = replace(item, parts=number + 1)
                note = partial(outbox.part_sent, item=item, done=number + 1, message_id=part_ids[0])
                await self._outcomes.note(note)
        if len(parts) == 1 and item.notice.slot and not item.notice.files:
            self._remember(item.chat, ids[0], _looks(item))
        return _head_first(parts, item.parts, ids)

    async def _send(self, channel: Channel, flight: Flight, part: Part) -> list[str]:
        """One part; files that the messenger refuses go another way, or are named where they are missing."""
        if part.missing:
            missing = self._rendering.wording.say(part.missing, flight.item.language)
            part = replace(part, text="\n\n".join(filter(None, (part.text, missing))), missing=None)
        try:
            async with self._room(channel, flight, max(1, len(part.files))):
                chat = await self._thread(channel, flight)
                return await channel.send(chat, part)
        except SendError as error:
            others = instead(part, error, channel.can, self._rendering.link_to)
            if not others:
                raise
        return [number for each in others for number in await self._send(channel, flight, each)]

    async def _parts(self, channel: Channel, item: Item, place: Place) -> list[Part]:
        notice, attached = item.notice, place.attached
        brought = await self._downloads.ready(attached, is_late=self._outcomes.age(item) > FILE_PATIENCE)
        if brought.withheld:
            words = Words("files-withheld", {"count": brought.withheld})
            notice = replace(notice, words=Lines((notice.words, words), "\n\n"))
        parts = self._rendering.parts(notice, _reader(channel, item), brought.files, brought.lost)
        first = replace(parts[0], reply_to=(notice.reply_to or place.under) if channel.can.reply_to else "")
        return [replace(part, fleeting=notice.fleeting, asks=notice.asks) for part in (first, *parts[1:])]

    async def _thread(self, channel: Channel, flight: Flight) -> Chat:
        """The chat with the right thread: the case's topic where the group wants one, opened at its first card."""
        item, place = flight.item, flight.place
        if not place.wants_topic:
            return item.chat
        thread = place.thread
        if not thread:
            title = self._rendering.wording.say(_topic_title(item.notice), item.language)
            try:
                thread = await channel.open_topic(item.chat, title)
            except SendError as error:
                if not error.permanent or error.reason is Reason.MIGRATED:
                    raise
                await self._outcomes.note(lambda tx: failures.give_up_topics(tx, item.chat))
                return item.chat
            flight.place = replace(place, thread=thread)
            await self._outcomes.note(lambda tx: chats.open_topic(tx, item.chat, item.notice.about, thread))
        return replace(item.chat, thread=thread)

    async def _write(self, page: Local, item: Item, place: Place) -> None:
        """A message on the page: it is written and settled in one transaction, so it is there exactly once."""
        sign = item.notice if item.notice.kind is Kind.REACT or arriving.is_sign(item.notice) else None
        item = replace(item, notice=place.instead or item.notice)
        parts = await self._parts(page, item, place) if possible(item.notice, page.can) else []

        def write(tx: Tx) -> None:
            if not outbox.is_waiting(tx, item):  # an earlier commit whose answer was lost
                return
            if sign:
                page.mark(tx, item.chat, sign.reply_to, self._rendering.wording.say(sign.words, item.language))
            if not parts or (place.edit and page.rewrite(tx, item.chat, place.edit, shortened(parts))):
                outbox.sent(tx, item, ())
                return
            ids = [page.write(tx, item.chat, part) for part in parts]
            outbox.sent(tx, as_new(item), _head_first(parts, 0, ids))

        await self._store.run(write)
        page.wrote(item.chat)


def _reader(channel: Channel, item: Item) -> Reader:
    return Reader(item.language, channel.can, in_group=channel.is_group(item.chat))


def as_new(item: Item) -> Item:
    """The message an edit becomes when what it changes is gone; it takes the slot."""
    return item if item.notice.kind is Kind.SEND else replace(item, notice=replace(item.notice, kind=Kind.SEND))


def _looks(item: Item) -> int:
    """What is said in which language: what says the same looks the same, and need not be put into words to know it."""
    notice = item.notice
    return hash((encode(Notice(notice.to, notice.words, notice.choices)), item.language))


def _head_first(parts: list[Part], first: int, ids: list[str]) -> list[str]:
    """The ids sent from part `first` on; in front the last text's, which carries the buttons: the slot means it."""
    head = max((number for number, part in enumerate(parts) if not part.files), default=0) - first
    at = head if 0 <= head < len(ids) else 0
    return [*ids[at:], *ids[:at]]


def _topic_title(notice: Notice) -> Words:
    """The title of a case's topic: the card's first line knows it."""
    first: Any = notice.words
    while hasattr(first, "items") and isinstance(first.items, tuple):
        first = first.items[0]
    return Words("topic-title", {"code": first.args.get("code", ""), "kind": first.args.get("kind", "")})
