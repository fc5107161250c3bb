"""What the task group changes in the catalogue is written down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0026"
down_revision = "0025"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing was changed on the board yet."""
    op.create_table(
        "catalogue_changes",
        sa.Column("id", _BIG, primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("after", sa.Text(), server_default=sa.text("''"), nullable=False),
    )
    op.create_index("catalogue_changes_of", "catalogue_changes", ["entry", "key"])


def downgrade() -> None:
    """The files keep what was changed; who did it is forgotten."""
    op.drop_index("catalogue_changes_of", "catalogue_changes")
    op.drop_table("catalogue_changes")
