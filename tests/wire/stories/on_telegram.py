"""Telegram: buttons are tapped, cards change where they stand."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.product import Product
from tests.wire import telegram_groups, telegram_people
from tests.wire.stories import sides
from tests.wire.telegram import TelegramServer
from tests.wire.town import TOKEN, telegram_settings


class Person(sides.Person):
    """A private chat."""

    def __init__(self, account: telegram_people.Person) -> None:
        self._account = account

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.words for each in self._account.bot_messages]

    def says(self, text: str) -> None:
        """Write."""
        self._account.says(text)

    def chooses(self, label: str) -> None:
        """Tap."""
        self._account.taps(label)


class Group(sides.Group):
    """A group with one member."""

    def __init__(self, member: telegram_people.Person, group: telegram_groups.Group) -> None:
        self._member, self._group = member, group

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.words for each in self._group.bot_messages]

    def does(self, command: str) -> None:
        """Type it."""
        self._member.says(command, in_=self._group)


class Town(sides.Town):
    """The stand-in and the product in front of it."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        self._running = ExitStack()
        self.server = self._running.enter_context(TelegramServer(token=TOKEN))
        self.product = self._running.enter_context(Product(telegram_settings(folder, url, self.server, **more)))

    def person(self, name: str) -> Person:
        """Somebody new."""
        return Person(self.server.user(name))

    def group(self, target: str) -> Group:
        """A bound group."""
        return bound(self.server, self.product, target)

    def close(self) -> None:
        """Nothing was done that Telegram forbids."""
        self._running.close()
        assert self.server.violations == []


def bound(server: TelegramServer, product: Product, target: str) -> Group:
    """A group that speaks for this."""
    member = server.user(f"Minh {target}")
    group = Group(member, server.group(target, [member]))
    group.does(f"/gan {product.bind_code(target)}")
    group.waits_for("nơi làm việc của")
    return group
