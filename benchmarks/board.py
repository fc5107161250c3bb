"""The board's pages over many cases, measured on both databases (a week's report: `benchmarks.figures`).

Usage: python -m benchmarks.board [--cases N] [--told N] [--only sqlite,postgresql] [--folder PATH]

The cases are those of `benchmarks.figures`: told by the rules themselves, then copied within the database. The periods
the pages tell of are counted and kept first, as `govuong figures --keep` does. Then every page is asked for in the
application itself, without a network, each address anew so that nothing is remembered in the program; CPU is that of
this process, and on PostgreSQL does not hold the server's. Nothing is sealed: a copy of a sealed row does not open,
because a seal holds for its own row alone; to open one costs a hundredth of a millisecond.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from benchmarks import figures
from benchmarks.stores import open_store
from bot.province import read_catalogue
from domain.messages import Chat, Network
from handlers.province import Province
from handlers.task_group import keeping
from storage import board, chats
from storage.database import Store
from storage.sealing.ring import KEY_BYTES
from tests.glass import Glass
from tests.web.site import Site, Visitor
from web.board.known import Known

ASKED = 12
PAGES = (
    *("/board", "/board/cases?status=open", "/board/cases?status=overdue&order=oldest", "/board/cases?q=giay+phep"),
    *("/board/trends", "/board/departments", "/board/topics", "/board/places", "/board/hours", "/board/signals"),
    *("/board/tasks", "/board/catalogue", "/board/catalogue/topics/edit?key=dau-thau", "/board/catalogue/changes"),
)
#: what the pages read
KEPT = {*figures.KEPT, "2026-Q4", *(f"2026-W{number}" for number in range(34, 48))}


def main() -> None:
    """Fill, keep, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--told", type=int, default=2_000, help="cases told by the rules; the others are copies")
    parser.add_argument("--only", default="sqlite,postgresql")
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    folder = args.folder or Path(tempfile.mkdtemp(prefix="govuong-"))
    folder.mkdir(parents=True, exist_ok=True)
    catalogue, taught = read_catalogue(figures.FOLDER)
    province = Province(catalogue, taught)
    for kind, url in figures._addresses(args.only.split(","), folder):  # noqa: SLF001  the two share their databases
        print(f"\n## {kind}, {args.cases:,} cases (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
        store = open_store(url, lambda: figures.NOW)
        store.ring = Glass([bytes(KEY_BYTES)])
        figures._fill(store, province, url, args)  # noqa: SLF001
        _keep(store, province)
        for line in _pages(store, folder):
            print(line, flush=True)
        store.close()


def _keep(store: Store, province: Province) -> None:
    every = store.call(lambda tx: keeping.missing(tx, province, figures.NOW))
    for batch in keeping.batches([part for part in every if part[0].key in KEPT]):
        keeping.keep(store.read, province, batch, store.call)


def _pages(store: Store, folder: Path) -> Iterator[str]:
    site = Site(store, folder)
    reader = _signed_in(site)
    try:
        for path in PAGES:
            times, cpu = [], time.process_time()
            for number in range(ASKED):
                site.app.state.known = Known()  # what it counted a moment ago is counted again
                began = time.perf_counter()
                answer = reader.get(f"{path}{'&' if '?' in path else '?'}n={number}" if number else path)
                answer.raise_for_status()
                times.append(1000 * (time.perf_counter() - began))
            used = 1000 * (time.process_time() - cpu) / ASKED
            at = quantiles(times, n=100)
            yield f"| {path} | median {at[49]:.0f} ms | p95 {at[94]:.0f} ms | {used:.0f} ms of CPU |"
    finally:
        site.close()


def _signed_in(site: Site) -> Visitor:
    chat = Chat(Network.TELEGRAM, "-1")
    site.store.call(lambda tx: chats.bind(tx, chat, "task-group", "", "Tuấn"))
    secret = site.store.call(lambda tx: board.offer(tx, chat, "Tuấn"))
    reader = site.visitor()
    reader.post(f"/board/in/{secret}", {})
    return reader


if __name__ == "__main__":
    main()
