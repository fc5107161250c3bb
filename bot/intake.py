"""Taking updates in: read at the border, one transaction each, failures kept whole; polling and webhook."""

from __future__ import annotations

import asyncio
import hmac
import json
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from pydantic import ValidationError

from bot import logs
from bot.channels import telegram
from bot.channels.base import SendError
from bot.channels.telegram import Telegram
from domain.messages import Incoming, Network
from handlers import admin
from handlers.receive import receive
from handlers.world import World
from storage import seen
from storage.transaction import Store, Tx

log = structlog.get_logger()

POLL_SECONDS = 50
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  a header's name
_TRIES = 3
_LONGEST_PAUSE = 30.0
_CONFLICT = "409"


class Intake:
    """Every input's way in. `taken` is called after the commit of something with attachments."""

    def __init__(self, store: Store, world: World, attached: Callable[[], None]) -> None:
        self._store = store
        self._world = world
        self._attached = attached
        self.counts = {"taken": 0, "repeated": 0, "failed": 0}

    async def take(self, incoming: Incoming, raw: str = "") -> None:
        """Take one input in and return after its commit; one whose handler raises is kept, and the queue goes on.

        Raises only when the database takes nothing at all; then the input has to come again.
        """
        for attempt in range(_TRIES):
            try:
                fresh = await self._store.run(lambda tx: receive(tx, self._world, incoming))
                break
            except Exception as error:  # noqa: BLE001  whatever it is, it must not stop the queue
                if not _is_database(error) or attempt + 1 == _TRIES:
                    await self.keep(incoming.chat.network, incoming.id, raw, error)
                    return
                await asyncio.sleep(0.1 * 2**attempt)
        self.counts["taken" if fresh else "repeated"] += 1
        if fresh and incoming.uploads:
            self._attached()

    async def keep(self, network: Network, incoming_id: str, raw: str, error: BaseException) -> None:
        """Keep an update that could not be handled, and tell the administrators."""
        self.counts["failed"] += 1
        trace = "".join(traceback.format_exception(error))

        def write(tx: Tx) -> None:
            if seen.first_time(tx, network, incoming_id):
                number = seen.keep_failed(tx, network, incoming_id, raw, trace)
                admin.update_failed(tx, number, type(error).__name__)

        await self._store.run(write)
        logs.crashed("intake.failed", error, network=network)

    async def update(self, raw: dict[str, Any], bot: str) -> None:
        """Take one Telegram update in; one that cannot even be read is kept too."""
        try:
            incoming = telegram.read(raw, bot)
        except (ValidationError, ValueError, TypeError) as error:
            await self.keep(Network.TELEGRAM, f"{bot}:{raw.get('update_id')}", _text(raw), error)
            return
        if incoming is not None:
            await self.take(incoming, _text(raw))

    async def batch(self, updates: list[dict[str, Any]], bot: str) -> None:
        """Take a batch in: one chat's updates one after another, different chats side by side."""
        chats: dict[Any, list[dict[str, Any]]] = {}
        for raw in updates:
            chats.setdefault(_chat_of(raw), []).append(raw)
        await asyncio.gather(*(self._in_order(each, bot) for each in chats.values()))

    async def _in_order(self, updates: list[dict[str, Any]], bot: str) -> None:
        for raw in updates:
            await self.update(raw, bot)


def _is_database(error: Exception) -> bool:
    """True for an error of the database's driver, which may be gone at the next try."""
    return type(error).__module__.startswith(("sqlite3", "psycopg"))


def _text(raw: Any) -> str:
    return json.dumps(raw, ensure_ascii=False)


def _chat_of(raw: dict[str, Any]) -> Any:
    for value in raw.values():
        if isinstance(value, dict):
            chat = value.get("chat") or (value.get("message") or {}).get("chat") or value.get("from") or {}
            return chat.get("id")
    return None


async def poll(channel: Telegram, intake: Intake) -> None:
    """Ask for updates until cancelled: commit first, then move the offset, so that a crash loses nothing."""
    offset, pause = 0, 0.5
    while True:
        try:
            params = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": telegram.ALLOWED_UPDATES}
            updates = await channel.call("getUpdates", params, POLL_SECONDS + 15)
            await intake.batch(updates, channel.id)
        except SendError as error:
            if _CONFLICT in str(error):
                log.warning("poll.conflict", mend="another program polls with this token, or a webhook is set")
            else:
                log.warning("poll.failed", error=str(error))
            await asyncio.sleep(error.retry_after or pause)
            pause = min(_LONGEST_PAUSE, pause * 2)
        except Exception as error:  # noqa: BLE001  the database is in trouble: the offset stays, everything comes again
            logs.crashed("poll.not_committed", error)
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)
        else:
            pause = 0.5
            if updates:
                offset = updates[-1]["update_id"] + 1


def webhook(channel: Telegram, intake: Intake, secret: str) -> Callable[[bytes, Mapping[str, str]], Any]:
    """Telegram's webhook: 403 for a wrong secret, 400 for no update, 503 when it has to come again, 200 after the commit."""

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
