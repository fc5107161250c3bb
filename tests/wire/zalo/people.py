"""The people of the stand-in's world: Lan says, Minh writes in the group, the chat waits for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.zalo.world import Chat, Message, Payload

if TYPE_CHECKING:
    from tests.wire.zalo.server import ZaloServer

#: as its owner called it; people mention it so
BOT_NAME = "Bot Gỡ Vướng"


class Room:
    """A chat as a test reads it."""

    def __init__(self, server: ZaloServer, chat: Chat) -> None:
        self.server, self.chat = server, chat

    @property
    def said(self) -> list[Message]:
        """What the bot said here."""
        return self.chat.from_bot

    def waits_for(self, part: str, *, after: int = 0, timeout: float = 10.0) -> Message:
        """The newest message of the bot with these words, from number `after` on, as soon as there is one."""
        found: list[Message] = []

        def is_there() -> bool:
            found[:] = [each for each in self.said[after:] if part in each.text]
            return bool(found)

        if not self.server.world.wait_until(is_there, timeout):
            raise AssertionError(f"no {part!r} within {timeout} s\n{self.chat.transcript()}")
        return found[-1]


class Person(Room):
    """Somebody with a Zalo account; their id is their private chat's."""

    def __init__(self, server: ZaloServer, chat: Chat, name: str) -> None:
        super().__init__(server, chat)
        self.name = name

    @property
    def id(self) -> str:
        """20 hex digits."""
        return self.chat.id

    def says(self, text: str, in_: Group | None = None) -> Message:
        """Write; in a group it reaches the bot because it mentions it, as the picker writes it."""
        if in_ is None:
            return self.server.tell(self.chat, self, "text", {"text": text})
        return self.server.tell(in_.chat, self, "text", {"text": f"@{BOT_NAME} {text}"})

    def replies(self, text: str, in_: Group) -> Message:
        """Answer a message of the bot in a group: it comes without a mention, and without what it answers."""
        return self.server.tell(in_.chat, self, "text", {"text": text})

    def talks(self, text: str, in_: Group) -> None:
        """Words among colleagues; the bot is not told."""
        self.server.world.say(in_.chat, text, from_bot=False)

    def sends_photo(self, content: bytes, caption: str = "", in_: Group | None = None) -> Message:
        """A picture; in a group with the mention in its caption, or the bot would not get it."""
        url = self.server.hosts(f"{self.server.world.new_id()}.jpg", content)
        if in_ is not None:
            caption = f"@{BOT_NAME} {caption}"
        told: Payload = {"message_type": "CHAT_PHOTO", "caption": caption, self.server.odd.photo_field: url}
        return self.server.tell((in_ or self).chat, self, "image", told)

    def sends_voice(self, content: bytes) -> Message:
        """A voice message."""
        url = self.server.hosts(f"{self.server.world.new_id()}.aac", content)
        return self.server.tell(self.chat, self, "voice", {"message_type": "CHAT_VOICE", "voice_url": url})

    def sends_sticker(self) -> Message:
        """A sticker."""
        content = {
            "message_type": "CHAT_STICKER",
            "sticker": "2be893baafff46a11fee",
            "url": "https://zalo-api.zadn.vn/",
        }
        return self.server.tell(self.chat, self, "sticker", content)

    def sends_something_else(self, in_: Group | None = None) -> Message:
        """A file, a place, a contact: the bot is told only that there was something."""
        return self.server.tell((in_ or self).chat, self, "unsupported", {})


class Group(Room):
    """A group the bot is in."""
