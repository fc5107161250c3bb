"""Zalo, whether a Bot or an Official Account stands there: people and groups are driven the same way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.product import Product, settings
from tests.wire.stories import sides
from tests.wire.zalo import people as of_bot
from tests.wire.zalo.server import ZaloServer
from tests.wire.zalo_oa import people as of_account
from tests.wire.zalo_oa.server import OaServer

Server = ZaloServer | OaServer


class Person(sides.Person):
    """A private chat."""

    def __init__(self, account: of_bot.Person | of_account.Person) -> None:
        self.account = account

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self.account.said]

    def says(self, text: str) -> None:
        """Write."""
        self.account.says(text)


class Group(sides.Group):
    """A group with one member."""

    def __init__(self, server: Any, target: str) -> None:
        self._member = server.person(f"Minh {target}")
        self._group = server.group(target, [self._member])

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._group.said]

    def does(self, command: str) -> None:
        """Type it: a bot is mentioned, an account hears everything there."""
        self._member.says(command, in_=self._group)


class Town(sides.Town):
    """The stand-in and the product in front of it; `person_of` an account there."""

    person_of: Callable[[Any], Person] = Person

    def __init__(self, folder: Path, url: str, server: Server, needed: dict[str, Any]) -> None:
        self._running = ExitStack()
        self.server = server
        self._running.callback(server.__exit__)
        self.product = self._running.enter_context(Product(settings(folder, url, **needed), web=True))

    def person(self, name: str) -> Person:
        """Somebody new."""
        return self.person_of(self.server.person(name))

    def group(self, target: str) -> Group:
        """A bound group."""
        return bound(self.server, self.product, target)

    def close(self) -> None:
        """Nothing was done that Zalo forbids."""
        self._running.close()
        assert self.server.violations == []


def bound(server: Server, product: Product, target: str) -> Group:
    """A group that speaks for this."""
    group = Group(server, target)
    group.does(f"/gan {product.bind_code(target)}")
    group.waits_for("nơi làm việc của")
    return group
