"""That a case is kept beyond its time stands in its journal; a column says so, in place of a table no command wrote."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0025"
down_revision = "0024"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ROWS = sa.text("is_held")


def upgrade() -> None:
    """None is held yet."""
    op.add_column("cases", sa.Column("is_held", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("cases_held", "cases", ["id"], sqlite_where=_ROWS, postgresql_where=_ROWS)
    op.drop_table("holds")


def downgrade() -> None:
    """Nothing is held any more: the program of that time read the table, which is empty again."""
    op.create_table(
        "holds",
        sa.Column("case_id", _BIG, primary_key=True, autoincrement=False),
        sa.Column("reason", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("by", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    op.drop_index("cases_held", "cases")
    op.drop_column("cases", "is_held")
