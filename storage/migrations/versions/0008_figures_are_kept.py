"""What was counted of a period is kept; which cases lived in one is found by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

revision = "0008"
down_revision = "0007"

_NAMED = sa.text("unmasked_at is not null")


def upgrade() -> None:
    """Empty at first: the next night counts what is missing."""
    op.create_table(
        "kept_figures",
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("until_at", UtcDateTime(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("figures", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("groups", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("cases", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("period", "until_at", "department"),
    )
    op.create_index("cases_lived", "cases", ["ended_at", "filed_at", "id"])
    columns = ["unmasked_at", "filed_at", "id"]
    op.create_index("cases_named", "cases", columns, sqlite_where=_NAMED, postgresql_where=_NAMED)


def downgrade() -> None:
    """They are counted from the journals again."""
    op.drop_index("cases_named", "cases")
    op.drop_index("cases_lived", "cases")
    op.drop_table("kept_figures")
