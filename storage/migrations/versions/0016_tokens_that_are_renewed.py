"""What lets us write on a messenger that gives the right for a while is kept, and renewed by one process."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """None at first: the settings bring the first one."""
    op.create_table(
        "tokens",
        sa.Column("network", sa.String(), primary_key=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("access", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("refresh", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("renewed_at", UtcDateTime(), nullable=True),
        sa.Column("expires_at", UtcDateTime(), nullable=True),
        sa.Column("claimed_until", UtcDateTime(), nullable=True),
        sa.Column("refused", sa.Text(), server_default=sa.text("''"), nullable=False),
    )


def downgrade() -> None:
    """Whoever comes back needs a new authorisation."""
    op.drop_table("tokens")
