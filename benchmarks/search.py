"""Search, measured: how long a question takes with a million cases, on both databases, and what keeping it up costs.

Usage: python -m benchmarks.search [--cases N] [--questions N] [--only sqlite,postgresql] [--folder PATH]

The cases are made of the catalogue's labelled examples, two or three sentences each, some far more often than others,
with a made-up firm, road and file number; two of three are answered. Rows go straight into the tables, the way
storage/knowledge/search.py would write them. A question is what a handler does: the words to a query, the query to ids,
and the first five cases loaded. The seed is fixed. PostgreSQL keeps a gigabyte of pages, as one of this size would;
SQLite leaves its pages to the operating system. Twenty questions of each kind come first and are not counted. CPU is
what a question takes of this process and, with PostgreSQL, of the server's. The load of the machine is printed: with
more of it than cores the other times are those of waiting.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import quantiles

import psutil
import psycopg
from sqlalchemy import inspect

from benchmarks.corpus import ANSWERS, FOLDER, SYLLABLES, Corpus
from benchmarks.stores import open_store
from domain.case.case import Entry, Move, State
from domain.province.files import parse
from domain.routing import terms as similar
from domain.routing.terms import Names, Query, Rarity
from handlers import recording
from storage import cases, migrations
from storage.database import Store, Tx
from storage.knowledge import search
from storage.tables import CaseRow
from tests import postgres
from tests.cast import LAN, NOW, filed

BATCH = 10_000
PUBLISHED = 2_000
WARM = 20


def rows(corpus: Corpus, many: int) -> Iterator[tuple[int, str, str]]:
    """The entries of `searched`, beginning after the first case, which is recorded the usual way."""
    for number in range(2, many + 1):
        case = corpus.case(number)
        yield number, similar.shelf(case.department), similar.words_of(case)


def counted(words: str, number: int, terms: Counter[str]) -> None:
    """What storage/knowledge/search.py counts as entries come in."""
    if number <= search.COUNTED_ALL or number % search.COUNTED == 0:
        terms.update(dict.fromkeys(words.split(), 1 if number <= search.COUNTED_ALL else search.COUNTED))


def fill_cases() -> str:
    """Every other case as a copy of the first: only that it is one row of a million counts here."""
    columns = [each.name for each in inspect(CaseRow).columns]
    copied = ", ".join({"id": "entry.id", "code": "'LS26-' || entry.id"}.get(each, f"first.{each}") for each in columns)
    source = "searched as entry, (select * from cases where id = 1) as first where entry.id > 1"
    return f"insert into cases ({', '.join(columns)}) select {copied} from {source}"


def published(corpus: Corpus) -> Iterator[tuple[int, str, str]]:
    """Questions whose answers are public."""
    for number in range(1, PUBLISHED + 1):
        words = [*similar.terms(corpus.random.choice(corpus.examples).text), similar.PUBLISHED]
        yield -number, similar.PUBLISHED, " ".join(words)


def fill_sqlite(path: Path, corpus: Corpus, many: int) -> None:
    """A million rows into one file; the index follows by its triggers."""
    terms: Counter[str] = Counter()
    put = "insert into searched (id, shelf, words) values (?, ?, ?)"
    made = rows(corpus, many)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma synchronous=off")
    while batch := list(islice(made, BATCH)):
        for number, _, words in batch:
            counted(words, number, terms)
        connection.execute("begin")
        connection.executemany(put, batch)
        connection.execute("commit")
    connection.execute("begin")
    connection.execute(fill_cases())
    connection.executemany(put, published(corpus))
    connection.executemany("insert or replace into search_terms (term, entries) values (?, ?)", terms.items())
    connection.execute("commit")
    connection.close()


def fill_postgresql(url: str, corpus: Corpus, many: int) -> None:
    """The same by COPY; the index is built once at the end, which is quicker."""
    terms: Counter[str] = Counter()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("set maintenance_work_mem = '512MB'")
        connection.execute("drop index search_index")
        connection.execute("truncate search_terms")
        with connection.cursor().copy("copy searched (id, shelf, words) from stdin") as copy:
            for number, on_shelf, words in rows(corpus, many):
                counted(words, number, terms)
                copy.write_row((number, on_shelf, words))
            for entry in published(corpus):
                copy.write_row(entry)
        with connection.cursor().copy("copy search_terms (term, entries) from stdin") as copy:
            for item in terms.items():
                copy.write_row(item)
        connection.execute(fill_cases().encode())
        connection.execute("create index search_index on searched using gin (lexemes)")
        connection.execute("vacuum analyze")


Asking = tuple[str, tuple[str, ...], str]


def questions(corpus: Corpus, many: int) -> dict[str, Callable[[], Asking]]:
    """What is asked: text, shelves, mark."""
    random = corpus.random
    common = ("giấy phép xây dựng", "công ty", "hồ sơ chưa có kết quả", "giay phep", "tôi", "hoàn thuế", "thuê đất")
    odd = ('") OR "a" NEAR(', "* AND NOT", "🙂🙂", "x" * 10_000, "và của cho là", "a:b^2 -c", "';drop table cases;--")
    words = [word for each in corpus.examples for word in each.text.split()]
    return {
        "common words": lambda: (random.choice(common), (), ""),
        "a firm's name": lambda: (" ".join(random.choices(SYLLABLES, k=3)), (), ""),
        "three random words": lambda: (" ".join(random.choices(words, k=3)), (), ""),
        "a code": lambda: (f"#LS26-{random.randint(1, many):05d}", (), ""),
        "an old name": lambda: ("sở kế hoạch và đầu tư chậm cấp giấy", (), ""),
        "like this text": lambda: (corpus.text()[0], (), ""),
        "like this, answered": lambda: (corpus.text()[0], (), similar.ANSWERED),
        "a department's": lambda: (random.choice(common), (similar.shelf("so-xay-dung"),), ""),
        "a department's, alike": lambda: (corpus.text()[0], (similar.shelf("bao-hiem-xa-hoi"),), similar.ANSWERED),
        "published": lambda: (corpus.text()[0], (similar.PUBLISHED,), ""),
        "published, common": lambda: (random.choice(common), (similar.PUBLISHED,), ""),
        "4,000 letters": lambda: (" ".join(random.choices(words, k=1000)), (), ""),
        "odd": lambda: (random.choice(odd), (), ""),
    }


def measure(store: Store, corpus: Corpus, many: int, times: int) -> None:
    """Every kind of question so many times; each in a transaction of its own, as a handler asks."""
    rarity = Rarity(each.text for each in corpus.examples)
    names = Names(parse({path.name: path.read_text("utf-8") for path in FOLDER.glob("*.toml")}))
    print(f"{'question':24} {'found':>6} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'worst':>8} {'CPU ms':>8}")
    everything: list[float] = []
    busy = 0.0
    for kind, ask in questions(corpus, many).items():
        taken, found = [], 0
        for number in range(WARM + times):
            if number == WARM:
                busy = _cpu(store)
            text, shelves, mark = ask()
            began = time.perf_counter()
            query = similar.query(text, rarity, names)
            ids = store.call(lambda tx, q=query, s=shelves, m=mark: _ask(tx, q, s, m))  # type: ignore[misc]
            if number >= WARM:
                taken.append(1000 * (time.perf_counter() - began))
                found += bool(ids)
        everything += taken
        _row(kind, f"{100 * found // times}%", taken, 1000 * (_cpu(store) - busy) / times)
    _row("all", "", everything)


def _cpu(store: Store) -> float:
    """Seconds of CPU so far, of this process and of the server's processes that work for it."""
    servers = [each.info.backend_pid for each in getattr(store, "_connections", ())]
    times = [psutil.Process(each).cpu_times() for each in servers]
    return time.process_time() + sum(each.user + each.system for each in times)


def _ask(tx: Tx, query: Query, shelves: tuple[str, ...], mark: str) -> list[int]:
    found = search.find(tx, query, shelves, mark=mark)
    for each in found[:5]:
        cases.load(tx, each)
    return found


def _row(kind: str, found: str, taken: list[float], cpu: float | None = None) -> None:
    cuts = quantiles(taken, n=100)
    used = "" if cpu is None else f"{cpu:8.1f}"
    print(f"{kind:24} {found:>6} {cuts[49]:8.1f} {cuts[94]:8.1f} {cuts[98]:8.1f} {max(taken):8.1f} {used}", flush=True)


def measure_keeping(store: Store, corpus: Corpus, many: int, times: int) -> None:
    """What a filing and an answer cost the index, each in a transaction of its own beside one that does nothing."""
    empty, filing, answering = [], [], []
    for number in range(many + 1, many + times + 1):
        filed = replace(corpus.case(number), state=State.FILED, answer="", answered_at=None)
        answered = replace(filed, answer=ANSWERS[number % 3], answered_at=NOW)
        for case, move, taken in (
            (filed, None, empty), (filed, Move.FILED, filing), (answered, Move.ANSWERED, answering),
        ):  # fmt: skip
            entries = [Entry(case.id, 1, NOW, LAN, move)] if move else []
            began = time.perf_counter()
            store.call(lambda tx, c=case, e=entries: search.keep(tx, c, e))  # type: ignore[misc]
            taken.append(1000 * (time.perf_counter() - began))
    for kind, taken in (("nothing", empty), ("kept: a filing", filing), ("kept: an answer", answering)):
        _row(kind, "", taken)


def begun(url: str) -> None:
    """All tables, and the first case."""
    migrations.upgrade(url)
    store = open_store(url, lambda: NOW)
    store.call(lambda tx: recording.record(tx, filed()))
    store.close()


@contextlib.contextmanager
def prepared(kind: str, folder: Path, many: int) -> Iterator[Store]:
    """A store over a database with so many cases."""
    began = time.perf_counter()
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":
            path = folder / f"search-{many}.db"
            url = f"sqlite:///{path}"
            if not path.exists():
                begun(url)
                fill_sqlite(path, Corpus(), many)
            print(f"\nSQLite {sqlite3.sqlite_version}, {many:,} cases, {path.stat().st_size / 1e9:.2f} GB", end="")
        else:
            postgres.OPTIONS = (*postgres.OPTIONS, "shared_buffers=1GB")
            server = stack.enter_context(postgres.running())
            url = server.fresh(begun)
            fill_postgresql(url, Corpus(), many)
            with psycopg.connect(url) as connection:
                size = connection.execute("select pg_database_size(current_database())").fetchone()
            print(f"\nPostgreSQL {server.version}, {many:,} cases, {(size or [0])[0] / 1e9:.2f} GB", end="")
        print(f", made in {time.perf_counter() - began:.0f} s, load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
        store = open_store(url, lambda: NOW)
        stack.callback(store.close)
        yield store


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--only", default="sqlite,postgresql")
    parser.add_argument("--folder", type=Path, help="keep SQLite's file there for another run")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind in args.only.split(","):
            with prepared(kind, args.folder or Path(folder), args.cases) as store:
                corpus = Corpus(11)
                measure(store, corpus, args.cases, args.questions)
                measure_keeping(store, corpus, args.cases, args.questions)


if __name__ == "__main__":
    main()
