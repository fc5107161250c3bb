"""A program as the looks see it, over fresh databases on both kinds of server, with an administrator to tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.watch.watched import Runs, Watched
from domain.messages import Chat, Network
from handlers.province import Province
from storage import people
from storage.database import Store, Tx
from tests.cast import Hands
from tests.handlers.conftest import province
from tests.product import settings
from tests.stores import hands, opened, prepared_url, store

__all__ = ["hands", "opened", "prepared_url", "province", "store"]

Watch = Callable[..., Watched]


@pytest.fixture
def watch(store: Store, hands: Hands, province: Province, prepared_url: str, tmp_path: Path) -> Watch:
    """Makes one with these settings; its jobs' clock is the test's."""

    def make(*messengers: Any, host: str = "máy-1", **more: Any) -> Watched:
        wanted = settings(tmp_path, prepared_url, **more)
        return Watched(wanted, store, province, messengers, host, Runs(hands))

    store.call(_administrator)
    return make


def _administrator(tx: Tx) -> None:
    people.meet(tx, Chat(Network.TELEGRAM, "7"), "7", "Lan", "vi")  # person 1, whose cases there are
    someone = people.meet(tx, Chat(Network.TELEGRAM, "9"), "9", "Quân", "vi")
    someone.role = "administrator"
    people.save(tx, someone)
