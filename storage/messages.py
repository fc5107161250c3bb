"""Which message in which chat belongs to what, and which one is the newest of a named place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam
from sqlmodel import col, delete, select

from domain.messages import Chat
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import MessageRow, Slot

#: how slots begin that remember which buttons of the page were tapped
TAPPED = "tapped:"


@dataclass(frozen=True, slots=True)
class Known:
    """A message of a chat that we know: its case, its slot, and notes on it."""

    message_id: str
    case: int
    slot: str
    note: dict[str, Any]


# every card and every reply runs these
_FIND = Prepared(
    select(MessageRow).where(
        MessageRow.network == bindparam("network"),
        MessageRow.chat_id == bindparam("chat"),
        MessageRow.message_id == bindparam("message"),
    )
)


def standing(network: Any, chat: Any, slot: Any) -> Select[Any]:
    """The question which message stands in a slot."""
    return select(Slot.message_id).where(Slot.network == network, Slot.chat_id == chat, Slot.slot == slot)


_IN_SLOT = Prepared(standing(bindparam("network"), bindparam("chat"), bindparam("slot")))


def find(tx: Tx, chat: Chat, message_id: str) -> Known | None:
    """What is known of a message in a chat, or None."""
    if not message_id:
        return None
    row = tx.first(_FIND, network=chat.network, chat=chat.id, message=message_id)
    return Known(row.message_id, row.case_id, row.slot, row.note or {}) if row else None


def of_case(tx: Tx, chat: Chat, case: int) -> list[str]:
    """The ids of the messages of a chat that belong to a case, the oldest first."""
    here = (MessageRow.network == chat.network, MessageRow.chat_id == chat.id, MessageRow.case_id == case)
    return [row.message_id for row in tx.rows(select(MessageRow.message_id).where(*here).order_by(col(MessageRow.at)))]


def remember(tx: Tx, chat: Chat, known: Known) -> None:
    """Keep what a message belongs to, so that a reply to it or an edit of it finds its case."""
    tx.put_or_change(
        MessageRow,
        network=chat.network,
        chat_id=chat.id,
        message_id=known.message_id,
        case_id=known.case,
        slot=known.slot,
        note=known.note,
        at=tx.now,
    )


def in_slot(tx: Tx, chat: Chat, slot: str) -> str | None:
    """The newest message in a slot ("" when the group's migration lost it), or None."""
    row = tx.first(_IN_SLOT, network=chat.network, chat=chat.id, slot=slot)
    return str(row.message_id) if row else None


def take_slot(tx: Tx, chat: Chat, slot: str, message_id: str) -> None:
    """This message is now the newest of its slot."""
    tx.put_or_change(Slot, network=chat.network, chat_id=chat.id, slot=slot, message_id=message_id)


def forget_chat(tx: Tx, chat: Chat) -> None:
    """Keep no memory of which message is what in this chat."""
    tx.run(delete(Slot).where(col(Slot.network) == chat.network, col(Slot.chat_id) == chat.id))
    known = delete(MessageRow).where(col(MessageRow.network) == chat.network, col(MessageRow.chat_id) == chat.id)
    tx.run(known)


def forget_taps(tx: Tx, chat: Chat) -> None:
    """Keep no memory of the buttons tapped in this chat."""
    here = delete(Slot).where(col(Slot.network) == chat.network, col(Slot.chat_id) == chat.id)
    tx.run(here.where(col(Slot.slot).startswith(TAPPED)))
