"""Journal entries know the day they were written, so that a signed digest can say which it covers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Those of today are older than any digest."""
    op.add_column("journal", sa.Column("day", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """As it was."""
    op.drop_column("journal", "day")
