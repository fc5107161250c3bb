"""A store over a fresh database with all tables, on both kinds of server, and a clock the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlmodel import SQLModel

from storage.database import Store
from storage.engines import open_store
from tests.cast import Hands
from tests.product import prepared

Opened = Callable[..., Store]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def prepared_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with all tables and nothing in them; a new PostgreSQL one each time is slow."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_files").fresh(prepared))
    url = str(request.getfixturevalue("postgresql_server").shared(prepared))
    with psycopg.connect(url) as connection:
        connection.execute(f"truncate {', '.join(SQLModel.metadata.tables)} restart identity".encode())
    return url


@pytest.fixture
def opened(prepared_url: str, hands: Hands) -> Iterator[Opened]:
    """Opens another store over the same database, as another process would."""
    stores: list[Store] = []

    def open_another(worker: str = "one") -> Store:
        stores.append(open_store(prepared_url, hands, worker))
        return stores[-1]

    yield open_another
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opened) -> Store:
    return opened()
