"""One transaction a handler (`Tx`), and the database that runs it (`Store`; the two there are stand in engines.py).

SQLAlchemy's own connections and pool; a query is written where it is needed, and only the few that every message runs
are kept prepared (storage/statements.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table
from sqlmodel import SQLModel

from storage import statements
from storage.sealing.ring import LOST, Ring
from storage.statements import Prepared

T = TypeVar("T")


class Tx:
    """A running transaction. `now` is its one instant (UTC); `posted` collects the outbox rows it wrote.

    `gone` collects the names of files nobody needs any more: they leave the disk once this is committed. With `erases`
    what it deleted is to be found nowhere in the database's files afterwards; `erased` are lines for the ledger.
    `known` holds what it has looked up and will be asked again; whoever changes that says so there. `ring` seals and
    opens what hides an author.
    """

    __slots__ = (
        *("_connection", "_dialect", "_driver", "erased", "erases", "gone", "known", "now", "posted", "ring"),
        "worker",
    )

    def __init__(self, connection: Connection, now: datetime, worker: str, ring: Ring) -> None:
        self._connection = connection
        self._driver = connection.connection.driver_connection
        self._dialect = connection.dialect
        self.now = now
        self.worker = worker
        self.ring = ring
        self.posted: list[Any] = []
        self.gone: list[str] = []
        self.erases = False
        self.erased: list[Any] = []
        self.known: dict[Any, Any] = {}

    @property
    def day(self) -> datetime:
        """The beginning of its day: the same for everybody, where the minute would join somebody to a case."""
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0)

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

    def change(self, model: type[SQLModel], **values: Any) -> None:
        """These columns of the row with its primary key, which is among them."""
        self.run(statements.change(model, tuple(values)), **values)

    def put_rows(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """New rows of a table, many at once, each with the same columns."""
        self._connection.execute(table.insert(), [dict(each) for each in rows])

    @property
    def dialect(self) -> str:
        """Which kind of database: "sqlite" or "postgresql"."""
        return self._dialect.name

    def lock(self, name: str) -> None:
        """Wait until no other process holds this name; held to the end of the transaction. SQLite has one writer."""
        if self._dialect.name == "postgresql":
            self._connection.exec_driver_sql("select pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))


@dataclass(slots=True)
class Job:
    work: Callable[[Tx], Any]
    done: Callable[[Any, BaseException | None], None]
    loop: asyncio.AbstractEventLoop | None
    posted: list[Any] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    erases: bool = False
    erased: list[Any] = field(default_factory=list)
    result: Any = None
    error: BaseException | None = None


class Store:
    """A database: `run` from the event loop, `call` from anywhere else; both commit or leave nothing.

    `ring` is given to it before anything sealed is read or written.
    """

    ring: Ring = LOST
    on_commit: Callable[[list[Any]], None] | None = None
    on_gone: Callable[[list[str]], None] | None = None
    on_erased: Callable[[list[Any]], None] | None = None

    def __init__(self, url: str, clock: Callable[[], datetime], worker: str) -> None:
        self.url = url
        self._clock = clock
        self._worker = worker

    def _submit(self, job: Job) -> None:
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

        self._submit(Job(work, done, loop))
        return await future

    def call(self, work: Callable[[Tx], T]) -> T:
        """The same, blocking; never from the event loop."""
        answer: queue.SimpleQueue[tuple[T, BaseException | None]] = queue.SimpleQueue()
        self._submit(Job(work, lambda result, error: answer.put((result, error)), None))
        result, error = answer.get()
        if error is not None:
            raise error
        return result

    def leave(self, work: Callable[[Tx], object]) -> None:
        """Do the work in a transaction of its own, later; nobody waits for it, nor hears what went wrong."""
        self._submit(Job(work, lambda _result, _error: None, None))

    def read(self, work: Callable[[Tx], T]) -> T:
        """Read only, as of one moment, beside whatever is written meanwhile; blocking, never from the event loop.

        For what takes long: it keeps nobody waiting, and nothing it writes is kept.
        """
        with self._reading() as connection:
            return work(Tx(connection, self._clock(), self._worker, self.ring))

    def vacuum(self) -> None:
        """Leave nothing of what was deleted where the next row is to be written; blocking, at night."""
        raise NotImplementedError

    def _reading(self) -> contextlib.AbstractContextManager[Connection]:
        raise NotImplementedError

    def _finish(self, jobs: list[Job]) -> None:
        """Tell every job its end: those of the event loop in one call, the others at once."""
        waiting = [job for job in jobs if job.loop is not None]
        if waiting:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                waiting[0].loop.call_soon_threadsafe(self._tell, waiting)  # type: ignore[union-attr]
        self._tell([job for job in jobs if job.loop is None])

    def _tell(self, jobs: list[Job]) -> None:
        for job in jobs:
            if job.erased and job.error is None and self.on_erased is not None:
                self.on_erased(job.erased)
            job.done(job.result, job.error)
            if job.posted and job.error is None and self.on_commit is not None:
                self.on_commit(job.posted)
            if job.gone and job.error is None and self.on_gone is not None:
                self.on_gone(job.gone)
