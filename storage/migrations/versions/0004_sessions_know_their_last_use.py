"""A session of the page knows when somebody last did something with it: a desk nobody uses closes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Empty where nothing has been done since it began."""
    op.add_column("page_sessions", sa.Column("used_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    """As it was."""
    op.drop_column("page_sessions", "used_at")
