"""Telegram: what an update means, and the dozen calls of the Bot API we make.

The models below hold only the fields we use; everything else is forgotten at the border. Limits and error texts:
https://core.telegram.org/bots/api and the notes in docs/decisions.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import aiohttp
from pydantic import BaseModel, ConfigDict, Field

from bot.channels.base import Capabilities, Part, Reason, Rows, SendError
from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
TOAST_LENGTH = 200


class _Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class TgUser(_Model):
    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str = ""
    language_code: str = ""


class TgChat(_Model):
    id: int
    type: str
    title: str = ""


class TgFile(_Model):
    file_id: str
    file_name: str = ""
    mime_type: str = ""
    file_size: int = 0


class TgLocation(_Model):
    latitude: float
    longitude: float


class TgContact(_Model):
    phone_number: str = ""
    first_name: str = ""


class TgReply(_Model):
    message_id: int
    sender: TgUser | None = Field(default=None, alias="from")
    text: str = ""
    caption: str = ""


class TgMessage(_Model):
    message_id: int
    date: int = 0
    chat: TgChat
    sender: TgUser | None = Field(default=None, alias="from")
    sender_chat: TgChat | None = None
    text: str = ""
    caption: str = ""
    photo: list[TgFile] = []
    document: TgFile | None = None
    voice: TgFile | None = None
    video: TgFile | None = None
    video_note: TgFile | None = None
    audio: TgFile | None = None
    location: TgLocation | None = None
    contact: TgContact | None = None
    media_group_id: str = ""
    reply_to_message: TgReply | None = None
    message_thread_id: int = 0
    is_topic_message: bool = False
    migrate_to_chat_id: int = 0


class TgTap(_Model):
    id: str
    sender: TgUser = Field(alias="from")
    message: TgMessage | None = None
    data: str = ""


class TgMember(_Model):
    status: str
    can_manage_topics: bool | None = None


class TgMembership(_Model):
    chat: TgChat
    sender: TgUser = Field(alias="from")
    date: int
    old_chat_member: TgMember
    new_chat_member: TgMember


class TgUpdate(_Model):
    update_id: int
    message: TgMessage | None = None
    edited_message: TgMessage | None = None
    callback_query: TgTap | None = None
    my_chat_member: TgMembership | None = None


def read(raw: dict[str, Any], bot: str) -> Incoming | None:
    """What an update means to us, or None for one we do not use; `bot` is the bot's id, part of the incoming id."""
    update = TgUpdate.model_validate(raw)
    number = f"{bot}:{update.update_id}"
    if update.callback_query:
        return _tap(number, update.callback_query)
    if update.my_chat_member:
        return _membership(number, update.my_chat_member)
    message = update.message or update.edited_message
    sender = _author(message) if message else None
    if message is None or sender is None or not _SERVICE.isdisjoint(raw.get("message") or {}):
        return None
    return _message(number, message, sender, edited=update.edited_message is not None)


#: Telegram's own notices, which nobody wrote
_SERVICE = {
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


def _author(message: TgMessage) -> Sender | None:
    """Who wrote: a person, or a group's administrator who hides behind the group; None for other bots and channels."""
    if message.sender_chat and message.sender_chat.id == message.chat.id:
        return Sender(str(message.chat.id), message.chat.title)
    if message.sender is None or (message.sender.is_bot and not message.migrate_to_chat_id):
        return None
    return _sender(message.sender)


def _message(number: str, message: TgMessage, sender: Sender, *, edited: bool) -> Incoming | None:
    event, detail = None, message.chat.title
    if message.migrate_to_chat_id:
        event, detail = Event.MIGRATED, str(message.migrate_to_chat_id)
    uploads = _uploads(message)
    text = _text(message)
    if event is None and not text and not uploads and message.chat.type != "private":
        return None
    reply = message.reply_to_message
    # in a forum topic a plain message carries the topic's first message as reply: that is no reply
    is_reply = reply is not None and not (message.is_topic_message and reply.message_id == message.message_thread_id)
    return Incoming(
        id=number,
        chat=_chat(message),
        sender=sender,
        at=datetime.fromtimestamp(message.date, UTC),
        private=message.chat.type == "private",
        text=text,
        uploads=uploads,
        message_id=str(message.message_id),
        reply_to=str(reply.message_id) if is_reply and reply else "",
        reply_text=_said_by_bot(reply) if is_reply and reply else "",
        album=message.media_group_id,
        edited=edited,
        event=event,
        event_detail=detail,
    )


def _said_by_bot(reply: TgReply) -> str:
    return (reply.text or reply.caption) if reply.sender and reply.sender.is_bot else ""


def _chat(message: TgMessage) -> Chat:
    thread = str(message.message_thread_id) if message.is_topic_message and message.message_thread_id else ""
    return Chat(Network.TELEGRAM, str(message.chat.id), thread)


def _sender(user: TgUser) -> Sender:
    name = " ".join(filter(None, (user.first_name, user.last_name)))
    return Sender(str(user.id), name, user.language_code)


def _text(message: TgMessage) -> str:
    parts = [message.text or message.caption]
    if message.location:
        at = f"{message.location.latitude:.6f},{message.location.longitude:.6f}"
        parts.append(f"📍 {at} https://www.openstreetmap.org/?mlat={at.replace(',', '&mlon=')}")
    if message.contact:
        parts.append(f"☎ {message.contact.first_name} {message.contact.phone_number}")
    return "\n".join(filter(None, parts))


def _uploads(message: TgMessage) -> tuple[Upload, ...]:
    found = [(FileKind.PHOTO, message.photo[-1])] if message.photo else []
    for kind, file in (
        (FileKind.DOCUMENT, message.document),
        (FileKind.VOICE, message.voice),
        (FileKind.VIDEO, message.video or message.video_note),
        (FileKind.AUDIO, message.audio),
    ):
        if file is not None:
            found.append((kind, file))
    return tuple(Upload(kind, f.file_id, f.file_name, f.mime_type, f.file_size) for kind, f in found)


def _tap(number: str, tap: TgTap) -> Incoming | None:
    message = tap.message
    if message is None:
        return None
    return Incoming(
        id=number,
        chat=_chat(message),
        sender=_sender(tap.sender),
        at=datetime.now(UTC) if not message.date else datetime.fromtimestamp(message.date, UTC),
        private=message.chat.type == "private",
        message_id=str(message.message_id),
        choice=tap.data,
        tap_id=tap.id,
    )


_GONE = {"left", "kicked"}


def _membership(number: str, change: TgMembership) -> Incoming | None:
    private = change.chat.type == "private"
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if private:
        event = Event.BLOCKED if now in _GONE else Event.UNBLOCKED
    elif now in _GONE:
        event = Event.REMOVED
    elif was in _GONE:
        event = Event.JOINED
    else:
        event = Event.RIGHTS
    lost = event is Event.RIGHTS and now in {"member", "restricted"} and was == "administrator"
    detail = "restricted" if now == "restricted" else ("no-admin" if lost else "")
    return Incoming(
        id=number,
        chat=Chat(Network.TELEGRAM, str(change.chat.id)),
        sender=_sender(change.sender),
        at=datetime.fromtimestamp(change.date, UTC),
        private=private,
        event=event,
        event_detail=detail,
    )


# ---------------------------------------------------------------- out


class Telegram:
    """The Bot API over one keep-alive HTTP session; `api` is the server's address without the token."""

    network = Network.TELEGRAM
    can = Capabilities()

    def __init__(self, token: str, api: str, proxy: str = "") -> None:
        self.id = token.partition(":")[0]
        self._base = f"{api.rstrip('/')}/bot{token}/"
        self._files = f"{api.rstrip('/')}/file/bot{token}/"
        self._proxy = proxy or None
        self._session: aiohttp.ClientSession | None = None

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)
        return self._session

    async def close(self) -> None:
        """End the session."""
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, params: dict[str, Any], timeout: float = 30, form: Any = None) -> Any:  # noqa: ASYNC109
        """One method of the Bot API and its `result`; raises SendError, whose text never holds the token."""
        body = {"data": form} if form is not None else {"json": params}
        try:
            async with self._http().post(
                self._base + method, proxy=self._proxy, timeout=aiohttp.ClientTimeout(total=timeout), **body
            ) as response:
                answer = json.loads(await response.read())
        except (aiohttp.ClientError, TimeoutError, json.JSONDecodeError, ConnectionError) as error:
            text = f"{method}: {type(error).__name__}"
            raise SendError(text, permanent=False) from None
        if answer.get("ok"):
            return answer["result"]
        raise _failure(method, answer)

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """Send a text, a file or an album; the ids of the new messages."""
        params = _where(chat, part)
        if not part.files:
            params["text"] = part.text
            params["link_preview_options"] = {"is_disabled": True}
            return [str((await self.call("sendMessage", params))["message_id"])]
        if len(part.files) == 1:
            kind = part.files[0].kind
            result = await self.call(_METHODS[kind], {}, 120, _form(params, part, kind.value))
            return [str(result["message_id"])]
        results = await self.call("sendMediaGroup", {}, 120, _album(params, part))
        return [str(result["message_id"]) for result in results]

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        """Change text and buttons of a message of ours."""
        params: dict[str, Any] = {"chat_id": int(chat.id), "message_id": int(message_id), "text": part.text}
        params["link_preview_options"] = {"is_disabled": True}
        if part.rows:
            params["reply_markup"] = _keyboard(part.rows)
        try:
            await self.call("editMessageText", params)
        except SendError as error:
            if "message is not modified" not in str(error):
                raise

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:  # noqa: ARG002
        """Answer a callback query; one that is too old is let go."""
        try:
            await self.call("answerCallbackQuery", {"callback_query_id": tap_id, "text": text[:TOAST_LENGTH]})
        except SendError as error:
            if not error.permanent:
                raise

    async def react(self, chat: Chat, message_id: str) -> None:
        """A thumb on somebody's message; a group that allows none does without."""
        reaction = [{"type": "emoji", "emoji": "👍"}]
        params = {"chat_id": int(chat.id), "message_id": int(message_id), "reaction": reaction}
        try:
            await self.call("setMessageReaction", params)
        except SendError as error:
            if not error.permanent:
                raise

    async def open_topic(self, chat: Chat, title: str) -> str:
        """A forum topic for a case."""
        result = await self.call("createForumTopic", {"chat_id": int(chat.id), "name": title[:128]})
        return str(result["message_thread_id"])

    async def fetch(self, ref: str, largest: int) -> bytes:
        """Download a file (the Bot API gives at most 20 MB)."""
        result = await self.call("getFile", {"file_id": ref})
        if result.get("file_size", 0) > largest:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
        try:
            async with self._http().get(
                self._files + result["file_path"], proxy=self._proxy, timeout=aiohttp.ClientTimeout(total=120)
            ) as response:
                if response.status != 200:  # noqa: PLR2004
                    raise SendError(f"file: HTTP {response.status}", permanent=False)
                content = await response.content.read(largest + 1)
                while not response.content.at_eof() and len(content) <= largest:
                    content += await response.content.read(largest + 1 - len(content))
        except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
            raise SendError(f"file: {type(error).__name__}", permanent=False) from None
        if len(content) > largest:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
        return content


_METHODS = {
    FileKind.PHOTO: "sendPhoto",
    FileKind.DOCUMENT: "sendDocument",
    FileKind.VOICE: "sendVoice",
    FileKind.VIDEO: "sendVideo",
    FileKind.AUDIO: "sendAudio",
}


def _where(chat: Chat, part: Part) -> dict[str, Any]:
    params: dict[str, Any] = {"chat_id": int(chat.id)}
    if chat.thread:
        params["message_thread_id"] = int(chat.thread)
    if part.reply_to:
        params["reply_parameters"] = {"message_id": int(part.reply_to), "allow_sending_without_reply": True}
    if part.rows:
        params["reply_markup"] = _keyboard(part.rows)
    return params


def _keyboard(rows: Rows) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]}


def _form(params: dict[str, Any], part: Part, field: str) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in params.items():
        form.add_field(name, json.dumps(value) if isinstance(value, dict) else str(value))
    if part.text:
        form.add_field("caption", part.text)
    file = part.files[0]
    form.add_field(field, file.path.read_bytes(), filename=file.name)
    return form


def _album(params: dict[str, Any], part: Part) -> aiohttp.FormData:
    form = aiohttp.FormData()
    media: list[dict[str, str]] = []
    for number, file in enumerate(part.files):
        form.add_field(f"file{number}", file.path.read_bytes(), filename=file.name)
        media.append({"type": file.kind.value, "media": f"attach://file{number}"})
    if part.text:
        media[0]["caption"] = part.text
    for name, value in params.items():
        if name != "reply_markup":
            form.add_field(name, json.dumps(value) if isinstance(value, dict) else str(value))
    form.add_field("media", json.dumps(media))
    return form


#: error texts of the Bot API → what they mean for us
_REASONS = tuple(
    (re.compile("|".join(said), re.IGNORECASE), reason)
    for reason, said in {
        Reason.BLOCKED: (
            "bot was blocked",
            "user is deactivated",
            "can't initiate conversation",
            "can't send messages to bots",
        ),
        Reason.GONE: (
            "chat not found",
            "bot was kicked",
            "not a member",
            "not enough rights",
            "have no rights",
            "group chat was deleted",
        ),
        Reason.NO_MESSAGE: ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"),
        Reason.NO_THREAD: ("message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED", "topic_not_found"),
    }.items()
)
_SERVER_ERROR = 500
_TOO_MANY = 429
#: what the Bot API says to a token it does not know: the messages wait until somebody mends the setting
_WRONG_TOKEN = {401, 404}
_TOKEN_PAUSE = 60.0


def _failure(method: str, answer: dict[str, Any]) -> SendError:
    """The Bot API's refusal as ours: 429, 5xx and a wrong token are worth another try, the rest is not."""
    code = int(answer.get("error_code", _SERVER_ERROR))
    said = str(answer.get("description", ""))
    parameters = answer.get("parameters") or {}
    text = f"{method}: {code} {said}"
    if "migrate_to_chat_id" in parameters:
        new = str(parameters["migrate_to_chat_id"])
        return SendError(text, permanent=True, reason=Reason.MIGRATED, detail=new)
    if code == _TOO_MANY:
        return SendError(text, permanent=False, retry_after=float(parameters.get("retry_after", 1)))
    if code in _WRONG_TOKEN:
        return SendError(text, permanent=False, retry_after=_TOKEN_PAUSE, reason=Reason.WRONG_TOKEN)
    if code >= _SERVER_ERROR:
        return SendError(text, permanent=False)
    reason = next((reason for pattern, reason in _REASONS if pattern.search(said)), Reason.OTHER)
    return SendError(text, permanent=True, reason=reason)
