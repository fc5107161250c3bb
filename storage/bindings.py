"""What is bound just now, by whom and since when; each binding has a short name of its own by which it can be ended."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select, update

from domain.messages import Chat, Network
from storage import people
from storage.chats import Bound
from storage.database import Tx
from storage.tables import Binding

USE_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """A binding as it stands: a chat's, or (`person`) an administrator's; `at` and `used_at` where they are known."""

    chat: Chat
    role: str
    department: str
    title: str
    by: str
    at: datetime | None
    used_at: datetime | None
    person: int = 0

    @property
    def name(self) -> str:
        """Six hexadecimal digits: the same for as long as the chat is, and no number that moves when others end."""
        return hashlib.sha256(f"{self.chat.network}:{self.chat.id}:{self.person}".encode()).hexdigest()[:6]


def every_one(tx: Tx) -> list[Standing]:
    """All bindings, role by role, and the administrators."""
    found = tx.rows(select(Binding).order_by(col(Binding.role), col(Binding.department), col(Binding.bound_at)))
    chats = [
        Standing(Chat(Network(row.network), row.chat_id), *_named(row), row.bound_by, row.bound_at, row.used_at)
        for row in found
    ]
    trusted = people.administrators(tx)
    return chats + [Standing(each.chat, "administrator", "", each.name, "", None, None, each.id) for each in trusted]


def _named(row: Binding) -> tuple[str, str, str]:
    return row.role, row.department, row.title


def find(tx: Tx, name: str) -> Standing | None:
    """The binding of this name, or None."""
    return next((each for each in every_one(tx) if each.name == name), None)


def note_use(tx: Tx, bound: Bound) -> None:
    """Something came from a bound chat just now; written down at most once an hour."""
    if bound.used_at and tx.now - bound.used_at < USE_NOTED_EVERY:
        return
    here = (col(Binding.network) == bound.chat.network, col(Binding.chat_id) == bound.chat.id)
    tx.run(update(Binding).where(*here).values(used_at=tx.now))
