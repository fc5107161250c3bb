"""How Telegram's updates reach us: asked for, or sent to our webhook. Confirmed only once they are committed."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

import structlog

from bot import logs
from bot.channels.arrivals import parsed
from bot.channels.base import Reason, SendError
from bot.channels.telegram.client import Telegram
from bot.channels.telegram.reading import read
from bot.intake import Intake
from bot.retrying import BackOff
from domain.messages import Network

log = structlog.get_logger()

POLL_SECONDS = 50
POLL = BackOff(0.5, 30.0)
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  a header's name
#: seconds to let updates gather before asking again, for each that came together with another, and at the most
GATHER, LONGEST_GATHER = 0.005, 0.02
#: seconds that one chat's updates may keep everybody else's waiting
HELD = 0.2

Updates = list[dict[str, Any]]


async def poll(channel: Telegram, intake: Intake) -> None:
    """Ask for updates until cancelled: commit first, then move the offset, so that a crash loses nothing."""
    offset, failures, rows = 0, 0, Rows(channel.id, intake)
    try:
        while True:
            try:
                updates = await channel.updates(offset, POLL_SECONDS)
                fresh = await rows.take(updates)
            except Exception as error:  # noqa: BLE001  also the database in trouble: the offset stays, all comes again
                failures += 1
                _tell(error)
                await asyncio.sleep(POLL.pause(failures, getattr(error, "retry_after", 0)))
                continue
            failures = 0
            offset = rows.committed(offset)
            if fresh > 1:  # busy: an answer with several costs little more than an answer with one
                await asyncio.sleep(min(LONGEST_GATHER, GATHER * (fresh - 1)))
    finally:
        await rows.end()


def _tell(error: Exception) -> None:
    if not isinstance(error, SendError):
        logs.crashed("poll.not_committed", error)
    elif error.reason is Reason.CONFLICT:
        log.warning("poll.conflict", mend="another program polls with this token, or a webhook is set")
    else:
        log.warning("poll.failed", error=str(error))


class Rows:
    """Updates being taken in: one chat's one after another, different chats side by side.

    One that takes long, a filing that waits until routing is learnt, keeps only its own chat waiting: Telegram gives it
    again with whatever is new, as the offset cannot pass it, and what is known is not taken in twice.
    """

    def __init__(self, bot: str, intake: Intake) -> None:
        self._bot, self._intake = bot, intake
        #: the row of every update at or after the offset, and each chat's newest row
        self._known: dict[int, asyncio.Task[None]] = {}
        self._newest: dict[str, asyncio.Task[None]] = {}

    async def take(self, updates: Updates) -> int:
        """Take in what is new, and return how many that are, after the commit or after HELD seconds.

        Raises what kept one from being committed; it is forgotten, with what follows it in its chat, to come again.
        """
        chats: dict[str, Updates] = {}
        for raw in updates:
            if raw["update_id"] not in self._known:
                chats.setdefault(str(_chat_of(raw)), []).append(raw)
        rows = [self._begin(chat, fresh) for chat, fresh in chats.items()]
        if waited_for := rows or [task for task in self._known.values() if not task.done()]:
            until = asyncio.ALL_COMPLETED if rows else asyncio.FIRST_COMPLETED
            await asyncio.wait(waited_for, timeout=HELD, return_when=until)
        self._forget_failed()
        return sum(map(len, chats.values()))

    def _begin(self, chat: str, updates: Updates) -> asyncio.Task[None]:
        task = asyncio.create_task(self._in_order(self._newest.get(chat), updates))
        self._newest[chat] = task
        self._known |= {raw["update_id"]: task for raw in updates}
        return task

    async def _in_order(self, before: asyncio.Task[None] | None, updates: Updates) -> None:
        if before is not None:
            await before
        for raw in updates:
            await take(raw, self._bot, self._intake)

    def _forget_failed(self) -> None:
        failed = {task: error for task in self._known.values() if task.done() and (error := task.exception())}
        self._known = {number: task for number, task in self._known.items() if task not in failed}
        self._newest = {chat: task for chat, task in self._newest.items() if not task.done()}
        for error in failed.values():
            raise error

    def committed(self, offset: int) -> int:
        """The first update that is not committed, from which to ask on; what is before it is forgotten."""
        waiting = [number for number, task in self._known.items() if not task.done()]
        offset = min(waiting) if waiting else max(self._known, default=offset - 1) + 1
        self._known = {number: task for number, task in self._known.items() if number >= offset}
        return offset

    async def end(self) -> None:
        """Stop what is under way; it was not confirmed and comes again."""
        rows = [task for task in self._known.values() if not task.done()]
        for task in rows:
            task.cancel()
        await asyncio.gather(*rows, return_exceptions=True)


async def take(raw: dict[str, Any], bot: str, intake: Intake) -> None:
    """Take one update in; one that cannot even be read is kept too."""
    await intake.take_raw(Network.TELEGRAM, f"{bot}:{raw.get('update_id')}", raw, partial(read, bot=bot))


def _chat_of(raw: dict[str, Any]) -> Any:
    """What keeps one chat's updates in order; a malformed one stands alone."""
    for value in raw.values():
        if isinstance(value, dict):
            message = value.get("message")
            inside = message.get("chat") if isinstance(message, dict) else None
            chat = value.get("chat") or inside or value.get("from")
            return chat.get("id") if isinstance(chat, dict) else None
    return None


def webhook(
    channel: Telegram, intake: Intake, secret: str
) -> Callable[[bytes, Mapping[str, str]], Coroutine[Any, Any, int]]:
    """Telegram's webhook: 403 for a wrong secret, 400 for no update, 503 for "send it again", 200 when committed."""

    async def answer(body: bytes, headers: Mapping[str, str]) -> int:
        given = headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return 403
        raw = parsed(body)
        if raw is None or not isinstance(raw.get("update_id"), int):
            return 400
        try:
            await take(raw, channel.id, intake)
        except Exception as error:  # noqa: BLE001
            logs.crashed("webhook.not_committed", error)
            return 503
        return 200

    return answer
