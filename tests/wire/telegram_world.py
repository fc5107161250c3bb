"""What exists behind the stand-in's Bot API, and which of it the bot may see. State only, no network."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .telegram_chats import ApiError, Chat, Edit, Message, Payload, StoredFile, Topic, User

__all__ = ["ApiError", "Callback", "Chat", "Edit", "Message", "Payload", "StoredFile", "Topic", "User", "World"]

LOOK_AGAIN_SECONDS = 0.1  # for conditions outside this world, which nobody announces
ANONYMOUS_ADMIN_ID = 1087968824
CHANNEL_BOT_ID = 136817688
TELEGRAM_ID = 777000
_STUBS = {ANONYMOUS_ADMIN_ID, CHANNEL_BOT_ID}
FIRST_USER_ID = 5_000_000_000  # ids pass 32 bits in real life too
FIRST_GROUP_ID = -4_000_000_000
FIRST_SUPERGROUP_ID = -1_002_000_000_000


@dataclass(slots=True)
class Callback:
    """One tap, waiting for its answer."""

    id: str
    user_id: int
    at: float
    answers: list[Payload] = field(default_factory=list)


class World:
    """Everything the server knows, changed only on the server's thread."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.privacy = True
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.files_by_path: dict[str, StoredFile] = {}
        self.callbacks: dict[str, Callback] = {}
        self.commands: dict[tuple[str, str], list[Payload]] = {}
        self.callback_lifetime: float | None = None
        self.tell: Callable[[str, Payload, int], object] = lambda _kind, _payload, _lane: None
        self.shifted_by = 0.0
        self.stopped_at: float | None = None
        self._numbers = itertools.count(1)
        self._condition = threading.Condition()

    def now(self) -> float:
        """The server's time, which tests may move forward."""
        return (self.stopped_at or time.time()) + self.shifted_by

    def number(self) -> int:
        """A number never given before, for ids."""
        return next(self._numbers)

    def changed(self) -> None:
        """Wakes everybody who waits for something to become true."""
        with self._condition:
            self._condition.notify_all()

    def wait_until(self, is_so: Callable[[], object], timeout: float) -> bool:
        """Whether it became so in time; to be called from the test's thread."""
        end = time.monotonic() + timeout
        with self._condition:
            while not (so := is_so()):
                left = end - time.monotonic()
                if left <= 0:
                    break
                self._condition.wait(min(left, LOOK_AGAIN_SECONDS))
        return bool(so)

    def add_user(self, first_name: str, user_id: int | None = None, **facts: Any) -> User:
        """A new account."""
        user = User(user_id or FIRST_USER_ID + self.number(), first_name, **facts)
        self.users[user.id] = user
        return user

    def private_chat(self, user: User) -> Chat:
        """The chat between this person and the bot, made when first needed."""
        chat = self.chats.get(user.id)
        if chat is None:
            chat = self.chats[user.id] = Chat(self, user.id, "private", user=user)
        return chat

    def add_group(self, title: str, kind: str, chat_id: int | None = None) -> Chat:
        """A new group or supergroup without members."""
        first = FIRST_GROUP_ID if kind == "group" else FIRST_SUPERGROUP_ID
        chat = Chat(self, chat_id or first - self.number(), kind, title)
        self.chats[chat.id] = chat
        return chat

    def add_file(self, kind: str, content: bytes, name: str | None = None, **facts: Any) -> StoredFile:
        """A stored file with an id of its own."""
        number = self.number()
        mime_type, declared_size = facts.pop("mime_type", None), facts.pop("declared_size", None)
        file = StoredFile(
            f"{kind}-{number:08d}-aAbB_{number * 7919:x}", f"u{number:x}", kind, content, name, mime_type, declared_size
        )
        file.facts = facts
        self.files[file.file_id] = self.files_by_path[file.path] = file
        return file

    def compose(
        self,
        chat: Chat,
        sender: User,
        content: Payload,
        *,
        thread_id: int | None = None,
        reply_to: Message | None = None,
        files: list[StoredFile] | None = None,
    ) -> Message:
        """A new message stored in the chat, with everything Telegram adds to it."""
        payload: Payload = {
            "message_id": chat.next_message_id(),
            "date": int(self.now()),
            "chat": chat.as_dict(),
            "from": sender.as_dict(),
        }
        if thread_id:
            payload["message_thread_id"] = thread_id
            payload["is_topic_message"] = True
        target = reply_to or (chat.messages_by_id.get(thread_id) if thread_id else None)
        if target:
            payload["reply_to_message"] = {k: v for k, v in target.payload.items() if k != "reply_to_message"}
        payload.update(content)
        message = chat.keep(Message(chat, payload, sender.id, files))
        if sender.is_bot and sender.id not in _STUBS:
            chat.last_bot_id = sender.id
        return message

    def reaches_bot(self, message: Message) -> bool:
        """Whether Telegram would show this message to the bot: the privacy rules of groups."""
        chat = message.chat
        if chat.type == "private":
            return bool(chat.user and not chat.user.blocked_bot)
        if chat.bot_status not in {"member", "administrator"} or message.sender_id == self.bot.id:
            return False
        sender = self.users.get(message.sender_id)
        if sender and sender.is_bot and sender.id not in _STUBS:
            return False
        if message.is_service or chat.bot_is_admin or not self.privacy:
            return True
        target = message.reply_to
        return bool(target and target.from_bot) or self._commands_bot(message)

    def _commands_bot(self, message: Message) -> bool:
        for entity in message.entities:
            if entity["type"] == "bot_command" and entity["offset"] == 0:
                command = message.words[: entity["length"]]
                _, at, name = command.partition("@")
                if at:
                    return name.lower() == (self.bot.username or "").lower()
                return message.chat.last_bot_id in {None, self.bot.id}
        return False
