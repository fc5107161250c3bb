"""`govuong unbind` over a real database: the list, the end of one binding, a name of none."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest

from bot.commands.chats import unbind
from bot.settings import Settings
from domain.messages import Chat, Network
from storage import bindings, chats
from storage.engines import open_store
from tests.cast import CONSTRUCTION, Hands
from tests.product import prepared, settings

GROUP = Chat(Network.TELEGRAM, "-5")


@pytest.fixture
def wanted(sqlite_files: Any, tmp_path: Path) -> Settings:
    """A database with one bound group."""
    url = sqlite_files.fresh(prepared)
    store = open_store(url, Hands())
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, "Phòng họp", by="Minh"))
    store.close()
    return settings(tmp_path, url)


def run(wanted: Settings, *names: str) -> int:
    """The exit code of the command."""
    parser = argparse.ArgumentParser()
    unbind.arguments(parser)
    return unbind.run(wanted, parser.parse_args(names))


def test_without_a_name_it_lists_and_with_one_it_ends(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(wanted) == 0
    name, *rest = capsys.readouterr().out.split()
    assert rest[:3] == ["department", CONSTRUCTION, "telegram"]
    assert "by Minh, last used -" in " ".join(rest)
    assert run(wanted, name) == 0
    store = open_store(wanted.database_url, Hands())
    assert store.call(bindings.every_one) == []
    store.close()


def test_a_name_of_none_is_said(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(wanted, "000000") == 1
    assert "There is no binding" in capsys.readouterr().err
