"""Two years of nights over a province's cases: `python -m tests.handlers.rights --cases 5000 [--folder DIR]`.

Cases of every tier and end are filed over eight weeks; then the clock goes on night by night, as the timetable would.
What is promised is counted at the end: 1 for anything that does not hold.
"""

from __future__ import annotations

import argparse
import functools
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.province import read_catalogue
from bot.settings import ROOT
from domain.messages import ERASED
from handlers.admin import audit
from handlers.province import Province
from handlers.rights import retention
from storage import cases, migrations
from storage.database import Store
from storage.engines import open_store
from storage.rights import erasures
from storage.sealing import keyfile
from tests.cast import Hands
from tests.handlers.rights.aged import HELD, figures, fill, nights

say = functools.partial(print, flush=True)
_MEGA = 1_000_000


def size(folder: Path) -> float:
    """Megabytes of the database with its log, once everything is written back."""
    return sum(each.stat().st_size for each in folder.glob("aged.db*")) / _MEGA


def tidied(store: Store) -> None:
    """As the night after the last erasure leaves it."""
    if store.call(retention.tidy):
        store.vacuum()


def two_years(folder: Path, many: int, step: int) -> int:
    """Live through them; 0 when all that is promised holds."""
    catalogue, router = read_catalogue(ROOT / "tests" / "province")
    province, hands, url = Province(catalogue, router), Hands(), f"sqlite:///{folder / 'aged.db'}"
    migrations.upgrade(url)
    store = open_store(url, hands)
    store.ring = keyfile.make(folder / "main.key")
    began = time.monotonic()
    ends = fill(store, hands, many)
    store.vacuum()
    before, large = figures(store, ends), size(folder)
    say(f"{many} cases filed in {time.monotonic() - began:.0f} s: {dict(Counter(ends.values()))}; {large:.1f} MB")
    began, cpu = time.monotonic(), time.process_time()
    nights(store, province, hands, 730, step)
    tidied(store)
    say(f"730 days, {730 // step} nights: {time.monotonic() - began:.0f} s, {time.process_time() - cpu:.0f} s of CPU")
    promises = kept(store, ends)
    promises["figures are what they were, to the last digit"] = figures(store, ends) == before
    say(f"the database: {large:.1f} MB before, {size(folder):.1f} MB after")
    for promise, holds in promises.items():
        say(f"{'✓' if holds else '✗'} {promise}")
    store.close()
    return 0 if all(promises.values()) else 1


def kept(store: Store, ends: dict[int, str]) -> dict[str, bool]:
    """What has to be true of every case, and whether it is."""
    over = {number for number, end in ends.items() if end not in HELD}
    lines = Counter((each.target, each.kind) for each in store.call(erasures.every_line) if each.what == "case")
    verified, wrong = audit.verify(store)
    found = {number: store.call(functools.partial(cases.look, case=number)) for number in ends}
    words = {number for number, case in found.items() if case and case.text == ERASED}
    say(f"{len(lines)} parts of {len({number for number, _ in lines})} cases erased; {len(words)} without words")
    return {
        "everything over is erased": words == over and len(lines) == 3 * len(over),
        "each exactly once": set(lines.values()) <= {1},
        "nothing with unread words, nothing that goes on": not words & (ends.keys() - over),
        f"journals verify: {verified}": (verified, wrong) == (len(ends), []),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--step", type=int, default=1, help="days from night to night")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as empty:
        raise SystemExit(two_years(given.folder or Path(empty), given.cases, given.step))
