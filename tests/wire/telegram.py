"""A little Telegram: a Bot API server for tests and benchmarks, speaking real HTTP on 127.0.0.1.

In a test: `server = TelegramServer(token="123:abc").start()`. On its own: `python -m tests.wire.telegram --port 8081`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import functools
import json
import random
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, NamedTuple, Self, TypeVar
from urllib.parse import unquote

from aiohttp import web

from . import telegram_control, telegram_methods_chats, telegram_methods_edit
from .telegram_cast import Cast
from .telegram_faults import ConnectionLost, Faults, Limits, OneFault, enforce
from .telegram_feed import Feed, compact
from .telegram_http import MAX_BODY, Upload, answer_error, answer_ok, read_request, reset
from .telegram_methods import METHODS, Call
from .telegram_world import ApiError, Payload, User, World

__all__ = ["Sent", "TelegramServer", "telegram_methods_chats", "telegram_methods_edit"]

T = TypeVar("T")
OnSent = Callable[[int, str, Payload, float], object]

TOLD_TO_DRIVERS = ("send", "edit", "answer")
FEED_METHODS = frozenset({"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})
FAULT_WORDS = {400: "Bad Request", 403: "Forbidden", 429: "Too Many Requests", 502: "Bad Gateway"}


class Sent(NamedTuple):
    """One message the bot sent."""

    at: float
    method: str
    chat_id: int
    text: str
    message_id: int


class TelegramServer(Cast):
    """The server with its world; the people in it are driven from the test's thread."""

    def __init__(
        self,
        token: str = "123456789:stand-in-token",  # noqa: S107
        *,
        username: str = "stand_in_bot",
        port: int = 0,
        check: bool = True,
        limits: str = "off",
        seed: int = 0,
    ) -> None:
        self.token = token
        self.port = port
        self.check = check
        bot = User(int(token.partition(":")[0]), "Stand-in", username=username, is_bot=True)
        self.world = World(bot)
        rng = random.Random(seed)
        self.faults = Faults(rng=rng)
        self.limits = Limits.read(limits)
        self.feed = Feed(self.world, self._encode_update, rng)
        self.feed.on_webhook_reply = self._carry_out_reply
        self.world.tell = self.feed.push
        self.violations: list[str] = []
        self.refusals: list[tuple[str, int, str]] = []
        self.breaches = 0
        self.breached_chats: Counter[int] = Counter()
        self.sent: list[Sent] = []
        self.counts: Counter[str] = Counter()
        self.calls: list[tuple[str, Payload]] = []
        self.on_sent: OnSent | None = None
        self._prefix = f"/bot{token}/"
        self._judge: Any = None
        self._runner: web.ServerRunner | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def url(self) -> str:
        """The address to use instead of https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Serves on a thread of its own; after stop() it serves again on the same port, with the same world."""
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._serve, args=(opened,), name="telegram stand-in", daemon=True)
        self._thread.start()
        opened.result(60)
        return self

    def stop(self) -> None:
        """Ends the server; every open connection is cut."""
        if self._thread and self._loop:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(15)
            self._thread = None

    def __enter__(self) -> Self:
        if self._thread is None:
            self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _serve(self, opened: Future[None]) -> None:
        self._loop = loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(self.open())
        except BaseException as error:  # noqa: BLE001  (handed to the thread that called start)
            opened.set_exception(error)
            return
        opened.set_result(None)
        loop.run_forever()
        loop.run_until_complete(self.close())
        loop.close()

    async def open(self) -> None:
        """Serves in the running loop, for drivers that share it."""
        self._loop = asyncio.get_running_loop()
        if self.check and self._judge is None:
            from .telegram_check import judge  # noqa: PLC0415  (imports aiogram)

            self._judge = judge()
        server = web.Server(self._handle, request_factory=self._request, access_log=None)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, backlog=1024)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.feed.open()

    async def close(self) -> None:
        """Stops serving."""
        await self.feed.close()
        if self._runner:
            await self._runner.cleanup()

    def run(self, work: Callable[[], T]) -> T:
        """What `work` returns, done on the server's thread."""
        if self._thread is None or self._loop is None or threading.get_ident() == self._thread.ident:
            return work()
        done: Future[T] = Future()

        def carry_out() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # noqa: BLE001  (raised again in the caller's thread)
                done.set_exception(error)

        self._loop.call_soon_threadsafe(carry_out)
        return done.result(30)

    def time_passes(self, seconds: float) -> None:
        """Moves the server's clock forward, for limits, lifetimes and dates."""
        self.world.shifted_by += seconds

    def time_stands_still(self) -> None:
        """From now on the server's clock moves only by time_passes(), so that limits do not depend on speed."""
        self.world.stopped_at = time.time()

    def fail_next(  # noqa: PLR0913  (one keyword per thing that can go wrong)
        self,
        method: str,
        status: int = 500,
        description: str | None = None,
        *,
        after: bool = False,
        reset: bool = False,
        retry_after: int | None = None,
        times: int = 1,
    ) -> None:
        """The next calls of this method fail, before they are carried out or (after=True) once they were."""
        if status == 429 and retry_after is None:
            retry_after = 1
        text = description or FAULT_WORDS.get(status, "Internal Server Error")
        waiting = self.faults.once.setdefault(method.lower(), deque())
        waiting.extend(OneFault(status, text, after, reset, retry_after) for _ in range(times))

    def called(self, method: str) -> list[Payload]:
        """The parameters of every call of this method, recorded while checking."""
        return [params for name, params in self.calls if name.lower() == method.lower()]

    def push(self, update: Payload) -> int | None:
        """Queues a ready-made update; its message is stored too, its chat made when it is new."""
        for kind, payload in update.items():
            if kind != "update_id":
                return self.run(functools.partial(telegram_control.push, self, kind, payload))
        return None

    def _request(self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        loop = asyncio.get_running_loop()
        return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=MAX_BODY)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = unquote(request.raw_path.partition("?")[0])
        try:
            return await self._route(request, path)
        except ApiError as error:
            self.refusals.append((canonical(path.rsplit("/", 1)[-1]), error.code, error.description))
            return answer_error(error)
        except ConnectionLost:
            reset(request)
            return web.Response(status=500)
        except Exception:  # noqa: BLE001  (a bug of the stand-in must show up in the test, not only in a log)
            self.violations.append(f"the stand-in failed at {path}:\n{traceback.format_exc()}")
            return answer_error(ApiError(500, "Internal Server Error"))

    async def _route(self, request: web.BaseRequest, path: str) -> web.Response:
        if path.startswith(self._prefix):
            return await self._answer(request, path[len(self._prefix) :])
        if path.startswith(f"/file{self._prefix}"):
            return self._download(path[len(self._prefix) + 5 :])
        if path.startswith("/_control/"):
            return await telegram_control.answer(self, request, path.removeprefix("/_control/"))
        if path.startswith(("/bot", "/file/bot")):
            raise ApiError(401, "Unauthorized")
        raise ApiError(404, "Not Found")

    def _download(self, path: str) -> web.Response:
        file = self.world.files_by_path.get(path)
        if file is None:
            raise ApiError(404, "Not Found")
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _answer(self, request: web.BaseRequest, method: str) -> web.Response:
        try:
            params, uploads = await read_request(request)
        except ApiError as error:
            if self.check:
                self.violations.append(f"{method}: {error.description}")
            raise
        return answer_ok(await self.carry_out(method, params, uploads))

    async def carry_out(self, method: str, params: Payload, uploads: dict[str, Upload]) -> bytes:
        """The JSON of a method's result; raises ApiError or ConnectionLost like the wire would."""
        key = method.lower()
        if key not in METHODS and key not in FEED_METHODS:
            raise ApiError(404, "Not Found")
        name = canonical(method)
        self.counts[name] += 1
        faults = self.faults
        if self.check:
            self._judge_request(name, params, uploads)
        if faults.delay_before and faults.concerns(key):
            await asyncio.sleep(faults.pause(faults.delay_before))
        faults.before(key)
        if key in FEED_METHODS:
            result = await self._feed_result(key, params)
        else:
            result = self._carry_out_now(key, name, params, uploads)
        if faults.delay_after and faults.concerns(key):
            await asyncio.sleep(faults.pause(faults.delay_after))
        faults.after(key)
        return result

    def _carry_out_now(self, key: str, name: str, params: Payload, uploads: dict[str, Upload]) -> bytes:
        call = Call(self.world, name, params, uploads)
        chat_id = call.number("chat_id") or 0
        if not self.limits.is_off and self.limits.concern(key, chat_id):
            weight = len(params["media"]) if isinstance(params.get("media"), list) else 1
            enforce(self.limits, self.world, chat_id, weight, self._count_breach)
        result = METHODS[key][1](call)
        at = self.world.now()
        for message in call.sent:
            self.sent.append(Sent(at, name, message.chat.id, message.words, message.payload["message_id"]))
        self.world.changed()
        if self.on_sent and key.startswith(TOLD_TO_DRIVERS):
            told = {**params, "message_id": call.sent[-1].payload["message_id"]} if call.sent else params
            self.on_sent(call.number("chat_id") or 0, name, told, at)
        return self._encode_result(key, result)

    async def _feed_result(self, key: str, params: Payload) -> bytes:
        if key == "getupdates":
            return await self.feed.get_updates(params)
        if key == "getwebhookinfo":
            return self._encode_result(key, self.feed.webhook_facts())
        if key == "deletewebhook":
            params = {**params, "url": ""}
        return compact(await self.feed.set_webhook(params))

    async def _carry_out_reply(self, body: bytes) -> None:
        """Carries out the method a webhook put into its answer; its result is lost, as in life."""
        params = json.loads(body)
        with contextlib.suppress(ApiError, ConnectionLost):
            await self.carry_out(str(params.pop("method", "")), params, {})

    def _judge_request(self, name: str, params: Payload, uploads: dict[str, Upload]) -> None:
        self.calls.append((name, params))
        text = compact(params).decode()
        unused = [part for part in uploads if f"attach://{part}" not in text]
        problem = self._judge.request(name.lower(), params, {part: uploads[part] for part in unused})
        stray = [part for part in unused if part not in self._judge.parameters(name.lower())]
        problem = problem or (f"files nobody asked for: {', '.join(stray)}" if stray else None)
        if problem:
            self.violations.append(f"{name}: {problem}; parameters: {text[:500]}")
            raise ApiError(400, f"Bad Request: {problem}")

    def _encode_update(self, update: Payload) -> bytes:
        if not self.check:
            return compact(update)
        return self._noted("an update", *self._judge.update(update))

    def _encode_result(self, key: str, result: Any) -> bytes:
        if not self.check:
            return compact(result)
        return self._noted(f"the result of {key}", *self._judge.result(key, result))

    def _noted(self, what: str, body: bytes, problem: str | None) -> bytes:
        if problem:
            self.violations.append(f"the stand-in built {what} wrongly: {problem}")
        return body

    def _count_breach(self, chat_id: int) -> None:
        self.breaches += 1
        self.breached_chats[chat_id] += 1


CANONICAL = {
    "getupdates": "getUpdates",
    "setwebhook": "setWebhook",
    "deletewebhook": "deleteWebhook",
    "getwebhookinfo": "getWebhookInfo",
}


def canonical(method: str) -> str:
    """The method as the Bot API spells it; its name is known in any case."""
    key = method.lower()
    return METHODS[key][0] if key in METHODS else CANONICAL.get(key, method)


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.wire.telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="123456789:stand-in-token")
    parser.add_argument("--username", default="stand_in_bot")
    parser.add_argument("--no-check", action="store_true", help="do not validate with aiogram (benchmarks)")
    parser.add_argument("--limits", default="off", help="overall/private/group, such as 30/1/20, or off")
    parser.add_argument("--latency-ms", type=float, default=0.0, help="delay of every answer")
    parser.add_argument("--no-privacy", action="store_true", help="the bot sees every group message")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


async def serve(options: argparse.Namespace) -> None:
    """Serves until the process is ended."""
    server = TelegramServer(
        options.token,
        username=options.username,
        port=options.port,
        check=not options.no_check,
        limits=options.limits,
        seed=options.seed,
    )
    server.faults.delay_before = options.latency_ms / 1000
    server.world.privacy = not options.no_privacy
    await server.open()
    print(f"serving {server.url}", flush=True)  # noqa: T201  (whoever started the process waits for this line)
    try:
        await asyncio.Event().wait()
    finally:
        await server.close()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(read_arguments()))
