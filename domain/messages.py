"""What comes in and what goes out, in words every messenger shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple, TypeAlias

#: stands where words or a name were erased; a noncharacter of Unicode, which `receive` lets nobody send
ERASED = "\ufdd0"


class Network(StrEnum):
    """A messenger the system speaks through."""

    TELEGRAM = "telegram"
    ZALO_BOT = "zalo_bot"
    ZALO_OA = "zalo_oa"
    TERMINAL = "terminal"
    PAGE = "page"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Chat:
    """One place to talk: a private chat, a group, or one topic of a forum group."""

    network: Network
    id: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote, as the messenger names them; nothing here is proof of anything but the id.

    Behind a channel (`is_channel`) nobody knows who it was.
    """

    id: str
    name: str = ""
    language: str = ""
    is_channel: bool = False


class FileKind(StrEnum):
    """How an attachment is shown."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Upload:
    """An attachment as announced by the messenger, not yet downloaded; `size` in bytes, 0 if unknown."""

    kind: FileKind
    ref: str
    name: str = ""
    mime: str = ""
    size: int = 0


class Event(StrEnum):
    """What happened to a chat, other than a message."""

    JOINED = "joined"
    REMOVED = "removed"
    RIGHTS = "rights"
    MIGRATED = "migrated"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


class Membership(StrEnum):
    """Whether somebody is in the group they act in, as far as their messenger could tell."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person did, read from any messenger; `id` is unique within its network for ever.

    `reply_text` is what the bot's message replied to says, where the messenger tells: its case code is known even when
    the message itself is not (a group that became a supergroup, a reply quicker than our own commit). `choice` is what
    the tapped button sends; without a `tap_id` no fleeting answer to it can be given. `addressed`: the words are meant
    for the bot, though they are no command and answer no message we know of: it was mentioned, or answered. `untold`:
    something was sent of which the messenger tells nothing but that. `full`: the text is as long as the messenger lets
    one be, so it may go on in the next message.
    """

    id: str
    chat: Chat
    sender: Sender
    at: datetime
    private: bool
    text: str = ""
    uploads: tuple[Upload, ...] = ()
    message_id: str = ""
    reply_to: str = ""
    reply_text: str = ""
    album: str = ""
    choice: str = ""
    tap_id: str = ""
    edited: bool = False
    event: Event | None = None
    event_detail: str = ""
    addressed: bool = False
    untold: bool = False
    membership: Membership = Membership.YES
    full: bool = False


class Audience(StrEnum):
    """Whom a notice is for; storage turns it into chats."""

    AUTHOR = "author"
    DEPARTMENT = "department"
    HEAD = "head"
    TASK_GROUP = "task-group"
    LEADERSHIP = "leadership"
    ADMINISTRATOR = "administrator"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class To:
    """An address: an audience, with the department, the person or the chat where it needs one."""

    audience: Audience
    department: str = ""
    person: int = 0
    chat: Chat | None = None
    language: str = "vi"


def to_author(person: int) -> To:
    """The private chat of the person with this id."""
    return To(Audience.AUTHOR, person=person)


def to_department(key: str) -> To:
    """Every chat bound to the department, or the task group's while it has none."""
    return To(Audience.DEPARTMENT, department=key) if key else TASK_GROUP


def to_head(department: str) -> To:
    """The chats of whoever heads the department; none where none is bound."""
    return To(Audience.HEAD, department=department)


def to_chat(chat: Chat, language: str = "vi") -> To:
    """Exactly this chat, whose reader reads `language`."""
    return To(Audience.CHAT, chat=chat, language=language)


TASK_GROUP = To(Audience.TASK_GROUP)
LEADERSHIP = To(Audience.LEADERSHIP)
ADMINISTRATOR = To(Audience.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the locales by its key, said in the reader's language at delivery."""

    key: str
    args: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Name:
    """A department (`what="department"`) or topic of the catalogue, named in the reader's language."""

    what: str
    key: str


@dataclass(frozen=True, slots=True)
class Translated:
    """A name written in several languages; said in the reader's, else in Vietnamese."""

    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lines:
    """Several values, each on a line of its own, joined by `between`."""

    items: tuple[Value, ...]
    between: str = "\n"


Value: TypeAlias = str | int | datetime | Words | Name | Translated | Lines


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: `data` comes back when it is tapped (1–64 bytes, the Bot API's limit for callback data)."""

    label: Words | Name | str
    data: str


class Urgency(IntEnum):
    """The order in which a chat's waiting messages leave: lower first."""

    TAP = 0
    RECEIPT = 1
    PROMPT = 2
    CARD = 3
    REMINDER = 4


#: a slot that begins so gathers: what follows within a moment joins the message with its files, as one album
ALBUM = "album:"


#: slots that begin so are known though they belong to no case: a reply to their message means something
ANSWERED = ("directive:", "data-refusal:")


class Kind(StrEnum):
    """What delivery does with a notice."""

    SEND = "send"
    EDIT = "edit"
    TOAST = "toast"
    REACT = "react"
    REMOVE = "remove"


class Asked(NamedTuple):
    """The one person of a group whose words a message asks for: their id on the network, and their name in it."""

    user: str
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to be delivered.

    `slot` names the message's place in its chat ("card:12"): an EDIT changes the newest message of that slot, and a
    reply to any message with `about` belongs to that case. The message answers the message `reply_to`, or the one in
    the slot `under`. `news` is what an EDIT tells where a messenger cannot change what it has sent. A `fleeting` one
    leaves no trace of ours but its `slot` once it is sent or given up; on the page it stands for an hour. A REMOVE
    takes the message of its slot, or `reply_to`, whoever wrote it, out of the chat where the messenger can. The
    `receipt`, to a chat, is posted when this one stands where it was to go. One that `knocks` asks somebody to come
    back who cannot be written to any more, in a form their messenger has approved. An EDIT that
    `waits` gives the next one of its slot, a receipt, a moment to take its place.
    """

    to: To
    words: Words | Lines
    choices: tuple[tuple[Choice, ...], ...] = ()
    kind: Kind = Kind.SEND
    urgency: Urgency = Urgency.RECEIPT
    about: int = 0
    slot: str = ""
    files: tuple[int, ...] = ()
    reply_to: str = ""
    under: str = ""
    tap_id: str = ""
    fleeting: bool = False
    news: Words | Lines | None = None
    asks: Asked | None = None
    receipt: Notice | None = None
    knocks: bool = False
    waits: bool = False


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, at most `longest` characters; … at its end tells that there is more."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def units(text: str) -> int:
    """The length as messengers count it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
