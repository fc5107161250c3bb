"""What an update of Telegram's means to us; whatever we do not use is forgotten before anything is made of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import telegram as tg
from telegram import CallbackQuery, ChatMember, Message, MessageEntity, Update, User
from telegram.constants import ZERO_DATE, ChatType

from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload

#: what we read of a message
_USED = frozenset(
    {
        "message_id",
        "date",
        "chat",
        "from",
        "sender_chat",
        "text",
        "caption",
        "photo",
        "document",
        "voice",
        "video",
        "video_note",
        "audio",
        "location",
        "venue",
        "contact",
        "entities",
        "caption_entities",
        "media_group_id",
        "reply_to_message",
        "message_thread_id",
        "is_topic_message",
        "migrate_to_chat_id",
    }
)
#: Telegram's own notices, which nobody wrote
_SERVICE = frozenset(
    {
        "pinned_message",
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_from_chat_id",
        "message_auto_delete_timer_changed",
        "write_access_allowed",
        "chat_background_set",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    }
)
#: an app cuts what is longer than 4096 UTF-16 units into several messages, at a space before that
FULL = 4000
#: what an address behind words is made of; no other mark on a text means anything to us
_LINK = {"type", "offset", "length", "url"}
_GONE = {ChatMember.LEFT, ChatMember.BANNED}
#: the account that brings a linked channel's posts into its group
_TELEGRAM = 777000


def read(raw: dict[str, Any], bot: str) -> Incoming | None:
    """What an update means to us, or None for one we do not use; `bot` is the bot's id, part of the incoming id.

    Whatever is raised means that the update cannot be read.
    """
    number = f"{bot}:{raw['update_id']}"
    if "my_chat_member" in raw:
        return _sound(_membership(number, raw["my_chat_member"]))
    update = Update.de_json({kind: _used(kind, value) for kind, value in raw.items()})
    if update.callback_query:
        return _sound(_tap(number, update.callback_query))
    message = update.message or update.edited_message
    sender = _author(message) if message else None
    if message is None or sender is None or not _SERVICE.isdisjoint(raw.get("message") or {}):
        return None
    return _sound(_message(number, message, sender, edited=update.edited_message is not None))


def _sound(incoming: Incoming | None) -> Incoming | None:
    """The same; raises TypeError where a text is none: the library believes whatever it is given."""
    if incoming is not None:
        sender, files = incoming.sender, incoming.uploads
        texts = [sender.name, sender.language, incoming.text, incoming.reply_text, incoming.album, incoming.choice]
        texts += [incoming.tap_id, incoming.event_detail, *(text for file in files for text in (file.ref, file.name))]
        if not all(isinstance(text, str) for text in texts) or not all(isinstance(file.size, int) for file in files):
            raise TypeError("a text or a size of another kind")
    return incoming


def _used(kind: str, value: Any) -> Any:
    """The part of an update without what we do not read: new or broken fields of no use to us stand in nobody's way."""
    if kind in {"message", "edited_message", "reply_to_message"} and isinstance(value, dict):
        return {name: _used(name, value[name]) for name in value.keys() & _USED}
    if kind == "callback_query" and isinstance(value, dict) and value.get("message"):
        return {**value, "message": _used("message", value["message"])}
    if kind in {"entities", "caption_entities"}:
        return [each for each in value if _is_link(each)] if isinstance(value, list) else []
    return value[-1:] if kind == "photo" else value


def _is_link(mark: Any) -> bool:
    return isinstance(mark, dict) and mark.keys() >= _LINK and mark["type"] == MessageEntity.TEXT_LINK


def _author(message: Message) -> Sender | None:
    """Who wrote: a person, a group's administrator who hides behind the group, or somebody behind a channel.

    None for other bots, and for what a linked channel posts: it was written to everybody, by nobody in the group.
    """
    if message.from_user and message.from_user.id == _TELEGRAM:
        return None
    if behind := message.sender_chat:
        is_channel = behind.id != message.chat.id
        return Sender(str(behind.id), behind.title or "", is_channel=is_channel)
    if message.from_user is None or (message.from_user.is_bot and not message.migrate_to_chat_id):
        return None
    return _sender(message.from_user)


def _message(number: str, message: Message, sender: Sender, *, edited: bool) -> Incoming | None:
    event, detail = None, message.chat.title or ""
    if message.migrate_to_chat_id:
        event, detail = Event.MIGRATED, str(message.migrate_to_chat_id)
    uploads = _uploads(message)
    text = _text(message)
    private = message.chat.type == ChatType.PRIVATE
    if event is None and not text and not uploads and not private:
        return None
    reply = message.reply_to_message
    # in a forum topic a plain message carries the topic's first message as reply: that is no reply
    if reply and message.is_topic_message and reply.message_id == message.message_thread_id:
        reply = None
    return Incoming(
        id=number,
        chat=_chat(message),
        sender=sender,
        at=message.date,
        private=private,
        text=text,
        uploads=uploads,
        message_id=str(message.message_id),
        reply_to=str(reply.message_id) if reply else "",
        reply_text=_said_by_bot(reply) if reply else "",
        album=message.media_group_id or "",
        edited=edited,
        full=len(text.encode("utf-16-le")) // 2 >= FULL if len(text) > FULL // 2 else False,
        event=event,
        event_detail=detail,
    )


def _said_by_bot(reply: Message) -> str:
    return (reply.text or reply.caption or "") if reply.from_user and reply.from_user.is_bot else ""


def _chat(message: Message) -> Chat:
    thread = str(message.message_thread_id) if message.is_topic_message and message.message_thread_id else ""
    return Chat(Network.TELEGRAM, str(message.chat.id), thread)


def _sender(user: User) -> Sender:
    return Sender(str(user.id), user.full_name, user.language_code or "")


def _text(message: Message) -> str:
    parts = [_with_links(message)]
    if message.venue:
        parts.append(", ".join(filter(None, (message.venue.title, message.venue.address))))
    if message.location:
        at = f"{message.location.latitude:.6f},{message.location.longitude:.6f}"
        parts.append(f"📍 {at} https://www.openstreetmap.org/?mlat={at.replace(',', '&mlon=')}")
    if message.contact:
        name = " ".join(filter(None, (message.contact.first_name, message.contact.last_name)))
        parts.append(f"☎ {name} {message.contact.phone_number}")
    return "\n".join(filter(None, parts))


def _with_links(message: Message) -> str:
    """The words, each address that stands behind some of them written out after them; places count UTF-16 units."""
    text, entities = message.text or message.caption or "", message.entities or message.caption_entities
    links = [each for each in entities if each.type == MessageEntity.TEXT_LINK]
    if not links:
        return text
    whole = text.encode("utf-16-le")
    for each in sorted(links, key=lambda link: -link.offset):
        end = 2 * (each.offset + each.length)
        if each.url and each.url not in text:
            whole = whole[:end] + f" ({each.url})".encode("utf-16-le") + whole[end:]
    return whole.decode("utf-16-le", "replace")


def _uploads(message: Message) -> tuple[Upload, ...]:
    found = [Upload(FileKind.PHOTO, each.file_id, size=each.file_size or 0) for each in message.photo]
    for kind, file in (
        (FileKind.DOCUMENT, message.document),
        (FileKind.VOICE, message.voice),
        (FileKind.VIDEO, message.video),
        (FileKind.AUDIO, message.audio),
    ):
        if file is not None:
            name = getattr(file, "file_name", None) or ""  # a voice message has none
            found.append(Upload(kind, file.file_id, name, file.mime_type or "", file.file_size or 0))
    if message.video_note:
        found.append(Upload(FileKind.VIDEO, message.video_note.file_id, size=message.video_note.file_size or 0))
    return tuple(found)


def _tap(number: str, tap: CallbackQuery) -> Incoming | None:
    message = tap.message
    if not isinstance(message, Message):
        return None
    return Incoming(
        id=number,
        chat=_chat(message),
        sender=_sender(tap.from_user),
        at=datetime.now(UTC) if message.date == ZERO_DATE else message.date,
        private=message.chat.type == ChatType.PRIVATE,
        message_id=str(message.message_id),
        choice=tap.data or "",
        tap_id=tap.id,
    )


def _membership(number: str, change: dict[str, Any]) -> Incoming:
    """What became of the bot in a chat.

    From plain JSON: the library's members demand every right that the newest Bot API knows, and we read their status.
    """
    where = tg.Chat.de_json(change["chat"])
    private = where.type == ChatType.PRIVATE
    was, now = change["old_chat_member"]["status"], change["new_chat_member"]["status"]
    if private:
        event = Event.BLOCKED if now in _GONE else Event.UNBLOCKED
    elif now in _GONE:
        event = Event.REMOVED
    elif was in _GONE:
        event = Event.JOINED
    else:
        event = Event.RIGHTS
    is_restricted = now == ChatMember.RESTRICTED
    lost = event is Event.RIGHTS and was == ChatMember.ADMINISTRATOR and (is_restricted or now == ChatMember.MEMBER)
    return Incoming(
        id=number,
        chat=Chat(Network.TELEGRAM, str(where.id)),
        sender=_sender(User.de_json(change["from"])),
        at=datetime.fromtimestamp(change["date"], UTC),
        private=private,
        event=event,
        event_detail="restricted" if is_restricted else ("no-admin" if lost else ""),
    )
