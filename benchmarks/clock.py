"""The clock's minute, measured: finding the cases that are due among a million open ones, on both databases.

Usage: python -m benchmarks.clock [--cases N] [--rounds N] [--only sqlite,postgresql]

Every case is open; their next looks are spread over thirty days, so that of a million about 23 fall due in a minute.
Measured are `cases.due` as the tick calls it: with nothing due, with a minute's worth, and with a full batch after a
week of downtime; and beside it a whole tick that looks at the batch. The plan of the query is printed: it must use the
index.
"""

from __future__ import annotations

import argparse
import contextlib
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles

import psycopg
from sqlalchemy import inspect

from benchmarks.stores import open_store
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case import moves
from domain.case.case import Matter, Tier
from domain.case.moves import Filing
from handlers import recording
from handlers.clock import tick
from handlers.province import Province
from storage import cases, migrations
from storage.database import Store
from storage.tables import CaseRow
from tests import postgres
from tests.cast import LAN

CATALOGUE = ROOT / "catalogue" / "lang-son"
STARTS = datetime.fromisoformat("2026-11-25T02:00:00+00:00")  # Wednesday 09:00 in Viet Nam
SPREAD = timedelta(days=30)


class Hands:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = STARTS

    def __call__(self) -> datetime:
        return self.now


def first_case(store: Store, province: Province) -> None:
    """One case recorded as the product records it; the others are its copies."""
    term = province.terms.filed(STARTS, "obstacle", "", "so-xay-dung")
    filing = Filing(
        id=1,
        code="LS26-00001",
        kind=Matter.OBSTACLE,
        department="so-xay-dung",
        topic="",
        tier=Tier.OPEN,
        language="vi",
        business=1,
        business_name="Công ty Lan Anh",
        tax_code="",
        text="Hồ sơ xin giấy phép đã hai tháng chưa có kết quả",
        files=(),
        term=term,
    )
    store.call(lambda tx: recording.record(tx, moves.file(filing, LAN, STARTS)))


def copies(many: int, due: str) -> str:
    """An insert of that many copies of the first case, each due at `due` (an SQL expression of `n`)."""
    columns = [each.name for each in inspect(CaseRow).columns]
    given = {"id": "n", "code": "'LS26-' || n", "due_at": due}
    wanted = ", ".join(given.get(each, f"first.{each}") for each in columns)
    source = f"numbers, (select * from cases where id = 1) as first where n between 2 and {many}"
    return f"insert into cases ({', '.join(columns)}) select {wanted} from {source}"


def fill_sqlite(path: Path, many: int) -> str:
    """A million rows, and the plan of the query."""
    spread = SPREAD.total_seconds() / many
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma synchronous=off")
    base = connection.execute("select due_at from cases where id = 1").fetchone()[0]
    shape = "%Y-%m-%d %H:%M:%S.000000" if " " in base else "%Y-%m-%dT%H:%M:%S.000000"
    due = f"strftime('{shape}', '{STARTS:%Y-%m-%d %H:%M:%S}', '+' || (n * {spread}) || ' seconds')"
    numbers = f"with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < {many}) "
    connection.execute(numbers + copies(many, due))
    connection.execute("analyze")
    rows = connection.execute(
        "explain query plan select * from cases where due_at <= '2026-11-26' order by due_at limit 200"
    )
    plan = " / ".join(row[3] for row in rows)
    connection.close()
    return plan


def fill_postgresql(url: str, many: int) -> str:
    """The same there."""
    spread = SPREAD.total_seconds() / many
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"create temp table numbers as select generate_series(1, {many}) as n")
        due = f"timestamptz '{STARTS.isoformat()}' + n * {spread} * interval '1 second'"
        connection.execute(copies(many, due))  # type: ignore[arg-type]
        connection.execute("analyze cases")
        rows = connection.execute(
            "explain select * from cases where due_at <= '2026-11-26' order by due_at limit 200"
        ).fetchall()
        return str(rows[1][0]).strip()


def measured(work: Callable[[], int], rounds: int) -> tuple[int, float, float]:
    """What it found, and the median and the 99th percentile of its milliseconds."""
    found, times = 0, []
    for _ in range(rounds):
        began = time.perf_counter()
        found = work()
        times.append((time.perf_counter() - began) * 1000)
    cut = quantiles(times, n=100, method="inclusive")
    return found, cut[49], cut[98]


@contextlib.contextmanager
def sqlite() -> Iterator[tuple[str, Callable[[int], str]]]:
    """A new file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clock.sqlite"
        yield f"sqlite:///{path}", lambda many: fill_sqlite(path, many)


@contextlib.contextmanager
def postgresql() -> Iterator[tuple[str, Callable[[int], str]]]:
    """A new database on a server of its own."""
    with postgres.running() as server:
        url = server.fresh()
        yield url, lambda many: fill_postgresql(url.replace("+psycopg", ""), many)


def measure(name: str, many: int, rounds: int) -> None:
    """Fill one database and measure."""
    _, router = read_catalogue(CATALOGUE)
    province = Province(read_catalogue(CATALOGUE)[0], router)
    hands = Hands()
    with {"sqlite": sqlite, "postgresql": postgresql}[name]() as (url, fill):
        migrations.upgrade(url)
        store = open_store(url, hands)
        first_case(store, province)
        print(f"{name}: {many} open cases; plan: {fill(many)}")
        for what, ahead in (("nothing due", 0), ("a minute's worth", 60), ("a week's worth", 7 * 86400)):
            hands.now = STARTS + timedelta(seconds=ahead)
            found, median, last = measured(
                lambda: len(store.call(lambda tx: cases.due(tx, tx.now))),
                rounds,
            )
            print(f"  {what:18} {found:4} found   p50 {median:7.2f} ms   p99 {last:7.2f} ms")
        hands.now = STARTS + timedelta(days=2)  # nobody has accepted them: each of a batch is warned of
        looked, median, last = measured(lambda: store.call(lambda tx: tick.look_at_cases(tx, province)), 20)
        print(f"  {'a whole tick':18} {looked:4} looked  p50 {median:7.2f} ms   p99 {last:7.2f} ms")
        store.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--only", default="sqlite,postgresql")
    args = parser.parse_args()
    for name in args.only.split(","):
        measure(name, args.cases, args.rounds)


if __name__ == "__main__":
    main()
