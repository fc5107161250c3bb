"""Which message in which chat belongs to what, and which one is the newest of a named place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam
from sqlmodel import col, delete, func, select, update

from domain.messages import Chat, Network
from storage import people
from storage.cases import is_drawn
from storage.database import Tx
from storage.sealing.ring import SEALED
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
    return Known(row.message_id, *_opened(tx, row)) if row else None


def _opened(tx: Tx, row: Any) -> tuple[int, str, dict[str, Any]]:
    """The case a message belongs to, its slot, and the notes on it."""
    note = row.note or {}
    if SEALED not in note:
        return row.case_id, row.slot, note
    case, note = tx.ring.opened(note[SEALED], "messages", row.network, row.chat_id, row.message_id)
    return case, row.slot, note


def number_beside(tx: Tx, chat: Chat, case: int) -> int:
    """What stands for a case beside a chat.

    Beside somebody's own chat of a case whose author hides only a number that can be compared: the group's rows have
    the case's own.
    """
    is_private = is_drawn(case) and people.find_by_chat(tx, chat) is not None
    return tx.ring.number("message", case) if is_private else case


def numbers_of(tx: Tx, case: int) -> tuple[int, ...]:
    """Everything that stands for a case beside any chat."""
    return (case, *tx.ring.numbers("message", case)) if is_drawn(case) else (case,)


def forget_notes(tx: Tx, case: int) -> None:
    """Nothing but its place is known any more of any message of a case."""
    for row in tx.rows(select(MessageRow).where(col(MessageRow.case_id).in_(numbers_of(tx, case)))):
        here = (MessageRow.network == row.network, MessageRow.chat_id == row.chat_id)
        place = _sealed(tx, Chat(Network(row.network), row.chat_id), Known(row.message_id, case, row.slot, {}))
        tx.run(update(MessageRow).where(*here, col(MessageRow.message_id) == row.message_id).values(place))


def of_case(tx: Tx, chat: Chat, case: int) -> list[str]:
    """The ids of the messages of a chat that belong to a case, the oldest first."""
    mine = col(MessageRow.case_id).in_(numbers_of(tx, case))
    here = (MessageRow.network == chat.network, MessageRow.chat_id == chat.id, mine)
    at, number = col(MessageRow.at), col(MessageRow.message_id)
    # of a day, the shorter number and then the lesser is the earlier one
    rows = tx.rows(select(number).where(*here).order_by(at, func.length(number), number))
    return [row.message_id for row in rows]


def remember(tx: Tx, chat: Chat, known: Known) -> None:
    """Keep what a message belongs to, so that a reply to it or an edit of it finds its case.

    Of a case whose business hides only the day: the minute stands in its journal, too.
    """
    at = tx.day if is_drawn(known.case) else tx.now
    here = {"network": chat.network, "chat_id": chat.id, "message_id": known.message_id}
    tx.put_or_change(MessageRow, **here, **_sealed(tx, chat, known), at=at)


def seal_anew(tx: Tx, row: Any) -> None:
    """What is known of the same message, by the newest key."""
    chat = Chat(Network(row.network), row.chat_id)
    here = {"network": row.network, "chat_id": row.chat_id, "message_id": row.message_id}
    known = Known(row.message_id, *_opened(tx, row))
    tx.put_or_change(MessageRow, **here, **_sealed(tx, chat, known), at=row.at)


def _sealed(tx: Tx, chat: Chat, known: Known) -> dict[str, Any]:
    note = {}
    if known.note or is_drawn(known.case):
        place = ("messages", chat.network, chat.id, known.message_id)
        note = {SEALED: tx.ring.seal([known.case, known.note], *place)}
    return {"case_id": number_beside(tx, chat, known.case), "slot": known.slot, "note": note}


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


def forget_slot(tx: Tx, chat: Chat, slot: str) -> None:
    """Keep no memory of which message stands in this place."""
    here = delete(Slot).where(col(Slot.network) == chat.network, col(Slot.chat_id) == chat.id)
    tx.run(here.where(col(Slot.slot) == slot))


def forget_taps(tx: Tx, chat: Chat) -> None:
    """Keep no memory of the buttons tapped in this chat."""
    here = delete(Slot).where(col(Slot.network) == chat.network, col(Slot.chat_id) == chat.id)
    tx.run(here.where(col(Slot.slot).startswith(TAPPED)))
