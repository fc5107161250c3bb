"""The web application on a real database, with a bot that only writes down what reaches it."""

from __future__ import annotations

import asyncio
import itertools
import re
import threading
from collections.abc import Callable, Coroutine, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from httpx import ASGITransport, AsyncClient, Response

from bot.delivery.wording import Wording
from domain.messages import FileKind, Incoming, Network, Upload
from domain.province import files as catalogues
from domain.province.catalogue import Catalogue
from domain.routing.router import Router
from handlers.province import Province
from storage import chats, files, page, people
from storage.blobs import Blobs
from storage.catalogue.folder import Folder
from storage.database import Store, Tx
from web.app import create_app
from web.hub import Hub, Nudge
from web.ports import Ports

T = TypeVar("T")
HOST = "http://localhost"
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
CONSTRUCTION, FINANCE = "so-xay-dung", "so-tai-chinh"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
PDF = b"%PDF-1.7 " + bytes(64)
FOLDER = Path(__file__).resolve().parent.parent.parent / "catalogue" / "lang-son"
ADDRESSES = itertools.count(1)


@lru_cache
def lang_son() -> Catalogue:
    """The province's own catalogue."""
    return catalogues.parse({path.name: path.read_text("utf-8") for path in FOLDER.glob("*.toml")})


@lru_cache
def wording() -> Wording:
    """The sentences of the locales."""
    return Wording(lang_son(), FOLDER.parent.parent / "locales")


def _no_router() -> Router:
    """No page routes anything."""
    raise NotImplementedError


class Site:
    """The application with its store; `taken` is what the bot was given, `fails` how often it is to break first."""

    def __init__(self, store: Store, folder: Path, **more: Any) -> None:
        self.store = store
        self.hub = Hub()
        self.taken: list[Incoming] = []
        self.fails = 0
        self.answer: Callable[[Incoming], Any] | None = None
        self.ahead = timedelta()
        self.ports = Ports(
            store,
            self._receive,
            Blobs(folder / "files"),
            self.hub,
            lambda: NOW + self.ahead,
            Province(lang_son(), router=_no_router),
            wording().say,
            **{"folder": Folder(FOLDER), **more},
        )
        self.app = create_app(self.ports)
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="site", daemon=True)
        self._thread.start()

    async def _receive(self, incoming: Incoming) -> None:
        self.taken.append(incoming)
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the bot's secret trouble")
        if self.answer:
            await self.answer(incoming)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the site's event loop, which has a thread of its own: Playwright keeps one on the tests'."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def close(self) -> None:
        """End the event loop."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    async def push_clock(self, by: timedelta) -> None:
        self.ahead += by

    def visitor(self, **headers: str) -> Visitor:
        """A browser of its own, at a network address of its own, that has never been here."""
        return Visitor(self, headers)

    def business(self) -> Visitor:
        """Lan's browser, with her conversation begun."""
        lan = self.visitor()
        lan.send("xin chào")
        self.agrees()
        return lan

    def agrees(self) -> None:
        """The bot has heard the consent of whoever wrote last."""
        self.store.call(lambda tx: agree(tx, self.taken[-1]))

    def officer(self, name: str, department: str = CONSTRUCTION, role: str = "department") -> Visitor:
        """An officer's browser, signed in at the desk with a code."""
        code = f"{name}-{role}-{department}"
        self.store.call(lambda tx: chats.issue_code(tx, code, role, department, NOW + timedelta(days=1)))
        visitor = self.visitor()
        visitor.room = "desk"
        assert visitor.post("/desk/join", {"name": name, "code": code}).status_code == 303
        return visitor

    def write(self, chat_id: str, text: str, **body: Any) -> int:
        """The bot writes into a page chat; the message's id."""
        return self.store.call(lambda tx: page.append(tx, chat_id, text, body))

    def say(self, chat_id: str, toast: str, tap_id: str) -> None:
        """The bot answers a tap."""
        self.hub.publish(chat_id, Nudge(toast, tap_id))

    def messages(self, chat_id: str) -> list[page.PageText]:
        """What stands in a chat."""
        return self.store.call(lambda tx: page.last(tx, chat_id))

    def attachment(self, content: bytes, name: str) -> int:
        """A file from another messenger, downloaded already."""
        sha256 = self.ports.blobs.put(content)

        def add(tx: Tx) -> int:
            number = files.announce(tx, Network.TELEGRAM, Upload(FileKind.DOCUMENT, "ref", name, "text/html"), 1)
            stored = files.get(tx, number)
            assert stored
            files.settle(
                tx,
                files.Stored(
                    number, stored.network, "ref", stored.kind, name, "text/html", len(content), "stored", sha256
                ),
            )
            return number

        return self.store.call(add)


def agree(tx: Tx, incoming: Incoming) -> None:
    """Whoever wrote this consents."""
    person = people.find(tx, Network.PAGE, incoming.sender.id)
    person = person or people.meet(tx, incoming.chat, incoming.sender.id, "", "vi")
    person.consented_at = tx.now
    people.save(tx, person)


class Visitor:
    """Somebody's browser; it says where a post comes from, as browsers do."""

    def __init__(self, site: Site, headers: Mapping[str, str], address: str | None = None) -> None:
        self.site = site
        self.room = "chat"
        usual = "127.0.0.1" if site.ports.demo else f"198.51.100.{next(ADDRESSES) % 250}"
        self.client = AsyncClient(
            transport=ASGITransport(
                site.app, raise_app_exceptions=False, client=(usual if address is None else address, 50_000)
            ),
            base_url=HOST,
            headers=headers,
        )

    def get(self, path: str, **headers: str) -> Response:
        """Open an address."""
        return self.site.run(self.client.get(path, headers=headers))

    def post(self, path: str, form: Mapping[str, Any], **more: Any) -> Response:
        """Send a form; `origin` is where from ("" for a client that does not say), `accept` what the answer may be."""
        headers = {"origin": more.pop("origin", HOST), **more.pop("headers", {})}
        given = {name: value for name, value in headers.items() if value}
        return self.site.run(self.client.post(path, data=dict(form), headers=given, **more))

    def send(self, text: str, form_id: str = "", **more: Any) -> Response:
        """Post to the room; `files` as httpx takes them."""
        uploads = more.pop("files", None)
        form = {"id": form_id or f"form-{next(ADDRESSES):08}", "text": text, **more}
        return self.post(f"/post/{self.room}", form, files=uploads)

    def tap(self, message: int, choice: str, form_id: str = "") -> Response:
        """Tap a button."""
        form = {"id": form_id or f"form-{next(ADDRESSES):08}", "message": str(message), "choice": choice}
        return self.post(f"/tap/{self.room}", form)

    @property
    def chat(self) -> str:
        """The id of the chat this visitor sits in, as the last Incoming told the bot."""
        return self.site.taken[-1].chat.id if self.room == "chat" else f"desk:{CONSTRUCTION}"


def form_ids(html: str) -> list[str]:
    """The ids of the forms of a page."""
    return re.findall(r'name="id" value="([\w-]+)"', html)
