"""Figures of a million cases, measured: counting and keeping them, a page of them, a week's report, a long workbook.

Usage: python -m benchmarks.figures [--cases N] [--told N] [--only sqlite,postgresql] [--folder PATH]

So many cases are told by the rules themselves (`handlers/admin/made_up.py`, seeded, 700 days up to Sunday 2026-11-22)
and then copied within the database, rows and journals, each copy with a number of its own next to its first: every week
has its share of all of them. Names of communes are added by number. The database stays in the folder and is used again.
"Anew" is a walk through the journals as `govuong figures --keep` makes it; "page" reads what is kept with all its
groups; the report is `govuong report`, started as the bot starts it. Memory is the most its process ever held.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, inspect, text

from benchmarks.stores import open_store
from bot.province import read_catalogue, read_examples
from bot.settings import ROOT
from domain.statistics.periods import read
from handlers.admin import made_up
from handlers.province import Province
from handlers.task_group import keeping, period_figures
from storage import migrations
from storage.database import Store
from tests import postgres

FOLDER = ROOT / "catalogue" / "lang-son"
UNTIL = datetime.fromisoformat("2026-11-23T00:00:00+07:00")
NOW = UNTIL + timedelta(hours=7, minutes=30)
PAGES = ("2026-W47", "2026-W46", "2026-10", "2026-11", "2026-Q3")
#: what a week's report and these pages read; keeping every period there is takes an hour of CPU, once
KEPT = {*PAGES, "2025-W47", *(f"2026-W{number}" for number in range(40, 48))}
ASKED = 40
ROWS = 100_000
T = TypeVar("T")


def main() -> None:
    """Fill, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--told", type=int, default=4_000, help="cases told by the rules; the others are copies")
    parser.add_argument("--only", default="sqlite,postgresql")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workbook", default="", help="write only a workbook from this database")
    args = parser.parse_args()
    folder = args.folder or Path(tempfile.mkdtemp(prefix="govuong-"))
    folder.mkdir(parents=True, exist_ok=True)
    catalogue, taught = read_catalogue(FOLDER)
    province = Province(catalogue, taught)
    if args.workbook:
        print(_workbook(province, args.workbook))
        return
    for kind, url in _addresses(args.only.split(","), folder):
        print(f"\n## {kind}, {args.cases:,} cases (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
        store = open_store(url, lambda: NOW)
        _fill(store, province, url, args)
        for line in measure(store, province, url, folder):
            print(line, flush=True)
        store.close()


def _addresses(kinds: list[str], folder: Path) -> Iterator[tuple[str, str]]:
    if "sqlite" in kinds:
        url = f"sqlite:///{folder / 'figures.db'}"
        migrations.upgrade(url)
        yield "sqlite", url
    if "postgresql" in kinds:
        postgres.OPTIONS = (*postgres.OPTIONS, "shared_buffers=1GB")
        with postgres.running() as server:
            yield "postgresql", server.fresh(migrations.upgrade)


# Filling


def _fill(store: Store, province: Province, url: str, args: argparse.Namespace) -> None:
    if store.read(lambda tx: tx.first(text("select 1 from cases limit 1"))):
        return
    began = time.monotonic()
    people = store.call(lambda tx: made_up.authors(tx, 1, args.told // 3))
    planned = made_up.plan(province, 1, read_examples(FOLDER), people, (args.told, UNTIL))
    for begin in range(0, len(planned), 50):
        store.call(lambda tx, part=planned[begin : begin + 50]: _tell(tx, province, part))
    engine = create_engine(migrations.driver(url))
    with engine.begin() as connection:
        _copy(connection, args.cases // args.told, province)
    engine.dispose()
    print(f"filled in {time.monotonic() - began:.0f} s")


def _copy(connection: Connection, copies: int, province: Province) -> None:
    """Each case gets the numbers from (its own - 1) * copies + 1 on; rows and journals alike."""
    communes = [each.key for each in province.catalogue.departments if each.kind == "commune"]
    number = "(own.{0} - 1) * :copies + k + 1"
    for table, key, more in (("cases", "id", ("code",)), ("journal", "case_id", ())):
        names = [each["name"] for each in inspect(connection).get_columns(table) if each["name"] not in {key, *more}]
        columns, given = ", ".join(names), number.format(key)
        code = f"'LS-' || cast({given} as text), "
        connection.execute(text(f"create table own_{table} as select * from {table}"))
        connection.execute(text(f"delete from {table}"))
        connection.execute(
            text(
                f"with recursive n(k) as (select 0 union all select k + 1 from n where k + 1 < :copies) "
                f"insert into {table} ({', '.join((key, *more, columns))}) "
                f"select {given}, {code if more else ''}{columns} "
                f"from own_{table} own cross join n order by 1"
            ),
            {"copies": copies},
        )
        connection.execute(text(f"drop table own_{table}"))
    listed = " ".join(f"when {place} then '{key}'" for place, key in enumerate(communes))
    connection.execute(
        text(
            f"insert into case_places (case_id, places) select id, '[\"' || case id % {len(communes)} {listed} end "
            "|| '\"]' from cases"
        )
    )


def _tell(tx: Any, province: Province, part: Any) -> None:
    for each in part:
        made_up.tell(tx, province, each)


# Measuring


def measure(store: Store, province: Province, url: str, folder: Path) -> Iterator[str]:
    """A line for each figure of the table."""
    week = (read("2026-W47"), period_figures.bounds(province, read("2026-W47"), NOW))
    began = time.process_time()
    seconds, found = _timed(lambda: period_figures.count(store.read, province, [week]))
    cpu = time.process_time() - began
    handled = len(found[0][""].handled)
    yield f"week anew: {seconds:.1f} s ({cpu:.1f} s of CPU), {handled:,} cases to handle"
    if wanted := _missing(store, province):
        began = time.process_time()
        for batch in keeping.batches(wanted):
            keeping.keep(store.read, province, batch, store.call)
        cpu = time.process_time() - began
        yield f"{len(wanted)} periods counted and kept: {cpu:.0f} s of CPU; most memory {_memory():.0f} MB"
    for key in PAGES:
        period = read(key)
        yield f"page {key}: {_page(store, province, (period, _told(store, province, period)))}"
    seconds, lines = _timed(lambda: keeping.differences(store.read, province, [week]))
    yield f"week compared with the journals: {seconds:.1f} s, {len(lines)} differences"
    yield from _report(url, folder, "2026-W47")
    command = [sys.executable, "-m", "benchmarks.figures", "--workbook", url, "--folder", folder]
    yield subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _told(store: Store, province: Province, period: Any) -> Any:
    return period_figures.bounds(province, period, period_figures.as_of(store.read, province, period, NOW))


def _missing(store: Store, province: Province) -> list[Any]:
    every = store.call(lambda tx: keeping.missing(tx, province, NOW))
    return [part for part in every if part[0].key in KEPT]


def _page(store: Store, province: Province, part: Any) -> str:
    """What a page reads: the period with its groups, and the same of a department."""
    times = []
    for _ in range(ASKED):
        for department in ("", "so-xay-dung"):
            seconds, _ = _timed(lambda key=department: period_figures.counted(store.read, province, [part], key))
            times.append(seconds * 1000)
    return f"median {quantiles(times, n=100)[49]:.0f} ms, p95 {quantiles(times, n=100)[94]:.0f} ms"


def _report(url: str, folder: Path, key: str) -> Iterator[str]:
    """The whole report, in a process of its own."""
    span = str(read(key).span)
    command = [sys.executable, "-m", "bot", "report", f"--{span}", key, "--as-of", NOW.isoformat(), "--out", folder]
    env = {"DATABASE_URL": url, "FILES_DIR": str(folder / "files"), "PATH": os.environ["PATH"]}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, _ = _timed(lambda: subprocess.run(command, env=env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads((folder / f"bao-cao-{key}.json").read_text(encoding="utf-8"))
    size = (folder / f"bao-cao-{key}.xlsx").stat().st_size / 1e6
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    yield (
        f"report {key} whole: {seconds:.1f} s ({cpu:.1f} s of CPU), {told['figures']['to_handle']:,} rows in the "
        f"workbook ({size:.1f} MB), most memory of any report {after.ru_maxrss / 1024:.0f} MB"
    )


def _workbook(province: Province, url: str) -> str:
    """So many rows of the running month, or all it has: every case stands as it stood."""
    from bot.delivery.wording import Wording  # noqa: PLC0415
    from reports import sheets  # noqa: PLC0415
    from reports.telling import Telling  # noqa: PLC0415

    store = open_store(url, lambda: NOW)
    month = read("2026-11")
    found = period_figures.report(store.read, province, month, _told(store, province, month)[1])
    found = replace(found, cases=found.cases[:ROWS])
    words = Wording(province.catalogue, ROOT / "locales")
    before, began = _memory(), time.process_time()
    seconds, book = _timed(
        lambda: sheets.xlsx(Telling(found, province.catalogue, province.calendar, lambda value: words.say(value, "vi")))
    )
    cpu = time.process_time() - began
    return (
        f"workbook of {len(found.cases):,} rows: {seconds:.1f} s ({cpu:.1f} s of CPU), {len(book) / 1e6:.1f} MB, "
        f"memory {before:.0f} MB before and {_memory():.0f} MB after"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


if __name__ == "__main__":
    main()
