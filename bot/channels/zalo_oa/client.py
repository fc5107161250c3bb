"""The account's way out: words, up to five buttons, pictures and documents; in a group of its own, words and pictures.

What is said stays as it is: nothing is edited, and whether anything may be reacted to or replied to is not settled.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.channels.base import Capabilities, File, Part, Plain, Reason, SendError, Use
from bot.channels.outside import Outside
from bot.channels.plan import Meter
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.errors import FAST_PAUSE, TOO_FAST, WRONG_MESSAGE
from bot.channels.zalo_oa.pace import PerMinute
from domain.messages import Chat, FileKind, Network, shortened
from domain.reach import Window

LONGEST = 2000
BUTTONS = 5
#: an older limit that others still keep to
LONGEST_TITLE = 35
#: so long after somebody's last word they can be written to: free at first, then paid
FREE, ENDS = timedelta(hours=48), timedelta(days=7)
#: our own mark before a group's id
GROUP = "g:"
#: before what a button sends, because a tap comes back as an ordinary text
TAP = "tap:"
LARGEST_PICTURE, PICTURES = 1_000_000, {".jpg", ".jpeg", ".png"}
LARGEST_DOCUMENT, DOCUMENTS = 5_000_000, {".pdf", ".doc", ".docx"}
#: a mention: [@person], or [@group] for everybody in it
_MENTION = re.compile(r"\[@[^\]\n]{0,64}\]")
#: what the API names a message within the free window
_FREE = "reply"


@dataclass(frozen=True, slots=True)
class Means:
    """What it may use besides: `link` gives the address of a file of ours, where we have one (None: nowhere).

    `trusted` is the origin whose files may lie anywhere, `template` the approved message that asks people to come back.
    """

    trusted: str
    link: Callable[[File], str] | None = None
    template: str = ""


class ZaloOa(Plain):
    """An Official Account as a messenger."""

    network = Network.ZALO_OA
    can = Capabilities(
        buttons=BUTTONS,
        group_buttons=0,
        edit=False,
        react=False,
        reply_to=False,
        topics=False,
        files=frozenset({FileKind.PHOTO, FileKind.DOCUMENT}),
        album=1,
        max_length=LONGEST,
        max_caption=0,
        window=Window(FREE, ENDS),
    )

    def __init__(self, api: Api, pace: PerMinute, meter: Meter, means: Means) -> None:
        self.pace = pace
        link, trusted, self._template = means.link, means.trusted, means.template
        if means.template:
            self.can = replace(self.can, window=Window(FREE, ENDS, knocks=True))
        self._api, self._meter, self._link = api, meter, link
        self._outside = Outside(trusted=trusted)

    async def close(self) -> None:
        """End the connections."""
        await self._outside.close()
        await self._api.close()

    def is_group(self, chat: Chat) -> bool:
        """By our mark before its id."""
        return is_group(chat)

    def spares(self, use: Use) -> bool:  # noqa: ARG002
        """Nothing: only what is late is paid, and that is always a word to somebody."""
        return False

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """A text with its buttons, or one file; the id of the new message."""
        message = await self._file(chat, part.files[0]) if part.files else _words(chat, part)
        path, to = ("group/message", "group_id") if is_group(chat) else ("message/cs", "user_id")
        body = {"recipient": {to: chat.id.removeprefix(GROUP)}, "message": message}
        try:
            sent = await self._api.post(f"/v3.0/oa/{path}", body)
        except SendError as error:
            raise self._understood(error, part) from None
        quota = sent.get("quota")
        if isinstance(quota, dict) and quota.get("quota_type", _FREE) != _FREE:
            await self._meter.count("sent")
        return [str(sent["message_id"])]

    async def knock(self, chat: Chat, code: str, link: str) -> list[str]:
        """The approved message; its parameters are the case's code and the link."""
        body = {"user_id": chat.id, "template_id": self._template, "template_data": {"code": code, "link": link}}
        sent = await self._api.post("/v3.0/oa/message/template", body)
        return [str(sent.get("msg_id") or sent.get("message_id") or "")]

    def _understood(self, error: SendError, part: Part) -> SendError:
        """The refusal, as far as it depends on what was sent: too much in a minute, or buttons they do not take."""
        if error.detail == str(TOO_FAST):
            self.pace.refused(FAST_PAUSE)
        if part.rows and error.detail in map(str, WRONG_MESSAGE):
            return SendError(str(error), permanent=True, reason=Reason.NO_BUTTONS)
        return error

    async def _file(self, chat: Chat, file: File) -> dict[str, Any]:
        """The message that brings a file, once it is uploaded there; raises SendError for one they do not take."""
        ending, content = _ending(file.name), await asyncio.to_thread(file.content.read_bytes)
        if file.kind is FileKind.PHOTO:
            return _picture(await self._element(file, ending, content))
        if is_group(chat):
            raise SendError("file: not in a group", permanent=True)
        if ending not in DOCUMENTS or len(content) > LARGEST_DOCUMENT:
            raise _not_taken(len(content) > LARGEST_DOCUMENT)
        found = await self._api.upload("/v2.0/oa/upload/file", file.name, content)
        return {"attachment": {"type": "file", "payload": {"token": found["token"]}}}

    async def _element(self, file: File, ending: str, content: bytes) -> dict[str, str]:
        """A picture they keep for a week, or, too large for that, one they fetch from us."""
        if ending in PICTURES and len(content) <= LARGEST_PICTURE:
            found = await self._api.upload("/v2.0/oa/upload/image", file.name, content)
            return {"attachment_id": found["attachment_id"]}
        if self._link is None:
            raise _not_taken(len(content) > LARGEST_PICTURE)
        return {"url": self._link(file)}

    async def fetch(self, ref: str, largest: int) -> bytes:
        """A file at the address that came with it."""
        return await self._outside.fetch(ref, largest)


def is_group(chat: Chat) -> bool:
    """By our mark before its id."""
    return chat.id.startswith(GROUP)


def _words(chat: Chat, part: Part) -> dict[str, Any]:
    text = part.text
    if is_group(chat):  # words of somebody's must not call everybody
        text = _MENTION.sub("", text).strip() or "…"
    if not part.rows:
        return {"text": text}
    buttons = [
        {"title": shortened(label, LONGEST_TITLE), "type": "oa.query.hide", "payload": TAP + data}
        for row in part.rows
        for label, data in row
    ]
    return {"text": text, "attachment": {"type": "template", "payload": {"buttons": buttons}}}


def _picture(element: dict[str, str]) -> dict[str, Any]:
    payload = {"template_type": "media", "elements": [{"media_type": "image", **element}]}
    return {"attachment": {"type": "template", "payload": payload}}


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"


def _not_taken(is_too_large: bool) -> SendError:  # noqa: FBT001
    return SendError(
        "file: not one they take", permanent=True, reason=Reason.TOO_LARGE if is_too_large else Reason.OTHER
    )
