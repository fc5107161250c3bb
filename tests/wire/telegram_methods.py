"""The Bot API methods that send, and what every method needs: the call, its chat, its words, its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .telegram_http import Upload
from .telegram_media import LARGEST_PHOTO, LARGEST_UPLOAD, media_content, store_file
from .telegram_text import read_text
from .telegram_world import ApiError, Chat, Message, Payload, StoredFile, World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_BUTTON_DATA = 64
MOST_BUTTONS = 100
BUTTON_ACTIONS = frozenset(
    {
        "callback_data",
        "callback_game",
        "copy_text",
        "login_url",
        "pay",
        "switch_inline_query",
        "switch_inline_query_chosen_chat",
        "switch_inline_query_current_chat",
        "url",
        "web_app",
    }
)
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
TRUE = frozenset({True, "true", "True", "1"})


@dataclass(slots=True)
class Call:
    """One method call while it is carried out; `sent` collects the messages it stored."""

    world: World
    name: str
    params: Payload
    uploads: dict[str, Upload]
    sent: list[Message] = field(default_factory=list)

    def flag(self, name: str) -> bool:
        """Whether a boolean parameter is set."""
        return self.params.get(name) in TRUE

    def number(self, name: str) -> int | None:
        """An integer parameter, None when it is absent or no number."""
        try:
            return int(self.params[name])
        except (KeyError, TypeError, ValueError):
            return None


METHODS: dict[str, tuple[str, Callable[[Call], Any]]] = {}


def method(name: str) -> Callable[[Callable[[Call], Any]], Callable[[Call], Any]]:
    """Registers a Bot API method under its name."""

    def register(carry_out: Callable[[Call], Any]) -> Callable[[Call], Any]:
        METHODS[name.lower()] = (name, carry_out)
        return carry_out

    return register


def chat_of(call: Call) -> Chat:
    """The chat named by chat_id; raises Telegram's refusal when there is none or it moved."""
    raw = call.params.get("chat_id")
    if raw in {None, ""}:
        raise ApiError(400, "Bad Request: chat_id is empty")
    chat_id = call.number("chat_id")
    chat = call.world.chats.get(chat_id) if chat_id is not None else None
    if chat is None:
        if any(chat_id in known.members for known in call.world.chats.values()):
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        raise ApiError(400, "Bad Request: chat not found")
    if chat.migrated_to:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    return chat


def open_chat(call: Call) -> Chat:
    """The chat named by chat_id when the bot may act in it; raises 403 when it was blocked or removed."""
    chat = chat_of(call)
    if chat.user:
        if chat.user.deactivated:
            raise ApiError(403, "Forbidden: user is deactivated")
        if chat.user.blocked_bot:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
    elif chat.bot_status == "kicked":
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    elif chat.bot_status == "left":
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.type} chat")
    return chat


def words(call: Call, name: str, most: int) -> Payload:
    """The text or caption with its entities; raises 400 when it is empty or too long after parsing."""
    given = call.params.get(name)
    raw = "" if given is None else str(given)
    listed = call.params.get("entities" if name == "text" else "caption_entities")
    text, entities = read_text(raw, call.params.get("parse_mode"), listed)
    if name == "text" and not text:
        raise ApiError(400, "Bad Request: message text is empty")
    if len(text) > most:
        raise ApiError(400, "Bad Request: message is too long" if name == "text" else CAPTION_TOO_LONG)
    if not text:
        return {}
    return {name: text, "entities" if name == "text" else "caption_entities": entities} if entities else {name: text}


CAPTION_TOO_LONG = "Bad Request: message caption is too long"


def inline_keyboard(call: Call) -> Payload:
    """The part of a Message that holds its inline buttons; raises 400 for buttons Telegram refuses."""
    markup = call.params.get("reply_markup")
    if not markup:
        return {}
    if not isinstance(markup, dict):
        raise ApiError(400, "Bad Request: object expected as reply markup")
    rows = [row for row in markup.get("inline_keyboard") or [] if row]
    count = 0
    for row in rows:
        count += len(row)
        for button in row:
            check_button(button)
    if count > MOST_BUTTONS:
        raise ApiError(400, "Bad Request: reply markup is too long")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def check_button(button: Payload) -> None:
    """Raises 400 for a button without a label, without an action, or with data of a wrong length."""
    if not button.get("text"):
        raise ApiError(400, 'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty')
    if BUTTON_ACTIONS.isdisjoint(button):
        raise ApiError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_BUTTON_DATA:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")


def reply_target(call: Call, chat: Chat) -> Message | None:
    """The message answered; raises 400 when it is gone and the bot did not allow that."""
    parameters = call.params.get("reply_parameters") or {}
    wanted = parameters.get("message_id") or call.number("reply_to_message_id")
    if not wanted:
        return None
    target = chat.messages_by_id.get(int(wanted))
    may_miss = parameters.get("allow_sending_without_reply") in TRUE or call.flag("allow_sending_without_reply")
    if target is None and not may_miss:
        raise ApiError(400, "Bad Request: message to be replied not found")
    return target


def thread_of(call: Call, chat: Chat, reply_to: Message | None) -> int | None:
    """The topic to write into; raises 400 when there is no such topic or it is closed to the bot."""
    thread_id = call.number("message_thread_id")
    if thread_id is None:
        return reply_to.thread_id if reply_to else None
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise ApiError(400, "Bad Request: message thread not found")
    if topic.is_closed and not chat.bot_may("can_manage_topics"):
        raise ApiError(400, "Bad Request: TOPIC_CLOSED")
    return thread_id


def send(call: Call, content: Payload, files: list[StoredFile] | None = None) -> Message:
    """Stores one message of the bot."""
    chat = open_chat(call)
    reply_to = reply_target(call, chat)
    thread_id = thread_of(call, chat, reply_to)
    content |= inline_keyboard(call)
    markup = call.params.get("reply_markup")
    if markup and "inline_keyboard" not in markup:
        chat.reply_keyboard = markup
    message = call.world.compose(chat, call.world.bot, content, thread_id=thread_id, reply_to=reply_to, files=files)
    call.sent.append(message)
    return message


@method("sendMessage")
def send_message(call: Call) -> Payload:
    """Sends a text."""
    return send(call, words(call, "text", LONGEST_TEXT)).payload


def sent_file(call: Call, value: object, kind: str, part: str) -> StoredFile:
    """The file a parameter names: an upload, a known file_id, or a URL Telegram would fetch."""
    if isinstance(value, str) and value.startswith("attach://"):
        part = value.removeprefix("attach://")
        value = None
    upload = call.uploads.get(part)
    if value is None or value == "":
        if upload is None:
            raise ApiError(400, f"Bad Request: there is no {kind} in the request")
        return uploaded(call.world, upload, kind)
    known = call.world.files.get(str(value))
    if known:
        if known.kind != kind:
            names = f"{known.kind.capitalize()} as {kind.capitalize()}"
            raise ApiError(400, f"Bad Request: can't use file of type {names}")
        return known
    if str(value).startswith(("http://", "https://")):
        return store_file(call.world, kind, str(value).encode(), str(value).rsplit("/", 1)[-1])
    raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")


def uploaded(world: World, upload: Upload, kind: str) -> StoredFile:
    """Stores an upload; raises Telegram's refusal when it is empty or too large."""
    size = len(upload.content)
    if not size:
        raise ApiError(400, "Bad Request: file must be non-empty")
    if kind == "photo" and size > LARGEST_PHOTO:
        problem = f"file of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        raise ApiError(400, f"Bad Request: {problem}")
    if size > LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return store_file(world, kind, upload.content, upload.name, upload.mime_type)


def send_file(call: Call, kind: str) -> Payload:
    """Sends one file with an optional caption."""
    caption = words(call, "caption", LONGEST_CAPTION)
    open_chat(call)
    file = sent_file(call, call.params.get(kind), kind, kind)
    content = media_content(file, call.number("duration") or 3)
    return send(call, content | caption, [file]).payload


@method("sendPhoto")
def send_photo(call: Call) -> Payload:
    """Sends a photo."""
    return send_file(call, "photo")


@method("sendDocument")
def send_document(call: Call) -> Payload:
    """Sends a document."""
    return send_file(call, "document")


@method("sendVoice")
def send_voice(call: Call) -> Payload:
    """Sends a voice message."""
    return send_file(call, "voice")


@method("sendVideo")
def send_video(call: Call) -> Payload:
    """Sends a video."""
    return send_file(call, "video")


@method("sendAudio")
def send_audio(call: Call) -> Payload:
    """Sends a piece of music."""
    return send_file(call, "audio")


@method("sendLocation")
def send_location(call: Call) -> Payload:
    """Sends a point on the map."""
    try:
        point = {name: float(call.params[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError) as error:
        raise ApiError(400, "Bad Request: latitude or longitude is empty") from error
    return send(call, {"location": point}).payload


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Payload]:
    """Sends 2 to 10 photos, videos, documents or pieces of music as an album."""
    items = call.params.get("media")
    if not isinstance(items, list) or not 2 <= len(items) <= 10:
        raise ApiError(400, "Bad Request: group send failed: a media group has 2 to 10 items")
    kinds = {item.get("type") for item in items}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise ApiError(400, "Bad Request: document and audio can't be mixed with other media types")
    album = []
    for item in items:
        file = sent_file(call, item.get("media"), str(item.get("type")), "")
        single = Call(call.world, call.name, item, {})
        album.append((media_content(file) | words(single, "caption", LONGEST_CAPTION), file))
    group_id = str(13_000_000_000_000_000 + call.world.number())
    return [send(call, content | {"media_group_id": group_id}, [file]).payload for content, file in album]


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Shows that the bot is busy; nothing is stored but the fact."""
    chat = open_chat(call)
    action = str(call.params.get("action"))
    if action not in ACTIONS:
        raise ApiError(400, "Bad Request: wrong parameter action in request")
    chat.actions.append(action)
    return True
