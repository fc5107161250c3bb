"""A store over a fresh database with all tables, on both kinds of server, and a clock the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from storage.transaction import Store, open_store
from tests.cast import Hands
from tests.product import prepared

Opened = Callable[..., Store]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def opened(databases: Any, hands: Hands) -> Iterator[Opened]:
    """Opens another store over the same database, as another process would."""
    url = databases.fresh(prepared)
    stores: list[Store] = []

    def open_another(worker: str = "one") -> Store:
        stores.append(open_store(url, hands, worker))
        return stores[-1]

    yield open_another
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opened) -> Store:
    return opened()
