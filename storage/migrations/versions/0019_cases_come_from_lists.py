"""Cases that come from an office's list are marked, and known again when the list comes again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0019"
down_revision = "0018"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ROWS = sa.text("is_imported")


def upgrade() -> None:
    """None are yet."""
    op.add_column("cases", sa.Column("is_imported", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("cases_imported", "cases", ["id"], sqlite_where=_ROWS, postgresql_where=_ROWS)
    op.create_table(
        "imported",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("case_id", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_imported_case_id", "imported", ["case_id"])


def downgrade() -> None:
    """As it was: what came from a list can no longer be told from what was filed."""
    op.drop_index("ix_imported_case_id", "imported")
    op.drop_table("imported")
    op.drop_index("cases_imported", "cases")
    op.drop_column("cases", "is_imported")
