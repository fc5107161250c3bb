"""What is about anonymous cases is not counted in the order it came; a code knows the day of its last visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0010"
down_revision = "0009"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UNORDERED = {"sqlite_with_rowid": False}
_TABLES = ("journal", "return_codes", "case_places")


def upgrade() -> None:
    """The rows are written anew in the order of their keys; PostgreSQL has no such count."""
    op.create_table(
        "held_notices",
        sa.Column("case_id", _BIG, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("notice", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "number"),
        **_UNORDERED,
    )
    op.add_column("return_codes", sa.Column("visited_on", sa.Text(), server_default=sa.text("''"), nullable=False))
    _write_anew(_UNORDERED)


def downgrade() -> None:
    """As it was."""
    _write_anew({})
    op.drop_column("return_codes", "visited_on")
    op.drop_table("held_notices")


def _write_anew(how: dict[str, bool]) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in _TABLES:
        with op.batch_alter_table(name, recreate="always", table_kwargs=how):
            pass
