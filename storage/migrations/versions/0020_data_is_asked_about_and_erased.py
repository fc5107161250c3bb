"""Requests about one's own data, what was erased, what is held, who looked at whose identity."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Whoever has agreed has agreed to the first notice."""
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("notice_version", _BIG, nullable=False, server_default=sa.text("0")))
        people.add_column(sa.Column("restricted_at", UtcDateTime(), nullable=True))
    op.execute("update people set notice_version = 1 where consented_at is not null")
    _requests()
    op.create_table(
        "erasures",
        _numbered(),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        _number("target"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    op.create_index("erasures_of", "erasures", ["what", "target", "kind"], unique=True)
    op.create_table(
        "holds",
        sa.Column("case_id", _BIG, primary_key=True, autoincrement=False),
        _words("reason"),
        _words("by"),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "accesses",
        _numbered(),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        _number("person"),
        _words("name"),
        sa.Column("what", sa.String(), nullable=False),
        _number("case_id"),
    )
    op.create_index("accesses_in_time", "accesses", ["at"])
    op.create_index("ix_accesses_case_id", "accesses", ["case_id"])


def _requests() -> None:
    op.create_table(
        "data_requests",
        _numbered(),
        sa.Column("wish", sa.String(), nullable=False),
        _number("person"),
        _number("case_id"),
        sa.Column("standing", sa.String(), nullable=False),
        _words("text"),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("answer_by", UtcDateTime(), nullable=False),
        sa.Column("carry_out_by", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("is_extended", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("seq", sa.Integer(), nullable=False),
    )
    for column in ("person", "case_id", "standing"):
        op.create_index(f"ix_data_requests_{column}", "data_requests", [column])
    op.create_table(
        "data_request_entries",
        sa.Column("request_id", _BIG, primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        _number("person"),
        _words("name"),
        sa.Column("step", sa.String(), nullable=False),
        _words("reason"),
    )


def _numbered() -> sa.Column[int]:
    return sa.Column("id", _BIG, primary_key=True, autoincrement=True)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, _BIG, nullable=False, server_default=sa.text("0"))


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))


def downgrade() -> None:
    """What was asked, held and looked at is forgotten; what was erased stays erased."""
    for table in ("accesses", "holds", "erasures", "data_request_entries", "data_requests"):
        op.drop_table(table)
    with op.batch_alter_table("people") as people:
        people.drop_column("restricted_at")
        people.drop_column("notice_version")
