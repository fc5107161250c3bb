"""Zalo Bot: everything is typed; in a group the bot is mentioned."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.product import Product, free_port, settings
from tests.wire.stories import sides
from tests.wire.zalo import people
from tests.wire.zalo.server import TOKEN, ZaloServer


class Person(sides.Person):
    """A private chat."""

    def __init__(self, account: people.Person) -> None:
        self._account = account

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._account.said]

    def says(self, text: str) -> None:
        """Write."""
        self._account.says(text)


class Group(sides.Group):
    """A group with one member."""

    def __init__(self, member: people.Person, group: people.Group) -> None:
        self._member, self._group = member, group

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._group.said]

    def does(self, command: str) -> None:
        """Type it after a mention."""
        self._member.says(command, in_=self._group)


class Town(sides.Town):
    """The stand-in and the product in front of it."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        self._running = ExitStack()
        self.server = self._running.enter_context(ZaloServer())
        wanted = settings(folder, url, **zalo_settings(self.server), **more)
        self.product = self._running.enter_context(Product(wanted, web=True))

    def person(self, name: str) -> Person:
        """Somebody new."""
        return Person(self.server.person(name))

    def group(self, target: str) -> Group:
        """A bound group."""
        member = self.server.person(f"Minh {target}")
        group = Group(member, self.server.group(target, [member]))
        group.does(f"/gan {self.product.bind_code(target)}")
        group.waits_for("nơi làm việc của")
        return group

    def close(self) -> None:
        """Nothing was done that Zalo forbids."""
        self._running.close()
        assert self.server.violations == []


def zalo_settings(server: ZaloServer) -> dict[str, Any]:
    """Settings of a product in front of the stand-in."""
    port = free_port()
    where = {"web_port": port, "public_url": f"http://127.0.0.1:{port}"}
    return {"zalo_bot_token": TOKEN, "zalo_bot_api_url": server.url, **where}
