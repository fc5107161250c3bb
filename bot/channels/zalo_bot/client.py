"""Zalo Bot's way out: seven methods, each a POST of JSON, each answer an envelope that says `ok`.

The platform has no buttons, edits, reactions, replies or files. A picture is an address at which Zalo fetches it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.channels.base import Capabilities, File, Part, Plain, Reason, SendError, Use
from bot.channels.outside import Outside
from bot.channels.plan import Meter
from domain.messages import Chat, FileKind, Network

USUAL_SECONDS = 30.0
#: Zalo fetches the picture before it answers, from as slow a line as ours
PICTURE_SECONDS = 150.0
LONGEST = 2000
#: our own mark before a group's id: which of its ids are groups the platform tells with every message, not by the id
GROUP = "g:"
TOKEN_PAUSE = 60.0
QUOTA_PAUSE = 300.0
_WRONG_TOKEN = {401, -216}
#: 403 is named "Internal server error" there, so it passes; 408 says that nothing has come
_PASSES = {403, 408}
_QUOTA = 429
_SERVER_ERROR = 500

Call = dict[str, Any]


class ZaloBot(Plain):
    """The Bot API as a messenger; `link` gives the address of a file of ours, where we have one (None: no pictures)."""

    network = Network.ZALO_BOT

    def __init__(self, token: str, api: str, meter: Meter, link: Callable[[File], str] | None = None) -> None:
        self._meter = meter
        self.id = token.partition(":")[0]
        self.pace = None
        pictures = frozenset({FileKind.PHOTO}) if link else frozenset[FileKind]()
        self.can = Capabilities(
            buttons=0,
            edit=False,
            react=False,
            reply_to=False,
            topics=False,
            files=pictures,
            album=1,
            max_length=LONGEST,
            max_caption=LONGEST,
        )
        self._base = f"{api}/bot{token}/"
        self._link = link
        self._outside = Outside(trusted=api)
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """End the connections."""
        await self._outside.close()
        if self._session is not None:
            await self._session.close()

    # ------------------------------------------------------------ what delivery asks for

    def is_group(self, chat: Chat) -> bool:
        """By our mark before its id."""
        return is_group(chat)

    def spares(self, use: Use) -> bool:
        """What the plan has no room for any more."""
        return self._meter.spares(use)

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """A text, or one picture with its caption; the id of the new message."""
        to = {"chat_id": chat.id.removeprefix(GROUP)}
        if not part.files:
            sent = await self.call("sendMessage", {**to, "text": part.text})
        else:
            (file,) = part.files
            picture = {"photo": self._link(file) if self._link else ""} | ({"caption": part.text} if part.text else {})
            sent = await self.call("sendPhoto", {**to, **picture}, PICTURE_SECONDS)
        await self._meter.count("sent")
        return [str(sent["message_id"])]

    async def fetch(self, ref: str, largest: int) -> bytes:
        """A picture or a voice message, at the address that came with it; it soon stands there no more."""
        return await self._outside.fetch(ref, largest)

    # ------------------------------------------------------------ the bot itself

    async def me(self) -> Call:
        """The bot as Zalo knows it."""
        return dict(await self.call("getMe", {}))

    async def update(self, seconds: int) -> Call | None:
        """The next event, waited for so many seconds; None when nothing came.

        There is neither an offset nor a confirmation: what was given once is not given again.
        """
        try:
            event = await self.call("getUpdates", {"timeout": str(seconds)}, seconds + 15)
        except SendError as error:
            if error.reason is Reason.NOTHING_NEW:
                return None
            raise
        return event if isinstance(event, dict) and event else None

    async def send_to(self, url: str, secret: str) -> Call:
        """From now on Zalo sends events to this address; what it found there, where it says so."""
        return dict(await self.call("setWebhook", {"url": url, "secret_token": secret}) or {})

    async def send_nowhere(self) -> None:
        """From now on events are given to whoever asks."""
        await self.call("deleteWebhook", {})

    async def webhook_url(self) -> str:
        """Where events are sent; "" for nowhere."""
        try:
            found = await self.call("getWebhookInfo", {})
        except SendError as error:
            if error.permanent:  # without one the platform has been seen to answer 404
                return ""
            raise
        return str((found or {}).get("url") or "")

    async def call(self, method: str, params: Call, seconds: float = USUAL_SECONDS) -> Any:
        """The result of a call; raises SendError, whose text never holds the address, which holds the token."""
        try:
            async with self._http().post(
                self._base + method,
                data=json.dumps(params, ensure_ascii=False).encode(),
                headers={"Content-Type": "application/json"},
                timeout=aiohttp.ClientTimeout(total=seconds),
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise SendError(f"{method}: {type(error).__name__}", permanent=False) from None
        return _result(method, status, body)

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session


def is_group(chat: Chat) -> bool:
    """By our mark before its id."""
    return chat.id.startswith(GROUP)


def _result(method: str, status: int, body: bytes) -> Any:
    """What stands in the envelope; its `ok` counts, whatever the HTTP status is."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:  # a proxy's, or one that breaks off
        raise SendError(f"{method}: HTTP {status}, and no answer of Zalo's", permanent=False)
    if answer["ok"]:
        return answer.get("result")
    code = answer.get("error_code", status)
    raise _refused(f"{method}: {code} {answer.get('description', '')}"[:300], code if isinstance(code, int) else status)


def _refused(text: str, code: int) -> SendError:
    if code in _WRONG_TOKEN:
        return SendError(text, permanent=False, retry_after=TOKEN_PAUSE, reason=Reason.WRONG_TOKEN)
    if code == _QUOTA:
        return SendError(text, permanent=False, retry_after=QUOTA_PAUSE, reason=Reason.QUOTA)
    reason = Reason.NOTHING_NEW if code == 408 else Reason.OTHER  # noqa: PLR2004  the platform's own number
    return SendError(text, permanent=code not in _PASSES and code < _SERVER_ERROR, reason=reason)
