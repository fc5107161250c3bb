"""Cases say whether they may become a dispute, and to which investment project they belong; the projects' list."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0011"
down_revision = "0010"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Two columns, each with an index of the few rows that have something in it, and a table."""
    op.add_column("cases", sa.Column("dispute", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("cases", sa.Column("project", _BIG, nullable=False, server_default=sa.text("0")))
    for name, rows, columns in _INDEXES:
        where = sa.text(rows)
        op.create_index(name, "cases", columns, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "projects",
        sa.Column("id", _BIG, primary_key=True, autoincrement=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("investor", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("tax_code", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("capital", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("jobs", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("state", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("plain", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("code"),
    )
    for column in ("tax_code", "plain"):
        op.create_index(f"ix_projects_{column}", "projects", [column])


def downgrade() -> None:
    """As it was."""
    op.drop_table("projects")
    for name, _, __ in _INDEXES:
        op.drop_index(name, "cases")
    op.drop_column("cases", "project")
    op.drop_column("cases", "dispute")


_INDEXES = (
    ("cases_disputed", "dispute <> ''", ["dispute", "id"]),
    ("cases_of_project", "project <> 0", ["project", "filed_at"]),
)
