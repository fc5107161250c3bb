"""What every test can ask for: a fresh database on both servers, and a browser."""

from __future__ import annotations

import importlib.metadata
import itertools
import os
import platform
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser

from bot import province, wiring
from storage.sealing import keyfile
from storage.sealing.ring import LOST
from tests import browser as chromium
from tests import postgres
from tests.glass import glass  # noqa: F401  for every test

SHOWN = ("sqlalchemy", "sqlmodel", "psycopg", "pydantic", "fastapi", "aiohttp", "aiogram", "python-telegram-bot")
USED = pytest.StashKey[str]()


class SqliteFiles:
    """The same for SQLite as `postgres.Server` is for PostgreSQL: a fresh file, empty or as `prepare` leaves one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._templates: dict[Callable[[str], None], Path] = {}

    def _path(self) -> Path:
        return self._folder / f"{next(self._numbers)}.db"

    def fresh(self, prepare: Callable[[str], None] | None = None) -> str:
        """The address of a new database: a missing file, or a copy of what `prepare(address)` left (it runs once)."""
        path = self._path()
        if prepare is not None:
            if prepare not in self._templates:
                template = self._path()
                prepare(f"sqlite:///{template}")
                self._templates[prepare] = template
            shutil.copy(self._templates[prepare], path)
        return f"sqlite:///{path}"

    def drop(self) -> None:
        """Leave the files to pytest, which removes old folders itself."""


def pytest_report_header() -> str:
    """Name the versions a failure may depend on; PostgreSQL's is known when a test has started it."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in SHOWN)
    return f"python {platform.python_version()}, sqlite {sqlite3.sqlite_version}, {versions}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where tests run in several processes, each tells the first one which PostgreSQL it has used."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["postgresql"] = session.config.stash.get(USED, "")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of several processes has ended: what it told is known here, too."""
    if used := getattr(node, "workeroutput", {}).get("postgresql"):
        node.config.stash[USED] = used


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name the PostgreSQL the tests have used, and every reason for skipping once, however many tests share it."""
    terminalreporter.write_line(f"PostgreSQL: {config.stash.get(USED, 'not used')}")
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"{tests} skipped: {reason.removeprefix('Skipped: ')}")


def unavailable(why: Exception) -> NoReturn:
    """Skip with the reason; where everything must be there (CI=true), fail with it."""
    if os.environ.get("CI") == "true":
        pytest.fail(str(why), pytrace=False)
    pytest.skip(str(why))


@pytest.fixture(scope="session")
def postgresql_server(pytestconfig: pytest.Config) -> Iterator[postgres.Server]:
    """The one PostgreSQL server of the session."""
    try:
        with postgres.running() as server:
            pytestconfig.stash[USED] = f"{server.version}, {server.origin}"
            yield server
    except postgres.NoServerError as why:
        unavailable(why)


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """The folder of SQLite files of the session."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def databases(request: pytest.FixtureRequest) -> Iterator[SqliteFiles | postgres.Server]:
    """Where a test takes fresh databases from, once on each kind of server: `databases.fresh(prepare)`."""
    server = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgresql_server")
    yield server
    server.drop()


@pytest.fixture
def database_url(databases: SqliteFiles | postgres.Server) -> str:
    """The address of an empty database of the test's own."""
    return databases.fresh()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, one a module; a test opens its own `browser.new_context()` and closes it.

    Not one for the session: while Playwright runs, no other test of this thread can have an event loop of its own.
    """
    try:
        with chromium.running() as started:
            yield started
    except chromium.NoBrowserError as why:
        unavailable(why)


@pytest.fixture(scope="session", autouse=True)
def one_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One main key for every store a test opens by itself, and for every program that is given none of its own."""
    path = tmp_path_factory.mktemp("key") / "main.key"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LOST, "keys", keyfile.make(path).keys)
        patch.setenv("KEY_FILE", str(path))
        yield


@pytest.fixture(autouse=True)
def same_key(one_key: None) -> Iterator[None]:
    """A test that changes the key leaves the next one the key that stands in the file."""
    before = list(LOST.keys)
    yield
    LOST.keys = type(LOST.keys)(before)


@pytest.fixture(scope="session", autouse=True)
def one_catalogue(pytestconfig: pytest.Config) -> Iterator[None]:
    """The catalogue is read, and routing taught, once for all tests, and again when it or a rule has changed."""
    assert pytestconfig.cache is not None
    kept = pytestconfig.cache.mkdir("learnt")
    once = lru_cache(lambda folder: province.LearntElsewhere(folder, *province.read_catalogue(folder), kept))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "read_catalogue", lru_cache(province.read_catalogue))
        patch.setattr(wiring, "LearntElsewhere", lambda folder, *_: once(folder))
        yield
