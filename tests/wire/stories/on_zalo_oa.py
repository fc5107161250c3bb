"""Zalo Official Account: up to five buttons are tapped, what they send comes as a text; groups are its own."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.product import Product, free_port, settings
from tests.wire.stories import sides
from tests.wire.zalo_oa import people
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.server import APP, APP_SECRET, WEBHOOK_SECRET, OaServer


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

    def chooses(self, label: str) -> None:
        """Tap, or, where there are too many for buttons, type its number."""
        until = time.monotonic() + sides.PATIENCE
        while time.monotonic() < until:
            for message in reversed(self._account.said):
                if any(label in name for name, _ in message.buttons):
                    self._account.taps(label)
                    return
                if any(label in name for _, name in sides.NUMBERED.findall(message.text)):
                    super().chooses(label)
                    return
            time.sleep(0.02)
        raise AssertionError(f"no choice {label!r}\n" + "\n---\n".join(self.said))


class Group(sides.Group):
    """A group with one member."""

    def __init__(self, member: people.Person, group: people.Group) -> None:
        self._member, self._group = member, group

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._group.said]

    def does(self, command: str) -> None:
        """Type it: the account hears everything there."""
        self._member.says(command, in_=self._group)


class Town(sides.Town):
    """The stand-in and the product in front of it."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        self._running = ExitStack()
        self.server = self._running.enter_context(OaServer())
        wanted = settings(folder, url, **oa_settings(self.server), **more)
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


def oa_settings(server: OaServer) -> dict[str, Any]:
    """Settings of a product in front of the stand-in, which is told where the webhook is."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server.webhook = f"{address}/webhooks/zalo_oa"
    secrets = {"zalo_oa_app_secret": APP_SECRET, "zalo_oa_webhook_secret": WEBHOOK_SECRET}
    where = {"zalo_oa_api_url": server.url, "zalo_oa_login_url": server.url, "zalo_oa_refresh_token": FIRST}
    plan = {"zalo_oa_plan": "2000/500"}
    return {"zalo_oa_app_id": APP, **secrets, **where, **plan, "web_port": port, "public_url": address}
