"""A binding says who made it, and when something last came from its chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nobody is named for those of today."""
    op.add_column("bindings", sa.Column("bound_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("bindings", sa.Column("used_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    """As it was."""
    with op.batch_alter_table("bindings") as table:
        table.drop_column("used_at")
        table.drop_column("bound_by")
