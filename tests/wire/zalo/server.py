"""The platform itself: real HTTP on 127.0.0.1, its documented methods, and its documented and its seen oddities.

In a test: `with ZaloServer() as server: lan = server.person("Lan")`.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import Any

import aiohttp
from aiohttp import web

from tests.wire.stand_in import StandIn
from tests.wire.zalo.oddities import Fault, Oddities
from tests.wire.zalo.people import BOT_NAME, Group, Person
from tests.wire.zalo.world import Chat, Message, Payload, World

TOKEN = "1459232241454765289:stand-in-token"
LONGEST = 2000
SENDS = {"sendMessage": {"chat_id", "text"}, "sendPhoto": {"chat_id", "photo", "caption"}}


class ZaloServer(StandIn):
    """The server with its world; the people in it are driven from the test's thread."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        super().__init__(port)
        self.token = token
        self.world = World()
        self.odd = Oddities()
        self.refusals: list[str] = []
        self.calls: list[tuple[str, Payload]] = []
        self.webhook: tuple[str, str] | None = None
        self.delivered: list[tuple[str, int]] = []
        self.lost: list[str] = []
        self.used = 0
        self.under_way = 0
        self.waiting: deque[Payload] = deque()
        self._faults: dict[str, deque[Fault]] = {}
        self._pollers: deque[asyncio.Future[Payload]] = deque()
        self._served: set[str] = set()

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for an event just now."""
        return any(not each.done() for each in tuple(self._pollers))

    # ------------------------------------------------------------ the world

    def person(self, name: str) -> Person:
        """Somebody with a Zalo account."""
        return Person(self, self.world.add(name), name)

    def group(self, title: str, members: list[Person]) -> Group:
        """A group with the bot in it."""
        chat = self.world.add(title, is_group=True)
        chat.members = [each.id for each in members]
        return Group(self, chat)

    def fail_next(self, method: str, code: int, description: str = "", **how: Any) -> None:
        """The next call of this method fails: before it is carried out or `after`, `times` so often, perhaps `lost`."""
        times = how.pop("times", 1)
        said = description or {403: "Internal server error", 429: "Quota exceeded"}.get(code, "Error")
        self._faults.setdefault(method, deque()).extend(Fault(code, said, **how) for _ in range(times))

    def called(self, method: str) -> list[Payload]:
        """The parameters of every call of this method."""
        return [params for name, params in self.calls if name == method]

    def tell(self, chat: Chat, sender: Person, event: str, content: Payload) -> Message:
        """Somebody did something in a chat; the bot is told as the platform would."""
        message = self.world.say(
            chat, str(content.get("text") or content.get("caption") or f"({event})"), from_bot=False
        )
        where = {"chat_type": "GROUP" if chat.is_group else "PRIVATE", "id": chat.id}
        who = {"id": sender.id, "is_bot": False, "display_name": sender.name}
        told = {"date": int(message.at * 1000), "chat": where, "message_id": message.id, "from": who, **content}
        self.push({"event_name": f"message.{event}.received", "message": told})
        return message

    def push(self, event: Payload) -> None:
        """Give an event to the bot."""
        self._loop.call_soon_threadsafe(self._push, event)

    def hosts(self, name: str, content: bytes) -> str:
        """The address at which the media server holds these bytes."""
        self.world.media[name] = content
        return f"{self.url}/cdn/{name}"

    def _push(self, event: Payload) -> None:
        sender = event.get("message", {}).get("from", {}).get("id", "")
        if sender not in self._served and len(self._served) >= self.odd.most_people:
            self.lost.append(f"not served: {sender}")
            return
        self._served.add(sender)
        self.used += self.odd.received_count
        shaped = {"ok": True, "result": event} if self.odd.is_wrapped else event
        if self.webhook:
            self._loop.create_task(self._send_event(shaped))
            return
        while self._pollers:
            if not (asked := self._pollers.popleft()).done():
                asked.set_result(event)
                return
        if self.odd.loses_unasked:
            self.lost.append(event["message"]["message_id"])
        else:
            self.waiting.append(event)

    # ------------------------------------------------------------ webhooks

    async def _send_event(self, event: Payload) -> None:
        self.under_way += 1
        for wait in (0.0, *self.odd.repeats_after):
            await asyncio.sleep(wait)
            status = await self._post_event(event)
            if self.odd.comes_twice:
                await self._post_event(event)
            if status == 200:
                break
        self.under_way -= 1

    async def _post_event(self, event: Payload) -> int:
        if self.webhook is None:
            return 0
        url, secret = self.webhook
        given = secret if self.odd.wrong_secret is None else self.odd.wrong_secret
        headers = {"X-Bot-Api-Secret-Token": given, "User-Agent": "Java/17.0.2", "Content-Type": "application/json"}
        try:
            async with self._http.post(url, data=json.dumps(event), headers=headers) as response:
                status = response.status
        except aiohttp.ClientError:
            status = 0
        self.delivered.append((event.get("event_name", "wrapped"), status))
        self.world.changed()
        return status

    # ------------------------------------------------------------ HTTP

    async def _close(self) -> None:
        for each in self._pollers:
            each.cancel()
        await super()._close()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        _, first, *rest = request.path.split("/")
        if first == "cdn":
            await asyncio.sleep(self.odd.cdn_seconds)
            content = self.world.media.get(rest[0])
            return web.Response(status=404) if content is None else web.Response(body=content)
        if first != f"bot{self.token}":
            return self._error(401, "Unauthorized")
        return await self._method(rest[0], await request.json() if request.can_read_body else {}, request)

    async def _method(self, name: str, params: Payload, request: web.BaseRequest) -> web.StreamResponse:
        self.calls.append((name, params))
        fault = self._faults[name].popleft() if self._faults.get(name) else None
        if fault is None or fault.after:
            answer = await self._carried_out(name, params)
        if fault is None:
            return answer
        if fault.lost and request.transport:
            request.transport.abort()
        return self._error(fault.code, fault.description)

    async def _carried_out(self, name: str, params: Payload) -> web.StreamResponse:
        match name:
            case "getMe":
                ids = {"id": self.token.partition(":")[0], "account_name": BOT_NAME, "account_type": "BASIC"}
                return self._ok({**ids, "can_join_groups": False})
            case "sendMessage" | "sendPhoto":
                return await self._send(name, params)
            case "sendChatAction":
                return web.json_response({"ok": True})
            case "getUpdates":
                return await self._updates(params)
            case "setWebhook" | "deleteWebhook" | "getWebhookInfo":
                return self._hook(name, params)
        return self._error(404, "Not found")

    def _hook(self, name: str, params: Payload) -> web.StreamResponse:
        if name == "deleteWebhook":
            self.webhook = None
        if name == "setWebhook":
            if not 8 <= len(params["secret_token"]) <= 256:  # as documented
                return self._error(400, "secret_token: 8 to 256 characters")
            if self.odd.refuses_private:
                return self._error(400, "url: must be public")
            self.webhook = (params["url"], params["secret_token"])
        if name == "getWebhookInfo" and self.webhook is None and self.odd.no_webhook_is_404:
            return self._error(404, "Not found")
        return self._ok({"url": self.webhook[0] if self.webhook else "", "updated_at": 1749538250568})

    async def _updates(self, params: Payload) -> web.StreamResponse:
        if self.webhook is not None:
            return self._error(400, "a webhook is set")
        if self.waiting:
            return self._ok(self.waiting.popleft())
        asked: asyncio.Future[Payload] = self._loop.create_future()
        self._pollers.append(asked)
        try:
            async with asyncio.timeout(min(float(params["timeout"]), self.odd.longest_poll)):
                return self._ok(await asked)
        except TimeoutError:
            return self._error(408, "Request timeout")

    async def _send(self, name: str, params: Payload) -> web.StreamResponse:
        self._check(name, params)
        chat = self.world.chats.get(params["chat_id"])
        if chat is None:
            return self._error(400, "chat not found")
        if self.odd.quota is not None and self.used >= self.odd.quota:
            return self._error(429, "Quota exceeded")
        text, picture = params.get("text") or params.get("caption") or "", b""
        if name == "sendPhoto":
            async with self._http.get(params["photo"]) as response:
                picture = await response.read()
                if response.status != 200 or not response.content_type.startswith("image/"):
                    return self._error(400, "photo cannot be fetched")
        self.used += 1
        message = self.world.say(chat, text, from_bot=True, picture=picture)
        return self._ok({"message_id": message.id, "date": int(message.at * 1000)})

    def _check(self, name: str, params: Payload) -> None:
        """What the documentation forbids is a mistake of ours, whatever the platform would make of it."""
        text = params.get("text", params.get("caption"))
        if unknown := set(params) - SENDS[name]:
            self.violations.append(f"{name}: {unknown}")
        if not all(isinstance(each, str) for each in params.values()):
            self.violations.append(f"{name}: every parameter is a text")
        if text is not None and not 1 <= len(text) <= LONGEST:
            self.violations.append(f"{name}: {len(text)} characters")

    def _ok(self, result: Any) -> web.Response:
        return web.json_response({"ok": True, "result": result})

    def _error(self, code: int, description: str) -> web.Response:
        self.refusals.append(f"{code} {description}")
        status = 200 if self.odd.errors_in_200 else code
        return web.json_response({"ok": False, "error_code": code, "description": description}, status=status)
