"""What officers are just writing to a case: what was asked of each of them, and in which chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from domain.messages import Chat, Network
from storage.database import Tx
from storage.statements import Prepared
from storage.tables import WritingRow

#: how long the next words of an officer are taken for what was asked of them
LIFE = timedelta(minutes=30)
#: somebody types to a case though nothing was asked of them: colleagues see it for a minute
TYPING = "typing"
TYPING_LIFE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Writing:
    """One officer's next words on a case, and as what they are meant; `extra` as in a wish."""

    person: int
    name: str
    case: int
    chat: Chat
    verb: str
    since: datetime
    extra: str = ""


# every word of an officer's runs this
_END = Prepared(delete(WritingRow).where(col(WritingRow.person) == bindparam("person")))


def begin(tx: Tx, writing: Writing) -> None:
    """From now on this officer's next words on the case are meant so, and no longer as what was asked before."""
    tx.put_or_change(
        WritingRow,
        person=writing.person,
        name=writing.name,
        case_id=writing.case,
        network=writing.chat.network,
        chat_id=writing.chat.id,
        verb=writing.verb,
        extra=writing.extra,
        since=writing.since,
    )


def types(tx: Tx, person: int, name: str, case: int, chat: Chat) -> None:
    """This officer types to a case; nothing where something was asked of them, which colleagues see already."""
    if of(tx, person) is None:
        begin(tx, Writing(person, name, case, chat, TYPING, tx.now - LIFE + TYPING_LIFE))


def of(tx: Tx, person: int) -> Writing | None:
    """What this officer is writing, or None."""
    found = tx.rows(_fresh(tx).where(col(WritingRow.person) == person, col(WritingRow.verb) != TYPING))
    return _writing(found[0]) if found else None


def on_case(tx: Tx, case: int) -> list[Writing]:
    """Who is writing to this case, in whatever chat; whoever began first comes first."""
    return [_writing(row) for row in tx.rows(_fresh(tx).where(col(WritingRow.case_id) == case))]


def now(tx: Tx) -> list[Writing]:
    """Everybody who is writing to a case just now; whoever began first comes first."""
    return [_writing(row) for row in tx.rows(_fresh(tx))]


def end(tx: Tx, person: int) -> None:
    """This officer's next words are no longer meant as anything."""
    tx.run(_END, person=person)


def end_all(tx: Tx, case: int, chat: Chat) -> None:
    """Nobody's next words in this chat are meant for the case any more."""
    here = (col(WritingRow.network) == chat.network, col(WritingRow.chat_id) == chat.id)
    tx.run(delete(WritingRow).where(col(WritingRow.case_id) == case, *here))


def _fresh(tx: Tx) -> Any:
    return select(WritingRow).where(col(WritingRow.since) >= tx.now - LIFE).order_by(col(WritingRow.since))


def _writing(row: Any) -> Writing:
    chat = Chat(Network(row.network), row.chat_id)
    return Writing(row.person, row.name, row.case_id, chat, row.verb, row.since, row.extra)
