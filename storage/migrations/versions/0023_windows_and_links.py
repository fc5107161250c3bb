"""When somebody was last heard of where that matters, and which accounts are one person's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0023"
down_revision = "0022"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nobody was heard of yet, and everybody has one account."""
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("heard_at", UtcDateTime(), nullable=True))
        people.add_column(sa.Column("same_as", _BIG, server_default=sa.text("0"), nullable=False))
        people.add_column(sa.Column("at_network", sa.Text(), server_default=sa.text("''"), nullable=False))
        people.add_column(sa.Column("at_chat", sa.Text(), server_default=sa.text("''"), nullable=False))
        people.create_index("ix_people_same_as", ["same_as"])
    op.create_table(
        "link_codes",
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("person_id", _BIG, server_default=sa.text("0"), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
    )


def downgrade() -> None:
    """Every account stands for itself again."""
    op.drop_table("link_codes")
    with op.batch_alter_table("people") as people:
        people.drop_index("ix_people_same_as")
        for column in ("at_chat", "at_network", "same_as", "heard_at"):
            people.drop_column(column)
