"""One input on its way through the handlers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from domain.messages import Incoming
from handlers.memory import Conversation
from handlers.province import Province
from storage.chats import Bound
from storage.database import Tx
from storage.people import Individual

Who = TypeVar("Who", covariant=True)  # noqa: PLC0105  a name people say


@dataclass(frozen=True, slots=True)
class Turn(Generic[Who]):
    """What a handler works with: the transaction, the province as configured, what came in, and from whom."""

    tx: Tx
    province: Province
    incoming: Incoming
    who: Who


@dataclass(frozen=True, slots=True)
class Private(Turn[Individual]):
    """A turn in a private chat: `who` is the person, `talk` where things stand with them."""

    talk: Conversation


#: in a group `who` is what the group's chat is bound to
InGroup: TypeAlias = Turn[Bound]
