"""How Zalo's events reach us: sent to our webhook, or asked for one by one.

Neither way gives anything twice for sure: nothing is confirmed, and whether a failed webhook is repeated is not
documented. So an event that could not be committed, because the database is away, is held and tried again by us.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping
from typing import Any

import structlog

from bot.channels.arrivals import Arrivals, parsed
from bot.channels.base import Reason, SendError
from bot.channels.messenger import Webhook
from bot.channels.plan import Meter
from bot.channels.zalo_bot.client import ZaloBot
from bot.channels.zalo_bot.reading import event_of, id_of, read
from bot.intake import Intake
from bot.retrying import BackOff
from domain.messages import Network

log = structlog.get_logger()

POLL_SECONDS = 30
POLL = BackOff(0.5, 30.0)
#: how soon a webhook says that an event is not committed yet; it is held all the same
PATIENCE = 5.0
SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105  a header's name


def arrivals(bot: str, intake: Intake, names: set[str], meter: Meter) -> Arrivals:
    """What takes this bot's events in and counts them; `names` are the bot's, as people mention it."""

    async def take(raw: dict[str, Any]) -> None:
        await intake.take_raw(Network.ZALO_BOT, id_of(raw, bot), raw, lambda each: read(each, bot, names))
        await meter.count("received")

    return Arrivals("zalo_bot", take, _chat_of)


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
        raw = parsed(body)
        if raw is None:
            return 400
        if not isinstance(event_of(raw).get("event_name"), str):  # a test of theirs; nobody wrote
            return 200
        return await arrivals.answer(raw, PATIENCE)

    return answer
