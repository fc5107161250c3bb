"""Attachments come in: downloaded as soon as they are announced, because a messenger's links do not live long."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from bot import logs
from bot.channels.base import File, Reason, SendError, Source
from bot.delivery.cleaning import Cleaning
from domain.messages import Network
from handlers.admin import failures
from storage import files
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.files import Stored

log = structlog.get_logger()

LOOK_EVERY = 5.0
SWEEP_EVERY = 86_400.0
SWEEP_AFTER = timedelta(days=1)
SIDE_BY_SIDE = 4
FIRST_BACKOFF = 1.0
LONGEST_BACKOFF = 300.0
MOST_TRIES = 60  # about four hours


@dataclass(frozen=True, slots=True)
class Attached:
    """The files of one message: all of them, and which may leave as cleaned copies only, being of the case `about`."""

    files: tuple[Stored, ...] = ()
    copies_only: frozenset[int] = frozenset()
    about: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """The files on disk, how many cannot be had, and how many are withheld to protect who sent them."""

    files: tuple[File, ...]
    lost: int = 0
    withheld: int = 0


class Downloads:
    """Fetches every announced attachment once, side by side, again and again while it may still succeed."""

    def __init__(self, store: Store, sources: Mapping[Network, Source], blobs: Blobs) -> None:
        self._store = store
        self._sources = dict(sources)
        self._blobs = blobs
        self._cleaning = Cleaning(store, blobs)
        self._locks: dict[int, asyncio.Lock] = {}
        self._failed: dict[int, tuple[int, float]] = {}
        self._wake = asyncio.Event()
        self._free = asyncio.Semaphore(SIDE_BY_SIDE)
        self._swept_until = 0.0
        self.largest = 20_000_000

    def also_from(self, network: Network, source: Source) -> None:
        """What is announced as this network's is fetched there."""
        self._sources[network] = source

    async def _sweep(self) -> None:
        """Once a day: the bytes of dropped drafts and of what may not be kept leave the disk, a day after they came."""
        now = asyncio.get_running_loop().time()
        if now < self._swept_until:
            return
        self._swept_until = now + SWEEP_EVERY
        old = await asyncio.to_thread(self._blobs.untouched_since, datetime.now(UTC) - SWEEP_AFTER)
        for sha256 in old:
            if not await self._store.run(partial(files.is_used, sha256=sha256)):
                await asyncio.to_thread(self._blobs.remove, sha256)

    def wake(self) -> None:
        """Something was announced."""
        self._wake.set()

    async def run(self) -> None:
        """Download until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self._sweep()
                now = asyncio.get_running_loop().time()
                waiting = await self._store.run(files.waiting)
                await asyncio.gather(*(self._try(one) for one in waiting if self._failed.get(one.id, (0, 0))[1] <= now))
            except Exception as error:  # noqa: BLE001  the database or the disk: the next look tries again
                logs.crashed("downloads.failed", error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), self._until_next_try())

    def _until_next_try(self) -> float:
        now = asyncio.get_running_loop().time()
        return max(0.1, min([LOOK_EVERY, *(at - now for _, at in self._failed.values())]))

    async def _try(self, stored: Stored) -> None:
        async with self._free:
            with contextlib.suppress(SendError):
                await self.fetch(stored)

    async def ready(self, attached: Attached, *, is_late: bool) -> Brought:
        """The attachments as files on disk, cleaned where they must be.

        Raises SendError when one may come later; a message that is late does not wait for it any more.
        """
        found: list[File] = []
        lost = 0
        for stored in attached.files:
            try:
                got = await self.fetch(stored)
            except SendError:
                if not is_late:
                    raise
                lost += 1
                continue
            if got.state == "stored" and got.id in attached.copies_only:
                got = await self._cleaning.copy(got, attached.about)
            if got.state == "stored":
                found.append(File(got.id, got.kind, files.shown_name(got), self._blobs.file(got.sha256)))
            lost += got.state in {"lost", "refused"}
        return Brought(tuple(found), lost, len(attached.files) - len(found) - lost)

    async def fetch(self, stored: Stored) -> Stored:
        """Download an attachment once; raises SendError when it may succeed later."""
        if stored.state != "waiting":
            return stored
        lock = self._locks.setdefault(stored.id, asyncio.Lock())
        try:
            async with lock:
                now = await self._store.run(lambda tx: files.get(tx, stored.id)) or stored
                while now.state == "waiting":
                    now = await self._settled(now)
        finally:
            self._locks.pop(stored.id, None)
        return now

    async def _settled(self, stored: Stored) -> Stored:
        """The attachment once it was tried; still waiting when it was filed anonymously in between."""
        got = await self._download(stored)
        is_kept = await self._store.run(partial(_settle, got=got))
        if got.clean_only and stored.ref.startswith(files.BLOB):
            await self._drop(stored.ref.removeprefix(files.BLOB))
        if is_kept:
            return got
        await self._drop(got.sha256)
        return await self._store.run(lambda tx: files.get(tx, stored.id)) or replace(stored, state="lost")

    async def _drop(self, sha256: str) -> None:
        """The bytes as somebody anonymous sent them are not kept, unless another file has the same."""
        if sha256 and not await self._store.run(lambda tx: files.is_used(tx, sha256)):
            await asyncio.to_thread(self._blobs.remove, sha256)

    async def _download(self, stored: Stored) -> Stored:
        source = self._sources.get(stored.network)
        try:
            if source is None:
                return replace(stored, state="lost")
            if stored.clean_only and stored.ref.startswith(files.BLOB):
                content = await asyncio.to_thread(self._blobs.get, stored.ref.removeprefix(files.BLOB))
            else:
                content = await source.fetch(stored.ref, self.largest)
        except (SendError, FileNotFoundError) as error:
            if isinstance(error, SendError) and not error.permanent and self._may_try_again(stored, error):
                raise
            too_large = isinstance(error, SendError) and error.reason is Reason.TOO_LARGE
            state = "refused" if too_large else "lost"
            log.warning("downloads.given_up", file=_told(stored), network=stored.network, state=state, error=str(error))
            self._failed.pop(stored.id, None)
            return replace(stored, state=state)
        self._failed.pop(stored.id, None)
        if not content:
            return replace(stored, state="lost")
        if stored.clean_only:
            return await self._cleaning.of_nobody(stored, content)
        if stored.ref.startswith(files.BLOB):  # on our disk already: a second copy would outlive the first
            name = stored.ref.removeprefix(files.BLOB)
        else:
            name = await asyncio.to_thread(self._blobs.seal, content)
        return replace(stored, state="stored", sha256=name, size=len(content))

    def _may_try_again(self, stored: Stored, error: SendError) -> bool:
        """Note a failure that may pass; False when there have been too many."""
        tries = self._failed.get(stored.id, (0, 0.0))[0] + 1
        pause = error.retry_after or min(LONGEST_BACKOFF, FIRST_BACKOFF * 2.0 ** min(tries - 1, 10))
        self._failed[stored.id] = (tries, asyncio.get_running_loop().time() + pause)
        log.warning("downloads.failed_once", file=_told(stored), network=stored.network, tries=tries, error=str(error))
        return tries < MOST_TRIES


def _settle(tx: Tx, got: Stored) -> bool:
    """Write what became of a download; whoever sent a file that cannot be had is told at once."""
    is_kept = files.settle(tx, got)
    if is_kept and got.state in {"lost", "refused"}:
        failures.report_lost_file(tx, got)
    return is_kept


def _told(stored: Stored) -> int:
    """The number of a file as the log may tell it: that of nobody's, with its minute, would lead to a case."""
    return max(stored.id, 0)
