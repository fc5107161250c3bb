"""A page open at one process shows at once what another one writes; no process needs to be come back to."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.wiring import Parts, running
from domain.messages import Chat, Incoming, Network, Sender
from storage import page
from tests import postgres
from tests.product import prepared, settings
from web.hub import Nudge

pytestmark = pytest.mark.postgresql
#: seconds: a look of their own would take one, or five; of several tries, for a busy machine may keep any one waiting
SOON, TRIES = 0.2, 5
LAN = Chat(Network.PAGE, "p:lan")


@pytest.fixture
def url(postgresql_server: postgres.Server) -> Iterator[str]:
    """The address of a database with all tables that several processes are on."""
    yield postgresql_server.fresh(prepared)
    postgresql_server.drop()


@contextlib.asynccontextmanager
async def two(url: str, folder: Path) -> AsyncIterator[tuple[Parts, Parts]]:
    """A process that serves the page, and one that does the background work, each with a folder of its own."""
    async with (
        running(settings(folder / "a", url), receives=False, works=False) as front,
        running(settings(folder / "b", url), receives=False, works=True) as back,
    ):
        async with asyncio.timeout(10):
            while not (front.news.are_heard and back.news.are_heard):  # noqa: ASYNC110  nobody announces it
                await asyncio.sleep(0.01)
        yield front, back


def lan_says(text: str) -> Incoming:
    return Incoming(id=text, chat=LAN, sender=Sender("lan", "Lan", "vi"), at=datetime.now(UTC), private=True, text=text)


def test_what_the_worker_writes_is_on_the_page_of_the_other_process_at_once(url: str, tmp_path: Path) -> None:
    async def story() -> list[float]:
        async with two(url, tmp_path) as (front, _):
            nudges, took = front.hub.join(LAN.id), []
            for number in range(TRIES):
                await front.intake.take(lan_says(f"/start {number}"))
                began = time.monotonic()
                while await front.store.run(lambda tx: len(page.last(tx, LAN.id))) <= number:
                    await asyncio.wait_for(nudges.get(), 5)
                took.append(time.monotonic() - began)
            return took

    assert min(asyncio.run(story())) < SOON


def test_an_answer_to_a_tap_reaches_the_page_wherever_it_is_open(url: str, tmp_path: Path) -> None:
    async def story() -> None:
        async with two(url, tmp_path) as (front, back):
            at_front, at_back = front.hub.join(LAN.id), back.hub.join(LAN.id)
            took = [await _answered(tapped, (at_front, at_back)) for tapped in (front, back) * TRIES]
            assert min(took[::2]) < SOON
            assert min(took[1::2]) < SOON
            await asyncio.sleep(SOON)
            assert (at_front.qsize(), at_back.qsize()) == (0, 0)  # each once

    asyncio.run(story())


async def _answered(tapped: Parts, everywhere: tuple[asyncio.Queue[Nudge], ...]) -> float:
    """How long until the answer to a tap that one process took is at every page."""
    began = time.monotonic()
    tapped.hub.publish(LAN.id, Nudge("Đã nhận", "tap-1"))
    for nudges in everywhere:
        assert await asyncio.wait_for(nudges.get(), 5) == Nudge("Đã nhận", "tap-1")
    return time.monotonic() - began
