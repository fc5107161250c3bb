"""When the database is to blame: what may succeed later, and what ends at the next try."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

#: primary result codes of SQLite that speak of its surroundings: busy, locked, out of memory, read-only, interrupted,
#: input/output, corrupt, full, cannot open, locking protocol
_SQLITE_TROUBLE = frozenset({5, 6, 7, 8, 9, 10, 11, 13, 14, 15})
#: the last one says that this server has become a standby: another one takes what is written
_PSYCOPG_TROUBLE = frozenset({"OperationalError", "InterfaceError", "ReadOnlySqlTransaction"})


class NotCommitted(Exception):  # noqa: N818  what happened, not whose fault
    """The transaction this work shared with other work came to nothing; the work itself may be sound."""


def in_trouble(error: BaseException) -> bool:
    """True when the database cannot work just now (locked, full, gone), so that the same may succeed later."""
    cause = _of_driver(error)
    if isinstance(cause, NotCommitted):
        return True
    if isinstance(cause, sqlite3.OperationalError):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE_TROUBLE
    known = (each.__name__ for each in type(cause).__mro__ if each.__module__.startswith("psycopg"))
    return not _PSYCOPG_TROUBLE.isdisjoint(known)


def of_driver(error: BaseException) -> bool:
    """True for any error of a database's driver: a race with another process shows as one, and ends at the next try."""
    cause = _of_driver(error)
    return isinstance(cause, NotCommitted) or type(cause).__module__.startswith(("sqlite3", "psycopg"))


def _of_driver(error: BaseException) -> BaseException:
    """What the driver raised, out of SQLAlchemy's wrapping."""
    return error.orig if isinstance(error, DBAPIError) and error.orig else error
