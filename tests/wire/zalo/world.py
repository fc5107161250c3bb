"""Who is there and what was said, on the platform's side; changed on the server's thread, read from the test's."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One message that stands in a chat; `picture` is what Zalo fetched of a photo the bot sent, or has of its files.

    `buttons` are labels with what a tap sends.
    """

    id: str
    text: str
    from_bot: bool
    at: float
    picture: bytes = b""
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Chat:
    """A private chat or a group; `id` is 20 hex digits, as real ones are."""

    id: str
    title: str
    is_group: bool = False
    members: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    @property
    def from_bot(self) -> list[Message]:
        """What the bot said."""
        return [each for each in self.messages if each.from_bot]

    def transcript(self) -> str:
        """Everything said, for a test that fails."""
        return "\n".join(f"{'bot' if each.from_bot else '   '} | {each.text}" for each in self.messages)


class World:
    """Chats by their id; whoever waits is told of every change."""

    def __init__(self) -> None:
        self.chats: dict[str, Chat] = {}
        self.media: dict[str, bytes] = {}
        self._numbers = itertools.count(0xA0C01DFE32B3DBED82A2)
        self._changed = threading.Condition()

    def new_id(self) -> str:
        """20 hex digits never given before."""
        return f"{next(self._numbers):020x}"

    def add(self, title: str, *, is_group: bool = False, number: str = "") -> Chat:
        """A new chat, with this id if it has one of another kind."""
        chat = Chat(number or self.new_id(), title, is_group)
        self.chats[chat.id] = chat
        return chat

    def say(self, chat: Chat, text: str, *, from_bot: bool, **more: Any) -> Message:
        """Put a message into a chat."""
        message = Message(self.new_id(), text, from_bot, time.time(), **more)
        chat.messages.append(message)
        self.changed()
        return message

    def changed(self) -> None:
        """Tell whoever waits."""
        with self._changed:
            self._changed.notify_all()

    def wait_until(self, is_so: Callable[[], object], seconds: float = 10.0) -> bool:
        """True as soon as it is so; False when it is not within so many seconds."""
        until = time.monotonic() + seconds
        with self._changed:
            while not is_so():
                left = until - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(min(left, 0.1))
        return True
