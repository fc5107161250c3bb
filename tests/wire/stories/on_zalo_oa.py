"""Zalo Official Account: up to five buttons are tapped, what they send comes as a text; groups are its own."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.product import free_port
from tests.wire.stories import sides, zalo
from tests.wire.zalo_oa import people
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.server import APP, APP_SECRET, WEBHOOK_SECRET, OaServer


class Person(zalo.Person):
    """A private chat with buttons."""

    account: people.Person

    def chooses(self, label: str) -> None:
        """Tap, or, where there are too many for buttons, type its number."""
        until = time.monotonic() + sides.PATIENCE
        while time.monotonic() < until:
            for message in reversed(self.account.said):
                if any(label in name for name, _ in message.buttons):
                    self.account.taps(label)
                    return
                if any(label in name for _, name in sides.NUMBERED.findall(message.text)):
                    super().chooses(label)
                    return
            time.sleep(0.02)
        raise AssertionError(f"no choice {label!r}\n" + "\n---\n".join(self.said))


class Town(zalo.Town):
    """An account, which calls us."""

    person_of = Person

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        server = OaServer().__enter__()
        super().__init__(folder, url, server, {**oa_settings(server), **more})


def oa_settings(server: OaServer) -> dict[str, Any]:
    """Settings of a product in front of the stand-in, which is told where the webhook is."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server.webhook = f"{address}/webhooks/zalo_oa"
    secrets = {"zalo_oa_app_secret": APP_SECRET, "zalo_oa_webhook_secret": WEBHOOK_SECRET}
    where = {"zalo_oa_api_url": server.url, "zalo_oa_login_url": server.url, "zalo_oa_refresh_token": FIRST}
    plan = {"zalo_oa_plan": "2000/500"}
    return {"zalo_oa_app_id": APP, **secrets, **where, **plan, "web_port": port, "public_url": address}
