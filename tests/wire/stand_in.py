"""A server of somebody else, played on 127.0.0.1: real HTTP on a thread of its own, while a test wants it."""

from __future__ import annotations

import asyncio
import threading
import traceback
from abc import ABC, abstractmethod
from concurrent.futures import Future
from typing import Self

import aiohttp
from aiohttp import web


class StandIn(ABC):
    """`with StandIn() as server:`; what it finds wrong with us stands in `violations`."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.violations: list[str] = []
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address to use instead of the real one."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._serve, args=(opened,), name=type(self).__name__, daemon=True)
        self._thread.start()
        opened.result(30)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        if self._thread:
            self._thread.join(15)

    def _serve(self, opened: Future[None]) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(self._open())
        opened.set_result(None)
        self._loop.run_forever()
        self._loop.run_until_complete(self._close())
        self._loop.close()

    async def _open(self) -> None:
        self._http = aiohttp.ClientSession()
        self._runner = web.ServerRunner(web.Server(self._handle), shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def _close(self) -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await self._http.close()
        await self._runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            return await self._answer(request)
        except Exception:  # noqa: BLE001  a bug of the stand-in must show up in the test
            self.violations.append(traceback.format_exc())
            return web.Response(status=500)

    @abstractmethod
    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """What the real server would say."""
