"""The Bot API methods about the bot itself, chats, members, forum topics and files."""

from __future__ import annotations

import json
import re

from .telegram_media import LARGEST_DOWNLOAD, identity
from .telegram_methods import Call, chat_of, method, open_chat
from .telegram_world import ApiError, Chat, Message, Payload, Topic, User

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
ICON_COLORS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
USUAL_RIGHTS = frozenset(ADMIN_RIGHTS[:7])


@method("getMe")
def get_me(call: Call) -> Payload:
    """The bot's own account."""
    return {
        **call.world.bot.as_dict(),
        "can_join_groups": True,
        "can_read_all_group_messages": not call.world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def member_dict(user: User, status: str, rights: set[str] | frozenset[str] = frozenset()) -> Payload:
    """The Bot API's ChatMember of one person."""
    member: Payload = {"user": user.as_dict(), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False} | {name: name in rights for name in ADMIN_RIGHTS}
    elif status == "kicked":
        member["until_date"] = 0
    return member


def bot_member(chat: Chat) -> Payload:
    """The bot's own ChatMember in this chat."""
    return member_dict(chat.world.bot, chat.bot_status, chat.bot_rights)


def change_bot_status(chat: Chat, actor: User, status: str, rights: set[str] | None = None) -> None:
    """Changes what the bot may do in a chat and tells it by a my_chat_member update."""
    old = bot_member(chat)
    chat.bot_status, chat.bot_rights = status, rights or set()
    tell_bot_status(chat, actor, old, bot_member(chat))


def tell_bot_status(chat: Chat, actor: User, old: Payload, new: Payload) -> None:
    """Sends the my_chat_member update about such a change."""
    change = {"chat": chat.as_dict(), "from": actor.as_dict(), "date": int(chat.world.now())}
    chat.world.tell("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new}, chat.id)


@method("getChat")
def get_chat(call: Call) -> Payload:
    """Everything about a chat."""
    chat = open_chat(call)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **chat.as_dict(),
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


@method("getChatMember")
def get_chat_member(call: Call) -> Payload:
    """One person's standing in a chat."""
    chat = open_chat(call)
    user_id = call.number("user_id") or 0
    if user_id == call.world.bot.id:
        return bot_member(chat)
    user = call.world.users.get(user_id)
    if user is None:
        raise ApiError(400, "Bad Request: user not found")
    if chat.type == "private":
        return member_dict(user, "member" if user is chat.user else "left")
    return member_dict(user, chat.members.get(user_id, "left"), USUAL_RIGHTS)


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Payload]:
    """Everybody with administrator rights, other bots left out."""
    chat = open_chat(call)
    if chat.type == "private":
        raise ApiError(400, "Bad Request: there are no administrators in the private chat")
    found = [
        member_dict(call.world.users[user_id], status, USUAL_RIGHTS)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"} and not call.world.users[user_id].is_bot
    ]
    return [*found, bot_member(chat)] if chat.bot_is_admin else found


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """The bot leaves a group of its own accord."""
    chat = open_chat(call)
    if chat.type == "private":
        raise ApiError(400, "Bad Request: chat_id is invalid")
    change_bot_status(chat, call.world.bot, "left")
    return True


def command_key(call: Call) -> tuple[str, str]:
    """Where a command list belongs: its scope and its language."""
    scope = call.params.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), str(call.params.get("language_code") or "")


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Sets the command list of one scope and language."""
    commands = call.params.get("commands") or []
    if len(commands) > 100:
        raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command"))):
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    call.world.commands[command_key(call)] = commands
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Payload]:
    """The command list of one scope and language."""
    return call.world.commands.get(command_key(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Forgets the command list of one scope and language."""
    call.world.commands.pop(command_key(call), None)
    return True


@method("getFile")
def get_file(call: Call) -> Payload:
    """Where to download a file of at most 20 MB."""
    file = call.world.files.get(str(call.params.get("file_id")))
    if file is None:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    if file.size > LARGEST_DOWNLOAD:
        raise ApiError(400, "Bad Request: file is too big")
    return {**identity(file), "file_path": file.path}


def forum_of(call: Call, right: str = "can_manage_topics") -> Chat:
    """The forum when the bot may do this in it; raises 400 otherwise."""
    chat = chat_of(call)
    open_chat(call)
    if not chat.is_forum:
        raise ApiError(400, "Bad Request: the chat is not a forum")
    if not chat.bot_may(right):
        raise ApiError(400, "Bad Request: not enough rights to manage the topic")
    return chat


def topic_of(call: Call, chat: Chat) -> Topic:
    """The topic named by message_thread_id; raises 400 when there is none."""
    topic = chat.topics.get(call.number("message_thread_id") or 0)
    if topic is None:
        raise ApiError(400, "Bad Request: TOPIC_ID_INVALID")
    return topic


def open_topic(chat: Chat, creator: User, name: str, icon_color: int = 7322096) -> Topic:
    """A new topic, with the service message whose number is the topic's id."""
    opening = {"forum_topic_created": {"name": name, "icon_color": icon_color}}
    message = chat.world.compose(chat, creator, opening)
    message.payload |= {"message_thread_id": message.id, "is_topic_message": True}
    topic = Topic(message.id, name, icon_color)
    chat.topics[topic.id] = topic
    return topic


def note_topic(chat: Chat, sender: User, topic: Topic, what: str, details: Payload) -> Message:
    """The service message about a change of a topic."""
    return chat.world.compose(chat, sender, {what: details}, thread_id=topic.id)


@method("createForumTopic")
def create_forum_topic(call: Call) -> Payload:
    """Opens a topic."""
    chat = forum_of(call)
    name = str(call.params.get("name") or "").strip()
    if not 1 <= len(name) <= 128:
        raise ApiError(400, "Bad Request: topic name is invalid")
    color = call.number("icon_color") or 7322096
    if color not in ICON_COLORS:
        raise ApiError(400, "Bad Request: wrong forum topic icon color specified")
    topic = open_topic(chat, call.world.bot, name, color)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    """Renames a topic."""
    chat = forum_of(call)
    topic = topic_of(call, chat)
    name = str(call.params.get("name") or topic.name).strip()
    if name == topic.name:
        raise ApiError(400, "Bad Request: TOPIC_NOT_MODIFIED")
    topic.name = name
    note_topic(chat, call.world.bot, topic, "forum_topic_edited", {"name": name})
    return True


def set_closed(call: Call, what: str, *, closed: bool) -> bool:
    """Closes or reopens a topic; raises 400 when it already is so."""
    chat = forum_of(call)
    topic = topic_of(call, chat)
    if topic.is_closed is closed:
        raise ApiError(400, "Bad Request: TOPIC_NOT_MODIFIED")
    topic.is_closed = closed
    note_topic(chat, call.world.bot, topic, what, {})
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    """Closes a topic."""
    return set_closed(call, "forum_topic_closed", closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    """Opens a closed topic again."""
    return set_closed(call, "forum_topic_reopened", closed=False)


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    """Deletes a topic with all its messages."""
    chat = forum_of(call, "can_delete_messages")
    remove_topic(chat, topic_of(call, chat).id)
    return True


def remove_topic(chat: Chat, topic_id: int) -> None:
    """Takes a topic and its messages out of the chat; Telegram tells the bot nothing."""
    chat.topics.pop(topic_id, None)
    for message in [m for m in chat.messages_by_id.values() if topic_id in {m.thread_id, m.id}]:
        chat.forget(message)
