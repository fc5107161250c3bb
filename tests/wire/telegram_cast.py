"""Who a test puts into the stand-in's world: people, groups, forums."""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from .telegram_groups import Group
from .telegram_people import Person
from .telegram_world import ANONYMOUS_ADMIN_ID, CHANNEL_BOT_ID, TELEGRAM_ID, User, World

if TYPE_CHECKING:
    from .telegram import TelegramServer
    from .telegram_feed import Feed

T = TypeVar("T")


class Cast:
    """The half of the server that makes people and groups."""

    world: World
    feed: Feed

    def run(self, work: Callable[[], T]) -> T:
        """What `work` returns, done on the server's thread."""
        raise NotImplementedError

    def user(
        self,
        first_name: str,
        *,
        language_code: str | None = "vi",
        username: str | None = None,
        last_name: str | None = None,
        user_id: int | None = None,
        started: bool = False,
    ) -> Person:
        """A new person; `started` when they wrote to the bot in an earlier life."""
        facts = {"language_code": language_code, "username": username, "last_name": last_name, "started": started}

        def make() -> User:
            user = self.world.add_user(first_name, user_id, **facts)
            if started:
                self.world.private_chat(user)
            return user

        return Person(as_server(self), self.run(make))

    def group(self, title: str, members: Sequence[Person] = (), *, admin: bool = False, bot: bool = True) -> Group:
        """A new basic group; the first member owns it, the bot is in it unless bot=False."""
        return self._make_group(title, "group", members, admin=admin, bot=bot)

    def supergroup(
        self, title: str, members: Sequence[Person] = (), *, forum: bool = False, admin: bool = False, bot: bool = True
    ) -> Group:
        """A new supergroup, perhaps with topics."""
        return self._make_group(title, "supergroup", members, forum=forum, admin=admin, bot=bot)

    def deliver_twice(self, twice: bool = True) -> None:  # noqa: FBT001, FBT002  (reads as a switch)
        """Every update is delivered twice from now on."""
        self.feed.twice = twice

    def reorders(self, shuffled: bool = True) -> None:  # noqa: FBT001, FBT002  (reads as a switch)
        """Updates come out of order: any within a window by webhook, chats against each other by polling."""
        self.feed.reorders = shuffled

    def anonymous_admin(self) -> User:
        """The stub account behind which administrators write anonymously."""
        found = self.world.users.get(ANONYMOUS_ADMIN_ID)
        return found or self.world.add_user("Group", ANONYMOUS_ADMIN_ID, username="GroupAnonymousBot", is_bot=True)

    def channel_bot(self) -> User:
        """The stub account behind which people write as a channel."""
        found = self.world.users.get(CHANNEL_BOT_ID)
        return found or self.world.add_user("Channel", CHANNEL_BOT_ID, username="Channel_Bot", is_bot=True)

    def telegram_itself(self) -> User:
        """The account that brings a linked channel's posts into its group; no bot, says the Bot API."""
        return self.world.users.get(TELEGRAM_ID) or self.world.add_user("Telegram", TELEGRAM_ID)

    def other_bot(self) -> User:
        """A bot that is not the one under test."""
        found = [user for user in self.world.users.values() if user.username == "another_bot"]
        return found[0] if found else self.world.add_user("Another", username="another_bot", is_bot=True)

    def _make_group(
        self, title: str, kind: str, members: Sequence[Person], *, forum: bool = False, admin: bool, bot: bool
    ) -> Group:
        def make() -> Group:
            chat = self.world.add_group(title, kind)
            chat.is_forum = forum
            chat.bot_status = "left"
            owner = members[0].user if members else self.world.add_user("Owner")
            chat.members = {owner.id: "creator"} | {person.id: "member" for person in members[1:]}
            return Group(as_server(self), chat)

        group = self.run(make)
        if bot:
            group.adds_bot(admin=admin)
        return group


def as_server(cast: Cast) -> TelegramServer:
    """The server this cast is part of."""
    return typing.cast("TelegramServer", cast)
