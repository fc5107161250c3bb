"""Every table that holds something sealed: which rows are not under the newest key, and how they come under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlmodel import SQLModel, col, or_, select, tuple_

from domain.case.apart import is_erased
from domain.case.case import Tier
from domain.messages import Chat, Network
from storage import cases, failed, files, messages, page, people
from storage.database import Tx
from storage.journal import entries
from storage.outgoing import envelopes, tokens
from storage.oversight import directives
from storage.rights import requests
from storage.sealing.ring import SEALED, Key, is_sealed, is_under
from storage.tables import (
    Attachment,
    Business,
    CaseRow,
    DataRequestEntry,
    DataRequestRow,
    DirectiveEntry,
    DirectiveRow,
    FailedUpdate,
    JournalRow,
    MessageRow,
    OutboxRow,
    PageMessage,
    Person,
    TokenRow,
)

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """A table, or `which` of its rows: `sealed` gives what of one is or should be, `again` seals it by a new key."""

    model: type[SQLModel]
    sealed: Callable[[Any], Iterable[Any]]
    again: Callable[[Tx, Any], None]
    which: tuple[Any, ...] = ()


def _texts(*columns: str) -> Callable[[Any], Iterable[Any]]:
    return lambda row: [getattr(row, each) for each in columns]


def _outbox(tx: Tx, row: Any) -> None:
    envelopes.seal_anew(tx, row, Chat(Network(row.network), row.chat_id))


def _attached(row: Any) -> Iterator[Any]:
    """Of what nobody sent, or nobody knows who did, nothing is sealed."""
    if row.person or is_sealed(row.name):
        yield row.name


def _asked(row: Any) -> Iterator[Any]:
    """The case of somebody who hides is not told beside them."""
    yield row.text
    if requests.joins(row):
        yield str(row.case_id)


def _written(row: Any) -> Iterator[Any]:
    """What is erased of an entry lies open: it says nothing."""
    yield from (text for text in (row.identity, row.words) if not is_erased(text))


_HIDES = or_(col(CaseRow.tier) == Tier.HIDDEN, col(CaseRow.unmasked_at).is_not(None))
KINDS = (
    Kind(
        CaseRow,
        _texts("rest"),
        cases.seal_anew,
        (_HIDES,),
    ),
    Kind(JournalRow, _written, entries.seal_anew, (col(JournalRow.case_id).in_(select(CaseRow.id).where(_HIDES)),)),
    Kind(Person, _texts("name", "conversation"), people.seal_anew),
    Kind(Business, _texts("name", "tax_code"), people.seal_firm_anew),
    Kind(Attachment, _attached, files.seal_anew),
    Kind(MessageRow, lambda row: [row.note] if row.note or cases.is_drawn(row.case_id) else [], messages.seal_anew),
    Kind(OutboxRow, _texts("notice"), _outbox),
    Kind(PageMessage, _texts("body"), page.seal_anew),
    Kind(DirectiveRow, lambda row: [row.rest] if cases.is_drawn(row.case_id) else [], directives.seal_anew),
    Kind(DirectiveEntry, lambda row: [row.facts] if SEALED in row.facts else [], directives.seal_entry_anew),
    Kind(DataRequestRow, _asked, requests.seal_anew),
    Kind(DataRequestEntry, _texts("name"), requests.seal_entry_anew),
    Kind(FailedUpdate, _texts("raw", "traceback"), failed.seal_anew),
    Kind(TokenRow, _texts("access", "refresh"), tokens.seal_anew),
)


def is_stale(kind: Kind, row: Any, newest: Key) -> bool:
    """True for a row of which something lies plain, or under another key than the newest."""
    return any(not _is_under(each, newest) for each in kind.sealed(row))


def _is_under(kept: Any, newest: Key) -> bool:
    if isinstance(kept, dict):
        return is_under(kept[SEALED], newest) if SEALED in kept else not kept
    return not kept or (is_sealed(kept) and is_under(kept, newest))


def rows_after(tx: Tx, kind: Kind, last: Any) -> list[Any]:
    """The next rows of a table in the order of their keys, after the row `last` (None: the first ones)."""
    keys = [getattr(kind.model, key.name) for key in inspect(kind.model).primary_key]
    wanted = select(kind.model).where(*kind.which).order_by(*keys).limit(AT_ONCE)
    if last is not None:
        wanted = wanted.where(tuple_(*keys) > tuple_(*(getattr(last, key.key) for key in keys)))
    return tx.rows(wanted)
