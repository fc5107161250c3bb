"""The account itself: real HTTP on 127.0.0.1, login server, API, media and webhooks in one.

In a test: `with OaServer() as server: lan = server.person("Lan")`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from tests.wire.stand_in import StandIn
from tests.wire.zalo.world import Chat, Message, Payload, World
from tests.wire.zalo_oa.login import Login
from tests.wire.zalo_oa.oddities import Oddities
from tests.wire.zalo_oa.people import Group, Person
from tests.wire.zalo_oa.sending import Sending
from tests.wire.zalo_oa.signing import signed

APP, ACCOUNT = "360846524940903967", "388613280878808645"
APP_SECRET, WEBHOOK_SECRET = "stand-in-app-secret", "stand-in-account-secret"
LARGEST = {"image": 1_000_000, "file": 5_000_000}
TAKEN = {"image": (".jpg", ".jpeg", ".png"), "file": (".pdf", ".doc", ".docx")}


class OaServer(StandIn):
    """The server with its world; the people in it are driven from the test's thread."""

    account = ACCOUNT

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.world = World()
        self.odd = Oddities()
        self.ahead = timedelta()
        self.login = Login(self.odd, APP, APP_SECRET, self.now)
        self.sending = Sending(self)
        self.refusals: list[str] = []
        self.calls: list[tuple[str, Payload]] = []
        self.webhook = ""
        self.delivered: list[tuple[str, int, float]] = []
        self.under_way = 0
        self.heard_at: dict[str, datetime] = {}
        self.uploads: dict[str, bytes] = {}
        self._requests: list[float] = []
        self._numbers = itertools.count(246845883529197922)

    def now(self) -> datetime:
        """Their clock, which a test may push with the product's."""
        return datetime.now(UTC) + self.ahead

    # ------------------------------------------------------------ the world

    def person(self, name: str) -> Person:
        """Somebody with a Zalo account."""
        return Person(self, self.world.add(name, number=str(next(self._numbers))), name)

    def group(self, title: str, members: list[Person]) -> Group:
        """A group of the account's own."""
        chat = self.world.add(title, is_group=True)
        chat.members = [each.id for each in members]
        return Group(self, chat)  # type: ignore[arg-type]

    def called(self, path: str) -> list[Payload]:
        """What was given with every call of this path's end."""
        return [given for name, given in self.calls if name.endswith(path)]

    def hosts(self, name: str, content: bytes) -> str:
        """The address at which the media server holds these bytes."""
        self.world.media[name] = content
        return f"{self.url}/cdn/{name}"

    def tell(self, sender: Person, kind: str, content: Payload, in_: Group | None = None) -> Message:
        """Somebody wrote: the webhook is told."""
        chat = in_.chat if in_ else sender.chat
        said = self.world.say(chat, str(content.get("text") or f"({kind})"), from_bot=False)
        self.heard_at[sender.id] = self.now()
        message = {"msg_id": said.id, **content}
        recipient = {"id": ACCOUNT}
        if in_ is not None and self.odd.group_id_at == "conversation_id":
            message["conversation_id"] = chat.id
        elif in_ is not None:
            recipient = {"id": chat.id} if self.odd.group_id_at == "id" else {"id": ACCOUNT, "group_id": chat.id}
        name = f"user_send_{'group_' if in_ else ''}{kind}"
        self.push({"sender": {"id": sender.id}, "recipient": recipient, "event_name": name, "message": message})
        return said

    def follow(self, who: Person, event: str) -> None:
        """Somebody begins to follow, or ends it."""
        self.heard_at[who.id] = self.now()
        self.push({"oa_id": ACCOUNT, "follower": {"id": who.id}, "event_name": event, "source": "oa_profile"})

    def push(self, event: Payload) -> None:
        """Send an event to the webhook."""
        seconds = self.now().timestamp()
        at = str(int(seconds if self.odd.in_seconds else seconds * 1000))
        whole = {"app_id": APP, "user_id_by_app": "552177279717587730", **event, "timestamp": at}
        self._loop.call_soon_threadsafe(lambda: self._loop.create_task(self._send(whole)))

    async def _send(self, event: Payload) -> None:
        self.under_way += 1
        for wait in (0.0, *self.odd.repeats_after):
            await asyncio.sleep(wait)
            status = await self._post(event)
            if self.odd.comes_twice:
                await self._post(event)
            if status == 200:
                break
        self.under_way -= 1

    async def _post(self, event: Payload) -> int:
        body = json.dumps(event, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", **signed(self.odd, body, event, APP, WEBHOOK_SECRET)}
        began = time.monotonic()
        try:
            async with self._http.post(self.webhook, data=body, headers=headers) as response:
                status = response.status
        except aiohttp.ClientError:
            status = 0
        self.delivered.append((event["event_name"], status, time.monotonic() - began))
        self.world.changed()
        return status

    # ------------------------------------------------------------ HTTP

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/cdn/"):
            content = self.world.media.get(path.removeprefix("/cdn/"))
            return web.Response(status=404) if content is None else web.Response(body=content)
        if path == "/v4/oa/access_token":
            form = {name: str(value) for name, value in (await request.post()).items()}
            self.calls.append((path, form))
            return await self.login.renew(request, form)
        return web.json_response(await self._called(request))

    async def _called(self, request: web.BaseRequest) -> Payload:
        """One call of the API; every answer has HTTP status 200."""
        if "Authorization" in request.headers:
            self.violations.append("Authorization is not a header of theirs")
        if not self.login.is_good(request.headers.get("access_token", "")):
            return self.refused(self.odd.access_error, "Access token is invalid")
        if not self._has_room():
            return self.refused(-32, "Rate limit exceeded")
        if request.method == "POST" and request.path.startswith("/v2.0/oa/upload/"):
            return await self._upload(request)
        given = json.loads(request.query["data"]) if request.method == "GET" else await request.json()
        self.calls.append((request.path, given))
        ways: dict[tuple[str, str], Callable[[Payload], Payload]] = {
            ("POST", "/v3.0/oa/message/cs"): self.sending.to_person,
            ("POST", "/v3.0/oa/group/message"): self.sending.to_group,
            ("POST", "/v3.0/oa/message/template"): self.sending.by_template,
            ("GET", "/v3.0/oa/user/detail"): self._detail,
            ("GET", "/v2.0/oa/listrecentchat"): lambda _: self.fine([]),
        }
        carry_out = ways.get((request.method, request.path))
        if carry_out is None:
            self.violations.append(f"{request.method} {request.path}: no such call")
            return self.refused(404, "Empty api")
        return carry_out(given)

    def _has_room(self) -> bool:
        now = time.monotonic()
        self._requests = [each for each in self._requests if each > now - 60]
        if self.odd.per_minute is not None and len(self._requests) >= self.odd.per_minute:
            return False
        self._requests.append(now)
        return True

    def _detail(self, given: Payload) -> Payload:
        chat = self.world.chats.get(given["user_id"])
        if chat is None:
            return self.refused(-213, "User has not followed OA")
        return self.fine({"user_id": chat.id, "display_name": chat.title, "user_is_follower": True})

    async def _upload(self, request: web.BaseRequest) -> Payload:
        kind = request.path.rpartition("/")[2]
        form = await request.post()
        file: Any = form["file"]
        content = file.file.read()
        if not file.filename.lower().endswith(TAKEN[kind]) or len(content) > LARGEST[kind]:
            self.violations.append(f"{kind}: {file.filename} of {len(content)} bytes")
            return self.refused(-201, "file is invalid")
        number = self.world.new_id()
        self.uploads[number] = content
        return self.fine({"attachment_id" if kind == "image" else "token": number})

    def fine(self, data: Any) -> Payload:
        """An answer that is none of their errors."""
        return {"data": data, "error": 0, "message": "Success"}

    def refused(self, code: int, message: str) -> Payload:
        """An error of theirs; the HTTP status stays 200."""
        self.refusals.append(f"{code} {message}")
        self.world.changed()
        return {"error": code, "message": message}


def chat_of(server: OaServer, number: str) -> Chat | None:
    """The chat with this id."""
    return server.world.chats.get(number)
