"""The people of the stand-in's world, driven from a test: Lan says, Minh taps, the group waits for."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .telegram_media import media_content, store_file
from .telegram_methods_chats import member_dict, tell_bot_status
from .telegram_room import Room, post, tap
from .telegram_text import found_entities
from .telegram_world import Chat, Edit, Message, Payload, StoredFile, Topic, User

if TYPE_CHECKING:
    from .telegram import TelegramServer
    from .telegram_groups import Group

Album = Sequence[bytes | tuple[str, bytes]]


class Person(Room):
    """Somebody with a Telegram account; without `in_` they write in their private chat with the bot."""

    def __init__(self, server: TelegramServer, user: User) -> None:
        super().__init__()
        self.server = server
        self.user = user
        self.last_answer: Payload = {}

    def __repr__(self) -> str:
        return f"<Person {self.user.first_name} {self.user.id}>"

    @property
    def id(self) -> int:
        """The account's id, which is the private chat's id too."""
        return self.user.id

    @property
    def chat(self) -> Chat:
        """The private chat with the bot; the bot may not write there before the person did."""
        found = self.server.world.chats.get(self.user.id)
        return found or Chat(self.server.world, self.user.id, "private", user=self.user)

    def says(
        self,
        text: str,
        *,
        in_: Group | None = None,
        topic: Topic | int | None = None,
        reply_to: Message | None = None,
        anonymous: bool = False,
    ) -> Message:
        """Writes a text."""
        content = with_entities("text", text)
        return self._post(content, in_=in_, topic=topic, reply_to=reply_to, anonymous=anonymous)

    def says_as_channel(self, text: str, in_: Group, *, reply_to: Message | None = None) -> Message:
        """Writes a text in a group, in the name of a channel."""
        channel = {"id": -1009999999999, "type": "channel", "title": "Kênh của Sở"}
        content = {**with_entities("text", text), "sender_chat": channel}
        user = self.server.channel_bot()
        return self.server.run(lambda: post(self.server, in_.chat, user, content, reply_to=reply_to))

    def starts(self, payload: str = "") -> Message:
        """Presses Start, perhaps through a deep link."""
        return self.says(f"/start {payload}".strip())

    def replies(self, message: Message, text: str) -> Message:
        """Answers a message where it stands."""
        return self._post(with_entities("text", text), chat=message.chat, reply_to=message)

    def sends_photo(self, content: bytes, caption: str | None = None, **where: Any) -> Message:
        """Sends a photo; `where` is in_, topic, reply_to as in says()."""
        return self._send_file("photo", content, None, caption, **where)

    def sends_document(
        self, name: str, content: bytes, caption: str | None = None, mime_type: str | None = None, **where: Any
    ) -> Message:
        """Sends a file; `size=` declares a size without holding the bytes."""
        return self._send_file("document", content, name, caption, mime_type=mime_type, **where)

    def sends_voice(self, content: bytes, caption: str | None = None, **where: Any) -> Message:
        """Sends a voice message."""
        return self._send_file("voice", content, None, caption, **where)

    def sends_video(self, content: bytes, caption: str | None = None, **where: Any) -> Message:
        """Sends a video."""
        return self._send_file("video", content, "video.mp4", caption, **where)

    def sends_location(self, latitude: float, longitude: float, **where: Any) -> Message:
        """Sends a point on the map."""
        return self._post({"location": {"latitude": latitude, "longitude": longitude}}, **where)

    def sends_contact(self, phone_number: str, **where: Any) -> Message:
        """Shares the own phone number."""
        contact = {"phone_number": phone_number, "first_name": self.user.first_name, "user_id": self.user.id}
        return self._post({"contact": contact}, **where)

    def sends_sticker(self, emoji: str = "👍", **where: Any) -> Message:
        """Sends a sticker, something most bots cannot use."""
        file = self.server.run(lambda: store_file(self.server.world, "sticker", b"sticker", None, "image/webp"))
        ids = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
        looks = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
        }
        return self._post({"sticker": {**ids, **looks}}, files=[file], **where)

    def sends_album(self, items: Album, caption: str | None = None, **where: Any) -> list[Message]:
        """Sends photos (bytes) or files (name, bytes) as one album: one message each, the caption on the first."""
        album_id = {"media_group_id": str(13_000_000_000_000_000 + self.server.world.number())}
        sent = []
        for index, item in enumerate(items):
            kind, name, content = ("photo", None, item) if isinstance(item, bytes) else ("document", *item)
            words = caption if index == 0 else None
            sent.append(self._send_file(kind, content, name, words, extra=album_id, **where))
        return sent

    def edits(self, message: Message, new_text: str) -> Message:
        """Changes the words of an own message."""

        def change() -> Message:
            name = "text" if "text" in message.payload else "caption"
            entities = "entities" if name == "text" else "caption_entities"
            kept = {key: value for key, value in message.payload.items() if key not in {name, entities}}
            now = self.server.world.now()
            message.payload = {**kept, "edit_date": int(now), **with_entities(name, new_text)}
            message.edits.append(Edit(now, new_text, message.buttons))
            if self.server.world.reaches_bot(message):
                self.server.feed.push("edited_message", message.payload, message.chat.id)
            self.server.world.changed()
            return message

        return self.server.run(change)

    def deletes(self, message: Message) -> None:
        """Deletes a message for everybody; the bot is told nothing."""
        self.server.run(lambda: message.chat.forget(message))

    def reacts(self, message: Message, emoji: str | None) -> None:
        """Puts a reaction on a message, or takes it away (None)."""

        def change() -> None:
            chat, world = message.chat, self.server.world
            old = message.reactions_by.get(self.id, [])
            new = message.reactions_by[self.id] = [emoji] if emoji else []
            if chat.type == "private" or chat.bot_is_admin:
                update = {"chat": chat.as_dict(), "message_id": message.id, "user": self.user.as_dict()}
                update |= {"date": int(world.now()), "old_reaction": reaction_list(old)}
                self.server.feed.push("message_reaction", update | {"new_reaction": reaction_list(new)}, chat.id)
            world.changed()

        self.server.run(change)

    def taps(
        self,
        label: str,
        *,
        on: Message | None = None,
        in_: Group | None = None,
        timeout: float = 10.0,
        waits: bool = True,
    ) -> str:
        """Taps the newest button whose label contains `label`; the text of the bot's answer ("" when it has none)."""
        end = time.monotonic() + timeout
        room: Room = in_ or self
        found: list[tuple[Message, str]] = []

        def is_there() -> bool:
            found[:] = button_in([on] if on else room.chat.everything, label)
            return bool(found)

        if not self.server.world.wait_until(is_there, timeout):
            where = on.chat if on else room.chat
            raise AssertionError(f"no button {label!r} within {timeout} s\n{where.transcript()}")
        message, data = found[0]
        return self.taps_data(message, data, timeout=max(end - time.monotonic(), 0.1), waits=waits)

    def taps_data(self, message: Message, data: str, *, timeout: float = 10.0, waits: bool = True) -> str:
        """Sends a tap with this data, which need not stand on any button; the text of the bot's answer."""
        callback = self.server.run(lambda: tap(self.server, self.user, message, data))
        if not waits:
            return ""
        if not self.server.world.wait_until(lambda: callback.answers, timeout):
            raise AssertionError(f"no answer to the tap {data!r} within {timeout} s\n{message.chat.transcript()}")
        self.last_answer = callback.answers[0]
        return str(self.last_answer.get("text") or "")

    def blocks(self) -> None:
        """Blocks the bot."""
        self._set_blocked(blocked=True)

    def unblocks(self) -> None:
        """Lets the bot write again."""
        self._set_blocked(blocked=False)

    def deletes_account(self) -> None:
        """Leaves Telegram for good."""
        self.user.deactivated = True

    def _set_blocked(self, *, blocked: bool) -> None:
        def change() -> None:
            bot = self.server.world.bot
            chat = self.server.world.private_chat(self.user)
            self.user.blocked_bot = blocked
            member, kicked = member_dict(bot, "member"), member_dict(bot, "kicked")
            tell_bot_status(chat, self.user, *((member, kicked) if blocked else (kicked, member)))

        self.server.run(change)

    def _send_file(  # noqa: PLR0913  (one keyword per thing a message can have)
        self,
        kind: str,
        content: bytes,
        name: str | None,
        caption: str | None,
        *,
        mime_type: str | None = None,
        size: int | None = None,
        extra: Payload | None = None,
        **where: Any,
    ) -> Message:
        file = self.server.run(lambda: store_file(self.server.world, kind, content, name, mime_type, size))
        words = with_entities("caption", caption) if caption else {}
        return self._post({**(extra or {}), **media_content(file), **words}, files=[file], **where)

    def _post(  # noqa: PLR0913  (the same)
        self,
        content: Payload,
        *,
        in_: Group | None = None,
        chat: Chat | None = None,
        topic: Topic | int | None = None,
        reply_to: Message | None = None,
        files: list[StoredFile] | None = None,
        anonymous: bool = False,
    ) -> Message:
        server, user = self.server, self.user
        target = chat or (in_.chat if in_ else reply_to.chat if reply_to else server.world.private_chat(user))
        if target.type == "private" and user.blocked_bot:
            raise AssertionError(f"{user.first_name} blocked the bot and must unblock it first")
        if target.migrated_to:
            raise AssertionError(f"{target.title} became a supergroup: use what migrates() returned")
        if anonymous:
            user = server.anonymous_admin()
            content = {**content, "sender_chat": target.as_dict()}
        thread_id = topic.id if isinstance(topic, Topic) else topic
        return server.run(
            lambda: post(server, target, user, content, thread_id=thread_id, reply_to=reply_to, files=files)
        )


def with_entities(name: str, text: str) -> Payload:
    """A text or caption with what Telegram marks in it."""
    entities = found_entities(text)
    return {name: text, "entities" if name == "text" else "caption_entities": entities} if entities else {name: text}


def reaction_list(emojis: list[str]) -> list[Payload]:
    """Emojis as Telegram's ReactionType objects."""
    return [{"type": "emoji", "emoji": emoji} for emoji in emojis]


def button_in(messages: Sequence[Message], label: str) -> list[tuple[Message, str]]:
    """The newest message with such a button, and the button's data; nothing when there is none."""
    for message in reversed(messages):
        if not message.is_deleted:
            for row in message.buttons:
                for text, data in row:
                    if label.casefold() in text.casefold():
                        return [(message, data)]
    return []
