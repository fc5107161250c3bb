"""The Bot API methods that change what was said: edits, deletions, reactions, answers to taps."""

from __future__ import annotations

from .telegram_methods import LONGEST_CAPTION, LONGEST_TEXT, Call, inline_keyboard, method, open_chat, words
from .telegram_world import ApiError, Chat, Edit, Message, Payload

LONGEST_ANSWER = 200
DELETABLE_SECONDS = 48 * 3600
QUERY_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
# the whole list the Bot API allows; ✅ and many others are not in it
REACTION_LIST = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 "
    "⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 "
    "🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
REACTIONS = frozenset(REACTION_LIST.split())


def own_message(call: Call) -> Message:
    """The bot's message to be edited; raises 400 when it is gone or somebody else's."""
    chat = open_chat(call)
    message_id = call.number("message_id")
    if message_id is None:
        raise ApiError(400, "Bad Request: message identifier is not specified")
    message = chat.messages_by_id.get(message_id)
    if message is None:
        raise ApiError(400, "Bad Request: message to edit not found")
    if not message.from_bot:
        raise ApiError(400, "Bad Request: message can't be edited")
    return message


def edit(call: Call, message: Message, replaced: tuple[str, ...], content: Payload) -> Payload:
    """Puts the new content in place of the replaced parts; raises 400 when nothing would change."""
    old = message.payload
    if all(old.get(name) == content.get(name) for name in replaced):
        raise ApiError(400, NOT_MODIFIED)
    kept = {name: value for name, value in old.items() if name not in replaced}
    message.payload = {**kept, "edit_date": int(call.world.now()), **content}
    message.edits.append(Edit(call.world.now(), message.words, message.buttons))
    return message.payload


@method("editMessageText")
def edit_message_text(call: Call) -> Payload:
    """Replaces text and buttons."""
    content = words(call, "text", LONGEST_TEXT) | inline_keyboard(call)
    message = own_message(call)
    if "text" not in message.payload:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    return edit(call, message, ("text", "entities", "reply_markup"), content)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Payload:
    """Replaces caption and buttons."""
    content = words(call, "caption", LONGEST_CAPTION) | inline_keyboard(call)
    message = own_message(call)
    if "text" in message.payload or "location" in message.payload:
        raise ApiError(400, "Bad Request: there is no caption in the message to edit")
    return edit(call, message, ("caption", "caption_entities", "reply_markup"), content)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Payload:
    """Replaces the buttons only."""
    return edit(call, own_message(call), ("reply_markup",), inline_keyboard(call))


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Deletes one message for everybody."""
    chat = open_chat(call)
    message = chat.messages_by_id.get(call.number("message_id") or 0)
    if message is None:
        raise ApiError(400, "Bad Request: message to delete not found")
    if not may_delete(call, chat, message):
        raise ApiError(400, "Bad Request: message can't be deleted")
    chat.forget(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Deletes up to 100 messages; those that are gone are skipped."""
    chat = open_chat(call)
    for message_id in call.params.get("message_ids") or []:
        message = chat.messages_by_id.get(int(message_id))
        if message and may_delete(call, chat, message):
            chat.forget(message)
    return True


def may_delete(call: Call, chat: Chat, message: Message) -> bool:
    """Whether Telegram lets the bot delete this message."""
    if chat.bot_may("can_delete_messages"):
        return True
    is_young = call.world.now() - message.payload["date"] < DELETABLE_SECONDS
    return is_young and (message.from_bot or chat.type == "private")


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Sets the bot's one reaction on a message, or takes it away."""
    chat = open_chat(call)
    message = chat.messages_by_id.get(call.number("message_id") or 0)
    if message is None:
        raise ApiError(400, "Bad Request: message to react not found")
    emojis = [str(item.get("emoji", "")) for item in call.params.get("reaction") or []]
    if len(emojis) > 1:
        raise ApiError(400, "Bad Request: REACTIONS_TOO_MANY")
    if any(emoji not in REACTIONS for emoji in emojis):
        raise ApiError(400, "Bad Request: REACTION_INVALID")
    message.reactions_by[call.world.bot.id] = emojis
    return True


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Answers a tap, with or without words."""
    world = call.world
    tap = world.callbacks.get(str(call.params.get("callback_query_id")))
    if tap is None or (world.callback_lifetime is not None and world.now() - tap.at > world.callback_lifetime):
        raise ApiError(400, QUERY_TOO_OLD)
    if len(str(call.params.get("text") or "")) > LONGEST_ANSWER:
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    tap.answers.append(call.params)
    return True
