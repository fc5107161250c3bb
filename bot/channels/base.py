"""What delivery asks of every messenger, and how a messenger says no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, Protocol, runtime_checkable

from domain.messages import Asked, Chat, FileKind, Network, Words
from domain.reach import Window
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a messenger can do; `bot/delivery/rendering.py` says the rest in words, or leaves it out.

    `buttons` under one message, at the most (0: none), in a group no more than `group_buttons`; `edit` what was sent;
    `react` to a message; `remove` one, also somebody's own; `reply_to` one; `topics` in a group; `files` of these
    kinds, `album` of them in one message; lengths in UTF-16 units; `window`: how long after their last word a person
    can be written to (None: always).
    `composer`: whoever is asked for words reads so where they write, and needs no message that asks. `sheets`: a card
    is shown fact by fact.
    """

    buttons: int = 100
    group_buttons: int = 100
    edit: bool = True
    react: bool = True
    remove: bool = False
    reply_to: bool = True
    topics: bool = True
    files: frozenset[FileKind] = frozenset(FileKind)
    album: int = 10
    composer: bool = False
    sheets: bool = False
    max_length: int = 4096
    max_caption: int = 1024
    window: Window | None = None


class Content(Protocol):
    """Bytes that are read when they are wanted: a path, or what lies elsewhere."""

    def read_bytes(self) -> bytes:
        """All of them."""
        ...


@dataclass(frozen=True, slots=True)
class File:
    """A file to send: the name is ours, never a path of the sender's; `read_bytes` of its content waits for a disk."""

    id: int
    kind: FileKind
    name: str
    content: Content


Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One call of a messenger: a text with its buttons, or up to ten files of one kind with a caption.

    A `fleeting` one is kept no longer than need be where we keep messages ourselves. `asks` is the one person whose
    answer it waits for, `sheet` a card fact by fact.
    `missing` names a file that the messenger refused, for delivery to put into words.
    """

    text: str = ""
    rows: Rows = ()
    files: tuple[File, ...] = ()
    reply_to: str = ""
    about: int = 0
    fleeting: bool = False
    asks: Asked | None = None
    sheet: Mapping[str, Any] | None = None
    missing: Words | None = None


class Reason(StrEnum):
    """Why a messenger refused, as far as somebody can do something about it."""

    OTHER = "other"
    BLOCKED = "blocked"
    MIGRATED = "migrated"
    NO_MESSAGE = "no-message"
    NO_THREAD = "no-thread"
    NO_MEMBER = "no-member"
    TOO_LARGE = "too-large"
    NO_RIGHT = "no-right"  # to send such a file there
    CONFLICT = "conflict"
    WRONG_TOKEN = "wrong-token"  # noqa: S105  a reason, no secret
    QUOTA = "quota"
    NOTHING_NEW = "nothing-new"
    WINDOW = "window"  # so long after their last word the person cannot be written to
    NO_BUTTONS = "no-buttons"  # of the kind that was tried


class SendError(Exception):
    """A call failed. `permanent`: trying again is useless; `retry_after`: seconds to wait, when the messenger says."""

    def __init__(
        self, text: str, *, permanent: bool, retry_after: float = 0, reason: Reason = Reason.OTHER, detail: str = ""
    ) -> None:
        super().__init__(text)
        self.permanent = permanent
        self.retry_after = retry_after
        self.reason = reason
        self.detail = detail


class Source(Protocol):
    """Where the bytes of announced files come from."""

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The bytes of an attachment, at most `largest`; raises SendError when they cannot be had."""
        ...


class Use(IntEnum):
    """How much a message is worth to whoever reads it, where not all can be sent: the least first."""

    SIGN = 0
    NEWS = 1
    REMINDER = 2
    WORD = 3


class Pace(Protocol):
    """How fast a messenger may be written to; what leaves is booked, and `called` when its answer has come back."""

    @property
    def are_on(self) -> bool:
        """False when nobody waits for anything."""
        ...

    def overall(self) -> float:
        """Seconds until anything may leave to anybody; 0 for now."""
        ...

    def wait(self, chat: Chat, cost: int = 1, *, change: bool = False) -> float:
        """Seconds until a call with that many messages may leave; 0 for now."""
        ...

    def book(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:
        """A call is on its way."""
        ...

    def called(self, chat: Chat, cost: int = 1, *, change: bool = False) -> None:
        """A booked call has come back, with whatever answer."""
        ...


class Channel(Protocol):
    """A messenger's way out. Every method raises SendError when the call did not succeed."""

    network: Network
    can: Capabilities

    @property
    def pace(self) -> Pace | None:
        """None where nobody has to wait."""
        ...

    def is_group(self, chat: Chat) -> bool:
        """Whether several people read there."""
        ...

    def spares(self, use: Use) -> bool:
        """Whether messages of so little use are left out just now, because the rest is needed for better ones."""
        ...

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """Send and return the ids of the messages that now stand in the chat."""
        ...

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        """Change a message of ours; a change that changes nothing is no error."""
        ...

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:
        """A fleeting answer to a tap; too late is no error."""
        ...

    async def react(self, chat: Chat, message_id: str) -> None:
        """A quiet sign that somebody's message was dealt with."""
        ...

    async def open_topic(self, chat: Chat, title: str) -> str:
        """A new forum topic; its thread id."""
        ...

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The bytes of an attachment, at most `largest`."""
        ...


class Plain:
    """What a messenger does that has texts and files, and no edits, taps, signs or topics."""

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:  # noqa: ARG002
        """What was sent stays as it is."""
        raise SendError("nothing can be edited there", permanent=True, reason=Reason.NO_MESSAGE)

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:
        """A tap comes as a text, if there is one, and is answered by one."""

    async def react(self, chat: Chat, message_id: str) -> None:
        """A word says the same."""

    async def open_topic(self, chat: Chat, title: str) -> str:  # noqa: ARG002
        """There are none."""
        return ""


@runtime_checkable
class Knocking(Channel, Protocol):
    """A messenger on which somebody who has not written for long can still be asked to come back."""

    async def knock(self, chat: Chat, code: str, link: str) -> list[str]:
        """An approved message, which names the case and leads to what is said of it; the ids of what stands there."""
        ...


@runtime_checkable
class Removing(Channel, Protocol):
    """A messenger on which a message can be taken out of a private chat, for some time."""

    async def remove(self, chat: Chat, message_id: str) -> None:
        """Take out a message of ours or of the person's; one that is gone, or too old, is no error."""
        ...


@runtime_checkable
class Local(Channel, Protocol):
    """A messenger that lives in our own database: what is written in a transaction is there exactly once."""

    def write(self, tx: Tx, chat: Chat, part: Part) -> str:
        """A new message; its id."""
        ...

    def rewrite(self, tx: Tx, chat: Chat, message_id: str, part: Part) -> bool:
        """Change a message of ours; False when it is gone."""
        ...

    def mark(self, tx: Tx, chat: Chat, message_id: str, text: str) -> None:
        """Say under somebody's own message what became of it."""
        ...

    def wrote(self, chat: Chat) -> None:
        """The transaction has been committed: whoever looks at the chat may look again."""
        ...
