"""The database, a handler, an update or a download fails: nothing is lost, and it goes on by itself."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from domain.messages import Chat, Incoming, Network, Sender
from handlers.business.draft import drafts
from storage import failed, page
from storage.outgoing import outbox
from tests import postgres
from tests.conftest import SqliteFiles
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.town import TOKEN, telegram_settings

MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả"


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    """A stand-in that also sends what no real one would."""
    with TelegramServer(token=TOKEN, check=False) as running:
        yield running


@pytest.fixture
def product(server: TelegramServer, databases: Any, tmp_path: Path) -> Iterator[Product]:
    """The product on this database, polling."""
    with Product(telegram_settings(tmp_path, databases.fresh(prepared), server)) as running:
        yield running


@pytest.fixture
def lan(server: TelegramServer, product: Product) -> Person:
    """Lan has agreed and can file."""
    person = server.user("Lan")
    person.starts()
    person.taps("đồng ý")
    person.waits_for("mấy tin")
    return person


def until(is_so: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def times(person: Person, words: str) -> int:
    """How often the bot has said it."""
    return sum(words in message.words for message in person.bot_messages)


def on_the_writer(product: Product, statement: str) -> Any:
    """Something the tests do to the product's own connection."""
    return product.call(lambda tx: tx._connection.exec_driver_sql(statement).one())


@contextmanager
def locked(product: Product) -> Iterator[None]:
    """Somebody else writes and does not end."""
    on_the_writer(product, "pragma busy_timeout=50")
    path = make_url(product.settings.database_url).database or ""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    yield
    other.execute("rollback")
    other.close()


@contextmanager
def gone(product: Product) -> Iterator[None]:
    """PostgreSQL is restarted: every connection ends, and for a while there is no new one."""
    url = make_url(product.settings.database_url)
    admin = psycopg.connect(url.set(database="postgres").render_as_string(hide_password=False), autocommit=True)
    name = str(url.database)
    admin.execute("update pg_database set datallowconn = false where datname = %s", (name,))
    admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", (name,))
    yield
    admin.execute("update pg_database set datallowconn = true where datname = %s", (name,))
    admin.close()


def away(product: Product) -> AbstractContextManager[None]:
    """The database takes nothing for as long as the block runs."""
    return locked(product) if product.settings.database_url.startswith("sqlite") else gone(product)


def test_while_the_database_is_away_updates_wait_and_then_are_taken(
    server: TelegramServer, product: Product, lan: Person
) -> None:
    with away(product):
        lan.says(MATTER)
        lan.never_hears("đại diện", within=1.5)
        assert server.feed.pending, "the offset was moved although nothing was committed"
    lan.waits_for("đại diện", timeout=20)
    until(lambda: not server.feed.pending or server.feed._poller)
    assert product.call(failed.unsolved) == []
    assert times(lan, "đại diện") == 1


def test_a_full_disk_takes_nothing_and_loses_nothing(
    server: TelegramServer, sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    with Product(telegram_settings(tmp_path, sqlite_files.fresh(prepared), server)) as product:
        lan = server.user("Lan")
        lan.starts()
        lan.waits_for("đồng ý")
        (pages,) = on_the_writer(product, "pragma page_count")
        on_the_writer(product, f"pragma max_page_count={pages}")
        crowd = [server.user(f"Người {n}") for n in range(60)]
        for person in crowd:
            person.starts()
        until(lambda: server.feed.pending)
        time.sleep(1)
        assert server.feed.pending, "everything fitted in"
        on_the_writer(product, f"pragma max_page_count={pages + 100_000}")
        for person in crowd:
            person.waits_for("đồng ý", timeout=30)
        assert product.call(failed.unsolved) == []
        assert [times(person, "đồng ý") for person in crowd] == [1] * 60


def test_what_was_sent_is_noted_when_the_database_is_back_and_not_sent_again(
    server: TelegramServer, product: Product, lan: Person
) -> None:
    outage = away(product)

    def sent(_chat: int, method: str, _params: Any, _at: float) -> None:
        if method == "sendMessage":
            server.on_sent = None
            outage.__enter__()

    server.on_sent = sent
    lan.says(MATTER)
    lan.waits_for("đại diện")
    time.sleep(1)
    outage.__exit__(None, None, None)
    until(lambda: set(product.call(outbox.counts)) == {"sent"}, 20)
    assert times(lan, "đại diện") == 1


def test_a_failing_handler_is_kept_and_told_and_the_queue_goes_on(
    server: TelegramServer, product: Product, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = server.user("Quản trị")
    boss.says(f"/gan {product.bind_code('administrator')}")
    boss.waits_for("nơi làm việc của")
    take = drafts.take

    def fails(turn: Any) -> None:
        take(turn)
        if "hỏng" in turn.incoming.text:
            raise RuntimeError

    monkeypatch.setattr(drafts, "take", fails)
    lan.says("Việc này hỏng")
    lan.says(MATTER)
    lan.waits_for("đại diện")
    boss.waits_for("RuntimeError")
    (kept,) = product.call(failed.unsolved)
    assert "hỏng" in kept.raw.encode().decode("unicode_escape")
    assert "RuntimeError" in kept.traceback


@pytest.mark.parametrize(
    "payload",
    [
        {"message": {"message_id": "first", "chat": 5}},
        {"message": {"message": "x"}},
        {"message": {"message_id": 1, "date": 10**20, "chat": {"id": 5, "type": "private"}, "from": {"id": 5}}},
        {"callback_query": {"id": "9", "from": {"id": 5}, "message": "x", "data": 7}},
        {
            "message": {
                "message_id": 1,
                "chat": {"id": 5, "type": "private"},
                "from": {"id": 5},
                "text": ["\ud800", "\x00"],
            }
        },
    ],
    ids=["types", "nested", "date", "callback", "characters"],
)
def test_an_update_nobody_can_read_is_kept_and_the_queue_goes_on(
    server: TelegramServer, product: Product, lan: Person, payload: dict[str, Any]
) -> None:
    kind, content = next(iter(payload.items()))
    server.feed.encode = lambda update: json.dumps(update).encode()  # the stand-in's own refuses half a character
    server.run(lambda: server.feed.push(kind, content, 5))
    lan.says(MATTER)
    lan.waits_for("đại diện")
    assert len(product.call(failed.unsolved)) == 1


def test_a_download_that_fails_is_tried_again(server: TelegramServer, product: Product, lan: Person) -> None:
    server.fail_next("getFile", 500, times=2)
    lan.sends_photo(b"jpeg bytes", MATTER)
    lan.waits_for("đại diện")
    until(lambda: [path for path in product.settings.files_dir.rglob("*") if path.is_file()])
    assert server.counts["getFile"] == 3


@pytest.mark.postgresql
def test_what_a_web_process_takes_in_a_worker_delivers(
    server: TelegramServer, postgresql_server: postgres.Server, tmp_path: Path
) -> None:
    """The webhook and the page are in one process, Telegram's messages and the page's come from another."""
    wanted = telegram_settings(tmp_path, postgresql_server.fresh(prepared), server, "webhook")
    with Product(wanted, web=True, works=False) as web, Product(wanted, works=True):
        lan = server.user("Lan")
        lan.starts()
        lan.taps("đồng ý")
        lan.waits_for("mấy tin")
        mai = Chat(Network.PAGE, "p:mai")
        said = Incoming("1", mai, Sender("mai", "Mai"), web.parts.clock(), private=True, text="/start")
        asyncio.run_coroutine_threadsafe(web.parts.intake.take(said), web.loop).result(5)
        until(lambda: web.call(lambda tx: page.last(tx, mai.id)))
    postgresql_server.drop()
