"""A plain HTTP client for the stand-in's own tests: no library knows what is being asked."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
from aiohttp import web

from .telegram import TelegramServer

Answer = dict[str, Any]


class PlainClient:
    """Calls methods by their names and returns the envelope."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server

    async def ask(self, method: str, form: aiohttp.FormData | None = None, **params: Any) -> Answer:
        """The envelope of one call; with `form` the body is that form, otherwise JSON."""
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        body: dict[str, Any] = {"data": form, "params": params} if form else {"json": params}
        async with aiohttp.ClientSession() as session, session.post(url, **body) as answer:
            envelope: Answer = json.loads(await answer.text())
            assert answer.status == (200 if envelope["ok"] else envelope["error_code"])
            return envelope

    def __call__(self, method: str, form: aiohttp.FormData | None = None, **params: Any) -> Answer:
        """The same from a test that is not asynchronous."""
        return asyncio.run(self.ask(method, form, **params))

    def result(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        envelope = self(method, **params)
        assert envelope["ok"], envelope
        return envelope["result"]

    def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        envelope = self(method, **params)
        assert not envelope["ok"], envelope
        return str(envelope["description"])

    def updates(self, **params: Any) -> list[Answer]:
        """What getUpdates returns now."""
        found: list[Answer] = self.result("getUpdates", **params)
        return found

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body of a plain GET."""

        async def fetch() -> tuple[int, bytes]:
            async with aiohttp.ClientSession() as session, session.get(self.server.url + path) as answer:
                return answer.status, await answer.read()

        return asyncio.run(fetch())

    def control(self, order: str, **given: Any) -> Any:
        """What a control request answers."""

        async def post() -> Any:
            url = f"{self.server.url}/_control/{order}"
            async with aiohttp.ClientSession() as session, session.post(url, json=given) as answer:
                return json.loads(await answer.text())

        return asyncio.run(post())


class Receiver:
    """A bot's webhook: collects what is posted; `decide(update)` returns the status to answer."""

    def __init__(self) -> None:
        self.url = ""
        self.got: list[tuple[Answer, str | None]] = []
        self.decide: Callable[[Answer], int] = lambda _update: 200
        self.reply: Answer | None = None
        self.delay = 0.0
        self.at_once = 0
        self.most_at_once = 0

    async def take(self, request: web.Request) -> web.Response:
        """Answers one delivery."""
        update = await request.json()
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.delay)
        self.got.append((update, request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        self.at_once -= 1
        reply, self.reply = self.reply, None
        return web.json_response(reply or {}, status=self.decide(update))

    def texts(self) -> list[str]:
        """The texts of the messages that came, in order."""
        return [update["message"]["text"] for update, _ in self.got if "message" in update]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A webhook that serves while the block runs."""
    receiver = Receiver()
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def serve() -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/hook", receiver.take)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        return runner

    def run() -> None:
        runner = loop.run_until_complete(serve())
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(10)
    yield receiver
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
