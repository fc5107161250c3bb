"""A running program goes by the catalogue as its files have it now: they are looked at every few seconds.

Each machine has a folder of its own. What the task group changes on the board reaches it through the database; what
somebody writes into the files by hand, with any editor, counts on that machine.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import structlog

from bot import logs
from bot.province import LearntElsewhere, read_catalogue
from domain.messages import Words
from domain.province.catalogue import Catalogue
from domain.province.tables import CatalogueError
from handlers.catalogue import folders
from handlers.province import Province
from storage.catalogue.folder import Folder, Unwritable
from storage.database import Store
from storage.outgoing.news import News

log = structlog.get_logger()

#: seconds between two looks
EVERY = 5.0
#: what processes tell each other when somebody has changed the catalogue
CHANGED = "catalogue"

Took = Callable[[Catalogue], None]


class Renewing:
    """`took` is told each new catalogue; `trouble` is why this machine's folder is not what it should be, by key."""

    def __init__(self, path: Path, kept_in: Path, store: Store, province: Province, news: News) -> None:
        self.folder = Folder(path)
        self.took: Took = lambda _: None
        self.trouble: dict[str, Words] = {}
        self._kept_in, self._store, self._province, self._news = kept_in, store, province, news
        self._state = self.folder.state()
        self._left: set[tuple[str, str]] = set()
        self._newest: LearntElsewhere | None = None
        self._turn = asyncio.Lock()
        self._wake = asyncio.Event()
        news.hear(CHANGED, self._wake.set)

    async def run(self) -> None:
        """Look until cancelled; whoever is told of a change looks at once."""
        while True:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  the database is away, or the folder: the next look finds more
                logs.crashed("catalogue.no_look", error)
            try:
                async with asyncio.timeout(EVERY):
                    await self._wake.wait()
            except TimeoutError:
                pass
            self._wake.clear()

    async def at_once(self) -> None:
        """Something was changed here: take it, and let the other processes know."""
        await self.look()
        self._news.tell(CHANGED)

    async def look(self) -> None:
        """Bring the folder up to what was changed on the board, and take what its files say, if that is new."""
        async with self._turn:
            await self._bring_up()
            state = await asyncio.to_thread(self.folder.state)
            if state != self._state:
                await asyncio.to_thread(self._read)
                self._state = state

    async def _bring_up(self) -> None:
        try:
            found = await self._store.run(partial(folders.bring_up, folder=self.folder))
        except Unwritable as error:
            self._say("unwritable", Words("alarm-catalogue-unwritable", {"subject": str(error)}))
            return
        self.trouble.pop("unwritable", None)
        self._left |= {(each.table, each.key) for each in found.left}
        if self._left:
            look = partial(folders.differing, folder=self.folder, entries=tuple(sorted(self._left)))
            self._left = set(await self._store.run(look))
            self._tell_left()

    def _tell_left(self) -> None:
        if not self._left:
            self.trouble.pop("differs", None)
            return
        names = ", ".join(f"{table} {key}" for table, key in sorted(self._left))
        self._say("differs", Words("alarm-catalogue-differs", {"subject": names}))

    def _read(self) -> None:
        """Take what the files say; where they say nothing that can be used, the program goes on with what it had."""
        try:
            catalogue, here = read_catalogue(self.folder.path)
        except (CatalogueError, OSError, ValueError) as error:
            first = str(error).splitlines()[0] if isinstance(error, CatalogueError) else type(error).__name__
            self._say("broken", Words("alarm-catalogue-broken", {"subject": first}))
            return
        self.trouble.pop("broken", None)
        self._province.take(catalogue)
        self.took(catalogue)
        log.info("catalogue.taken", version=catalogue.version)
        self._newest = LearntElsewhere(self.folder.path, catalogue, here, self._kept_in)
        threading.Thread(target=self._learn, args=(self._newest,), name="learning", daemon=True).start()

    def _learn(self, router: LearntElsewhere) -> None:
        """Whoever writes meanwhile is answered by what was learnt before."""
        try:
            router.learn()
        except Exception as error:  # noqa: BLE001  routing stays as it was
            logs.crashed("catalogue.not_learnt", error)
            return
        if router is self._newest:
            self._province.router = router

    def _say(self, what: str, words: Words) -> None:
        if self.trouble.get(what) != words:
            log.warning("catalogue.trouble", what=what)
        self.trouble[what] = words
