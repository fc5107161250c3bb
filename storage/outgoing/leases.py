"""Who brings which message: a process leases the first one of a chat, and no second one before that is settled.

So a chat's order holds whoever delivers, and what is leased is what is on its way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, literal, or_, select, update

from domain.messages import Chat, Kind, Network
from storage.database import Tx
from storage.outgoing import envelopes
from storage.outgoing.outbox import CHANGE, FIRST, IS_WAITING, NOBODY, OUTBOX, WAITING, Item
from storage.statements import Prepared

LEASE = timedelta(seconds=20)
#: what `item` needs of a row
_ITEM = [
    OUTBOX.c[name]
    for name in ("id", "network", "chat_id", "thread", "language", "kind", "notice", "parts", "attempts", "at")
]
_EVER = datetime(9999, 1, 1, tzinfo=UTC)

_NEXT = OUTBOX.alias("next")
_OTHER = OUTBOX.alias("other")


def _of_chat(rows: Any) -> ColumnElement[bool]:
    """What waits for one chat."""
    return and_(
        rows.c.state == IS_WAITING, rows.c.network == bindparam("on_network"), rows.c.chat_id == bindparam("chat")
    )


def _any_of_chat(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Another message waits for the chat of which this is true."""
    return exists(select(literal(1)).select_from(_OTHER).where(_of_chat(_OTHER), *conditions))


_WAITING_CHATS = Prepared(
    select(OUTBOX.c.network, OUTBOX.c.chat_id, func.min(OUTBOX.c.id).label("oldest"))
    .where(WAITING)
    .group_by(OUTBOX.c.network, OUTBOX.c.chat_id)
    .order_by(func.min(OUTBOX.c.id))
    .limit(bindparam("most"))
)
_IS_SERVED = _any_of_chat(_OTHER.c.claimed_by != NOBODY, _OTHER.c.claimed_until >= bindparam("instant"))
_IN_ORDER = select(_NEXT.c.id).where(_of_chat(_NEXT)).order_by(_NEXT.c.urgency, _NEXT.c.id).limit(1)
#: the first change of what stands there already, unless it has to wait for the message it changes, or one that failed
_CHANGE_IN_ORDER = _IN_ORDER.where(
    _NEXT.c.urgency >= CHANGE,
    ~_any_of_chat(_OTHER.c.slot != NOBODY, _OTHER.c.slot == _NEXT.c.slot, _OTHER.c.kind == str(Kind.SEND)),
    ~_any_of_chat(_OTHER.c.urgency == FIRST),
)


def _claiming(first: Any) -> Prepared:
    """Lease the row that `first` finds, if its time has come and nobody serves its chat."""
    is_ripe = or_(OUTBOX.c.not_before.is_(None), OUTBOX.c.not_before <= bindparam("rested_until"))
    return Prepared(
        update(OUTBOX)
        .where(OUTBOX.c.id == first.scalar_subquery(), is_ripe, ~_IS_SERVED)
        .values(claimed_by=bindparam("worker"), claimed_until=bindparam("until"))
        .returning(*_ITEM)
    )


_CLAIM = _claiming(_IN_ORDER)
_CLAIM_CHANGE = _claiming(_CHANGE_IN_ORDER)
_IS_MINE = and_(WAITING, OUTBOX.c.claimed_by != NOBODY, OUTBOX.c.claimed_by == bindparam("worker"))
_RENEW = Prepared(
    update(OUTBOX).where(OUTBOX.c.id == bindparam("item"), _IS_MINE).values(claimed_until=bindparam("until"))
)
_RELEASE = update(OUTBOX).where(OUTBOX.c.id == bindparam("item"), _IS_MINE).values(claimed_by="")
_RELEASE_MINE = update(OUTBOX).where(_IS_MINE).values(claimed_by="")
_RELEASE_ALL = update(OUTBOX).where(WAITING, OUTBOX.c.claimed_by != NOBODY).values(claimed_by="")


def waiting_chats(tx: Tx, most: int = 1000) -> list[Chat]:
    """The chats for which something waits, or is on its way; the one that has waited longest first."""
    return [Chat(Network(row.network), row.chat_id) for row in tx.rows(_WAITING_CHATS, most=most)]


def claim(
    tx: Tx, wanted: Collection[Chat], changes_of: Collection[Chat] = (), rested: Collection[Chat] = ()
) -> list[Item]:
    """Lease the first message of each chat whose time has come, unless somebody is bringing that chat another.

    Of the chats in `changes_of` a change of what stands there; a chat that is in both has it before its first message.
    Those in `rested` have waited after a failure for as long as they had to, whatever somebody has set the clock to.
    """
    if not wanted and not changes_of and not rested:
        return []
    tx.lock("outbox")  # a chat's order needs more than a locked row: nobody else may find its second message free
    found = [_claimed(tx, _CLAIM_CHANGE, chat, tx.now) for chat in changes_of]
    found += [_claimed(tx, _CLAIM, chat, tx.now) for chat in wanted]
    found += [_claimed(tx, _CLAIM, chat, _EVER) for chat in rested]
    return [each for each in found if each is not None]


def _claimed(tx: Tx, statement: Prepared, chat: Chat, rested_until: datetime) -> Item | None:
    where = {"on_network": chat.network, "chat": chat.id}
    row = tx.first(
        statement, **where, worker=tx.worker, instant=tx.now, rested_until=rested_until, until=tx.now + LEASE
    )
    return item(tx, row) if row else None


def renew(tx: Tx, ids: Collection[int]) -> set[int]:
    """Keep the leases of these messages for another while; the ids that are still this process's."""
    until = tx.now + LEASE
    return {number for number in ids if tx.run(_RENEW, item=number, worker=tx.worker, until=until)}


def release(tx: Tx, ids: Iterable[int]) -> None:
    """Give these messages back; they are claimed again in order."""
    for number in ids:
        tx.run(_RELEASE, item=number, worker=tx.worker)


def release_mine(tx: Tx) -> None:
    """Give back everything this process holds, so that another one need not wait for its leases to end."""
    tx.run(_RELEASE_MINE, worker=tx.worker)


def release_all(tx: Tx) -> None:
    """Void every lease: right when no other process can be running (SQLite at start)."""
    tx.run(_RELEASE_ALL)


def item(tx: Tx, row: Any) -> Item:
    """The message in a row of the outbox."""
    chat = Chat(Network(row.network), row.chat_id, row.thread)
    notice = envelopes.notice_of(tx, row, chat)
    return Item(row.id, chat, row.language, notice, row.parts, row.attempts, posted_at=row.at)
