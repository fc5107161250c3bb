"""What hides an author is sealed: which keys a database needs; cases know the network they came by."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from storage.tables import UtcDateTime

revision = "0022"
down_revision = "0021"

_JOURNAL = sa.table("journal", sa.column("case_id"), sa.column("seq"), sa.column("facts"))
_CASES = sa.table("cases", sa.column("id"), sa.column("came_by"))


def upgrade() -> None:
    """Nothing is sealed at first; `govuong rotate-key` seals what was kept before."""
    op.create_table(
        "main_keys",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("at", UtcDateTime(), nullable=False),
    )
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("came_by", sa.Text(), server_default=sa.text("''"), nullable=False))
    _tell_networks()


def _tell_networks() -> None:
    """As the filing of each case tells it."""
    connection = op.get_bind()
    filings = connection.execute(sa.select(_JOURNAL.c.case_id, _JOURNAL.c.facts).where(_JOURNAL.c.seq == 1)).all()
    came = [{"of": number, "by": json.loads(facts).get("network", "")} for number, facts in filings]
    if came:
        tell = sa.update(_CASES).where(_CASES.c.id == sa.bindparam("of")).values(came_by=sa.bindparam("by"))
        connection.execute(tell, came)


def downgrade() -> None:
    """Only where nothing was ever sealed: the version before could not read it."""
    if op.get_bind().execute(sa.text("select 1 from main_keys")).first():
        msg = "what is sealed in this database cannot be read by the version before; restore a copy made with that one"
        raise RuntimeError(msg)
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("came_by")
    op.drop_table("main_keys")
