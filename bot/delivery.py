"""The outbox's way out: claim → words → channel → settled, backed off, or visibly given up.

Nothing else in the program sends. A chat's messages leave one after another, the more urgent first; different chats
side by side. Every result is written down before the chat's next message leaves, so that a process killed at any
moment repeats at most the one message per chat that was on its way.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from typing import Any

import structlog

from bot import logs
from bot.channels.base import Channel, File, Part, Reason, SendError
from bot.limits import Limits, is_group
from bot.wording import Wording
from domain.messages import Chat, Kind, Network, Notice, Urgency, Words
from handlers import admin
from storage import chats, files, outbox
from storage.blobs import Blobs
from storage.files import Stored
from storage.outbox import Item
from storage.transaction import Store, Tx

log = structlog.get_logger()

LONGEST_TRY = timedelta(days=3)
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 300.0
SIDE_BY_SIDE = 32
LOOK_EVERY = 1.0
RENEW_EVERY = 20.0
FILE_LIFE = timedelta(days=1)

_LaneKey = tuple[Network, str, bool]


@dataclass(slots=True)
class _Lane:
    """What waits for one chat, most urgent first; `broken` while a failure is being written down."""

    waiting: list[tuple[int, int, Item]] = field(default_factory=list)
    broken: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """What the database knows about where a message goes."""

    edit: str | None = None
    under: str = ""
    wants_topic: bool = False
    thread: str = ""
    attached: tuple[Stored, ...] = ()


class Delivery:
    """Brings every posted message to its chat."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[Network, Channel],
        wording: Wording,
        blobs: Blobs,
        limits: Limits,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._channels = channels
        self._wording = wording
        self._blobs = blobs
        self._limits = limits
        self._clock = clock
        self._lanes: dict[_LaneKey, _Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._free = asyncio.Semaphore(SIDE_BY_SIDE)
        self._fetching: dict[int, asyncio.Lock] = {}
        self.largest_file = 20_000_000
        self.counts: dict[str, int] = {"sent": 0, "retried": 0, "given_up": 0}

    # ------------------------------------------------------------ in

    def wake(self) -> None:
        """Look at the database soon."""
        self._wake.set()

    def posted(self, items: list[Item]) -> None:
        """Rows just committed: ours go straight to their lanes, for the others there is a look at the database."""
        for item in items:
            if not item.mine:
                self._wake.set()
            else:
                self._queue(item)

    async def run(self) -> None:
        """Deliver until cancelled."""
        renewing = asyncio.create_task(self._renew())
        try:
            while True:
                self._wake.clear()
                while await self._claim():
                    pass
                await self._fetch_waiting()
                await self._sleep()
        finally:
            renewing.cancel()
            for task in self._tasks:
                task.cancel()

    async def _sleep(self) -> None:
        """Until somebody wakes us, the next retry is due, or a while has passed."""
        at = await self._store.run(outbox.next_retry)
        seconds = LOOK_EVERY if at is None else min(LOOK_EVERY, max(0.02, (at - self._clock()).total_seconds()))
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return

    async def _claim(self) -> bool:
        items = await self._store.run(outbox.claim)
        for item in items:
            self._queue(item)
        return len(items) > 0

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            await self._store.run(outbox.renew)

    def _queue(self, item: Item) -> None:
        key = (item.chat.network, item.chat.id, item.notice.kind is Kind.TOAST)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane()
            task = asyncio.create_task(self._serve(key, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if not lane.broken:  # what joins a broken lane was released with it, and is claimed again in order
            heappush(lane.waiting, (int(item.notice.urgency), item.id, item))

    # ------------------------------------------------------------ one chat

    async def _serve(self, key: _LaneKey, lane: _Lane) -> None:
        """Send what waits for one chat until nothing does, or until something has to be tried again later."""
        try:
            while lane.waiting and not lane.broken:
                delay = self._delay(lane.waiting[0][2])
                if delay > 0:
                    await asyncio.sleep(delay)
                    continue
                item = heappop(lane.waiting)[2]
                async with self._free:
                    await self._deliver(item, lane)
        except Exception as error:  # noqa: BLE001  one chat's trouble must not stop the others
            logs.crashed("delivery.lane_failed", error, network=key[0])
            await asyncio.sleep(LOOK_EVERY)
            await self._store.run(partial(outbox.release, chat=Chat(key[0], key[1])))
        finally:
            del self._lanes[key]
            if lane.broken:
                self._wake.set()

    def _delay(self, item: Item) -> float:
        if item.chat.network is not Network.TELEGRAM or item.notice.kind not in {Kind.SEND, Kind.EDIT}:
            return 0
        return self._limits.wait(item.chat, max(1, len(item.notice.files)), edit=item.notice.kind is Kind.EDIT)

    async def _deliver(self, item: Item, lane: _Lane) -> None:
        """One message: sent and settled, or its failure written down."""
        try:
            ids = await self._send(item)
        except SendError as error:
            await self._failed(item, lane, error)
        except Exception as error:  # noqa: BLE001  a notice that cannot be said must not stop its chat
            logs.crashed("delivery.broken", error, item=item.id, kind=item.notice.kind)
            await self._failed(item, lane, SendError(type(error).__name__, permanent=item.attempts > 5))  # noqa: PLR2004
        else:
            self.counts["sent"] += 1
            await self._store.run(lambda tx: outbox.sent(tx, item, ids))

    async def _send(self, item: Item) -> list[str]:
        channel = self._channels.get(item.chat.network)
        if channel is None:
            raise SendError(f"no channel for {item.chat.network}", permanent=True)
        notice = item.notice
        if notice.kind is Kind.TOAST:
            await channel.toast(item.chat, notice.tap_id, self._wording.say(notice.words, item.language))
            return []
        if notice.kind is Kind.REACT:
            await channel.react(item.chat, notice.reply_to)
            return []
        place = await self._place(item)
        if notice.kind is Kind.EDIT and place.edit:
            return await self._edit(channel, item, place.edit)
        return await self._send_parts(channel, item, place)

    async def _place(self, item: Item) -> _Place:
        """Ask the database only where the notice needs it; most private messages do not."""
        notice = item.notice
        in_group = item.chat.network is Network.TELEGRAM and is_group(item.chat)
        if notice.kind is Kind.SEND and not notice.under and not notice.files and not (in_group and notice.about):
            return _Place()
        return await self._store.run(lambda tx: _place(tx, item))

    async def _edit(self, channel: Channel, item: Item, message_id: str) -> list[str]:
        parts = self._wording.parts(replace(item.notice, files=()), item.language, channel.can, ())
        self._limits.note(item.chat, edit=True)
        try:
            await channel.edit(item.chat, message_id, parts[0] if len(parts) == 1 else _shortened(parts))
        except SendError as error:
            if error.reason is not Reason.NO_MESSAGE:
                raise
            fresh = replace(item, notice=replace(item.notice, kind=Kind.SEND))
            ids = await self._send_parts(channel, fresh, _Place())
            await self._store.run(lambda tx: _take_slot(tx, fresh, ids))
        return []

    async def _send_parts(self, channel: Channel, item: Item, place: _Place) -> list[str]:
        chat = await self._thread(channel, item, place)
        attached, lost = await self._files(place.attached)
        parts = self._wording.parts(item.notice, item.language, channel.can, attached, lost)
        reply_to = item.notice.reply_to or place.under
        ids: list[str] = []
        for number, part in enumerate(parts):
            if number < item.parts:
                continue
            part_ids = await channel.send(chat, replace(part, reply_to=reply_to if number == 0 else ""))
            self._limits.note(item.chat, max(1, len(part.files)))
            ids += part_ids
            if number + 1 < len(parts):
                await self._store.run(partial(outbox.part_sent, item=item, done=number + 1, message_id=part_ids[0]))
        # the last text carries the buttons: it is the message the slot means
        head = max((n for n, part in enumerate(parts) if not part.files), default=0)
        at = head - item.parts if 0 <= head - item.parts < len(ids) else 0
        return [*ids[at:], *ids[:at]]

    # ------------------------------------------------------------ places, topics, files

    async def _thread(self, channel: Channel, item: Item, place: _Place) -> Chat:
        """The chat with the right thread: the case's topic where the group wants one, opened at its first card."""
        if not place.wants_topic:
            return item.chat
        thread = place.thread
        if not thread:
            title = self._wording.say(_topic_title(item.notice), item.language)
            thread = await channel.open_topic(item.chat, title)
            await self._store.run(lambda tx: chats.open_topic(tx, item.chat, item.notice.about, thread))
        return replace(item.chat, thread=thread)

    async def _files(self, attached: tuple[Stored, ...]) -> tuple[tuple[File, ...], int]:
        """The attachments as files on disk, and how many of them cannot be had."""
        found: list[File] = []
        for stored in attached:
            ready = await self.fetch(stored)
            if ready.state == "stored":
                found.append(File(ready.id, ready.kind, _file_name(ready), self._blobs.path(ready.sha256)))
        return tuple(found), len(attached) - len(found)

    async def fetch(self, stored: Stored) -> Stored:
        """Download an attachment once; raises SendError when it may succeed later."""
        if stored.state != "waiting":
            return stored
        lock = self._fetching.setdefault(stored.id, asyncio.Lock())
        async with lock:
            now = await self._store.run(lambda tx: files.get(tx, stored.id)) or stored
            if now.state == "waiting":
                now = await self._download(now)
                await self._store.run(lambda tx: files.settle(tx, now))
        self._fetching.pop(stored.id, None)
        return now

    async def _download(self, stored: Stored) -> Stored:
        channel = self._channels.get(stored.network)
        try:
            if channel is None:
                return replace(stored, state="lost")
            content = await channel.fetch(stored.ref, self.largest_file)
        except (SendError, FileNotFoundError) as error:
            if isinstance(error, SendError) and not error.permanent:
                raise
            too_large = isinstance(error, SendError) and error.reason is Reason.TOO_LARGE
            return replace(stored, state="refused" if too_large else "lost")
        sha256 = await asyncio.to_thread(self._blobs.put, content)
        return replace(stored, state="stored", sha256=sha256, size=len(content))

    async def _fetch_waiting(self) -> None:
        """Download what was announced: links of a messenger do not live long."""
        for stored in await self._store.run(files.waiting):
            try:
                await self.fetch(stored)
            except SendError as error:
                log.warning("delivery.fetch_failed", file=stored.id, error=str(error))

    # ------------------------------------------------------------ failures

    async def _failed(self, item: Item, lane: _Lane, error: SendError) -> None:
        log.warning(
            "delivery.failed", item=item.id, network=item.chat.network, error=str(error), permanent=error.permanent
        )
        too_old = item.posted_at is not None and self._clock() - item.posted_at > LONGEST_TRY
        if error.reason in {Reason.MIGRATED, Reason.NO_THREAD}:
            await self._mend(item, lane, error)
        elif error.permanent or too_old or item.notice.urgency is Urgency.TAP:
            self.counts["given_up"] += 1
            await self._store.run(lambda tx: _give_up(tx, item, error))
        else:
            self.counts["retried"] += 1
            lane.broken = True
            until = self._clock() + timedelta(seconds=_backoff(item.attempts, error.retry_after))
            await self._store.run(lambda tx: outbox.back_off(tx, item, until, str(error)))

    async def _mend(self, item: Item, lane: _Lane, error: SendError) -> None:
        """The group has a new id, or the topic is gone: put that right and try again from the database."""
        lane.broken = True

        def mend(tx: Tx) -> None:
            if error.reason is Reason.MIGRATED:
                chats.migrate(tx, item.chat, error.detail)
            else:
                admin.topic_lost(tx, item.chat, item.notice.about)
            outbox.back_off(tx, item, tx.now, str(error))
            outbox.release(tx, replace(item.chat, id=error.detail or item.chat.id))

        await self._store.run(mend)


def _place(tx: Tx, item: Item) -> _Place:
    notice = item.notice
    edit = chats.in_slot(tx, item.chat, notice.slot) if notice.kind is Kind.EDIT else None
    under = chats.in_slot(tx, item.chat, notice.under) if notice.under else None
    bound = chats.bound(tx, item.chat) if notice.about else None
    attached = tuple(stored for file in notice.files if (stored := files.get(tx, file)) is not None)
    wants_topic = bound is not None and bound.topics
    return _Place(
        edit=edit[0] if edit else None,
        under=under[0] if under else "",
        wants_topic=wants_topic,
        thread=chats.topic(tx, item.chat, notice.about) if wants_topic else "",
        attached=attached,
    )


def _take_slot(tx: Tx, item: Item, ids: list[str]) -> None:
    """An edited message was gone: the fresh one takes its place."""
    chats.take_slot(tx, item.chat, item.notice.slot, ids[0])
    chats.remember(tx, item.chat, chats.Known(ids[0], item.notice.about, item.notice.slot, item.notice.prompt, {}))


def _give_up(tx: Tx, item: Item, error: SendError) -> None:
    outbox.give_up(tx, item, str(error))
    if item.notice.kind is Kind.SEND:
        admin.not_delivered(tx, item, blocked=error.reason is Reason.BLOCKED)


def _shortened(parts: list[Part]) -> Part:
    """An edit cannot become several messages: the first piece with the buttons of the last."""
    return Part(text=parts[0].text[:-2] + "…", rows=parts[-1].rows)


def _backoff(attempts: int, retry_after: float) -> float:
    """Seconds to wait: what the messenger says, else doubling from half a second to five minutes, with jitter."""
    if retry_after:
        return retry_after + random.uniform(0.05, 0.5)  # noqa: S311  jitter, not a secret
    return min(LONGEST_BACKOFF, FIRST_BACKOFF * float(2 ** min(attempts, 10))) * random.uniform(0.8, 1.2)  # noqa: S311


_ENDINGS = {"photo": "jpg", "voice": "ogg", "video": "mp4", "audio": "mp3"}


def _file_name(stored: Stored) -> str:
    """A name of ours: what the sender called the file may hold a path, a person's name or a lie about its type."""
    ending = _ENDINGS.get(stored.kind, "")
    if not ending:
        given = stored.name.rpartition(".")[2].lower()
        ending = given if given.isalnum() and given.isascii() and len(given) <= 5 else "bin"  # noqa: PLR2004
    return f"{stored.kind}-{stored.id}.{ending}"


def _topic_title(notice: Notice) -> Words:
    """The title of a case's topic: the card's first line knows it."""
    first: Any = notice.words
    while hasattr(first, "items") and isinstance(first.items, tuple):
        first = first.items[0]
    return Words("topic-title", {"code": first.args.get("code", ""), "kind": first.args.get("kind", "")})
