"""A Zalo Official Account, set up: its webhook, its tokens, what the plan allows, and what the doctor says of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.channels.arrivals import Arrivals, parsed
from bot.channels.base import File, SendError
from bot.channels.messenger import Finding, Means, Webhook
from bot.channels.plan import TOLD_FROM, Meter, Plan
from bot.channels.zalo_oa import client, reading
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.client import ZaloOa, is_group
from bot.channels.zalo_oa.login import Login
from bot.channels.zalo_oa.pace import PerMinute
from bot.channels.zalo_oa.people import Names
from bot.channels.zalo_oa.signature import Signature
from bot.channels.zalo_oa.tokens import NAME, REFRESH_LASTS, AccessTokens
from bot.intake import Intake
from bot.messenger_settings import read_oa_plan
from domain.messages import Incoming
from storage.database import Store, Tx
from storage.outgoing import tokens

HOOK = "zalo_oa"
#: Zalo wants its answer within two seconds, and repeats what was not answered so
PATIENCE = 1.5
PICTURE_LASTS = timedelta(minutes=5)
#: how long before its end a refresh token is something to see to
SOON = timedelta(days=14)
_ANEW = "authorise the app again at developers.zalo.me, put the new refresh token into ZALO_OA_REFRESH_TOKEN, restart"


def set_up(means: Means) -> ZaloOaMessenger:
    """The account by its settings."""
    return ZaloOaMessenger(means)


def read(raw: dict[str, Any], incoming_id: str) -> Incoming | None:  # noqa: ARG001  the event has its own
    """An event that was kept; whose it was told no name."""
    return reading.read(raw)


class ZaloOaMessenger:
    """An Official Account as the program uses it."""

    hook = HOOK

    def __init__(self, means: Means) -> None:
        self._settings = settings = means.settings
        self._clock, self._links = means.clock, means.links
        requests, paid = read_oa_plan(settings.zalo_oa_plan)
        self.meter = Meter(means.store, ZaloOa.network, Plan(NAME, messages=paid), means.zone, is_group)
        login = Login(settings.zalo_oa_login_url, settings.zalo_oa_app_id, settings.zalo_oa_app_secret)
        self._tokens = AccessTokens(means.store, means.clock, login, settings.zalo_oa_refresh_token)
        pace = PerMinute(requests)
        self._api = Api(settings.zalo_oa_api_url, self._tokens, pace)
        link = self._link if means.links else None
        may_use = client.Means(settings.zalo_oa_api_url, link, settings.zalo_oa_template)
        self.channel = ZaloOa(self._api, pace, self.meter, may_use)
        self._names = Names(self._api)
        self._signature = Signature(
            settings.zalo_oa_app_id,
            settings.zalo_oa_webhook_secret,
            is_refused=settings.zalo_oa_signature == "check",
        )
        self._arrivals: Arrivals | None = None

    def _link(self, file: File) -> str:
        return self._links.to(file.id, file.name, PICTURE_LASTS) if self._links else ""

    async def listen(self, intake: Intake, names: set[str]) -> None:  # noqa: ARG002  a group mentions it by number
        """Keep the right to write; where events go is entered on Zalo's own page."""
        await self.meter.look()
        await self._tokens.keep_fresh()

    def webhook(self, intake: Intake) -> Webhook:
        """Zalo's webhook: 200 when committed, or for a probe; 403 for a wrong signature, 400 for no event, 503 else."""
        arrivals = self._arrivals = self._arrivals or self._taking(intake)

        async def answer(body: bytes, headers: Mapping[str, str]) -> int:
            if not body.strip():  # the console looks whether somebody answers
                return 200
            raw = parsed(body)
            if raw is None:
                return 400
            if not isinstance(raw.get("event_name"), str):  # another probe of theirs: it is not signed
                return 200
            if not self._signature.lets_in(body, headers, raw):
                return 403
            return await arrivals.answer(raw, PATIENCE)

        return answer

    def _taking(self, intake: Intake) -> Arrivals:
        async def take(raw: dict[str, Any]) -> None:
            name = await self._names.of(reading.sender_of(raw)) if reading.is_message(raw) else ""
            await intake.take_raw(ZaloOa.network, reading.id_of(raw), raw, lambda each: reading.read(each, name))

        return Arrivals(HOOK, take, reading.chat_of)

    async def trouble(self, store: Store) -> str:
        """Why it may not write to anybody soon, or now."""
        is_well, said, _ = await store.run(self._right)
        return "" if is_well else said

    async def close(self) -> None:
        """Give what has come a moment to be committed, then end the connections."""
        if self._arrivals is not None:
            await self._arrivals.end()
        await self.channel.close()

    # ------------------------------------------------------------ the doctor

    async def findings(self, store: Store) -> AsyncIterator[Finding]:
        """Whether it may write and until when, whether it is answered, how events are known, and the plan."""
        try:
            await self._api.get("/v2.0/oa/listrecentchat", {"offset": 0, "count": 1})
        except SendError as error:
            yield False, f"{NAME}: {error}", _ANEW if "token" in str(error) else "is ZALO_OA_API_URL reachable?"
        else:
            yield True, f"{NAME}: the account answers", ""
        yield await store.run(self._right)
        yield (
            bool(self._settings.zalo_oa_template),
            "who has not written for seven days is asked to come back by a template"
            if self._settings.zalo_oa_template
            else "who has not written for seven days cannot be reached",
            "have a template approved (docs/zalo.md) and set ZALO_OA_TEMPLATE; till then officers are asked to call",
        )
        where = f"events come to {self._settings.public_url}/webhooks/{HOOK}, as entered at developers.zalo.me"
        is_checked = self._settings.zalo_oa_signature == "check"
        yield is_checked, where if is_checked else "anybody may send events", "set ZALO_OA_SIGNATURE=check"
        for each in await store.run(self.meter.used):
            said = f"{NAME}'s plan: {each.used} of {each.most} paid {each.what} ({each.share:.0%})"
            yield each.share < TOLD_FROM, said, "order a larger plan"

    def _right(self, tx: Tx) -> Finding:
        """Until when it may write, and by when the refresh token has to be used."""
        kept = tokens.kept(tx, ZaloOa.network)
        if kept is None or kept.expires_at is None or kept.renewed_at is None:
            return False, f"{NAME}: it may not write", _ANEW
        ends = kept.renewed_at + REFRESH_LASTS
        if kept.refused or ends - tx.now < SOON:
            why = "its refresh token is refused" if kept.refused else f"its refresh token ends on {_said(ends)}"
            return False, f"{NAME}: {why}", _ANEW
        return True, f"{NAME}: it may write until {_said(kept.expires_at)}, renewed {_said(kept.renewed_at)}", ""


def _said(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M} UTC"
