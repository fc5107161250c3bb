"""What leaders and the task group want done, by whom and by when, and what happened to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

revision = "0009"
down_revision = "0008"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Two tables, and reminders of directives beside those of cases."""
    op.create_table(
        "directives",
        sa.Column("id", _BIG, primary_key=True, autoincrement=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("case_id", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("given_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("rest", Json(), nullable=False, server_default=sa.text("'{}'")),
    )
    for column in ("code", "department", "standing", "case_id", "due_at"):
        op.create_index(f"ix_directives_{column}", "directives", [column])
    op.create_table(
        "directive_entries",
        sa.Column("directive_id", _BIG, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("person", _BIG, nullable=False, server_default=sa.text("0")),
        sa.Column("name", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("facts", Json(), nullable=False, server_default=sa.text("'{}'")),
    )
    with op.batch_alter_table("reminders") as reminders:
        reminders.add_column(sa.Column("directive_id", _BIG, nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """As it was; what is to be reminded of directives is forgotten."""
    op.execute("delete from reminders where directive_id <> 0")
    with op.batch_alter_table("reminders") as reminders:
        reminders.drop_column("directive_id")
    op.drop_table("directive_entries")
    op.drop_table("directives")
