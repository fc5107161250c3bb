"""The outbox's way out: claim → words → channel → settled, tried again, or visibly given up.

Nothing else in the program sends. A chat's messages leave one after another, the more urgent first; different chats
side by side, new messages one at a time while we keep up (gate.py). Every result is written down before the chat's
next message leaves. A message stays in memory, and its lease ours, until it is settled; only the end of this process
brings it to another one.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import structlog

from bot import logs
from bot.channels.base import Channel, Local, Part, Reason, SendError
from bot.channels.telegram.limits import Limits, is_group
from bot.delivery.downloads import Attached, Downloads
from bot.delivery.gate import Gate
from bot.delivery.lanes import Lane, failed_once_more
from bot.delivery.wording import Wording
from domain.messages import Chat, Kind, Lines, Network, Notice, Words
from handlers import files as confidential
from handlers.admin import chats as admin
from storage import chats, files, messages, outbox
from storage.blobs import Blobs
from storage.database import Store, Tx, in_trouble
from storage.outbox import TOAST, Item

log = structlog.get_logger()
T = TypeVar("T")

LONGEST_TRY = timedelta(days=3)
TOAST_TRIES = 4
FILE_PATIENCE = timedelta(minutes=10)
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 300.0
SIDE_BY_SIDE = 32
LOOK_EVERY = 1.0
LOOK_SOON = 0.1
SOON = 2.0
RENEW_EVERY = 5.0
SURE = 14.0  # less than a lease: within it nobody else can have taken what we hold
LAST_CALLS = 5.0
MOST_HELD = 5000
MOST_BREAKS = 5

_LaneKey = tuple[Network, str]


_NOTHING = Attached()


@dataclass(frozen=True, slots=True)
class _Place:
    """What the database knows about where a message goes."""

    edit: str = ""
    under: str = ""
    wants_topic: bool = False
    thread: str = ""
    attached: Attached = _NOTHING


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
        self._pages = {network: channel for network, channel in channels.items() if isinstance(channel, Local)}
        self._wording = wording
        self._limits = limits
        self._clock = clock
        self._lanes: dict[_LaneKey, Lane] = {}
        self._held: set[int] = set()
        self._spilled: dict[Chat, list[int]] = {}
        self._claiming = False
        self._late: list[Item] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._gate = Gate(SIDE_BY_SIDE)
        self._free = asyncio.Semaphore(SIDE_BY_SIDE)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._sure_until = float("inf")
        self._soon_until = 0.0
        self._stopping = False
        self.downloads = Downloads(store, channels, blobs)
        self.counts: dict[str, int] = {"sent": 0, "retried": 0, "given_up": 0}

    # ------------------------------------------------------------ in

    def posted(self, items: list[Item]) -> None:
        """Rows just committed: ours go straight to their lanes, for the others there is a look at the database."""
        try:
            now = asyncio.get_running_loop().time()
        except RuntimeError:  # another thread's transaction
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self.posted, items)
            return
        for item in items:
            if item.id == TOAST:
                self._start(self._toast(item))
            elif not item.mine:
                self._soon_until = now + SOON
                self._wake.set()
            elif self._claiming:
                self._late.append(item)
            elif len(self._held) < MOST_HELD and item.chat not in self._spilled:
                self._queue(item)
            else:
                self._spilled.setdefault(item.chat, []).append(item.id)

    async def run(self) -> None:
        """Deliver until cancelled; then finish the calls under way and give back the rest."""
        self._loop = asyncio.get_running_loop()
        self._sure_until = self._loop.time() + SURE
        helpers = [asyncio.create_task(self._keep_leases()), asyncio.create_task(self.downloads.run())]
        try:
            while True:
                self._wake.clear()
                try:
                    await self._look()
                except Exception as error:  # noqa: BLE001  the database is in trouble: the next look tries again
                    logs.crashed("delivery.no_look", error)
                await self._sleep()
        finally:
            for task in helpers:
                task.cancel()
            await self._stop()

    async def _look(self) -> None:
        """Take in what nobody has: posted elsewhere, left by a process that died, or too much for our memory.

        What is posted to a chat whose messages did not all fit waits behind them until the last of them is taken in.
        """
        spilled = {chat: list(ids) for chat, ids in self._spilled.items()}
        for chat, ids in spilled.items():
            await self._store.run(partial(outbox.release, ids=ids))
            del self._spilled[chat][: len(ids)]
        while (room := MOST_HELD - len(self._held)) > 0:
            if not await self._claim(min(room, 200)):
                for chat in [chat for chat in spilled if not self._spilled[chat]]:
                    del self._spilled[chat]
                return

    async def _claim(self, most: int) -> bool:
        """Take in up to so many; what was posted behind them meanwhile waits until they stand in their lanes."""
        self._claiming = True
        try:
            items = await self._store.run(partial(outbox.claim, most=most))
            for item in items:
                self._queue(item)
        finally:
            self._claiming = False
            late, self._late = self._late, []
            self.posted(late)
        return bool(items)

    async def _sleep(self) -> None:
        """Until somebody wakes us or a while has passed; a short one when another process holds a chat of ours."""
        is_soon = asyncio.get_running_loop().time() < self._soon_until
        if is_soon:
            await asyncio.sleep(LOOK_SOON)
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            try:
                await self._renew()
            except Exception as error:  # noqa: BLE001  nothing is sent once we are no longer sure
                logs.crashed("delivery.not_renewed", error)

    async def _renew(self) -> None:
        """Renew the leases; forget what another process has taken because we came too late."""
        began = asyncio.get_running_loop().time()
        held = frozenset(self._held)
        really = await self._store.run(lambda tx: outbox.renew(tx, held))
        self._sure_until = began + SURE
        lost = set(held - really)
        if lost:
            self._held -= lost
            for lane in self._lanes.values():
                lane.drop(lost)

    async def _stop(self) -> None:
        """A clean end doubles nothing: calls under way come back, the other messages are free for another process."""
        self._stopping = True
        for lane in self._lanes.values():
            lane.wake()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_CALLS)
        for task in self._tasks:
            task.cancel()
        with contextlib.suppress(Exception):
            await asyncio.wait_for(self._store.run(outbox.release_mine), LAST_CALLS)

    def _queue(self, item: Item) -> None:
        if self._stopping:
            return
        key = (item.chat.network, item.chat.id)
        self._held.add(item.id)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = Lane()
            self._start(self._serve(key, lane))
        lane.push(item)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _toast(self, item: Item) -> None:
        """Answer a tap: at once, past everything that waits; tried a few times, because it soon means nothing."""
        try:
            channel = self._channels[item.chat.network]
            text = self._wording.say(item.notice.words, item.language)
            for attempt in range(TOAST_TRIES):
                try:
                    async with self._free:
                        await channel.toast(item.chat, item.notice.tap_id, text)
                except SendError as error:
                    log.warning("delivery.toast_failed", network=item.chat.network, error=str(error))
                    await asyncio.sleep(_backoff(attempt, error.retry_after))
                else:
                    return
        except Exception as error:  # noqa: BLE001  a toast that cannot be said is let go
            logs.crashed("delivery.toast_broken", error)

    # ------------------------------------------------------------ one chat

    async def _serve(self, key: _LaneKey, lane: Lane) -> None:
        """Send what waits for one chat until nothing does."""
        loop = asyncio.get_running_loop()
        try:
            while lane and not self._stopping:
                found = lane.take(self._wait, loop.time())
                if isinstance(found, Item):
                    await self._deliver(found, lane)
                else:
                    await lane.rest(found)
        except Exception as error:  # noqa: BLE001  one chat's trouble must not stop the others
            logs.crashed("delivery.lane_failed", error, network=key[0])
            self._held.difference_update(item.id for item in lane)  # `renew` gives them back
        finally:
            del self._lanes[key]

    def _wait(self, item: Item) -> float:
        """Seconds until the messenger's limits have room for the message's first call."""
        kind = item.notice.kind
        if item.chat.network is not Network.TELEGRAM or kind not in {Kind.SEND, Kind.EDIT}:
            return 0
        return self._limits.wait(item.chat, edit=kind is Kind.EDIT)

    async def _deliver(self, item: Item, lane: Lane) -> None:
        """One message: sent and settled, or its failure written down."""
        now = asyncio.get_running_loop().time()
        lane.current = item
        try:
            if now > self._sure_until:
                await self._renew()
            if item.id not in self._held:
                return
            await self._bring(item, lane)
        except SendError as error:
            await self._failed(lane.current, lane, error)
        except Exception as error:  # noqa: BLE001  a notice that cannot be said must not stop its chat
            if in_trouble(error):  # nothing has been sent yet
                lane.put_back(lane.current, now + LOOK_EVERY)
                return
            logs.crashed("delivery.broken", error, item=item.id, kind=item.notice.kind)
            broken = SendError(type(error).__name__, permanent=item.attempts >= MOST_BREAKS)
            await self._failed(lane.current, lane, broken)
        else:
            self.counts["sent"] += 1
            self._held.discard(item.id)

    async def _bring(self, item: Item, lane: Lane) -> None:
        """Send and write down that it is sent."""
        channel = self._channels.get(item.chat.network)
        if channel is None:
            raise SendError(f"no channel for {item.chat.network}", permanent=True)
        kind = item.notice.kind
        if kind is Kind.SEND or (kind is Kind.EDIT and not lane.supersedes(item)):
            place = await self._place(item)
            if page := self._pages.get(item.chat.network):
                await self._write(page, item, place)
            elif not (place.edit and await self._edit(channel, item, place.edit)):
                await self._say(channel, _as_new(item), place, lane)
            return
        if kind is Kind.REACT:
            async with self._free:
                await channel.react(item.chat, item.notice.reply_to)
        await self._note(partial(outbox.sent, item=item, message_ids=()))

    async def _place(self, item: Item) -> _Place:
        """Ask the database only where the notice needs it; most private messages do not."""
        notice = item.notice
        in_group = item.chat.network is Network.TELEGRAM and is_group(item.chat)
        if notice.kind is Kind.SEND and not notice.under and not notice.files and not (in_group and notice.about):
            return _Place()
        return await self._store.run(lambda tx: _place(tx, item))

    async def _edit(self, channel: Channel, item: Item, message_id: str) -> bool:
        """Change a message that stands in the chat; False when it is gone and has to be sent anew."""
        parts = self._wording.parts(replace(item.notice, files=()), item.language, channel.can, ())
        self._limits.book(item.chat, edit=True)
        try:
            async with self._free:
                await channel.edit(item.chat, message_id, _shortened(parts))
        except SendError as error:
            if error.reason is not Reason.NO_MESSAGE:
                raise
            return False
        finally:
            self._limits.called(item.chat, edit=True)
        await self._note(partial(outbox.sent, item=item, message_ids=()))
        return True

    async def _say(self, channel: Channel, item: Item, place: _Place, lane: Lane) -> None:
        """A new message in its parts, each noted as soon as it stands in the chat."""
        parts = await self._parts(channel, item, place)
        ids: list[str] = []
        for number in range(item.parts, len(parts)):
            part = parts[number]
            async with self._turn(item.chat, max(1, len(part.files))):
                chat = await self._thread(channel, item, place)
                part_ids = await channel.send(chat, part)
                ids += part_ids
                if number + 1 < len(parts):
                    lane.current = replace(lane.current or item, parts=number + 1)
                    await self._note(partial(outbox.part_sent, item=item, done=number + 1, message_id=part_ids[0]))
                else:
                    await self._sent(item, _head_first(parts, item.parts, ids))

    async def _parts(self, channel: Channel, item: Item, place: _Place) -> list[Part]:
        brought = await self.downloads.ready(place.attached, is_late=self._age(item) > FILE_PATIENCE)
        notice = item.notice
        if brought.withheld:
            words = Words("files-withheld", {"count": brought.withheld})
            notice = replace(notice, words=Lines((notice.words, words), "\n\n"))
        parts = self._wording.parts(notice, item.language, channel.can, brought.files, brought.lost)
        first = replace(parts[0], reply_to=notice.reply_to or place.under)
        return [replace(part, fleeting=notice.fleeting) for part in (first, *parts[1:])]

    @contextlib.asynccontextmanager
    async def _turn(self, chat: Chat, weight: int) -> AsyncIterator[None]:
        """Room within the messenger's limits, and one's turn among the new messages on their way."""
        while (wait := self._limits.wait(chat, weight)) > 0:  # noqa: ASYNC110  room comes with time, nobody announces it
            await asyncio.sleep(wait)
        self._limits.book(chat, weight)
        try:
            since = await self._gate.enter()
            try:
                yield
            finally:
                self._gate.leave(since)
        finally:
            self._limits.called(chat, weight)

    async def _thread(self, channel: Channel, item: Item, place: _Place) -> Chat:
        """The chat with the right thread: the case's topic where the group wants one, opened at its first card."""
        if not place.wants_topic:
            return item.chat
        thread = place.thread
        if not thread:
            title = self._wording.say(_topic_title(item.notice), item.language)
            try:
                thread = await channel.open_topic(item.chat, title)
            except SendError as error:
                if not error.permanent or error.reason is Reason.MIGRATED:
                    raise
                await self._note(lambda tx: admin.topics_refused(tx, item.chat))
                return item.chat
            await self._note(lambda tx: chats.open_topic(tx, item.chat, item.notice.about, thread))
        return replace(item.chat, thread=thread)

    async def _write(self, page: Local, item: Item, place: _Place) -> None:
        """A message on the page: it is written and settled in one transaction, so it is there exactly once."""
        parts = await self._parts(page, item, place)

        def write(tx: Tx) -> None:
            if not outbox.is_waiting(tx, item):  # an earlier commit whose answer was lost
                return
            if place.edit and page.rewrite(tx, item.chat, place.edit, _shortened(parts)):
                outbox.sent(tx, item, ())
                return
            ids = [page.write(tx, item.chat, part) for part in parts]
            outbox.sent(tx, _as_new(item), _head_first(parts, 0, ids))

        await self._store.run(write)
        page.wrote(item.chat)

    # ------------------------------------------------------------ what became of it

    async def _note(self, work: Callable[[Tx], T]) -> T:
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

    async def _sent(self, item: Item, ids: Sequence[str]) -> None:
        try:
            await self._note(partial(outbox.sent, item=item, message_ids=ids))
        except Exception as error:  # noqa: BLE001  it stands in the chat: come what may, it is not sent again
            logs.crashed("delivery.half_noted", error, item=item.id)
            await self._note(partial(outbox.sent, item=item, message_ids=()))

    async def _failed(self, item: Item, lane: Lane, error: SendError) -> None:
        log.warning(
            "delivery.failed", item=item.id, network=item.chat.network, error=str(error), permanent=error.permanent
        )
        if error.reason in {Reason.MIGRATED, Reason.NO_THREAD} and item.attempts < MOST_BREAKS:
            await self._mend(item, lane, error)
        elif error.permanent or self._age(item) > LONGEST_TRY:
            self.counts["given_up"] += 1
            await self._give_up(item, error)
            self._held.discard(item.id)
        else:
            self.counts["retried"] += 1
            seconds = _backoff(item.attempts, error.retry_after)
            lane.put_back(failed_once_more(item), asyncio.get_running_loop().time() + seconds)
            until = self._clock() + timedelta(seconds=seconds)
            await self._note(partial(outbox.back_off, item=item, until=until, error=str(error)))

    def _age(self, item: Item) -> timedelta:
        return self._clock() - item.posted_at if item.posted_at else timedelta()

    async def _give_up(self, item: Item, error: SendError) -> None:
        try:
            await self._note(lambda tx: _give_up(tx, item, error))
        except Exception as trouble:  # noqa: BLE001  whoever had to be told: the message itself is not tried for ever
            logs.crashed("delivery.half_given_up", trouble, item=item.id)
            await self._note(partial(outbox.give_up, item=item, error=str(error)))

    async def _mend(self, item: Item, lane: Lane, error: SendError) -> None:
        """The group has a new id, or the topic is gone: put that right and try again."""
        again = failed_once_more(item)
        if error.reason is Reason.NO_THREAD:
            await self._note(lambda tx: admin.topic_lost(tx, item.chat, item.notice.about))
            lane.put_back(replace(again, chat=replace(item.chat, thread="")), 0)
            return
        await self._note(lambda tx: chats.migrate(tx, item.chat, error.detail))
        moved = [again, *lane]
        lane.drop({each.id for each in moved})
        for each in moved:
            self._queue(replace(each, chat=replace(each.chat, id=error.detail, thread="")))


def _place(tx: Tx, item: Item) -> _Place:
    notice = item.notice
    edit = messages.in_slot(tx, item.chat, notice.slot) if notice.kind is Kind.EDIT else None
    under = messages.in_slot(tx, item.chat, notice.under) if notice.under else None
    bound = chats.bound(tx, item.chat) if notice.about else None
    attached = tuple(stored for file in notice.files if (stored := files.get(tx, file)) is not None)
    copies_only = confidential.copies_only(tx, item.chat, notice.about, attached) if attached else frozenset()
    wants_topic = bound is not None and bound.topics
    return _Place(
        edit=edit or "",
        under=under or "",
        wants_topic=wants_topic,
        thread=chats.topic(tx, item.chat, notice.about) if wants_topic else "",
        attached=Attached(attached, copies_only, notice.about),
    )


def _give_up(tx: Tx, item: Item, error: SendError) -> None:
    outbox.give_up(tx, item, str(error))
    if item.notice.kind is Kind.SEND:
        admin.not_delivered(tx, item, blocked=error.reason is Reason.BLOCKED)


def _as_new(item: Item) -> Item:
    """The message an edit becomes when what it changes is gone; it takes the slot."""
    return item if item.notice.kind is Kind.SEND else replace(item, notice=replace(item.notice, kind=Kind.SEND))


def _head_first(parts: list[Part], first: int, ids: list[str]) -> list[str]:
    """The ids sent from part `first` on; in front the last text's, which carries the buttons: the slot means it."""
    head = max((number for number, part in enumerate(parts) if not part.files), default=0) - first
    at = head if 0 <= head < len(ids) else 0
    return [*ids[at:], *ids[:at]]


def _shortened(parts: list[Part]) -> Part:
    """An edit cannot become several messages: the first piece with the buttons of the last."""
    if len(parts) == 1:
        return parts[0]
    return Part(text=parts[0].text[:-2] + "…", rows=parts[-1].rows)


def _backoff(attempts: int, retry_after: float) -> float:
    """Seconds to wait: what the messenger says, else doubling from half a second to five minutes, with jitter."""
    if retry_after:
        return retry_after + random.uniform(0.05, 0.5)  # noqa: S311  jitter, not a secret
    return min(LONGEST_BACKOFF, FIRST_BACKOFF * float(2 ** min(attempts, 10))) * random.uniform(0.8, 1.2)  # noqa: S311


def _topic_title(notice: Notice) -> Words:
    """The title of a case's topic: the card's first line knows it."""
    first: Any = notice.words
    while hasattr(first, "items") and isinstance(first.items, tuple):
        first = first.items[0]
    return Words("topic-title", {"code": first.args.get("code", ""), "kind": first.args.get("kind", "")})
