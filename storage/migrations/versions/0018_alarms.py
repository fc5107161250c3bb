"""What is wrong just now is remembered, so that it is told once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Nothing at first."""
    op.create_table(
        "alarms",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("subject", sa.String(), primary_key=True),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
    )


def downgrade() -> None:
    """What is wrong will be told again."""
    op.drop_table("alarms")
