"""The two databases: SQLite with a writer thread and group commit, PostgreSQL with a pool of threads."""

from __future__ import annotations

import contextlib
import fcntl
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.pool import NullPool, StaticPool

from storage.database import Job, Store, Tx
from storage.trouble import NotCommitted, in_trouble

GROUP = 64
POOL = 6
#: `secure_delete`: what is deleted is written over, and does not wait in the file for a later row
#: `temp_store`: what a savepoint would bring back is kept in memory, not in a file of its own
_PRAGMAS = (
    *("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"),
    "temp_store=MEMORY",
)

#: a server that has left with its machine says no goodbye: it is given up within so many seconds
_PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


def is_postgresql(url: str) -> bool:
    """Whether several processes may share the database of this address."""
    return make_url(url).get_backend_name() == "postgresql"


def connecting(url: URL) -> dict[str, Any]:
    """What PostgreSQL's driver is to be told; of several hosts it takes the first that fits."""
    dialect = url.set(drivername="postgresql+psycopg").get_dialect()()
    return {**dialect.create_connect_args(url)[1], **_PATIENCE}


def open_store(url: str, clock: Callable[[], datetime], worker: str = "main") -> Store:
    """The store behind a database address (`sqlite:///path` or `postgresql://…`); raises ValueError for another."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteStore(url, Path(parsed.database or ""), clock, worker)
    if parsed.get_backend_name() == "postgresql":
        return PostgresStore(url, clock, worker)
    msg = f"DATABASE_URL must begin with sqlite:/// or postgresql://, not {parsed.get_backend_name()}"
    raise ValueError(msg)


class SqliteStore(Store):
    """SQLite in WAL with synchronous=FULL: one thread takes all waiting work into one commit, a savepoint each.

    A savepoint costs a copy of every page that is changed under it, so work that is alone has none.
    """

    def __init__(self, url: str, path: Path, clock: Callable[[], datetime], worker: str) -> None:
        super().__init__(url, clock, worker)
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        path.parent.mkdir(parents=True, exist_ok=True)
        # AUTOCOMMIT: the driver and SQLAlchemy begin nothing by themselves; this thread begins, marks and commits
        self._engine = create_engine(
            url,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            connect_args={"check_same_thread": False, "cached_statements": 512},
        )
        self._connection = self._engine.connect()
        self._driver: sqlite3.Connection = self._connection.connection.driver_connection  # type: ignore[assignment]
        for pragma in _PRAGMAS:
            self._driver.execute(f"pragma {pragma}")
        self._thread = threading.Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._thread.start()

    def _submit(self, job: Job) -> None:
        self._queue.put(job)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        engine = create_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True)
        with engine.connect() as connection:
            connection.exec_driver_sql("pragma query_only=on")
            connection.exec_driver_sql("begin")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("rollback")

    def _work(self) -> None:
        for batch in self._batches():
            self._commit(batch)
            self._finish(batch)
        self._connection.close()
        self._engine.dispose()

    def _batches(self) -> Iterator[list[Job]]:
        """Everything that waits, up to GROUP at once, until the closing None."""
        closing = False
        while not closing and (job := self._queue.get()) is not None:
            batch = [job]
            while len(batch) < GROUP and not self._queue.empty() and not closing:
                more = self._queue.get()
                closing = more is None
                batch += [more] if more else []
            yield batch

    def _commit(self, batch: list[Job]) -> None:
        execute, is_shared = self._driver.execute, len(batch) > 1
        try:
            execute("begin immediate")
            for job in batch:
                if is_shared:  # what one of them fails at is undone, and the others go on
                    execute("savepoint job")
                self._do(job)
                if is_shared:
                    if job.error is not None:
                        execute("rollback to job")
                    execute("release job")
            execute("commit" if is_shared or batch[0].error is None else "rollback")
            if any(job.erases for job in batch):
                self._empty_wal()
        except BaseException as error:  # noqa: BLE001  whoever waits must hear of it, whatever it is
            with contextlib.suppress(sqlite3.Error):
                execute("rollback")
            for job in batch:
                if job.error is None:
                    job.error = error if in_trouble(error) else NotCommitted()

    def _empty_wal(self) -> None:
        """Until it is written back and cut off, the log still tells what was deleted from the file."""
        with contextlib.suppress(sqlite3.OperationalError):  # somebody reads just now: the next time, or the close
            self._driver.execute("pragma wal_checkpoint(TRUNCATE)")

    def _do(self, job: Job) -> None:
        """One piece of work; after a full disk nothing of the transaction is left, and what is executed next raises."""
        tx = Tx(self._connection, self._clock(), self._worker, self.ring)
        try:
            job.result = job.work(tx)
        except Exception as error:  # noqa: BLE001  told to whoever asked
            job.error = error
        else:
            job.posted, job.gone, job.erases, job.erased = tx.posted, tx.gone, tx.erases, tx.erased

    def vacuum(self) -> None:
        """`secure_delete` has written over what was deleted; the log is written back and cut off."""

        def erase(tx: Tx) -> None:
            tx.erases = True

        self.call(erase)

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join()


class PostgresStore(Store):
    """PostgreSQL: every job its own transaction on one of a few connections, a thread each."""

    def __init__(self, url: str, clock: Callable[[], datetime], worker: str) -> None:
        super().__init__(url, clock, worker)
        # `pool_pre_ping`: a connection that the server has closed meanwhile is replaced before anything is lost on it
        self._engine = create_engine(
            make_url(url).set(drivername="postgresql+psycopg"),
            pool_size=POOL,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=_PATIENCE,
        )
        self._threads = ThreadPoolExecutor(POOL, "postgresql")
        self._engine.connect().close()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection, connection.begin() as transaction:
            connection.exec_driver_sql("set transaction isolation level repeatable read, read only")
            yield connection
            transaction.rollback()

    def _submit(self, job: Job) -> None:
        self._threads.submit(self._one, job)

    def _one(self, job: Job) -> None:
        try:
            with self._engine.begin() as connection:
                tx = Tx(connection, self._clock(), self._worker, self.ring)
                job.result = job.work(tx)
            job.posted, job.gone, job.erased = tx.posted, tx.gone, tx.erased
        except BaseException as error:  # noqa: BLE001  told to whoever asked
            job.error = error
        self._finish([job])

    def vacuum(self) -> None:
        """Every table is emptied of its dead rows, its indexes, too."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("vacuum (index_cleanup on)")

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()


def hold(url: str, *, alone: bool = False) -> OneProcess | SharedHold:
    """Say that a program uses this database; raises BlockingIOError when another one is in the way.

    With PostgreSQL that is only one which wants it `alone`, or any when this one does.
    """
    if url.startswith("sqlite"):
        return OneProcess(Path(url.removeprefix("sqlite:///")))
    return SharedHold(url, alone=alone)


class OneProcess:
    """Holds a SQLite file for one running bot; raises BlockingIOError when another process has it."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_suffix(path.suffix + ".lock").open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise

    def release(self) -> None:
        """Let another process have it."""
        self._file.close()


class SharedHold:
    """Says of a PostgreSQL database for as long as this process lives that a program uses it, or uses it alone."""

    def __init__(self, url: str, *, alone: bool) -> None:
        self._engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
        self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        lock = "pg_try_advisory_lock" if alone else "pg_try_advisory_lock_shared"
        asked = f"select {lock}(hashtextextended('a program runs', 0))"
        if not self._connection.exec_driver_sql(asked).scalar():
            self.release()
            raise BlockingIOError

    def release(self) -> None:
        """Let others have it."""
        self._connection.close()
        self._engine.dispose()
