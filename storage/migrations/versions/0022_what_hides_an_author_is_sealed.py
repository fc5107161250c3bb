"""What hides an author is sealed: which keys a database needs, and of a hidden case the network it came by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Nothing is sealed at first; `govuong rotate-key` seals what was kept before."""
    op.create_table(
        "main_keys",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("came_by", sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    """Only where nothing was ever sealed: the version before could not read it."""
    if op.get_bind().execute(sa.text("select 1 from main_keys")).first():
        msg = "what is sealed in this database cannot be read by the version before; restore a copy made with that one"
        raise RuntimeError(msg)
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("came_by")
    op.drop_table("main_keys")
