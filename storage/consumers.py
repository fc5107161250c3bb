"""Programs that may read statistics: a token each, of which only the hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import col, select, update

from storage.database import Tx
from storage.tables import ConsumerRow

#: what a token looks like, so that one found in a log or a repository is known for what it is
BEGINS = "gvt_"
#: how precisely the last use is kept: a write for each request would be the work of nobody
USE = timedelta(minutes=10)


class Scope(StrEnum):
    """What a token opens."""

    FIGURES = "figures"
    OPEN_DATA = "open-data"
    EVENTS = "events"
    REQUESTS = "requests"


@dataclass(frozen=True, slots=True)
class Consumer:
    """A program with a token; `name` says whose it is."""

    id: int
    name: str
    scopes: frozenset[Scope]
    made_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None


def make(tx: Tx, name: str, scopes: Iterable[Scope]) -> str:
    """A new token, told this once; raises ValueError when a program of this name has one."""
    if any(each.name == name and each.revoked_at is None for each in every(tx)):
        raise ValueError(name)
    token = BEGINS + secrets.token_urlsafe(32)
    tx.add(ConsumerRow, name=name, hash=_hash(token), scopes=sorted(map(str, scopes)), made_at=tx.now)
    return token


def every(tx: Tx) -> list[Consumer]:
    """All of them, those revoked too, oldest first."""
    return [_consumer(row) for row in tx.rows(select(ConsumerRow).order_by(col(ConsumerRow.id)))]


def revoke(tx: Tx, name: str) -> bool:
    """The program's token opens nothing any more; False when it has none."""
    live = update(ConsumerRow).where(col(ConsumerRow.name) == name, col(ConsumerRow.revoked_at).is_(None))
    return tx.run(live.values(revoked_at=tx.now)) > 0


def holding(tx: Tx, token: str) -> Consumer | None:
    """Whose token it is; None for one that opens nothing."""
    row = tx.first(select(ConsumerRow).where(ConsumerRow.hash == _hash(token), col(ConsumerRow.revoked_at).is_(None)))
    return _consumer(row) if row else None


def is_used_anew(consumer: Consumer, now: datetime) -> bool:
    """True when its use has to be noted."""
    return consumer.used_at is None or now - consumer.used_at > USE


def note_use(tx: Tx, consumer: Consumer) -> None:
    """It was used now."""
    tx.run(update(ConsumerRow).where(col(ConsumerRow.id) == consumer.id).values(used_at=tx.now))


def _hash(token: str) -> str:
    # 256 random bits: nobody guesses them, and a slow hash would only slow down every request
    return hashlib.sha256(token.encode()).hexdigest()


def _consumer(row: Any) -> Consumer:
    known = frozenset(Scope(each) for each in row.scopes if each in set(Scope))
    return Consumer(row.id, row.name, known, row.made_at, row.used_at, row.revoked_at)
