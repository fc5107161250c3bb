"""One transaction a handler: a writer thread with group commit on SQLite, a pool of threads on PostgreSQL."""

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
from typing import Any, Protocol, TypeVar

from sqlalchemy import Dialect, make_url
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from storage.statements import Statement

T = TypeVar("T")
GROUP = 64
POOL = 6
#: primary result codes of SQLite that speak of its surroundings: busy, locked, out of memory, read-only, interrupted,
#: input/output, corrupt, full, cannot open, locking protocol
_SQLITE_TROUBLE = frozenset({5, 6, 7, 8, 9, 10, 11, 13, 14, 15})
_PSYCOPG_TROUBLE = frozenset({"OperationalError", "InterfaceError"})


class NotCommitted(Exception):  # noqa: N818  what happened, not whose fault
    """The transaction this work shared with other work came to nothing; the work itself may be sound."""


def in_trouble(error: BaseException) -> bool:
    """True when the database cannot work just now (locked, full, gone), so that the same may succeed later."""
    if isinstance(error, NotCommitted):
        return True
    if isinstance(error, sqlite3.OperationalError):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _SQLITE_TROUBLE
    return any(each.__module__ == "psycopg" and each.__name__ in _PSYCOPG_TROUBLE for each in type(error).__mro__)


def of_driver(error: BaseException) -> bool:
    """True for any error of a database's driver: a race with another process shows as one, and ends at the next try."""
    return isinstance(error, NotCommitted) or type(error).__module__.startswith(("sqlite3", "psycopg"))


class Tx:
    """A running transaction. `now` is its one instant (UTC); `posted` collects the outbox rows it wrote."""

    __slots__ = ("_connection", "_dialect", "now", "posted", "worker")

    def __init__(self, connection: Any, dialect: Dialect, now: datetime, worker: str) -> None:
        self._connection = connection
        self._dialect = dialect
        self.now = now
        self.worker = worker
        self.posted: list[Any] = []

    def rows(self, statement: Statement, **values: Any) -> list[Any]:
        """All rows as named tuples."""
        compiled = statement.on(self._dialect)
        found = self._connection.execute(compiled.text, compiled.parameters(values)).fetchall()
        return [compiled.row(raw) for raw in found]

    def first(self, statement: Statement, **values: Any) -> Any:
        """The first row as a named tuple, or None."""
        compiled = statement.on(self._dialect)
        raw = self._connection.execute(compiled.text, compiled.parameters(values)).fetchone()
        return None if raw is None else compiled.row(raw)

    def run(self, statement: Statement, **values: Any) -> int:
        """Execute and return the number of rows changed."""
        compiled = statement.on(self._dialect)
        return int(self._connection.execute(compiled.text, compiled.parameters(values)).rowcount)

    def lock(self, name: str) -> None:
        """Wait until no other process holds this name; held to the end of the transaction. SQLite has one writer."""
        if self._dialect.name == "postgresql":
            self._connection.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))


@dataclass(slots=True)
class _Job:
    work: Callable[[Tx], Any]
    done: Callable[[Any, BaseException | None], None]
    loop: asyncio.AbstractEventLoop | None
    posted: list[Any] = field(default_factory=list)
    result: Any = None
    error: BaseException | None = None


class Store(Protocol):
    """A database: `run` from the event loop, `call` from anywhere else; both commit or leave nothing."""

    on_commit: Callable[[list[Any]], None] | None
    dialect: Dialect
    url: str

    async def run(self, work: Callable[[Tx], T]) -> T:
        """Do the work in one transaction and return its result after the commit."""
        ...

    def call(self, work: Callable[[Tx], T]) -> T:
        """The same, blocking; never from the event loop."""
        ...

    def close(self) -> None:
        """Finish what is under way and release the database."""
        ...


def open_store(url: str, clock: Callable[[], datetime], worker: str = "main") -> Store:
    """The store behind a database address (`sqlite:///path` or `postgresql://…`); raises ValueError for another."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteStore(url, Path(parsed.database or ""), clock, worker)
    if parsed.get_backend_name() == "postgresql":
        return PostgresStore(url, clock, worker)
    msg = f"DATABASE_URL must begin with sqlite:/// or postgresql://, not {parsed.get_backend_name()}"
    raise ValueError(msg)


class _Base:
    on_commit: Callable[[list[Any]], None] | None = None

    def _submit(self, job: _Job) -> None:
        raise NotImplementedError

    async def run(self, work: Callable[[Tx], T]) -> T:
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
        answer: queue.SimpleQueue[tuple[T, BaseException | None]] = queue.SimpleQueue()
        self._submit(_Job(work, lambda result, error: answer.put((result, error)), None))
        result, error = answer.get()
        if error is not None:
            raise error
        return result

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


class SqliteStore(_Base):
    """SQLite in WAL with synchronous=FULL: one thread takes all waiting work into one commit, a savepoint each."""

    def __init__(self, url: str, path: Path, clock: Callable[[], datetime], worker: str) -> None:
        self.url = url
        self.dialect: Dialect = SQLiteDialect_pysqlite()
        self._clock = clock
        self._worker = worker
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            self._connection.execute(f"pragma {pragma}")
        self._thread = threading.Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._thread.start()

    def _submit(self, job: _Job) -> None:
        self._queue.put(job)

    def _work(self) -> None:
        for batch in self._batches():
            self._commit(batch)
            self._finish(batch)
        self._connection.close()

    def _batches(self) -> Iterator[list[_Job]]:
        """Everything that waits, up to GROUP at once, until the closing None."""
        while (job := self._queue.get()) is not None:
            batch = [job]
            closing = False
            while len(batch) < GROUP and not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    closing = True
                    break
                batch.append(more)
            yield batch
            if closing:
                return

    def _commit(self, batch: list[_Job]) -> None:
        try:
            self._connection.execute("begin immediate")
            for job in batch:
                self._one(job)
            self._connection.execute("commit")
        except BaseException as error:  # noqa: BLE001  whoever waits must hear of it, whatever it is
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("rollback")
            for job in batch:
                if job.error is None:
                    job.error = error if in_trouble(error) else NotCommitted()

    def _one(self, job: _Job) -> None:
        """One piece of work under its own savepoint; a full disk ends the whole transaction, and then this raises."""
        execute = self._connection.execute
        execute("savepoint job")
        tx = Tx(self._connection, self.dialect, self._clock(), self._worker)
        try:
            job.result = job.work(tx)
        except Exception as error:  # noqa: BLE001  told to whoever asked; the rest of the group goes on
            job.error = error
            execute("rollback to job")
        else:
            job.posted = tx.posted
        execute("release job")

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join()


class PostgresStore(_Base):
    """PostgreSQL: every job its own transaction on one of a few connections, a thread each."""

    def __init__(self, url: str, clock: Callable[[], datetime], worker: str) -> None:
        import psycopg  # noqa: PLC0415  libpq and the dialect are loaded only where PostgreSQL is used
        from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg  # noqa: PLC0415

        self.url = url
        self.dialect: Dialect = PGDialect_psycopg()  # type: ignore[no-untyped-call]
        self._clock = clock
        self._worker = worker
        self._psycopg = psycopg
        self._dsn = url.replace("postgresql+psycopg://", "postgresql://", 1)
        self._mine = threading.local()
        self._connections: list[Any] = []
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(POOL, "postgresql")
        psycopg.connect(self._dsn).close()

    def _submit(self, job: _Job) -> None:
        self._pool.submit(self._one, job)

    def _begun(self) -> Any:
        """This thread's connection in a new transaction; one that the server has closed is replaced."""
        connection = getattr(self._mine, "connection", None)
        if connection is not None and not connection.closed:
            with contextlib.suppress(self._psycopg.OperationalError):
                connection.execute("begin")
                return connection
        connection = self._mine.connection = self._psycopg.connect(self._dsn, autocommit=True)
        with self._lock:
            self._connections = [*(each for each in self._connections if not each.closed), connection]
        connection.execute("begin")
        return connection

    def _one(self, job: _Job) -> None:
        try:
            connection = self._begun()
            try:
                tx = Tx(connection, self.dialect, self._clock(), self._worker)
                job.result = job.work(tx)
                connection.execute("commit")
            except BaseException:
                with contextlib.suppress(self._psycopg.Error):
                    connection.execute("rollback")
                raise
            job.posted = tx.posted
        except BaseException as error:  # noqa: BLE001  told to whoever asked
            job.error = error
        self._finish([job])

    def close(self) -> None:
        self._pool.shutdown()
        for connection in self._connections:
            connection.close()


class OneProcess:
    """Holds a SQLite file for one running bot; raises BlockingIOError when another process has it."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_suffix(path.suffix + ".lock").open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let another process have it."""
        self._file.close()
