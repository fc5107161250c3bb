"""Whether a chat is being served is asked of the rows on their way alone, however many wait there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

_ON_ITS_WAY = sa.text("state = 'waiting' and claimed_by <> ''")


def upgrade() -> None:
    """With its end in it, SQLite takes this index rather than that of all that waits."""
    _index("network", "chat_id", "claimed_until")


def downgrade() -> None:
    """As it was."""
    _index("network", "chat_id")


def _index(*columns: str) -> None:
    op.drop_index("outbox_on_its_way", "outbox")
    op.create_index("outbox_on_its_way", "outbox", columns, sqlite_where=_ON_ITS_WAY, postgresql_where=_ON_ITS_WAY)
