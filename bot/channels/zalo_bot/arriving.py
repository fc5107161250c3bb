"""How Zalo's events reach us: sent to our webhook, or asked for one by one.

Neither way gives anything twice for sure: nothing is confirmed, and whether a failed webhook is repeated is not
documented. So an event that could not be committed, because the database is away, is held and tried again by us.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Mapping
from typing import Any

import structlog

from bot import logs
from bot.channels.base import Reason, SendError
from bot.channels.messenger import Webhook
from bot.channels.plan import Meter
from bot.channels.zalo_bot.client import ZaloBot
from bot.channels.zalo_bot.reading import event_of, id_of, read
from bot.intake import Intake
from bot.retrying import BackOff, until_done
from domain.messages import Network

log = structlog.get_logger()

POLL_SECONDS = 30
POLL = BackOff(0.5, 30.0)
AGAIN = BackOff(0.2, 10.0)
#: how many events wait at the most for a database that is away
MOST_HELD = 2000
#: how soon a webhook says that an event is not committed yet; it is held all the same
PATIENCE = 5.0
SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105  a header's name


class Arrivals:
    """Events being taken in: one chat's one after the other, different chats side by side."""

    def __init__(self, bot: str, intake: Intake, names: set[str], meter: Meter) -> None:
        self._bot, self._intake, self._names, self._meter = bot, intake, names, meter
        self._newest: dict[str, asyncio.Task[None]] = {}
        self._held: set[asyncio.Task[None]] = set()

    def begin(self, raw: dict[str, Any]) -> asyncio.Task[None] | None:
        """Take an event in, however long that takes; None when so many wait that it has to come again."""
        if len(self._held) >= MOST_HELD:
            return None
        chat = _chat_of(raw)
        task = asyncio.create_task(self._take(raw, self._newest.get(chat)))
        self._held.add(task)
        task.add_done_callback(self._held.discard)
        if len(self._newest) > MOST_HELD:
            self._newest = {chat: each for chat, each in self._newest.items() if not each.done()}
        self._newest[chat] = task
        return task

    async def _take(self, raw: dict[str, Any], before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        await until_done(lambda: self._once(raw), AGAIN, _told)
        await self._meter.count("received")

    async def _once(self, raw: dict[str, Any]) -> None:
        number = id_of(raw, self._bot)
        await self._intake.take_raw(Network.ZALO_BOT, number, raw, lambda each: read(each, self._bot, self._names))

    async def end(self) -> None:
        """Give what is under way a moment; what is not committed then is lost to us."""
        if tasks := set(self._held):
            await asyncio.wait(tasks, timeout=PATIENCE)
        for task in tasks:
            task.cancel()


def _told(error: Exception) -> bool:
    """The database is away: every such failure is logged, and passes."""
    logs.crashed("zalo_bot.not_committed", error)
    return True


def _chat_of(raw: dict[str, Any]) -> str:
    """What keeps one chat's events in order; a malformed one stands with the others of its kind."""
    message = event_of(raw).get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    return str(chat.get("id")) if isinstance(chat, dict) else ""


async def poll(channel: ZaloBot, arrivals: Arrivals) -> None:
    """Ask for events until cancelled: again at once, before the last one is committed.

    What people send while nobody asks is lost, so the time between two questions is the time to keep short.
    """
    failures = 0
    try:
        while True:
            try:
                event = await channel.update(POLL_SECONDS)
            except SendError as error:
                failures += 1
                _tell(error)
                await asyncio.sleep(POLL.pause(failures, error.retry_after))
                continue
            failures = 0
            while event is not None and arrivals.begin(event) is None:  # noqa: ASYNC110  room comes with time
                await asyncio.sleep(POLL.first)
    finally:
        await arrivals.end()


def _tell(error: SendError) -> None:
    mend = "copy ZALO_BOT_TOKEN again from Zalo Bot Creator" if error.reason is Reason.WRONG_TOKEN else ""
    log.warning("zalo_bot.poll_failed", error=str(error), **({"mend": mend} if mend else {}))


def webhook(arrivals: Arrivals, secret: str) -> Webhook:
    """Zalo's webhook: 200 when committed, or for an empty probe; 403 for a wrong secret, 400 for no event, 503 else."""

    async def answer(body: bytes, headers: Mapping[str, str]) -> int:
        if not body.strip():  # the platform looks now and then whether somebody answers
            return 200
        given = headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return 403
        raw = _parsed(body)
        if raw is None:
            return 400
        if not isinstance(event_of(raw).get("event_name"), str):  # a test of theirs; nobody wrote
            return 200
        task = arrivals.begin(raw)
        done = await asyncio.wait([task], timeout=PATIENCE) if task else (set(), set())
        return 200 if done[0] else 503

    return answer


def _parsed(body: bytes) -> dict[str, Any] | None:
    """An object; None for what is none, or could never be written down: nested for ever, halves of characters."""
    try:
        raw = json.loads(body)
        if b"\\ud" in body.lower():
            json.dumps(raw, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None
