"""Notices as they are kept: JSON, in which what is no plain value is an object with a tag."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json

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
    Value,
    Words,
)


def encode_value(value: object) -> Any:
    """The JSON form of a value of a notice: text and numbers as they are, all else as tagged objects."""
    match value:
        case str() | int():
            return value
        case datetime():
            return {"$at": value.astimezone(UTC).isoformat()}
        case Words(key, args):
            return {"$words": key, "args": {name: _inside(each) for name, each in args.items()}}
        case Name(what, key):
            return {"$name": key, "what": what}
        case Translated(texts):
            return {"$translated": dict(texts)}
        case Lines(items, between):
            return {"$lines": [_inside(each) for each in items], "between": between}
    msg = f"not a value of a notice: {type(value).__name__}"
    raise TypeError(msg)


def _inside(value: object) -> Any:
    """What JSON knows goes in as it is, also what cannot be said: its message is given up visibly, nothing else."""
    return value if isinstance(value, (str, int, float)) else encode_value(value)


#: by the tag, which stands first
_READ: dict[str, Callable[[dict[str, Any]], Value]] = {
    "$at": lambda plain: datetime.fromisoformat(plain["$at"]),
    "$words": lambda plain: Words(plain["$words"], {key: decode_value(each) for key, each in plain["args"].items()}),
    "$name": lambda plain: Name(plain["what"], plain["$name"]),
    "$translated": lambda plain: Translated(plain["$translated"]),
    "$lines": lambda plain: Lines(tuple([decode_value(each) for each in plain["$lines"]]), plain["between"]),
}


def decode_value(plain: Any) -> Any:
    """The reverse of `encode_value`."""
    read = _READ.get(next(iter(plain), "")) if isinstance(plain, dict) else None
    return read(plain) if read else plain


def encode(notice: Notice) -> str:
    """The notice as JSON text, without its address."""
    body: dict[str, Any] = {"words": encode_value(notice.words)}
    body |= _plain(notice)
    if notice.news is not None:
        body["news"] = encode_value(notice.news)
    if notice.choices:
        body["choices"] = [[[encode_value(choice.label), choice.data] for choice in row] for row in notice.choices]
    if notice.receipt and (chat := notice.receipt.to.chat):
        body["receipt"] = [chat.network, chat.id, chat.thread, encode(notice.receipt)]
    return to_json(body).decode()


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
    "asks": None,
    "knocks": False,
    "waits": False,
}


def _plain(notice: Notice) -> list[tuple[str, Any]]:
    return [(name, value) for name, default in _PLAIN.items() if (value := getattr(notice, name)) != default]


def decode(text: str, chat: Chat) -> Notice:
    """The notice the text holds, addressed to the chat."""
    body = from_json(text)
    words: Words | Lines = decode_value(body.pop("words"))
    news = decode_value(body.pop("news", None))
    rows = body.pop("choices", [])
    given = {name: value for name, value in body.items() if name in _PLAIN}
    if "kind" in given:
        given["kind"] = Kind(given["kind"])
    if "files" in given:
        given["files"] = tuple(given["files"])
    if "asks" in given:
        given["asks"] = Asked(*given["asks"])
    if "receipt" in body:
        network, *where, kept = body["receipt"]
        given["receipt"] = decode(kept, Chat(Network(network), *where))
    choices = tuple(tuple(Choice(decode_value(label), data) for label, data in row) for row in rows)
    return Notice(To(Audience.CHAT, chat=chat), words, choices=choices, news=news, **given)
