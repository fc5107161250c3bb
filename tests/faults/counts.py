"""What should stand in the chats (by the outbox) against what does (by the stand-in), and what the database holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlmodel import col, func, select

from bot.channels.telegram.client import Telegram
from bot.delivery.rendering import Reader, Rendering
from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.messages import Kind
from handlers.admin import audit
from storage.database import Tx
from storage.engines import open_store
from storage.outgoing import leases
from storage.outgoing.outbox import Item
from storage.tables import CaseRow, FailedUpdate, JournalRow, OutboxRow, Seen
from tests.faults.crowd import FIRST
from tests.wire.telegram import Sent

_ROWS = select(OutboxRow).where(col(OutboxRow.network) == "telegram").order_by(col(OutboxRow.id))
_STATES = select(col(OutboxRow.state), func.count().label("number")).group_by(col(OutboxRow.state))
_TEXTS = select(col(CaseRow.rest))
_MOVES = select(col(JournalRow.move))
_COUNTS = {
    "seen": select(func.count().label("number")).select_from(Seen),
    "failed": select(func.count().label("number")).select_from(FailedUpdate),
}
AT_ONCE = timedelta(seconds=0.1)
_OWN = re.compile(r"(?:Việc|Trả lời) (\d{5})")


@dataclass
class Counts:
    """Messages lost, doubled, misrouted and out of order; `wrong` says which effect is not there exactly once.

    `doubled_at` are the times of what was sent a second time later.
    """

    messages: int = 0
    lost: int = 0
    doubled: int = 0
    misrouted: int = 0
    disordered: int = 0
    doubled_at: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def row(self) -> str:
        """For the table."""
        effects = "; ".join(self.wrong) or "each once"
        return f"{self.messages:6} {self.lost:5} {self.doubled:7} {self.misrouted:9} {self.disordered:10}   {effects}"


HEAD = f"{'sent':>6} {'lost':>5} {'doubled':>7} {'misrouted':>9} {'disordered':>10}   effects"


def count(
    url: str, sent: Iterable[Sent], people: int, *, updates: int = 0, moves: Mapping[str, int] | None = None
) -> Counts:
    """Compare; `updates` is how many the people sent, `moves` what the journals say, if not all matters."""
    moves = moves or dict.fromkeys(("filed", "answered", "confirmed", "rated"), people)
    store = open_store(url, lambda: datetime.now(UTC), "")
    counts = Counts()
    try:
        rows = store.call(lambda tx: [(row, leases.item(tx, row)) for row in tx.rows(_ROWS)])
        store.call(lambda tx: _effects(tx, counts, people, updates, moves))
        checked, wrong = audit.verify(store)
        counts.wrong += wrong
        if checked != people:
            counts.wrong.append(f"{checked} journals")
    finally:
        store.close()
    _messages(counts, rows, list(sent))
    return counts


def _effects(tx: Tx, counts: Counts, people: int, updates: int, moves: Mapping[str, int]) -> None:
    """Every case, every journal entry, every text exactly once; nothing failed, nothing given up, nothing waiting."""
    texts = Counter(row.rest["text"].partition(":")[0] for row in tx.rows(_TEXTS))
    if texts != Counter(f"Việc {number:05d}" for number in range(people)):
        counts.wrong.append(f"{sum(texts.values())} cases, {len(texts)} texts for {people} people")
    written = Counter(str(row.move) for row in tx.rows(_MOVES))
    if written != moves:
        counts.wrong.append(f"journal: {dict(written)}")
    states = {row.state: row.number for row in tx.rows(_STATES)}
    if set(states) != {"sent"}:
        counts.wrong.append(f"outbox: {states}")
    if failed := tx.first(_COUNTS["failed"]).number:
        counts.wrong.append(f"{failed} failed updates")
    if updates and (seen := tx.first(_COUNTS["seen"]).number) != updates:
        counts.wrong.append(f"{seen} of {updates} updates taken in")


def _messages(counts: Counts, rows: list[tuple[Any, Item]], sent: list[Sent]) -> None:
    expected: defaultdict[int, list[tuple[Any, str]]] = defaultdict(list)
    for row, item in rows:
        if row.kind == Kind.SEND:
            expected[int(row.chat_id)] += [(row, text) for text in _texts(item)]
    got: defaultdict[int, list[Sent]] = defaultdict(list)
    for each in sent:
        got[each.chat_id].append(each)
    counts.messages = len(sent)
    for chat in expected.keys() | got.keys():
        _chat(counts, chat, expected[chat], got[chat])


def _texts(item: Item) -> list[str]:
    return [part.text for part in _rendering().parts(item.notice, Reader(item.language, Telegram.can))]


@lru_cache
def _rendering() -> Rendering:
    catalogue, _ = read_catalogue(ROOT / "catalogue" / "lang-son")
    return Rendering(Wording(catalogue, ROOT / "locales"))


def _chat(counts: Counts, chat: int, expected: list[tuple[Any, str]], got: list[Sent]) -> None:
    left: defaultdict[str, list[Any]] = defaultdict(list)
    for row, text in expected:
        left[text].append(row)
    first_at: dict[str, float] = {}
    before = None
    for each in got:
        own = _OWN.search(each.text)
        if each.text not in left or (chat > 0 and own and int(own[1]) != chat - FIRST):
            counts.misrouted += 1
            counts.details.append(f"misrouted to {chat}: {each.text[:80]!r}")
            continue
        if left[each.text]:
            now = left[each.text].pop(0)
            if before and _overtaken(now, before):
                counts.disordered += 1
                counts.details.append(f"in {chat} row {now.id} came after {before.id}: {each.text[:60]!r}")
            before = now
        else:
            counts.doubled += 1
            counts.doubled_at.append(first_at[each.text])
        first_at[each.text] = each.at
    missing = [text for text, rows in left.items() for _ in rows]
    counts.lost += len(missing)
    counts.details += [f"lost in {chat}: {text[:80]!r}" for text in missing]


def _overtaken(row: Any, before: Any) -> bool:
    """True when a message came before one that is as urgent and older; transactions at one time have no order."""
    return bool(before.id > row.id and before.urgency >= row.urgency and before.at - row.at > AT_ONCE)
