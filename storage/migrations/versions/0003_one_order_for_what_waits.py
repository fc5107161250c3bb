"""What waits for a chat stands in one order; what is on its way and what waits in a slot are found at once.

A reply means no more than the case it is about: what a message asked for is not kept.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_AS_IT_SAYS = {
    "sqlite": """
        update outbox set urgency = coalesce(json_extract(notice, '$.urgency'), 1) where urgency < 0 or urgency > 9
    """,
    "postgresql": """
        update outbox set urgency = coalesce((notice::json ->> 'urgency')::int, 1) where urgency < 0 or urgency > 9
    """,
}


def _index_of(name: str, rows: str, *columns: str) -> None:
    """An index of the rows of which this is true."""
    op.create_index(name, "outbox", list(columns), sqlite_where=sa.text(rows), postgresql_where=sa.text(rows))


def upgrade() -> None:
    """The order of `urgency` in place of the process that holds a row."""
    op.drop_index("outbox_waiting", "outbox")
    op.create_index("outbox_waiting", "outbox", ["state", "network", "chat_id", "urgency", "id"])
    _index_of("outbox_on_its_way", "state = 'waiting' and claimed_by <> ''", "network", "chat_id")
    _index_of("outbox_in_slot", "state = 'waiting' and slot <> ''", "network", "chat_id", "slot", "id")
    op.execute("update outbox set urgency = 10 where state = 'waiting' and kind = 'edit'")
    op.execute("update outbox set urgency = 11 where state = 'waiting' and kind = 'react'")
    op.execute("update outbox set urgency = -1 where state = 'waiting' and (attempts > 0 or parts > 0)")
    op.drop_column("messages", "prompt")


def downgrade() -> None:
    """As it was: how urgent a message is, it says itself, unless it is as urgent as most (1)."""
    op.add_column("messages", sa.Column("prompt", sa.String(), nullable=False, server_default=""))
    op.execute(_AS_IT_SAYS[op.get_bind().dialect.name])
    for name in ("outbox_in_slot", "outbox_on_its_way", "outbox_waiting"):
        op.drop_index(name, "outbox")
    op.create_index("outbox_waiting", "outbox", ["state", "network", "chat_id", "claimed_by", "id"])
