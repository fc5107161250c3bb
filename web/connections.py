"""How long and how much a connection may ask before it is cut: one slow or greedy caller must not stop the others."""

from __future__ import annotations

import asyncio
import ipaddress
from functools import lru_cache
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

AT_ONCE = 1000
FROM_ONE_ADDRESS = 100
LARGEST_HEAD = 32_000
SECONDS_FOR_A_HEAD = 10.0
SECONDS_IDLE = 5
SECONDS_UNREAD = 60.0


class Bounded(HttpToolsProtocol):
    """uvicorn's own, which waits for ever for a head, takes one of any size, and keeps answers nobody reads."""

    seconds_for_a_head = SECONDS_FOR_A_HEAD
    seconds_unread = SECONDS_UNREAD

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._head: int | None = 0  # bytes of a head that is still coming; None while a request is answered
        self._head_timer: asyncio.TimerHandle | None = None
        self._unread_timer: asyncio.TimerHandle | None = None

    @property
    def host(self) -> str:
        """The address at the other end."""
        return self.client[0] if self.client else ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody came; one address has only so many connections, unless it is a proxy's."""
        super().connection_made(transport)
        self._wait_for_a_head()
        near = sum(isinstance(each, Bounded) and each.host == self.host for each in self.connections)
        if near > FROM_ONE_ADDRESS and not is_trusted(self.host, str(self.config.forwarded_allow_ips)):
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """They left, or were cut off."""
        _stop(self._head_timer)
        _stop(self._unread_timer)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """More of a request."""
        if self._head is not None:
            self._head += len(data)
        super().data_received(data)
        if self._head is not None and self._head > LARGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("The request's head is too large.")

    def on_message_begin(self) -> None:
        """A head begins."""
        self._head = self._head or 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._head = None
        _stop(self._head_timer)
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Answered; the next head has its own time."""
        self._wait_for_a_head()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """What was answered is not read."""
        super().pause_writing()
        _stop(self._unread_timer)
        self._unread_timer = self.loop.call_later(self.seconds_unread, self.transport.abort)

    def resume_writing(self) -> None:
        """It is read again."""
        super().resume_writing()
        _stop(self._unread_timer)

    def _wait_for_a_head(self) -> None:
        _stop(self._head_timer)
        self._head_timer = self.loop.call_later(self.seconds_for_a_head, self._no_head_came)

    def _no_head_came(self) -> None:
        if self.transport.get_write_buffer_size():  # the last answer is still on its way to a slow reader
            self._wait_for_a_head()
        else:
            self.transport.abort()


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer:
        timer.cancel()


@lru_cache(maxsize=1024)
def is_trusted(host: str, proxies: str) -> bool:
    """True when this address is one of the proxies (addresses or networks, with commas between)."""
    try:
        at = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(at in ipaddress.ip_network(each.strip()) for each in proxies.split(",") if each.strip())


def bounded(app: ASGIApp, host: str, port: int, trusted_proxies: str) -> uvicorn.Config:
    """How the application is served; only a trusted proxy's word is taken for whose request it brings."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Bounded,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",  # nothing of ours speaks it, and the library would be loaded
        forwarded_allow_ips=trusted_proxies,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=SECONDS_IDLE,
        timeout_graceful_shutdown=2,
    )
