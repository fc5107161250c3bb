"""What one process tells, the others hear at once, and find again after the database was away."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Iterator

import psycopg
import pytest

from storage.outgoing import news as told
from storage.outgoing.news import News, open_news
from storage.trouble import in_trouble
from tests import postgres

pytestmark = pytest.mark.postgresql
#: seconds within which the others hear
SOON = 0.2


@pytest.fixture
def url(postgresql_server: postgres.Server) -> Iterator[str]:
    """The address of a database several processes are on; what they tell stands in no table."""
    yield postgresql_server.fresh()
    postgresql_server.drop()


class Process:
    """Hears, and writes down what and when."""

    def __init__(self, url: str) -> None:
        self.news = open_news(url)
        self.heard: list[tuple[str, ...]] = []
        self.connected = 0
        self.news.hear("page", self._hears)
        self.news.missed = self._connects

    def _hears(self, *values: str) -> None:
        self.heard.append(values)

    def _connects(self) -> None:
        self.connected += 1


@contextlib.asynccontextmanager
async def processes(url: str, many: int) -> AsyncIterator[list[Process]]:
    """So many on one database, connected."""
    found = [Process(url) for _ in range(many)]
    running = [asyncio.create_task(each.news.run()) for each in found]
    try:
        await until(lambda: all(each.connected for each in found))
        yield found
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110  nobody announces it
            await asyncio.sleep(0.005)


def test_the_others_hear_within_a_fifth_of_a_second_and_nobody_hears_themselves(url: str) -> None:
    async def story() -> None:
        async with processes(url, 3) as (one, two, three):
            took = []
            for begin in range(0, 50, 10):
                began = time.monotonic()
                for number in range(begin, begin + 10):
                    one.news.tell("page", "p:lan", str(number))
                await until(lambda sent=begin + 10: len(two.heard) == len(three.heard) == sent)  # type: ignore[misc]
                took.append(time.monotonic() - began)
            assert two.heard == three.heard == [("p:lan", str(number)) for number in range(50)]
            assert min(took) < SOON  # a busy machine may keep any one waiting
            assert one.heard == []

    asyncio.run(story())


def test_what_is_unknown_or_too_long_disturbs_nobody(url: str) -> None:
    async def story() -> None:
        async with processes(url, 2) as (one, two):
            one.news.tell("of-a-newer-version", "x")
            one.news.tell("page", "x" * 9000)
            one.news.tell("page", "còn đây")
            await until(lambda: two.heard)
            assert two.heard == [("còn đây",)]

    asyncio.run(story())


def test_a_line_that_was_cut_is_laid_anew_and_everybody_looks_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "AGAIN", 0.05)

    async def story() -> None:
        async with processes(url, 2) as (one, two):
            await asyncio.to_thread(_cut, url)
            await until(lambda: one.connected == two.connected == 2)
            one.news.tell("page", "p:lan")
            await until(lambda: two.heard == [("p:lan",)])

    asyncio.run(story())


def _cut(url: str) -> None:
    others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> %s"
    with psycopg.connect(url) as connection:
        connection.execute(others, (connection.info.backend_pid,))


def test_where_one_process_serves_the_database_there_is_nobody_to_tell() -> None:
    news = open_news("sqlite:///x.db")
    assert type(news) is News
    news.tell("page", "p:lan")
    asyncio.run(asyncio.wait_for(news.run(), 1))


def test_a_server_that_has_become_a_standby_is_trouble_that_passes(url: str) -> None:
    """What is written there is taken by another one; no update may be kept as one that cannot be handled."""
    with (
        pytest.raises(psycopg.errors.ReadOnlySqlTransaction) as refused,
        psycopg.connect(f"{url}&options=-c%20default_transaction_read_only%3Don") as connection,
    ):
        connection.execute("create table x (y int)")
    assert in_trouble(refused.value)
    assert not in_trouble(psycopg.errors.UniqueViolation())
