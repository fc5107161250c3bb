"""The whole product, running on a thread of its own for tests that talk to it from outside."""

from __future__ import annotations

import asyncio
import socket
import threading
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from bot import serving
from bot.delivery.copies import COPY, Copies, Drawn
from bot.province import once_learnt
from bot.settings import Settings
from bot.wiring import Parts, pass_time, running
from domain.messages import Network
from handlers.admin import chats
from storage import migrations
from storage.database import Tx

T = TypeVar("T")
#: a Wednesday morning at nine in Lạng Sơn: tests do not depend on the hour they run at
STARTS_AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


def free_port() -> int:
    """A TCP port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(folder: Path, database_url: str, **more: Any) -> Settings:
    """Settings that read no environment and no .env."""
    given = {
        "database_url": database_url,
        "files_dir": folder / "files",
        "telegram_limits": "off",
        "log_level": "error",
        "public_results": True,
        "web_port": free_port(),
        **more,
    }
    return Settings(_env_file=None, **given)


class Sketches:
    """Draws a report's files in no time, where a test is not about them; test_drawing.py really does."""

    async def fetch(self, ref: str, largest: int) -> bytes:
        """Some bytes that begin as the file would; a package is one, for whoever looks into what was sent."""
        begins = {"png": b"\x89PNG", "pdf": b"%PDF"}.get(ref.rpartition("|")[2])
        if begins:
            return begins + ref.encode()
        package = BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("sketch", ref)
        return package.getvalue()


class Product:
    """`with Product(settings) as product:` serves until the block ends; `call` looks into its database."""

    def __init__(self, wanted: Settings, *, web: bool = False, works: bool = True, also: tuple[str, ...] = ()) -> None:
        self.settings = wanted
        self._web = web
        self._works = works
        self._also = also
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="product", daemon=True)
        self._failure: BaseException | None = None
        self.parts: Parts
        self.loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event

    @property
    def url(self) -> str:
        """The address of the web page."""
        return f"http://127.0.0.1:{self.settings.web_port}"

    def __enter__(self) -> Self:
        """Start, and return once it takes updates and has learnt routing, as one does that runs for a while."""
        self._thread.start()
        assert self._ready.wait(55), "the product did not start"
        if self._failure:
            raise self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop as a signal would."""
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        assert not self._thread.is_alive(), "the product did not stop"

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001
            self._failure = error
            self._ready.set()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self.loop = asyncio.get_running_loop()
        async with running(self.settings, receives=self._works, works=self._works, also=self._also) as self.parts:
            copies = {COPY: Copies(self.parts.store, self.parts.blobs)}
            self.parts.delivery.downloads.also_from(Network.CLOCK, Drawn(Sketches(), copies))
            self.parts.clock.ahead = STARTS_AT - datetime.now(UTC)
            await once_learnt(self.parts.store, lambda _: self.parts.province.router())
            if self._web:
                asyncio.get_running_loop().call_later(0.3, self._ready.set)
                await serving.serve_web(self.parts, self._stop)
            else:
                self._ready.set()
                await self._stop.wait()

    def call(self, work: Callable[[Tx], T]) -> T:
        """Run something in a transaction of the product's store."""
        return self.parts.store.call(work)

    def bind_code(self, target: str, code: str = "ABCDEFGH23") -> str:
        """A one-time code, as `govuong bind-code` makes one."""
        code = f"{code}{target}"[:40]
        self.call(lambda tx: chats.issue_code(tx, self.parts.province, code, target))
        return code

    def time_passes(self, by: timedelta) -> None:
        """Push the clock and run the timetable, as time would."""
        asyncio.run_coroutine_threadsafe(pass_time(self.parts, by), self.loop).result(50)


def prepared(url: str) -> None:
    """A database with all tables (for `databases.fresh(prepared)`)."""
    migrations.upgrade(url)
