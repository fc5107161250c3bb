"""The site behind its own port, served as the program serves it, for what only real HTTP shows."""

from __future__ import annotations

import asyncio
import socket
import time

import httpx
import uvicorn

from tests.product import free_port
from tests.web.site import Site
from web.connections import bounded


class Open:
    """The site behind its own port, as it is served."""

    def __init__(self, site: Site) -> None:
        self.site, self.port = site, free_port()
        self.server = uvicorn.Server(bounded(site.app, "127.0.0.1", self.port, "127.0.0.1"))
        self._serving = asyncio.run_coroutine_threadsafe(self.server.serve(), site.loop)
        while not self.server.started:
            time.sleep(0.01)
        self.url = f"http://127.0.0.1:{self.port}"

    def post(self, path: str, body: bytes | str = b"", **headers: str) -> int:
        """The status of a post with exactly these bytes."""
        given = {"origin": self.url, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return httpx.post(self.url + path, content=body, headers=given, timeout=20).status_code

    def said(self, sent: bytes, *, seconds: float = 10) -> tuple[bytes, float]:
        """What comes back for raw bytes until the other side closes, and after how long."""
        began = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as wire:
            got = b""
            try:
                wire.sendall(sent)
                while more := wire.recv(65_536):
                    got += more
            except ConnectionError:
                pass
        return got, time.monotonic() - began

    def is_well(self) -> bool:
        """True when somebody else is answered at once."""
        return httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200

    def stop(self) -> None:
        self.server.should_exit = True
        self._serving.result(10)
