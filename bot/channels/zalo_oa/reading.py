"""What an event of an Official Account means to us; the rest is forgotten."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo_oa.client import GROUP, TAP
from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload

_SENT, _SENT_IN_GROUP = "user_send_", "user_send_group_"
_EVENTS = {"follow": Event.UNBLOCKED, "unfollow": Event.BLOCKED}
#: what a message holds → how its file is shown; a sticker and a moving picture say nothing of a matter
_KINDS = {"image": FileKind.PHOTO, "file": FileKind.DOCUMENT, "audio": FileKind.VOICE, "video": FileKind.VIDEO}
_VOICE = "audio/aac"
#: near the 2,000 characters after which an app begins another message
_FULL = 1900
#: seconds until the year 5138, milliseconds since 1973
_MILLISECONDS = 100_000_000_000
_MENTION = re.compile(r"\[@(\d+)\]")


def id_of(raw: Mapping[str, Any]) -> str:
    """What an event is known by, so that one given twice is taken once: the id of its message, or what it says."""
    message = raw.get("message")
    number = message.get("msg_id") if isinstance(message, dict) else None
    return str(number or hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:20])


def chat_of(raw: Mapping[str, Any]) -> str:
    """What keeps one chat's events in order; a malformed one stands with the others of its kind."""
    try:
        return _group(raw) or sender_of(raw)
    except (AttributeError, TypeError):
        return ""


def sender_of(raw: Mapping[str, Any]) -> str:
    """The id of whoever did it; "" for nobody."""
    who = raw.get("sender") or raw.get("follower") or {}
    return str(who.get("id") or "")


def _group(raw: Mapping[str, Any]) -> str:
    """The group's id, of which three places are told; "" in private."""
    if not str(raw.get("event_name")).startswith(_SENT_IN_GROUP):
        return ""
    recipient, message = raw.get("recipient") or {}, raw.get("message") or {}
    return str(recipient.get("group_id") or message.get("conversation_id") or recipient.get("id") or "")


def is_message(raw: Mapping[str, Any]) -> bool:
    """Whether a person wrote; what the account itself sent is told, too."""
    return str(raw.get("event_name")).startswith(_SENT)


def read(raw: dict[str, Any], name: str = "") -> Incoming | None:
    """What an event means to us, or None for one we do not use; `name` is the sender's, which no event tells.

    Whatever is raised means that the event cannot be read.
    """
    what = str(raw["event_name"])
    if what in _EVENTS:
        return _followed(raw, _EVENTS[what])
    if not is_message(raw):
        return None
    message, group, sender = raw["message"], _group(raw), sender_of(raw)
    text, uploads, is_told = _content(what.rpartition("_")[2], message)
    quoted = message.get("quote_msg") or {}
    account = "" if group else str(raw["recipient"]["id"])
    mentions = _MENTION.findall(text)
    return Incoming(
        id=id_of(raw),
        chat=Chat(Network.ZALO_OA, f"{GROUP}{group}" if group else sender),
        sender=Sender(sender, name or (f"Zalo …{sender[-4:]}" if group else "")),
        at=_instant(raw["timestamp"]),
        private=not group,
        text="" if _choice(text, group) else _MENTION.sub("", text).strip() if group else text,
        uploads=uploads,
        message_id=str(message["msg_id"]),
        reply_to=str(quoted.get("msg_id") or ""),
        reply_text=str(quoted.get("text") or "") if _is_ours(quoted, account, raw) else "",
        choice=_choice(text, group),
        addressed=bool(group and mentions),
        untold=not is_told,
        full=len(text) >= _FULL,
    )


def _choice(text: str, group: str) -> str:
    """What a tapped button sends, which comes back as a text."""
    return text.removeprefix(TAP) if not group and text.startswith(TAP) else ""


def _is_ours(quoted: Mapping[str, Any], account: str, raw: Mapping[str, Any]) -> bool:
    """Whether the message answered is the account's; in a group its id is told with the event alone."""
    said_by = str((quoted.get("sender") or {}).get("id") or "")
    return bool(said_by) and said_by in {
        account,
        str(raw.get("oa_id") or ""),
        str((raw.get("recipient") or {}).get("id")),
    }


def _followed(raw: Mapping[str, Any], event: Event) -> Incoming:
    """Somebody follows the account, or does not want to hear of it any more."""
    sender = sender_of(raw)
    return Incoming(
        id=id_of(raw),
        chat=Chat(Network.ZALO_OA, sender),
        sender=Sender(sender),
        at=_instant(raw["timestamp"]),
        private=True,
        event=event,
    )


def _content(kind: str, message: Mapping[str, Any]) -> tuple[str, tuple[Upload, ...], bool]:
    """The words, the files, and whether that is what was sent."""
    text, uploads, is_told = str(message.get("text") or ""), [], kind == "text"
    for each in message.get("attachments") or ():
        payload = each.get("payload") or {}
        if each.get("type") == "location":
            at = payload["coordinates"]
            at = f"{at['latitude']},{at['longitude']}"
            text = "\n".join(
                filter(None, (text, f"📍 {at} https://www.openstreetmap.org/?mlat={at.replace(',', '&mlon=')}"))
            )
            is_told = True
        elif each.get("type") in _KINDS:
            uploads.append(_upload(_KINDS[each["type"]], payload))
            is_told = True
        elif each.get("type") == "link":
            text = "\n".join(dict.fromkeys(filter(None, (text, payload.get("url")))))
            is_told = True
    return text, tuple(uploads), is_told or kind in {"sticker", "gif"}


def _upload(kind: FileKind, payload: Mapping[str, Any]) -> Upload:
    size = str(payload.get("size") or "0")
    mime = _VOICE if kind is FileKind.VOICE else ""
    return Upload(kind, str(payload["url"]), str(payload.get("name") or ""), mime, int(size) if size.isdecimal() else 0)


def _instant(timestamp: Any) -> datetime:
    """Of milliseconds, or of seconds: both are told."""
    number = int(timestamp)
    return datetime.fromtimestamp(number / 1000 if number > _MILLISECONDS else number, UTC)
