"""One transaction a handler: all of it or nothing, and one that fails harms no other."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select, update

from bot.settings import ROOT
from storage import page, seen
from storage.database import Store, Tx
from storage.engines import OneProcess, open_store
from storage.tables import Counter, Seen
from tests.cast import NOW, Hands
from tests.stores import Opened


class Boom(Exception):  # noqa: N818
    """A handler's own failure."""


def fail_after_writing(tx: Tx) -> None:
    seen.first_time(tx, "page", "written-by-the-failing-one")
    raise Boom


def was_seen(store: Store, incoming: str) -> bool:
    return not store.call(lambda tx: seen.first_time(tx, "page", incoming))


def test_call_returns_what_the_work_returns_after_the_commit(opened: Opened) -> None:
    assert opened().call(lambda tx: (seen.first_time(tx, "page", "1"), tx.now)) == (True, NOW)
    assert was_seen(opened("two"), "1")


def test_run_does_the_same_from_the_event_loop(store: Store) -> None:
    async def both() -> tuple[bool, bool]:
        first = await store.run(lambda tx: seen.first_time(tx, "page", "1"))
        return first, await store.run(lambda tx: seen.first_time(tx, "page", "1"))

    assert asyncio.run(both()) == (True, False)


def test_what_failed_leaves_nothing_and_raises_what_it_raised(store: Store) -> None:
    with pytest.raises(Boom):
        store.call(fail_after_writing)
    with pytest.raises(Boom):
        asyncio.run(store.run(fail_after_writing))
    assert not was_seen(store, "written-by-the-failing-one")


def test_one_that_fails_does_not_harm_those_committed_with_it(store: Store) -> None:
    """Thirty jobs wait while one holds the writer, so that SQLite takes them into one commit."""

    async def crowd() -> list[Any]:
        gate = threading.Event()
        holding = asyncio.create_task(store.run(lambda _: gate.wait(5)))
        await asyncio.sleep(0.05)
        jobs = [
            store.run(fail_after_writing if n % 3 == 0 else lambda tx, n=n: seen.first_time(tx, "page", f"job-{n}"))  # type: ignore[misc]
            for n in range(30)
        ]
        waiting = asyncio.gather(*jobs, return_exceptions=True)
        await asyncio.sleep(0.05)
        gate.set()
        await holding
        return await waiting

    results = asyncio.run(crowd())
    assert [isinstance(each, Boom) for each in results] == [n % 3 == 0 for n in range(30)]
    assert all(was_seen(store, f"job-{n}") == (n % 3 != 0) for n in range(30))


def test_a_statement_the_database_refuses_harms_no_other(store: Store) -> None:
    def doubled(tx: Tx) -> None:
        for _ in range(2):
            tx.put(Seen, network="page", id="x", at=tx.now)

    with pytest.raises(Exception, match=r"(?i)unique"):
        store.call(doubled)
    assert store.call(lambda tx: seen.first_time(tx, "page", "x"))


def test_each_transaction_has_one_instant(store: Store, hands: Hands) -> None:
    def twice(tx: Tx) -> bool:
        first = tx.now
        hands.on(seconds=5)
        return first == tx.now

    assert store.call(twice)
    assert store.call(lambda tx: tx.now) > NOW


def test_a_cancelled_caller_does_not_stop_the_store(store: Store) -> None:
    async def impatient() -> bool:
        gate = threading.Event()
        waiting = asyncio.create_task(store.run(lambda _: gate.wait(5)))
        await asyncio.sleep(0.02)
        waiting.cancel()
        gate.set()
        return await store.run(lambda tx: seen.first_time(tx, "page", "after"))

    assert asyncio.run(impatient())


def test_posted_rows_are_told_after_the_commit_and_never_after_a_failure(store: Store) -> None:
    told: list[list[Any]] = []
    store.on_commit = told.append

    def post(tx: Tx, *, fails: bool) -> None:
        tx.posted.append("row")
        if fails:
            raise Boom

    asyncio.run(store.run(lambda tx: post(tx, fails=False)))
    with pytest.raises(Boom):
        asyncio.run(store.run(lambda tx: post(tx, fails=True)))
    assert told == [["row"]]


def test_an_id_is_taken_in_once_by_two_processes(opened: Opened) -> None:
    stores = [opened("one"), opened("two")]
    with ThreadPoolExecutor(8) as threads:
        firsts = list(
            threads.map(
                lambda n: stores[n % 2].call(lambda tx: seen.first_time(tx, "telegram", f"{n // 4}")), range(80)
            )
        )
    assert sum(firsts) == 20


def test_a_page_chats_revisions_have_no_gaps_under_concurrency(opened: Opened) -> None:
    stores = [opened("one"), opened("two")]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda n: stores[n % 2].call(lambda tx: page.append(tx, "p:1", f"{n}", {})), range(40)))
    assert [each.rev for each in stores[0].call(lambda tx: page.news(tx, "p:1", 0))] == list(range(1, 41))


def test_a_lock_holds_others_back_to_the_end_of_the_transaction(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    inside, order = threading.Event(), []

    def first(tx: Tx) -> None:
        tx.lock("case:1")
        seen.first_time(tx, "page", "write")  # SQLite has one writer
        inside.set()
        threading.Event().wait(0.1)
        order.append("first")

    def second(tx: Tx) -> None:
        tx.lock("case:1")
        order.append("second")

    with ThreadPoolExecutor(2) as threads:
        holding = threads.submit(one.call, first)
        assert inside.wait(5)
        threads.submit(two.call, second).result(10)
        holding.result(10)
    assert order == ["first", "second"]


def test_another_kind_of_database_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        open_store("mysql://host/name", Hands())


def test_sqlite_writes_to_disk_before_it_answers(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/new/folder/a.db", Hands())

    def pragma(tx: Tx) -> list[Any]:
        return [
            tx._connection.exec_driver_sql(f"pragma {name}").one()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert store.call(pragma) == ["wal", 2, 1]
    store.close()


def test_a_sqlite_file_is_for_one_process(tmp_path: Path) -> None:
    program = f"from pathlib import Path; from storage.engines import OneProcess as O; O(Path({str(tmp_path)!r}, 'a'))"
    held = OneProcess(tmp_path / "a")
    second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    held.release()
    third = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT)
    assert "BlockingIOError" in second.stderr
    assert third.returncode == 0


def test_what_only_reads_sees_what_is_committed_and_writes_nothing(store: Store) -> None:
    store.call(lambda tx: tx.put(Counter, name="one", value=1))
    assert store.read(lambda tx: tx.first(select(Counter)).value) == 1
    with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
        store.read(lambda tx: tx.run(update(Counter).values(value=2)))
    assert store.call(lambda tx: tx.first(select(Counter)).value) == 1


def test_a_long_look_keeps_no_writer_waiting(store: Store) -> None:
    def look(tx: Tx) -> int:
        before = len(tx.rows(select(Counter)))
        store.call(lambda other: other.put(Counter, name="meanwhile", value=1))
        assert len(tx.rows(select(Counter))) == before
        return before

    assert store.read(look) == 0
    assert store.read(lambda tx: len(tx.rows(select(Counter)))) == 1
