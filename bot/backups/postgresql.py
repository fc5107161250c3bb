"""PostgreSQL's own programs, called so that no password stands in a list of processes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, make_url, text

from bot.settings import WrongSetting
from storage import migrations

#: the database every server has, to make and rename others from
_MAINTENANCE = "postgres"


def dump(url: str, target: Path, snapshot: str) -> None:
    """Everything as it was in an exported snapshot, into a file that `pg_restore` reads."""
    program = _program("pg_dump", url)
    _run([program, "--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}", f"--file={target}"], url)
    _run([_program("pg_restore", url), "--list", str(target)], url)  # readable, or it raises


def load(url: str, source: Path) -> None:
    """Fill an empty database with what was dumped, whole or not at all."""
    program = _program("pg_restore", url)
    options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-acl"]
    _run([program, *options, f"--dbname={make_url(url).database}", str(source)], url)


def create(url: str, name: str) -> str:
    """A new empty database on the same server; its address."""
    _maintain(url, f'create database "{name}" template template0')
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def drop(url: str, name: str) -> None:
    """Remove a database of ours."""
    _maintain(url, f'drop database if exists "{name}"')


def rename(url: str, name: str, to: str) -> None:
    """A database under another name, once nobody is connected to it."""
    _maintain(url, f'alter database "{name}" rename to "{to}"')


def is_there(url: str) -> bool:
    """True when the server has a database of this name."""
    return bool(_asked(url, "select count(*) from pg_database where datname = :name"))


def connections(url: str) -> int:
    """How many others are connected to this database now."""
    return _asked(url, "select count(*) from pg_stat_activity where datname = :name and pid <> pg_backend_pid()")


def _asked(url: str, question: str) -> int:
    engine = create_engine(_beside(url))
    try:
        with engine.connect() as connection:
            return int(connection.execute(text(question), {"name": make_url(url).database}).scalar() or 0)
    finally:
        engine.dispose()


def _maintain(url: str, statement: str) -> None:
    engine = create_engine(_beside(url), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


def _beside(url: str) -> URL:
    return make_url(migrations.driver(url)).set(database=_MAINTENANCE)


def server_version(connection: Connection) -> int:
    """The server's major version."""
    return int(connection.exec_driver_sql("show server_version_num").scalar_one()) // 10000


def _program(name: str, url: str) -> str:
    """Where a program of PostgreSQL is; raises WrongSetting for one that is missing or older than the server."""
    engine = create_engine(migrations.driver(url))
    try:
        with engine.connect() as connection:
            server = server_version(connection)
    finally:
        engine.dispose()
    mend = f"install the client of PostgreSQL {server} (Debian: postgresql-client-{server}) and put it first in PATH"
    path = shutil.which(name)
    if path is None:
        raise WrongSetting(f"{name} is not on this machine: {mend}")
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    found = re.search(r"\d+", said)
    if found is None or int(found[0]) < server:
        raise WrongSetting(f"{path} is of version {found[0] if found else '?'}, the server {server}: {mend}")
    return path


def _run(command: list[str], url: str) -> None:
    """Run it with the address in the environment; raises WrongSetting with its last line."""
    done = subprocess.run(command, env=_environment(url), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no word"]
        raise WrongSetting(f"{Path(command[0]).name} failed: {lines[0]}")


def _environment(url: str) -> dict[str, str]:
    parsed = make_url(url)
    host = parsed.host or parsed.query.get("host")
    named = {
        "PGHOST": host,
        "PGPORT": parsed.port or parsed.query.get("port"),
        "PGUSER": parsed.username,
        "PGPASSWORD": parsed.password,
        "PGDATABASE": parsed.database,
        "PGSSLMODE": parsed.query.get("sslmode"),
    }
    return {**os.environ, **{name: str(value) for name, value in named.items() if value}}
