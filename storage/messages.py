"""Which message in which chat belongs to what, and which one is the newest of a named place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.messages import Chat
from storage.database import Tx
from storage.statements import Statement, put_or_change, table
from storage.tables import MessageRow, Slot

_MESSAGES = table(MessageRow)
_SLOTS = table(Slot)
#: how slots begin that remember which buttons of the page were tapped
TAPPED = "tapped:"


@dataclass(frozen=True, slots=True)
class Known:
    """A message of a chat that we know: its case, its slot, what a reply to it means, and notes on it."""

    message_id: str
    case: int
    slot: str
    prompt: str
    note: dict[str, Any]


_MESSAGE = Statement(
    select(_MESSAGES).where(
        _MESSAGES.c.network == bindparam("on_network"),
        _MESSAGES.c.chat_id == bindparam("chat"),
        _MESSAGES.c.message_id == bindparam("message"),
    )
)
_REMEMBER = put_or_change(MessageRow, "network", "chat_id", "message_id", "case_id", "slot", "prompt", "note", "at")
_SLOT = Statement(
    select(_SLOTS).where(
        _SLOTS.c.network == bindparam("on_network"),
        _SLOTS.c.chat_id == bindparam("chat"),
        _SLOTS.c.slot == bindparam("place"),
    )
)
_TAKE_SLOT = put_or_change(Slot, "network", "chat_id", "slot", "message_id", "thread")
_FORGET_TAPS = Statement(
    delete(_SLOTS).where(
        _SLOTS.c.network == bindparam("on_network"),
        _SLOTS.c.chat_id == bindparam("chat"),
        _SLOTS.c.slot.like(f"{TAPPED}%"),
    )
)


def find(tx: Tx, chat: Chat, message_id: str) -> Known | None:
    """What is known of a message in a chat, or None."""
    row = tx.first(_MESSAGE, on_network=chat.network, chat=chat.id, message=message_id) if message_id else None
    return Known(row.message_id, row.case_id, row.slot, row.prompt, row.note or {}) if row else None


def remember(tx: Tx, chat: Chat, known: Known) -> None:
    """Keep what a message belongs to, so that a reply to it or an edit of it finds its case."""
    tx.run(
        _REMEMBER,
        network=chat.network,
        chat_id=chat.id,
        message_id=known.message_id,
        case_id=known.case,
        slot=known.slot,
        prompt=known.prompt,
        note=known.note,
        at=tx.now,
    )


def in_slot(tx: Tx, chat: Chat, slot: str) -> tuple[str, str] | None:
    """The newest message in a slot ("" when a migration lost it) and the thread it stands in, or None."""
    row = tx.first(_SLOT, on_network=chat.network, chat=chat.id, place=slot)
    return (row.message_id, row.thread) if row else None


def take_slot(tx: Tx, chat: Chat, slot: str, message_id: str) -> None:
    """This message is now the newest of its slot."""
    tx.run(_TAKE_SLOT, network=chat.network, chat_id=chat.id, slot=slot, message_id=message_id, thread=chat.thread)


def forget_taps(tx: Tx, chat: Chat) -> None:
    """Keep no memory of the buttons tapped in this chat."""
    tx.run(_FORGET_TAPS, on_network=chat.network, chat=chat.id)
