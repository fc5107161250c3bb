"""The HTTP control API under /_control/, for a server that runs as its own process; and the fast way in for updates."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from aiohttp import web

from .telegram_faults import Limits
from .telegram_feed import compact
from .telegram_methods_chats import USUAL_RIGHTS
from .telegram_room import post, tap
from .telegram_text import found_entities
from .telegram_world import ApiError, Callback, Chat, Message, Payload, User

if TYPE_CHECKING:
    from .telegram import TelegramServer

FAULT_NAMES = (
    "too_many",
    "error_500",
    "error_502",
    "reset_before",
    "error_after",
    "reset_after",
    "delay_before",
    "delay_after",
    "retry_after",
)


async def answer(server: TelegramServer, request: web.BaseRequest, name: str) -> web.Response:
    """The answer to one control request."""
    order = ORDERS.get(name)
    if order is None:
        raise ApiError(404, "Not Found")
    query = dict(parse_qsl(request.raw_path.partition("?")[2]))
    body = await request.read() if request.body_exists else b""
    given = {**query, **(json.loads(body) if body else {})}
    return web.Response(body=compact(order(server, given)), content_type="application/json")


def known_user(server: TelegramServer, user_id: int, first_name: str = "") -> User:
    """The account with this id, made when it is new."""
    user = server.world.users.get(user_id)
    return user or server.world.add_user(first_name or f"User {user_id}", user_id)


def known_chat(server: TelegramServer, chat_id: int, user_id: int | None = None) -> Chat:
    """The chat with this id, made when it is new; a new group has the bot as a plain member."""
    chat = server.world.chats.get(chat_id)
    if chat is None and chat_id > 0:
        chat = server.world.private_chat(known_user(server, chat_id))
    elif chat is None:
        kind = "supergroup" if str(chat_id).startswith("-100") else "group"
        chat = server.world.add_group(f"Group {chat_id}", kind, chat_id)
    if user_id and chat_id < 0:
        chat.members.setdefault(user_id, "member")
    return chat


def message(server: TelegramServer, given: Payload) -> Payload:
    """A person writes: chat_id, user_id, text, and optionally message_thread_id, reply_to_message_id, first_name."""
    chat_id = int(given["chat_id"])
    user = known_user(server, int(given.get("user_id") or chat_id), given.get("first_name", ""))
    chat = known_chat(server, chat_id, user.id)
    text = str(given["text"])
    content: Payload = {"text": text}
    entities = found_entities(text)
    if entities:
        content["entities"] = entities
    reply_to = chat.messages_by_id.get(int(given.get("reply_to_message_id") or 0))
    stored = post(server, chat, user, content, thread_id=given.get("message_thread_id"), reply_to=reply_to)
    return {"message_id": stored.id, "update_id": server.feed.last_update_id}


def tapped(server: TelegramServer, given: Payload) -> Payload:
    """A person taps: chat_id, user_id and data, or label (newest message that has it), optionally message_id."""
    chat_id = int(given["chat_id"])
    user = known_user(server, int(given.get("user_id") or chat_id))
    chat = known_chat(server, chat_id, user.id)
    wanted = given.get("message_id")
    candidates = [chat.messages_by_id.get(int(wanted))] if wanted else reversed(chat.everything)
    for candidate in candidates:
        for row in candidate.buttons if candidate and not candidate.is_deleted else []:
            for label, data in row:
                if candidate and (data == given.get("data") or ("label" in given and given["label"] in label)):
                    return {"callback_query_id": tap(server, user, candidate, data).id, "message_id": candidate.id}
    if wanted and given.get("data") and candidates and chat.messages_by_id.get(int(wanted)):
        forged = chat.messages_by_id[int(wanted)]
        return {"callback_query_id": tap(server, user, forged, str(given["data"])).id, "message_id": forged.id}
    raise ApiError(404, "no such button")


def make_chat(server: TelegramServer, given: Payload) -> Payload:
    """A new group: title, optionally chat_id, type, forum, members (ids), admin (whether the bot is one)."""
    kind = "supergroup" if given.get("forum") else str(given.get("type") or "group")
    chat = server.world.add_group(str(given.get("title") or "Group"), kind, given.get("chat_id"))
    chat.is_forum = bool(given.get("forum"))
    for user_id in given.get("members") or []:
        chat.members[known_user(server, int(user_id)).id] = "member"
    if given.get("admin"):
        chat.bot_status, chat.bot_rights = "administrator", set(USUAL_RIGHTS)
    return {"chat_id": chat.id}


def pushed(server: TelegramServer, given: Payload) -> Payload:
    """Ready-made updates: {"updates": [...]}."""
    return {"update_ids": [server.push(update) for update in given["updates"]]}


def faults(server: TelegramServer, given: Payload) -> Payload:
    """Sets probabilities, delays and `only`; "fail_next": {"method": …, "status": …, "after": …} adds one fault."""
    for name in FAULT_NAMES:
        if name in given:
            value = given[name]
            setattr(server.faults, name, tuple(value) if isinstance(value, list) else float(value))
    if "retry_after" in given:
        server.faults.retry_after = int(given["retry_after"])
    if "only" in given:
        server.faults.only = set(given["only"]) if given["only"] is not None else None
    if "fail_next" in given:
        server.fail_next(**given["fail_next"])
    return {"ok": True}


def settings(server: TelegramServer, given: Payload) -> Payload:
    """Sets limits ("30/1/20" or "off"), twice, reorders, privacy; "time_passes" moves the clock by seconds."""
    if "limits" in given:
        server.limits = Limits.read(given["limits"])
    server.feed.twice = bool(given.get("twice", server.feed.twice))
    server.feed.reorders = bool(given.get("reorders", server.feed.reorders))
    server.world.privacy = bool(given.get("privacy", server.world.privacy))
    server.time_passes(float(given.get("time_passes", 0)))
    return {"ok": True}


def stats(server: TelegramServer, given: Payload) -> Payload:
    """Counts by method, the log of sent messages from number `since` on, and what went wrong."""
    since = int(given.get("since", 0))
    return {
        "counts": dict(server.counts),
        "sent_total": len(server.sent),
        "sent": [record._asdict() for record in server.sent[since:]],
        "pending": len(server.feed.pending),
        "delivered": server.feed.delivered,
        "last_update_id": server.feed.last_update_id,
        "breaches": server.breaches,
        "violations": server.violations,
        "refusals": server.refusals[-100:],
    }


def messages(server: TelegramServer, given: Payload) -> Payload:
    """Everything said in the chat chat_id, as Telegram's Message objects."""
    chat = known_chat(server, int(given["chat_id"]))
    return {"messages": [stored.payload for stored in chat.everything if not stored.is_deleted]}


def push(server: TelegramServer, kind: str, payload: Payload) -> int | None:
    """Queues one update as it is, after storing its message or its tap so that the bot can answer it."""
    lane = 0
    if kind == "callback_query":
        lane = payload.get("message", {}).get("chat", {}).get("id", 0)
        user_id = payload["from"]["id"]
        server.world.callbacks[payload["id"]] = Callback(payload["id"], user_id, server.world.now())
    elif "chat" in payload:
        lane = payload["chat"]["id"]
        chat = server.world.chats.get(lane) or known_chat(server, lane)
        if kind == "message":
            payload.setdefault("message_id", chat.next_message_id())
            chat.last_message_id = max(chat.last_message_id, payload["message_id"])
            chat.keep(Message(chat, payload, payload.get("from", {}).get("id", 0)))
    return server.feed.push(kind, payload, lane)


ORDERS: dict[str, Callable[[TelegramServer, Payload], Any]] = {
    "message": message,
    "tap": tapped,
    "chat": make_chat,
    "push": pushed,
    "faults": faults,
    "settings": settings,
    "stats": stats,
    "messages": messages,
}
