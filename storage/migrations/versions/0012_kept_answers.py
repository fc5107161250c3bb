"""Officers keep answers and legal bases for the next time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """None are kept yet."""
    op.create_table(
        "canned",
        sa.Column("id", _BIG, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("folded", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("texts", Json(), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
    )
    op.create_index("ix_canned_owner", "canned", ["owner"])


def downgrade() -> None:
    """As it was."""
    op.drop_index("ix_canned_owner", "canned")
    op.drop_table("canned")
