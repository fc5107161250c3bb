"""One transaction a handler: a writer thread with group commit on SQLite, a pool of threads on PostgreSQL.

SQLAlchemy's own connections and pool; a query is written where it is needed, and only the few that every message runs
are kept prepared (storage/statements.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, create_engine, make_url
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel

from storage import statements
from storage.statements import Prepared
from storage.trouble import NotCommitted, in_trouble

T = TypeVar("T")
GROUP = 64
POOL = 6
#: `secure_delete`: what is deleted is written over, and does not wait in the file for a later row
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")


class Tx:
    """A running transaction. `now` is its one instant (UTC); `posted` collects the outbox rows it wrote.

    `gone` collects the names of files nobody needs any more: they leave the disk once this is committed. With `erases`
    what it deleted is to be found nowhere in the database's files afterwards. `known` holds what it has looked up and
    will be asked again; whoever changes that says so there.
    """

    __slots__ = ("_connection", "_dialect", "_driver", "erases", "gone", "known", "now", "posted", "worker")

    def __init__(self, connection: Connection, now: datetime, worker: str) -> None:
        self._connection = connection
        self._driver = connection.connection.driver_connection
        self._dialect = connection.dialect
        self.now = now
        self.worker = worker
        self.posted: list[Any] = []
        self.gone: list[str] = []
        self.erases = False
        self.known: dict[Any, Any] = {}

    def rows(self, statement: Executable | Prepared, **values: Any) -> list[Any]:
        """All rows, their columns by name."""
        if isinstance(statement, Prepared):
            return statement.rows(self._driver, self._dialect, values)
        return list(self._connection.execute(statement, values or None).all())

    def first(self, statement: Executable | Prepared, **values: Any) -> Any:
        """The first row, its columns by name, or None."""
        if isinstance(statement, Prepared):
            return statement.first(self._driver, self._dialect, values)
        return self._connection.execute(statement, values or None).first()

    def run(self, statement: Executable | Prepared, **values: Any) -> int:
        """Execute and return the number of rows changed."""
        if isinstance(statement, Prepared):
            return statement.run(self._driver, self._dialect, values)
        return self._connection.execute(statement, values or None).rowcount

    def put(self, model: type[SQLModel], **values: Any) -> None:
        """A new row with these columns."""
        self.run(statements.put(model, tuple(values)), **values)

    def add(self, model: type[SQLModel], **values: Any) -> int:
        """A new row with these columns; the id the database gives it."""
        return int(self.first(statements.put(model, tuple(values), "id"), **values).id)

    def put_once(self, model: type[SQLModel], **values: Any) -> bool:
        """A new row; False, and nothing happens, when there is one with its primary key."""
        return self.run(statements.put_once(model, tuple(values)), **values) > 0

    def put_or_change(self, model: type[SQLModel], **values: Any) -> None:
        """A new row, or these columns of the one with its primary key."""
        self.run(statements.put_or_change(model, tuple(values)), **values)

    def lock(self, name: str) -> None:
        """Wait until no other process holds this name; held to the end of the transaction. SQLite has one writer."""
        if self._dialect.name == "postgresql":
            self._connection.exec_driver_sql("select pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))


@dataclass(slots=True)
class _Job:
    work: Callable[[Tx], Any]
    done: Callable[[Any, BaseException | None], None]
    loop: asyncio.AbstractEventLoop | None
    posted: list[Any] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    erases: bool = False
    result: Any = None
    error: BaseException | None = None


def open_store(url: str, clock: Callable[[], datetime], worker: str = "main") -> Store:
    """The store behind a database address (`sqlite:///path` or `postgresql://…`); raises ValueError for another."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteStore(url, Path(parsed.database or ""), clock, worker)
    if parsed.get_backend_name() == "postgresql":
        return PostgresStore(url, clock, worker)
    msg = f"DATABASE_URL must begin with sqlite:/// or postgresql://, not {parsed.get_backend_name()}"
    raise ValueError(msg)


class Store:
    """A database: `run` from the event loop, `call` from anywhere else; both commit or leave nothing."""

    on_commit: Callable[[list[Any]], None] | None = None
    on_gone: Callable[[list[str]], None] | None = None

    def __init__(self, url: str, clock: Callable[[], datetime], worker: str) -> None:
        self.url = url
        self._clock = clock
        self._worker = worker

    def _submit(self, job: _Job) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Finish what is under way and release the database."""
        raise NotImplementedError

    async def run(self, work: Callable[[Tx], T]) -> T:
        """Do the work in one transaction and return its result after the commit."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def done(result: T, error: BaseException | None) -> None:
            if future.cancelled():
                return
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)

        self._submit(_Job(work, done, loop))
        return await future

    def call(self, work: Callable[[Tx], T]) -> T:
        """The same, blocking; never from the event loop."""
        answer: queue.SimpleQueue[tuple[T, BaseException | None]] = queue.SimpleQueue()
        self._submit(_Job(work, lambda result, error: answer.put((result, error)), None))
        result, error = answer.get()
        if error is not None:
            raise error
        return result

    def read(self, work: Callable[[Tx], T]) -> T:
        """Read only, as of one moment, beside whatever is written meanwhile; blocking, never from the event loop.

        For what takes long: it keeps nobody waiting, and nothing it writes is kept.
        """
        with self._reading() as connection:
            return work(Tx(connection, self._clock(), self._worker))

    def _reading(self) -> contextlib.AbstractContextManager[Connection]:
        raise NotImplementedError

    def _finish(self, jobs: list[_Job]) -> None:
        """Tell every job its end: those of the event loop in one call, the others at once."""
        waiting = [job for job in jobs if job.loop is not None]
        if waiting:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                waiting[0].loop.call_soon_threadsafe(self._tell, waiting)  # type: ignore[union-attr]
        self._tell([job for job in jobs if job.loop is None])

    def _tell(self, jobs: list[_Job]) -> None:
        for job in jobs:
            job.done(job.result, job.error)
            if job.posted and job.error is None and self.on_commit is not None:
                self.on_commit(job.posted)
            if job.gone and job.error is None and self.on_gone is not None:
                self.on_gone(job.gone)


class SqliteStore(Store):
    """SQLite in WAL with synchronous=FULL: one thread takes all waiting work into one commit, a savepoint each."""

    def __init__(self, url: str, path: Path, clock: Callable[[], datetime], worker: str) -> None:
        super().__init__(url, clock, worker)
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
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

    def _submit(self, job: _Job) -> None:
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

    def _batches(self) -> Iterator[list[_Job]]:
        """Everything that waits, up to GROUP at once, until the closing None."""
        closing = False
        while not closing and (job := self._queue.get()) is not None:
            batch = [job]
            while len(batch) < GROUP and not self._queue.empty() and not closing:
                more = self._queue.get()
                closing = more is None
                batch += [more] if more else []
            yield batch

    def _commit(self, batch: list[_Job]) -> None:
        try:
            self._driver.execute("begin immediate")
            for job in batch:
                self._one(job)
            self._driver.execute("commit")
            if any(job.erases for job in batch):
                self._empty_wal()
        except BaseException as error:  # noqa: BLE001  whoever waits must hear of it, whatever it is
            with contextlib.suppress(sqlite3.Error):
                self._driver.execute("rollback")
            for job in batch:
                if job.error is None:
                    job.error = error if in_trouble(error) else NotCommitted()

    def _empty_wal(self) -> None:
        """Until it is written back and cut off, the log still tells what was deleted from the file."""
        with contextlib.suppress(sqlite3.OperationalError):  # somebody reads just now: the next time, or the close
            self._driver.execute("pragma wal_checkpoint(TRUNCATE)")

    def _one(self, job: _Job) -> None:
        """One piece of work under its own savepoint; a full disk ends the whole transaction, and then this raises."""
        execute = self._driver.execute
        execute("savepoint job")
        tx = Tx(self._connection, self._clock(), self._worker)
        try:
            job.result = job.work(tx)
        except Exception as error:  # noqa: BLE001  told to whoever asked; the rest of the group goes on
            job.error = error
            execute("rollback to job")
        else:
            job.posted, job.gone, job.erases = tx.posted, tx.gone, tx.erases
        execute("release job")

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
        )
        self._threads = ThreadPoolExecutor(POOL, "postgresql")
        self._engine.connect().close()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection, connection.begin() as transaction:
            connection.exec_driver_sql("set transaction isolation level repeatable read, read only")
            yield connection
            transaction.rollback()

    def _submit(self, job: _Job) -> None:
        self._threads.submit(self._one, job)

    def _one(self, job: _Job) -> None:
        try:
            with self._engine.begin() as connection:
                tx = Tx(connection, self._clock(), self._worker)
                job.result = job.work(tx)
            job.posted, job.gone = tx.posted, tx.gone
        except BaseException as error:  # noqa: BLE001  told to whoever asked
            job.error = error
        self._finish([job])

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()


class OneProcess:
    """Holds a SQLite file for one running bot; raises BlockingIOError when another process has it."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_suffix(path.suffix + ".lock").open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let another process have it."""
        self._file.close()
