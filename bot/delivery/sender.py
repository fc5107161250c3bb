"""The outbox's way out: claim → words → channel → settled, tried again, or visibly given up.

Nothing else in the program sends. What waits stays in the database; in memory are only the chats to look at and the
messages on their way, one a chat and so many in all. One transaction notes what was sent and claims what comes next,
so a chat's next message never leaves before the last one is written down. What is on its way when this process dies
may be sent again by another one; nothing else is.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot import logs
from bot.channels.base import Channel, Reason, SendError
from bot.delivery.calls import Calls, Flight, LeaseLost, TooEarly, as_new
from bot.delivery.downloads import Downloads
from bot.delivery.outcomes import MOST_BREAKS, Outcomes, backoff
from bot.delivery.queue import Queues
from bot.delivery.rendering import Rendering
from bot.delivery.rounds import Round
from bot.delivery.toasts import Toasts
from bot.delivery.wording import Wording
from domain.messages import ALBUM, Chat, Kind, Network
from handlers.reaching import Reaching
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.outgoing import leases
from storage.outgoing.outbox import GATHER, TOAST, Item
from storage.trouble import in_trouble
from web.links import Links

SIDE_BY_SIDE = 32
LOOK_EVERY = 1.0
RENEW_EVERY = 5.0
SURE = 14.0  # less than a lease: within it nobody else can have taken what we hold
LAST_CALLS = 5.0


class Delivery:
    """Brings every posted message to its chat."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[Network, Channel],
        wording: Wording,
        blobs: Blobs,
        clock: Callable[[], datetime],
        links: Links | None = None,
    ) -> None:
        self._store = store
        self._outcomes = Outcomes(store, clock)
        self.downloads = Downloads(store, channels, blobs)
        self.calls = Calls(store, channels, Rendering(wording, links), self.downloads, self._outcomes)
        self._channels = channels
        self._queues = Queues({network: each.pace for network, each in channels.items() if each.pace})
        self._flights: dict[Chat, Flight] = {}
        self._sent: list[tuple[Item, Sequence[str]]] = []
        self._returned: list[int] = []
        self._tasks: dict[asyncio.Task[None], Flight | None] = {}
        self._toasts = Toasts(channels, wording)
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._look_at = 0.0
        self.counts = self._outcomes.counts

    def reach_by(self, reaching: Reaching) -> None:
        """What is known of the messengers on which nobody can be written to for ever."""
        self.calls.reaching = self._outcomes.reaching = reaching

    # ------------------------------------------------------------ in

    def posted(self, items: list[Item]) -> None:
        """Rows just committed: their chats are looked at. Toasts leave at once, from whichever process took the tap."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:  # another thread's transaction
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self.posted, items)
            return
        for item in items:
            if item.id == TOAST:
                self._start(self._toasts.say(item))
            elif self._loop is not None:
                gathering = GATHER.total_seconds() if item.notice.slot.startswith(ALBUM) else 0
                self._look(item.chat, gathering)

    def look_at(self, chat: Chat) -> None:
        """Another process has posted something to this chat."""
        if self._loop is not None:
            self._look(chat)

    def _look(self, chat: Chat, after: float = 0) -> None:
        """Ask for the chat's messages, after so many seconds."""
        at = asyncio.get_running_loop().time() + after
        self._queues.of(chat).add(replace(chat, thread=""), at)
        self._wake.set()

    async def run(self) -> None:
        """Deliver until cancelled; then finish the calls under way and give back the rest."""
        self._loop = asyncio.get_running_loop()
        helpers = [asyncio.create_task(self._keep_leases()), asyncio.create_task(self.downloads.run())]
        try:
            while True:
                self._wake.clear()
                if not await self._went_round():
                    await asyncio.sleep(LOOK_EVERY)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._until_next()):
                        await self._wake.wait()
        finally:
            self._loop = None
            for task in helpers:
                task.cancel()
            await self._stop()

    def _until_next(self) -> float:
        """Seconds until something is due; whatever comes sooner wakes us."""
        now = asyncio.get_running_loop().time()
        at = [self._look_at]
        if len(self._flights) < SIDE_BY_SIDE:
            at.append(self._queues.next_at(now))
        return max(0, min(at) - now)

    # ------------------------------------------------------------ rounds

    async def _went_round(self) -> bool:
        """One round; False when the database is in trouble and everything has to be asked again."""
        now = asyncio.get_running_loop().time()
        this = self._planned(now)
        if not this:
            return True
        try:
            await self._store.run(this.run)
        except Exception as error:  # noqa: BLE001  told apart below
            logs.crashed("delivery.no_round", error)
            if not in_trouble(error):
                await self._one_by_one(this, now)
                return True
            self._sent = [*this.sent, *self._sent]
            self._returned += this.returned
            for chat in (*this.wanted, *this.changes_of):
                self._look(chat)  # it would be forgotten
            for chat in this.rested:
                self._queues.of(chat).rest(chat, now)
            return False
        self._take_off(this, now)
        return True

    def _planned(self, now: float) -> Round:
        """What is to be noted, and the chats with something waiting and room for it."""
        this = Round(
            self.calls.place_of, self.calls.reaching.settled, self._sent, self._returned, looks=now >= self._look_at
        )
        self._sent, self._returned = [], []
        room = SIDE_BY_SIDE - len(self._flights)
        for item, _ in this.sent:
            chat = replace(item.chat, thread="")
            if self._wanted(this, chat, now) and item.notice.kind is Kind.SEND and not self._queues.is_limited(chat):
                this.changes_of.append(chat)  # by turns with what is new: cards become right however many come
        for queue in self._queues.open():
            for chat in queue.take(now) if room > 0 else ():
                room -= self._wanted(this, chat, now)
                if room <= 0:
                    break
        if this.looks:
            self._look_at = now + LOOK_EVERY
        return this

    def _wanted(self, this: Round, chat: Chat, now: float) -> bool:
        """Ask for the chat's next message, as far as there is room for it; True when something was asked for."""
        wait = self._queues.wait(chat)
        if wait <= 0:
            has_rested = self._queues.of(chat).has_rested(chat)
            (this.rested if has_rested else this.wanted).append(chat)
            return True
        self._queues.of(chat).add(chat, now + wait)
        channel = self._channels.get(chat.network)
        if channel is None or channel.is_group(chat):
            return False
        this.changes_of.append(chat)  # they are free in a private chat
        return True

    def _take_off(self, this: Round, now: float) -> None:
        """After the commit: what was claimed leaves."""
        self.counts["sent"] += len(this.sent)
        for item, _ in this.sent:
            self._landed(item.chat, asks=not this.has_asked(item.chat))
        for chat in this.found:
            self._queues.of(chat).add(chat, now)
        for item, place in this.claimed:
            chat = replace(item.chat, thread="")
            self._queues.of(chat).serve(chat)
            flight = self._flights[chat] = Flight(item, place, now + SURE)
            self._start(self._deliver(flight), flight)
        if this.found:
            self._wake.set()

    async def _one_by_one(self, this: Round, now: float) -> None:
        """Something in the round is broken: note what was sent as well as it goes, and let a broken chat rest."""
        for each in this.parts():
            try:
                if each.sent:
                    await self._outcomes.sent(*each.sent[0])
                else:
                    await self._store.run(each.run)
                self._take_off(each, now)
            except Exception as error:  # noqa: BLE001  the others must not wait for it
                logs.crashed("delivery.broken", error)
                for chat in itertools.chain(*each.asked):
                    self._queues.of(chat).rest(chat, now + backoff(MOST_BREAKS, 0))

    # ------------------------------------------------------------ one message

    def _start(self, work: Coroutine[Any, Any, None], flight: Flight | None = None) -> None:
        task = asyncio.create_task(work)
        self._tasks[task] = flight
        task.add_done_callback(self._tasks.pop)

    async def _deliver(self, flight: Flight) -> None:
        """One message on its way, until it is noted what became of it."""
        try:
            await self._bring(flight)
        except Exception as error:  # noqa: BLE001  one chat's trouble must not stop the others
            logs.crashed("delivery.not_noted", error, item=flight.item.id)
            self._give_back(flight, backoff(MOST_BREAKS, 0))

    async def _bring(self, flight: Flight) -> None:
        """Send the message, or write its failure down."""
        item = flight.item
        try:
            ids = await self.calls.make(flight)
        except LeaseLost:
            self._give_back(flight, 0)
        except TooEarly as early:
            self._give_back(flight, early.seconds)
        except SendError as error:
            await self._failed(flight, error)
        except Exception as error:  # noqa: BLE001  a notice that cannot be said must not stop its chat
            if in_trouble(error):  # nothing has been sent yet
                self._give_back(flight, LOOK_EVERY)
                return
            logs.crashed("delivery.broken", error, item=item.id, kind=item.notice.kind)
            await self._failed(flight, SendError(type(error).__name__, permanent=item.attempts >= MOST_BREAKS))
        else:
            if ids is None:
                self.counts["sent"] += 1
                self._landed(item.chat)
            else:
                self._sent.append((as_new(flight.item) if ids else flight.item, ids))
                self._wake.set()

    async def _failed(self, flight: Flight, error: SendError) -> None:
        """Write it down; the chat rests, and the message is tried again before everything else of it."""
        seconds = await self._outcomes.failed(flight.item, error)
        if error.reason is Reason.MIGRATED:
            self._look(replace(flight.item.chat, id=error.detail))
        self._landed(flight.item.chat, seconds)

    def _landed(self, chat: Chat, rest: float = 0, *, asks: bool = True) -> None:
        """Nothing of the chat is on its way any more: its next message is asked for, perhaps after a rest."""
        chat = replace(chat, thread="")
        self._flights.pop(chat, None)
        self._queues.of(chat).served(chat)
        if rest:
            self._queues.of(chat).rest(chat, asyncio.get_running_loop().time() + rest)
        if asks:
            self._look(chat)

    def _give_back(self, flight: Flight, rest: float) -> None:
        """The message waits again, for us or for another process."""
        self._returned.append(flight.item.id)
        self._landed(flight.item.chat, rest)

    # ------------------------------------------------------------ leases

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            try:
                await self._renew()
            except Exception as error:  # noqa: BLE001  nothing is sent once we are no longer sure
                logs.crashed("delivery.not_renewed", error)

    async def _renew(self) -> None:
        """Renew the leases of what is on its way; what another process took because we slept is not sent."""
        flights = {flight.item.id: flight for flight in self._flights.values()}
        if not flights:
            return
        until = asyncio.get_running_loop().time() + SURE
        ours = await self._store.run(partial(leases.renew, ids=flights))
        for number, flight in flights.items():
            flight.sure_until = until if number in ours else 0

    async def _stop(self) -> None:
        """A clean end doubles nothing: calls under way come back, the other messages are free for another process."""
        for task, flight in self._tasks.items():
            if flight is not None and not flight.is_calling:
                task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_CALLS)
        for task in self._tasks:
            task.cancel()
        with contextlib.suppress(Exception):
            await asyncio.wait_for(self._store.run(self._last), LAST_CALLS)

    def _last(self, tx: Tx) -> None:
        Round(self.calls.place_of, self.calls.reaching.settled, self._sent).run(tx)
        leases.release_mine(tx)
