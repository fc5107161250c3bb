"""The road from the world to the bot: pending updates, long polling, webhook delivery."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import re
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from itertools import islice
from typing import Any, NamedTuple

import aiohttp

from .telegram_world import ApiError, Payload, World

LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
HOLD_SECONDS = 0.05  # how long a reordering webhook gathers updates before it shuffles them
WINDOW = 3
POLL_TAKEN_OVER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Pending(NamedTuple):
    """One update the bot has not confirmed."""

    id: int
    kind: str
    lane: int
    body: bytes


class Feed:
    """Keeps updates until the bot has taken them, by getUpdates or through its webhook."""

    def __init__(self, world: World, encode: Callable[[Payload], bytes], rng: random.Random) -> None:
        self.world = world
        self.encode = encode
        self.rng = rng
        self.allowed: frozenset[str] | None = None
        self.pending: OrderedDict[int, Pending] = OrderedDict()
        self.last_update_id = 100_000
        self.twice = False
        self.reorders = False
        self.delivered = 0
        self.url = ""
        self.secret: str | None = None
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None
        self.first_backoff = 0.1
        self.longest_backoff = 5.0
        self.on_webhook_reply: Callable[[bytes], Awaitable[None]] | None = None
        self.is_open = False
        self._poller: asyncio.Future[str] | None = None
        self._lanes: dict[int, deque[Pending]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in LEFT_OUT_BY_DEFAULT

    def push(self, kind: str, payload: Payload, lane: int) -> int | None:
        """Queues one update and returns its id; None when the bot did not ask for this kind."""
        if not self.wants(kind):
            return None
        self.last_update_id += 1
        update_id = self.last_update_id
        item = Pending(update_id, kind, lane, self.encode({"update_id": update_id, kind: payload}))
        self.pending[update_id] = item
        if self.url and self.is_open:
            self._enqueue(item)
        elif self._poller:
            settle(self._poller, "updates")
        return update_id

    async def get_updates(self, params: Payload) -> bytes:
        """The batch of a getUpdates call as the JSON of its result."""
        if self.url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._end_poll(POLL_TAKEN_OVER)
        self._confirm(int(params.get("offset") or 0))
        if "allowed_updates" in params:
            self.allow(params["allowed_updates"])
        timeout = min(float(params.get("timeout") or 0), 50.0)
        if not self.pending and timeout > 0:
            await self._wait(timeout)
        limit = min(max(int(params.get("limit") or 100), 1), 100)
        return self._batch(limit)

    def allow(self, kinds: object) -> None:
        """Sets which kinds are queued from now on; an empty list means the default."""
        self.allowed = frozenset(str(kind) for kind in kinds) if isinstance(kinds, list) and kinds else None

    async def set_webhook(self, params: Payload) -> bool:
        """Switches to webhook delivery, or back to polling with an empty URL."""
        url = str(params.get("url") or "")
        if url and not url.startswith(("http://", "https://")):
            raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        secret = params.get("secret_token")
        if secret and not SECRET.fullmatch(str(secret)):
            raise ApiError(400, "Bad Request: secret token contains unallowed characters")
        await self._stop_workers()
        self._end_poll("Conflict: terminated by setWebhook request")
        if "allowed_updates" in params:
            self.allow(params["allowed_updates"])
        if params.get("drop_pending_updates") in {True, "true", "True", "1"}:
            self.pending.clear()
        self.url, self.secret = url, str(secret) if secret else None
        self.max_connections = min(max(int(params.get("max_connections") or 40), 1), 100)
        self.open()
        return True

    def webhook_facts(self) -> Payload:
        """The Bot API's WebhookInfo."""
        facts: Payload = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if self.url:
            facts["max_connections"] = self.max_connections
        if self.allowed:
            facts["allowed_updates"] = sorted(self.allowed)
        if self.last_error:
            facts["last_error_date"], facts["last_error_message"] = self.last_error
        return facts

    def open(self) -> None:
        """Begins to deliver what is pending, in the running loop."""
        self.is_open = True
        self._slots = asyncio.Semaphore(self.max_connections)
        if self.url:
            for item in self.pending.values():
                self._enqueue(item)

    async def close(self) -> None:
        """Ends the long poll and every delivery; what is pending stays."""
        self.is_open = False
        self._end_poll("closed")
        await self._stop_workers()
        if self._session:
            await self._session.close()
            self._session = None

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            while self.pending and next(iter(self.pending)) < offset:
                self.pending.popitem(last=False)
        elif offset < 0:
            kept = list(self.pending.values())[offset:]
            self.pending = OrderedDict((item.id, item) for item in kept)

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._poller = poller = loop.create_future()
        timer = loop.call_later(seconds, settle, poller, "idle")
        outcome = await poller
        timer.cancel()
        if outcome not in {"updates", "idle"}:
            raise ApiError(409, outcome)

    def _end_poll(self, why: str) -> None:
        if self._poller:
            settle(self._poller, why)
        self._poller = None

    def _batch(self, limit: int) -> bytes:
        items = list(islice(self.pending.values(), limit))
        if self.reorders:
            items = interleaved(items, self.rng)
        if self.twice:
            items = [item for item in items for _ in range(2)]
        self.delivered += len(items)
        return b"[" + b",".join(item.body for item in items) + b"]"

    def _enqueue(self, item: Pending) -> None:
        self._lanes.setdefault(item.lane, deque()).append(item)
        if item.lane not in self._workers:
            self._workers[item.lane] = asyncio.get_running_loop().create_task(self._work(item.lane))

    async def _work(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting:
                if self.reorders:
                    await asyncio.sleep(HOLD_SECONDS)
                    index = self.rng.randrange(min(len(waiting), WINDOW))
                else:
                    index = 0
                item = waiting[index]
                for _ in range(2 if self.twice else 1):
                    await self._deliver(item)
                waiting.remove(item)
                self.pending.pop(item.id, None)
        finally:
            if not waiting:
                self._lanes.pop(lane, None)
            self._workers.pop(lane, None)

    async def _deliver(self, item: Pending) -> None:
        backoff = self.first_backoff
        while True:
            async with self._slots:
                problem = await self._post(item)
            if problem is None:
                self.delivered += 1
                return
            self.last_error = (int(self.world.now()), problem)
            await asyncio.sleep(backoff)
            backoff = min(backoff * 2, self.longest_backoff)

    async def _post(self, item: Pending) -> str | None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=60)
            )
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            async with self._session.post(self.url, data=item.body, headers=headers) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return f"Connection failed: {error}"
        if not 200 <= answer.status < 300:
            return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        if self.on_webhook_reply and b'"method"' in body:
            await self.on_webhook_reply(body)
        return None

    async def _stop_workers(self) -> None:
        tasks = [task for task in self._workers.values() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._workers.clear()
        self._lanes.clear()


def settle(poller: asyncio.Future[str], outcome: str) -> None:
    """Ends a waiting poll, unless it ended already."""
    if not poller.done():
        poller.set_result(outcome)


def interleaved(items: list[Pending], rng: random.Random) -> list[Pending]:
    """The same updates with the chats shuffled against each other, each chat's own order kept."""
    lanes: dict[int, deque[Pending]] = {}
    for item in items:
        lanes.setdefault(item.lane, deque()).append(item)
    order = [item.lane for item in items]
    rng.shuffle(order)
    return [lanes[lane].popleft() for lane in order]


def compact(value: Any) -> bytes:
    """The value as JSON bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
