"""Files may lie in the database, in chunks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """None at first; `govuong files --move` brings them."""
    op.create_table(
        "file_chunks",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
    )


def downgrade() -> None:
    """What was not moved back to a folder before is gone."""
    op.drop_table("file_chunks")
