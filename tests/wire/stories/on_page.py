"""The web page: forms over HTTP, for a business in its chat and for officers at their desk."""

from __future__ import annotations

import contextlib
import itertools
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
from sqlmodel import col, select

from storage import page
from storage.database import Tx
from storage.tables import Person as PersonRow
from tests.product import Product, settings
from tests.wire.stories import sides

_FORMS = itertools.count(1)
_NEWEST = select(col(PersonRow.chat_id)).order_by(col(PersonRow.id).desc()).limit(1)


def _newest_chat(tx: Tx) -> str:
    """The chat of whoever came last."""
    return str(tx.rows(_NEWEST)[0].chat_id)


class Browser:
    """Somebody's browser at a room of the page; `chat` is where the bot writes to it."""

    def __init__(self, product: Product, room: str, chat: str = "") -> None:
        self._product, self._room, self._chat = product, room, chat
        self.client = httpx.Client(base_url=product.url, headers={"origin": product.url}, timeout=20)

    def post(self, what: str, **form: str) -> None:
        """Send a form of the room."""
        answer = self.client.post(f"/{what}/{self._room}", data={"id": f"form-{next(_FORMS):08}", **form})
        assert answer.status_code in {200, 303}, answer.text

    @property
    def messages(self) -> list[page.PageText]:
        """What the bot has said."""
        self._chat = self._chat or self._product.call(_newest_chat)
        return [each for each in self._product.call(lambda tx: page.last(tx, self._chat)) if not each.mine]


class Person(sides.Person):
    """The chat of a business."""

    def __init__(self, product: Product) -> None:
        self._browser = Browser(product, "chat")
        self._has_written = False

    def close(self) -> None:
        """Close the browser."""
        self._browser.client.close()

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._browser.messages] if self._has_written else []

    def says(self, text: str) -> None:
        """Write."""
        self._browser.post("post", text=text)
        self._has_written = True

    def chooses(self, label: str) -> None:
        """Press the newest button with this label."""
        until = time.monotonic() + sides.PATIENCE
        while time.monotonic() < until:
            for each in reversed(self._browser.messages):
                for name, data in (button for row in each.body.get("buttons", ()) for button in row):
                    if label in name:
                        self._browser.post("tap", message=str(each.id), choice=data)
                        return
            time.sleep(0.02)
        raise AssertionError(f"no button {label!r}\n" + "\n---\n".join(self.said))


class Group(sides.Group):
    """A desk, at which one officer sits."""

    def __init__(self, product: Product, target: str) -> None:
        self._browser = Browser(product, "desk", f"desk:{target}")
        form = {"name": "Minh", "code": product.bind_code(target)}
        assert self._browser.client.post("/desk/join", data=form).status_code == 303

    def close(self) -> None:
        """Close the browser."""
        self._browser.client.close()

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return [each.text for each in self._browser.messages]

    def does(self, command: str) -> None:
        """Type it."""
        self._browser.post("post", text=command)


class Town(sides.Town):
    """The page alone."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        self._running = ExitStack()
        self.product = self._running.enter_context(Product(settings(folder, url, **more), web=True))

    def person(self, name: str) -> Person:
        """Somebody new."""
        return self._running.enter_context(contextlib.closing(Person(self.product)))

    def group(self, target: str) -> Group:
        """A desk."""
        return self._running.enter_context(contextlib.closing(Group(self.product, target)))

    def close(self) -> None:
        """End the product."""
        self._running.close()
