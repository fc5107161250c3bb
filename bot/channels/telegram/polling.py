"""How Telegram's updates reach us: asked for, or sent to our webhook. Confirmed only once they are committed."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

import structlog

from bot import logs
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

Updates = list[dict[str, Any]]


async def poll(channel: Telegram, intake: Intake) -> None:
    """Ask for updates until cancelled: commit first, then move the offset, so that a crash loses nothing."""
    offset, failures = 0, 0
    while True:
        try:
            updates = await channel.updates(offset, POLL_SECONDS)
            await batch(updates, channel.id, intake)
        except Exception as error:  # noqa: BLE001  also the database in trouble: the offset stays, everything comes again
            failures += 1
            _tell(error)
            await asyncio.sleep(POLL.pause(failures, getattr(error, "retry_after", 0)))
            continue
        failures = 0
        if updates:
            offset = max(raw["update_id"] for raw in updates) + 1
        if len(updates) > 1:  # busy: an answer with several costs little more than an answer with one
            await asyncio.sleep(min(LONGEST_GATHER, GATHER * (len(updates) - 1)))


def _tell(error: Exception) -> None:
    if not isinstance(error, SendError):
        logs.crashed("poll.not_committed", error)
    elif error.reason is Reason.CONFLICT:
        log.warning("poll.conflict", mend="another program polls with this token, or a webhook is set")
    else:
        log.warning("poll.failed", error=str(error))


async def batch(updates: Updates, bot: str, intake: Intake) -> None:
    """Take a batch in: one chat's updates one after another, different chats side by side."""
    chats: dict[str, Updates] = {}
    for raw in updates:
        chats.setdefault(str(_chat_of(raw)), []).append(raw)
    rows = [_in_order(each, bot, intake) for each in chats.values()]
    if len(rows) == 1:  # no task of its own for what nothing runs beside
        await rows[0]
        return
    for end in await asyncio.gather(*rows, return_exceptions=True):
        if end is not None:
            raise end


async def _in_order(updates: Updates, bot: str, intake: Intake) -> None:
    for raw in updates:
        await take(raw, bot, intake)


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
        try:
            raw = json.loads(body)
        except ValueError:
            return 400
        if not isinstance(raw, dict) or "update_id" not in raw:
            return 400
        try:
            await take(raw, channel.id, intake)
        except Exception as error:  # noqa: BLE001
            logs.crashed("webhook.not_committed", error)
            return 503
        return 200

    return answer
