"""Where messages arrive in the stand-in's world: what a test reads there and waits for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .telegram_world import Callback, Chat, Message, Payload, StoredFile, Topic, User

if TYPE_CHECKING:
    from .telegram import TelegramServer


def post(  # noqa: PLR0913  (one keyword per thing a message can have)
    server: TelegramServer,
    chat: Chat,
    user: User,
    content: Payload,
    *,
    thread_id: int | None = None,
    reply_to: Message | None = None,
    files: list[StoredFile] | None = None,
) -> Message:
    """Stores what a person sent and delivers it when the bot may see it; on the server's thread."""
    if thread_id is None and reply_to is not None:
        thread_id = reply_to.thread_id
    message = server.world.compose(chat, user, content, thread_id=thread_id, reply_to=reply_to, files=files)
    user.started = user.started or chat.type == "private"
    if server.world.reaches_bot(message):
        server.feed.push("message", message.payload, chat.id)
    server.world.changed()
    return message


def tap(server: TelegramServer, user: User, message: Message, data: str) -> Callback:
    """Delivers a tap on this message with this data; on the server's thread."""
    world, chat = server.world, message.chat
    callback = Callback(str(4_000_000_000_000_000_000 + world.number()), user.id, world.now())
    world.callbacks[callback.id] = callback
    shown = message.payload
    if message.is_inaccessible or message.is_deleted:
        shown = {"chat": chat.as_dict(), "message_id": message.id, "date": 0}
    query = {
        "id": callback.id,
        "from": user.as_dict(),
        "message": shown,
        "chat_instance": str(chat.id * 7919),
        "data": data,
    }
    server.feed.push("callback_query", query, chat.id)
    return callback


class Room:
    """Somewhere messages arrive: what a test reads and waits for."""

    server: TelegramServer

    def __init__(self) -> None:
        self._returned: set[tuple[int, int]] = set()

    @property
    def chat(self) -> Chat:
        """The chat behind it."""
        raise NotImplementedError

    @property
    def messages(self) -> list[Message]:
        """Everything that stands in the chat now, oldest first."""
        return [message for message in self.chat.everything if not message.is_deleted]

    @property
    def bot_messages(self) -> list[Message]:
        """What the bot wrote here, oldest first."""
        return [message for message in self.messages if message.from_bot and not message.is_service]

    def transcript(self) -> str:
        """Everything said here, one line each."""
        return self.chat.transcript()

    def waits_for(
        self,
        part: str | re.Pattern[str],
        timeout: float = 10.0,
        *,
        topic: Topic | int | None = None,
        fresh: bool = True,
    ) -> Message:
        """The oldest message of the bot that contains `part` and was not returned before (or was edited since)."""
        found: list[Message] = []
        thread_id = topic.id if isinstance(topic, Topic) else topic

        def came() -> bool:
            found[:] = [m for m in self.bot_messages if holds(m, part) and thread_id in {None, m.thread_id}]
            if fresh:
                found[:] = [m for m in found if (m.id, len(m.edits)) not in self._returned]
            return bool(found)

        if not self.server.world.wait_until(came, timeout):
            raise AssertionError(
                f"{shown(part)} did not come within {timeout} s\n{self.transcript()}\n{self._trouble()}"
            )
        self._returned.add((found[0].id, len(found[0].edits)))
        return found[0]

    def never_hears(self, part: str | re.Pattern[str], within: float = 0.5) -> None:
        """AssertionError when the bot writes `part` here now or within these seconds."""
        if self.server.world.wait_until(lambda: any(holds(m, part) for m in self.bot_messages), within):
            raise AssertionError(f"{shown(part)} came\n{self.transcript()}")

    def _trouble(self) -> str:
        notes = [f"violation: {line}" for line in self.server.violations[-3:]]
        notes += [f"refused: {method} {code} {text}" for method, code, text in self.server.refusals[-3:]]
        return "\n".join([*notes, f"updates not taken by the bot: {len(self.server.feed.pending)}"])


def holds(message: Message, part: str | re.Pattern[str]) -> bool:
    """Whether the message's words contain the part."""
    return part in message.words if isinstance(part, str) else bool(part.search(message.words))


def shown(part: str | re.Pattern[str]) -> str:
    """The part for the message of an assertion."""
    return repr(part if isinstance(part, str) else part.pattern)
