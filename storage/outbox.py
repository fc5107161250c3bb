"""Messages to deliver: posted in the transaction of what caused them, claimed on a lease, settled visibly."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, insert, literal, null, or_, select, update

from domain.messages import (
    ALBUM,
    Audience,
    Chat,
    Choice,
    Kind,
    Lines,
    Network,
    Notice,
    To,
    Urgency,
    Words,
    decode_value,
    encode_value,
)
from storage import chats, messages
from storage.database import Tx
from storage.statements import Statement, table
from storage.tables import OutboxRow

LEASE = timedelta(seconds=20)
#: how long the first message of an album waits for the others, which a messenger delivers one by one
GATHER = timedelta(seconds=0.7)
#: how old a message may be that is tried again when somebody can be reached again
REVIVED = timedelta(days=30)
YOUNG = timedelta(seconds=3)
TOAST = 0  # the id of what has no row


@dataclass(frozen=True, slots=True)
class Item:
    """One message on its way to one chat; `mine` when this process has the lease from its birth on.

    `parts` of a long text stand in the chat already; `attempts` have failed.
    """

    id: int
    chat: Chat
    language: str
    notice: Notice
    parts: int = 0
    attempts: int = 0
    mine: bool = True
    posted_at: datetime | None = None


_OUTBOX = table(OutboxRow)
_OTHER = _OUTBOX.alias("other")
_WAITING = _OUTBOX.c.state == "waiting"
_SAME_CHAT = and_(_OTHER.c.network == _OUTBOX.c.network, _OTHER.c.chat_id == _OUTBOX.c.chat_id)

_ME = bindparam("worker", type_=_OUTBOX.c.claimed_by.type)
#: the chat has messages waiting that are not mine; as two ranges of the index, however many of mine wait
_QUEUE_BUSY = exists(
    select(literal(1))
    .select_from(_OTHER)
    .where(
        _OTHER.c.state == "waiting",
        _OTHER.c.network == bindparam("network"),
        _OTHER.c.chat_id == bindparam("chat_id"),
        or_(_OTHER.c.claimed_by < _ME, _OTHER.c.claimed_by > _ME),
    )
)
_COLUMNS = (
    "network",
    "chat_id",
    "thread",
    "language",
    "notice",
    "kind",
    "urgency",
    "slot",
    "case_id",
    "at",
)
_POST = Statement(
    insert(_OUTBOX)
    .values(
        {
            **{name: bindparam(name) for name in _COLUMNS},
            # mine at once, unless the chat has messages waiting that are not mine: those go first
            "claimed_by": case((_QUEUE_BUSY, ""), else_=_ME),
            "claimed_until": bindparam("lease", type_=_OUTBOX.c.claimed_until.type),
            "state": "waiting",
            "attempts": 0,
            "parts": 0,
        }
    )
    .returning(_OUTBOX.c.id, _OUTBOX.c.claimed_by)
)
_HAS_SLOT = Statement(
    select(_OUTBOX.c.id, _OUTBOX.c.kind, _OUTBOX.c.claimed_by)
    .where(
        _WAITING,
        _OUTBOX.c.network == bindparam("on_network"),
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.slot == bindparam("place"),
    )
    .order_by(_OUTBOX.c.id.desc())
    .limit(1)
)
_WAITS_FOR_MORE = Statement(
    select(_OUTBOX.c.id, _OUTBOX.c.notice).where(
        _WAITING,
        _OUTBOX.c.claimed_by == "",
        _OUTBOX.c.network == bindparam("on_network"),
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.slot == bindparam("place"),
    )
)
_HOLD = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("item"))
    .values(claimed_by=literal(""), not_before=bindparam("until"))
)
_REWRITE = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("item"), _WAITING, _OUTBOX.c.claimed_by == "")
    .values(notice=bindparam("new_notice"))
)
# a lease of this process's own is never claimed again: its message is in memory, or `renew` gives it back
_FREE = or_(
    _OUTBOX.c.claimed_by == "",
    and_(_OUTBOX.c.claimed_by != bindparam("worker2"), _OUTBOX.c.claimed_until < bindparam("instant")),
)
_RIPE = or_(_OUTBOX.c.not_before.is_(None), _OUTBOX.c.not_before <= bindparam("instant2"))
_BLOCKED = exists(
    select(literal(1))
    .select_from(_OTHER)
    .where(
        _SAME_CHAT,
        _OTHER.c.state == "waiting",
        or_(
            and_(_OTHER.c.id < _OUTBOX.c.id, _OTHER.c.not_before > bindparam("instant3")),
            and_(
                _OTHER.c.claimed_by != "",
                _OTHER.c.claimed_by != bindparam("worker"),
                _OTHER.c.claimed_until >= bindparam("instant4"),
            ),
        ),
    )
)
_RIPE_ROWS = Statement(
    select(_OUTBOX).where(_WAITING, _FREE, _RIPE, ~_BLOCKED).order_by(_OUTBOX.c.id).limit(bindparam("most"))
)
_CLAIM = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("item"), _WAITING)
    .values(claimed_by=bindparam("worker"), claimed_until=bindparam("until"))
    .returning(_OUTBOX.c.notice)  # an edit may have been brought up to date since it was found
)
_HELD = Statement(
    select(_OUTBOX.c.id, _OUTBOX.c.claimed_until).where(_WAITING, _OUTBOX.c.claimed_by == bindparam("worker"))
)
_RENEW = Statement(
    update(_OUTBOX)
    .where(_WAITING, _OUTBOX.c.claimed_by == bindparam("worker"))
    .values(claimed_until=bindparam("until"))
)
_RELEASE_ALL = Statement(update(_OUTBOX).where(_WAITING, _OUTBOX.c.claimed_by != "").values(claimed_by=""))
_RELEASE = Statement(update(_OUTBOX).where(_OUTBOX.c.id == bindparam("item"), _WAITING).values(claimed_by=""))
_RELEASE_MINE = Statement(
    update(_OUTBOX).where(_WAITING, _OUTBOX.c.claimed_by == bindparam("worker")).values(claimed_by="")
)
_SETTLE = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("item"))
    .values(
        state=bindparam("new_state"),
        settled_at=bindparam("instant"),
        error=bindparam("new_error"),
        claimed_by=literal(""),
    )
)
_DELETE = Statement(delete(_OUTBOX).where(_OUTBOX.c.id == bindparam("item")))
_FORGET = Statement(
    delete(_OUTBOX).where(
        _OUTBOX.c.network == bindparam("on_network"), _OUTBOX.c.chat_id == bindparam("chat"), _OUTBOX.c.case_id == 0
    )
)
_BACK_OFF = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("item"))
    .values(
        not_before=bindparam("until"),
        attempts=_OUTBOX.c.attempts + 1,
        error=bindparam("new_error"),
    )
)
_PARTS = Statement(update(_OUTBOX).where(_OUTBOX.c.id == bindparam("item")).values(parts=bindparam("done")))
_REVIVE = Statement(
    update(_OUTBOX)
    .where(
        _OUTBOX.c.state == "given-up",
        _OUTBOX.c.kind == str(Kind.SEND),
        _OUTBOX.c.network == bindparam("on_network"),
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.settled_at > bindparam("since"),
    )
    .values(state=literal("waiting"), settled_at=null(), not_before=null(), attempts=0)
)
_IS_WAITING = Statement(select(_OUTBOX.c.id).where(_OUTBOX.c.id == bindparam("item"), _WAITING))
_COUNT = Statement(select(_OUTBOX.c.state, func.count().label("number")).group_by(_OUTBOX.c.state))
_OLDEST = Statement(select(func.min(_OUTBOX.c.at).label("at")).where(_WAITING))


def post(tx: Tx, notice: Notice) -> None:
    """Queue the notice for every chat behind its address; an edit that waits already is brought up to date instead.

    A toast is not kept: it answers a tap within seconds or not at all.
    """
    for chat, language in chats.resolve(tx, notice.to):
        if notice.kind is Kind.TOAST:
            tx.posted.append(Item(TOAST, chat, language, notice, posted_at=tx.now))
            continue
        if notice.kind is Kind.EDIT and _joined_or_pointless(tx, chat, notice):
            continue
        gathers = notice.slot.startswith(ALBUM)
        if gathers and _joined_album(tx, chat, notice):
            continue
        _insert(tx, chat, language, notice)
        if gathers:
            _wait_for_more(tx)


def _joined_or_pointless(tx: Tx, chat: Chat, notice: Notice) -> bool:
    """True when the edit needs no row of its own: it joined one that waits, or there is no message to edit."""
    waiting = tx.first(_HAS_SLOT, on_network=chat.network, chat=chat.id, place=notice.slot)
    if waiting is None:
        return messages.in_slot(tx, chat, notice.slot) is None
    if waiting.kind != Kind.EDIT:
        return False
    return tx.run(_REWRITE, item=waiting.id, new_notice=encode(notice)) > 0


def _joined_album(tx: Tx, chat: Chat, notice: Notice) -> bool:
    """True when the files joined the message of the same album that still waits for more."""
    waiting = tx.first(_WAITS_FOR_MORE, on_network=chat.network, chat=chat.id, place=notice.slot)
    if waiting is None:
        return False
    first = decode(waiting.notice, chat)
    return tx.run(_REWRITE, item=waiting.id, new_notice=encode(replace(first, files=(*first.files, *notice.files)))) > 0


def _wait_for_more(tx: Tx) -> None:
    """The message just posted leaves in a moment, and nobody has claimed it till then."""
    item = tx.posted.pop()
    tx.run(_HOLD, item=item.id, until=tx.now + GATHER)
    tx.posted.append(replace(item, mine=False))


def _insert(tx: Tx, chat: Chat, language: str, notice: Notice) -> None:
    row = tx.first(
        _POST,
        network=chat.network,
        chat_id=chat.id,
        thread=chat.thread,
        language=language,
        notice=encode(notice),
        kind=notice.kind,
        urgency=int(notice.urgency),
        slot=notice.slot,
        case_id=notice.about,
        at=tx.now,
        worker=tx.worker,
        lease=tx.now + LEASE,
    )
    mine = bool(row.claimed_by)
    tx.posted.append(Item(row.id, chat, language, notice, mine=mine, posted_at=tx.now))


def claim(tx: Tx, most: int = 200) -> list[Item]:
    """Lease up to `most` waiting messages whose chats nobody else is serving, oldest first."""
    tx.lock("outbox")
    now, me = tx.now, tx.worker
    rows = tx.rows(_RIPE_ROWS, instant=now, instant2=now, instant3=now, instant4=now, worker=me, worker2=me, most=most)
    leased = [(row, tx.first(_CLAIM, item=row.id, worker=me, until=now + LEASE)) for row in rows]
    return [_item(row, now_says.notice) for row, now_says in leased if now_says]


def renew(tx: Tx, held: Collection[int] | None = None) -> set[int]:
    """Keep this process's leases for another while; the ids it really has.

    A message that is not among the `held` ones in memory (a commit whose answer was lost) is given back.
    """
    rows = tx.rows(_HELD, worker=tx.worker)
    for row in rows:
        if held is not None and row.id not in held and row.claimed_until < tx.now + LEASE - YOUNG:
            tx.run(_RELEASE, item=row.id)
    if rows:
        tx.run(_RENEW, worker=tx.worker, until=tx.now + LEASE)
    return {row.id for row in rows}


def release_all(tx: Tx) -> None:
    """Void every lease: right when no other process can be running (SQLite at start)."""
    tx.run(_RELEASE_ALL)


def release_mine(tx: Tx) -> None:
    """Give back everything this process holds, so that another one need not wait for its leases to end."""
    tx.run(_RELEASE_MINE, worker=tx.worker)


def release(tx: Tx, ids: Iterable[int]) -> None:
    """Give these messages back; they are claimed again in order."""
    for number in ids:
        tx.run(_RELEASE, item=number)


def sent(tx: Tx, item: Item, message_ids: Sequence[str]) -> None:
    """The message stands in the chat: a reply to it, or an edit of its slot, will find it."""
    notice = item.notice
    if notice.fleeting:
        tx.run(_DELETE, item=item.id)
        return
    tx.run(_SETTLE, item=item.id, new_state="sent", instant=tx.now, new_error="")
    if not message_ids or notice.kind is not Kind.SEND:
        return
    if notice.slot:
        messages.take_slot(tx, item.chat, notice.slot, message_ids[0])
    if notice.about or notice.prompt:
        for message_id in message_ids:
            messages.remember(tx, item.chat, messages.Known(message_id, notice.about, notice.slot, notice.prompt, {}))


def try_again(tx: Tx, chat: Chat) -> int:
    """What was given up for somebody who can be reached again waits once more, in its order; how many messages."""
    return tx.run(_REVIVE, on_network=chat.network, chat=chat.id, since=tx.now - REVIVED)


def is_waiting(tx: Tx, item: Item) -> bool:
    """True until the message is settled."""
    return tx.first(_IS_WAITING, item=item.id) is not None


def part_sent(tx: Tx, item: Item, done: int, message_id: str) -> None:
    """`done` parts of a long message stand in the chat; a retry begins after them."""
    tx.run(_PARTS, item=item.id, done=done)
    if item.notice.about:
        messages.remember(tx, item.chat, messages.Known(message_id, item.notice.about, "", item.notice.prompt, {}))


def back_off(tx: Tx, item: Item, until: datetime, error: str) -> None:
    """Note a failure; not tried again before `until`, neither by this process nor by one after it."""
    tx.run(_BACK_OFF, item=item.id, until=until, new_error=error)


def give_up(tx: Tx, item: Item, error: str) -> None:
    """The message will not be sent; the row stays as the visible proof, unless it is fleeting."""
    if item.notice.fleeting:
        tx.run(_DELETE, item=item.id)
        return
    tx.run(_SETTLE, item=item.id, new_state="given-up", instant=tx.now, new_error=error)


def forget(tx: Tx, chat: Chat) -> None:
    """Keep nothing of what this chat was sent, or is still to be sent, that belongs to no case."""
    tx.run(_FORGET, on_network=chat.network, chat=chat.id)


def counts(tx: Tx) -> dict[str, int]:
    """How many messages are in each state."""
    return {row.state: row.number for row in tx.rows(_COUNT)}


def oldest_waiting(tx: Tx) -> datetime | None:
    """When the oldest waiting message was posted, or None."""
    row = tx.first(_OLDEST)
    return row.at if row else None


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=encode_value)


def encode(notice: Notice) -> str:
    """The notice as JSON text, without its address."""
    body: dict[str, Any] = {"words": notice.words}
    body |= _plain(notice)
    if notice.choices:
        body["choices"] = [[[choice.label, choice.data] for choice in row] for row in notice.choices]
    return _JSON.encode(body)


_PLAIN = {
    "kind": Kind.SEND,
    "urgency": Urgency.RECEIPT,
    "about": 0,
    "slot": "",
    "prompt": "",
    "files": (),
    "reply_to": "",
    "under": "",
    "tap_id": "",
    "fleeting": False,
}


def _plain(notice: Notice) -> list[tuple[str, Any]]:
    return [(name, value) for name, default in _PLAIN.items() if (value := getattr(notice, name)) != default]


def decode(text: str, chat: Chat) -> Notice:
    """The notice the text holds, addressed to the chat."""
    body = json.loads(text, object_hook=decode_value)
    words: Words | Lines = body.pop("words")
    rows = body.pop("choices", [])
    notice = Notice(
        To(Audience.CHAT, chat=chat),
        words,
        choices=tuple(tuple(Choice(label, data) for label, data in row) for row in rows),
    )
    changes = {name: value for name, value in body.items() if name in _PLAIN}
    if "kind" in changes:
        changes["kind"] = Kind(changes["kind"])
    if "files" in changes:
        changes["files"] = tuple(changes["files"])
    return replace(notice, **changes)


def _item(row: Any, notice: str) -> Item:
    chat = Chat(Network(row.network), row.chat_id, row.thread)
    return Item(row.id, chat, row.language, decode(notice, chat), row.parts, row.attempts, posted_at=row.at)
