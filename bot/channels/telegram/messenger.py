"""Telegram, set up: polling or webhook, and what the doctor says of it."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from telegram import ChatMember

from bot.channels.base import Reason, SendError
from bot.channels.messenger import Finding, Means, Webhook, until_reached
from bot.channels.telegram import polling, reading
from bot.channels.telegram.client import Telegram
from bot.channels.telegram.limits import Limits
from bot.intake import Intake
from bot.settings import Settings
from domain.messages import Incoming, Network
from storage import chats
from storage.chats import Bound
from storage.database import Store

_MOST_SKEW = timedelta(seconds=30)
#: seconds without an answer to a question that is asked each minute; in which an error counts; updates that are many
_LONGEST_SILENCE, _FRESH, _MANY = 300, 900, 200


def set_up(means: Means) -> TelegramMessenger:
    """Telegram by its settings."""
    return TelegramMessenger(means.settings)


def read(raw: dict[str, Any], incoming_id: str) -> Incoming | None:
    """An update kept under "BOT:NUMBER"."""
    return reading.read(raw, incoming_id.partition(":")[0])


class TelegramMessenger:
    """The Bot API as the program uses it."""

    meter = None

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        token, api, proxy = settings.telegram_token, settings.telegram_api_url, settings.telegram_proxy
        self.channel = Telegram(token, api, proxy, Limits(settings.rates))
        self.hook = "telegram" if settings.telegram_mode == "webhook" else ""

    async def listen(self, intake: Intake, names: set[str]) -> None:
        """Poll until cancelled, or tell Telegram where to send updates."""
        url = f"{self._settings.public_url}/webhooks/{self.hook}"
        if self.hook:
            await until_reached(lambda: self.channel.send_to(url, self.secret), "telegram")
        else:
            await until_reached(self.channel.send_nowhere, "telegram")
        with contextlib.suppress(SendError):
            names.add(str((await self.channel.me()).username).lower())
        if not self.hook:
            await polling.poll(self.channel, intake)

    def webhook(self, intake: Intake) -> Webhook:
        """Updates that Telegram sends to us."""
        return polling.webhook(self.channel, intake, self.secret)

    @property
    def secret(self) -> str:
        """What Telegram sends back with every update: the configured secret, or one that follows from the token.

        Every process with the same token must know the same one: Telegram keeps only the last it was told.
        """
        derived = hmac.new(self._settings.telegram_token.encode(), b"webhook", hashlib.sha256).hexdigest()
        return self._settings.telegram_webhook_secret or derived

    async def close(self) -> None:
        """End the session."""
        await self.channel.close()

    async def trouble(self, store: Store) -> str:  # noqa: ARG002  it needs none
        """What Telegram says of our webhook, or that it has not answered for minutes."""
        if not self.hook:
            silent = time.monotonic() - self.channel.asked_at
            return f"getUpdates: no answer for {silent // 60:.0f} min" if silent > _LONGEST_SILENCE else ""
        try:
            told = await self.channel.webhook_info()
        except SendError as error:
            return str(error)
        url = str(told.get("url", ""))
        if url != f"{self._settings.public_url}/webhooks/{self.hook}":
            return f"webhook: {url or 'none'}"
        age = time.time() - float(told.get("last_error_date") or 0)
        waiting = int(told.get("pending_update_count") or 0)
        if age < _FRESH and waiting:
            return f"webhook: {told.get('last_error_message', '')} ({waiting} pending)"
        return f"webhook: {waiting} pending" if waiting > _MANY else ""

    async def findings(self, store: Store) -> AsyncIterator[Finding]:
        """The token, the privacy mode, the clock, and the bot's rights in every bound group."""
        try:
            me = await self.channel.me()
        except SendError as error:
            mend = (
                "copy TELEGRAM_TOKEN again from @BotFather"
                if error.reason is Reason.WRONG_TOKEN
                else "is TELEGRAM_API_URL reachable? Try TELEGRAM_PROXY"
            )
            yield False, f"Telegram: {error}", mend
            return
        yield True, f"Telegram: @{me.username}", ""
        private = not me.can_read_all_group_messages
        yield True, "privacy mode is " + ("on: officers reply to cards (that is enough)" if private else "off"), ""
        skew = await self._skew()
        if skew is not None:
            said = f"clock: {skew.total_seconds():.0f} s from Telegram's"
            yield skew < _MOST_SKEW, said, "switch on time synchronisation (NTP)"
        for each in await store.run(chats.every_binding):
            if each.chat.network is Network.TELEGRAM:
                for finding in await self._in_group(each):
                    yield finding

    async def _in_group(self, bound: Bound) -> list[Finding]:
        group = f"group “{bound.title}”"
        try:
            member = await self.channel.membership(bound.chat)
        except SendError as error:
            return [(False, f"{group}: {error}", "add the bot to the group again, or bind another with /gan")]
        status = member["status"]
        is_in = status in {ChatMember.ADMINISTRATOR, ChatMember.MEMBER, ChatMember.OWNER}
        findings = [(is_in, f"{group}: the bot is {status}", "add the bot to the group again")]
        if bound.topics and not member.get("can_manage_topics"):
            findings.append((False, f"{group} wants topics", "give the bot the right to manage topics"))
        return findings

    async def _skew(self) -> timedelta | None:
        """How far this machine's clock is from the API server's, or None when it does not say."""
        try:
            async with aiohttp.ClientSession() as session, session.head(self._settings.telegram_api_url) as response:
                said = response.headers.get("Date")
        except aiohttp.ClientError:
            return None
        return abs(datetime.now(UTC) - parsedate_to_datetime(said)) if said else None
