"""Alembic's entry: one connection, one transaction, the tables of storage.tables."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import create_engine, event
from sqlmodel import SQLModel

from storage import tables

assert tables  # noqa: S101  imported so that the metadata is filled

engine = create_engine(context.config.attributes["url"])

if engine.dialect.name == "sqlite":
    # the driver would commit before every CREATE TABLE; a migration that fails must leave nothing behind

    @event.listens_for(engine, "connect")
    def _no_hidden_commits(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("begin immediate")


try:
    with engine.begin() as connection:
        context.configure(
            connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, transactional_ddl=True
        )
        with context.begin_transaction():
            context.run_migrations()
finally:
    engine.dispose()
