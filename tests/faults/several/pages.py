"""Pages open at whichever process: how soon what is written is seen, and that a file comes from any of them."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import aiohttp

from tests.faults.programs import prepared
from tests.faults.runs import Run
from tests.faults.several.proxies import proxied
from tests.faults.several.scenes import machines
from tests.product import free_port

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 2000
TEXTS = 5
_FORMS = itertools.count(1)
_MESSAGE = re.compile(r'id="m(\d+)"')
_FILE = re.compile(r'(?:src|href)="(/files/chat/\d+/\d+)"')


@dataclass
class Visitor:
    """A browser with the page open: a stream of events, and forms."""

    session: aiohttp.ClientSession
    public: str
    events: list[tuple[float, str]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def sends(self, what: str, **form: str) -> float:
        """Post a form; when it was answered."""
        data = {"id": f"form-{next(_FORMS):08}", **form}
        async with self.session.post(
            f"{self.public}/{what}/chat", data=data, headers={"origin": self.public}, allow_redirects=False
        ) as answer:
            assert answer.status in {200, 303}, await answer.text()
        return time.monotonic()

    async def attaches(self, content: bytes) -> None:
        """Post a picture."""
        form = aiohttp.FormData({"id": f"form-{next(_FORMS):08}", "text": ""})
        form.add_field("files", content, filename="anh.png", content_type="image/png")
        async with self.session.post(
            f"{self.public}/post/chat", data=form, headers={"origin": self.public}, allow_redirects=False
        ) as answer:
            assert answer.status in {200, 303}, await answer.text()

    async def listens(self) -> None:
        """Keep the stream open, writing down what comes and when."""
        async with self.session.get(f"{self.public}/events/chat", timeout=aiohttp.ClientTimeout(total=None)) as stream:
            event: list[str] = []
            async for raw in stream.content:
                line = raw.decode().rstrip("\n")
                if line:
                    event.append(line)
                elif event:
                    self.events.append((time.monotonic(), "\n".join(event)))
                    self.came.set()
                    event = []

    async def hears(self, pattern: re.Pattern[str] | str, after: int) -> tuple[float, str]:
        """The first event from number `after` on in which this stands."""
        async with asyncio.timeout(30):
            while True:
                for at, event in self.events[after:]:
                    if re.search(pattern, event):
                        return at, event
                self.came.clear()
                await self.came.wait()


async def open_pages(url: str, folder: Path, people: int, many: int = 3) -> Run:
    """People write and read through the proxy, which gives every request to the next process."""
    run = Run(f"{people} open pages on {many} processes")
    await asyncio.to_thread(prepared, url)
    ports = [free_port() for _ in range(many)]
    async with proxied(folder, ports) as (public, behind):
        env = {"DATABASE_URL": url, "TELEGRAM_TOKEN": "", "TELEGRAM_MODE": "polling", "PUBLIC_URL": public}
        async with machines(folder, many, (public, ports), **env):
            began = time.monotonic()
            waits = [wait for found in await asyncio.gather(*(_one(public) for _ in range(people))) for wait in found]
            run.seconds = time.monotonic() - began
    cuts = quantiles(waits, n=100)
    run.notes["behind"] = behind
    run.notes["a word of the bot on the page, after the answer to the post"] = (
        f"{cuts[49] * 1000:.0f} ms at the median, {cuts[94] * 1000:.0f} ms at p95, "
        f"{max(waits) * 1000:.0f} ms at the latest, of {len(waits)}"
    )
    run.notes["pictures from every process"] = "the same bytes"
    return run


async def _one(public: str) -> list[float]:
    """One visitor's words, a picture, and how long after each post the bot's word stood on the page."""
    jar = aiohttp.CookieJar(unsafe=True)  # an address of numbers
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        visitor = Visitor(session, public)
        await visitor.sends("post", text="/start")
        listening = asyncio.create_task(visitor.listens())
        try:
            return [wait async for wait in _conversation(visitor)]
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def _conversation(visitor: Visitor) -> AsyncIterator[float]:
    _, greeting = await visitor.hears("p:agree", 0)
    found = _MESSAGE.search(greeting)
    assert found
    heard = len(visitor.events)
    posted = await visitor.sends("tap", message=found[1], choice="p:agree")
    at, _ = await visitor.hears(_MESSAGE, heard)
    yield max(0, at - posted)
    for _ in range(TEXTS):
        heard = len(visitor.events)
        posted = await visitor.sends("post", text="/trogiup")
        at, _ = await visitor.hears("/quyenriengtu", heard)
        yield max(0, at - posted)
    heard = len(visitor.events)
    await visitor.attaches(PNG)
    _, event = await visitor.hears(_FILE, heard)
    (path,) = _FILE.findall(event)[:1]
    for _ in range(4):
        async with visitor.session.get(f"{visitor.public}{path}") as answer:
            assert await answer.read() == PNG, answer.status
