"""A PostgreSQL server that can be stopped and started, and that has a standby: the binaries of the other tests."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from tests import postgres
from tests.product import free_port

#: what it confirms survives its own end (not that of the machine: the kernel has written it, perhaps not the disk)
OPTIONS = ("fsync = off", "full_page_writes = on", "autovacuum = off", "listen_addresses = '127.0.0.1'")
SECONDS = 60


class Cluster:
    """One server with its own folder and port; `at` is what stands between user and database in an address."""

    def __init__(self, binaries: Path, folder: Path, who: dict[str, Any]) -> None:
        self._binaries, self._who = binaries, who
        self._data, self.port = folder / "data", free_port()
        self._folder = folder

    def _run(self, program: str, *arguments: str) -> None:
        command = [f"{self._binaries}/{program}", *arguments]
        with (self._folder / "log").open("ab") as log:
            subprocess.run(command, check=True, cwd=self._folder, stdout=log, stderr=log, timeout=SECONDS, **self._who)

    def create(self) -> None:
        """An empty one."""
        self._run("initdb", f"--pgdata={self._data}", "--username=postgres", "--auth=trust", "--no-sync")
        self._configure(*OPTIONS)

    def follow(self, primary: Cluster) -> None:
        """A copy of another one that goes on copying."""
        self._run(
            *("pg_basebackup", "-D", f"{self._data}", "-h", "127.0.0.1", "-p", f"{primary.port}"),
            *("-U", "postgres", "--write-recovery-conf", "--checkpoint=fast", "--no-sync"),
        )
        self._configure()
        self.start()
        primary.call("alter system set synchronous_standby_names = '*'")
        primary.call("select pg_reload_conf()")
        while primary.call("select count(*) from pg_stat_replication where sync_state = 'sync'") != [(1,)]:
            time.sleep(0.05)

    def _configure(self, *options: str) -> None:
        own = (f"port = {self.port}", f"unix_socket_directories = '{self._folder}'", *options)
        with (self._data / "postgresql.conf").open("a") as file:
            file.write("\n".join(("", *own, "")))

    def start(self) -> None:
        """Serve; returns when it answers."""
        self._run("pg_ctl", "start", "-D", f"{self._data}", "-w", "-l", f"{self._folder}/server.log")

    def stop(self) -> None:
        """End at once, as by a crash."""
        self._run("pg_ctl", "stop", "-D", f"{self._data}", "-m", "immediate", "-w")

    def promote(self) -> None:
        """The standby becomes the one that is written to."""
        self._run("pg_ctl", "promote", "-D", f"{self._data}", "-w")

    def call(self, statement: str) -> list[tuple[Any, ...]]:
        """Run one statement."""
        with psycopg.connect(f"postgresql://postgres@127.0.0.1:{self.port}/postgres", autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []


def address(*clusters: Cluster, database: str = "govuong") -> str:
    """The database of whichever of these can be written to."""
    hosts = "&".join(f"host=127.0.0.1:{each.port}" for each in clusters)
    return f"postgresql://postgres@/{database}?{hosts}&target_session_attrs=read-write"


@contextlib.contextmanager
def clusters(*, standby: bool) -> Iterator[list[Cluster]]:
    """A running server with an empty database, perhaps with a standby that confirms every commit with it."""
    found = postgres.installations()
    if not found:
        raise postgres.NoServerError("neither the wheel nor the system has PostgreSQL's binaries")
    folder = Path(tempfile.mkdtemp(prefix="govuong-pg-", dir="/tmp"))  # reachable for the server's account
    who: dict[str, Any] = {}
    binaries = found[0]
    if os.geteuid() == 0:
        if postgres.SYSTEM not in binaries.parents:
            binaries = postgres.copied(binaries, folder)
        nobody = pwd.getpwnam("nobody")
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}
    made = []
    try:
        for name in ("one", "other")[: 1 + standby]:
            (folder / name).mkdir()
            made.append(Cluster(binaries / "bin", folder / name, who))
        if who:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, who["user"], who["group"], follow_symlinks=False)
        made[0].create()
        made[0].start()
        made[0].call("create database govuong template template0")
        if standby:
            made[1].follow(made[0])
        yield made
    finally:
        for each in made:
            with contextlib.suppress(subprocess.SubprocessError):
                each.stop()
        shutil.rmtree(folder, ignore_errors=True)
