"""Who talks to the bot and what was said: accounts, files, messages, chats. State only, no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .telegram_world import World

Payload = dict[str, Any]

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


MEDIA_KINDS: tuple[str, ...] = ("photo", "document", "voice", "video", "audio", "location", "sticker", "contact")


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
        kinds = [k for k in MEDIA_KINDS if k in self.payload]
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
        self.actions: list[str] = []
        self.reply_keyboard: Payload | None = None
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
