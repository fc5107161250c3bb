"""What an event of Zalo's means to us, whichever of its two shapes it has; the rest is forgotten."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo_bot.client import GROUP
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload

_VOICE = "audio/aac"
#: near the 2,000 characters after which an app begins another message
_FULL = 1900
#: events that carry words or a file; of every other one the platform tells only that it came
_TOLD = {"message.text.received", "message.image.received", "message.voice.received", "message.sticker.received"}
#: where words begin that follow the bot's name, when the name is not known: at a command, or at a case's code
_BEGINS = re.compile(r"/\w|#?\b[A-Z]{2,4}\d{2}-\d{5,7}\b", re.IGNORECASE)


def event_of(raw: dict[str, Any]) -> dict[str, Any]:
    """The event itself: the documentation shows it wrapped as `result`, webhooks have been seen to send it bare."""
    inside = raw.get("result")
    return inside if "event_name" not in raw and isinstance(inside, dict) else raw


def id_of(raw: dict[str, Any], bot: str) -> str:
    """What an event is known by, so that one given twice is taken once: the id of its message, which alone it has."""
    message = event_of(raw).get("message")
    number = message.get("message_id") if isinstance(message, dict) else None
    whole = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:20]
    return f"{bot}:{number or whole}"


def read(raw: dict[str, Any], bot: str, names: Collection[str] = ()) -> Incoming | None:
    """What an event means to us, or None for one we do not use; `names` are the bot's, as people mention it.

    Whatever is raised means that the event cannot be read.
    """
    event = event_of(raw)
    name, message = str(event["event_name"]), event.get("message")
    if not name.startswith("message.") or message is None or message["from"].get("is_bot"):
        return None  # one that says only that something could not be told has been seen without its message
    sender, where = message["from"], message["chat"]
    private = where["chat_type"] != "GROUP"
    text = str(message.get("text") or message.get("caption") or "")
    return Incoming(
        id=id_of(raw, bot),
        chat=Chat(Network.ZALO_BOT, str(where["id"]) if private else f"{GROUP}{where['id']}"),
        sender=Sender(str(sender["id"]), str(sender.get("display_name") or sender.get("name") or "")),
        at=datetime.fromtimestamp(message["date"] / 1000, UTC),
        private=private,
        text=text if private else without_mention(text, names),
        uploads=_uploads(message),
        message_id=str(message["message_id"]),
        addressed=not private,  # of a group's talk the bot gets only what mentions or answers it
        untold=name not in _TOLD,
        full=len(text) >= _FULL,
    )


def _uploads(message: dict[str, Any]) -> tuple[Upload, ...]:
    """The picture (named `photo` in the documentation, `photo_url` in what is sent) or the voice message."""
    if picture := message.get("photo_url") or message.get("photo"):
        return (Upload(FileKind.PHOTO, str(picture)),)
    if voice := message.get("voice_url"):
        return (Upload(FileKind.VOICE, str(voice), "voice.aac", _VOICE),)
    return ()


def without_mention(text: str, names: Collection[str]) -> str:
    """A group's words without the "@name of the bot" that they begin with; a name may have several words."""
    if not text.startswith("@"):
        return text
    said = text[1:].casefold()
    for name in sorted(names, key=len, reverse=True):
        rest = text[1 + len(name) :]
        if name and said.startswith(name.casefold()) and not rest[:1].isalnum():
            return rest.lstrip(" :,\n")
    if begins := _BEGINS.search(text):
        return text[begins.start() :]
    return text.partition(" ")[2].lstrip()
