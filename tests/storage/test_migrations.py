"""The database's shape: up, down, up again, and the same as the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, delete, insert, inspect, text
from sqlmodel import SQLModel, col, select

from domain.case import moves
from handlers import recording
from storage import cases, migrations, tables
from storage.engines import open_store
from tests.cast import MINH, NOW, Hands, filed, replying

assert tables


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(migrations.driver(url))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def is_search_index(_: object, name: str | None, *_more: object) -> bool:
    """What each database keeps of its own for full-text search: FTS5's tables, or a column with its index."""
    return name == "lexemes" or (name or "").startswith("search_index")


def names(url: str) -> set[str]:
    with connected(url) as connection:
        return {each for each in inspect(connection).get_table_names() if not is_search_index("", each)}


def test_up_down_and_up_again(database_url: str) -> None:
    assert migrations.current(database_url) == ""
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.HEAD
    assert names(database_url) == set(SQLModel.metadata.tables) | {"alembic_version"}
    migrations.downgrade(database_url, "base")
    assert migrations.current(database_url) == ""
    assert names(database_url) == {"alembic_version"}
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.HEAD


def test_the_migrated_shape_is_the_one_the_tables_say(database_url: str) -> None:
    migrations.upgrade(database_url)
    with connected(database_url) as connection:
        opts = {"compare_type": True, "include_object": lambda *each: not is_search_index(*each)}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_upgrading_again_changes_nothing(database_url: str) -> None:
    migrations.upgrade(database_url)
    store = open_store(database_url, Hands())
    store.call(lambda tx: recording.record(tx, filed()))
    store.close()
    migrations.upgrade(database_url)
    store = open_store(database_url, Hands())
    assert store.call(lambda tx: cases.by_code(tx, "LS26-00001")) is not None
    store.close()


def test_a_migration_that_fails_leaves_nothing_behind(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import op  # noqa: PLC0415

    whole = op.create_table

    def breaks(name: str, *columns: object, **more: object) -> object:
        if name == "slots":
            raise RuntimeError("power cut")
        return whole(name, *columns, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(op, "create_table", breaks)
        with pytest.raises(RuntimeError, match="power cut"):
            migrations.upgrade(database_url)
    assert names(database_url) <= {"alembic_version"}
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.HEAD


def test_what_lists_ask_for_comes_from_the_rest_and_goes_back(database_url: str) -> None:
    migrations.upgrade(database_url)
    store = open_store(database_url, Hands())
    asked = moves.ask(moves.accept(filed().case, MINH, NOW).case, MINH, NOW, "?", (), "by", replying())
    story = (filed(), moves.accept(filed().case, MINH, NOW), asked, filed(2))
    store.call(lambda tx: [recording.record(tx, each) for each in story])
    whole = select(tables.CaseRow).order_by(col(tables.CaseRow.id))
    before = [row[:-1] for row in store.call(lambda tx: tx.rows(whole))]
    known = store.call(lambda tx: [cases.look(tx, number) for number in (1, 2)])
    store.close()
    migrations.downgrade(database_url, "0004")
    migrations.upgrade(database_url)
    store = open_store(database_url, Hands())
    assert [row[:-1] for row in store.call(lambda tx: tx.rows(whole))] == before
    assert store.call(lambda tx: [cases.look(tx, number) for number in (1, 2)]) == known
    assert [(row.is_open, row.is_paused) for row in store.call(lambda tx: tx.rows(whole))] == [
        (True, True),
        (True, False),
    ]
    store.close()


def test_no_number_is_given_twice(database_url: str) -> None:
    migrations.upgrade(database_url)
    tables_told = SQLModel.metadata.tables.items()
    with connected(database_url) as connection:
        row = {"owner": "", "title": "a", "folded": "a", "texts": {}, "used": 0, "by": "a", "at": NOW}
        given: list[int] = []
        for _ in range(2):
            made = insert(tables.CannedRow).values(row).returning(col(tables.CannedRow.id))
            given.append(connection.execute(made).scalar_one() or 0)
            connection.execute(delete(tables.CannedRow))
        assert given[0] < given[1]
        if connection.dialect.name == "sqlite":
            asked = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
            marked = {name for name, each in tables_told if each.dialect_options["sqlite"]["autoincrement"]}
            assert set(connection.execute(text(asked)).scalars()) == marked
