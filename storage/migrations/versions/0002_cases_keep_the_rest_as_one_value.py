"""Cases keep what no query names as one JSON value; slots keep no thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

revision = "0002"
down_revision = "0001"

#: cases rewritten at once
BATCH = 500
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PROMISE = ("step", "amount", "unit", "source", "hours_of", "topic")
_PROPOSAL = ("number", "verb", "extra", "reason", "by")
_PART = ("department", "question", "due", "said_at")


def _column(name: str, kind: Any, default: str | None) -> sa.Column[Any]:
    """As 0001 made it; None: it may be empty. Where 0001 had no default, one is needed while rows are without it."""
    server = None if default is None else sa.text(f"'{default}'" if isinstance(kind, sa.Text | Json) else default)
    return sa.Column(name, kind, nullable=default is None, server_default=server)


_COLUMNS: dict[str, tuple[Any, str | None]] = {
    "kind": (sa.String(), "''"),
    "author_name": (sa.Text(), ""),
    "language": (sa.String(), "''"),
    "business_name": (sa.Text(), ""),
    "text": (sa.Text(), ""),
    "files": (Json(), "[]"),
    "promise": (Json(), "[]"),
    "agenda": (Json(), "[]"),
    "why": (Json(), "{}"),
    "seq": (sa.Integer(), "0"),
    "level": (sa.Integer(), "0"),
    "accepted_by": (_BIG, "0"),
    "accepted_name": (sa.Text(), ""),
    "accepted_at": (UtcDateTime(), None),
    "first_word_at": (UtcDateTime(), None),
    "reply_by": (UtcDateTime(), None),
    "pauses": (Json(), "[]"),
    "extension_days": (sa.Integer(), "0"),
    "transfers": (sa.Integer(), "0"),
    "reopenings": (sa.Integer(), "0"),
    "escalated_at": (UtcDateTime(), None),
    "answer": (sa.Text(), ""),
    "answered_name": (sa.Text(), ""),
    "confirm_by": (UtcDateTime(), None),
    "outcome": (sa.String(), None),
    "stars": (sa.Integer(), "0"),
    "comment": (sa.Text(), ""),
    "reopen_until": (UtcDateTime(), None),
    "proposal": (Json(), "[]"),
    "parts": (Json(), "[]"),
    "together": (Json(), "[]"),
    "accused": (Json(), "[]"),
    "reached": (sa.Boolean(), "true"),
    "followers": (_BIG, "0"),
}
#: those that 0001 made without a default
_BARE = ("kind", "language", "seq", "level", "extension_days", "transfers", "reopenings", "stars", "reached")
_INSTANTS = tuple(name for name, (kind, _) in _COLUMNS.items() if isinstance(kind, UtcDateTime))
_CASES = sa.table(
    "cases",
    sa.column("id", _BIG),
    sa.column("rest", Json()),
    *(sa.column(name, kind) for name, (kind, _) in _COLUMNS.items()),
)


def upgrade() -> None:
    op.add_column("cases", sa.Column("rest", Json(), nullable=False, server_default=sa.text("'{}'")))
    _rewrite([_CASES.c[name] for name in _COLUMNS], lambda row: {"rest": _rest(row)})
    with op.batch_alter_table("cases") as cases:
        for name in _COLUMNS:
            cases.drop_column(name)
    with op.batch_alter_table("slots") as slots:
        slots.drop_column("thread")


def downgrade() -> None:
    with op.batch_alter_table("slots") as slots:
        slots.add_column(sa.Column("thread", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("slots") as slots:
        slots.alter_column("thread", server_default=None)
    with op.batch_alter_table("cases") as cases:
        for name, (kind, default) in _COLUMNS.items():
            cases.add_column(_column(name, kind, default))
    _rewrite([_CASES.c.rest], lambda row: _columns(row["rest"]))
    with op.batch_alter_table("cases") as cases:
        for name in _BARE:
            cases.alter_column(name, server_default=None)
        cases.drop_column("rest")


def _rewrite(read: list[Any], change: Callable[[Any], dict[str, Any]]) -> None:
    """Change every case, a batch at a time, so that a million of them need no memory."""
    connection = op.get_bind()
    for batch in _batches(connection, sa.select(_CASES.c.id, *read)):
        for row in batch:
            connection.execute(sa.update(_CASES).where(_CASES.c.id == row["id"]).values(change(row)))


def _batches(connection: sa.Connection, read: sa.Select[Any]) -> Iterator[list[Any]]:
    last = 0
    while True:
        found = connection.execute(read.where(_CASES.c.id > last).order_by(_CASES.c.id).limit(BATCH)).mappings().all()
        if not found:
            return
        yield list(found)
        last = found[-1]["id"]


def _rest(row: Any) -> dict[str, Any]:
    rest = {name: row[name] for name in _COLUMNS} | {name: _text(row[name]) for name in _INSTANTS}
    rest["reached"] = bool(row["reached"])
    rest["promise"] = dict(zip(_PROMISE, row["promise"], strict=True))
    rest["proposal"] = dict(zip(_PROPOSAL, row["proposal"], strict=True)) if row["proposal"] else None
    rest["parts"] = [dict(zip(_PART, part, strict=True)) for part in row["parts"]]
    return rest


def _columns(rest: dict[str, Any]) -> dict[str, Any]:
    columns = {name: rest[name] for name in _COLUMNS} | {name: _instant(rest[name]) for name in _INSTANTS}
    columns["promise"] = [rest["promise"][name] for name in _PROMISE]
    columns["proposal"] = [rest["proposal"][name] for name in _PROPOSAL] if rest["proposal"] else []
    columns["parts"] = [[part[name] for name in _PART] for part in rest["parts"]]
    return columns


def _text(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
