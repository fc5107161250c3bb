"""A copy takes the place of what is here; what was here stays aside, under a name that tells when."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.backups import checking, postgresql, snapshots
from bot.backups.manifest import Copy
from bot.keys import ring_at
from bot.settings import Settings, WrongSetting
from storage.blobs import Blobs
from storage.engines import OneProcess

#: to the microsecond: whoever restores twice in a second keeps both
_STAMP = "%Y%m%dT%H%M%S%fZ"
#: what must be done to a restored database, whose files lie in a folder, before anybody is served from it
BeforeItStarts = Callable[[str, Path], None]


class Damaged(Exception):  # noqa: N818  says what is the case, like a refusal
    """The copy is not what its manifest says; `lines` name each difference."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def check(settings: Settings, copy: Copy, key: Path | None) -> None:
    """Restore into a scratch place and look at everything; raises Damaged. Nothing of it stays."""
    _bytes_are_right(copy)
    url = settings.database_url
    with tempfile.TemporaryDirectory(prefix="govuong-check-") as folder:
        scratch = Path(folder)
        with checking.unpacked(copy, url, scratch, key, _named(url, "check")) as there:
            wrong = checking.contents(copy, there, ring_at(settings))
        for _, item in checking.attachments(copy) if copy.manifest.recipient else ():
            checking.unpack(copy, item, scratch / "one", key)  # it opens, or this raises
    if wrong:
        raise Damaged(wrong)


def restore(settings: Settings, copy: Copy, key: Path | None, before_it_starts: BeforeItStarts) -> list[str]:
    """Put the copy in place of what is here; where the old database and files lie now. Raises Damaged, BlockingIOError.

    Everything is unpacked and looked at beside what is here, and only then changes places with it.
    """
    url = settings.database_url
    if snapshots.kind_of(url) != copy.manifest.database:
        raise WrongSetting(f"The copy is of {copy.manifest.database}; DATABASE_URL names another kind of database.")
    _bytes_are_right(copy)
    stamp = f"{datetime.now(UTC):{_STAMP}}"
    with _nobody_else(url), _beside(settings.files_dir, f"restoring-{stamp}") as new_files:
        new_files.mkdir(parents=True)
        for name, item in checking.attachments(copy):
            checking.unpack(copy, item, Blobs(new_files).path(name), key)
        with _beside(_place(settings), f"restoring-{stamp}") as scratch:
            scratch.mkdir(parents=True)
            with checking.unpacked(copy, url, scratch, key, _named(url, "restoring")) as there:
                if wrong := checking.contents(copy, there, ring_at(settings)):
                    raise Damaged(wrong)
                before_it_starts(there, new_files)
                return [_exchange(settings.files_dir, new_files, stamp), _put_database(url, there, stamp)]


def _bytes_are_right(copy: Copy) -> None:
    if wrong := checking.bytes_of(copy):
        raise Damaged(wrong)


def _place(settings: Settings) -> Path:
    """Beside what will be the database's file, so that it is one step away; of a server, beside the attachments."""
    if snapshots.kind_of(settings.database_url) == snapshots.SQLITE:
        return snapshots.sqlite_path(settings.database_url)
    return settings.files_dir.with_name("database")


@contextlib.contextmanager
def _beside(path: Path, ending: str) -> Iterator[Path]:
    """A name beside this one; what still stands there at the end goes."""
    other = path.absolute().with_name(f"{path.name}.{ending}")
    try:
        yield other
    finally:
        shutil.rmtree(other, ignore_errors=True)


@contextlib.contextmanager
def _nobody_else(url: str) -> Iterator[None]:
    """No program of ours runs on this database while the block does; raises BlockingIOError."""
    if snapshots.kind_of(url) == snapshots.POSTGRESQL:
        if postgresql.is_there(url) and postgresql.connections(url):
            raise BlockingIOError
        yield
        return
    snapshots.sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    guard = OneProcess(snapshots.sqlite_path(url))
    try:
        yield
    finally:
        guard.release()


def _named(url: str, ending: str) -> str:
    return f"{make_url(url).database}_{ending}_{datetime.now(UTC):%Y%m%d%H%M%S}"


def _exchange(here: Path, new: Path, stamp: str) -> str:
    """The new one in the place of the one that was here; where that one is now, "" where there was none."""
    aside = here.absolute().with_name(f"{here.name}.before-{stamp}")
    is_there = here.exists()
    if is_there:
        here.rename(aside)
    new.rename(here)
    return str(aside) if is_there else ""


def _put_database(url: str, there: str, stamp: str) -> str:
    if snapshots.kind_of(url) == snapshots.POSTGRESQL:
        return _rename_database(url, there, stamp)
    here, new = snapshots.sqlite_path(url), snapshots.sqlite_path(there)
    snapshots.check_sqlite(new)
    if here.exists():
        with contextlib.suppress(sqlite3.DatabaseError):  # it may be the reason why a copy is wanted
            snapshots.check_sqlite(here)
    for ending in ("-wal", "-shm"):  # a log that is left beside the new one would be read as the new one's
        log = here.with_name(f"{here.name}{ending}")
        if log.exists():
            log.rename(here.with_name(f"{here.name}.before-{stamp}{ending}"))
    return _exchange(here, new, stamp)


def _rename_database(url: str, there: str, stamp: str) -> str:
    name, new = make_url(url).database or "", make_url(there).database or ""
    aside = f"{name}_before_{stamp.lower()}"
    is_there = postgresql.is_there(url)
    if is_there:
        postgresql.rename(url, name, aside)
    postgresql.rename(url, new, name)
    return f"database {aside}" if is_there else ""
