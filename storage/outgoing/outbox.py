"""Messages to deliver: posted in the transaction of what caused them, claimed one a chat, settled visibly.

A chat's waiting messages stand in one order, by `urgency` and then by age: one that failed before all others, new ones
as urgent as they are, changes of what stands there already after them, mere signs last. `leases.claim` takes the first
of a chat and no second one before that is settled; so the order holds whoever delivers, and what is claimed is what is
on its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal,
    literal_column,
    null,
    select,
    update,
)

from domain.messages import ALBUM, ANSWERED, Chat, Kind, Lines, Notice, Urgency
from storage import chats, messages
from storage.database import Tx
from storage.outgoing import envelopes
from storage.statements import Prepared
from storage.tables import OutboxRow

#: how long the first message of an album waits for the others, which a messenger delivers one by one
GATHER = timedelta(seconds=0.7)
#: how long a change waits for the word that what it tells of has arrived
RECEIPT = timedelta(seconds=2)
#: how old a message may be that is tried again when somebody can be reached again
REVIVED = timedelta(days=30)
TOAST = 0  # the id of what has no row
#: places in a chat's order beside those of `Urgency`
FIRST, CHANGE, SIGN = -1, 10, 11


@dataclass(frozen=True, slots=True)
class Item:
    """One message on its way to one chat: `parts` of a long text stand there already, `attempts` have failed."""

    id: int
    chat: Chat
    language: str
    notice: Notice
    parts: int = 0
    attempts: int = 0
    posted_at: datetime | None = None


class _Waiting(NamedTuple):
    """What a row holds that waits for the same place."""

    notice: str
    kind: str
    at: datetime


OUTBOX: Table = OutboxRow.__table__  # type: ignore[attr-defined]
# written out, not bound: the databases use a partial index only where they can read its condition in the statement
IS_WAITING: ColumnElement[str] = literal_column("'waiting'")
NOBODY: ColumnElement[str] = literal_column("''")
WAITING = OUTBOX.c.state == IS_WAITING
HERE = and_(WAITING, OUTBOX.c.network == bindparam("on_network"), OUTBOX.c.chat_id == bindparam("chat"))
_IN_SLOT = and_(HERE, OUTBOX.c.slot == bindparam("place"), OUTBOX.c.slot != NOBODY)
_LAST_OF_SLOT = Prepared(select(OUTBOX.c.id, OUTBOX.c.kind).where(_IN_SLOT).order_by(OUTBOX.c.id.desc()).limit(1))
#: the last that waits for a slot, and whether a message stands in it
_AT_SLOT = Prepared(
    select(
        *(
            select(OUTBOX.c[name]).where(_IN_SLOT).order_by(OUTBOX.c.id.desc()).limit(1).label(f"waiting_{name}")
            for name in ("id", "kind", "at", "notice")
        ),
        exists(messages.standing(bindparam("on_network"), bindparam("chat"), bindparam("place"))).label("stands"),
    )
)
_GATHERING = Prepared(
    select(OUTBOX.c.id, OUTBOX.c.kind, OUTBOX.c.at, OUTBOX.c.notice).where(_IN_SLOT, OUTBOX.c.claimed_by == "")
)
_REWRITE = Prepared(
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("item"), WAITING, OUTBOX.c.claimed_by == "")
    .values(notice=bindparam("new_notice"))
)
_NEED_NOT_WAIT = Prepared(update(OUTBOX).where(OUTBOX.c.id == bindparam("item"), WAITING).values(not_before=null()))
_GO_AHEAD = Prepared(
    update(OUTBOX)
    .where(
        OUTBOX.c.id.in_(select(OUTBOX.c.id).where(_IN_SLOT, OUTBOX.c.kind == str(Kind.EDIT))),
        OUTBOX.c.urgency > bindparam("place_in_order"),
    )
    .values(urgency=bindparam("place_in_order"))
)
_BESIDE = OUTBOX.alias("beside")
_MORE = select(literal(1)).where(
    _BESIDE.c.state == IS_WAITING,
    _BESIDE.c.network == bindparam("on_network"),
    _BESIDE.c.chat_id == bindparam("chat"),
    _BESIDE.c.id != bindparam("item"),
)
_SETTLE = Prepared(
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("item"))
    .values(
        state=bindparam("new_state"),
        settled_at=bindparam("instant"),
        error=bindparam("new_error"),
        urgency=bindparam("place_in_order"),  # as it was before any failure: it may be revived
        claimed_by="",
    )
    .returning(OUTBOX.c.chat_id, exists(_MORE).label("more"))
)
_DELETE = Prepared(delete(OUTBOX).where(OUTBOX.c.id == bindparam("item")))
_FORGET = delete(OUTBOX).where(
    OUTBOX.c.network == bindparam("on_network"), OUTBOX.c.chat_id == bindparam("chat"), OUTBOX.c.case_id == 0
)
_BACK_OFF = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("item"), WAITING)
    .values(
        not_before=bindparam("until"),
        thread=bindparam("in_thread"),
        attempts=bindparam("failures"),
        error=bindparam("new_error"),
        urgency=FIRST,
        claimed_by="",
    )
)
_PARTS = update(OUTBOX).where(OUTBOX.c.id == bindparam("item")).values(parts=bindparam("done"), urgency=FIRST)
_REVIVE = (
    update(OUTBOX)
    .where(
        OUTBOX.c.state == "given-up",
        OUTBOX.c.kind == str(Kind.SEND),
        OUTBOX.c.network == bindparam("on_network"),
        OUTBOX.c.chat_id == bindparam("chat"),
        OUTBOX.c.settled_at > bindparam("since"),
    )
    .values(state=literal("waiting"), settled_at=null(), not_before=null(), attempts=0)
)
_SAID = (
    select(OUTBOX.c.notice, OUTBOX.c.kind, OUTBOX.c.at)
    .where(
        OUTBOX.c.state.in_(["waiting", "sent"]),
        OUTBOX.c.network == bindparam("on_network"),
        OUTBOX.c.chat_id == bindparam("chat"),
        OUTBOX.c.at > bindparam("since"),
    )
    .order_by(OUTBOX.c.id.desc())
    .limit(bindparam("most"))
)
_LAST = (
    select(OUTBOX.c.state, OUTBOX.c.settled_at)
    .where(
        OUTBOX.c.case_id == bindparam("about"),
        OUTBOX.c.network == bindparam("on_network"),
        OUTBOX.c.chat_id == bindparam("chat"),
        OUTBOX.c.kind == str(Kind.SEND),
        OUTBOX.c.at > bindparam("since"),
    )
    .order_by(OUTBOX.c.id.desc())
    .limit(1)
)
_STILL_WAITS = Prepared(select(OUTBOX.c.id).where(OUTBOX.c.id == bindparam("item"), WAITING))
_COUNT = select(OUTBOX.c.state, func.count().label("number")).group_by(OUTBOX.c.state)
_OLDEST = select(func.min(OUTBOX.c.at).label("at")).where(WAITING)


def post(tx: Tx, notice: Notice) -> None:
    """Queue the notice for every chat behind its address; an edit that waits already is brought up to date instead.

    A toast is not kept: it answers a tap within seconds or not at all.
    """
    for chat, language in chats.resolve(tx, notice.to):
        if notice.kind is Kind.TOAST:
            tx.posted.append(Item(TOAST, chat, language, notice, posted_at=tx.now))
        elif not (notice.slot and _needs_no_row(tx, chat, notice)):
            _insert(tx, chat, language, notice)


def _needs_no_row(tx: Tx, chat: Chat, notice: Notice) -> bool:
    """True when the message joined one that waits in its slot, or changes what is not there."""
    if notice.kind is Kind.EDIT:
        return _joined_or_pointless(tx, chat, notice)
    if notice.slot.startswith(ALBUM):
        return _joined_album(tx, chat, notice)
    # a change of what stands in the slot now is made before this takes the slot, or it would be made to this
    where = {"on_network": chat.network, "chat": chat.id, "place": notice.slot}
    tx.run(_GO_AHEAD, **where, place_in_order=_place_in_order(notice))
    return False


def _joined_or_pointless(tx: Tx, chat: Chat, notice: Notice) -> bool:
    """True when the edit joined one that waits and is not on its way yet, or there is no message to edit."""
    there = tx.first(_AT_SLOT, on_network=chat.network, chat=chat.id, place=notice.slot)
    if there.waiting_id is None:
        return not there.stands
    if there.waiting_kind != Kind.EDIT:
        return False
    waiting = _Waiting(there.waiting_notice, there.waiting_kind, there.waiting_at)
    earlier = envelopes.notice_of(tx, waiting, chat)
    notice = _with_news_of(earlier, notice)
    if not _rewritten(tx, there.waiting_id, notice, chat, waiting.at):
        return False
    if earlier.waits and not notice.waits:
        tx.run(_NEED_NOT_WAIT, item=there.waiting_id)
        tx.posted.append(Item(there.waiting_id, chat, "", notice, posted_at=tx.now))
    return True


def _with_news_of(earlier: Notice, notice: Notice) -> Notice:
    """What the earlier change tells stays told: only what the message looks like is brought up to date."""
    if earlier.news is None or earlier.news == notice.news:
        return notice
    news = Lines((earlier.news, notice.news)) if notice.news else earlier.news
    return replace(notice, news=news, reply_to=notice.reply_to or earlier.reply_to)


def _joined_album(tx: Tx, chat: Chat, notice: Notice) -> bool:
    """True when the files joined the message of the same album that still waits for more."""
    waiting = tx.first(_GATHERING, on_network=chat.network, chat=chat.id, place=notice.slot)
    if waiting is None:
        return False
    first = envelopes.notice_of(tx, waiting, chat)
    return _rewritten(tx, waiting.id, replace(first, files=(*first.files, *notice.files)), chat, waiting.at)


def _rewritten(tx: Tx, item: int, notice: Notice, chat: Chat, at: datetime) -> bool:
    return tx.run(_REWRITE, item=item, new_notice=envelopes.sealed(tx, notice, chat, at)) > 0


def _insert(tx: Tx, chat: Chat, language: str, notice: Notice) -> None:
    number = tx.add(
        OutboxRow,
        network=chat.network,
        chat_id=chat.id,
        thread=chat.thread,
        language=language,
        notice=envelopes.sealed(tx, notice, chat, tx.now),
        kind=notice.kind,
        urgency=_place_in_order(notice),
        slot=notice.slot,
        case_id=messages.number_beside(tx, chat, notice.about),
        at=tx.now,
        not_before=tx.now + GATHER if notice.slot.startswith(ALBUM) else tx.now + RECEIPT if notice.waits else None,
        state="waiting",
        claimed_by="",
        attempts=0,
        parts=0,
    )
    tx.posted.append(Item(number, chat, language, notice, posted_at=tx.now))


def _place_in_order(notice: Notice) -> int:
    """Where it stands among what waits for its chat."""
    return {Kind.EDIT: CHANGE, Kind.REACT: SIGN, Kind.REMOVE: SIGN}.get(notice.kind, int(notice.urgency))


def sent(tx: Tx, item: Item, message_ids: Sequence[str]) -> bool:
    """The message stands in the chat: a reply to it, or an edit of its slot, will find it.

    False when nothing more waits for the chat.
    """
    notice = item.notice
    stands_in, has_more = _settle(tx, item, "sent", "")
    if notice.receipt:
        post(tx, notice.receipt)
    if not message_ids or notice.kind is not Kind.SEND:
        return has_more
    if notice.fleeting:
        if notice.slot:  # by which alone it can be taken out of the chat again
            messages.take_slot(tx, item.chat, notice.slot, message_ids[0])
        return has_more
    if stands_in != item.chat.id:
        # the group became a supergroup before this was written down: its messages did not come along (chats.migrate)
        if notice.slot:
            messages.take_slot(tx, replace(item.chat, id=stands_in), notice.slot, "")
        return True
    if notice.slot:
        messages.take_slot(tx, item.chat, notice.slot, message_ids[0])
    if notice.about or notice.slot.startswith(ANSWERED):
        for message_id in message_ids:
            messages.remember(tx, item.chat, messages.Known(message_id, notice.about, notice.slot, {}))
    return has_more


def part_sent(tx: Tx, item: Item, done: int, message_id: str) -> None:
    """`done` parts of a long message stand in the chat; a retry begins after them, and nothing comes between."""
    tx.run(_PARTS, item=item.id, done=done)
    if item.notice.about:
        messages.remember(tx, item.chat, messages.Known(message_id, item.notice.about, "", {}))


def back_off(tx: Tx, item: Item, until: datetime, error: str) -> None:
    """Note a failure; its chat rests until then, whoever serves it, and the message leaves before anything else.

    A newer change of the same message takes the place of one that failed.
    """
    notice = item.notice
    tries = item.id
    if notice.kind is Kind.EDIT:
        last = tx.first(_LAST_OF_SLOT, on_network=item.chat.network, chat=item.chat.id, place=notice.slot)
        if last is not None and last.kind == Kind.EDIT and last.id != item.id:
            _settle(tx, item, "sent", "")
            tries = last.id
    failures = item.attempts + 1
    tx.run(_BACK_OFF, item=tries, until=until, in_thread=item.chat.thread, failures=failures, new_error=error)


def give_up(tx: Tx, item: Item, error: str) -> None:
    """The message will not be sent; the row stays as the visible proof, unless it is fleeting."""
    _settle(tx, item, "given-up", error)


def _settle(tx: Tx, item: Item, state: str, error: str) -> tuple[str, bool]:
    """The id of the chat that the message belongs to now, and whether more may wait for it."""
    if item.notice.kind is Kind.REMOVE and item.notice.slot:
        messages.forget_slot(tx, item.chat, item.notice.slot)
    if item.notice.fleeting:
        tx.run(_DELETE, item=item.id)
        tx.erases = True  # it may have told a private code
        return item.chat.id, True
    place = _place_in_order(item.notice)
    of = {"item": item.id, "on_network": item.chat.network, "chat": item.chat.id}
    row = tx.first(_SETTLE, **of, new_state=state, instant=tx.now, new_error=error, place_in_order=place)
    return (row.chat_id, row.more) if row else (item.chat.id, True)


def try_again(tx: Tx, chat: Chat) -> int:
    """What was given up for somebody who can be reached again waits once more, in its order; how many messages."""
    return tx.run(_REVIVE, on_network=chat.network, chat=chat.id, since=tx.now - REVIVED)


def is_waiting(tx: Tx, item: Item) -> bool:
    """True until the message is settled."""
    return tx.first(_STILL_WAITS, item=item.id) is not None


def said(tx: Tx, chat: Chat, since: datetime, most: int) -> list[tuple[datetime, Notice]]:
    """The messages the chat was sent since then, or is being sent, the newest first; without quiet changes of cards."""
    rows = tx.rows(_SAID, on_network=chat.network, chat=chat.id, since=since, most=most)
    notices = [(row.at, envelopes.notice_of(tx, row, chat)) for row in rows]
    return [(at, each) for at, each in notices if each.kind is Kind.SEND or each.urgency <= Urgency.PROMPT]


def last_of(tx: Tx, chat: Chat, case: int, since: datetime) -> tuple[str, datetime | None] | None:
    """What became of the newest message of a case to this chat since then, and when; None for no message."""
    row = tx.first(_LAST, about=case, on_network=chat.network, chat=chat.id, since=since)
    return (row.state, row.settled_at) if row else None


def forget(tx: Tx, chat: Chat) -> None:
    """Keep nothing of what this chat was sent, or is still to be sent, that belongs to no case."""
    tx.run(_FORGET, on_network=chat.network, chat=chat.id)


def forget_all(tx: Tx, chat: Chat) -> None:
    """Keep nothing of what this chat was ever sent."""
    tx.run(delete(OUTBOX).where(OUTBOX.c.network == chat.network, OUTBOX.c.chat_id == chat.id))


def forget_slot(tx: Tx, slot: str) -> None:
    """Keep nothing of what was said in this place, in any chat; the next change says all there is to say."""
    tx.run(delete(OUTBOX).where(OUTBOX.c.slot == slot))


def counts(tx: Tx) -> dict[str, int]:
    """How many messages are in each state."""
    return {row.state: row.number for row in tx.rows(_COUNT)}


def oldest_waiting(tx: Tx) -> datetime | None:
    """When the oldest waiting message was posted, or None."""
    row = tx.first(_OLDEST)
    return row.at if row else None
