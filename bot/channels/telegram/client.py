"""Telegram's way out: python-telegram-bot makes the calls, and what it raises becomes SendError.

Limits of the Bot API: https://core.telegram.org/bots/api and the notes in docs/decisions.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

from telegram import (
    Bot,
    ChatMember,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
    User,
)
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.base import Capabilities, Part, Reason, Rows, SendError, Use
from bot.channels.telegram.failures import failure
from bot.channels.telegram.limits import Limits, is_group
from bot.channels.telegram.request import USUAL_SECONDS, AiohttpRequest
from domain.messages import Chat, FileKind, Network, units

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
TOAST_LENGTH = 200
TITLE_LENGTH = 128
#: in bytes; a larger one goes as a document
LARGEST_PHOTO = 10_000_000
T = TypeVar("T")


class Telegram:
    """The Bot API as a messenger; `api` is the server's address without the token."""

    network = Network.TELEGRAM
    can = Capabilities(buttons=100, remove=True)

    def __init__(self, token: str, api: str, proxy: str = "", pace: Limits | None = None) -> None:
        self.pace = pace
        self.id = token.partition(":")[0]
        #: when updates were last asked for in vain or not, but with an answer
        self.asked_at = time.monotonic()
        self._request = AiohttpRequest(proxy)
        base = api.rstrip("/")
        self._bot = Bot(token, f"{base}/bot", f"{base}/file/bot", self._request, self._request)
        self._senders: dict[FileKind, Any] = {
            FileKind.PHOTO: self._bot.send_photo,
            FileKind.DOCUMENT: self._bot.send_document,
            FileKind.VOICE: self._bot.send_voice,
            FileKind.VIDEO: self._bot.send_video,
            FileKind.AUDIO: self._bot.send_audio,
        }

    async def close(self) -> None:
        """End the session."""
        await self._request.shutdown()

    # ------------------------------------------------------------ what delivery asks for

    def is_group(self, chat: Chat) -> bool:
        """Telegram's group ids are negative."""
        return is_group(chat)

    def spares(self, use: Use) -> bool:  # noqa: ARG002
        """Nothing: messages cost nothing here."""
        return False

    async def send(self, chat: Chat, part: Part) -> list[str]:
        """Send a text, a file or an album; the ids of the new messages."""
        where = _where(chat, part)
        if not part.files:
            sent = await self._plain("sendMessage", {**where, **_words(part)})
            return [str(sent["message_id"])]
        if len(part.files) > 1:
            media = await asyncio.to_thread(_album, part)
            calls = self._bot.send_media_group(media=media, caption=part.text or None, **where)
            return [str(message.message_id) for message in await _asked("sendMediaGroup", calls)]
        (file,) = part.files
        content = await asyncio.to_thread(file.content.read_bytes)
        kind = FileKind.DOCUMENT if file.kind is FileKind.PHOTO and len(content) > LARGEST_PHOTO else file.kind
        send = self._senders[kind]
        where |= {kind.value: content, "filename": file.name, "caption": part.text or None}
        message: Message = await _asked(f"send {kind}", send(**where, api_kwargs=_keyboard(part.rows)))
        return [str(message.message_id)]

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        """Change text and buttons of a message of ours."""
        params = {"chat_id": int(chat.id), "message_id": int(message_id), **_words(part)}
        try:
            await self._plain("editMessageText", params)
        except SendError as error:
            if "message is not modified" not in str(error).lower():
                raise

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:  # noqa: ARG002
        """Answer a callback query; one that is too old is let go."""
        await _if_it_can("answerCallbackQuery", self._bot.answer_callback_query(tap_id, text[:TOAST_LENGTH]))

    async def react(self, chat: Chat, message_id: str) -> None:
        """A thumb on somebody's message; a group that allows none does without."""
        await _if_it_can("setMessageReaction", self._bot.set_message_reaction(int(chat.id), int(message_id), "👍"))

    async def remove(self, chat: Chat, message_id: str) -> None:
        """Take a message out of a private chat, which Telegram allows for 48 hours; after that it stays."""
        await _if_it_can("deleteMessage", self._bot.delete_message(int(chat.id), int(message_id)))

    async def open_topic(self, chat: Chat, title: str) -> str:
        """A forum topic for a case."""
        topic = await _asked("createForumTopic", self._bot.create_forum_topic(int(chat.id), title[:TITLE_LENGTH]))
        return str(topic.message_thread_id)

    async def fetch(self, ref: str, largest: int) -> bytes:
        """Download a file (the Bot API gives at most 20 MB)."""
        file = await _asked("getFile", self._bot.get_file(ref))
        content = None
        if (file.file_size or 0) <= largest and file.file_path:
            content = await _asked("file", self._request.download(file.file_path, largest))
        if content is None:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
        return content

    # ------------------------------------------------------------ the bot itself

    async def updates(self, offset: int, seconds: int) -> list[dict[str, Any]]:
        """The next updates, waited for so many seconds; those before `offset` are confirmed and forgotten by Telegram.

        One that cannot be read must not take the others with it, and is kept whole.
        """
        params = {"offset": offset, "timeout": seconds, "allowed_updates": ALLOWED_UPDATES}
        found: list[dict[str, Any]] = await self._plain("getUpdates", params, seconds + 15)
        self.asked_at = time.monotonic()
        return found

    async def send_to(self, url: str, secret: str) -> None:
        """From now on Telegram sends updates to this address."""
        call = self._bot.set_webhook(url, max_connections=40, allowed_updates=ALLOWED_UPDATES, secret_token=secret)
        await _asked("setWebhook", call)

    async def webhook_info(self) -> dict[str, Any]:
        """Where updates go, how many wait, and what went wrong last (WebhookInfo)."""
        found: dict[str, Any] = await self._plain("getWebhookInfo", {})
        return found

    async def send_nowhere(self) -> None:
        """From now on Telegram keeps updates until they are asked for."""
        await _asked("deleteWebhook", self._bot.delete_webhook(drop_pending_updates=False))

    async def me(self) -> User:
        """The bot as Telegram knows it."""
        return await _asked("getMe", self._bot.get_me())

    async def membership(self, chat: Chat) -> dict[str, Any]:
        """What the bot is in a chat (ChatMember), whatever rights that server knows."""
        params = {"chat_id": int(chat.id), "user_id": int(self.id)}
        found: dict[str, Any] = await self._plain("getChatMember", params)
        return found

    async def is_member(self, chat: Chat, user: str) -> bool:
        """Whether somebody is in a group; raises SendError when a bot without rights is not told."""
        params = {"chat_id": int(chat.id), "user_id": int(user)}
        try:
            found: dict[str, Any] = await self._plain("getChatMember", params)
        except SendError as error:
            if error.reason is Reason.NO_MEMBER:
                return False
            raise
        return found["status"] not in {ChatMember.LEFT, ChatMember.BANNED} and bool(found.get("is_member", True))

    async def _plain(self, method: str, params: dict[str, Any], seconds: float = USUAL_SECONDS) -> Any:
        """A call's result as JSON, for what is called at every message, or must not fail for a field nobody reads.

        In lower case, which the Bot API takes too, the library makes no objects of the result: two thirds of its cost.
        """
        return await _asked(method, self._bot.do_api_request(method.lower(), params, read_timeout=seconds))


async def _asked(method: str, call: Awaitable[T]) -> T:
    """What a call gives; raises SendError, whose text never holds the token."""
    try:
        return await call
    except TelegramError as error:
        raise failure(method, error) from None


async def _if_it_can(method: str, call: Awaitable[object]) -> None:
    """A call whose refusal does not matter; raises SendError for what may pass."""
    try:
        await call
    except (BadRequest, Forbidden):
        return
    except TelegramError as error:
        raise failure(method, error) from None


def _where(chat: Chat, part: Part) -> dict[str, Any]:
    where: dict[str, Any] = {"chat_id": int(chat.id)}
    if chat.thread:
        where["message_thread_id"] = int(chat.thread)
    if part.reply_to:
        where["reply_parameters"] = ReplyParameters(int(part.reply_to), allow_sending_without_reply=True)
    return where


def _words(part: Part) -> dict[str, Any]:
    answer = _keyboard(part.rows) or _wanted(part)
    return {"text": part.text, "link_preview_options": {"is_disabled": True}, **answer}


def _wanted(part: Part) -> dict[str, Any]:
    """The field to answer in opens for the one person asked: Telegram knows whom by the mention of their name."""
    at = part.text.find(part.asks.name) if part.asks and part.asks.name else -1
    if part.asks is None or at < 0 or not part.asks.user.isdecimal():  # whoever writes as the group cannot be named
        return {}
    user = {"id": int(part.asks.user), "is_bot": False, "first_name": part.asks.name}
    mention = {"type": "text_mention", "offset": units(part.text[:at]), "length": units(part.asks.name), "user": user}
    return {"entities": [mention], "reply_markup": {"force_reply": True, "selective": True}}


def _keyboard(rows: Rows) -> dict[str, Any]:
    """The buttons as plain JSON: to make the library's objects and take them apart costs as much as the whole call."""
    if not rows:
        return {}
    buttons = [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    return {"reply_markup": {"inline_keyboard": buttons}}


_MEDIA = {
    FileKind.PHOTO: InputMediaPhoto,
    FileKind.DOCUMENT: InputMediaDocument,
    FileKind.VIDEO: InputMediaVideo,
    FileKind.AUDIO: InputMediaAudio,
}


def _album(part: Part) -> Sequence[Any]:
    return [_MEDIA[file.kind](file.content.read_bytes(), filename=file.name) for file in part.files]
