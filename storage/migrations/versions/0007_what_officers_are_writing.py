"""What was asked of an officer stands in a table of its own: colleagues see who is writing to the same case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Nobody is writing anything."""
    op.create_table(
        "writing",
        sa.Column("person", _BIG, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("case_id", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("extra", sa.String(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_writing_case_id", "writing", ["case_id"])


def downgrade() -> None:
    """As it was."""
    op.drop_index("ix_writing_case_id", "writing")
    op.drop_table("writing")
