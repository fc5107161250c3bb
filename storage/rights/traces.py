"""What hangs on a case or a person beside its journal: taken away with it, wherever it stands.

The journal's own words are erased by storage/cases; here is everything that repeats them. Where it lies and how it goes
says docs/inventory.toml, table by table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from sqlmodel import col, delete, select, update

from domain.messages import Chat, Network
from storage import failed, files, messages, page
from storage.database import Tx
from storage.knowledge import search
from storage.outgoing import envelopes, outbox
from storage.rights import holdings
from storage.tables import (
    Attachment,
    CasePlaces,
    Deflection,
    FailedUpdate,
    HeldNotice,
    OutboxRow,
    PageMessage,
    PublishedRow,
    Representative,
    WritingRow,
)

_CODE = re.compile(r"[A-Z]{2,4}\d{2}-\d{5,7}")
#: rows looked through at once for what quotes a case
_PORTION = 2000


def forget_words(tx: Tx, case: int) -> None:
    """Nothing beside its journal says any more what a case was about."""
    search.forget(tx, case)
    tx.run(delete(CasePlaces).where(col(CasePlaces.case_id) == case))
    tx.run(delete(WritingRow).where(col(WritingRow.case_id) == case))
    tx.run(delete(HeldNotice).where(col(HeldNotice.case_id) == case))
    tx.run(delete(OutboxRow).where(col(OutboxRow.case_id).in_(messages.numbers_of(tx, case))))
    page.forget_case(tx, case)
    forget_files(tx, [*files.drawn(tx, f"print|{case}|"), *files.drawn(tx, f"copy|0|{case}|")])
    messages.forget_notes(tx, case)
    tx.erases = True


def forget_public(tx: Tx, case: int) -> None:
    """What was published of a case is kept no longer, and found no more."""
    for row in tx.rows(select(PublishedRow.id).where(PublishedRow.case_id == case)):
        search.withdraw(tx, row.id)
    tx.run(delete(PublishedRow).where(col(PublishedRow.case_id) == case))


def forget_files(tx: Tx, numbers: Iterable[int]) -> int:
    """These attachments, their cleaned copies and their bytes are kept no longer; how many."""
    wanted = list(numbers)
    copies = [row.id for row in tx.rows(select(Attachment.id).where(col(Attachment.cleaned_of).in_(wanted)))]
    files.forget(tx, [*wanted, *copies])
    return len(wanted) + len(copies)


def forget_quotes(tx: Tx, codes: Collection[str]) -> None:
    """Lists and answers that name one of these cases are kept no longer: they quote it."""
    wanted = set(codes)
    for table, said in ((OutboxRow, _notice), (PageMessage, _on_page)):
        found = [row.id for row in _all(tx, table) if wanted.intersection(_CODE.findall(said(tx, row)))]
        for at in range(0, len(found), _PORTION):
            these = col(table.id).in_(found[at : at + _PORTION])
            tx.run(delete(table).where(these))
    tx.erases = True


def _all(tx: Tx, table: type[OutboxRow | PageMessage]) -> Iterable[Any]:
    last = 0
    while rows := tx.rows(select(table).where(col(table.id) > last).order_by(col(table.id)).limit(_PORTION)):
        yield from rows
        last = rows[-1].id


def _notice(tx: Tx, row: Any) -> str:
    return str(envelopes.notice_of(tx, row, Chat(Network(row.network), row.chat_id)))


def _on_page(tx: Tx, row: Any) -> str:
    return page.said(tx, row)[1]


def forget_chat(tx: Tx, chat: Chat, person: int) -> None:
    """Nothing of what was said in somebody's private chat is kept, nor of the files they sent there."""
    messages.forget_chat(tx, chat)
    outbox.forget_all(tx, chat)
    if chat.network is Network.PAGE:
        page.forget_all(tx, chat.id)
    own = [row.id for row in tx.rows(select(Attachment.id).where(files.is_theirs(tx, person)))] if person else []
    forget_files(tx, [*own, *_copies_for(tx, person)])
    tx.erases = True


def _copies_for(tx: Tx, person: int) -> list[int]:
    """The files in which this person's data was brought to them."""
    return files.drawn(tx, f"copy|{person}|") if person else []


def forget_person(tx: Tx, person: int, user: str, chat: Chat) -> None:
    """Whatever else names a person: failed updates of theirs, and what they said of firms."""
    if len(user) > 3:  # noqa: PLR2004  a shorter one stands in any text
        named = [user, *([chat.id] if chat.id else [])]
        theirs = [each.id for each in failed.of_network(tx, chat.network) if any(name in each.raw for name in named)]
        tx.run(delete(FailedUpdate).where(col(FailedUpdate.id).in_(theirs)))
    tx.run(update(Deflection).where(col(Deflection.person) == person).values(person=0))


def has_firms(tx: Tx, person: int) -> bool:
    """True while somebody is known to speak for a firm."""
    return tx.first(select(Representative.business_id).where(Representative.person_id == person).limit(1)) is not None


def cases_of(tx: Tx, person: int) -> list[int]:
    """All cases of a person, oldest first."""
    return holdings.numbers_of(tx, person)
