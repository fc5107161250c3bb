"""Zalo Bot, set up: polling or webhook, what the plan allows, and what the doctor says of it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from bot.channels.arrivals import Arrivals
from bot.channels.base import File, Reason, SendError
from bot.channels.messenger import Finding, Means, Webhook, until_reached
from bot.channels.plan import TOLD_FROM, Meter, Plan
from bot.channels.zalo_bot import reading
from bot.channels.zalo_bot.arriving import arrivals, poll, webhook
from bot.channels.zalo_bot.client import ZaloBot, is_group
from bot.intake import Intake
from bot.messenger_settings import read_plan
from domain.messages import Incoming
from storage.database import Store

#: how long Zalo has to fetch a picture: it does so during the call, which we wait for so long
PICTURE_LASTS = timedelta(minutes=5)


def set_up(means: Means) -> ZaloBotMessenger:
    """Zalo Bot by its settings."""
    return ZaloBotMessenger(means)


def read(raw: dict[str, Any], incoming_id: str) -> Incoming | None:
    """An event kept under "BOT:MESSAGE"."""
    return reading.read(raw, incoming_id.partition(":")[0])


class ZaloBotMessenger:
    """The Zalo Bot platform as the program uses it."""

    def __init__(self, means: Means) -> None:
        self._settings = settings = means.settings
        links = means.links

        def link(file: File) -> str:
            return links.to(file.id, file.name, PICTURE_LASTS) if links else ""

        plan = Plan("Zalo Bot", *read_plan(settings.zalo_bot_plan))
        self.meter = Meter(means.store, ZaloBot.network, plan, means.zone, is_group)
        token, api = settings.zalo_bot_token, settings.zalo_bot_api_url
        self.channel = ZaloBot(token, api, self.meter, link if links else None)
        self.hook = "zalo_bot" if settings.zalo_bot_mode == "webhook" else ""
        #: the bot's names, as people mention it in a group
        self._names: set[str] = set()
        self._arrivals: Arrivals | None = None

    async def listen(self, intake: Intake, names: set[str]) -> None:
        """Poll until cancelled, or tell Zalo where to send events."""
        await self.meter.look()
        url = f"{self._settings.public_url}/webhooks/{self.hook}"
        if self.hook:
            await until_reached(lambda: self.channel.send_to(url, self.secret), "zalo_bot")
        else:
            await until_reached(self.channel.send_nowhere, "zalo_bot")
        await until_reached(self._learn_names, "zalo_bot")
        names |= {each.lower() for each in self._names if " " not in each}
        if not self.hook:
            await poll(self.channel, self._taking(intake))

    async def _learn_names(self) -> None:
        me = await self.channel.me()
        self._names |= {str(me[name]) for name in ("account_name", "display_name") if me.get(name)}

    def _taking(self, intake: Intake) -> Arrivals:
        self._arrivals = self._arrivals or arrivals(self.channel.id, intake, self._names, self.meter)
        return self._arrivals

    def webhook(self, intake: Intake) -> Webhook:
        """Events that Zalo sends to us."""
        return webhook(self._taking(intake), self.secret)

    @property
    def secret(self) -> str:
        """What Zalo sends back with every event: the configured secret, or one that follows from the token."""
        derived = hmac.new(self._settings.zalo_bot_token.encode(), b"webhook", hashlib.sha256).hexdigest()
        return self._settings.zalo_bot_webhook_secret or derived

    async def close(self) -> None:
        """Give what has come a moment to be committed, then end the connections."""
        if self._arrivals is not None:
            await self._arrivals.end()
        await self.channel.close()

    async def trouble(self, store: Store) -> str:  # noqa: ARG002  it needs none
        """Where Zalo sends events, when that is not to us."""
        try:
            url = await self.channel.webhook_url()
        except SendError as error:
            return str(error)
        is_well, said, _ = self._way_in(url)
        return "" if is_well else said

    async def findings(self, store: Store) -> AsyncIterator[Finding]:
        """The token, where events go, whether pictures can be sent, and how much of the plan is used."""
        try:
            me = await self.channel.me()
            url = await self.channel.webhook_url()
        except SendError as error:
            is_token = error.reason is Reason.WRONG_TOKEN
            mend = "copy ZALO_BOT_TOKEN again from Zalo Bot Creator" if is_token else "is ZALO_BOT_API_URL reachable?"
            yield False, f"Zalo Bot: {error}", mend
            return
        yield True, f"Zalo Bot: {me.get('account_name') or me.get('display_name') or self.channel.id}", ""
        yield self._way_in(url)
        yield (
            bool(self.channel.can.files),
            "pictures and documents are sent as links" if self.channel.can.files else "no picture can be sent",
            "set PUBLIC_URL: Zalo fetches pictures from our own page",
        )
        for each in await store.run(self.meter.used):
            said = f"Zalo Bot's plan: {each.used} of {each.most} {each.what} ({each.share:.0%})"
            yield each.share < TOLD_FROM, said, "order a larger plan, or move groups to Telegram or the page"

    def _way_in(self, url: str) -> Finding:
        wanted = f"{self._settings.public_url}/webhooks/{self.hook}" if self.hook else ""
        if url != wanted:
            return False, f"events go to {url or 'nowhere'}", "start the program: it tells Zalo where to send them"
        if self.hook:
            return True, f"events come to {url}", ""
        return True, "events are asked for: what is written while the program is down is lost (a webhook is safer)", ""
