"""Everything that leaves the program for anybody but the author and the task group, searched for who the author is.

A new kind of output (an export, a report, a dashboard) is one more call of `text` or `file`, or one more entry of
`SOURCES` in test_leaks.py.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import httpx

from domain.statistics.counting import Dimension
from storage import consumers
from storage.consumers import Scope
from tests.leak.identities import found, found_in_file
from tests.product import Product
from tests.wire.telegram_world import Chat

#: every address a program may ask, with the periods in which these stories happen
PROGRAMS = (
    *("/api/v1/openapi.json", "/open311/v2/openapi.json", "/api/v1/definitions", "/api/v1/events?limit=1000"),
    *(f"/api/v1/figures/{period}" for period in ("2026-W48", "2026-11", "2026-12", "2026-Q4", "2026")),
    *(f"/api/v1/figures/2026/{dimension}" for dimension in Dimension),
    *(f"/api/v1/open-data/2026-11.{form}" for form in ("json", "csv")),
    *(f"/open311/v2/{what}.{form}" for what in ("services", "requests") for form in ("json", "xml")),
)
FILE = re.compile(r"/files/desk/\d+/\d+")


@dataclass
class Outputs:
    """What was searched, by kind, and what was found; `more` are identities only this story knows (ids)."""

    more: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)

    def text(self, kind: str, text: str) -> None:
        """Search what somebody can read."""
        self.counts[kind] += 1
        self.leaks += [f"{kind}: {each!r} in {_around(text)}" for each in found(text, self.more)]

    def file(self, kind: str, name: str, content: bytes) -> None:
        """Search a file, whatever is packed into it, and its name."""
        self.text(f"{kind} name", name)
        self.counts[kind] += 1
        self.leaks += [f"{kind}: {each!r} in {name} ({content[:8]!r})" for each in found_in_file(content)]

    def chat(self, kind: str, chat: Chat) -> None:
        """Search every payload the bot ever sent to a chat, edits and files included."""
        for message in chat.everything:
            if not message.from_bot:
                continue
            self.text(f"{kind} message", json.dumps(message.payload, ensure_ascii=False))
            for edit in message.edits:
                self.text(f"{kind} edit", edit.text)
            for label in message.labels:
                self.text(f"{kind} button", label)
            for file in message.files:
                self.file(f"{kind} file", file.name or "", file.content)

    def desk(self, browser: httpx.Client) -> None:
        """Search an officer's page, everything ever pushed to it, and every file it offers, with its headers."""
        page, pushed = browser.get("/desk").text, "".join(_pushes(browser))
        self.text("desk page", page)
        for each in pushed.split("\n\n"):
            self.text("desk push", each)
        for path in sorted(set(FILE.findall(page + pushed))):
            answer = browser.get(path)
            assert answer.status_code == 200, path
            self.file("desk file", str(answer.headers), answer.content)

    def pages(self, browser: httpx.Client, paths: Iterable[str]) -> None:
        """Search what anybody may open, and what they get who may not."""
        for path in paths:
            self.text("page", browser.get(path).text)

    def programs(self, browser: httpx.Client, product: Product) -> None:
        """Search whatever the statistics API answers a program that may read all of it, headers included."""
        token = product.call(lambda tx: consumers.make(tx, "search", tuple(Scope)))
        for path in PROGRAMS:
            answer = browser.get(path, headers={"authorization": f"Bearer {token}"})
            assert answer.status_code in {200, 404}, (path, answer.status_code)
            self.text("program", f"{answer.headers}\n{answer.text}")

    def add(self, others: Outputs) -> None:
        """Count what was searched earlier, too."""
        self.counts += others.counts
        self.leaks += others.leaks

    def report(self) -> str:
        """How much was searched, and what was found."""
        searched = ", ".join(f"{count} {kind}" for kind, count in sorted(self.counts.items()))
        return "\n".join([f"searched {self.counts.total()} outputs: {searched}", *self.leaks])


def _pushes(browser: httpx.Client) -> Iterator[str]:
    """What a page that has seen nothing yet is sent, until nothing more comes."""
    with (
        contextlib.suppress(httpx.ReadTimeout),
        browser.stream("GET", "/events/desk?after=0", timeout=2) as events,
    ):
        yield from events.iter_text()


def _around(text: str) -> str:
    return text if len(text) <= 300 else text[:300] + "…"
