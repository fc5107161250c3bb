"""Programs read statistics with tokens of their own; what was written stands in the order of time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

revision = "0014"
down_revision = "0013"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """No program at first."""
    op.create_table(
        "consumers",
        sa.Column("id", _BIG, primary_key=True, autoincrement=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False, unique=True),
        sa.Column("scopes", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
    )
    op.create_index("journal_in_time", "journal", ["at", "case_id", "seq"])


def downgrade() -> None:
    """The tokens are void."""
    op.drop_index("journal_in_time", "journal")
    op.drop_table("consumers")
