"""What exists behind the stand-in's Bot API: people, chats, topics, messages, files. State only, no network."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Payload = dict[str, Any]

ANONYMOUS_ADMIN_ID = 1087968824
FIRST_USER_ID = 5_000_000_000  # ids pass 32 bits in real life too
FIRST_GROUP_ID = -4_000_000_000
FIRST_SUPERGROUP_ID = -1_002_000_000_000
SERVICE_KEYS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    }
)


class ApiError(Exception):
    """A refusal in the Bot API's envelope."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> Payload:
        """The JSON body Telegram answers."""
        body: Payload = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


@dataclass(eq=False, slots=True)
class User:
    """One account, with what stands between it and the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked_bot: bool = False
    deactivated: bool = False
    _dict: Payload | None = None

    def as_dict(self) -> Payload:
        """The Bot API's User object; shared, never to be changed."""
        if self._dict is None:
            fields = ("last_name", "username", "language_code")
            extra = {key: getattr(self, key) for key in fields if getattr(self, key)}
            self._dict = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **extra}
        return self._dict


@dataclass(eq=False, slots=True)
class StoredFile:
    """One uploaded file; every size of a photo is a file of its own."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str | None = None
    mime_type: str | None = None
    declared_size: int | None = None
    facts: Payload = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The size Telegram reports, which a test may declare without holding the bytes."""
        return len(self.content) if self.declared_size is None else self.declared_size

    @property
    def path(self) -> str:
        """The path under /file/bot<TOKEN>/."""
        folder = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "audio": "music"}
        ending = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "audio": ".mp3"}.get(self.kind, "")
        if not ending and self.name and "." in self.name:
            ending = "." + self.name.rsplit(".", 1)[1]
        return f"{folder.get(self.kind, 'documents')}/{self.unique_id}{ending}"


@dataclass(eq=False, slots=True)
class Topic:
    """One thread of a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    icon_color: int = 7322096
    is_closed: bool = False


class Edit(NamedTuple):
    """What a message looked like after one edit."""

    at: float
    text: str
    buttons: list[list[tuple[str, str]]]


class Message:
    """One stored message: the Bot API payload, plus what a test wants to ask about it."""

    __slots__ = ("chat", "edits", "files", "is_deleted", "is_inaccessible", "payload", "reactions_by", "sender_id")

    def __init__(self, chat: Chat, payload: Payload, sender_id: int, files: list[StoredFile] | None = None) -> None:
        self.chat = chat
        self.payload = payload
        self.sender_id = sender_id
        self.files = files or []
        self.edits: list[Edit] = []
        self.reactions_by: dict[int, list[str]] = {}
        self.is_deleted = False
        self.is_inaccessible = False

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.id}: {self.line()}>"

    @property
    def id(self) -> int:
        """The message's number in its chat."""
        return int(self.payload["message_id"])

    @property
    def text(self) -> str:
        """The text, or "" when it has none."""
        return str(self.payload.get("text", ""))

    @property
    def caption(self) -> str:
        """The caption, or "" when it has none."""
        return str(self.payload.get("caption", ""))

    @property
    def words(self) -> str:
        """Text or caption, whichever there is."""
        return self.text or self.caption

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """Rows of inline buttons as (label, callback data or URL)."""
        rows = (self.payload.get("reply_markup") or {}).get("inline_keyboard", [])
        return [[(b["text"], b.get("callback_data") or b.get("url") or "") for b in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """Every inline button's label, in reading order."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def entities(self) -> list[Payload]:
        """The entities of the text or the caption."""
        return list(self.payload.get("entities") or self.payload.get("caption_entities") or [])

    @property
    def reply_to(self) -> Message | None:
        """The message this one answers; None when it answers none or that one is gone."""
        target = self.payload.get("reply_to_message")
        if not target or "forum_topic_created" in target:
            return None
        return self.chat.messages_by_id.get(target["message_id"])

    @property
    def thread_id(self) -> int | None:
        """The forum topic it stands in, or None."""
        return self.payload.get("message_thread_id")

    @property
    def reactions(self) -> list[str]:
        """All reactions on it, the bot's among them."""
        return [emoji for emojis in self.reactions_by.values() for emoji in emojis]

    @property
    def from_bot(self) -> bool:
        """Whether the bot under test wrote it."""
        return self.sender_id == self.chat.world.bot.id

    @property
    def is_service(self) -> bool:
        """Whether it is one of Telegram's own notices."""
        return not SERVICE_KEYS.isdisjoint(self.payload)

    def grows_old(self) -> None:
        """From now on a tap on its buttons carries an inaccessible message."""
        self.is_inaccessible = True

    def waits_for_edit(self, part: str = "", timeout: float = 10.0) -> Message:
        """This message once an edit shows `part` in its words or buttons; AssertionError when none does in time."""

        def shown() -> bool:
            return any(part in e.text or any(part in b[0] for row in e.buttons for b in row) for e in self.edits)

        if not self.chat.world.wait_until(shown, timeout):
            raise AssertionError(f"no edit with {part!r} within {timeout} s on {self!r}\n{self.chat.transcript()}")
        return self

    def line(self) -> str:
        """The message on one line of a transcript."""
        kinds = [k for k in ("photo", "document", "voice", "video", "audio", "location") if k in self.payload]
        kinds += [k for k in self.payload if k in SERVICE_KEYS]
        marks = "".join(f"<{kind}> " for kind in kinds)
        buttons = "".join(" [" + " | ".join(label for label, _ in row) + "]" for row in self.buttons)
        state = " (deleted)" if self.is_deleted else f" (edited ×{len(self.edits)})" if self.edits else ""
        return f"{marks}{self.words}{buttons}{state}"


class Chat:
    """A private chat, group, supergroup or forum with everything said in it."""

    def __init__(self, world: World, chat_id: int, kind: str, title: str = "", user: User | None = None) -> None:
        self.world = world
        self.id = chat_id
        self.type = kind
        self.title = title
        self.user = user
        self.is_forum = False
        self.everything: list[Message] = []
        self.messages_by_id: dict[int, Message] = {}
        self.topics: dict[int, Topic] = {}
        self.members: dict[int, str] = {}
        self.bot_status = "member"
        self.bot_rights: set[str] = set()
        self.migrated_to: int | None = None
        self.last_bot_id: int | None = None
        self.last_message_id = 0
        self._dict: Payload | None = None

    def as_dict(self) -> Payload:
        """The Bot API's Chat object; shared, never to be changed."""
        if self._dict is None:
            self._dict = {"id": self.id, "type": self.type}
            if self.user:
                person = self.user.as_dict()
                self._dict |= {k: person[k] for k in ("first_name", "last_name", "username") if k in person}
            else:
                self._dict["title"] = self.title
                if self.is_forum:
                    self._dict["is_forum"] = True
        return self._dict

    def is_renamed(self) -> None:
        """Forgets the cached Chat object after a change."""
        self._dict = None

    @property
    def bot_is_admin(self) -> bool:
        """Whether the bot has administrator rights here."""
        return self.bot_status == "administrator"

    def bot_may(self, right: str) -> bool:
        """Whether the bot holds this administrator right here."""
        return self.bot_is_admin and right in self.bot_rights

    def next_message_id(self) -> int:
        """A number larger than every earlier one of this chat."""
        self.last_message_id += 1
        return self.last_message_id

    def keep(self, message: Message) -> Message:
        """Stores the message in the chat's history."""
        self.messages_by_id[message.payload["message_id"]] = message
        self.everything.append(message)
        return message

    def forget(self, message: Message) -> None:
        """Deletes the message for everybody; the transcript still shows it."""
        message.is_deleted = True
        self.messages_by_id.pop(message.id, None)
        self.world.changed()

    def transcript(self) -> str:
        """Everything said here, one line each, with forum topics named."""
        lines = [f"--- {self.title or (self.user.first_name if self.user else '')} ({self.type} {self.id})"]
        for message in self.everything:
            sender = message.payload.get("from", {}).get("first_name", "?")
            topic = self.topics.get(message.thread_id) if message.thread_id else None
            place = f" #{topic.name}" if topic else ""
            lines.append(f"{message.id:>4}{place} {'BOT' if message.from_bot else sender}: {message.line()}")
        return "\n".join(lines)


@dataclass(slots=True)
class Callback:
    """One tap, waiting for its answer."""

    id: str
    user_id: int
    at: float
    answers: list[Payload] = field(default_factory=list)


class World:
    """Everything the server knows, changed only on the server's thread."""

    def __init__(self, bot: User, clock: Callable[[], float] = time.time) -> None:
        self.bot = bot
        self.privacy = True
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.files_by_path: dict[str, StoredFile] = {}
        self.callbacks: dict[str, Callback] = {}
        self.commands: dict[tuple[str, str], list[Payload]] = {}
        self.shifted_by = 0.0
        self._clock = clock
        self._numbers = itertools.count(1)
        self._condition = threading.Condition()

    def now(self) -> float:
        """The server's time, which tests may move forward."""
        return self._clock() + self.shifted_by

    def number(self) -> int:
        """A number never given before, for ids."""
        return next(self._numbers)

    def changed(self) -> None:
        """Wakes everybody who waits for something to become true."""
        with self._condition:
            self._condition.notify_all()

    def wait_until(self, is_so: Callable[[], object], timeout: float) -> bool:
        """Whether it became so in time; to be called from the test's thread."""
        with self._condition:
            return bool(self._condition.wait_for(is_so, timeout))

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
        if sender.is_bot:
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
        if sender and sender.is_bot and sender.id != ANONYMOUS_ADMIN_ID:
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
