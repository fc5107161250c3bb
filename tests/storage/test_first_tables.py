"""A database of the first version: its cases, journals, drafts and waiting messages outlive every migration.

`first_tables.db` was made by that version: ten cases in nine states, a draft half finished, four messages waiting.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Connection, DateTime, MetaData, RowMapping, Table, create_engine, make_url

from domain.case import apart
from domain.case.case import Case, State, Tier
from domain.case.history import replay
from domain.messages import Chat, Network
from handlers.admin import audit
from storage import cases, chats, messages, migrations, people
from storage.database import Store
from storage.engines import open_store
from storage.outgoing import outbox
from tests.cast import FINANCE, NOW, Hands
from tests.storage.outgoing.test_outbox import left

FIRST = Path(__file__).with_name("first_tables.db")
GROUP = Chat(Network.TELEGRAM, "-5")


@pytest.fixture
def old_url(database_url: str) -> str:
    """A database as the first version left it, on each kind of server."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        assert url.database
        shutil.copy(FIRST, url.database)
    else:
        migrations.upgrade(database_url, "0001")
        with closing(sqlite3.connect(FIRST)) as source, connected(database_url) as target:
            source.row_factory = sqlite3.Row
            _copy(source, target)
    assert migrations.current(database_url) == "0001"
    return database_url


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(migrations.driver(url))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def _copy(source: sqlite3.Connection, target: Connection) -> None:
    shape = MetaData()
    shape.reflect(target)
    for table in shape.sorted_tables:
        if table.name != "alembic_version":
            _copy_table(source, target, table)


def _copy_table(source: sqlite3.Connection, target: Connection, table: Table) -> None:
    columns = [column for column in table.columns if column.computed is None]
    rows = [
        {column.name: _value(column, row[column.name]) for column in columns}
        for row in source.execute(f"select * from {table.name}")  # noqa: S608  a name of ours
    ]
    if rows:
        target.execute(table.insert(), rows)


def _value(column: Column[Any], value: Any) -> Any:
    if value is not None and isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    return bool(value) if isinstance(column.type, Boolean) else value


@contextmanager
def opened(url: str) -> Iterator[Store]:
    store = open_store(url, Hands())
    yield store
    store.close()


def everything(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the search index's own, by their columns' names.

    In what is kept as JSON the order of keys does not matter: where the second migration takes values out of it on the
    way down, PostgreSQL puts them in an order of its own. What hangs on a random salt is left out.
    """
    found = {}
    shape = MetaData()
    with connected(url) as connection:
        shape.reflect(connection)
        for name, table in shape.tables.items():
            if not name.startswith("search_index"):
                columns = sorted(table.columns, key=lambda column: column.name)
                rows = connection.execute(table.select().with_only_columns(*columns)).mappings()
                salted = {"hash"} if "words_commitment" in table.columns else set()
                found[name] = sorted((_without_salt(row, salted) for row in rows), key=str)
    return found


def _without_salt(row: RowMapping, salted: set[str]) -> tuple[Any, ...]:
    kept = {name: value for name, value in row.items() if name not in salted and not name.endswith("_commitment")}
    for name in {"facts", "why", "rest"} & kept.keys():
        kept[name] = json.dumps(json.loads(kept[name] or "{}"), sort_keys=True)
    if salted:
        kept |= {part: str(apart.read(kept[part])) for part in apart.Part}
    return tuple(kept.values())


def every_case(store: Store) -> list[Case]:
    found = store.call(lambda tx: [cases.look(tx, number) for number in cases.ids_after(tx, 0)])
    return [case for case in found if case]


def test_every_journal_verifies_and_tells_its_row(old_url: str) -> None:
    migrations.upgrade(old_url)
    with opened(old_url) as store:
        assert audit.verify(store) == (10, [])
        for case in every_case(store):
            journal = store.call(lambda tx, number=case.id: cases.journal(tx, number))  # type: ignore[misc]
            assert replay([entry for entry, _ in journal]) == case


def test_cases_say_what_they_said(old_url: str) -> None:
    migrations.upgrade(old_url)
    with opened(old_url) as store:
        found = every_case(store)
    assert [case.state for case in found] == [
        State.ASKED,
        State.ANSWERED,
        State.CLOSED,
        State.FILED,
        State.FILED,
        State.REOPENED,
        State.WITHDRAWN,
        State.FILED,
        State.MERGED,
        State.FILED,
    ]
    asked, _, closed, proposed, moved = found[:5]
    assert (asked.files, asked.reply_by is not None, asked.filed_at) == ((1, 2), True, NOW)
    assert (closed.stars, closed.accepted_name) == (1, "Minh")
    assert (proposed.tier, proposed.proposal and proposed.proposal.verb) == (Tier.HIDDEN, "extend")
    assert [(part.question, part.said_at is not None) for part in proposed.parts] == [("internal chữ invite “0”", True)]
    assert (moved.department, moved.transfers, moved.extension_days) == (FINANCE, 1, 3)
    assert found[8].merged_into == found[7].id


def test_a_draft_goes_on_and_messages_wait_as_before(old_url: str) -> None:
    migrations.upgrade(old_url)
    with opened(old_url) as store:
        lan = store.call(lambda tx: people.find(tx, Network.TELEGRAM, "7"))
        assert lan is not None
        assert lan.conversation["draft"]["texts"]["3"].startswith("Hồ sơ xin giấy phép xây dựng")
        assert store.call(outbox.counts) == {"waiting": 4}
        assert len(left(store)) == 4
        assert store.call(lambda tx: messages.in_slot(tx, GROUP, "card:1")) == "900"
        assert store.call(lambda tx: chats.topic(tx, GROUP, 1)) == "77"


def test_up_down_and_up_again_with_everything_in_it(old_url: str) -> None:
    first = everything(old_url)
    migrations.upgrade(old_url)
    newest = everything(old_url)
    migrations.downgrade(old_url, "0001")
    again = everything(old_url)
    for rows in (first, again):
        assert rows.pop("slots"), "which thread a slot's message stood in is forgotten"
    assert again == first
    migrations.upgrade(old_url)
    assert everything(old_url) == newest
    with opened(old_url) as store:
        assert audit.verify(store) == (10, [])
