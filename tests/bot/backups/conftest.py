"""A database with a story in it, on both servers, and settings that copy it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest
from sqlalchemy import make_url

from bot.settings import Settings
from domain.case import moves
from domain.messages import FileKind, Network, Upload
from handlers import recording
from storage import files
from storage.blobs import Blobs
from storage.database import Tx
from storage.engines import open_store
from tests import postgres
from tests.cast import MINH, NOW, Hands, filed
from tests.product import prepared, settings

T = TypeVar("T")
PHOTOGRAPH = b"a photograph of the yard"


@pytest.fixture
def url(databases: Any) -> Iterator[str]:
    """A prepared database; what a test makes beside it on the server goes with it."""
    address = str(databases.fresh(prepared))
    yield address
    if isinstance(databases, postgres.Server):
        name = make_url(address).database
        with psycopg.connect(str(make_url(address).set(database="postgres")), autocommit=True) as server:
            beside = server.execute(
                "select datname from pg_database where datname like %s", (f"{name}\\_%",)
            ).fetchall()
            for (each,) in beside:
                server.execute(f'drop database "{each}" with (force)'.encode())


@pytest.fixture(autouse=True)
def clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump as new as the server that the tests start."""
    found = [str(each / "bin") for each in postgres.installations()]
    monkeypatch.setenv("PATH", os.pathsep.join([*found[:1], os.environ["PATH"]]))


@pytest.fixture
def wanted(tmp_path: Path, url: str) -> Settings:
    """Settings with a folder for copies; an accepted case and an attachment are there."""
    made = settings(tmp_path, url, backup_to=tmp_path / "copies")
    within(made, lambda tx: file_cases(tx, 1))
    attach(made, PHOTOGRAPH)
    return made


def within(made: Settings, work: Callable[[Tx], T]) -> T:
    """One transaction of its database."""
    store = open_store(made.database_url, Hands())
    try:
        return store.call(work)
    finally:
        store.close()


def file_cases(tx: Tx, *numbers: int) -> None:
    """Lan files, Minh accepts."""
    for number in numbers:
        recording.record(tx, filed(number))
        recording.record(tx, moves.accept(filed(number).case, MINH, NOW))


def attach(made: Settings, content: bytes) -> str:
    """An attachment with its bytes on the disk; their name."""
    name = Blobs(made.files_dir).put(content)
    upload = Upload(FileKind.PHOTO, f"{files.BLOB}{name}", "a.jpg", "image/jpeg", len(content))
    within(made, lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1))
    return name
