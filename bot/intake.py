"""Taking updates in: read at the border, one transaction each, failures kept whole; polling and webhook."""

from __future__ import annotations

import asyncio
import hmac
import json
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import structlog

from bot import logs
from bot.channels.base import SendError
from bot.channels.telegram import client
from bot.channels.telegram.client import Telegram
from bot.province import once_learnt
from bot.retrying import BackOff, until_done
from domain.messages import Incoming, Network
from handlers import retry
from handlers.admin import chats as admin
from handlers.province import Province
from handlers.receive import receive
from storage import failed, seen
from storage.database import Store, Tx, in_trouble, of_driver

log = structlog.get_logger()

POLL_SECONDS = 50
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  a header's name
#: a race with another process ends at the next try
RACE, _TRIES = BackOff(0.1, 1.0), 3
POLL = BackOff(0.5, 30.0)
_CONFLICT = "409"


class Intake:
    """Every input's way in. `taken` is called after the commit of something with attachments."""

    def __init__(self, store: Store, province: Province, attached: Callable[[], None]) -> None:
        self._store = store
        self._province = province
        self._attached = attached
        self.counts = {"taken": 0, "repeated": 0, "failed": 0}

    async def take(self, incoming: Incoming, raw: Any = None) -> None:
        """Take one input in and return after its commit; one whose handler raises is kept, and the queue goes on.

        Raises only when the database takes nothing at all; then the input has to come again.
        """
        try:
            fresh = await until_done(lambda: self._decide(incoming), RACE, of_driver, tries=_TRIES)
        except Exception as error:
            if in_trouble(error):
                raise
            await self.keep(incoming.chat.network, incoming.id, raw, error, incoming)
            return
        self.counts["taken" if fresh else "repeated"] += 1
        if fresh and incoming.uploads:
            self._attached()

    async def _decide(self, incoming: Incoming) -> bool:
        return await once_learnt(self._store, lambda tx: receive(tx, self._province, incoming))

    async def keep(
        self, network: Network, incoming_id: str, raw: Any, error: BaseException, incoming: Incoming | None = None
    ) -> None:
        """Keep an update that could not be handled, and tell whom it concerns; raises when even that cannot be."""
        whole = retry.pack(incoming) if raw is None and incoming else _text(raw)
        trace = (
            "".join(traceback.format_exception(error)).encode("ascii", "backslashreplace").decode().replace("\0", "\\0")
        )

        def write(tx: Tx, *, tell: bool = True) -> None:
            if seen.first_time(tx, network, incoming_id):
                number = failed.keep(tx, network, incoming_id, whole, trace)
                if tell:
                    admin.update_failed(tx, number, type(error).__name__, incoming)

        try:
            await self._store.run(write)
        except Exception as trouble:
            if in_trouble(trouble):
                raise
            logs.crashed("intake.nobody_told", trouble)
            await self._store.run(partial(write, tell=False))
        self.counts["failed"] += 1
        logs.crashed("intake.failed", error, network=network)

    async def update(self, raw: dict[str, Any], bot: str) -> None:
        """Take one Telegram update in; one that cannot even be read is kept too."""
        try:
            incoming = client.read(raw, bot)
        except Exception as error:  # noqa: BLE001  whatever it is made of, it must not stop the queue
            await self.keep(Network.TELEGRAM, f"{bot}:{raw.get('update_id')}", raw, error)
            return
        if incoming is not None:
            await self.take(incoming, raw)

    async def batch(self, updates: list[dict[str, Any]], bot: str) -> None:
        """Take a batch in: one chat's updates one after another, different chats side by side."""
        chats: dict[str, list[dict[str, Any]]] = {}
        for raw in updates:
            chats.setdefault(str(_chat_of(raw)), []).append(raw)
        ends = await asyncio.gather(*(self._in_order(each, bot) for each in chats.values()), return_exceptions=True)
        for end in ends:
            if end is not None:
                raise end

    async def _in_order(self, updates: list[dict[str, Any]], bot: str) -> None:
        for raw in updates:
            await self.update(raw, bot)


def _text(raw: Any) -> str:
    """JSON that every database takes, whatever characters are in it."""
    return json.dumps(raw)


def _chat_of(raw: dict[str, Any]) -> Any:
    """What keeps one chat's updates in order; a malformed one stands alone."""
    for value in raw.values():
        if isinstance(value, dict):
            message = value.get("message")
            inside = message.get("chat") if isinstance(message, dict) else None
            chat = value.get("chat") or inside or value.get("from")
            return chat.get("id") if isinstance(chat, dict) else None
    return None


async def poll(channel: Telegram, intake: Intake) -> None:
    """Ask for updates until cancelled: commit first, then move the offset, so that a crash loses nothing."""
    offset, failures = 0, 0
    while True:
        try:
            params = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": client.ALLOWED_UPDATES}
            updates = await channel.call("getUpdates", params, POLL_SECONDS + 15)
            await intake.batch(updates, channel.id)
        except Exception as error:  # noqa: BLE001  also the database in trouble: the offset stays, everything comes again
            failures += 1
            _tell(error)
            await asyncio.sleep(POLL.pause(failures, getattr(error, "retry_after", 0)))
        else:
            failures = 0
            if updates:
                offset = max(raw["update_id"] for raw in updates) + 1


def _tell(error: Exception) -> None:
    if not isinstance(error, SendError):
        logs.crashed("poll.not_committed", error)
    elif _CONFLICT in str(error):
        log.warning("poll.conflict", mend="another program polls with this token, or a webhook is set")
    else:
        log.warning("poll.failed", error=str(error))


def webhook(channel: Telegram, intake: Intake, secret: str) -> Callable[[bytes, Mapping[str, str]], Any]:
    """Telegram's webhook: 403 for a wrong secret, 400 for no update, 503 for "send it again", 200 when committed."""

    async def take(body: bytes, headers: Mapping[str, str]) -> int:
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
            await intake.update(raw, channel.id)
        except Exception as error:  # noqa: BLE001
            logs.crashed("webhook.not_committed", error)
            return 503
        return 200

    return take
