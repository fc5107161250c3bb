"""Zalo Bot: everything is typed; in a group the bot is mentioned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.product import free_port
from tests.wire.stories import zalo
from tests.wire.zalo.server import TOKEN, ZaloServer


class Town(zalo.Town):
    """A bot, polled unless told otherwise."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        server = ZaloServer().__enter__()
        super().__init__(folder, url, server, {**zalo_settings(server), **more})


def zalo_settings(server: ZaloServer) -> dict[str, Any]:
    """Settings of a product in front of the stand-in."""
    port = free_port()
    where = {"web_port": port, "public_url": f"http://127.0.0.1:{port}"}
    return {"zalo_bot_token": TOKEN, "zalo_bot_api_url": server.url, **where}
