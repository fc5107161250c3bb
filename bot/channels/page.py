"""The web page as a messenger: sending is writing a row and nudging whoever has the page open."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.base import Capabilities, Part, Reason, SendError, Use
from domain.messages import Chat, Network
from storage import page
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.files import BLOB
from web.hub import Hub, Nudge


class Page:
    """The page's way out; `name` is how the bot signs on it."""

    network = Network.PAGE
    can = Capabilities(react=False, composer=True, sheets=True, topics=False, max_length=20_000, max_caption=20_000)
    pace = None

    def __init__(self, store: Store, hub: Hub, blobs: Blobs) -> None:
        self._store = store
        self._hub = hub
        self._blobs = blobs

    def write(self, tx: Tx, chat: Chat, part: Part) -> str:
        """Append to the page chat."""
        return str(page.append(tx, chat.id, part.text, _body(part), fleeting=part.fleeting))

    def rewrite(self, tx: Tx, chat: Chat, message_id: str, part: Part) -> bool:
        """Change a message of the page chat; False when it is not there."""
        return page.change(tx, chat.id, int(message_id), part.text, {**_body(part), "edited": True})

    def mark(self, tx: Tx, chat: Chat, message_id: str, text: str) -> None:
        """Under a message of the page chat stands what became of it."""
        page.mark(tx, chat.id, int(message_id), text)

    def wrote(self, chat: Chat) -> None:
        """Nudge whoever has the chat open."""
        self._hub.publish(chat.id)

    def is_group(self, chat: Chat) -> bool:
        """The desk of a department, the task group or leadership."""
        return chat.id.startswith("desk:")

    def spares(self, use: Use) -> bool:  # noqa: ARG002
        """Nothing: messages cost nothing here."""
        return False

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """Append to the page chat in a transaction of its own."""
        number = await self._store.run(lambda tx: self.write(tx, chat, part))
        self.wrote(chat)
        return [number]

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        """Change a message of the page chat in a transaction of its own."""
        if not await self._store.run(lambda tx: self.rewrite(tx, chat, message_id, part)):
            raise SendError("no such message", permanent=True, reason=Reason.NO_MESSAGE)
        self.wrote(chat)

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:
        """Show a fleeting text on the open page."""
        self._hub.publish(chat.id, Nudge(toast=text, tap_id=tap_id))

    async def react(self, chat: Chat, message_id: str) -> None:
        """A page is marked in the transaction that settles the sign."""

    async def open_topic(self, chat: Chat, title: str) -> str:  # noqa: ARG002
        """The page has no topics."""
        return ""

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The page's uploads are kept already."""
        content = await asyncio.to_thread(self._blobs.get, ref.removeprefix(BLOB))
        if len(content) > largest:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
        return content


def _body(part: Part) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if part.rows:
        body["buttons"] = [[list(button) for button in row] for row in part.rows]
    if part.sheet:
        body["sheet"] = dict(part.sheet)
    if part.files:
        body["files"] = [file.id for file in part.files]
    if part.reply_to:
        body["reply_to"] = part.reply_to
    if part.about:
        body["case"] = part.about
    return body
