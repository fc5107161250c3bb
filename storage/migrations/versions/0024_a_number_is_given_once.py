"""On SQLite, too, a number whose row is gone is given to no other row."""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"

TABLES = (
    "attachments",
    "businesses",
    "canned",
    "consumers",
    "data_requests",
    "failed_updates",
    "outbox",
    "people",
    "projects",
    "published",
)


def _remade(*, once: bool) -> None:
    """Make the tables anew; PostgreSQL's sequences never go back."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in TABLES:
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": once}):
            pass


def upgrade() -> None:
    """What was given out until now is not known but for the rows that are there: counting goes on from the highest."""
    _remade(once=True)


def downgrade() -> None:
    """The highest number is given again when its row has gone."""
    _remade(once=False)
