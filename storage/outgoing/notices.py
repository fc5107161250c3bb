"""Notices as they are kept: JSON, in which what is no plain value is an object with a tag."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from domain.messages import (
    Asked,
    Audience,
    Chat,
    Choice,
    Kind,
    Lines,
    Name,
    Network,
    Notice,
    To,
    Translated,
    Urgency,
    Words,
)


def encode_value(value: object) -> Any:
    """Turn the values of a notice that JSON does not know into tagged objects (a `default=` for json.dumps)."""
    match value:
        case datetime():
            return {"$at": value.astimezone(UTC).isoformat()}
        case Words(key, args):
            return {"$words": key, "args": dict(args)}
        case Name(what, key):
            return {"$name": key, "what": what}
        case Translated(texts):
            return {"$translated": dict(texts)}
        case Lines(items, between):
            return {"$lines": list(items), "between": between}
    msg = f"not a value of a notice: {type(value).__name__}"
    raise TypeError(msg)


def decode_value(tagged: dict[str, Any]) -> Any:
    """The reverse of `encode_value` (an `object_hook=` for json.loads)."""
    if "$at" in tagged:
        return datetime.fromisoformat(tagged["$at"])
    if "$words" in tagged:
        return Words(tagged["$words"], tagged["args"])
    if "$name" in tagged:
        return Name(tagged["what"], tagged["$name"])
    if "$translated" in tagged:
        return Translated(tagged["$translated"])
    if "$lines" in tagged:
        return Lines(tuple(tagged["$lines"]), tagged["between"])
    return tagged


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=encode_value)


def encode(notice: Notice) -> str:
    """The notice as JSON text, without its address."""
    body: dict[str, Any] = {"words": notice.words}
    body |= _plain(notice)
    if notice.choices:
        body["choices"] = [[[choice.label, choice.data] for choice in row] for row in notice.choices]
    if notice.receipt and (chat := notice.receipt.to.chat):
        body["receipt"] = [chat.network, chat.id, chat.thread, encode(notice.receipt)]
    return _JSON.encode(body)


_PLAIN: dict[str, Any] = {
    "kind": Kind.SEND,
    "urgency": Urgency.RECEIPT,
    "about": 0,
    "slot": "",
    "files": (),
    "reply_to": "",
    "under": "",
    "tap_id": "",
    "fleeting": False,
    "news": None,
    "asks": None,
}


def _plain(notice: Notice) -> list[tuple[str, Any]]:
    return [(name, value) for name, default in _PLAIN.items() if (value := getattr(notice, name)) != default]


def decode(text: str, chat: Chat) -> Notice:
    """The notice the text holds, addressed to the chat."""
    body = json.loads(text, object_hook=decode_value)
    words: Words | Lines = body.pop("words")
    rows = body.pop("choices", [])
    notice = Notice(
        To(Audience.CHAT, chat=chat),
        words,
        choices=tuple(tuple(Choice(label, data) for label, data in row) for row in rows),
    )
    changes = {name: value for name, value in body.items() if name in _PLAIN}
    if "kind" in changes:
        changes["kind"] = Kind(changes["kind"])
    if "files" in changes:
        changes["files"] = tuple(changes["files"])
    if "asks" in changes:
        changes["asks"] = Asked(*changes["asks"])
    if "receipt" in body:
        network, *where, kept = body["receipt"]
        changes["receipt"] = decode(kept, Chat(Network(network), *where))
    return replace(notice, **changes)
