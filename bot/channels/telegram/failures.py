"""What the library's errors mean for whoever waits: try again, and when; or never again, and why."""

from __future__ import annotations

import re
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.base import Reason, SendError

#: a wrong token: the messages wait until somebody mends the setting
TOKEN_PAUSE = 60.0

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
        Reason.NO_MESSAGE: ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"),
        Reason.NO_RIGHT: ("not enough rights to send", r"CHAT_SEND_\w+_FORBIDDEN", "VOICE_MESSAGES_FORBIDDEN"),
        Reason.TOO_LARGE: ("too big for a photo", "Request Entity Too Large", "file is too big"),
        Reason.NO_MEMBER: ("user not found", "PARTICIPANT_ID_INVALID", "USER_ID_INVALID", "invalid user_id"),
        Reason.NO_THREAD: ("message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED", "topic_not_found"),
    }.items()
)


#: refusals of the Bot API that mend themselves
_PASSES = re.compile("temporarily unavailable|try again later", re.IGNORECASE)


def failure(method: str, error: TelegramError) -> SendError:
    """The library's error as ours: a flood, the network, the server and a wrong token are worth another try."""
    text = f"{method}: {type(error).__name__}: {error}"
    match error:
        case ChatMigrated():
            return SendError(text, permanent=True, reason=Reason.MIGRATED, detail=str(error.new_chat_id))
        case RetryAfter():
            return SendError(text, permanent=False, retry_after=_seconds(error.retry_after))
        case InvalidToken():
            return SendError(text, permanent=False, retry_after=TOKEN_PAUSE, reason=Reason.WRONG_TOKEN)
        case Conflict():
            return SendError(text, permanent=False, reason=Reason.CONFLICT)
        case BadRequest() | Forbidden() if not _PASSES.search(str(error)):
            said = str(error)
            reason = next((reason for pattern, reason in _REASONS if pattern.search(said)), Reason.OTHER)
            return SendError(text, permanent=True, reason=reason)
    return SendError(text, permanent=False)


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
