"""Links to the board and what they open; who passed cases on is found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Nobody has one yet."""
    op.create_table(
        "board_sessions",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_link", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("board_sessions_of_chat", "board_sessions", ["network", "chat_id"])
    op.create_index("ix_board_sessions_until", "board_sessions", ["until"])
    passed_on = sa.text("move = 'transferred'")
    op.create_index(
        "journal_passed_on", "journal", ["at", "department"], sqlite_where=passed_on, postgresql_where=passed_on
    )


def downgrade() -> None:
    """As it was."""
    op.drop_index("journal_passed_on", "journal")
    op.drop_table("board_sessions")
