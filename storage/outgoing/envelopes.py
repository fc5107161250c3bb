"""Notices in the outbox are sealed, each for its chat, kind and instant: it opens as no other row's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlmodel import col, select, update

from domain.messages import Chat, Notice
from storage import chats, messages
from storage.database import Tx
from storage.outgoing.notices import decode, encode
from storage.tables import OutboxRow


def sealed(tx: Tx, notice: Notice, chat: Chat, at: datetime) -> str:
    """What a row of the chat's from this instant holds of a notice."""
    return tx.ring.seal_text(encode(notice), *_place(chat, notice.kind, at))


def notice_of(tx: Tx, row: Any, chat: Chat) -> Notice:
    """What a row of the chat's (its `notice`, `kind` and `at`) says; raises LostKey or NotAsSealed."""
    return decode(tx.ring.open_text(row.notice, *_place(chat, row.kind, row.at)), chat)


def seal_anew(tx: Tx, row: Any, chat: Chat) -> None:
    """The same notice for this chat, whatever it was sealed for, by the newest key."""
    notice = notice_of(tx, row, replace(chat, id=row.chat_id))
    anew: dict[str, Any] = {"chat_id": chat.id, "notice": sealed(tx, notice, chat, row.at)}
    if row.case_id < 0:
        anew["case_id"] = messages.number_beside(tx, chat, notice.about)
    tx.run(update(OutboxRow).where(col(OutboxRow.id) == row.id).values(anew))


def migrate(tx: Tx, chat: Chat, new: str) -> None:
    """A group became a supergroup: everything bound to or waiting for the old id goes to the new one."""
    chats.migrate(tx, chat, new)
    for row in tx.rows(select(OutboxRow).where(OutboxRow.network == chat.network, OutboxRow.chat_id == chat.id)):
        seal_anew(tx, row, replace(chat, id=new))


def _place(chat: Chat, kind: str, at: datetime) -> tuple[object, ...]:
    return "outbox", chat.network, chat.id, str(kind), at.astimezone(UTC).isoformat()
