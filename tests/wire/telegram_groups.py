"""The groups of the stand-in's world, driven from a test: members, topics, the bot's rights, migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .telegram_methods_chats import (
    USUAL_RIGHTS,
    change_bot_status,
    member_dict,
    note_topic,
    open_topic,
    remove_topic,
)
from .telegram_people import Person, with_entities
from .telegram_room import Room, post
from .telegram_world import Chat, Message, Payload, Topic, User

if TYPE_CHECKING:
    from .telegram import TelegramServer


class Group(Room):
    """A group, supergroup or forum with its members."""

    def __init__(self, server: TelegramServer, chat: Chat) -> None:
        super().__init__()
        self.server = server
        self._chat = chat

    def __repr__(self) -> str:
        return f"<Group {self._chat.title} {self._chat.id}>"

    @property
    def chat(self) -> Chat:
        """The chat behind it."""
        return self._chat

    @property
    def id(self) -> int:
        """The chat's id."""
        return self._chat.id

    @property
    def owner(self) -> User:
        """Who made the group: its first member."""
        return self.server.world.users[next(iter(self._chat.members))]

    def adds(self, person: Person, status: str = "member") -> None:
        """Somebody joins."""
        self.server.run(lambda: self._change_member(person, status, {"new_chat_members": [person.user.as_dict()]}))

    def removes(self, person: Person) -> None:
        """Somebody is taken out."""
        self.server.run(lambda: self._change_member(person, "left", {"left_chat_member": person.user.as_dict()}))

    def promotes(self, person: Person) -> None:
        """Somebody becomes an administrator."""
        self.server.run(lambda: self._change_member(person, "administrator", None))

    def adds_bot(self, *, admin: bool = False) -> None:
        """The bot is added, perhaps as administrator."""
        bot = self.server.world.bot.as_dict()
        status, rights = ("administrator", set(USUAL_RIGHTS)) if admin else ("member", set())
        self.server.run(lambda: change_bot_status(self._chat, self.owner, status, rights))
        self._notice({"new_chat_members": [bot]})

    def removes_bot(self) -> None:
        """The bot is thrown out: from now on it gets 403."""

        def change() -> None:
            gone = {"left_chat_member": self.server.world.bot.as_dict()}
            post(self.server, self._chat, self.owner, gone)
            change_bot_status(self._chat, self.owner, "kicked")

        self.server.run(change)

    def makes_bot_admin(self, rights: set[str] | None = None) -> None:
        """The bot gets these administrator rights, the usual ones when none are named."""
        given = set(USUAL_RIGHTS) if rights is None else rights
        self.server.run(lambda: change_bot_status(self._chat, self.owner, "administrator", given))

    def demotes_bot(self) -> None:
        """The bot becomes a plain member."""
        self.server.run(lambda: change_bot_status(self._chat, self.owner, "member"))

    def renames(self, title: str) -> None:
        """The group gets another title."""
        self._chat.title = title
        self._chat.is_renamed()
        self._notice({"new_chat_title": title})

    def migrates(self) -> Group:
        """Becomes a supergroup with another id; returns it, the old group is closed."""

        def change() -> Group:
            old = self._chat
            chat = self.server.world.add_group(old.title, "supergroup")
            chat.members, chat.bot_status, chat.bot_rights = dict(old.members), old.bot_status, set(old.bot_rights)
            post(self.server, old, self.owner, {"migrate_to_chat_id": chat.id})
            old.migrated_to = chat.id
            post(self.server, chat, self.owner, {"migrate_from_chat_id": old.id})
            return Group(self.server, chat)

        return self.server.run(change)

    def opens_topic(self, name: str) -> Topic:
        """A member opens a forum topic."""

        def change() -> Topic:
            topic = open_topic(self._chat, self.owner, name)
            self._deliver(self._chat.messages_by_id[topic.id])
            return topic

        return self.server.run(change)

    def closes_topic(self, topic: Topic | int) -> None:
        """A member closes a topic."""

        def change() -> None:
            found = self._chat.topics[topic.id if isinstance(topic, Topic) else topic]
            found.is_closed = True
            self._deliver(note_topic(self._chat, self.owner, found, "forum_topic_closed", {}))

        self.server.run(change)

    def deletes_topic(self, topic: Topic | int) -> None:
        """A member deletes a topic with everything in it; the bot is told nothing."""
        self.server.run(lambda: remove_topic(self._chat, topic.id if isinstance(topic, Topic) else topic))

    def topic(self, name: str) -> Topic:
        """The topic with this name; AssertionError when there is none."""
        for topic in self._chat.topics.values():
            if topic.name == name:
                return topic
        raise AssertionError(f"no topic {name!r} among {[topic.name for topic in self._chat.topics.values()]}")

    def other_bot_says(self, text: str) -> Message:
        """Another bot writes, which the bot under test never sees."""
        other = self.server.other_bot()
        return self.server.run(lambda: post(self.server, self._chat, other, with_entities("text", text)))

    def linked_channel_posts(self, text: str) -> Message:
        """A post of the channel that this is the discussion group of, as Telegram itself brings it here."""
        channel = {"id": -1008888888888, "type": "channel", "title": "Trang tin của Sở"}
        content = {**with_entities("text", text), "sender_chat": channel, "is_automatic_forward": True}
        telegram = self.server.telegram_itself()
        return self.server.run(lambda: post(self.server, self._chat, telegram, content))

    def _notice(self, content: Payload) -> None:
        self.server.run(lambda: post(self.server, self._chat, self.owner, content))

    def _deliver(self, message: Message) -> None:
        if self.server.world.reaches_bot(message):
            self.server.feed.push("message", message.payload, self._chat.id)
        self.server.world.changed()

    def _change_member(self, person: Person, status: str, notice: Payload | None) -> None:
        old = self._chat.members.get(person.id, "left")
        self._chat.members[person.id] = status
        if status == "left":
            del self._chat.members[person.id]
        if notice:
            post(self.server, self._chat, self.owner if status != "left" else person.user, notice)
        if self._chat.bot_is_admin:
            change = {"chat": self._chat.as_dict(), "from": self.owner.as_dict(), "date": int(self.server.world.now())}
            members = {
                "old_chat_member": member_dict(person.user, old, USUAL_RIGHTS),
                "new_chat_member": member_dict(person.user, status, USUAL_RIGHTS),
            }
            self.server.feed.push("chat_member", change | members, self._chat.id)
